"""A film that does one thing, and the numbers that it may show."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from manim import Mobject, Rectangle, VMobject

from gdmath.experiments import params as base
from gdmath.experiments._common.sentences import Said, Sentences
from gdmath.experiments.params import parameter
from gdmath.experiments.reading import Format, Reading
from scenes.stage.claims import stay_in
from scenes.stage.film import Film
from scenes.stage.inspect.finding import Finding
from scenes.stage.inspect.watch import inspect_film
from scenes.stage.marks import Mark, dot
from scenes.stage.plot import Axis, Plot
from scenes.stage.shots import ShotFilm
from scenes.stage.theme import Role

__all__ = [
    "HEIGHTS",
    "Sample",
    "ShotSample",
    "board",
    "found_in",
    "found_in_shots",
    "height",
    "mark",
    "plot",
    "rules_of",
    "said",
]

HEIGHTS = (2.0, 3.0, 5.0, 103.27, 103.36)


class Params(base.Params):
    """What the film can be told: nothing that matters."""

    seed: int = parameter(0, "", "nothing")


@dataclass(frozen=True)
class Experiment:
    """The numbers."""

    ledger: Mapping[str, Any]


def run(_params: Params) -> Experiment:
    """Return the numbers."""
    return Experiment({"height": np.array(HEIGHTS), "twice": lambda value: 2 * value})


class Sample(Film[Params]):
    """One beat of half a second."""

    slug = "sample"
    title = "A sample"
    claim = "Nothing."
    model = Params
    colours: ClassVar[Mapping[str, Role]] = {"height": "here", "twice": "cost"}

    def show(self, *mobjects: VMobject) -> None:
        """Let these stand for a moment."""
        self.add(*mobjects)
        self.hold(0.4)


class ShotSample(ShotFilm[Params]):
    """A shot of half a second before a wall that means nothing."""

    slug = "sample"
    title = "A sample"
    claim = "Nothing."
    model = Params
    colours: ClassVar[Mapping[str, Role]] = {"height": "here", "twice": "cost"}

    def show(self, *mobjects: Mobject) -> None:
        """Let these stand for a moment, before a world that bleeds off the frame."""
        world = self.wall(self.theme.marks["ground"])
        self.cut(world, *mobjects)
        self.hold(0.4)

    def wall(self, color: str, width: float = 1.2, height: float = 1.2) -> Rectangle:
        """Return a plain wall, its size in shares of the frame's."""
        frame = self.frame
        wall = Rectangle(width=width * frame.width, height=height * frame.height, stroke_width=0)
        return wall.set_fill(color, 1)


def found_in_shots(tell: Callable[[ShotSample], object], aspect: str = "16:9") -> list[Finding]:
    """Return what is wrong with a film in shots that does this, but for its length."""
    return found_in(tell, aspect, ShotSample)  # type: ignore[arg-type]


def found_in(
    tell: Callable[[Sample], object], aspect: str = "16:9", kind: type[Sample] = Sample
) -> list[Finding]:
    """Return what is wrong with a film that does this, but for its length."""

    class Telling(kind):  # type: ignore[misc,valid-type]
        def construct(self) -> None:
            self.beat("only")
            tell(self)

    Telling.model = Params
    report = inspect_film(Telling, Params(), ["dark"], aspect)
    return [finding for finding in report.findings["dark"] if finding.rule != "length"]


def rules_of(findings: list[Finding]) -> set[str]:
    """Return the rules that are broken."""
    return {finding.rule for finding in findings}


def board(film: Sample, width: float = 1.0, height: float = 1.0, color: str = "") -> Rectangle:
    """Return an opaque rectangle without an outline in the middle of the stage."""
    paint = color or film.theme.paint("panel")
    board = Rectangle(width=width, height=height, stroke_width=0, fill_opacity=1, fill_color=paint)
    return board.move_to(film.layout.stage.center)


def plot(film: Sample) -> Plot:
    """Return a plot with three ticks and numbers at each axis."""
    axis = Axis(0, 10, (2, 4, 8), lambda value: height(value, 0))
    zone = film.layout.stage.part(0.2, 0.2, 0.8, 0.8)
    space = Plot(zone, axis, axis, theme=film.theme, size=film.layout.small)
    return stay_in(space, film.layout.stage)


def mark(film: Sample, space: Plot, at: tuple[float, float], radius: float = 0.1) -> Mark:
    """Return a dot at this pair of values, that claims nothing."""
    return dot(film.theme, "here", radius).move_to(space.at(*at))


def height(value: float, decimals: int = 1) -> Reading:
    """Return one of the heights as it is shown."""
    return Format(decimals).of("height", value)


def said(text: str, holds: Callable[[], bool] = lambda: True) -> Said:
    """Return a sentence that holds now, and later as long as that says so."""
    now = [True]
    line = Sentences(line={text: lambda _run: now[0] or holds()}).of(None, "line")
    now[0] = False
    return line
