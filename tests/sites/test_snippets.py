"""Each snippet on a page, in a real browser."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from gdvideo.publish.record import Record
from tests.gdvideo.project import Project
from tests.sites.browser import SCHEMES, WIDTHS, served, visit
from tests.sites.conftest import POSTS

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.sites

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A post</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<style>body {{ background: #fff; color: #222 }} a {{ color: #04c }}</style></head>
<body><main><h1>A post</h1><p>Before.</p>{}<p>After.</p></main></body></html>"""


def make_page(project: Project, site: Path, kind: str, *more: str) -> None:
    """Install the film and write a page with its snippet."""
    if kind == "wordpress":
        (site / "wp-content").mkdir()
    process = project.start("embed", "near", *POSTS, "--for", kind, "--into", str(site), *more)
    snippet, said = process.communicate()
    assert process.returncode == 0, said
    (site / "index.html").write_text(PAGE.format(snippet), "utf-8")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("kind", ["html", "wordpress"])
def test_a_snippet_plays_and_everybody_can_use_it(
    published: Project, posts: Path, tmp_path: Path, browser: Browser, kind: str, scheme: str
) -> None:
    make_page(published, tmp_path, kind)
    found = Record.read(posts / "near")
    assert found is not None
    with served(tmp_path) as address:
        for width in WIDTHS:
            for scripts in (True, False):
                with visit(
                    browser, f"{address}/", scheme=scheme, width=width, scripts=scripts
                ) as one:
                    assert not [url for url in one.asked if url.endswith(".mp4")]
                    one.judge(axe=scripts)
                    assert f"near-{scheme}-" in one.play()
                    for beat in found.account.beats:
                        said = one.seek(beat.start + 0.01)
                        assert [text.lower() for text in said["chapters"]] == [beat.name]
                        assert len(said["captions"]) == 1
                    one.judge(axe=False)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_poster_has_the_readers_theme(
    published: Project, tmp_path: Path, browser: Browser, scheme: str
) -> None:
    make_page(published, tmp_path, "html")
    with served(tmp_path) as address, visit(browser, f"{address}/", scheme=scheme) as one:
        shown = one.film().screenshot()
    with Image.open(BytesIO(shown)) as picture:
        corner = picture.convert("L").getpixel((20, 20))
    assert isinstance(corner, int)
    assert (corner > 128) == (scheme == "light")


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_a_film_that_plays_by_itself_does_not_for_who_wants_less_motion(
    published: Project, tmp_path: Path, browser: Browser, motion: str
) -> None:
    make_page(published, tmp_path, "html", "--autoplay")
    with served(tmp_path) as address, visit(browser, f"{address}/", motion=motion) as one:
        one.page.wait_for_timeout(500)
        moving = [url for url in one.asked if url.endswith(".mp4")]
        state = one.film().evaluate("v => [v.paused, v.muted, v.loop, v.controls]")
        if motion == "reduce":
            assert moving == []
            assert state == [True, False, False, True]
            assert "near-dark-" in one.play()
        else:
            assert moving
            assert state == [False, True, True, True]
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
        assert f"near-{across}x{down}-dark-" in one.play()
        after = one.film().bounding_box()
        assert after is not None
        assert (after["width"], after["height"]) == (before["width"], before["height"])
        one.judge()
