"""The kitchen with the grandmother in it: at her stove, and at noon at the table."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from manim.typing import Point3D

from scenes.figures import GRANDMOTHER
from scenes.figures.cook_poses import COOK_POSES
from scenes.figures.people import Blindfold
from scenes.kit.puppet import Puppet
from scenes.places.place import Place
from scenes.stage.claims import decoration
from scenes.stage.sprite import Sprite
from scenes.worlds.kitchen.palette import palette
from scenes.worlds.kitchen.room import Kitchen
from scenes.worlds.kitchen.things import grains_art

__all__ = ["AtTheStove"]


class AtTheStove(Place):
    """The kitchen in a film's theme and aspect ratio."""

    light = "kitchen"

    @cached_property
    def scrim(self) -> Sprite:
        """The soft ground under the narration."""
        return self.scrim_of(palette(self.night).calm, 0.8)

    def kitchen(
        self, stove: float, burners: Sequence[tuple[float, float]] = (), lamp: float = 0.0,
        *, noon: bool = False, bare: bool = False, parted: bool = False,
    ) -> Sprite:  # fmt: skip
        """Return the kitchen, its stove's upper edge at a height, or at noon its table's.

        From near the wall is ``bare``; a post has it ``parted``.
        """
        frame = self.film.frame
        size = frame.width, frame.height
        room = Kitchen(*size, self.night, stove, tuple(burners), lamp, noon, bare, parted)
        return Sprite(room.plate(self.pixels), name="backdrop")

    def cook(
        self, pose: str, at: Sequence[float], unit: float, facing: int = -1, *,
        band: Blindfold = "", hidden: float = -math.inf,
    ) -> Puppet:  # fmt: skip
        """Return the grandmother, her feet at a point, each cm so many frame units.

        The blindfold is a ``band`` over her eyes, or pushed up. Something hides what of her lies
        below the height ``hidden``.
        """
        who = replace(GRANDMOTHER, blindfold=band)
        light = (0.8 * facing, 0.6)
        return self.puppet(who, COOK_POSES[pose], at, unit, facing, light=light, hidden=hidden)

    def grains(self, hand: Point3D, fall: float, *, water: bool = False) -> Sprite:
        """Return salt that falls so far from a hand, or water."""
        art = grains_art(fall, self.film.theme.marks["step"], self.night, water, self.pixels)
        return decoration(Sprite(art, at=hand, name="grains"))
