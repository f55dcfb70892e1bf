"""A hiker's way through the fog, seen from beside: he comes down to the right, towards us."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from itertools import pairwise, product
from typing import Any

import numpy as np
from manim import Animation, Group, VGroup

from gdmath.arrays import Array
from scenes.figures import Pose
from scenes.figures.poses import HIKER_POSES
from scenes.kit.puppet import Puppet
from scenes.places.basin import TALL, Body, Valley, Walk, rounded_way, standing
from scenes.stage.fading import FadeIn
from scenes.worlds.basin.look import Look
from scenes.worlds.basin.sky import Orb

__all__ = ["Hillside", "Staging"]

ASIDE = 232.0  # degrees from where his way leads to where the camera looks: all heights are seen
FOCAL, FAR = 10.8, 1.9  # how far off the camera is at the least
STEEPER = (0.0, 10.0, 20.0, 30.0, 45.0)  # degrees: what a ridge would hide is seen from above it
SMALLEST = 0.62  # of his height, however far off he is
KNOWN, GUESS = 0.8, 0.12  # how far he knows the ground, and how much of the rest can be guessed


@dataclass(frozen=True)
class Staging:
    """Where a walk is in the frame: ``at`` is its end, where he is ``tall`` frame units.

    It begins right of ``left``; his head stays below ``top``; the camera is pitched so far down,
    in degrees, and ``up`` times as high over the end as it is far from it. Moon or sun are
    ``orb``.
    """

    at: tuple[float, float]
    left: float
    top: float
    tall: float
    pitch: float
    up: float
    orb: Orb


class Hillside(Group):
    """A way over places (n, 2) in the fog, and the hiker at its beginning."""

    def __init__(self, valley: Valley, surface: str, places: Array, staging: Staging) -> None:
        self.places, self.tall, self.left = places, staging.tall, staging.left
        self.view = view = valley.view(_look(valley, surface, places, staging))
        fog = view.basin.fog(valley.pixels, rounded_way(places[:2]), KNOWN, orb=staging.orb,
                             guess=GUESS, seed=23)  # fmt: skip
        self.hiker = view.hiker(HIKER_POSES["feeling"], places[0], self.size(0), 1)
        self.ground, self.steps = Group(), VGroup()
        self.prints = VGroup(view.print_(places[0]))
        super().__init__(view.plate(fog))

    def size(self, step: int) -> float:
        """Return how tall he is in the frame after so many steps."""
        return float(self.tall * _nearness(self.view.look, self.places)[step])

    def pose(self, name: str, step: int) -> Pose:
        """Return one of his attitudes, with his feet on the ground there."""
        unit = self.size(step) / TALL
        return self.view.planted(HIKER_POSES[name], self.places[step], unit, 1)

    def turned(self, name: str) -> Puppet:
        """Return him as he looks back at his way from its end."""
        return self.view.hiker(HIKER_POSES[name], self.places[-1], self.tall, -1)

    def put(self, step: int) -> None:
        """Let him stand where he is after so many steps."""
        self.hiker.take(self.pose("feeling", step))
        self.hiker.scale(self.size(step) / TALL / self.hiker.unit)
        self.hiker.shift(self.view.at(self.places[step]) - self.hiker.place((0, 0)))

    def tread(self, start: int, end: int) -> list[Any]:
        """Add to ground, steps and prints what the steps from one to another leave; return it."""
        steps = [self.step(k) for k in range(start + 1, end + 1)]
        felt = self.view.felt(self.places[start : end + 1], KNOWN, 0.2)
        arrows, prints = (VGroup(*[step[k] for step in steps]) for k in (slice(-1), -1))
        self.ground.add(felt)
        self.steps.add(arrows)
        self.prints.add(prints)
        return [felt, arrows, prints]

    def go(self, start: int, end: int, strides: int) -> list[Animation]:
        """Return the animations that bring him from one step to another, with what they leave."""
        left = map(FadeIn, self.tread(start, end))
        points = [self.view.at(place) for place in self.places[start : end + 1]]
        poses = [self.pose(name, end) for name in ("feeling", "striding")]
        talls = self.size(start), self.size(end)
        return [Walk(self.hiker, points, talls, poses, strides), *left]

    def legs(self, start: int, parts: int = 3) -> list[tuple[int, int]]:
        """Return the steps after one, up to the last, in so many parts: where each begins, ends."""
        marks = np.linspace(start, len(self.places) - 1, parts + 1).round().astype(int).tolist()
        return [leg for leg in pairwise(marks) if leg[1] > leg[0]]

    def step(self, step: int) -> VGroup:
        """Return the arrow, if there is one, and the print of the step that leads to this one."""
        size = 0.12 * min(1.0, self.view.look.scale(self.places[step]) / 2.6)
        return self.view.step(self.places[step - 1], self.places[step], size)

    @property
    def body(self) -> Body:
        """Left, bottom, right and top of where he stands in the end."""
        return standing(self.view.at(self.places[-1]), self.tall)


def _nearness(look: Look, places: Array) -> Array:
    """Return how large (n,) he is at each place, as a share of what he is at the last."""
    depth = look.depth(look.spots(places))
    return np.asarray(np.clip(depth[-1] / depth, SMALLEST, 1.0))


def _look(valley: Valley, surface: str, places: Array, staging: Staging) -> Look:
    """Return the nearest look from which all of the way can be seen: as level as can be."""
    way = places[1:].mean(axis=0) - places[0]
    azimuth = math.degrees(math.atan2(way[0], way[1])) + ASIDE
    left, bottom = staging.left, staging.at[1]
    for steeper, out in product(STEEPER, np.geomspace(1.0, 6.0, 24).tolist()):
        pitch, up = staging.pitch - steeper, staging.up + steeper / 40
        look = valley.framed(surface, places[-1], azimuth, pitch, FOCAL, FAR * out, up * FAR * out,
                             staging.at)  # fmt: skip
        spots = look.on_ground(places)
        heads = spots[:, 1] + 0.97 * staging.tall * _nearness(look, places)
        fits = np.ptp(spots[:, 0]) <= staging.at[0] - left
        fits &= heads.max() - min(0.0, spots[:, 1].min() - bottom) <= staging.top
        if fits and look.sees(places).all():
            break
    over = np.maximum((left, bottom) - spots.min(axis=0), 0)
    return replace(look, shift=tuple(look.shift + over))
