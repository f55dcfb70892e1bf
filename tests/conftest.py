"""What tests share."""

from pathlib import Path

import pytest

from tests.fake_machine import Machine


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
