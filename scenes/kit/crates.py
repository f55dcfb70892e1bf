"""How many of something as crates, and what they cost as a pile of coins."""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import Group, VGroup
from manim.typing import Point3D

from gdmath.experiments._common.parabola import Parabola
from scenes.kit.axis import Axis
from scenes.kit.ball import Ball
from scenes.kit.curve import CostCurve
from scenes.kit.hill_track import level_step
from scenes.kit.straightedge import Straightedge
from scenes.kit.toys import coin_art, crate_art
from scenes.stage.claims import Quantity, claim, decoration
from scenes.stage.marks import follow
from scenes.stage.shots import ShotFilm
from scenes.stage.sprite import Sprite

__all__ = ["CrateRow", "crate"]

A_COIN = 10.0  # what one coin of the pile stands for
MOST = 21  # coins
SLIVER = 0.02  # of a crate or a coin: less is not seen


def crate(film: ShotFilm[Any], corner: tuple[float, float], wide: float, high: float) -> Sprite:
    """Return a crate of this size, its lower left corner at a place."""
    art = crate_art(film.theme.marks["here"], film.pixels_per_unit * wide)
    return decoration(_stretched(Sprite(art, name="crate"), *corner, wide, high))


class CrateRow(Group):
    """Crates in a row from ``left``, each one of ``count``, and on the last one the cost in coins.

    The row is the axis of a hill's curve: ``wide`` is one crate, ``rise`` one of the cost. ``at``
    is how many there are.
    """

    def __init__(
        self, film: ShotFilm[Any], hill: Parabola, count: int, left: float, ground: float,
        wide: float, rise: float,
    ) -> None:  # fmt: skip
        self.hill, self._left, self._ground, self._wide = hill, left, ground, wide
        self._high, self._thick = 0.72 * wide, A_COIN * rise
        self._broad = min(4 * self._thick, 0.95)
        top = ground + self._high
        ends = (left, top, 0), (left + count * wide, top, 0)
        self.axis = axis = Axis(*ends, 0.0, float(count), film.theme)
        self.curve = CostCurve(axis, hill.function.at, rise, np.inf)
        self.curve.remove(self.curve.under)
        self.at = Quantity(hill.name, float(hill.xs[0]))
        self._crates = [crate(film, (left, ground), wide, self._high) for _ in range(count)]
        art = coin_art(film.pixels_per_unit * self._broad)
        self._coins = [decoration(Sprite(art, name="coin")) for _ in range(MOST)]
        self.ball = Ball(0.2, film.theme, film.pixels_per_unit)
        claim(self.ball.ball, axis, of=hill.name, x=self.at)
        super().__init__(*self._crates, *self._coins, self.curve, self.ball)
        follow(self.ball, lambda _: self._set())

    def point(self, x: float) -> Point3D:
        """Return where a value lies on the curve."""
        return self.curve.point(x)

    def edge(self, x: float, back: float, ahead: float, wide: float = 0.3) -> Straightedge:
        """Return a straightedge that is laid on the curve there, from below."""
        slope = float(self.hill.function.slope(x)) * self.curve.rise
        rule = Straightedge(self.axis.theme, back, ahead, wide)
        return rule.lay(self.point(x), np.array([self.axis.unit, slope, 0.0]))

    def step(self, start: float, end: float) -> VGroup:
        """Return a step from one value to another, as ``level_step`` has it."""
        return level_step(self.axis, self.hill.name, self.point, start, end)

    def _set(self) -> None:
        """Show as many crates and coins as there are now, the last ones as large as their part."""
        now, thick = self.at(), self._thick
        place = self.axis.at(now)
        self.ball.put(self.curve.point(now))
        for number, one in enumerate(self._crates):
            part = _part(one, now - number)
            _stretched(one, self._left + number * self._wide, self._ground, part * self._wide,
                       self._high)  # fmt: skip
        cost = float(self.hill.function.at(now)) / A_COIN
        for number, coin in enumerate(self._coins):
            part, foot = _part(coin, cost - number), float(place[1]) + (number - 0.48) * thick
            left = float(place[0]) - self._broad / 2
            _stretched(coin, left, foot, self._broad, 2 * thick * part)


def _part(sprite: Sprite, left: float) -> float:
    """Return which part of a picture there is, if so much is left, and hide what there is not."""
    part = min(max(left, SLIVER), 1.0)
    sprite.set_opacity(float(part > SLIVER))
    return part


def _stretched(sprite: Sprite, x: float, y: float, wide: float, high: float) -> Sprite:
    corners = [(x, y + high, 0), (x + wide, y + high, 0), (x, y, 0), (x + wide, y, 0)]
    sprite.points = np.array(corners, float)
    return sprite
