"""A film that does one thing, and the numbers that it may show."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar

import numpy as np
from manim import DOWN, LEFT, Mobject, Rectangle, VGroup
from manim.typing import Point3D

from gdmath.experiments import params as base
from gdmath.experiments._common.sentences import Said, Sentences
from gdmath.experiments.params import parameter
from gdmath.experiments.reading import Format, Reading
from scenes.stage.claims import Ruler, Space, claim
from scenes.stage.inspect.finding import Finding
from scenes.stage.inspect.watch import inspect_film
from scenes.stage.marks import Mark, Path, dot
from scenes.stage.shots import ShotFilm
from scenes.stage.theme import Role

__all__ = [
    "HEIGHTS",
    "Sample",
    "board",
    "found_in",
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
    """The numbers, and what they come to."""

    ledger: Mapping[str, Any]
    lesson: str


def run(_params: Params) -> Experiment:
    """Return the numbers."""
    ledger = {"height": np.array(HEIGHTS), "twice": lambda value: 2 * value}
    return Experiment(ledger, said("Nothing."))


class Sample(ShotFilm[Params]):
    """A shot of half a second before a wall that means nothing."""

    slug = "sample"
    title = "A sample"
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


def found_in(
    tell: Callable[[Sample], object], aspect: str = "16:9", lesson: str | None = None
) -> list[Finding]:
    """Return what is wrong with a film that does this, but for its length."""

    class Telling(Sample):
        def run(self) -> Experiment:
            right: Experiment = super().run()
            return right if lesson is None else replace(right, lesson=lesson)

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
    """Return an opaque rectangle without an outline in the middle of the frame."""
    paint = color or film.theme.faint("quiet", 0.08)
    return Rectangle(width=width, height=height, stroke_width=0, fill_opacity=1, fill_color=paint)


class Plot(VGroup, Space):
    """Two axes from 0 to 10 with three ticks each, and numbers at them."""

    def __init__(self, film: Sample) -> None:
        super().__init__(name="plot")
        self.zone = film.frame.part(0.2, 0.25, 0.8, 0.85)
        self.rulers = tuple(Ruler(way, [*self._ticks(film, way)]) for way in (0, 1))

    def _ticks(self, film: Sample, way: int) -> Iterator[tuple[Mobject, float]]:
        size = 0.8 * film.em
        for value in (0.0, 4.0, 10.0):
            foot = self.at(value, 0) if way == 0 else self.at(0, value)
            tick = Path(film.theme, "quiet", 0.03, name="tick")
            tick.through(foot, foot - 0.2 * np.eye(3)[1 - way])
            number = film.words(height(value, 0), size=size, role="quiet", name="tick label")
            number.next_to(tick, LEFT if way else DOWN, buff=0.1)
            self.add(
                tick, claim(number, self, x=value) if way == 0 else claim(number, self, y=value)
            )
            yield tick, value

    def at(self, x: float, y: float) -> Point3D:
        """Return where a pair of values belongs."""
        return self.zone.at(x / 10, y / 10)


def plot(film: Sample) -> Plot:
    """Return a plot."""
    return Plot(film)


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
