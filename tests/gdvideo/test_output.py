"""Standard output that is full, closed, or left by its reader: no traceback, and the right code."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.gdvideo.project import Project

FULL = Path("/dev/full")
COMMANDS = ["list", "--help", "render --help", "params near", "completion bash", "doctor"]
SENTENCE = "the output cannot be written: No space left on device\n"

full = pytest.mark.skipif(not FULL.exists(), reason="there is no device that is always full")
buffered = pytest.mark.parametrize("unbuffered", ["", "1"], ids=["buffered", "unbuffered"])


@pytest.fixture(scope="module")
def healthy(shared: Project) -> Project:
    (shared.root / "pyproject.toml").write_text("[project]\ndependencies = []\n", "utf-8")
    return shared


def run(project: Project, command: str, redirection: str, unbuffered: str = "") -> tuple[int, str]:
    """Return the exit code, and what was said on standard error, as the shell redirects it."""
    line = f'"$0" -m gdvideo {command} {redirection}'
    ran = subprocess.run(
        ["sh", "-c", line, sys.executable],
        cwd=project.root,
        env=os.environ | {"PYTHONUNBUFFERED": unbuffered},
        capture_output=True,
        text=True,
        check=False,
    )
    return ran.returncode, ran.stderr


@full
@buffered
@pytest.mark.parametrize("command", COMMANDS)
def test_a_full_output_is_one_sentence(healthy: Project, command: str, unbuffered: str) -> None:
    assert run(healthy, command, ">/dev/full", unbuffered) == (5, SENTENCE)


@full
def test_a_refusal_that_cannot_be_said_keeps_its_code(healthy: Project) -> None:
    assert run(healthy, "list --no", "2>/dev/full")[0] == 2
    assert run(healthy, "list --no", ">/dev/full 2>&1")[0] == 2
    assert run(healthy, "list", ">/dev/full 2>&1")[0] == 5


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&-", ">&- 2>&- <&-"])
@pytest.mark.parametrize(("command", "code"), [("list", 0), ("list --no", 2), ("--help", 0)])
def test_closed_streams_change_no_code(
    healthy: Project, command: str, code: int, closed: str
) -> None:
    ended, said = run(healthy, command, closed)
    assert ended == code
    assert "Traceback" not in said


def test_a_film_is_made_without_streams(project: Project) -> None:
    assert run(project, "render near -ql", ">&- 2>&- <&-") == (0, "")
    assert project.film("Near").is_file()


@buffered
@pytest.mark.parametrize("command", COMMANDS)
def test_a_reader_may_leave(healthy: Project, command: str, unbuffered: str) -> None:
    gone, output = os.pipe()
    os.close(gone)
    with os.fdopen(output) as pipe:
        ran = subprocess.run(
            [sys.executable, "-m", "gdvideo", *command.split()],
            cwd=healthy.root,
            env=os.environ | {"PYTHONUNBUFFERED": unbuffered},
            stdout=pipe,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert (ran.returncode, ran.stderr) == (0, "")
