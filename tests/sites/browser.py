"""A real browser, and what every page must be in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from gdvideo.publish.serve import Version, server

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Frame, Locator, Page

__all__ = ["SCHEMES", "WIDTHS", "Visit", "served", "visit"]

HERE = Path(__file__).parent
AXE = HERE / "node_modules" / "axe-core" / "axe.min.js"
SCHEMES = ("dark", "light")
WIDTHS = (360, 1280)

# Chromium lays a caption out at the film's top, then moves it above the controls. What is its own,
# it does not name.
SHIFT = """
window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries())
    if (entry.sources.some((source) => source.node)) window.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""

TEXTS = """(video) => Object.fromEntries([...video.textTracks].map((track) =>
    [track.kind, [...(track.activeCues ?? [])].map((cue) => cue.text)]))"""


@dataclass
class Visit:
    """A page in the browser; ``faults`` are errors that it met, ``asked`` what it loaded."""

    page: Page
    faults: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def play(self, frame: Frame | None = None) -> str:
        """Play the first film that can be seen, with a key; return what is played."""
        video = self.film(frame)
        video.evaluate("v => { v.muted = true; for (const t of v.textTracks) t.mode = 'showing'; }")
        video.focus()
        self.page.keyboard.press("Space")
        self._until(video, "v => v.currentTime > 0")
        video.evaluate("v => v.pause()")
        source: str = video.evaluate("v => v.currentSrc")
        return source

    def seek(self, seconds: float, frame: Frame | None = None) -> dict[str, list[str]]:
        """Go to a moment of the film; return the texts that stand there, by the track's kind."""
        video = self.film(frame)
        video.evaluate("(v, seconds) => { v.currentTime = seconds; }", seconds)
        self._until(video, "v => !v.seeking && [...v.textTracks].every(t => t.activeCues?.length)")
        found: dict[str, list[str]] = video.evaluate(TEXTS)
        return found

    def film(self, frame: Frame | None = None) -> Locator:
        """Return the first film that can be seen."""
        return (frame or self.page).locator("video:visible").first

    def _until(self, video: Locator, condition: str) -> None:
        """Wait from outside: a page without scripts cannot tell when something happens."""
        for _ in range(100):
            if video.evaluate(condition):
                return
            self.page.wait_for_timeout(100)
        raise AssertionError(f"{condition} never became true")

    def judge(self, *, axe: bool = True) -> None:
        """See that nothing went wrong, nothing moved, and everybody can use the page."""
        assert self.faults == []
        host = self.page.url.split("/")[2]
        assert {url.split("/")[2] for url in self.asked if url.startswith("http")} <= {host}
        overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert self.page.evaluate(overflow) <= 0
        assert not self.page.evaluate("window.shift")  # where there are no scripts, it has no value
        if axe:
            self.page.evaluate(AXE.read_text("utf-8"))
            found: list[dict[str, Any]] = self.page.evaluate(
                "async () => (await axe.run()).violations"
            )
            assert [(one["id"], [n["html"] for n in one["nodes"]]) for one in found] == []


@contextmanager
def visit(
    browser: Browser, url: str, *, scheme: str = "dark", width: int = 1280,
    scripts: bool = True, motion: str = "no-preference",
) -> Iterator[Visit]:  # fmt: skip
    """Open a page as a reader would who likes it so."""
    options: dict[str, Any] = {"color_scheme": scheme, "reduced_motion": motion}
    context = browser.new_context(
        viewport={"width": width, "height": 800}, java_script_enabled=scripts, **options
    )
    context.add_init_script(SHIFT)
    one = Visit(context.new_page())
    page = one.page
    page.on("console", lambda said: one.faults.append(f"{said.type}: {said.text}"))
    page.on("pageerror", lambda error: one.faults.append(str(error)))
    page.on("request", lambda request: one.asked.append(request.url))
    page.goto(url)
    page.wait_for_timeout(300)
    yield one
    context.close()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder; yield its address."""
    with server(folder, 0, Version()) as site:
        site.daemon_threads = True
        thread = Thread(target=site.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{site.server_port}"
        finally:
            site.shutdown()
            thread.join()
