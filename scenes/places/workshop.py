"""The workshop with its maker, and what its toys dream of."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from manim import Group, VGroup

from scenes.figures import FRIEND, Pose
from scenes.figures.maker_poses import MAKER_POSES
from scenes.kit.hill_track import HillTrack
from scenes.kit.land import land
from scenes.kit.laying import ENDS, holding
from scenes.kit.puppet import Puppet
from scenes.kit.straightedge import Straightedge
from scenes.places.place import Place
from scenes.stage.sprite import Sprite
from scenes.worlds.workshop import Outdoors, Scene, Shop, calm, earth

__all__ = ["Workshop"]


class Workshop(Place):
    """The workshop in a film's theme and aspect ratio."""

    light = "loft"

    @cached_property
    def scrim(self) -> Sprite:
        """The soft ground under the narration."""
        return self.scrim_of(calm(self.night))

    def shop(self, bench: float, lamp: float, *, window: float = np.inf) -> Sprite:
        """Return the room, lit from a place across; ``window`` is the window's left side."""
        frame = self.film.frame
        shop = Shop(frame.width, frame.height, self.night, bench, lamp, window)
        return Sprite(shop.plate(self.pixels), name="backdrop")

    def outdoors(self, scene: Scene, ground: float, dock: float = -np.inf) -> Sprite:
        """Return the road's night, or the factory's dusk with its dock, down to the ground."""
        frame = self.film.frame
        place = Outdoors(frame.width, frame.height, self.night, scene, ground, dock)
        return Sprite(place.plate(self.pixels), name="backdrop")

    def land(self, track: HillTrack) -> VGroup:
        """Return the road below a track, on its land."""
        return land(track, earth(self.night), calm(self.night))

    def maker(
        self, pose: str | Pose, at: tuple[float, float], unit: float, facing: int = 1,
        bench: float = -np.inf,
    ) -> Puppet:  # fmt: skip
        """Return her with her feet at a point, behind a bench of that height."""
        pose = MAKER_POSES[pose] if isinstance(pose, str) else pose
        return self.puppet(FRIEND, pose, at, unit, facing, light=(0.8, 0.7), hidden=bench)

    def laying(
        self, rule: Straightedge, at: tuple[float, float], unit: float, facing: int, bench: float,
        grips: Sequence[float] = ENDS,
    ) -> tuple[Puppet, Group]:  # fmt: skip
        """Return her with both hands on a straightedge, and what of them is before it."""
        maker = self.maker("laying", at, unit, facing, bench)
        maker.take(holding(maker, rule, grips))
        return maker, Group(maker.hand("near"), maker.hand("far"))
