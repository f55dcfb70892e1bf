"""The gallery's own server: parts of files, and word of each new version."""

from __future__ import annotations

import argparse
import re
import socket
import threading
import urllib.request
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path
from urllib.error import HTTPError

import pytest

from gdvideo.errors import Usage
from gdvideo.files import write
from gdvideo.publish import serve as module
from gdvideo.publish.serve import Version, renders, serve, server


@pytest.fixture
def version() -> Version:
    return Version()


@pytest.fixture
def site(tmp_path: Path, version: Version) -> Iterator[ThreadingHTTPServer]:
    (tmp_path / "index.html").write_text("<p>page</p>", "utf-8")
    (tmp_path / "film.mp4").write_bytes(bytes(range(100)))
    with server(tmp_path, 0, version) as site:
        site.daemon_threads = True
        thread = threading.Thread(target=site.serve_forever, args=(0.01,))
        thread.start()
        yield site
        site.shutdown()
        thread.join()


def get(site: ThreadingHTTPServer, path: str, **headers: str) -> tuple[int, bytes, str | None]:
    address = f"http://127.0.0.1:{site.server_port}{path}"
    with urllib.request.urlopen(urllib.request.Request(address, headers=headers)) as answer:
        return answer.status, answer.read(), answer.headers["Content-Range"]


def refused(site: ThreadingHTTPServer, path: str, **headers: str) -> int:
    with pytest.raises(HTTPError) as refusal:
        get(site, path, **headers)
    refusal.value.close()
    return refusal.value.code


LONG = "9" * 5000


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("10-19", 10, 19),
        ("90-", 90, 99),
        ("90-900", 90, 99),
        (f"90-{LONG}", 90, 99),
        ("0" * 5000 + "90-99", 90, 99),
    ],
)
def test_a_part_of_a_film_is_served(
    site: ThreadingHTTPServer, asked: str, first: int, last: int
) -> None:
    answer = get(site, "/film.mp4", Range=f"bytes={asked}")
    assert answer == (206, bytes(range(first, last + 1)), f"bytes {first}-{last}/100")


@pytest.mark.parametrize("asked", ["100-", f"{LONG}-", f"{LONG}-{LONG}"])
def test_a_part_beyond_the_end_is_refused(site: ThreadingHTTPServer, asked: str) -> None:
    assert refused(site, "/film.mp4", Range=f"bytes={asked}") == 416


def test_what_is_no_range_is_ignored(site: ThreadingHTTPServer) -> None:
    for asked in ("bytes=10-5", "bytes=-", "bytes=x-", "seconds=1-2"):
        assert get(site, "/film.mp4", Range=asked) == (200, bytes(range(100)), None)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:9000", "LOCALHOST", "[::1]:8000"])
def test_this_machine_is_known_by_its_names(site: ThreadingHTTPServer, host: str) -> None:
    assert get(site, "/", Host=host)[0] == 200


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example:8000", "", "[", "a b"])
@pytest.mark.parametrize("path", ["/", "/film.mp4", "/events"])
def test_another_host_is_refused(site: ThreadingHTTPServer, path: str, host: str) -> None:
    assert refused(site, path, Host=host) == 421


@pytest.mark.parametrize(
    "path", ["/sub/", "/sub", "/sub/?x", "/sub/%2E", "/sub//", "/%00", "/sub/%00/", "/gone/", "/x"]
)
def test_a_folder_is_not_listed(
    site: ThreadingHTTPServer, tmp_path: Path, path: str, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "secret").touch()
    assert refused(site, path) == 404
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("path", ["/", "/index.html", "/?x", "/index.html?x"])
def test_the_served_page_listens_and_the_file_does_not(
    site: ThreadingHTTPServer, tmp_path: Path, path: str
) -> None:
    assert b"/events.js?after=" in get(site, path)[1]
    assert "events.js" not in (tmp_path / "index.html").read_text("utf-8")


def listened(site: ThreadingHTTPServer) -> str:
    """Return where the page that is served now listens."""
    script = re.search(rb'src="(/events.js[^"]+)"', get(site, "/")[1])
    assert script
    match = re.search(rb"EventSource\('([^']+)'\)", get(site, script[1].decode())[1])
    assert match
    return f"http://127.0.0.1:{site.server_port}{match[1].decode()}"


def test_a_new_version_is_told(site: ThreadingHTTPServer, version: Version) -> None:
    with urllib.request.urlopen(listened(site)) as events:
        version.grow()
        assert events.readline() == b"data: new\n"


def test_a_version_between_page_and_events_is_told(
    site: ThreadingHTTPServer, version: Version
) -> None:
    address = listened(site)
    version.grow()
    with urllib.request.urlopen(address, timeout=30) as events:
        assert events.readline() == b"data: new\n"


def test_a_page_of_a_server_before_is_an_old_one(site: ThreadingHTTPServer, tmp_path: Path) -> None:
    after = listened(site).partition("?")[2]
    with server(tmp_path, 0, Version()) as later:
        later.daemon_threads = True
        threading.Thread(target=later.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{later.server_port}/events?{after}"
        with urllib.request.urlopen(address, timeout=30) as events:
            assert events.readline() == b"data: new\n"
        later.shutdown()


def test_a_reader_who_leaves_is_no_error(
    site: ThreadingHTTPServer, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "film.mp4").write_bytes(bytes(10**7))
    with socket.create_connection(("127.0.0.1", site.server_port)) as reader:
        reader.sendall(b"GET /film.mp4 HTTP/1.0\r\nHost: localhost\r\n\r\n")
        reader.recv(1)
    site.shutdown()
    site.server_close()  # waits for no reader
    assert "Traceback" not in capfd.readouterr().err


def test_a_port_that_is_taken_is_one_sentence(site: ThreadingHTTPServer, tmp_path: Path) -> None:
    with pytest.raises(Usage, match=f"--port {site.server_port} cannot be used"):
        server(tmp_path, site.server_port, Version())


def test_a_render_is_seen_and_a_look_at_its_manifest_is_not(tmp_path: Path) -> None:
    manifest = tmp_path / "videos" / "dot" / "manifests" / "Dot" / "0.json"
    assert renders(tmp_path) == {}
    write(manifest, b"{}")
    once = renders(tmp_path)
    manifest.read_bytes()
    assert renders(tmp_path) == once
    write(manifest, b"{}")
    assert renders(tmp_path) != once


def test_a_render_while_the_first_page_is_made_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    manifest = tmp_path / "videos" / "dot" / "manifests" / "Dot" / "0.json"
    pages = []

    def write_page(args: argparse.Namespace) -> Path:
        pages.append(args)
        write(manifest, b"{}")
        if len(pages) == 2:
            raise KeyboardInterrupt
        path: Path = args.out / "index.html"
        return path

    monkeypatch.setattr(module, "write_page", write_page)
    with pytest.raises(KeyboardInterrupt):
        serve(argparse.Namespace(media=tmp_path, out=tmp_path, port=0))
    assert len(pages) == 2
