"""Real sites: made by their own tools, the film put in by our command, opened in browsers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.gdvideo.project import Project
from tests.sites.browser import BROWSERS, SCHEMES, WIDTHS, Browsers, Visit, served, visit
from tests.sites.homes import SITES, Site

if TYPE_CHECKING:
    from playwright.sync_api import Frame

pytestmark = pytest.mark.sites

OTHER = {"dark": "light", "light": "dark"}
VIEWS = [(name, width) for name in BROWSERS for width in WIDTHS]
# Each site is seen in one view by turns, by its toggle if it has one; -m sites has the others too.
CELLS = [
    pytest.param(
        site, way, *view,
        marks=[] if way == ways[-1] and turn == number % len(VIEWS) else [pytest.mark.matrix],
    )
    for number, site in enumerate(SITES)
    for ways in [[*SCHEMES, *(["toggle"] if SITES[site].toggle else [])]]
    for way in ways
    for turn, view in enumerate(VIEWS)
]  # fmt: skip


@pytest.fixture(scope="session")
def pages(
    published: Project, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Path:
    """The pages of one site."""
    return SITES[request.param].make(published, tmp_path_factory.mktemp(request.param))


def frame_of(one: Visit, site: Site) -> Frame | None:
    return one.page.main_frame.child_frames[0] if site.framed else None


@pytest.mark.parametrize(("pages", "way", "name", "width"), CELLS, indirect=["pages"])
def test_the_film_follows_the_site(
    pages: Path, browsers: Browsers, request: pytest.FixtureRequest, name: str, way: str, width: int
) -> None:
    where = request.node.callspec.params["pages"]
    site = SITES[where]
    system = "light" if way == "toggle" else way
    theme = site.theme or system
    with (
        served(pages) as address,
        visit(
            browsers.get(name, system), f"{address}/{site.page}", scheme=system, width=width
        ) as one,
    ):
        frame = frame_of(one, site)
        if way == "toggle":
            theme = OTHER[theme]
            one.page.locator(site.toggle).first.click()
        figure = (frame or one.page).locator(f".gdvideo[data-shown='{theme}']")
        figure.wait_for()
        one.page.wait_for_timeout(300)
        assert one.films == []  # nothing of a film before somebody wants it
        one.film(frame).scroll_into_view_if_needed()
        one.judge(
            name=f"{where}-{name}-{way}-{width}",
            within="" if site.framed else ".gdvideo",
            frame=frame,
        )
        inner = (frame or one.page).evaluate("innerWidth")
        shape = "1x1" if inner <= 600 else "16x9"
        assert f"-{shape}-{theme}-" in one.play(frame)
        assert one.seek(0.1, frame)["captions"] == ["A dot &amp; its &lt;place&gt;."]
        assert len({url.split("/")[-1] for url in one.films}) == 1
        if site.toggle and way != "toggle":  # what is being watched stays
            before = one.film(frame).evaluate("v => v.currentSrc")
            one.page.locator(site.toggle).first.click()
            one.page.wait_for_timeout(300)
            assert one.film(frame).evaluate("v => v.currentSrc") == before
            assert one.film(frame).evaluate("v => v.currentTime") > 0
        assert one.faults == []
