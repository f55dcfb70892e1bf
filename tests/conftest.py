"""What tests share."""

from __future__ import annotations

import signal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

import pytest

from gdvideo.cores import cores
from tests.fake_machine import Machine

if TYPE_CHECKING:
    from scenes.paint import Art

# Tests that interrupt a command would wait for ever where the tests were started in the
# background: a shell lets those ignore SIGINT, and their children inherit it.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A machine with all that a set-up needs, and a project that is not set up."""
    return Machine(tmp_path)


@pytest.fixture
def ready(machine: Machine) -> Machine:
    """A machine whose project is set up, with no call noted yet."""
    assert machine.run("true").returncode == 0
    machine.calls.unlink()
    return machine


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[Art]:
    """A list of all art that is painted, by a program that has painted none."""
    from scenes.paint import Art, art  # most tests need no cairo

    arts: list[Art] = []
    paint = Art.paint

    def noted(self: Art) -> Any:
        arts.append(self)
        return paint(self)

    monkeypatch.setattr(Art, "paint", noted)
    monkeypatch.setattr(art, "_gallery", art._Gallery())
    return arts


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Return in how many processes tests run: a folder's in one a core, a file's in this one."""
    usual = "soak" in config.option.markexpr and "not" in config.option.markexpr
    return cores() if usual and any(Path(name).is_dir() for name in config.args) else 0


@cache
def sources() -> int:
    """Return what changes with the films: who has their turn hangs on it."""
    folders = ("scenes", "scenes/sets", "gdmath/experiments")
    root = Path(__file__).resolve().parents[1]
    files = (path for folder in folders for path in sorted((root / folder).glob("*.py")))
    return crc32(b"".join(path.read_bytes() for path in files))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave those of ``turns(n)`` whose turn it is not to the soaks: n - 1 of n of a test's cases.

    In a folder: whoever names a file is about it, and has all.
    """
    if not all(Path(name).is_dir() for name in config.args):
        return
    for item in items:
        turns = item.get_closest_marker("turns")
        if turns and (crc32(item.name.encode()) + sources()) % turns.args[0]:
            item.add_marker("soak")
