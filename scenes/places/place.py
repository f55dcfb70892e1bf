"""A place in a film's theme and aspect ratio: its light, its figures, its scrim."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, ClassVar

from scenes.figures import DAY, NIGHT, Person, Pose
from scenes.figures.light import Light
from scenes.kit.puppet import Puppet
from scenes.paint.art import EVERYWHERE, Box
from scenes.stage.shots import ShotFilm
from scenes.stage.sprite import Sprite
from scenes.worlds.lights import scrim

__all__ = ["Place"]

EDGE = 0.05  # frame units: some pixels more than are seen


class Place:
    """What every place is composed with. ``light`` names the light that falls on its figures."""

    light: ClassVar[str]

    def __init__(self, film: ShotFilm[Any]) -> None:
        self.film = film
        self.night = film.theme.name == "dark"
        self.pixels = film.pixels_per_unit

    def scrim_of(self, calm: str, strength: float = 0.93) -> Sprite:
        """Return the soft ground under the narration, in the colour that the place fades into."""
        frame = self.film.frame
        shade = scrim(frame.width, frame.height, self.pixels, colour=calm, strength=strength)
        return Sprite(shade, name="scrim")

    def lit_from(self, towards: tuple[float, float]) -> Light:
        """Return the place's light; by night it comes from where the shot has it."""
        lit = (NIGHT if self.night else DAY)[self.light]
        return lit.at(towards) if self.night else lit

    def puppet(
        self, person: Person, pose: Pose, at: Sequence[float], unit: float, facing: int = 1,
        light: tuple[float, float] = (1.0, 0.38), blur: float = 0.0, hidden: float = -math.inf,
        roams: bool = False,
    ) -> Puppet:  # fmt: skip
        """Return a figure with its feet at a point, each cm so many frame units.

        Something hides what of it lies below the height ``hidden``. One who ``roams`` is painted
        whole, also what is out of the frame now.
        """
        seen = EVERYWHERE if roams else self.seen(hidden)
        return Puppet(
            person, pose, self.lit_from(light), at=(at[0], at[1], 0), unit=unit,
            pixels=self.pixels, facing=facing, blur=blur, seen=seen,
        )  # fmt: skip

    def seen(self, hidden: float = -math.inf) -> Box:
        """Return the part of the frame above this height, a little larger than it is."""
        frame = self.film.frame
        low = max(frame.bottom, hidden)
        return frame.left - EDGE, low - EDGE, frame.right + EDGE, frame.top + EDGE
