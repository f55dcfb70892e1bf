"""What tests share."""

import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from gdvideo.cores import cores
from tests.fake_machine import Machine

# Tests that interrupt a command would wait for ever where the tests were started in the
# background: a shell lets those ignore SIGINT, and their children inherit it.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def one_gdmath() -> Iterator[None]:
    """Bring back the numbers' modules if a test had them forgotten: others hold their classes."""
    known = {name: module for name, module in sys.modules.items() if name.startswith("gdmath")}
    yield
    sys.modules.update(known)


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


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Return in how many processes tests run: a folder's in one a core, a file's in this one."""
    usual = "soak" in config.option.markexpr and "not" in config.option.markexpr
    return cores() if usual and any(Path(name).is_dir() for name in config.args) else 0
