"""Posts and a browser, once for all tests of sites."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.gdvideo.project import Project
from tests.sites.browser import HERE, Browsers

if TYPE_CHECKING:
    from playwright.sync_api import Browser

__all__ = ["POSTS", "make"]

CLAIM = "A dot <b>can</b> move, and `stays`."
POSTS = ("-ql", "--out", "posts", "--allow-large")


def make(root: Path) -> Project:
    """Make a project with one film, which says what pages have to escape."""
    project = Project.make(root)
    for folder in ("scenes", "gdmath/experiments"):
        (project.root / folder / "wide.py").unlink()
    project.tell("[near]\nsteps = 1\n")
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
def browsers() -> Iterator[Browsers]:
    """Debian's browsers."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright, ExitStack() as stack:
        yield Browsers(playwright, stack)


@pytest.fixture(scope="session")
def browser(browsers: Browsers) -> Browser:
    """Chromium."""
    return browsers.get("chromium", "dark")
