"""The compositions of the film about a pinch of salt."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import ClassVar

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, UR, Group, VGroup

from gdmath.arrays import Array
from gdmath.decimals import exact
from gdmath.experiments._common.sentences import Said
from gdmath.experiments.reading import Reading
from gdmath.experiments.soup import Params, Soup
from scenes.figures import FRIEND, PLAYER
from scenes.figures.cook_poses import COOK_POSES
from scenes.figures.people import Blindfold
from scenes.kit.arrows import axis_arrow
from scenes.kit.labels import beside
from scenes.kit.placed import Placed
from scenes.kit.pot import RIM, Pot
from scenes.kit.puppet import Puppet
from scenes.kit.step import StepOnAxis
from scenes.kit.update import product_line
from scenes.places.kitchen import AtTheStove
from scenes.stage.claims import claim, decoration
from scenes.stage.shots import ShotFilm
from scenes.stage.sprite import Sprite
from scenes.stage.words import Math, Part, Words
from scenes.worlds.kitchen.room import HOB, RULER
from scenes.worlds.kitchen.things import SOUP, bowl_art, steam_art

__all__ = ["SoupSets"]

WAIST, CHEST = 70.0, 104.0  # cm over the cook's feet: the stove's edge, and the bowl's rim
UNDER = 0.25  # the stove's edge below the bowl
FRONT = -RULER / 2 - 0.04  # the middle of the ruler's front, from its edge
FORMULAS = (2.2, 0.95, 6.6), (1.3, 0.72, 4.5), (1.8, 0.8, 7.0)  # sizes, and room across


class SoupSets(AtTheStove, Placed):
    """Composes the film's shots for its theme and aspect ratio."""

    spots: ClassVar = {
        "question": ((3.9, 0.6), (2.0, 1.4), (0.0, 5.7)),
        "formula": ((1.75, 2.4), (0.8, 2.7), (0.0, 1.9)),
        "blind": ((2.35, -0.6), (3.2, -0.4), (3.0, -1.5)),
        "difference": ((1.8, 2.3), (0.8, 3.4), (0.0, 6.2)),
        "how bad": ((-5.35, -1.0, 3.2), (-3.12, -0.3, 1.05), (-3.12, -1.3, 1.05)),
        "which way": ((-5.8, 1.2, 2.1), (-3.05, 1.9, 1.7), (-2.95, 2.4, 2.0)),
        "product": ((-3.3, 2.75), (-1.5, 2.9), (0.0, 6.0)),
        "blind step": ((-1.45, 2.2), (-1.1, 3.2), (-2.0, 6.2)),
        "step": ((1.6, 2.2), (1.1, 3.2), (2.0, 6.2)),
        "claim": ((0.0, 2.85), (0.0, 2.9), (0.0, 5.2)),
    }
    # The bowl's bottom, how far the start is from it, and above it; where the cook is, how large,
    # and which way she looks.
    stands: ClassVar = {
        "near": (((0.4, -6.0), 5.3, 3.2, -2.6, 0.051, -1),
                 ((0.2, -5.6), 3.2, 2.9, -1.0, 0.043, -1),
                 ((0.0, -6.6), 3.4, 3.6, 0.4, 0.06, -1)),
        "how bad": (((2.3, -1.85), 3.2, 2.1, -4.7, 0.0455, 1),
                    ((1.0, -1.05), 2.0, 1.6, -2.6, 0.03, 1),
                    ((0.0, -2.9), 2.6, 2.8, -0.6, 0.045, 1)),
        "blind": (((-2.4, -1.85), 3.75, 2.2, 4.9, 0.045, -1),
                  ((0.0, -1.05), 2.75, 1.3, 0.6, 0.033, -1),
                  ((0.0, -2.9), 3.0, 2.8, 0.8, 0.05, -1)),
        "hero": (((0.55, -1.85), 4.44, 1.8, -1.6, 0.0355, -1),
                 ((0.4, -1.05), 2.85, 1.4, 0.55, 0.031, -1),
                 ((0.4, -2.9), 2.85, 2.8, 1.2, 0.05, -1)),
        "close": (((6.0, -4.9), 9.6, 3.6, 3.2, 0.05, -1),
                  ((3.6, -4.9), 5.4, 4.4, 2.2, 0.037, -1),
                  ((3.2, -7.5), 5.0, 6.5, 1.6, 0.052, -1)),
        "blind cook": (((-3.65, -1.85), 2.7, 1.6, -4.7, 0.035, 1),
                       ((-2.02, -1.05), 1.5, 1.4, -2.4, 0.026, 1),
                       ((-2.02, -2.9), 1.5, 2.6, -2.2, 0.04, 1)),
        "cook": (((3.65, -1.85), 2.7, 1.6, 4.7, 0.035, -1),
                 ((2.02, -1.05), 1.5, 1.4, 2.4, 0.026, -1),
                 ((2.02, -2.9), 1.5, 2.6, 2.2, 0.04, -1)),
    }  # fmt: skip

    def __init__(self, film: ShotFilm[Params], story: Soup) -> None:
        super().__init__(film)
        self.story = story

    # -- the stove ---------------------------------------------------------------------------

    def at_bowl(
        self, name: str, pose: str, band: Blindfold = "", reach: float = math.inf
    ) -> tuple[Puppet, Pot]:
        """The cook and her bowl: she stands behind it, or beside it at the stove."""
        floor, across, up, x, unit, facing = self.film.choose(*self.stands[name])
        radius = {"close": 0.42, "cook": 0.22, "blind cook": 0.22}.get(name, 0.28)
        foot = floor[1] - UNDER - HOB
        pot = Pot(self.film, self.story, floor, across, up, foot, radius, reach)
        rim, low = floor[1] + RIM**2 * up, floor[1] - UNDER
        if behind := name != "how bad" and abs(x - floor[0]) < across:
            low = rim - 0.3 * up
        feet = rim - CHEST * unit if behind else low - WAIST * unit
        return self.cook(pose, (x, feet), unit, facing, band=band, hidden=low), pot

    def at_stove(
        self, name: str, pose: str, band: Blindfold = "", *, noon: bool = False
    ) -> tuple[Sprite, Puppet, Pot]:
        """The kitchen, the cook and the bowl, as the stand of this name has them."""
        cook, pot = self.at_bowl(name, pose, band)
        near = name in ("near", "close")
        burners = () if near else (self.burner(pot),)
        edge = float(pot.floor[1]) - UNDER if not near else self.film.frame.bottom - 1
        lamp = float(cook.place((0.0, 0.0))[0])
        return self.kitchen(edge, burners, lamp, noon=noon, bare=name == "close"), cook, pot

    def burner(self, pot: Pot) -> tuple[float, float]:
        """Where a bowl's flame is, and half its width."""
        return float(pot.floor[0]), round(0.25 * RIM * pot.across, 3)

    def two_stoves(self) -> tuple[Sprite, list[tuple[Puppet, Pot]]]:
        """The blindfolded cook at the left, the one who looks at the right."""
        x = -self.film.choose(*self.stands["blind cook"])[0][0]
        looks: Sequence[tuple[str, str, Blindfold]] = (
            ("blind cook", "counting", "on"), ("cook", "pinching", "up")
        )  # fmt: skip
        stoves = [self.at_bowl(*look, reach=x - 0.3) for look in looks]
        burners = [self.burner(pot) for _, pot in stoves]
        plate = self.kitchen(float(stoves[0][1].floor[1]) - UNDER, burners, x, parted=True)
        return plate, stoves

    def steam(self, pot: Pot) -> Sprite:
        """Return what rises from the right half of the soup."""
        x, y = float(pot.floor[0]) + 0.5 * pot.across, float(pot.floor[1]) + 1.1 * pot.up
        art = steam_art(self.film.choose(1.0, 0.8, 1.5), self.night, self.pixels)
        return decoration(Sprite(art, at=(x, y, 0), name="steam", soft=True))

    def noon(self) -> tuple[Sprite, list[Puppet], Group]:
        """The table at noon: the guests and the cook between them, a bowl before each."""
        table, x, guest, cook, bowl = self.film.choose(
            (-2.2, 4.7, (0.045, -6.8), (0.042, -6.9), 1.4),
            (-1.6, 2.6, (0.032, -5.0), (0.036, -5.3), 0.75),
            (-3.2, 2.55, (0.035, -5.8), (0.044, -7.0), 0.8),
        )
        eats = COOK_POSES["relishing" if self.story.shrinks else "wincing"]
        people = [self.puppet(who, eats, (side * x, guest[1]), guest[0], -side,
                              light=(0.4, 0.8), hidden=table)
                  for who, side in ((PLAYER, -1), (FRIEND, 1))]  # fmt: skip
        host = self.cook("proud", (0.3, cook[1]), cook[0], hidden=table)
        art = bowl_art(bowl, 0.55 * bowl, self.night, self.pixels)
        bowls = [Sprite(art, at=(at, table - 0.12, 0), name="soup") for at in (-x, 0.0, x)]
        return self.kitchen(table, noon=True), [*people, host], Group(*bowls)

    def in_bowl(self, salts: Array) -> list[float]:
        """Return a run's salts up to the first that is not in the bowl."""
        out = np.flatnonzero(np.abs(salts - self.story.target) > RIM * abs(self.story.errors[0]))
        return list(salts[: int(out[0]) + 1 if len(out) else len(salts)].tolist())

    # -- what the slope is -------------------------------------------------------------------

    def pull(self, pot: Pot) -> StepOnAxis:
        """Return the slope as an arrow beside the carrot, along the wall, and its part."""
        start, slope = self.story.params.start, self.story.reading("slope", 0)
        unit = self.film.choose(3.6, 2.0, 2.6) / abs(slope.value)
        axis = pot.along(start, unit, 1.2 * abs(slope.value))
        return StepOnAxis(self.film, axis, start, gradient=slope, name="slope",
                          step=self.story.reading("step", 0), off=self.film.choose(0.75, 0.6, 0.7),
                          rate=exact(self.story.params.learning_rate))  # fmt: skip

    def probes(self, pot: Pot) -> VGroup:
        """Return the losses with a little less and a little more salt, where they are."""
        words = VGroup()
        for salt, side in zip(self.story.probes, (LEFT + DOWN, RIGHT), strict=True):
            number = self.story.loss(salt), pot.point(salt), side
            words.add(beside(self.film, number, size=self.film.choose(1.5, 1.1, 1.2)))
        return words

    # -- words -------------------------------------------------------------------------------

    def scale(self, pot: Pot, *numbers: Reading, named: bool = True) -> VGroup:
        """Return numbers of the ruler in the middle of its front, and what it measures."""
        rows = VGroup()
        for number in numbers:
            words = self.film.label(number, role=self.film.colours[number.name], size=1.1)
            words.move_to(pot.ruler.at(number.value, FRONT))
            rows.add(claim(words, pot.ruler, of=number.name, x=number.value))
        if named:
            name = self.film.label(self.story.says("axis"), size=self.film.choose(0.85, 0.75, 0.8))
            low = self.film.choose(FRONT, -RULER - 0.25, -RULER - 0.35)
            name.move_to(pot.ruler.at(pot.goal, low))
            side = LEFT if pot.floor[0] > 1 else RIGHT  # where there is room
            edge = self.film.layout.safe.right * side
            rows.add(name.shift((edge - name.get_edge_center(side)) * (1, 0, 0)))
        return rows

    def loss(self, spot: str, salt: float) -> VGroup:
        """Return how bad it is, large, in the place of this name."""
        size, number = self.film.choose(2.6, 1.6, 1.8), self.story.loss(salt)
        words = self.large(spot, number, self.story.says("loss"), "cost", size, above=False)
        return self.film.keep_in_frame(words)

    def slope(self) -> VGroup:
        """Return the slope, large, with which way it says."""
        size, number = self.film.choose(2.6, 1.6, 1.8), self.story.reading("slope", 0)
        words = self.large("which way", number, self.story.says("which_way"), "gradient", size)
        return self.film.keep_in_frame(words)

    def formula(self, loss: Part, salt: Part) -> Words:
        """Return how bad it is, as a formula in the colours of its things."""
        best: Part = (self.story.reading("best"), "target")
        size, room = self.film.choose((2.3, 5.6), (1.6, 5.4), (2.1, 7.2))
        parts = (loss, " = (", salt, " − ", best, ")²")
        return self.put("formula", self.film.label(*parts, size=size, room=room))

    def difference(self) -> Words:
        """Return the slope as what a little more salt changes."""
        less, more = map(self.story.loss, self.story.probes)
        parts: Sequence[Part] = ((more, "cost"), " − ", (less, "cost"), " = ",
                                 (self.story.reading("slope", 0), "gradient"))  # fmt: skip
        size, room = self.film.choose((1.7, 4.9), (1.3, 6.0), (1.8, 7.0))
        return self.put("difference", self.film.label(*parts, size=size, room=room))

    def twice(self) -> Words:
        """Return where the first slope comes from."""
        salt, best, slope = (self.story.reading(*name)
                             for name in (("salt", 0), ("best",), ("slope", 0)))  # fmt: skip
        size, _, room = self.film.choose(*FORMULAS)
        parts: Sequence[Part] = (
            Math("2"), " · (", (salt, "here"), " − ", (best, "target"), ") = ", (slope, "gradient")
        )  # fmt: skip
        return self.put("product", self.film.label(*parts, size=size, room=room))

    def product(self, names: tuple[Said, Said, Said]) -> VGroup:
        """Return minus the learning rate times the slope: the step."""
        size, small, room = self.film.choose(*FORMULAS)
        slope, step = (self.story.reading(name, 0) for name in ("slope", "step"))
        line = product_line(self.film, self.story.rate, slope, step, names, size, small, room,
                            against=True)  # fmt: skip
        return self.put("product", line)

    def step(self, pot: Pot) -> VGroup:
        """Return the first step as an arrow on the stove's edge, its number above."""
        first, second = (float(salt) for salt in self.story.heights[:2])
        arrow = axis_arrow(pot.ruler, first, second, "step", 0.13, of="step", off=0.5 * HOB)
        size = self.film.choose(1.6, 1.2, 1.3)
        number = self.film.numeral(self.story.reading("step", 0), "step", size)
        return VGroup(arrow, number.next_to(pot.ruler.at(first, 0.5 * HOB), UR, buff=0.22))

    def counted(self, name: str, step: int) -> Words:
        """Return a step's number, large, on its cook's side."""
        number = self.story.reading(name, None if name == "blind step" else step)
        size, room = self.film.choose((2.6, 2.3), (1.5, 1.9), (2.2, 3.0))
        return self.put(name, self.film.label((number, "step"), size=size, room=room))

    def pinch(self, cook: Puppet, pot: Pot | None = None) -> Sprite:
        """Return what falls from her hand, to the soup or a little way, once she pinches."""
        pose = cook.pose
        hand = cook.take(COOK_POSES["pinching" if pot else "measuring"]).joint("tip_far")
        cook.take(pose)
        level = float(pot.floor[1]) + SOUP * RIM**2 * pot.up if pot else float(hand[1]) - 0.7
        return self.grains(hand, round(float(hand[1]) - level, 2), water=self.story.is_high())
