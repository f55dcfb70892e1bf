"""Signals end a build with the shell's codes, and leave whole films and nothing else."""

import os
import random
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.gdvideo.project import Project

PATIENCE_SECONDS = 60


def without_end(project: Project) -> None:
    """Let the films never end: no machine then is too quick for a signal."""
    for source in (project.root / "scenes" / "near.py", project.root / "scenes" / "wide.py"):
        steps = "for _ in range(self.params.steps):"
        text = source.read_text("utf-8")
        assert steps in text
        source.write_text(text.replace(steps, "while True:"), "utf-8")


def begun(project: Project, process: subprocess.Popen[str]) -> None:
    """Wait until plays have been drawn."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not any(path.stat().st_size for path in project.root.glob("media/.task-*/report")):
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < deadline
        time.sleep(0.02)


def running(project: Project) -> list[str]:
    """Return the command lines of processes that work in this project."""
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            if (path / "cwd").resolve() == project.root:
                found.append((path / "cmdline").read_text("utf-8"))
        except OSError:
            continue
    return found


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="signals are otherwise there")
@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["INT", "TERM"]
)
@pytest.mark.parametrize("command", [["build", "-ql"], ["render", "near", "-ql"]], ids=str)
def test_a_signal_ends_the_command_and_all_its_processes(
    project: Project, command: list[str], number: signal.Signals, code: int
) -> None:
    without_end(project)
    process = project.start(*command)
    begun(project, process)
    process.send_signal(number)
    _, said = process.communicate(timeout=PATIENCE_SECONDS)
    assert process.returncode == code
    assert "Traceback" not in said
    assert not list(project.root.glob("media/videos/*/*/*.mp4"))
    assert not list(project.root.glob("media/.task-*"))
    if Path("/proc").is_dir():
        assert not running(project)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="cannot see other processes")
@pytest.mark.parametrize("command", [["build", "-ql"], ["render", "near", "-ql"]], ids=str)
def test_a_killed_command_takes_its_processes_with_it(project: Project, command: list[str]) -> None:
    without_end(project)
    process = project.start(*command, "--jobs", "3")
    begun(project, process)
    process.kill()
    process.communicate(timeout=PATIENCE_SECONDS)
    deadline = time.monotonic() + PATIENCE_SECONDS
    while left := running(project):
        assert time.monotonic() < deadline, left
        time.sleep(0.05)
    assert not list(project.root.glob("media/videos/*/*/*.mp4"))


def kill_and_build(project: Project, delay: float) -> None:
    """Kill a build after so many seconds, with all its processes, and build again."""
    process = project.start("build", "-ql", new_group=True)
    time.sleep(delay)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    project.run("build", "-ql")


@pytest.mark.parametrize(
    "rounds", [1, pytest.param(30, marks=pytest.mark.soak)], ids=["once", "often"]
)
def test_a_killed_build_ends_with_the_same_bytes(
    tmp_path: Path, project: Project, rounds: int
) -> None:
    left_alone = Project.make(tmp_path / "alone")
    began = time.monotonic()
    left_alone.run("build", "-ql")
    whole = time.monotonic() - began
    chance = random.Random(6)
    for number in range(rounds):
        project.tell(f"[near]\nside = {1 + number / 64}\n")
        left_alone.tell(f"[near]\nside = {1 + number / 64}\n")
        left_alone.run("build", "-ql")
        kill_and_build(project, chance.uniform(0, whole))
        for name in ("Near", "Wide"):
            assert project.film(name).read_bytes() == left_alone.film(name).read_bytes()
        assert not list(project.root.glob("media/.task-*"))
