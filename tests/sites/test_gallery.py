"""The gallery in a real browser."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from gdvideo.publish.record import Record
from tests.sites.browser import SCHEMES, WIDTHS, served, visit
from tests.sites.conftest import POSTS, make

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.sites


def record(posts: Path) -> Record:
    found = Record.read(posts / "near")
    assert found is not None
    return found


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scripts", [True, False])
def test_the_page_plays_and_everybody_can_use_it(
    posts: Path, browser: Browser, scheme: str, width: int, scripts: bool
) -> None:
    account = record(posts).account
    with (
        served(posts) as address,
        visit(browser, f"{address}/", scheme=scheme, width=width, scripts=scripts) as one,
    ):
        if scripts:
            one.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        assert one.films == []
        one.judge(axe=scripts)
        shape = "1x1" if width <= 600 else "16x9"
        assert f"-{shape}-{scheme}-" in one.play()
        for beat in account.beats:
            said = one.seek(beat.start + 0.01)
            assert [text.lower() for text in said["chapters"]] == [beat.name]
            assert len(said["captions"]) == 1
        one.judge(axe=False)


def test_a_chapter_of_the_list_is_gone_to(posts: Path, browser: Browser) -> None:
    beat = record(posts).account.beats[1]
    with served(posts) as address, visit(browser, f"{address}/") as one:
        one.page.get_by_role("link", name="On its way").press("Enter")
        one.page.wait_for_function(
            "start => document.querySelector('video').currentTime > start", arg=beat.start
        )
        assert one.page.locator("[aria-current]").inner_text().endswith("On its way")
        one.judge(axe=False)


def test_a_snippet_is_copied(posts: Path, browser: Browser) -> None:
    with served(posts) as address, visit(browser, f"{address}/") as one:
        one.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        one.page.get_by_text("Put it into a post").click()
        jekyll = one.page.locator(".snippet", has=one.page.get_by_role("heading", name="Jekyll"))
        jekyll.get_by_role("button", name="Copy").click()
        one.page.get_by_role("button", name="Copied").wait_for()
        copied = one.page.evaluate("navigator.clipboard.readText()")
        assert copied.strip() == '{% include gdvideo.html film="near" %}'


def test_the_page_plays_from_a_local_file(posts: Path, browser: Browser) -> None:
    with visit(browser, (posts / "index.html").as_uri(), scheme="light") as one:
        assert "-16x9-light-" in one.play()
        assert one.seek(0.1)["captions"] == ["A dot &amp; its &lt;place&gt;."]
        assert one.faults == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", ["transcript.html", "index.html"])
def test_the_other_pages_are_as_good(posts: Path, browser: Browser, scheme: str, name: str) -> None:
    with (
        served(posts) as address,
        visit(browser, f"{address}/near/{name}", scheme=scheme, width=360) as one,
    ):
        one.judge()


def test_it_is_shown_again_after_a_render_until_it_is_interrupted(
    tmp_path: Path, browser: Browser
) -> None:
    project = make(tmp_path)
    process = project.start("gallery", *POSTS, "--serve", "--port", "0")
    assert process.stdout is not None
    try:
        address = process.stdout.readline().split()[0]
        with visit(browser, address) as one:
            before = one.play()
            project.tell("[near]\nside = 2.0\n")
            with one.page.expect_event("load"):
                project.run("render", "near", "-ql")
            assert one.play() != before
            assert one.page.locator("td", has_text="2 cm").count() == 1
            one.judge()
    finally:
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (130, "")
    assert "Traceback" not in err
