"""The laser film's compositions: who stands where, and where words stand."""

from __future__ import annotations

from functools import cached_property
from typing import Any, ClassVar

import numpy as np
from manim import VGroup

from gdmath.experiments.laser import Laser, Params
from scenes.figures import FRIEND
from scenes.figures.poses import FRIEND_POSES
from scenes.kit.bowl import Bowl, Dotted
from scenes.kit.placed import Placed
from scenes.kit.puppet import Puppet
from scenes.kit.trail import Trail
from scenes.places.loft import Across, CloseCloth, NearPlayer, WholeLoft
from scenes.places.loft_rows import Rows
from scenes.places.loft_strip import LoftStrip
from scenes.stage.shots import ShotFilm

__all__ = ["SWINGING", "LaserSets"]

# Who is in a shot: a pose, and where the feet are and how many units a cm has in each shape.
_PLAYERS = {
    "step": ("aiming", ((-5.75, -3.4), 0.033), ((-2.8, -3.3), 0.0178), ((-2.6, -5.3), 0.029)),
    "zoom": ("aiming", ((-6.3, -5.2), 0.042), ((-3.1, -3.6), 0.025), ((-2.6, -5.4), 0.03)),
    "hit": ("aiming", ((-5.5, -4.5), 0.037), ((-2.9, -3.2), 0.018), ((-2.5, -5.4), 0.03)),
    "swing": ("eager", ((-5.9, -3.5), 0.0275), ((-3.3, -3.2), 0.0115), ((-2.6, -5.4), 0.025)),
}
_FRIENDS: dict[str, tuple[Any, ...]] = {
    "square": ("measuring", ((5.5, -4.3), 0.0335), ((2.9, -3.6), 0.025), ((2.6, -5.4), 0.028)),
    "step": ("shouting", ((5.9, -3.5), 0.03), ((2.9, -3.3), 0.0178), ((2.6, -5.3), 0.0275)),
    "zoom": ("pointing", None, None, ((2.6, -5.4), 0.03)),
    "hit": ("watching", ((5.6, -4.5), 0.037), ((2.9, -3.2), 0.018), ((2.5, -5.4), 0.03)),
    "swing": ("watching", ((6.1, -3.5), 0.0275), ((3.3, -3.2), 0.0115), ((2.6, -5.4), 0.025)),
}
# Where the sheet begins that hangs between the two.
_EDGES = {
    "step": (-3.6, -1.65, -0.6),
    "zoom": (-3.3, -1.5, -0.6),
    "hit": (-3.6, None, None),
    "swing": (-3.6, None, None),
}
# What the two do at each step of the rates that are shown beside the film's own.
SWINGING = (
    (("cheering", "cheering"),),
    (("strained", "ducking"), ("flinching", "peeking"), ("eager", "ducking")),
    (("eager", "peeking"), ("strained", "ducking"), ("flinching", "peeking")),
)


class LaserSets(LoftStrip, Placed):
    """Composes the laser film's shots for the film's theme and aspect ratio."""

    # x and y, and how wide words may be.
    spots: ClassVar = {
        "heard": ((1.0, -1.2, 3.4), (1.9, -0.9, 2.6), (1.9, -3.0, 3.4)),
        "turn": ((-0.5, 0.4, 4.2), (1.5, 0.5, 3.6), (1.9, -0.7, 3.4)),
        "error": ((-5.1, 0.6, 3.0), (-2.3, 2.9, 2.6), (0.0, 5.4, 5.0)),
        "sum": ((-0.6, 0.6, 4.4), (-0.4, 1.0, 3.6), (-1.3, 3.0, 5.0)),
        "slope": ((-4.3, 1.2, 3.0), (-3.0, 1.2, 1.5), (-1.8, -2.6, 3.4)),
        "shout": ((3.3, 2.7, 4.2), (2.15, 3.1, 2.9), (2.4, 5.4, 2.4)),
        "line": ((4.15, 3.1, 4.6), (-1.7, 3.4, 3.3), (-1.6, 5.9, 4.1)),
        "swings": ((0.95, 3.3, 4.3), (0.0, 3.4, 3.2), (0.0, 5.7, 3.5)),
        "claim": ((1.25, 2.5, 5.1), (-0.45, 3.1, 3.8), (0.7, 5.75, 5.4)),
    }

    def __init__(self, film: ShotFilm[Params], story: Laser) -> None:
        super().__init__(film, story)
        self.story, self.first = story, story.params.first_shot_cm

    @cached_property
    def square_bowl(self) -> Bowl:
        """The bowl in true proportions: a cell of the square is as high as it is wide."""
        return self.bowl(*self.film.choose(
            (-2.2, 1.74, 5.22, -0.6), (-1.5, 1.53, 4.6, -0.4), (0.4, 1.9, 5.7, -1.3)
        ))  # fmt: skip

    @cached_property
    def step_bowl(self) -> Bowl:
        """The bowl with room for the gradient on either side of the dot."""
        reach = max(1.0, self.story.params.learning_rate)
        base, unit, rise, edge = self.film.choose(
            (-1.1, 2.2, 3.2, -3.6), (1.0, 1.65, 1.8, None), (0.9, 1.65, 2.2, None)
        )
        middle = self.film.choose(-1.0, -1.6, -1.6)
        return self.bowl(base, unit / reach, rise / reach**2, middle / reach, edge)

    def rows(self) -> Rows:
        """The strip after each of the steps that are told, row under row."""
        return Rows(self, range(len(self.story.told_steps) + 1), *self.film.choose(
            ((2.9, 0.65, -1.6), 4.4, -1.7, -3.3),
            ((3.5, 1.5, -0.5), 1.9, -1.0, -1.5),
            ((5.6, 3.6, 1.6), 3.1, -2.6, None),
        ))  # fmt: skip

    def swung(self, game: Laser, cast: str) -> tuple[Across, Bowl, Trail]:
        """The bowl with room for all landings of the contrasts, and those of a game below it."""
        far = max(float(np.abs(each.errors).max()) for each in self.story.contrasts) / self.miss
        choose = self.film.choose
        base, unit, rise, middle, edge = choose(
            (0.9, 2.3, 2.2, 0.95, -3.6), (1.7, 1.8, 1.6, 0.0, None), (2.9, 2.3, 3.0, 0.0, None)
        )
        bowl = self.bowl(base, unit / far, rise / far**2, middle, edge)
        trail = self.trail(bowl, game, *choose((0.62, 1.2), (0.44, 1.0), (0.66, 1.05)))
        return self.across(bowl, cast), bowl, trail

    def shouted(self, step: int, place: str, size: float = 2.0) -> VGroup:
        """What the friend shouts after so many steps."""
        shout, off = self.story.reading("shout", step), self.story.says("off", step)
        return self.large(place, shout, off, size=size, above=False)

    # -- shots -------------------------------------------------------------------------------

    def whole_loft(self, aim: float) -> WholeLoft:
        """The loft as a whole, the beam at a height."""
        params = self.story.params
        return WholeLoft(self, aim, target=self.target, hand=params.hand_height_cm,
                         distance=params.distance_cm)  # fmt: skip

    def close_cloth(self) -> CloseCloth:
        """The sheet over the friend's shoulder."""
        hand = self.story.params.hand_height_cm
        return CloseCloth(self, self.first, target_cm=self.target, hand=hand)

    def player_hears(self) -> NearPlayer:
        """The player from near, who only hears her."""
        stand = self.film.choose(((-5.3, -4.0), 0.04), ((-2.3, -3.4), 0.033), ((-2.2, -5.2), 0.045))
        hand = self.story.params.hand_height_cm
        return NearPlayer(self, *stand, self.first, target=self.target, hand=hand)

    def friend_beside(self, cast: str) -> Puppet:
        """The friend as she stands in a shot."""
        pose, *stands = _FRIENDS[cast]
        at, unit = self.film.choose(*stands)
        return self.puppet(FRIEND, FRIEND_POSES[pose], at, unit, -1, light=(-1.0, 0.3))

    def across(self, strip: Dotted, cast: str) -> Across:
        """A strip in the picture, and those who are cast, the sheet between them."""
        parts = [
            (table[cast][0], self.film.choose(*table[cast][1:])) for table in (_PLAYERS, _FRIENDS)
        ]
        stands = [(pose, *stand) for pose, stand in parts if stand]
        return Across(self, strip, *stands, edge=self.film.choose(*_EDGES[cast]))
