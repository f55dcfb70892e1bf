"""The laser film's pictures: the strip of sheet, the bowl over it, the two before it."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from manim import PI, Arc, DashedVMobject, Group, Mobject, Rectangle, VGroup
from manim.typing import Point3D

from gdmath.arrays import Array
from gdmath.experiments.laser import Laser, Params
from scenes.figures import FRIEND
from scenes.figures.poses import FRIEND_POSES
from scenes.kit.bars import StepBars
from scenes.kit.bowl import Bowl
from scenes.kit.trail import Trail
from scenes.places.loft import Across, CloseCloth, Loft, Morning, NearPlayer, WholeLoft
from scenes.stage.claims import decoration
from scenes.stage.marks import follow, px
from scenes.stage.shots import CameraMove, ShotFilm
from scenes.stage.sprite import Sprite
from scenes.worlds.loft.cloth import Upright
from scenes.worlds.loft.strip import Strip as Band

__all__ = ["OFF", "Chart", "LaserSets"]

BAND = 0.93  # how high the strip of sheet is
OFF = -0.46  # how far below its upper edge things lie on it
# Where words stand in 16:9, 1:1 and 9:16, and how wide they may be.
_PLACES = {
    "heard": ((2.2, -1.2, 4.0), (1.6, -0.9, 3.0), (1.9, -2.6, 3.4)),
    "error": ((5.1, 0.6, 3.0), (2.3, 0.6, 2.6), (2.1, 0.9, 2.9)),
    "shout": ((3.3, 2.7, 4.2), (2.15, 3.1, 2.9), (2.4, 5.4, 2.4)),
    "line": ((3.7, 3.1, 4.6), (-1.7, 3.4, 3.3), (-1.6, 5.9, 4.1)),
    "rate": ((3.3, -2.6, 2.8), (2.3, 2.9, 2.6), (2.4, 5.2, 2.4)),
    "swings": ((0.6, 3.3, 5.0), (0.0, 3.4, 3.2), (0.0, 6.2, 4.1)),
    "beside dot": ((0.0, 0.0, 3.2), (0.0, 0.0, 1.7), (0.0, 0.0, 1.9)),
    "claim": ((1.5, 3.05, 4.1), (-0.7, 3.1, 4.4), (-0.6, 5.75, 5.4)),
}


# Who is in a shot: a pose, and where the feet are and how many units a cm has in each shape.
Places = tuple[tuple[tuple[float, float], float], ...]
_CAST: dict[str, tuple[tuple[str, Places] | None, tuple[str, Places] | None]] = {
    "square": (
        ("counting", (((-5.9, -4.1), 0.034), ((-3.0, -3.3), 0.0185), ((-2.3, -5.3), 0.027))),
        None,
    ),
    "step": (
        ("aiming", (((-5.9, -3.5), 0.03), ((-2.8, -3.2), 0.0155), ((-2.6, -5.3), 0.029))),
        ("shouting", (((5.9, -3.5), 0.03), ((2.9, -3.2), 0.0155), ((2.6, -5.3), 0.029))),
    ),
    "zoom": (
        ("aiming", (((-5.6, -6.4), 0.053), ((-2.7, -5.4), 0.03), ((-2.2, -10.4), 0.053))),
        None,
    ),
    "swing": (
        ("eager", (((-5.9, -3.5), 0.0275), ((-3.3, -3.2), 0.0115), ((-2.5, -5.3), 0.028))),
        ("watching", (((6.1, -3.5), 0.0275), ((3.3, -3.2), 0.0115), ((2.5, -5.3), 0.028))),
    ),
}


class LaserSets(Loft):
    """Composes the laser film's shots for the film's theme and aspect ratio."""

    def __init__(self, film: ShotFilm[Params], story: Laser) -> None:
        super().__init__(film)
        self.story = story
        self.first, self.target = story.params.first_shot_cm, story.params.target_cm
        self.miss = abs(float(story.errors[0]))
        self.side = 1 if story.errors[0] > 0 else -1  # what is farther off lies to the right

    def place(self, name: str) -> Point3D:
        """Return where words of this name stand."""
        x, y, _ = self.film.choose(*_PLACES[name])
        return np.array([x, y, 0.0])

    def room(self, name: str) -> float:
        """Return how wide words of this name may be."""
        return self.film.choose(*_PLACES[name])[2]

    # -- the strip and the bowl --------------------------------------------------------------

    def bowl(self, base: float, unit: float, rise: float, target_x: float) -> Bowl:
        """Return the strip at a height and the cost over it, the target at ``target_x``.

        ``unit`` and ``rise`` are how long the first miss and how high its cost are in the frame.
        """
        frame, cm = self.film.frame, self.side * self.miss / unit
        cloth = Band(frame.width + 1, BAND, self.night)
        band = Group(Sprite(cloth.cloth(self.pixels), at=(0, base - BAND / 2, 0)))
        left, right = (
            self.target + (x - target_x) * cm for x in (frame.left - 0.5, frame.right + 0.5)
        )
        bowl = Bowl(
            self.film, base, (left, right), self.story.cost_at, rise / self.miss**2,
            band=band, at=self.first, target=self.target, tick=self.miss / 3, off=OFF,
        )  # fmt: skip
        halo = self.lit(cloth.light(self.pixels, strength=1.0 if self.night else 0.55))
        band.add(follow(halo, lambda light: light.move_to(bowl.axis.at(bowl.at(), -BAND / 2))))
        return bowl

    @cached_property
    def square_bowl(self) -> Bowl:
        """The bowl with room for the square on the miss."""
        return self.bowl(*self.film.choose(
            (-2.0, 3.9, 4.2, -0.9), (-1.2, 2.4, 3.1, -0.9), (0.2, 3.2, 4.6, -1.9)
        ))  # fmt: skip

    @cached_property
    def step_bowl(self) -> Bowl:
        """The bowl with room for the gradient on either side of the dot."""
        reach = max(1.0, self.story.params.learning_rate)
        base, unit, rise = self.film.choose((-1.1, 2.2, 2.5), (0.6, 1.75, 2.0), (0.9, 1.75, 2.2))
        return self.bowl(base, unit / reach, rise / reach**2, -unit / reach)

    def swing_bowl(self, game: Laser) -> Bowl:
        """The bowl with room for all landings of a game."""
        far = float(np.abs(game.errors).max()) / self.miss
        base, unit, rise = self.film.choose((0.9, 3.0, 2.2), (1.7, 1.8, 1.6), (2.9, 2.3, 3.0))
        return self.bowl(base, unit / far, rise / far**2, 0.0)

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
        return NearPlayer(self, *stand, self.target)

    @cached_property
    def upright(self) -> Group:
        """The strip from near, upright, the light round the dot on it."""
        frame, bowl = self.film.frame, self.square_bowl
        strip = Upright(frame.width, frame.height, self.night)
        halo = self.lit(strip.halo(self.pixels)).move_to(bowl.dot.ball)
        return Group(Sprite(strip.plate(self.pixels), name="upright"), halo)

    def beside_upright(self, pose: str) -> Group:
        """The friend beside the upright strip, where there is room for her."""
        if self.film.layout.aspect != "16:9":
            return Group()
        return Group(self.puppet(FRIEND, FRIEND_POSES[pose], (-5.6, -4.6), 0.044, light=(1, 0.3)))

    def stood_up(self, lying: list[Mobject]) -> CameraMove:
        """Stand the strip and what lies on it upright in the frame; return the way back."""
        ring = self.square_bowl.axis.at(self.target, OFF)
        turn = self.side * PI / 2
        way = self._upright_at - ring
        return CameraMove(*lying, zoom=self._zoom, turn=turn, about=ring, shift=way).settle()

    @property
    def _zoom(self) -> float:
        return self.film.choose(0.9, 1.2, 1.6)

    @property
    def _upright_at(self) -> Point3D:
        return np.array([0.0, -self.side * self.film.choose(2.0, 1.9, 2.8), 0.0])

    def upright_ghost(self) -> VGroup:
        """Where the upright strip was, dashed, and the way on which it was turned."""
        colour, frame = self.film.theme.mark("text"), self.film.frame
        was = Rectangle(width=BAND * self._zoom, height=frame.height + 1)
        was.set_stroke(colour, px(0.03), 0.8)
        ring = self.square_bowl.axis.at(self.target, OFF)
        radius = 0.8 * self.square_bowl.axis.unit * self.miss
        arc = Arc(radius, self.side * PI / 2 - 0.15, -self.side * (PI / 2 - 0.35), arc_center=ring)
        arc.set_stroke(colour, px(0.05), 0.9).add_tip(tip_length=0.3, tip_width=0.3)
        return decoration(VGroup(DashedVMobject(was, num_dashes=60), arc))

    def lens(self, bowl: Bowl, factor: float) -> tuple[DashedVMobject, DashedVMobject]:
        """The part of the picture that fills the frame once the strip is so much larger, twice."""
        frame, ring = self.film.frame, bowl.axis.at(self.target)
        whole = Rectangle(width=frame.width - 0.3, height=frame.height - 0.3)
        part = whole.copy()
        part.points = ring + (whole.points - ring) / np.array([factor, factor**2, 1])
        rims = [DashedVMobject(box, num_dashes=90) for box in (part, whole)]
        for rim in rims:
            decoration(rim.set_stroke(self.film.theme.mark("text"), px(0.04), 0.9))
        return rims[0], rims[1]

    def trail(self, bowl: Bowl, game: Laser) -> Trail:
        """All landings of a game, below the strip."""
        numbers = [game.reading("error", step) for step in range(game.steps + 1)]
        size, row = self.film.choose((1.2, 0.62), (1.0, 0.44), (1.05, 0.66))
        return Trail(self.film, bowl.axis, game.heights.tolist(), numbers,
                     middle=self.target, down=BAND + 0.42, row=row, size=size)  # fmt: skip

    def across(self, bowl: Bowl, ground: Mobject, cast: str) -> Across:
        """The strip across the picture, with those who are cast."""
        stands = [stand and (stand[0], *self.film.choose(*stand[1])) for stand in _CAST[cast]]
        return Across(self, ground, bowl, *stands, shines=cast in ("step", "zoom"))


class Chart:
    """Where things are on the sheet that is chart paper in the morning."""

    def __init__(self, morning: Morning) -> None:
        self._film = morning.film
        self._target = morning.place.target

    def bars(self, misses: Array) -> StepBars:
        """Return misses by step on the sheet, the last one on the target."""
        x, level = self._target
        left, height = self._film.choose((-2.6, 2.3), (-2.1, 1.1), (-2.4, 2.9))
        unit = height / max(float(misses.max()), 1e-9)
        ends = (left, level, 0), (x, level, 0)
        return StepBars(*ends, misses.tolist(), unit, self._film.theme)
