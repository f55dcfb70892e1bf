"""Each snippet on a page, in a real browser."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from gdvideo.publish.record import Record
from tests.gdvideo.project import Project
from tests.sites.browser import BROWSERS, SCHEMES, WIDTHS, Browsers, served, visit
from tests.sites.tools import embed

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.sites

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A post</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<style>body {{ background: #fff; color: #222 }} a {{ color: #04c }}</style></head>
<body><main><h1>A post</h1><p>Before.</p>{}<p>After.</p></main></body></html>"""


def make_page(project: Project, site: Path, kind: str, *more: str) -> None:
    """Install the film and write a page with its snippet."""
    if kind.startswith("wordpress"):
        (site / "wp-content").mkdir()
    snippet = embed(project, site, kind, *more)
    (site / "index.html").write_text(PAGE.format(snippet), "utf-8")


@pytest.mark.parametrize("name", BROWSERS)
def test_a_snippet_plays_where_nothing_but_the_sites_own_files_may_run(
    published: Project, tmp_path: Path, browsers: Browsers, name: str
) -> None:
    make_page(published, tmp_path, "html", "--base", "/gdvideo")
    page = (tmp_path / "index.html").read_text("utf-8")
    style = page[page.index("<style>") : page.index("</style>") + len("</style>")]
    page = page.replace(style, "").replace("data:,", "/gdvideo/clear.gif")
    (tmp_path / "post.html").write_text(page, "utf-8")
    with (
        served(tmp_path, strict=True) as address,
        visit(browsers.get(name, "dark"), f"{address}/post.html") as one,
    ):
        one.page.get_by_role("button", name="Play").wait_for()
        one.judge(axe=False)  # which would be a script of ours
        one.play()
        assert one.seek(0.1)["captions"] == ["A dot &amp; its &lt;place&gt;."]
        assert one.faults == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_without_a_script_the_film_is_the_readers(
    published: Project, posts: Path, tmp_path: Path, browser: Browser, scheme: str, width: int
) -> None:
    make_page(published, tmp_path, "html")
    found = Record.read(posts / "near")
    assert found is not None
    with (
        served(tmp_path) as address,
        visit(browser, f"{address}/", scheme=scheme, width=width, scripts=False) as one,
    ):
        one.judge(axe=False, name=f"no-script-{scheme}-{width}")
        shape = "1x1" if width <= 600 else "16x9"
        assert f"-{shape}-{scheme}-" in one.play()
        for beat in found.account.beats:
            said = one.seek(beat.start + 0.01)
            assert [text.lower() for text in said["chapters"]] == [beat.name]
            assert len(said["captions"]) == 1
        assert one.faults == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("scripts", [True, False])
def test_the_poster_has_the_theme_of_the_film(
    published: Project, tmp_path: Path, browser: Browser, scheme: str, scripts: bool
) -> None:
    """The page is light: so is the film, but where no script can see it."""
    make_page(published, tmp_path, "html")
    with (
        served(tmp_path) as address,
        visit(browser, f"{address}/", scheme=scheme, scripts=scripts) as one,
    ):
        shown = one.page.locator(".gdvideo-frame").screenshot()
    with Image.open(BytesIO(shown)) as picture:
        corner = picture.convert("L").getpixel((20, 20))
    assert isinstance(corner, int)
    assert (corner > 128) == (scripts or scheme == "light")


def test_paper_has_the_poster(published: Project, tmp_path: Path, browser: Browser) -> None:
    make_page(published, tmp_path, "html")
    with served(tmp_path) as address, visit(browser, f"{address}/") as one:
        one.page.emulate_media(media="print")
        assert one.page.locator("video:visible, .gdvideo-bar:visible").count() == 0
        shown = one.page.locator(".gdvideo-frame img").evaluate("i => [i.complete, i.naturalWidth]")
        assert shown == [True, 854]


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_a_film_that_plays_by_itself_does_not_for_who_wants_less_motion(
    published: Project, tmp_path: Path, browser: Browser, motion: str
) -> None:
    make_page(published, tmp_path, "html", "--autoplay")
    with served(tmp_path) as address, visit(browser, f"{address}/", motion=motion) as one:
        one.page.wait_for_timeout(500)
        state = one.film().evaluate("v => [v.paused, v.muted, v.loop]")
        assert state == ([True, True, False] if motion == "reduce" else [False, True, True])
        assert bool(one.films) == (motion != "reduce")
        one.judge()


@pytest.mark.parametrize("aspect", ["1:1", "9:16"])
@pytest.mark.parametrize("width", WIDTHS)
def test_a_film_of_another_shape_keeps_it(
    published: Project, tmp_path: Path, browser: Browser, aspect: str, width: int
) -> None:
    make_page(published, tmp_path, "html", "--aspect", aspect)
    across, down = map(int, aspect.split(":"))
    with served(tmp_path) as address, visit(browser, f"{address}/", width=width) as one:
        before = one.film().bounding_box()
        assert before is not None
        assert before["height"] == pytest.approx(before["width"] * down / across, rel=0.01)
        assert before["height"] <= 800
        assert f"-{across}x{down}-light-" in one.play()
        after = one.film().bounding_box()
        assert after is not None
        assert (after["width"], after["height"]) == (before["width"], before["height"])
        one.judge()
