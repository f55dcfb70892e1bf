"""A project with two films of a second or so, and the command in it."""

from __future__ import annotations

import atexit
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from compileall import compile_dir
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from tests.gdvideo.forking import server

__all__ = ["Project"]

HERE = Path(__file__).resolve().parents[2]
SETTINGS = "manim.cfg"
# pydub, which manim imports, still uses audioop.
WARNINGS = ("-W", "error", "-W", "ignore:'audioop' is deprecated:DeprecationWarning")

EXPERIMENT = '''
"""A dot."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from gdmath.experiments import params as base
from gdmath.experiments._common.run import Run
from gdmath.experiments._common.sentences import Sentences, no_claim
from gdmath.experiments.params import parameter

PRESETS: Mapping[str, Mapping[str, object]] = {{"far": {{"side": 3.0}}}}


class Params(base.Params):
    """What the film can be told."""

    side: float = parameter({side}, "cm", "how far the dot goes", ge=0, le=3)
    steps: int = parameter(1, "", "how often", ge=1, le=3)
    shape: Literal["dot", "ring"] = parameter("dot", "", "what it is")


class Moves(Run):
    """A run of it."""

    sentences = Sentences(claim={{"A dot can move.": no_claim}})
    quantities = {{}}


def run(params: Params) -> Moves:
    """Run it."""
    return Moves()
'''

SCENE = '''
"""A dot moves."""

from __future__ import annotations

from manim import RIGHT, Circle, Dot

from gdmath.experiments import {slug}
from scenes.stage.film import Film


class {scene}(Film[{slug}.Params]):
    """A dot moves."""

    slug = "{slug}"
    title = "A dot"
    model = {slug}.Params

    def construct(self) -> None:
        self.beat("moving")
        mark = Dot() if self.params.shape == "dot" else Circle(0.2)
        self.add(mark)
        for _ in range(self.params.steps):
            self.play(mark.animate.shift(RIGHT * self.params.side), run_time=0.4)
        self.hold(0.2)
'''

ANSWER = """
import contextlib, io, json, sys
from gdvideo.cli import main
answers = []
for command in json.load(sys.stdin):
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        try:
            code = main(command)
        except SystemExit as leaving:
            code = leaving.code
    answers.append((code, said.getvalue()))
print(json.dumps(answers))
"""


@cache
def _compiled() -> Path:
    """Return a folder with what films share, and its byte code: each project would make it."""
    root = Path(mkdtemp())
    atexit.register(shutil.rmtree, root)
    for name in ("gdmath", "gdvideo", "filmrender", "scenes/paint", "scenes/stage"):
        hidden = shutil.ignore_patterns("__pycache__")
        shutil.copytree(HERE / name, root / name, ignore=hidden)
    compile_dir(root, quiet=1)
    return root


@dataclass(frozen=True)
class Project:
    """A copy of the project with films of its own."""

    root: Path

    @classmethod
    def make(cls, root: Path) -> Project:
        """Copy what films share, and add two: near and wide."""
        shutil.copytree(_compiled(), root, dirs_exist_ok=True)
        for path in (root / "gdmath" / "experiments").glob("*.py"):
            if path.stem not in ("__init__", "parameter_file", "params", "reading"):
                path.unlink()
        for name in (SETTINGS, "scenes/__init__.py"):
            shutil.copy(HERE / name, root / name)
        for slug, side in (("near", 1.0), ("wide", 2.0)):
            facts = {"slug": slug, "scene": slug.capitalize(), "side": side}
            experiment = root / "gdmath" / "experiments" / f"{slug}.py"
            experiment.write_text(EXPERIMENT.format(**facts), "utf-8")
            (root / "scenes" / f"{slug}.py").write_text(SCENE.format(**facts), "utf-8")
        project = cls(root)
        project.tell("[near]\nsteps = 1\n\n[wide]\nsteps = 2\n")
        return project

    def tell(self, parameters: str) -> None:
        """Write params.toml."""
        (self.root / "params.toml").write_text(parameters, "utf-8")

    def start(
        self, *arguments: str, new_group: bool = False, said: Path | None = None, folder: str = ""
    ) -> subprocess.Popen[str]:
        """Start ``gdvideo``, in a process group of its own if told to; it may speak to a file.

        It starts in a ``folder`` of the project.
        """
        command = [sys.executable, *WARNINGS, "-m", "gdvideo", *arguments]
        out = subprocess.PIPE if said is None else os.open(said, os.O_WRONLY | os.O_CREAT)
        return subprocess.Popen(
            command,
            cwd=self.root / folder,
            env=self.environment,
            stdout=out,
            stderr=out,
            text=True,
            start_new_session=new_group,
        )

    def run(self, *arguments: str, code: int = 0, folder: str = "") -> str:
        """Run ``gdvideo``, which must end with ``code``; return all that it said.

        It is a fork of a process that has imported Manim; if the settings, which Manim reads when
        it is imported, are the project's own, it is a process of its own.
        """
        if (self.root / SETTINGS).read_bytes() == (HERE / SETTINGS).read_bytes():
            ended, out, err = self._forked(arguments, folder)
        else:
            process = self.start(*arguments, folder=folder)
            out, err = process.communicate(timeout=600)
            ended = process.returncode
        assert ended == code, out + err
        assert "Traceback" not in err, err
        return out + err

    def kill(self, *arguments: str, after: float) -> None:
        """Run ``gdvideo``, and kill it and its processes after so many seconds."""
        self._forked(arguments, kill=after)

    def _forked(
        self, arguments: Sequence[str], folder: str = "", kill: float | None = None
    ) -> tuple[int, str, str]:
        return server(WARNINGS, HERE).run(self.root, arguments, self.environment, folder, kill)

    @property
    def environment(self) -> dict[str, str]:
        """The environment of its commands; the second time their byte code is there."""
        path = os.pathsep.join([str(self.root), *sys.path])
        passed = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        return {**passed, "PYTHONPATH": path}

    def answers(self, commands: list[list[str]]) -> list[tuple[int, str]]:
        """Return exit code and words for each command line, all given to one process."""
        command = [sys.executable, "-c", ANSWER]
        told = json.dumps(commands)
        ran = subprocess.run(
            command, cwd=self.root, input=told, capture_output=True, text=True, check=True
        )
        return [(code, answer) for code, answer in json.loads(ran.stdout)]

    def film(self, name: str, quality: str = "480p15") -> Path:
        """Return a film's place."""
        slug = re.split("[-_]", name)[0].lower()
        return self.root / "media" / "videos" / slug / quality / f"{name}.mp4"
