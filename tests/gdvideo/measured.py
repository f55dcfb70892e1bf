"""A film of which a data file decides how far its dot goes."""

from __future__ import annotations

from tests.gdvideo.project import Project

__all__ = ["EXPERIMENT", "SCENE", "add"]

EXPERIMENT = '''
"""A dot goes as far as a file says."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

from pydantic import PrivateAttr, ValidationInfo, model_validator

from gdmath.experiments import params as base
from gdmath.experiments._common.run import Run
from gdmath.experiments._common.sentences import Sentences, no_claim
from gdmath.experiments.params import parameter

PROJECT = Path(__file__).resolve().parents[2]
PRESETS: Mapping[str, Mapping[str, object]] = {"p": {"steps": 2}}


class Params(base.Params):
    """What the film can be told."""

    way: str = parameter("", "", "file of how far the dot goes")
    steps: int = parameter(1, "", "how often", ge=1, le=3)

    _file: Path | None = PrivateAttr(default=None)
    _far: float = PrivateAttr(default=1.0)

    @property
    def far(self) -> float:
        return self._far

    def data_files(self) -> Mapping[str, Path]:
        return {} if self._file is None else {"way": self._file}

    @model_validator(mode="after")
    def _read(self, info: ValidationInfo) -> Self:
        if self.way:
            folder: Any = info.context or PROJECT
            self._file = folder / self.way
            self._far = float(self._file.read_text("utf-8"))
        return self


class Moves(Run):
    """A run of it."""

    sentences = Sentences(claim={"A dot can move.": no_claim})
    quantities = {}


def run(params: Params) -> Moves:
    """Run it."""
    return Moves()
'''

SCENE = '''
"""A dot moves."""

from __future__ import annotations

from manim import RIGHT, Dot

from gdmath.experiments import far
from scenes.stage.film import Film


class Far(Film[far.Params]):
    """A dot moves."""

    slug = "far"
    title = "A way"
    model = far.Params

    def construct(self) -> None:
        self.beat("moving")
        dot = Dot()
        self.add(dot)
        for _ in range(self.params.steps):
            self.play(dot.animate.shift(RIGHT * self.params.far), run_time=0.4)
        self.beat("standing")
        self.hold(0.2)
'''


def add(project: Project) -> None:
    """Add the film, with a file of 1 in the folder a and a file of 2 in b, and a p.toml in each."""
    (project.root / "gdmath" / "experiments" / "far.py").write_text(EXPERIMENT, "utf-8")
    (project.root / "scenes" / "far.py").write_text(SCENE, "utf-8")
    for folder, way in (("a", "1"), ("b", "2")):
        (project.root / folder).mkdir()
        (project.root / folder / "way.txt").write_text(way, "utf-8")
        (project.root / folder / "p.toml").write_text('[far]\nway = "way.txt"\n', "utf-8")
