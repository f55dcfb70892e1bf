"""Posts and a browser, once for all tests of sites."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.gdvideo.project import Project
from tests.sites.browser import HERE

if TYPE_CHECKING:
    from playwright.sync_api import Browser

__all__ = ["POSTS", "make"]

CLAIM = "A dot <b>can</b> move, and {{% x %}} stays."
POSTS = ("-ql", "--out", "posts", "--allow-large")

# Colours as on a reader's screen, by a shader. Without a graphics card Chromium converts with a
# factor of 2 where BT.709 has 2.112, which takes 6 of 255 off orange's blue.
SHADER = (
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--ignore-gpu-blocklist",
    "--enable-gpu-rasterization",
)


CLAIM = "A dot <b>can</b> move, and {% x %} stays."


def make(root: Path) -> Project:
    """Make a project with one film, which says what pages have to escape."""
    project = Project.make(root)
    for folder in ("scenes", "gdmath/experiments"):
        (project.root / folder / "wide.py").unlink()
    project.tell("[near]\nsteps = 1\n")
    numbers = project.root / "gdmath" / "experiments" / "near.py"
    text = numbers.read_text("utf-8")
    assert "A dot can move." in text
    numbers.write_text(text.replace("A dot can move.", CLAIM), "utf-8")
    shutil.copy(HERE / "film.py", project.root / "scenes" / "near.py")
    experiment = project.root / "gdmath" / "experiments" / "near.py"
    said = experiment.read_text("utf-8").replace("A dot can move.", CLAIM)
    experiment.write_text(said, "utf-8")
    return project


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project with one film, published, and a gallery."""
    project = make(tmp_path_factory.mktemp("sites"))
    project.run("gallery", *POSTS)
    return project


@pytest.fixture(scope="session")
def posts(published: Project) -> Path:
    """The folder of the gallery."""
    return published.root / "posts"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    path = shutil.which("chromium")
    assert path, "the tests of sites need chromium: apt-get install chromium"
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*SHADER, "--no-sandbox"])
        yield browser
        browser.close()
