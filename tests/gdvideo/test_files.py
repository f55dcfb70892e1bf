"""Private folders go with their process, and no sooner."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from gdvideo.files import private_folder

DAYS = 24 * 3600


@pytest.fixture(scope="module")
def gone() -> int:
    """The number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def made_by(parent: Path, host: str, pid: int, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a private folder that a process on a machine of this name has left."""
    with monkeypatch.context() as patched:
        patched.setattr(socket, "gethostname", lambda: host)
        patched.setattr(os, "getpid", lambda: pid)
        with private_folder(parent) as folder:
            (folder / "report").touch()
            kept = folder.rename(parent / "kept")
            folder.mkdir()
    return kept.rename(folder)


def aged(folder: Path, seconds: float, *, report: bool) -> None:
    then = folder.stat().st_mtime - seconds
    for path in (folder, folder / "report") if report else (folder,):
        os.utime(path, (then, then))


@pytest.mark.parametrize(
    ("host", "runs", "days", "stays"),
    [
        ("here", False, 0, False),
        ("here", True, 0, True),
        ("here", True, 9, True),
        ("there", False, 0, True),
        ("there", True, 9, False),
    ],
)
def test_a_folder_is_cleared_once_its_process_on_its_machine_is_gone(
    tmp_path: Path,
    gone: int,
    host: str,
    runs: bool,
    days: int,
    stays: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    left = made_by(tmp_path, host, os.getpid() if runs else gone, monkeypatch)
    aged(left, days * DAYS, report=True)
    monkeypatch.setattr(socket, "gethostname", lambda: "here")
    with private_folder(tmp_path) as own:
        assert left.is_dir() == stays
    assert not own.exists()


def test_a_folder_of_another_machine_is_as_young_as_what_is_in_it(
    tmp_path: Path, gone: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = made_by(tmp_path, "there", gone, monkeypatch)
    aged(left, 9 * DAYS, report=False)
    with private_folder(tmp_path):
        assert left.is_dir()
