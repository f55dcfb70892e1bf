"""Real browsers, and what every page must be in them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from gdvideo.publish.serve import Handler, Version

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Frame, Locator, Page, Playwright

__all__ = ["BROWSERS", "SCHEMES", "STRICT", "WIDTHS", "Browsers", "Visit", "served", "visit"]

HERE = Path(__file__).parent
AXE = HERE / "node_modules" / "axe-core" / "axe.min.js"
BROWSERS = ("chromium", "firefox")
SCHEMES = ("dark", "light")
WIDTHS = (360, 1280)
STRICT = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'self'; script-src 'self'"
PICTURES = os.environ.get("SITES_PICTURES")  # a folder: each page that is judged is kept there

# Colours as on a reader's screen, by a shader. Without a graphics card Chromium converts with a
# factor of 2 where BT.709 has 2.112, which takes 6 of 255 off orange's blue.
SHADER = (
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--ignore-gpu-blocklist",
    "--enable-gpu-rasterization",
)

SHIFT = """
window.shift = 0;
if (PerformanceObserver.supportedEntryTypes.includes("layout-shift"))
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (entry.sources.some((source) => source.node)) window.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
"""

OVERFLOW = """(within) => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (!within) return scrollWidth - clientWidth;
  const figure = document.querySelector(within);
  const [inner, outer] = [figure, figure.parentElement].map((one) => one.getBoundingClientRect());
  return Math.max(outer.left - inner.left, inner.right - outer.right);
}"""

TEXTS = """(video) => Object.fromEntries([...video.textTracks].map((track) =>
    [track.kind, [...(track.activeCues ?? [])].map((cue) => cue.text)]))"""

# What a browser says that is no fault of the page.
_PASSED_OVER = ("Layout was forced before the page was fully loaded",)


@dataclass(frozen=True)
class Browsers:
    """Debian's browsers, started when one is asked for; Firefox once for each scheme."""

    playwright: Playwright
    stack: ExitStack
    open: dict[str, Browser] = field(default_factory=dict)

    def get(self, name: str, scheme: str) -> Browser:
        """Return a browser that is running."""
        key = name if name == "chromium" else f"{name} {scheme}"
        if key not in self.open:
            path = shutil.which(name) or shutil.which(f"{name}-esr")
            assert path, f"the tests of sites need {name}: .ci/run installs it"
            self.open[key] = self._start(name, path, scheme)
            self.stack.callback(self.open[key].close)
        return self.open[key]

    def _start(self, name: str, path: str, scheme: str) -> Browser:
        if name == "chromium":
            return self.playwright.chromium.launch(
                executable_path=path, args=[*SHADER, "--no-sandbox"]
            )
        # Firefox as it is, which takes no orders about what its reader likes.
        likes = {"layout.css.prefers-color-scheme.content-override": SCHEMES.index(scheme)}
        return self.playwright.firefox.launch(
            channel="moz-firefox", executable_path=path, firefox_user_prefs={**likes}
        )


@dataclass
class Visit:
    """A page in the browser; ``faults`` are errors that it met, ``asked`` what it loaded."""

    page: Page
    faults: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    @property
    def films(self) -> list[str]:
        """The films that were asked for."""
        return [url for url in self.asked if ".mp4" in url]

    def play(self, frame: Frame | None = None) -> str:
        """Play the first film that can be seen, with a key; return what is played."""
        video = self.film(frame)
        button = (frame or self.page).get_by_role("button", name="Play").first
        if button.count():
            button.focus()
        else:  # the browser's own controls
            video.evaluate("v => { v.muted = true; }")
            video.focus()
        self.page.keyboard.press("Space")
        self.until(video, "v => v.currentTime > 0")
        video.evaluate("v => v.pause()")
        source: str = video.evaluate("v => v.currentSrc")
        return source

    def seek(self, seconds: float, frame: Frame | None = None) -> dict[str, list[str]]:
        """Go to a moment of the film; return the texts that stand there, by the track's kind."""
        video = self.film(frame)
        video.evaluate("v => { for (const t of v.textTracks) t.mode = 'hidden'; }")
        video.evaluate("(v, seconds) => { v.currentTime = seconds; }", seconds)
        self.until(video, "v => !v.seeking && [...v.textTracks].every(t => t.activeCues?.length)")
        found: dict[str, list[str]] = video.evaluate(TEXTS)
        return found

    def film(self, frame: Frame | None = None) -> Locator:
        """Return the first film that can be seen."""
        return (frame or self.page).locator("video:visible").first

    def until(self, video: Locator, condition: str) -> None:
        """Wait from outside: a page without scripts cannot tell when something happens."""
        for _ in range(100):
            if video.evaluate(condition):
                return
            self.page.wait_for_timeout(100)
        raise AssertionError(f"{condition} never became true")

    def judge(
        self, *, axe: bool = True, still: bool = True, name: str = "", within: str = "",
        frame: Frame | None = None,
    ) -> None:  # fmt: skip
        """See that nothing went wrong, nothing moved, and everybody can use the page.

        ``within``: what of it is ours, if not all; ``frame``: which page in it is.
        """
        if PICTURES and name:
            self.page.screenshot(path=Path(PICTURES) / f"{name}.png")
        assert [one for one in self.faults if not any(p in one for p in _PASSED_OVER)] == []
        host = self.page.url.split("/")[2]
        assert {url.split("/")[2] for url in self.asked if url.startswith("http")} <= {host}
        ours = frame or self.page
        assert ours.evaluate(OVERFLOW, within) <= 0
        # Where there are no scripts, it has no value; a frame is laid out before it has its size.
        assert not still or not self.page.evaluate("window.shift")
        if axe:
            ours.evaluate(AXE.read_text("utf-8"))
            found: list[dict[str, Any]] = ours.evaluate(
                "async (within) => (await axe.run(within || document)).violations", within
            )
            assert [(one["id"], [n["html"] for n in one["nodes"]]) for one in found] == []


@contextmanager
def visit(
    browser: Browser, url: str, *, scheme: str = "dark", width: int = 1280,
    scripts: bool = True, motion: str = "no-preference",
) -> Iterator[Visit]:  # fmt: skip
    """Open a page as a reader would who likes it so."""
    options: dict[str, Any] = {"viewport": {"width": width, "height": 800}}
    if browser.browser_type.name == "chromium":
        likes = {"color_scheme": scheme, "reduced_motion": motion}
        options |= {**likes, "java_script_enabled": scripts}
    context = browser.new_context(**options)
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


class _Strict(Handler):
    """Serves a folder as a site does that runs and shows nothing but its own files."""

    def end_headers(self) -> None:
        """Add the policy."""
        self.send_header("Content-Security-Policy", STRICT)
        super().end_headers()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: browsers leave in the middle of a film."""


@contextmanager
def served(folder: Path, *, strict: bool = False) -> Iterator[str]:
    """Serve a folder; yield its address."""
    handler = partial(_Strict if strict else Handler, Version(), directory=str(folder))
    with _Server(("127.0.0.1", 0), handler) as site:
        thread = Thread(target=site.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{site.server_port}"
        finally:
            site.shutdown()
            thread.join()
