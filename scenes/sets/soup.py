"""The compositions of the film about a pinch of salt."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import ClassVar

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Group, VGroup
from manim.typing import Vector3D

from gdmath.arrays import Array
from gdmath.experiments._common.sentences import Said
from gdmath.experiments.reading import Format, Reading
from gdmath.experiments.soup import Params, Soup
from scenes.figures import FRIEND, PLAYER
from scenes.figures.cook_poses import COOK_POSES
from scenes.figures.people import Blindfold
from scenes.figures.poses import FRIEND_POSES
from scenes.kit.arrows import axis_arrow
from scenes.kit.curve import CostCurve
from scenes.kit.losses import LossChart
from scenes.kit.placed import Placed
from scenes.kit.pot import RIM, Pot
from scenes.kit.puppet import Puppet
from scenes.kit.update import product_line
from scenes.places.kitchen import AtTheStove
from scenes.stage.claims import claim, decoration
from scenes.stage.layout import Zone
from scenes.stage.marks import Arrow, Path, cased
from scenes.stage.shots import ShotFilm
from scenes.stage.sprite import Sprite
from scenes.stage.theme import Role
from scenes.stage.words import Math, Part, Words
from scenes.worlds.kitchen.room import HOB, RULER
from scenes.worlds.kitchen.things import SOUP, bowl_art, steam_art

__all__ = ["SoupSets"]

WAIST = 66.0  # cm over the cook's feet
UNDER = 0.25  # the stove's edge below the bowl
FORMULAS = (2.1, 0.95, 6.4), (1.3, 0.72, 4.5), (1.7, 0.8, 7.0)  # sizes, and room across
PEOPLE = ((PLAYER, "laughing"), (FRIEND, "cheering"))


class SoupSets(AtTheStove, Placed):
    """Composes the film's shots for its theme and aspect ratio."""

    spots: ClassVar = {
        "question": ((3.7, 0.3), (1.85, 1.6), (-1.2, 5.3)),
        "formula": ((-0.7, 2.25), (0.0, 2.5), (0.0, 3.4)),
        "blind": ((2.35, -0.6), (3.2, -0.4), (3.0, -1.5)),
        "how bad": ((-5.35, -1.0, 3.2), (-3.12, -0.3, 1.05), (-3.12, -1.3, 1.05)),
        "which way": ((-5.8, 1.4, 2.2), (-3.05, 2.1, 1.7), (-2.95, 2.6, 2.0)),
        "product": ((-3.4, 2.75), (-1.5, 2.9), (0.0, 6.0)),
        "claim": ((0.0, 2.75), (0.0, 2.9), (0.0, 5.2)),
    }
    # The bowl's bottom, how far the start is from it, and above it; the cook's feet, size, side.
    stands: ClassVar = {
        "how bad": (((0.3, -1.85), 2.9, 2.2, (-5.6, -5.1), 0.043, 1),
                    ((0.8, -1.05), 1.9, 1.75, (-3.0, -2.7), 0.027, 1),
                    ((0.0, -2.9), 2.5, 3.0, (0.0, -3.7), 0.05, -1)),
        "formula": (((0.0, -1.9), 5.5, 2.1, (20.0, 0.0), 0.01, 1),
                    ((0.0, -1.05), 3.1, 1.8, (20.0, 0.0), 0.01, 1),
                    ((0.0, -2.9), 3.1, 3.6, (20.0, 0.0), 0.01, 1)),
        "blind": (((-2.4, -1.85), 3.75, 2.2, (5.0, -5.05), 0.043, -1),
                  ((0.0, -1.05), 2.75, 1.75, (0.6, -2.3), 0.033, -1),
                  ((0.0, -2.9), 3.0, 3.0, (0.8, -3.7), 0.05, -1)),
        "hero": (((0.55, -1.85), 4.44, 2.08, (-1.2, -3.95), 0.038, -1),
                 ((0.4, -1.05), 2.85, 1.75, (0.55, -2.25), 0.032, -1),
                 ((0.4, -2.9), 2.85, 3.0, (1.35, -3.4), 0.046, -1)),
        "close": (((6.6, -5.6), 9.6, 5.2, (3.3, -8.3), 0.07, -1),
                  ((3.6, -4.6), 5.4, 4.4, (2.35, -5.0), 0.043, -1),
                  ((3.2, -7.5), 5.0, 6.5, (1.6, -6.0), 0.055, -1)),
    }  # fmt: skip

    def __init__(self, film: ShotFilm[Params], story: Soup) -> None:
        super().__init__(film)
        self.story = story

    # -- the stove ---------------------------------------------------------------------------

    def pot(
        self, floor: tuple[float, float], across: float, up: float, radius: float = 0.28,
        reach: float = math.inf,
    ) -> Pot:  # fmt: skip
        """Return the bowl on the stove, whose front edge is its ruler."""
        foot = floor[1] - UNDER - HOB
        return Pot(self.film, self.story, floor, across, up, foot, radius, reach)

    def stove(self, *pots: Pot, lamp: float = 0.0, bare: bool = False) -> Sprite:
        """Return the kitchen with a flame under each bowl."""
        burners = [(float(pot.floor[0]), round(0.25 * RIM * pot.across, 3)) for pot in pots]
        return self.kitchen(float(pots[0].floor[1]) - UNDER, burners, lamp, bare=bare)

    def steam(self, pot: Pot) -> Sprite:
        """Return what rises from the right half of the soup."""
        x, y = float(pot.floor[0]) + 0.5 * pot.across, float(pot.floor[1]) + 1.1 * pot.up
        art = steam_art(self.film.choose(1.5, 1.1, 1.8), self.night, self.pixels)
        return decoration(Sprite(art, at=(x, y, 0), name="steam", soft=True))

    def hook(self) -> tuple[Sprite, Puppet, Group]:
        """The cook from near, over her soup."""
        floor, across, up, at, unit = self.film.choose(
            ((0.4, -5.3), 5.3, 3.2, (-2.2, -7.2), 0.054),
            ((0.2, -4.9), 3.2, 2.9, (-1.0, -6.2), 0.046),
            ((0.0, -5.3), 3.4, 3.6, (0.6, -7.4), 0.064),
        )
        pot = self.pot(floor, across, up)
        plate = self.kitchen(self.film.frame.bottom - 1.0, lamp=at[0])
        cook = self.cook("tasting", at, unit, hidden=at[1] + WAIST * unit)
        return plate, cook, Group(pot.glass, pot.wall)

    def at_stove(self, name: str, pose: str, band: Blindfold = "") -> tuple[Sprite, Puppet, Pot]:
        """The kitchen, the cook and the bowl, as the stand of this name has them."""
        floor, across, up, at, unit, facing = self.film.choose(*self.stands[name])
        pot = self.pot(floor, across, up, 0.5 if name == "close" else 0.28)
        plate = self.stove(pot, lamp=min(at[0], 0.0), bare=name == "close")
        soup = name != "how bad" and abs(at[0] - floor[0]) < across
        return plate, self.stood(pose, at, unit, pot, band, facing, soup=soup), pot

    def stood(
        self, pose: str, at: tuple[float, float], unit: float, pot: Pot, band: Blindfold = "",
        facing: int = -1, *, soup: bool = True,
    ) -> Puppet:  # fmt: skip
        """The cook behind the stove, and behind the soup in the bowl if it is there."""
        low = float(pot.floor[1]) - UNDER
        if soup:
            low = max(low + 0.5 * pot.up, at[1] + WAIST * unit)
        return self.cook(pose, at, unit, facing, band=band, hidden=low)

    def two_stoves(self) -> tuple[Sprite, list[tuple[Puppet, Pot]]]:
        """The blindfolded cook at the left, the one who looks at the right."""
        x, low, across, up, unit, feet, radius = self.film.choose(
            (3.55, -1.85, 2.8, 1.85, 0.037, -3.6, 0.22),
            (2.02, -1.05, 1.5, 1.7, 0.0235, -1.35, 0.19),
            (2.02, -2.9, 1.5, 3.0, 0.031, -2.2, 0.19),
        )
        pots = [self.pot((side * x, low), across, up, radius, x - 0.1) for side in (-1, 1)]
        looks: Sequence[tuple[str, Pot, Blindfold]] = (
            ("counting", pots[0], "on"), ("pinching", pots[1], "up")
        )  # fmt: skip
        cooks = [self.stood(pose, (float(pot.floor[0]) + 0.2 * across, feet), unit, pot, band)
                 for pose, pot, band in looks]  # fmt: skip
        return self.stove(*pots), [*zip(cooks, pots, strict=True)]

    def wall(self) -> tuple[Sprite, Puppet, LossChart]:
        """Room for losses by steps on the tiles, and the cook who points at them."""
        zone, at, unit, stove, size = self.film.choose(
            (Zone(-5.5, -1.8, 2.0, 3.1), (5.3, -5.5), 0.045, -2.85, 1.5),
            (Zone(-2.6, -1.2, 0.9, 3.1), (3.1, -3.6), 0.032, -2.2, 1.1),
            (Zone(-2.6, 1.2, 1.6, 6.1), (1.2, -8.0), 0.042, -3.9, 1.2),
        )
        ends = (
            self.story.reading("loss", 0),
            self.story.quantities["steps"][self.story.params.steps],
        )
        chart = LossChart(self.film, zone, *ends, size, math.inf)
        zero = chart.film.label(Format(0).of("loss", 0.0), role="cost", size=size)
        axis = chart.line([0, 0], [0, chart.up[1]], "text", 0.03)
        chart.add(axis, claim(zero.next_to(chart.at(0, 0), LEFT, buff=0.25), chart, y=0.0))
        cook = self.cook("pointing", at, unit, hidden=stove)
        return self.kitchen(stove, lamp=at[0]), cook, chart

    def noon(self) -> tuple[Sprite, list[Puppet], Group]:
        """The table at noon: the guests and the cook between them, a bowl before each."""
        table, x, guest, cook, bowl = self.film.choose(
            (-2.2, 4.9, (0.043, -6.9), (0.043, -7.1), 1.15),
            (-1.6, 2.6, (0.032, -5.1), (0.036, -5.4), 0.7),
            (-3.2, 2.55, (0.035, -5.9), (0.044, -7.2), 0.75),
        )
        guests = [self.puppet(who, FRIEND_POSES[pose], (side * x, guest[1]), guest[0], -side,
                              light=(0.4, 0.8), hidden=table)
                  for (who, pose), side in zip(PEOPLE, (-1, 1), strict=True)]  # fmt: skip
        host = self.cook("proud", (0.3, cook[1]), cook[0], hidden=table)
        art = bowl_art(bowl, 0.55 * bowl, self.night, self.pixels)
        bowls = [Sprite(art, at=(at, table - 0.12, 0), name="soup") for at in (-x, 0.0, x)]
        return self.kitchen(table, noon=True), [*guests, host], Group(*bowls)

    def near_wall(self, pot: Pot) -> CostCurve:
        """Return the wall on the start's side, as far down as nothing is said."""
        low = self.film.frame.bottom + self.film.choose(1.1, 1.75, 1.75)
        share = math.sqrt((low - float(pot.floor[1])) / pot.up)
        miss = float(self.story.errors[0])
        return pot.piece(*sorted(pot.goal + part * miss for part in (RIM, share)))

    # -- words -------------------------------------------------------------------------------

    def scale(self, pot: Pot, *numbers: Reading, second: bool | None = None) -> VGroup:
        """Return numbers of the ruler in the middle of its front, and what it measures.

        Of two rulers the second one has the name, between them.
        """
        rows = VGroup()
        for number in numbers:
            words = self.film.label(number, role=self.film.colours[number.name], size=1.1)
            words.move_to(pot.ruler.at(number.value, -RULER / 2 - 0.04))
            rows.add(claim(words, pot.ruler, of=number.name, x=number.value))
        name = self.film.label(self.story.says("axis"), size=self.film.choose(0.85, 0.75, 0.8))
        low = self.film.choose(-RULER / 2 - 0.04, -RULER - 0.25, -RULER - 0.35)
        name.move_to(pot.ruler.at(pot.goal, low))
        name.shift((self.film.layout.safe.right - name.get_right()[0]) * RIGHT)
        if second:
            name.set_x(0)
        return rows if second is False else rows.add(name)

    def downhill(self, pot: Pot, tangent: VGroup) -> VGroup:
        """Return the way to go: along a tangent down, with what that is more of."""
        ends = 2 * pot.point(self.story.params.start) - tangent[1].spots()
        head = cased(Arrow(self.film.theme, "step", 0.2, name="downhill"), self.film.theme, 0.05)
        claim(head.between(*ends), pot.ruler, of="step")
        name = self.film.label(self.story.says("downhill"), role="step", rim=2,
                               size=self.film.choose(1.05, 0.72, 0.8))  # fmt: skip
        return VGroup(head, name.next_to(head, RIGHT, buff=0.15))

    def beside(self, name: str, number: Reading, said: Said, role: Role) -> VGroup:
        """Return a large number with what it says, in its place."""
        size, way = self.film.choose(2.5, 1.6, 1.8), name == "which way"  # its arrow is below
        return self.film.keep_in_frame(self.large(name, number, said, role, size, above=way))

    def product(self, names: tuple[Said, Said, Said]) -> VGroup:
        """Return minus the learning rate times the slope: the step."""
        size, small, room = self.film.choose(*FORMULAS)
        slope, step = (self.story.reading(name, 0) for name in ("slope", "step"))
        line = product_line(self.film, self.story.rate, slope, step, names, size, small, room,
                            against=True)  # fmt: skip
        return self.put("product", line)

    def grains_from(self, cook: Puppet, pot: Pot) -> Sprite:
        """Return what falls from her hand to the soup, once she pinches."""
        pose = cook.pose
        hand = cook.take(COOK_POSES["pinching"]).joint("tip_far")
        cook.take(pose)
        fall = round(float(hand[1] - pot.floor[1]) - SOUP * RIM**2 * pot.up, 2)
        return self.grains(hand, fall, water=self.story.is_high())

    def blind_loss(self, salt: float) -> VGroup:
        """Return how bad it is at the end of the blind way, in its place."""
        return self.beside("blind", self.story.loss(salt), self.story.says("loss"), "cost")

    def step(self, pot: Pot, said: Said) -> VGroup:
        """Return the first step as an arrow on the stove's edge, with its number and name."""
        first, second = self.story.salts[:2].tolist()
        arrow = axis_arrow(pot.ruler, first, second, "step", 0.13, of="step", off=0.5 * HOB)
        number = self.film.numeral(
            self.story.reading("step", 0), "step", self.film.choose(1.5, 1.2, 1.2)
        )
        at = pot.ruler.at(first, -RULER / 2 - 0.04)
        number.next_to(at, RIGHT, buff=self.film.choose(0.5, 0.35, 0.35))
        name = self.film.label(said, size=self.film.choose(0.85, 0.72, 0.8))
        name.next_to(number, self.film.choose(RIGHT, DOWN, DOWN), buff=0.2)
        return VGroup(arrow, number, name)

    def formula(self, loss: Part, salt: Part) -> Words:
        """Return how bad it is, as a formula in the colours of its things."""
        best: Part = (self.story.reading("best"), "target")
        size, room = self.film.choose((3.0, 12.0), (1.9, 7.2), (1.9, 7.2))
        parts = (loss, " = (", salt, " − ", best, ")²")
        return self.put("formula", self.film.label(*parts, size=size, room=room))

    def twice(self) -> Words:
        """Return where the first slope comes from."""
        salt, best, slope = (self.story.reading(*name)
                             for name in (("salt", 0), ("best",), ("slope", 0)))  # fmt: skip
        size, _, room = self.film.choose(*FORMULAS)
        parts: Sequence[Part] = (
            Math("2"), " · (", (salt, "here"), " − ", (best, "target"), ") = ", (slope, "gradient")
        )  # fmt: skip
        return self.put("product", self.film.label(*parts, size=size, room=room))

    def in_bowl(self, salts: Array) -> list[float]:
        """Return a run's salts up to the first that is not in the bowl."""
        out = np.flatnonzero(np.abs(salts - self.story.target) > RIM * abs(self.story.errors[0]))
        return list(salts[: int(out[0]) + 1 if len(out) else len(salts)].tolist())

    def counted(self, pot: Pot, name: str, step: int) -> Words:
        """Return a step's number on the front of the ruler, at the outer side of the bowl."""
        number = self.story.reading(name, None if name == "blind step" else step)
        size, far, room = self.film.choose((1.5, 1.9, 2.2), (1.1, 1.15, 1.15), (1.1, 1.15, 1.15))
        words = self.film.label((number, "step"), size=size, room=room)
        words.move_to(pot.ruler.at(pot.goal, -RULER / 2 - 0.04))
        words.shift(math.copysign(far, float(pot.floor[0])) * RIGHT)
        return self.film.keep_in_frame(words)

    def named(self, chart: LossChart, path: Path, said: Said, rising: Vector3D) -> Words:
        """Return whose losses a line has, at its end; where it rises, on this side."""
        words = self.film.label(said, size=self.film.choose(1.1, 0.8, 0.9))
        start, end = (float(path.spots()[spot][1]) for spot in (0, -1))
        flat = end < chart.at(0, 0.06 * chart.up[1])[1]
        side = rising if end > start + 0.1 else UP if flat else DOWN
        words.next_to(path.spots()[-1], side, buff=0.3)
        if side is DOWN:
            words.align_to(path.spots()[-1] + self.film.choose(1.5, 0.85, 1.5) * RIGHT, RIGHT)
        return self.film.keep_in_frame(words)
