"""The valley from straight above: a and b are places on the ground, and the run a path in it."""

from __future__ import annotations

import math

import numpy as np
from manim import Dot, Group, ValueTracker, VGroup, VMobject
from manim.typing import Point3D
from numpy.typing import ArrayLike

from gdmath.experiments.staircase import Staircase
from scenes.figures import MAN
from scenes.figures.above import above_art
from scenes.kit.compass import Compass
from scenes.paint import Art
from scenes.places.valley import Valley
from scenes.stage.claims import Space, claim, decoration
from scenes.stage.marks import Path, cased, follow, px
from scenes.stage.sprite import Sprite
from scenes.stage.theme import Role
from scenes.worlds.valley.above import Trough

__all__ = ["Above"]

LEVELS = 9.0  # sheets between the floor and the first guess
FAR = ((6.5, -2.75), (3.6, -2.0), (-3.4, -5.0))  # where a run that swings past home may get to
TICK = 0.11  # frame units: half of the mark of an epoch beyond the run
SIDEWAYS = 0.25  # of the way along the valley at least, the way across it is drawn as long


class Above(Group, Space):
    """The valley turned so that it lies along the frame: the house at one end, the start at one.

    ``walk`` is after how many epochs he is where he is seen.
    """

    def __init__(self, place: Valley, story: Staircase) -> None:
        film = self.film = place.film
        self.story, self.walk = story, ValueTracker(0.0)
        start, home = film.choose(
            ((-5.2, 3.1), (4.8, -1.35)), ((-2.7, 2.9), (2.6, -0.9)), ((2.5, 5.0), (-0.9, -3.6))
        )
        self.home, self.order = np.array(home), [0, 1] if film.is_tall else [1, 0]
        offs = ((story.places - story.best) @ story.axes.T)[:, self.order]
        off, room = offs[0], (np.array(home) - film.choose(*FAR)) / (np.array(start) - home)
        reach = np.maximum(np.abs(off), SIDEWAYS * np.abs(off).max())
        beyond = np.abs(np.where(offs * off < 0, offs, 0)).max(axis=0)
        reach = np.maximum(reach, beyond / np.abs(room))
        self.units = (np.array(start) - home) / reach * np.where(off < 0, -1, 1)
        near = 2 * (float(story.costs[0]) - story.best_cost) / LEVELS / story.steepness
        radii = np.abs(self.units) * np.sqrt(near)[self.order]
        self.sheets = (self.home, radii)
        trough = Trough(film.frame.width, film.frame.height, place.night, home,
                        (round(float(radii[0]), 3), round(float(radii[1]), 3)))  # fmt: skip
        self.plate = Sprite(trough.plate(place.pixels), name="backdrop")
        self.hut = place.hut(np.array([*home, 0.0]) - (0, 0.25, 0), film.choose(0.9, 0.7, 0.8))
        self.unit = film.choose(0.0175, 0.0115, 0.0145)
        self._place = place
        self.man = self._from_above()
        self.path = cased(Path(film.theme, "step", 0.07), film.theme)
        self.ticks = VMobject().set_stroke(film.theme.mark("text"), px(0.02), 0.9)
        follow(decoration(self.path), self._trace)
        decoration(self.ticks)
        super().__init__(self.plate, self.path, self.ticks, self.man, self.hut)

    def at(self, parameters: ArrayLike) -> Point3D:
        """Return where parameters (2,) are."""
        return np.append(self._places(np.asarray(parameters)[None])[0], 0.0)

    def _places(self, parameters: np.ndarray) -> np.ndarray:
        off = (parameters - self.story.best) @ self.story.axes.T
        return np.asarray(self.home + self.units * off[:, self.order])

    def measure(self, x: ArrayLike, y: ArrayLike) -> np.ndarray:
        """Return the places (n, 2) of a and b, (n,) each."""
        pairs = np.broadcast_arrays(np.atleast_1d(x), np.atleast_1d(y))
        return self._places(np.column_stack(pairs))

    def marks(self, first: int, last: int) -> VGroup:
        """Return a dot for each epoch from one to another, on the way that was made."""
        marks = VGroup()
        for a, b in self.story.places[first : last + 1].tolist():
            mark = Dot(self.at((a, b)), 0.11, color=self.film.theme.mark("here"), name="place")
            mark.set_stroke(self.film.theme.mark("ground"), 3, background=True)
            marks.add(claim(mark, self, of="a", x=a, y=b))
        return marks

    def axes(self, corner: Point3D) -> Compass:
        """Return which way a and b grow: two arrows from a point, with their names."""
        home = self.at(self.story.best)
        ways = [self.at(self.story.best + way) - home for way in np.eye(2)]
        names: list[tuple[Point3D, str, Role]] = [
            (1.2 * way / float(np.linalg.norm(way)), self.story.says("name", name), "here")
            for way, name in zip(ways, "ab", strict=True)
        ]
        return Compass(self.film, corner, names)

    def _seen(self, epoch: float) -> Point3D:
        """Return where he is after so many epochs, on the line from one to the next."""
        first = int(epoch)
        here, there = (self.at(place) for place in self.story.later([first, first + 1]))
        return np.asarray(here + (epoch - first) * (there - here))

    def _trace(self, path: Path) -> None:
        epoch = float(self.walk.get_value())
        spots = [self.at(place) for place in self.story.later(np.arange(int(epoch) + 1))]
        path.through(*spots, self._seen(epoch))
        across = np.eye(3)[self.order[0]]
        ticks = [spot + np.linspace(-TICK, TICK, 4)[:, None] * across
                 for spot in spots[self.story.epochs + 1 :]]  # fmt: skip
        self.ticks.points = np.concatenate([np.zeros((0, 3)), *ticks])

    def _from_above(self) -> Sprite:
        start = self._seen(0.0)
        man = Sprite(self._art(0.0), at=start, unit=self.unit, name="man")

        def step(man: Sprite) -> None:
            epoch = float(self.walk.get_value())
            here = self._seen(epoch)
            x, y, _ = self._seen(int(epoch) + 1) - here
            man.swap(self._art(10.0 * round(math.degrees(math.atan2(y, x)) / 10)))
            man.shift(here - man.place((0.0, 0.0)))

        return decoration(follow(man, step))

    def _art(self, faces: float) -> Art:
        light = self._place.lit_from((0.6, 0.8))
        return above_art(MAN, faces, faces + 14, 58, light, self.unit * self._place.pixels)
