"""The workshop with its maker, its toys on their tracks, and what they dream of."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np
from manim import DOWN, Group, VGroup, VMobject

from scenes.figures import FRIEND, Pose
from scenes.figures.maker_poses import MAKER_POSES
from scenes.kit.hill_track import TARGET, HillTrack
from scenes.kit.puppet import Puppet
from scenes.kit.straightedge import Straightedge
from scenes.places.place import Place
from scenes.stage.claims import decoration
from scenes.stage.marks import Path, follow, px
from scenes.stage.sprite import Sprite
from scenes.stage.theme import Role
from scenes.worlds.workshop import Outdoors, Scene, Shop, calm, earth, post_art

__all__ = ["Workshop"]

HAND = 9.0  # cm from the middle of a hand: what of her is before a thing that she holds
ROAD = -0.3  # frame units from the curve to the middle of the road below it


class Workshop(Place):
    """The workshop in a film's theme and aspect ratio."""

    light = "loft"

    @cached_property
    def scrim(self) -> Sprite:
        """The soft ground under the narration."""
        return self.scrim_of(calm(self.night))

    def shop(
        self, levels: Sequence[float], window: tuple[float, float], tools: tuple[float, float]
    ) -> Sprite:
        """Return the room; ``window`` is the middle of the window's foot."""
        frame, (x, y) = self.film.frame, window
        opening = (x - 1.55, y, x + 1.55, y + 2.8)
        shop = Shop(frame.width, frame.height, self.night, tuple(levels), opening, tools)
        return Sprite(shop.plate(self.pixels), name="backdrop")

    def outdoors(self, scene: Scene, ground: float, dock: float = -np.inf) -> Sprite:
        """Return the road's night, or the factory's dusk with its dock, down to the ground."""
        frame = self.film.frame
        place = Outdoors(frame.width, frame.height, self.night, scene, ground, dock)
        return Sprite(place.plate(self.pixels), name="backdrop")

    def land(self, track: HillTrack, *, road: bool = True) -> VGroup:
        """Return the land under a track, and maybe a road on it, which bend as it does."""
        frame, theme = self.film.frame, self.film.theme
        low, left, right = frame.bottom - 1, frame.left - 1, frame.right + 1
        tones: Any = 2 * [earth(self.night)] + 2 * [calm(self.night)]  # the narration's at its foot
        land = VMobject(stroke_width=0, fill_opacity=1, sheen_direction=DOWN)
        land.set_fill(tones)
        roles: tuple[tuple[Role, float], ...] = (("quiet", 0.5), ("ground", 0.42))
        sides = [Path(theme, role, wide, name="road") for role, wide in roles[: 2 * road]]
        stripes = VMobject(stroke_color=theme.mark("text"), stroke_width=px(0.04), name="stripes")

        def lie(_: VGroup) -> None:
            line = track.line()  # not what is drawn of it, which may be of the frame before
            line = np.concatenate(([[left, *line[0][1:]]], line, [[right, *line[-1][1:]]]))
            deep = line + np.array([0.0, ROAD, 0.0])
            ends = np.array([[right, low, 0], [left, low, 0], line[0]])
            land.set_points_as_corners(np.concatenate((line, ends)))
            for part in sides:
                part.set_points_as_corners(deep)
            spots = deep[2:-2:2] if road else deep[:2]
            stripes.points = np.concatenate([
                start + np.linspace(0, 1, 4)[:, None] * (end - start)
                for start, end in zip(spots[::3], spots[1::3], strict=False)
            ])  # fmt: skip

        return decoration(follow(VGroup(land, *sides, *[stripes][: len(sides)]), lie))

    def posts(self, track: HillTrack, bench: float, *places: float) -> Group:
        """Return posts from the bench up to a track, under these values."""
        foot, posts = bench + 0.06, Group()
        for x in places:
            top = track.point(x) - (0, 1.17 * TARGET * (x == track.hill.bottom), 0)
            art = post_art(round(float(top[1]) - foot, 3), self.night, self.pixels)
            posts.add(Sprite(art, at=(top[0], foot, 0), name="post"))
        return decoration(posts)

    def maker(
        self, pose: str | Pose, at: tuple[float, float], unit: float, facing: int = 1,
        bench: float = -np.inf,
    ) -> Puppet:  # fmt: skip
        """Return her with her feet at a point, behind a bench of that height."""
        pose = MAKER_POSES[pose] if isinstance(pose, str) else pose
        return self.puppet(FRIEND, pose, at, unit, facing, light=(0.8, 0.7), hidden=bench)

    def laying(
        self, rule: Straightedge, at: tuple[float, float], unit: float, bench: float,
        grips: tuple[float, float] = (0.06, 0.93),
    ) -> tuple[Puppet, Group]:  # fmt: skip
        """Return her with both hands on a straightedge, and what of them is before it.

        ``grips`` are the shares of its length where they hold it.
        """
        pose = MAKER_POSES["laying"]
        spots = [(rule.grip(share) - np.array([*at, 0.0])) / unit for share in grips]
        (x0, y0, _), (x1, y1, _) = (spot.tolist() for spot in spots)
        pose = pose.but(near=pose.near.but(wrist=(x0 - 6, y0 - 6)),
                        far=pose.far.but(wrist=(x1 + 1, y1 - 7)))  # fmt: skip
        maker = self.maker(pose, at, unit, bench=bench)
        return maker, Group(*[self._hand(maker, f"hand_{side}", unit) for side in ("near", "far")])

    def _hand(self, maker: Puppet, name: str, unit: float) -> Sprite:
        foot, middle = maker.place((0.0, 0.0)), maker.joint(name)
        x, y = ((middle - foot)[:2] / unit).tolist()
        art = maker.art.within((x - HAND, y - HAND, x + HAND, y + HAND))
        return decoration(Sprite(art, at=foot, unit=unit, name="hand"))
