"""How many of something as crates, and what they cost as a pile of coins."""

from __future__ import annotations

from typing import Any

import numpy as np

from gdmath.experiments._common.parabola import Parabola
from scenes.kit.axis import Axis
from scenes.kit.ball import Ball, target_ring
from scenes.kit.curve import CostCurve
from scenes.kit.hill_run import HillRun
from scenes.kit.toys import coin_art, crate_art
from scenes.stage.claims import claim, decoration
from scenes.stage.marks import cased, follow
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


class CrateRow(HillRun):
    """Crates in a row from ``left``, each one of ``count``, and at its end the cost in coins.

    The ground is the axis of a hill's curve, which is as high as the coins: ``wide`` is one crate,
    ``rise`` one of the cost.
    """

    def __init__(
        self, film: ShotFilm[Any], hill: Parabola, count: int, left: float, ground: float,
        wide: float, rise: float,
    ) -> None:  # fmt: skip
        super().__init__(film, hill)
        self._left, self._ground, self._wide = left, ground, wide
        self._high, self._thick = 0.72 * wide, A_COIN * rise
        self._broad = min(4 * self._thick, 0.85 * wide)
        ends = (left, ground, 0), (left + count * wide, ground, 0)
        self.axis = axis = Axis(*ends, 0.0, float(count), film.theme)
        self.curve = CostCurve(axis, hill.function.at, rise, np.inf)
        self.curve.remove(self.curve.under)
        cased(self.curve.core, film.theme)
        self._crates = [crate(film, (left, ground), wide, self._high) for _ in range(count)]
        art = coin_art(film.pixels_per_unit * self._broad)
        self._coins = [decoration(Sprite(art, name="coin")) for _ in range(MOST)]
        self.ball = Ball(0.22, film.theme, film.pixels_per_unit)
        claim(self.ball.ball, axis, of=hill.name, x=lambda: self.at())
        self.ring = decoration(target_ring(0.22, film.pixels_per_unit, film.theme))
        self.ring.shift(self.curve.point(float(hill.bottom)))
        self.add(*self._crates, *self._coins, self.curve, self.ring, self.ball)
        follow(self.ball, lambda _: self._set())

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
