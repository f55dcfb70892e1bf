"""WordPress's own filter leaves a player that plays."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.gdvideo.project import Project
from tests.sites.browser import BROWSERS, HERE, Browsers, served, visit
from tests.sites.homes import FIXTURES
from tests.sites.tools import embed

pytestmark = pytest.mark.sites

WORDPRESS = HERE / "wordpress" / "usr" / "share" / "wordpress"
UPLOADS = {".mp4", ".png"}  # of what WordPress takes from everybody, what we give it


def filtered(post: str) -> str:
    """Return what is left of a post of somebody who may not post any HTML."""
    assert shutil.which("php"), "the tests of sites need php: .ci/run installs it"
    assert WORDPRESS.is_dir(), "the tests of sites need WordPress: .ci/run unpacks it"
    told = subprocess.run(
        ["php", str(HERE / "kses.php"), str(WORDPRESS)],
        input=post, capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    return told.stdout


@pytest.mark.parametrize("name", BROWSERS)
@pytest.mark.parametrize("theme", ["dark", "light"])
def test_what_the_filter_leaves_plays(
    published: Project, tmp_path: Path, browsers: Browsers, name: str, theme: str
) -> None:
    (tmp_path / "wp-content").mkdir()
    snippet = embed(published, tmp_path, "wordpress", "--theme", theme)
    left = filtered(snippet)
    assert left.count("<video") == left.count("</video>") == 1
    uploads = [path for path in (tmp_path / "wp-content").rglob("*") if path.is_file()]
    assert {path.suffix for path in uploads} == UPLOADS
    page = (FIXTURES / "plain.html").read_text("utf-8").replace("SNIPPET", left)
    (tmp_path / "index.html").write_text(page, "utf-8")
    with served(tmp_path) as address, visit(browsers.get(name, "dark"), f"{address}/") as one:
        assert one.films == []
        assert f"-16x9-{theme}-h264-" in one.play()
        assert f"poster-{theme}.png" in (one.film().get_attribute("poster") or "")
        # WordPress's own player has no size before it has its poster.
        one.judge(axe=False, still=False, name=f"wordpress-{name}-{theme}")
