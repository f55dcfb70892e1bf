from pathlib import Path

import pytest

from tests.gdvideo.project import Project


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project that the tests of a module share: none makes or changes a film."""
    return Project.make(tmp_path_factory.mktemp("project"))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project of one's own."""
    return Project.make(tmp_path)
