"""The script ``run``: what it passes on, when it sets up, where the command starts."""

import shutil
import subprocess
import sys

import pytest

from tests.fake_machine import INPUTS, Machine, wait_until

SHELLS = [
    shell
    for name, shell in (("dash", "/bin/dash"), ("bash", "/bin/bash --posix"))
    if shutil.which(name)
]
WAITING = "run: waiting for another set-up of this project\n"
INSTALLS = ("requirements-build.txt", "requirements.txt", "--editable")


@pytest.mark.parametrize("shell", SHELLS)
def test_arguments_and_input_go_through_untouched_while_setting_up(
    machine: Machine, shell: str
) -> None:
    arguments = ["a b", "", "*", "$HOME", "'\"\\", "two\nlines", "--", "-x"]
    code = "import sys; print(sys.argv[1:], repr(sys.stdin.read()))"
    done = machine.run(sys.executable, "-c", code, *arguments, shell=shell, stdin="in\n")
    assert done.stdout == f"{arguments} 'in\\n'\n"
    assert done.returncode == 0
    assert machine.steps("venv")


@pytest.mark.parametrize("code", [0, 1, 3, 42])
def test_exit_code_is_the_commands(ready: Machine, code: int) -> None:
    done = ready.run("sh", "-c", f"exit {code}")
    assert (done.returncode, done.stdout, done.stderr) == (code, "", "")


def test_death_by_signal_is_the_commands(ready: Machine) -> None:
    assert ready.run("sh", "-c", "kill -TERM $$").returncode == -15


def test_unknown_command(ready: Machine) -> None:
    done = ready.run("no-such-command")
    assert done.returncode == 127
    assert "no-such-command" in done.stderr


@pytest.mark.parametrize(("arguments", "code"), [([], 2), (["-x"], 2), (["--help"], 0)])
def test_usage(machine: Machine, arguments: list[str], code: int) -> None:
    done = machine.run(*arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert "usage: ./run COMMAND" in done.stderr
    assert not machine.steps("")


def test_environment_is_that_of_the_project(ready: Machine) -> None:
    done = ready.run("sh", "-c", 'echo "$PATH"; echo "$VIRTUAL_ENV"; echo "${PYTHONHOME-unset}"')
    venv = ready.root / ".venv"
    assert done.stdout.splitlines() == [f"{venv}/bin:{ready.home}/bin", str(venv), "unset"]


@pytest.mark.parametrize("name", ["PYTHONHOME", "PYTHONPATH"])
def test_what_the_caller_has_elsewhere_for_python_changes_nothing(
    machine: Machine, name: str
) -> None:
    machine.environment[name] = "/nowhere"
    done = machine.run("sh", "-c", f'echo "${{{name}-unset}} $PYTHONNOUSERSITE"')
    assert done.stdout == "unset 1\n"


# --- when it sets up


def test_first_call_installs_with_hashes_and_second_calls_nothing(machine: Machine) -> None:
    first = machine.run("true")
    assert (first.returncode, first.stdout) == (0, "")
    installs = machine.steps("-m pip")
    assert [name in line for name, line in zip(INSTALLS, installs, strict=True)] == [True] * 3
    assert all("--no-build-isolation" in line for line in installs)
    assert ["--require-hashes" in line for line in installs] == [True, True, False]
    machine.calls.unlink()
    second = machine.run("true")
    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
    assert not machine.steps("")


@pytest.mark.parametrize("name", INPUTS)
def test_changed_input_is_installed(ready: Machine, name: str) -> None:
    (ready.root / name).write_text("changed\n")
    assert ready.run("true").returncode == 0
    everything = name != "pyproject.toml"
    assert bool(ready.steps("-m venv")) == everything
    assert len(ready.steps("-m pip")) == (3 if everything else 1)
    ready.calls.unlink()
    assert ready.run("true").stderr == ""
    assert not ready.steps("")


def test_moved_project_is_set_up_again(ready: Machine) -> None:
    ready.root = ready.root.rename(ready.home / "moved")
    assert ready.run("true").returncode == 0
    assert ready.steps("-m venv moved/.venv")


def test_replaced_python_is_noticed(ready: Machine) -> None:
    python = ready.root / ".venv/bin/python"
    python.unlink()
    python.symlink_to("/usr/bin/python3.0")
    assert ready.run("true").returncode == 0
    assert ready.steps("-m venv")


@pytest.mark.parametrize("step", ["-m venv", *INSTALLS])
def test_killed_set_up_heals(machine: Machine, step: str) -> None:
    machine.order("block", step)
    process = machine.start("true")
    wait_until(lambda: machine.steps(step))
    machine.kill(process)
    machine.take_back("block")
    machine.calls.unlink()
    (machine.root / ".venv/bin").mkdir(parents=True, exist_ok=True)
    (machine.root / ".venv/half").touch()
    done = machine.run("echo", "hello")
    assert (done.returncode, done.stdout) == (0, "hello\n")
    packages_were_done = step == "--editable"
    assert (machine.root / ".venv/half").exists() == packages_were_done
    assert len(machine.steps("-m pip")) == (1 if packages_were_done else 3)


def test_packages_survive_a_failure_of_the_last_step(machine: Machine) -> None:
    machine.order("fail", "--editable")
    assert machine.run("true").returncode == 3
    machine.take_back("fail")
    machine.calls.unlink()
    assert machine.run("true").returncode == 0
    assert len(machine.steps("-m pip")) == 1


@pytest.mark.parametrize("locker", [*filter(shutil.which, ["flock"]), "python"])
def test_second_caller_waits_and_finds_all_ready(machine: Machine, locker: str) -> None:
    if locker == "python":
        machine.uninstall("flock")
    machine.order("block", "-r a project/requirements.txt")
    first = machine.start("echo", "first")
    wait_until(lambda: machine.steps("-r a project/requirements.txt"))
    second = machine.start("echo", "second")
    assert second.stderr
    assert second.stderr.readline() == WAITING
    machine.take_back("block")
    assert second.communicate(timeout=30) == ("second\n", "")
    assert first.communicate(timeout=30)[0] == "first\n"
    assert len(machine.steps("-m venv")) == len(machine.steps("--editable")) == 1


def test_installer_that_outlives_its_caller_is_waited_for(machine: Machine) -> None:
    machine.order("block", "-m venv")
    with machine.start("true") as first:
        wait_until(lambda: machine.steps("-m venv"))
        first.kill()
        first.wait()
        with machine.start("true") as second:
            assert second.stderr
            assert second.stderr.readline() == WAITING
            machine.take_back("block")
            assert second.wait(timeout=30) == 0
    assert len(machine.steps("-m venv")) == 2


def test_command_does_not_hold_the_lock(machine: Machine) -> None:
    assert machine.run("sh", "-c", ": >&9").returncode != 0


# --- where the command starts


@pytest.mark.parametrize("tool", ["manim", "pytest"])
def test_tools_with_configuration_start_in_the_root_for_a_caller_outside(
    ready: Machine, tool: str
) -> None:
    outside = ready.home / "outside"
    outside.mkdir()
    assert ready.run(tool, "scenes/laser.py", cwd=outside).stdout == f"{ready.root}\n"
    absolute = str(ready.root / "run")
    assert ready.run(tool, absolute, cwd=outside).stdout == f"{ready.root}\n"
    (outside / "mine.py").touch()
    assert ready.run(tool, "mine.py", cwd=outside).stdout == f"{outside}\n"


@pytest.mark.parametrize("command", [("manim",), ("sh", "-c", "pwd -P")])
def test_commands_start_where_a_caller_inside_stands(
    ready: Machine, command: tuple[str, ...]
) -> None:
    inside = ready.root / "scenes"
    inside.mkdir()
    assert ready.run(*command, cwd=inside).stdout == f"{inside}\n"


def test_a_relative_parameter_file_lies_where_the_caller_stands(ready: Machine) -> None:
    ready.script("a project/.venv/bin/manim", '#!/bin/sh\necho "$GDVIDEO_PARAMS"\n')
    outside = ready.home / "out side"
    outside.mkdir()
    for named, meant in (("mine.toml", f"{outside}/mine.toml"), ("/a.toml", "/a.toml"), ("", "")):
        ready.environment["GDVIDEO_PARAMS"] = named
        assert ready.run("manim", "scenes/laser.py", cwd=outside).stdout == f"{meant}\n"


def test_other_commands_start_where_a_caller_outside_stands(ready: Machine) -> None:
    assert ready.run("sh", "-c", "pwd -P", cwd=ready.home).stdout == f"{ready.home}\n"


@pytest.mark.parametrize("call", ["./run-it", "a project/run"])
def test_called_by_a_relative_path_or_through_a_link(ready: Machine, call: str) -> None:
    (ready.home / "link").symlink_to("a project/run")
    (ready.home / "run-it").symlink_to("link")
    elsewhere = ready.home / "elsewhere"
    (elsewhere / "a project").mkdir(parents=True)
    done = subprocess.run(
        [call, "manim"],
        cwd=ready.home,
        env=ready.environment | {"CDPATH": str(elsewhere)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == f"{ready.root}\n"
