"""The studio: a quiet room for charts, the place of a film that has no world of its own."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from scenes.places.place import Place
from scenes.stage.shots import ShotFilm
from scenes.stage.sprite import Sprite
from scenes.worlds import studio

__all__ = ["Studio"]


class Studio(Place):
    """The studio in a film's theme and aspect ratio, with soft ground under its narration."""

    light = "loft"

    def __init__(self, film: ShotFilm[Any]) -> None:
        super().__init__(film)
        film.add(self.scrim_of(self._room.calm))

    @cached_property
    def _room(self) -> studio.Studio:
        frame = self.film.frame
        return studio.Studio(frame.width, frame.height, self.night)

    @cached_property
    def backdrop(self) -> Sprite:
        """The wall, which fills the frame."""
        return Sprite(self._room.plate(self.pixels), name="backdrop")
