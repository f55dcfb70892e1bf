"""The compositions of the film about a pinch of salt."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import ClassVar

from manim import DOWN, RIGHT, Group, VGroup

from gdmath.experiments._common.sentences import Said
from gdmath.experiments.soup import Params, Soup
from scenes.figures import FRIEND, PLAYER
from scenes.figures.cook_poses import COOK_POSES
from scenes.figures.people import Blindfold
from scenes.kit.placed import Placed
from scenes.kit.pot import RIM, Pot
from scenes.kit.puppet import Puppet
from scenes.kit.update import product_line
from scenes.places.kitchen import AtTheStove
from scenes.stage.shots import ShotFilm
from scenes.stage.sprite import Sprite
from scenes.stage.words import Math, Part, Words
from scenes.worlds.kitchen.room import HOB
from scenes.worlds.kitchen.things import SOUP, bowl_art

__all__ = ["SoupSets"]

WAIST, CHEST = 70.0, 104.0  # cm over the cook's feet: the stove's edge, and the bowl's rim
UNDER = 0.25  # the stove's edge below the bowl
FORMULAS = (2.2, 0.95), (1.3, 0.72), (1.8, 0.8)  # sizes: of numbers, of what they are called


class SoupSets(AtTheStove, Placed):
    """Composes the film's shots for its theme and aspect ratio."""

    spots: ClassVar = {
        "question": ((3.9, 0.6), (1.6, 1.4), (0.0, 5.6)),
        "formula": ((1.1, 2.3, 4.9), (1.2, 2.7, 4.6), (0.0, 6.2, 7.2)),
        "difference": ((1.8, 2.3, 4.7), (0.8, 3.4, 6.0), (0.0, 6.2, 7.0)),
        "how bad": ((-5.35, -1.0, 3.2), (-2.9, -0.3, 1.5), (-2.9, -1.3, 1.6)),
        "which way": ((-5.8, 1.2, 2.1), (-2.85, 1.9, 1.5), (-2.75, 2.4, 1.7)),
        "product": ((-3.3, 2.75, 6.6), (-1.6, 3.1, 4.2), (0.0, 6.0, 7.0)),
        "blind step": ((-1.45, 2.2, 2.3), (-1.1, 3.2, 1.9), (-2.0, 6.2, 3.0)),
        "step": ((1.6, 2.2, 2.3), (1.1, 3.2, 1.9), (2.0, 6.2, 3.0)),
        "count": ((-1.1, -1.65, 1.2), (-0.6, -0.8, 0.95), (-0.65, -2.55, 1.0)),
        "claim": ((0.0, 2.85), (0.0, 2.9), (0.0, 5.2)),
    }
    # The bowl's bottom, how far the start is from it, and above it; where the cook is, how large,
    # and which way she looks.
    stands: ClassVar = {
        "near": (((0.4, -6.0), 5.3, 3.2, -2.6, 0.051, -1),
                 ((0.2, -5.6), 3.2, 2.9, -1.0, 0.043, -1),
                 ((0.0, -9.5), 3.4, 5.8, 0.4, 0.06, -1)),
        "how bad": (((2.3, -1.85), 3.2, 2.1, -5.0, 0.0415, 1),
                    ((0.8, -1.05), 1.9, 1.1, -3.1, 0.026, 1),
                    ((0.0, -2.9), 2.6, 2.8, 0.4, 0.045, -1)),
        "hero": (((0.55, -1.85), 4.44, 1.8, -1.6, 0.033, -1),
                 ((0.9, -1.05), 2.6, 1.4, 0.8, 0.031, -1),
                 ((0.9, -2.9), 2.6, 2.8, 1.5, 0.045, -1)),
        "close": (((6.0, -4.9), 9.6, 3.6, 3.2, 0.046, -1),
                  ((3.6, -4.9), 5.4, 4.4, 2.6, 0.034, -1),
                  ((3.2, -7.5), 5.0, 6.3, 1.6, 0.047, -1)),
        "cook": (((3.65, -1.85), 2.7, 1.6, 4.7, 0.035, -1),
                 ((2.02, -1.05), 1.5, 1.4, 2.4, 0.026, -1),
                 ((2.02, -2.9), 1.5, 2.6, 2.5, 0.036, -1)),
    }  # fmt: skip

    def __init__(self, film: ShotFilm[Params], story: Soup) -> None:
        super().__init__(film)
        self.story = story

    # -- the stove ---------------------------------------------------------------------------

    def at_bowl(
        self, name: str, pose: str, band: Blindfold = "", side: int = 1, reach: float = math.inf
    ) -> tuple[Puppet, Pot]:
        """The cook and her bowl: she stands behind it, or beside it at the stove.

        At the ``side`` -1 everything is mirrored but the bowl.
        """
        (x0, y0), across, up, x, unit, facing = self.film.choose(*self.stands[name])
        radius = {"close": 0.42, "cook": 0.22}.get(name, 0.28)
        foot = y0 - UNDER - HOB
        pot = Pot(self.film, self.story, (side * x0, y0), across, up, foot, radius, reach)
        rim, low = y0 + RIM**2 * up, y0 - UNDER
        feet = rim - CHEST * unit if abs(x - x0) < across else low - WAIST * unit
        if name != "how bad":  # where the bowl comes later
            low = rim - 0.3 * up
        return self.cook(pose, (side * x, feet), unit, side * facing, band=band, hidden=low), pot

    def at_stove(self, name: str, pose: str, *, noon: bool = False) -> tuple[Sprite, Puppet, Pot]:
        """The kitchen, the cook and the bowl, as the stand of this name has them."""
        cook, pot = self.at_bowl(name, pose)
        lamp = float(cook.place((0.0, 0.0))[0])
        near = name in ("near", "close")
        edge = self.film.frame.bottom - 1 if near else float(pot.floor[1]) - UNDER
        burners = [] if near else [pot.burner]
        return self.kitchen(edge, burners, lamp, noon=noon, bare=name == "close"), cook, pot

    def two_stoves(self) -> tuple[Sprite, list[tuple[Puppet, Pot]]]:
        """The blindfolded cook at the left, the one who tastes at the right."""
        x = self.film.choose(*self.stands["cook"])[0][0]
        stoves = [self.at_bowl("cook", "counting", "on", -1, x - 0.3),
                  self.at_bowl("cook", "pinching", reach=x - 0.3)]  # fmt: skip
        burners = [pot.burner for _, pot in stoves]
        edge = float(stoves[0][1].floor[1]) - UNDER
        return self.kitchen(edge, burners, x, parted=True), stoves

    def noon(self) -> tuple[Sprite, list[Puppet], Group]:
        """The table at noon: the guests and the cook between them, a bowl before each."""
        table, x, guest, cook, bowl = self.film.choose(
            (-2.2, 4.7, (0.046, -6.35), (0.042, -6.7), 1.4),
            (-1.6, 2.6, (0.032, -5.0), (0.036, -5.3), 0.75),
            (-2.9, 2.7, (0.037, -5.9), (0.046, -6.9), 0.8),
        )
        eats, looks = ("relishing", "proud") if self.story.shrinks else ("wincing", "wondering")
        people = [self.puppet(who, COOK_POSES[eats], (side * x, guest[1]), guest[0], -side,
                              light=(0.4, 0.8), hidden=table)
                  for who, side in ((PLAYER, -1), (FRIEND, 1))]  # fmt: skip
        host = self.cook(looks, (0.3, cook[1]), cook[0], hidden=table)
        art = bowl_art(bowl, 0.55 * bowl, self.night, self.pixels)
        bowls = [Sprite(art, at=(at, table - 0.12, 0), name="soup") for at in (-x, 0.0, x)]
        return self.kitchen(table, noon=True), [*people, host], Group(*bowls)

    # -- words -------------------------------------------------------------------------------

    def loss(self, salt: float) -> VGroup:
        """Return how bad it is with so much salt, large."""
        size, name = self.film.choose(2.6, 1.6, 1.8), self.story.says("loss")
        return self.large("how bad", self.story.loss(salt), name, "cost", size, above=False)

    def slope(self) -> VGroup:
        """Return the slope, large, with which way it says."""
        size, name = self.film.choose(2.6, 1.6, 1.8), self.story.says("which_way")
        return self.large("which way", self.story.reading("slope", 0), name, "gradient", size)

    def formula(self, loss: Part, salt: Part) -> Words:
        """Return how bad it is, as a formula in the colours of its things."""
        best: Part = (self.story.reading("best"), "target")
        size = self.film.choose(2.3, 1.6, 2.1)
        return self.words("formula", loss, " = (", salt, " − ", best, ")²", size=size)

    def difference(self) -> VGroup:
        """Return the slope as what a gram more salt changes."""
        less, more = map(self.story.loss, self.story.probes)
        slope: Part = (self.story.reading("slope", 0), "gradient")
        parts: Sequence[Part] = (more, "cost"), " − ", (less, "cost"), " = ", slope
        size, small = self.film.choose((1.7, 0.95), (1.3, 0.72), (1.8, 0.8))
        line = self.words("difference", *parts, size=size)
        each = self.film.label(self.story.says("each"), role="gradient", size=small)
        each.next_to(line, DOWN, buff=0.2).align_to(line, RIGHT)
        return VGroup(line, each)

    def twice(self) -> Words:
        """Return where the first slope comes from."""
        salt, best, slope = (self.story.reading(*name)
                             for name in (("salt", 0), ("best",), ("slope", 0)))  # fmt: skip
        miss: Sequence[Part] = Math("2"), " · (", (salt, "here"), " − ", (best, "target"), ") = "
        size, _ = self.film.choose(*FORMULAS)
        return self.words("product", *miss, (slope, "gradient"), size=size)

    def product(self, names: tuple[Said, Said, Said]) -> VGroup:
        """Return minus the learning rate times the slope: the step."""
        (size, small), room = self.film.choose(*FORMULAS), self.room("product")
        slope, step = (self.story.reading(name, 0) for name in ("slope", "step"))
        rate = self.story.reading("learning rate")
        line = product_line(self.film, rate, slope, step, names, size, small, room,
                            against=True)  # fmt: skip
        return self.put("product", line)

    def counted(self, name: str, step: int) -> VGroup:
        """Return a cook's step, large, and below her bowl how many the blind one made."""
        said, blind = self.story.says("step"), name == "blind step"
        number = self.story.reading(name, None if blind else step)
        words = VGroup(self.words(name, (number, "step"), size=self.film.choose(2.6, 1.5, 2.2)))
        if blind:
            done = self.story.reading("steps done", step + 1)
            words.add(self.words("count", said, " ", done, size=self.film.choose(1.0, 0.75, 0.8)))
        return words

    def amount(self, salt: float) -> Part:
        """Return so much salt in its colour; the best has another."""
        reading = self.story.salt(salt)
        return reading, self.film.colours[reading.name]

    def ended(self, name: str, salt: float) -> VGroup:
        """Return how bad a cook's soup is in the end, large, on her side."""
        size, loss = self.film.choose(2.2, 1.4, 2.0), self.story.says("loss")
        return self.large(name, self.story.loss(salt), loss, "cost", size)

    def answer(self) -> VGroup:
        """Return how much salt it is in the end, and how that tastes."""
        size, salt = self.film.choose(3.2, 2.0, 2.6), float(self.story.salts[-1])
        words = self.film.label(self.amount(salt), " g", size=size)
        good = self.film.headline(self.story.says("good"), size)
        return self.put("question", VGroup(words, good).arrange(DOWN, buff=0.3))

    def pinch(self, cook: Puppet, pot: Pot | None = None) -> Sprite:
        """Return what falls from her hand, to the soup or a little way, once she pinches."""
        pose = cook.pose
        hand = cook.take(COOK_POSES["pinching" if pot else "measuring"]).joint("tip_far")
        cook.take(pose)
        level = float(pot.floor[1]) + SOUP * RIM**2 * pot.up if pot else float(hand[1]) - 0.7
        return self.grains(hand, round(float(hand[1]) - level, 2), water=self.story.is_high())
