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
        grips: Sequence[float] = (0.06, 0.93),
    ) -> tuple[Puppet, Group]:  # fmt: skip
        """Return her with both hands on a straightedge, and what of them is before it.

        ``grips`` are the shares of its length, in the way that she faces, where they hold it.
        """
        pose = MAKER_POSES["laying"]
        shares = [share if facing > 0 else 1 - share for share in grips]
        spots = [(rule.grip(share) - np.array([*at, 0.0])) / unit for share in shares]
        (x0, y0, _), (x1, y1, _) = (spot.tolist() for spot in spots)
        pose = pose.but(near=pose.near.but(wrist=(facing * x0 - 6, y0 - 6)),
                        far=pose.far.but(wrist=(facing * x1 + 1, y1 - 7)))  # fmt: skip
        maker = self.maker(pose, at, unit, facing, bench)
        return maker, Group(maker.hand("near"), maker.hand("far"))
