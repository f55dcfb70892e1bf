"""The reader turns the knob, in real browsers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.gdvideo.project import Project
from tests.sites.browser import BROWSERS, WIDTHS, Browsers, Visit, served, visit
from tests.sites.homes import FIXTURES
from tests.sites.tools import embed

pytestmark = pytest.mark.sites

VALUES = ("1", "2", "3")


@pytest.fixture(scope="module")
def site(published: Project, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("knob")
    snippet = embed(published, folder, "html", "--over", f"side={','.join(VALUES)}")
    page = (FIXTURES / "plain.html").read_text("utf-8").replace("SNIPPET", snippet)
    (folder / "index.html").write_text(page, "utf-8")
    with served(folder) as address:
        yield address


def choose(one: Visit, value: str) -> None:
    """Choose a value with the keyboard."""
    one.page.get_by_role("group", name="side").get_by_role("link", name=value).press("Enter")


def loaded(one: Visit) -> list[str]:
    """Return the values whose films were loaded, in order."""
    return list(dict.fromkeys(url.split("near-side-")[1][0] for url in one.films))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", BROWSERS)
def test_choosing_a_value_goes_on_with_its_film_at_the_same_chapter(
    site: str, browsers: Browsers, name: str, width: int
) -> None:
    with visit(browsers.get(name, "dark"), f"{site}/", width=width) as one:
        one.judge(name=f"knob-{name}-{width}")
        assert one.films == []
        choose(one, "2 cm")
        assert one.films == []  # nothing is played yet
        assert "near-side-2" in one.play()
        one.page.get_by_role("combobox", name="Chapters").select_option("On its way")
        one.until(one.film(), "v => v.currentTime > 1.65")
        choose(one, "3 cm")
        one.page.wait_for_function("document.querySelectorAll('.gdvideo video').length === 1")
        one.until(one.film(), "v => v.currentTime >= 1.6 && !v.paused || v.ended")
        assert "near-side-3" in one.film().evaluate("v => v.currentSrc")
        assert one.page.get_by_role("status").text_content() == "side 3 cm, On its way"
        current = one.page.locator(".gdvideo-knob [aria-current]")
        assert current.all_text_contents() == ["3 cm"]
        assert current.evaluate("a => a === document.activeElement")
        assert "near-side-3/" in (
            one.page.locator(".gdvideo-transcript").get_attribute("href") or ""
        )
        assert loaded(one) == ["2", "3"]
        choose(one, "1 cm")  # and back to the first
        one.page.wait_for_function("document.querySelectorAll('.gdvideo video').length === 1")
        assert "near-side-1" in one.film().evaluate("v => v.currentSrc")
        one.judge()


def test_without_a_script_the_values_are_links(site: str, browsers: Browsers) -> None:
    browser = browsers.get("chromium", "dark")
    with visit(browser, f"{site}/", scripts=False) as one:
        assert "near-side-1" in one.play()
        one.page.get_by_role("link", name="2 cm").click()
        one.page.wait_for_url("**/near-side-2/index.html")
        assert "near-side-2" in one.play()
        assert one.faults == []
