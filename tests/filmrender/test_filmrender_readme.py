"""The README's example, tried as it stands there, in a folder outside of this project."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import av

README = (Path(__file__).parents[2] / "filmrender" / "README.md").read_text("utf-8")


def fenced(language: str) -> str:
    (found,) = re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)
    return str(found)


def test_the_example_is_rendered_as_the_readme_says(tmp_path: Path) -> None:
    (tmp_path / "manim.cfg").write_text(
        fenced("ini") + "notify_outdated_version = False\nprogress_bar = none\n"
    )
    (tmp_path / "theirs.py").write_text(fenced("python"))
    (command,) = re.findall(r"^    (manim render .*)$", README, re.MULTILINE)
    told = subprocess.run(
        [sys.executable, "-m", *shlex.split(command)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stdout + told.stderr
    (film,) = tmp_path.rglob("Theirs.mp4")
    assert list(film.parent.rglob("*.segment"))
    with av.open(film) as container:
        assert container.streams.video[0].frames == 90
