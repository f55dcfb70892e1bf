import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from tests.gdvideo.project import Project


@pytest.fixture(autouse=True)
def one_gdmath() -> Iterator[None]:
    """Bring back the numbers' modules if a test had them forgotten: others hold their classes.

    What was imported meanwhile goes: it holds the classes of the forgotten modules' successors.
    """
    before = _numbers()
    yield
    after = _numbers()
    if any(after.get(name) is not module for name, module in before.items()):
        for name in after:
            del sys.modules[name]
        sys.modules.update(before)


def _numbers() -> dict[str, ModuleType]:
    return {n: m for n, m in sys.modules.items() if n.partition(".")[0] == "gdmath"}


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project that the tests of a module share: none makes or changes a film."""
    return Project.make(tmp_path_factory.mktemp("project"))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project of one's own."""
    return Project.make(tmp_path)
