"""The gallery's own server: parts of files, and word of each new version."""

from __future__ import annotations

import threading
import urllib.request
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path
from urllib.error import HTTPError

import pytest

from gdvideo.errors import Usage
from gdvideo.files import write
from gdvideo.publish.serve import Version, renders, server


@pytest.fixture
def version() -> Version:
    return Version()


@pytest.fixture
def site(tmp_path: Path, version: Version) -> Iterator[ThreadingHTTPServer]:
    (tmp_path / "index.html").write_text("<p>page</p>", "utf-8")
    (tmp_path / "film.mp4").write_bytes(bytes(range(100)))
    with server(tmp_path, 0, version) as site:
        site.daemon_threads = True
        thread = threading.Thread(target=site.serve_forever)
        thread.start()
        yield site
        site.shutdown()
        thread.join()


def get(site: ThreadingHTTPServer, path: str, **headers: str) -> tuple[int, bytes, str | None]:
    address = f"http://127.0.0.1:{site.server_port}{path}"
    with urllib.request.urlopen(urllib.request.Request(address, headers=headers)) as answer:
        return answer.status, answer.read(), answer.headers["Content-Range"]


@pytest.mark.parametrize(
    ("asked", "first", "last"), [("10-19", 10, 19), ("90-", 90, 99), ("90-900", 90, 99)]
)
def test_a_part_of_a_film_is_served(
    site: ThreadingHTTPServer, asked: str, first: int, last: int
) -> None:
    answer = get(site, "/film.mp4", Range=f"bytes={asked}")
    assert answer == (206, bytes(range(first, last + 1)), f"bytes {first}-{last}/100")


def test_a_part_beyond_the_end_is_refused(site: ThreadingHTTPServer) -> None:
    with pytest.raises(HTTPError) as refusal:
        get(site, "/film.mp4", Range="bytes=100-")
    refusal.value.close()
    assert refusal.value.code == 416


def test_the_served_page_listens_and_the_file_does_not(
    site: ThreadingHTTPServer, tmp_path: Path
) -> None:
    assert b"EventSource" in get(site, "/")[1]
    assert "EventSource" not in (tmp_path / "index.html").read_text("utf-8")


def test_a_new_version_is_told(site: ThreadingHTTPServer, version: Version) -> None:
    with urllib.request.urlopen(f"http://127.0.0.1:{site.server_port}/events") as events:
        version.grow()
        assert events.readline() == b"data: new\n"


def test_a_port_that_is_taken_is_one_sentence(site: ThreadingHTTPServer, tmp_path: Path) -> None:
    with pytest.raises(Usage, match=f"--port {site.server_port} cannot be used"):
        server(tmp_path, site.server_port, Version())


def test_a_render_is_heard_and_a_look_at_its_receipt_is_not(tmp_path: Path) -> None:
    receipt = tmp_path / "videos" / "dot" / "receipts" / "480p15" / "Dot.json"
    write(receipt, b"{}")
    with renders(tmp_path) as made:
        write(receipt, b"{}")
        assert made.wait(10)
        made.clear()
        receipt.read_bytes()
        assert not made.wait(0.5)
