"""The script ``run``: what it does about a machine that lacks things, and what it says."""

import os
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

from tests.fake_machine import APT, OLD_PYTHON, ROOT, Machine

LIBRARIES = "g++ pkg-config libcairo2-dev libpango1.0-dev"


@pytest.fixture
def bare(machine: Machine) -> Machine:
    """A machine without a compiler, and a caller who may use sudo there."""
    machine.uninstall("cc")
    machine.fake("bin/id", "echo 1000\n")
    machine.fake("bin/apt-get", APT)
    machine.fake("bin/dpkg")
    machine.script(
        "bin/sudo", '#!/bin/sh\n[ "$1" != -n ] || shift\necho sudo "$1" >>"$MACHINE/calls"\n"$@"\n'
    )
    return machine


def only_sentence(done: subprocess.CompletedProcess[str]) -> str:
    """What run said where it could not make an environment."""
    assert (done.returncode, done.stdout) == (3, "")
    (line,) = done.stderr.splitlines()
    return line


def test_nothing_is_installed_where_nothing_lacks(machine: Machine) -> None:
    machine.fake("bin/apt-get", APT)
    assert machine.run("true").returncode == 0
    assert not machine.steps("apt-get")


def test_libraries_are_installed_with_sudo_and_without_the_lock(bare: Machine) -> None:
    bare.fake("bin/apt-get", f'[ "$1" = install ] && (: >&9) 2>/dev/null && exit 1\n{APT}')
    done = bare.run("echo", "done")
    assert (done.returncode, done.stdout) == (0, "done\n")
    assert bare.steps("apt-get install")[0].endswith(LIBRARIES)
    assert len(bare.steps("sudo")) == 2


def test_only_what_is_named_is_installed_and_nothing_is_repaired(bare: Machine) -> None:
    assert bare.run("true").returncode == 0
    assert bare.steps("apt-get")[-1].startswith("apt-get install --yes --no-remove")
    steps = [step.split()[1] for step in bare.steps("apt-get") if step.startswith("apt-get")]
    assert steps == ["update", "install"]
    assert not bare.steps("dpkg")
    assert not bare.steps("broken")


APT_SAYS = {
    "E: dpkg was interrupted, you must manually run 'sudo dpkg --configure -a' to correct "
    "the problem.": "dpkg --configure -a",
    "E: Unmet dependencies. Try 'apt --fix-broken install' with no packages (or specify a "
    "solution).": "apt-get --fix-broken install",
    "You might want to run 'apt-get -f install' to correct these.": "apt-get --fix-broken install",
}


@pytest.mark.parametrize("sentence", APT_SAYS)
@pytest.mark.parametrize(("user", "sudo"), [("1000", "sudo "), ("0", "")])
def test_where_apt_needs_repair_the_command_is_said(
    bare: Machine, sentence: str, user: str, sudo: str
) -> None:
    bare.fake("bin/id", f"echo {user}\n")
    says = f"""[ "$1" != install ] || {{ [ "$LC_ALL" = C ] && echo "{sentence}"; exit 100; }}"""
    bare.fake("bin/apt-get", says)
    done = bare.run("true")
    assert (done.returncode, done.stdout) == (3, "")
    said = done.stderr.splitlines()[-1]
    assert f"run '{sudo}{APT_SAYS[sentence]}', then this again" in said
    assert said.startswith("run: apt needs repair before it can install g++ pkg-config")
    assert not bare.steps("dpkg")


def test_root_needs_no_sudo(bare: Machine) -> None:
    bare.fake("bin/id", "echo 0\n")
    bare.uninstall("sudo")
    assert bare.run("true").returncode == 0
    assert bare.steps("apt-get install")


def test_python_is_installed_where_there_is_none(bare: Machine) -> None:
    bare.uninstall("python3", "python3.11")
    assert bare.run("true").returncode == 0
    assert bare.steps("apt-get install")[0].endswith("python3 python3-dev python3-venv")


def test_no_sudo(bare: Machine) -> None:
    bare.uninstall("sudo")
    said = only_sentence(bare.run("true"))
    assert said.endswith(f"there is no sudo here, so ask for: apt-get install {LIBRARIES}")
    assert not bare.steps("apt-get")


def test_no_package_manager(machine: Machine) -> None:
    machine.uninstall("cc")
    said = only_sentence(machine.run("true"))
    assert said.startswith("run: missing: a C compiler with pkg-config and the headers")
    assert said.endswith("there is neither apt-get nor Homebrew here to install it")


def test_installation_that_brings_nothing(bare: Machine) -> None:
    bare.fake("bin/apt-get")
    done = bare.run("true")
    assert done.returncode == 3
    assert "still missing: a C compiler" in done.stderr.splitlines()[-1]


def test_homebrew(machine: Machine) -> None:
    machine.uninstall("cc")
    machine.fake("bin/brew", APT)
    assert machine.run("true").returncode == 0
    assert machine.steps("brew") == ["brew install cairo pango pkg-config"]


def test_python_too_old(machine: Machine) -> None:
    machine.uninstall("python3.11")
    machine.fake("bin/python3", OLD_PYTHON)
    said = only_sentence(machine.run("true"))
    assert said == "run: Python 3.11 or later is needed, and python3 is Python 3.9.2"


def test_newer_python_beside_an_old_one_is_taken(machine: Machine) -> None:
    machine.fake("bin/python3", OLD_PYTHON)
    assert machine.run("true").returncode == 0


@pytest.mark.parametrize("step", [f"install {name}" for name in ("--yes", "--no-user")])
def test_failed_installation_shows_the_end_of_the_log(bare: Machine, step: str) -> None:
    bare.order("fail", step)
    done = bare.run("true")
    assert (done.returncode, done.stdout) == (3, "")
    log = bare.root / ".venv.log"
    assert done.stderr.splitlines()[-2:] == ["    no network", f"run: the whole log is in {log}"]
    bare.take_back("fail")
    assert bare.run("true").returncode == 0


def test_folder_that_cannot_be_written_to(machine: Machine) -> None:
    (machine.root / ".venv.lock").mkdir()
    said = only_sentence(machine.run("true"))
    assert said.startswith(f"run: cannot write in {machine.root}")


@pytest.mark.parametrize(
    "name",
    ['a "b" c', 'a"b', "a `b` c", "a $b c", "a\\b", "a:b", "a {b} c", "a ''' b", "a\nb"],
)
def test_a_path_that_something_would_misread_is_refused_at_once(tmp_path: Path, name: str) -> None:
    machine = Machine(tmp_path, name)
    done = machine.run("true")
    assert (done.returncode, done.stdout) == (3, "")
    assert "its path must not have a line break or any of \" ` $ \\ : { } ''' in it" in done.stderr
    assert not machine.steps("")
    assert not (machine.root / ".venv.lock").exists()


@pytest.mark.parametrize("name", ["it's here", "50% [of] #1 & (all); *?!"])
def test_a_path_with_an_apostrophe_or_other_signs_works(tmp_path: Path, name: str) -> None:
    machine = Machine(tmp_path, name)
    done = machine.run("manim")
    assert (done.returncode, done.stdout) == (0, f"{machine.root}\n")
    assert machine.run("manim").stdout == f"{machine.root}\n"


def test_incomplete_checkout(machine: Machine) -> None:
    (machine.root / "requirements.txt").unlink()
    done = machine.run("true")
    assert done.returncode == 3
    assert "is not a whole checkout" in done.stderr


@pytest.mark.soak
def test_real_set_up_heals_after_kills(tmp_path: Path) -> None:
    """Needs a network and some minutes: kills at three moments, then a whole set-up."""
    copy = tmp_path / "it's 100% [a] #1 project"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".*", "media"))
    code = "import manim, gdmath; print(gdmath.__file__)"
    command: list[str | Path] = [copy / "run", "python", "-c", code]
    for seconds in (1, 10, 30):
        killed = subprocess.Popen(command, cwd=tmp_path, start_new_session=True)
        with pytest.raises(subprocess.TimeoutExpired):
            killed.wait(seconds)
        os.killpg(killed.pid, signal.SIGKILL)
        killed.wait()
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == f"{copy}/gdmath/__init__.py\n"
    assert subprocess.run([copy / "run", "true"], capture_output=True, check=True).stderr == b""
