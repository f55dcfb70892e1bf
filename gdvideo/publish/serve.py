"""Shows the gallery on this machine, and again after each render."""

from __future__ import annotations

import argparse
import re
import threading
from contextlib import AbstractContextManager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from gdvideo.errors import Failure, Usage
from gdvideo.publish.gallery import PAGE, write_page
from gdvideo.watching import changes, wait_for

if TYPE_CHECKING:
    from watchdog.events import FileSystemEvent

__all__ = ["Handler", "Version", "renders", "serve", "server"]

SETTLE_SECONDS = 0.5  # a render writes several files
_HOST = "127.0.0.1"
_EVENTS = "/events"
_LISTEN = f"<script>new EventSource('{_EVENTS}').onmessage = () => location.reload();</script>"
_BEAT_SECONDS = 5.0  # how often a page that has left is noticed
_RANGE = re.compile(r"bytes=(\d+)-(\d*)")


class Version:
    """A number that grows with each new page; may be waited for."""

    def __init__(self) -> None:
        self._number = 0
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

    def do_GET(self) -> None:
        """Answer; the page listens for its next version."""
        if self.path == _EVENTS:
            self._tell()
        else:
            super().do_GET()

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Send what goes before the content; return the content."""
        path = Path(self.translate_path(self.path))
        asked = _RANGE.fullmatch(self.headers.get("Range", ""))
        if path.is_dir() and self.path.endswith("/") and (path / PAGE).is_file():
            return self._send((path / PAGE).read_bytes() + _LISTEN.encode(), "text/html")
        if asked and path.is_file():
            return self._send_part(path, int(asked[1]), asked[2])
        return super().send_head()

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

    def _send_part(self, path: Path, first: int, last: str) -> BytesIO | None:
        content = path.read_bytes()
        end = min(int(last) if last else len(content) - 1, len(content) - 1)
        if first > end:
            self.send_error(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
            return None
        self.send_response(HTTPStatus.PARTIAL_CONTENT)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Range", f"bytes {first}-{end}/{len(content)}")
        self.send_header("Content-Length", str(end - first + 1))
        self.end_headers()
        return BytesIO(content[first : end + 1])

    def _tell(self) -> None:
        """Tell the page of each new version, until it leaves."""
        now = self._version.later_than(0, 0)
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


def server(folder: Path, port: int, version: Version) -> ThreadingHTTPServer:
    """Return a server of this folder, for this machine alone.

    Raises:
        Usage: if the port is not free.
    """
    handler = partial(Handler, version, directory=str(folder))
    try:
        return ThreadingHTTPServer((_HOST, port), handler)
    except (OSError, OverflowError) as error:
        raise Usage(f"--port {port} cannot be used: {error}") from None


def renders(media: Path) -> AbstractContextManager[threading.Event]:
    """Return what yields an event that is set after each render."""
    return changes({media / "videos": True}, _ends_a_render)


def _ends_a_render(event: FileSystemEvent) -> bool:
    """Tell whether a receipt gets its name: the last thing that a render does."""
    path = Path(str(event.dest_path))
    return event.event_type == "moved" and path.suffix == ".json" and "receipts" in path.parts


def serve(args: argparse.Namespace) -> None:
    """Make the gallery, serve it, and make it again after each render, until interrupted."""
    page, version = write_page(args), Version()
    site = server(page.parent, args.port, version)
    threading.Thread(target=site.serve_forever, daemon=True).start()
    with site, renders(args.media) as made:
        print(f"http://{_HOST}:{site.server_port}/ (Ctrl-C ends it)", flush=True)
        try:
            while True:
                wait_for(made, SETTLE_SECONDS)
                _make_again(args, version)
        finally:
            site.shutdown()


def _make_again(args: argparse.Namespace, version: Version) -> None:
    """Make the page from what is there now; a film that fails leaves the old page."""
    before = (args.out / PAGE).read_bytes()
    try:
        write_page(args)
    except Failure as failure:
        print(failure, flush=True)
        return
    if (args.out / PAGE).read_bytes() != before:
        version.grow()
