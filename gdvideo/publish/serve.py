"""Shows the gallery on this machine, and again after each render."""

from __future__ import annotations

import argparse
import glob
import re
import sys
import threading
import time
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from filmrender.key.digests import file_digest
from gdvideo.errors import Failure, Usage
from gdvideo.parameters import forget
from gdvideo.publish.gallery import PAGE, write_page
from gdvideo.watching import Marks, marks, wait_for

__all__ = ["Handler", "Version", "renders", "serve", "server"]

SETTLE_SECONDS = 0.5  # a render writes several files
_HOST = "127.0.0.1"
# A page of another site may have its name lead to this machine, and would then read ours.
_NAMES = {_HOST, "localhost", "::1"}
_EVENTS = "/events"
_AFTER = re.compile(r"after=([0-9]{1,30})")
_LISTENER = "/events.js"  # not in the page, which a strict policy would not let run
_LISTEN = f'<script src="{_LISTENER}?after=%d"></script>'
_LISTENING = f"new EventSource('{_EVENTS}?%s').onmessage = () => location.reload();"
_BEAT_SECONDS = 5.0  # how often a page that has left is noticed
_RANGE = re.compile(r"bytes=([0-9]+)-([0-9]*)")
_DIGITS = 18  # of a place in a file; all that are longer are beyond its end


class Version:
    """A number that grows with each new page; may be waited for.

    Each server begins beyond those before it: a page that one of them has shown is an old one.
    """

    def __init__(self) -> None:
        self._number = time.time_ns()
        self._grown = threading.Condition()

    def grow(self) -> None:
        """Tell everybody who waits."""
        with self._grown:
            self._number += 1
            self._grown.notify_all()

    def later_than(self, number: int, seconds: float) -> int:
        """Wait for a later number, for so many seconds; return the present one."""
        with self._grown:
            self._grown.wait_for(lambda: self._number > number, seconds)
            return self._number


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder; parts of files too, which browsers ask for when they seek."""

    def __init__(self, version: Version, *args: object, **kwargs: object) -> None:
        self._version = version
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]

    def parse_request(self) -> bool:
        """Tell whether to answer: only a caller who knows whom it asks."""
        if not super().parse_request():
            return False
        if _name(self.headers.get("Host", "")) in _NAMES:
            return True
        self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
        return False

    def do_GET(self) -> None:
        """Answer; the page listens for its next version."""
        path, _, query = self.path.partition("?")
        if path == _EVENTS:
            self._tell(query)
        else:
            super().do_GET()

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Send what goes before the content; return the content."""
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.partition("?")[0].endswith("/"):
            path /= PAGE
        address, _, query = self.path.partition("?")
        if address == _LISTENER and _AFTER.fullmatch(query):
            return self._send((_LISTENING % query).encode(), "text/javascript")
        number = self._version.later_than(0, 0)  # before the page is read, which may be newer
        asked = _RANGE.fullmatch(self.headers.get("Range", ""))
        try:
            if path.name == PAGE:
                content = path.read_bytes() + (_LISTEN % number).encode()
                return self._send(content, "text/html")
            if asked and path.is_file():
                return self._send_part(path, asked[1], asked[2])
            return super().send_head()
        except (OSError, ValueError):  # it has just gone; no name that a file could have
            self.send_error(HTTPStatus.NOT_FOUND)
            return None

    def end_headers(self) -> None:
        """Add what holds for all answers: films are made again all the time."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def _send(self, content: bytes, kind: str) -> BytesIO:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return BytesIO(content)

    def _send_part(self, path: Path, first: str, last: str) -> BytesIO | BinaryIO | None:
        content = path.read_bytes()
        begin, end = _number(first), _number(last) if last else len(content) - 1
        if last and end < begin:  # which is no range, and no reason to refuse
            return super().send_head()
        if begin >= len(content):
            self.send_error(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
            return None
        part = content[begin : end + 1]
        self.send_response(HTTPStatus.PARTIAL_CONTENT)
        self.send_header("Content-Type", self.guess_type(str(path)))
        span = f"{begin}-{begin + len(part) - 1}"
        self.send_header("Content-Range", f"bytes {span}/{len(content)}")
        self.send_header("Content-Length", str(len(part)))
        self.end_headers()
        return BytesIO(part)

    def _tell(self, query: str) -> None:
        """Tell the page, which knows its version, of each later one, until it leaves."""
        after = _AFTER.fullmatch(query)
        now = int(after[1]) if after else self._version.later_than(0, 0)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            while True:
                later = self._version.later_than(now, _BEAT_SECONDS)
                self.wfile.write(b"data: new\n\n" if later > now else b":\n\n")
                self.wfile.flush()
                now = later
        except OSError:
            self.close_connection = True


def _name(host: str) -> str | None:
    """Return whom a request is for, without the port: that may be another machine's."""
    try:
        return urlsplit(f"//{host}").hostname
    except ValueError:
        return None


def _number(digits: str) -> int:
    return int((digits.lstrip("0") or "0")[:_DIGITS])


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say what went wrong, but nothing of a browser that has left: it does so to seek."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def server(folder: Path, port: int, version: Version) -> ThreadingHTTPServer:
    """Return a server of this folder, for this machine alone.

    Raises:
        Usage: if the port is not free.
    """
    handler = partial(Handler, version, directory=str(folder))
    try:
        return _Server((_HOST, port), handler)
    except (OSError, OverflowError) as error:
        raise Usage(f"--port {port} cannot be used: {error}") from None


def renders(media: Path) -> Marks:
    """Return the marks of all manifests: the last thing that a render writes."""
    # Path.glob fails where a folder vanishes meanwhile.
    names = glob.iglob("videos/*/manifests/*/*.json", root_dir=media)  # noqa: PTH207
    return marks(media / name for name in names)


def serve(args: argparse.Namespace) -> None:
    """Make the gallery, serve it, and make it again after each render, until interrupted."""
    look, version = partial(renders, args.media), Version()
    with server(args.out, args.port, version) as site:
        seen = look()
        write_page(args)
        threading.Thread(target=site.serve_forever, daemon=True).start()
        print(f"http://{_HOST}:{site.server_port}/ (Ctrl-C ends it)", flush=True)
        try:
            while True:
                wait_for(look, seen, SETTLE_SECONDS)
                seen = look()
                _make_again(args, version)
        finally:
            site.shutdown()


def _make_again(args: argparse.Namespace, version: Version) -> None:
    """Make the page from what is there now; a film that fails leaves the old page."""
    before = file_digest(args.out / PAGE)
    forget()  # the render may be one of changed sources
    try:
        write_page(args)
    except Failure as failure:
        print(failure, flush=True)
        return
    if file_digest(args.out / PAGE) != before:
        version.grow()
