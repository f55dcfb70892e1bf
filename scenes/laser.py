"""The laser pointer game: every correction is the same fraction of the miss."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, TypeVar

import numpy as np
from manim import PI, Create, RIGHT, UP, Group, Mobject, Rotate, Transform, VGroup
from manim.typing import Point3D, Point3DLike

from gdmath.experiments import laser
from gdmath.experiments._common.words import part_in_words
from scenes.figures import DAY, FRIEND, NIGHT, PLAYER, Person, Pose
from scenes.figures.poses import FRIEND_POSES, PLAYER_POSES
from scenes.kit.arrows import axis_arrow, divided, step_arrow
from scenes.kit.ball import Ball
from scenes.kit.bars import StepBars
from scenes.kit.beam import Beam
from scenes.kit.bowl import Bowl, Strip
from scenes.kit.puppet import Puppet
from scenes.kit.squares import ErrorSquare
from scenes.stage.claims import Quantity
from scenes.stage.fading import FadeIn, FadeOut
from scenes.stage.marks import follow
from scenes.stage.shots import CameraMove, ShotFilm
from scenes.stage.sprite import Sprite
from scenes.worlds.lights import scrim
from scenes.worlds.loft.palette import palette
from scenes.worlds.loft.room import Room
from scenes.worlds.loft.strip import Backdrop
from scenes.worlds.loft.strip import Strip as Cloth

__all__ = ["Laser"]

OFF = -0.46  # how far below its upper edge the strip's things lie
ARROW = 0.3
BAND = 0.93  # how high the strip is
S = TypeVar("S", bound=Strip)
MOST_BARS = 24
LIMITS = {
    "alternate": "0.9 still arrives. Above 1, never.",
    "bounce": "At 1 it swings for ever.",
    "diverge": "Above 1, every swing is wider.",
}


class Laser(ShotFilm[laser.Params]):
    """You aim at a target that you cannot see; a friend shouts how far off you are."""

    slug = "laser"
    title = "The laser pointer game"
    poster = "the step"
    claim = (
        "Every correction is the same fraction of the miss, "
        "so you home in on a target that you cannot see."
    )
    model = laser.Params

    def construct(self) -> None:
        """Tell the nine shots."""
        self.story = laser.run(self.params)
        self.colours = self.story.quantities.roles
        self.first, self.target = self.params.first_shot_cm, self.params.target_cm
        self.miss = float(self.story.errors[0])
        self.side = 1 if self.miss >= 0 else -1
        self.night = self.theme.name == "dark"
        self.light = (NIGHT if self.night else DAY)["loft"]
        shade = scrim(self.frame.width, self.frame.height, self.pixels_per_unit,
                      colour=palette(self.night).calm)  # fmt: skip
        self.add(Sprite(shade, name="scrim"))
        self.how_do_you_hit_what_you_cannot_see()
        self.the_shout_is_the_error()
        self.the_square_is_the_cost()
        self.the_slope_is_twice_the_miss()
        self.twice_the_shout_is_the_gradient()
        self.turned_round_a_part_is_the_step()
        self.it_is_the_same_picture_again()
        self.too_hard_and_you_swing_past()
        self.every_step_takes_its_share()
        self.hush()

    # -- what several shots are made of ------------------------------------------------------

    def puppet(
        self, person: Person, pose: Pose, at: Point3DLike, unit: float, **kwargs: Any
    ) -> Puppet:
        """Return a figure in the loft's light, its feet at a point, each cm so many units."""
        light = self.light.at(kwargs.pop("light")) if "light" in kwargs else self.light
        return Puppet(person, pose, light, at=at, unit=unit, pixels=self.pixels_per_unit, **kwargs)

    def backdrop(self, warm: tuple[float, float], ground: float) -> Sprite:
        """Return the loft out of focus behind a strip at this height."""
        width, height = self.frame.width, self.frame.height
        return Sprite(Backdrop(width, height, self.night, warm, ground).plate(self.pixels_per_unit))

    def strip(self, kind: type[S], base: float, window: tuple[float, float], *args: Any) -> S:
        """Return a strip of the sheet, with the light of the dot on it."""
        cloth = Cloth(self.frame.width + 1, BAND, self.night)
        band = Group(Sprite(cloth.cloth(self.pixels_per_unit), at=(0, base - BAND / 2, 0)))
        strip = kind(
            self, base, window, *args, band=band,
            at=self.first, target=self.target, tick=abs(self.miss) / 3, off=OFF,
        )  # fmt: skip
        halo = Sprite(cloth.light(self.pixels_per_unit), blend="add" if self.night else "over")
        band.add(follow(halo, lambda light: light.move_to(strip.axis.at(strip.at(), -BAND / 2))))
        return strip

    def bowl(self, base: float, unit: float, rise: float, target_x: float) -> Bowl:
        """Return the strip and the cost over it.

        ``unit`` and ``rise`` are how long the first miss and how high its cost are in the frame.
        """
        miss = abs(self.miss)
        return self.strip(
            Bowl, base, self.window(miss / unit, target_x), self.story.cost_at, rise / miss**2
        )

    def window(self, per_unit: float, target_x: float = 0.0) -> tuple[float, float]:
        """Return the heights at the ends of a strip, so many cm a frame unit."""
        reach = self.frame.width / 2 + 0.5
        low, high = (self.target + (x - target_x) * per_unit for x in (-reach, reach))
        return low, high

    # -- 1: the loft -------------------------------------------------------------------------

    def how_do_you_hit_what_you_cannot_see(self) -> None:
        """The player, the beam, the sheet, the target behind it, the friend who sees both."""
        self.beat("a target you cannot see")
        pixels, story = self.pixels_per_unit, self.story
        hand = self.params.hand_height_cm
        room = Room(self.frame.width, self.frame.height, self.night, self.params.distance_cm,
                    self.target - hand)  # fmt: skip
        aim = Quantity("y", self.target - 24)
        player = self.puppet(PLAYER, PLAYER_POSES["puzzled"], (*room.player, 0), room.unit)
        friend = self.puppet(FRIEND, FRIEND_POSES["pointing"], (*room.friend, 0), room.friend_unit,
                             facing=-1, light=(-1.0, 0.38))  # fmt: skip
        beam, through = Beam(self.theme), Beam(self.theme)

        def dot() -> Point3D:
            return np.array([*room.dot(aim() - hand), 0.0])

        def shine(_: Mobject) -> None:
            beam.between(player.joint("pointer"), dot())
            through.between(player.joint("pointer"), dot())

        halo = follow(
            Sprite(room.halo(pixels), blend=room.blend), lambda m: m.shift(dot() - m.place((0, 0)))
        )
        spot = follow(Ball(0.07, self.theme, pixels), lambda m: m.put(dot()))
        for layer in through:
            layer.set_fill(opacity=0.35 * layer.get_fill_opacity())
        follow(beam, shine)
        shadows = [
            Sprite(room.shadow(pixels * unit), at=(*at, 0), unit=unit)
            for at, unit in ((room.player, room.unit), (room.friend, room.friend_unit))
        ]
        self.cut(Sprite(room.plate(pixels)), *shadows, player, beam, Sprite(room.sheet(pixels)),
                 halo, through, spot, Sprite(room.ring(pixels), at=(*room.target, 0)), friend)  # fmt: skip
        self.say("How do you hit a target you cannot see?")
        self.play(aim.animate.set_value(self.target - 40), run_time=1.2)
        self.play(aim.animate.set_value(self.target - 20), run_time=1.2)
        self.hold(1)

    # -- 3: close on the strip, upright ------------------------------------------------------

    def the_shout_is_the_error(self) -> None:
        """An arrow from the ring to the dot: exactly the miss."""
        self.beat("the shout is the error")
        self.square_bowl = bowl = self.bowl(
            self.choose(-2.33, -2.2, -3.6), self.choose(5.6, 3.4, 3.6),
            self.choose(4.1, 3.6, 5.6), self.side * self.choose(-0.53, -1.2, -1.2),
        )  # fmt: skip
        self.error = axis_arrow(
            bowl.axis, self.target, self.first, "text", 0.1, of="error", off=OFF
        )
        ring = bowl.axis.at(self.target, OFF)
        upright = np.array(
            [self.choose(-2.4, -2.0, -2.0), -self.side * self.choose(1.9, 1.9, 2.8), 0]
        )
        lying = [bowl.band, bowl.axis, bowl.ring, bowl.dot, self.error]
        roll = CameraMove(
            *lying, zoom=self.choose(0.78, 1.2, 1.6), turn=PI / 2, about=ring, shift=upright - ring
        ).settle()
        self.cut(self.backdrop((5.0, -2.0), -9.0), *lying[:-1])
        shout = self.story.reading("shout", 0)
        says = "too high!" if self.miss > 0 else "too low!"
        words = VGroup(self.numeral(shout, size=3), self.label(says, size=1.6))
        words.arrange(0.5 * -UP, aligned_edge=-RIGHT).move_to((self.choose(2.8, 2.0, 2.0), 0.4, 0))
        self.say("The shout is the error.", FadeIn(self.error))
        self.play(FadeIn(words))
        self.hold(1.6)
        self.play(FadeOut(words))
        self.play(roll, run_time=1.4)

    # -- 4: the square and the bowl ----------------------------------------------------------

    def the_square_is_the_cost(self) -> None:
        """The square on the miss: its cells pile up to the height of the bowl."""
        self.beat("the square is the cost")
        bowl, story = self.square_bowl, self.story
        square = ErrorSquare(bowl.axis, self.target, self.first)
        self.pile = square.pile(bowl.curve, self.first)
        self.cost = self.numeral(story.reading("cost", 0), "cost")
        self.cost.next_to(self.pile, self.side * RIGHT, buff=0.15)
        self.say("Square the error: that is the cost.", FadeIn(square))
        self.play(square.flight(self.pile), run_time=1.6)
        self.remove(square.flying)
        self.add(self.pile)
        self.play(FadeIn(self.cost))
        self.play(FadeIn(bowl.curve), FadeIn(bowl.ball))
        for goal in (2 * self.target - self.first, self.first):
            self.play(bowl.at.animate.set_value(goal), run_time=1.2)
        self.leave(square)

    def the_slope_is_twice_the_miss(self) -> None:
        """The tangent: one cell along is two misses up."""
        bowl, story = self.square_bowl, self.story
        slope = float(story.gradients[0])
        reach = abs(self.miss) / 3
        tangent = bowl.curve.tangent(self.first, slope, self.side * reach, self.side * reach * 1.5)
        number = self.numeral(story.reading("gradient", 0), "gradient")
        word = self.label("slope", role="gradient", size=1.1)
        beside = bowl.curve.point(self.first - self.miss / 3) - self.side * 1.0 * RIGHT
        number.move_to(beside)
        word.next_to(number, UP, buff=0.2)
        self.say("The slope of the cost is twice the miss.", FadeIn(tangent))
        self.play(FadeIn(number, word))
        self.hold(1.6)

    # -- 5 and 6: the step -------------------------------------------------------------------

    def twice_the_shout_is_the_gradient(self) -> None:
        """Two misses, end to end, are the gradient, uphill."""
        self.beat("the step")
        reach = max(1.0, self.params.learning_rate)
        unit = self.choose(3.3, 1.85, 1.85) / reach
        self.step_bowl = bowl = self.bowl(
            self.choose(-0.62, -0.8, -1.2), unit, self.choose(2.4, 2.0, 3.2) / reach**2,
            -self.side * unit,
        )  # fmt: skip
        self.room = self.backdrop((0, bowl.axis.start[1]), bowl.axis.start[1])
        self.cut(self.room, *bowl)
        misses = VGroup(*[
            axis_arrow(bowl.axis, self.first + k * self.miss, self.first + (k + 1) * self.miss,
                       "text", 0.09, of="error", off=OFF)
            for k in (0, 1)
        ])  # fmt: skip
        self.gradient = axis_arrow(
            bowl.axis,
            self.first,
            self.first + 2 * self.miss,
            "gradient",
            ARROW,
            of="gradient",
            off=OFF,
        )
        number = self.numeral(self.story.reading("gradient", 0), "gradient")
        word = self.label("gradient", role="gradient", size=1.1)
        self.named = VGroup(word, number).arrange(RIGHT, buff=0.2)
        self.named.next_to(bowl.axis.at(self.first + self.miss, 0), UP, buff=0.25)
        self.say("Twice the shout: the gradient, uphill.", FadeIn(misses))
        self.add(self.gradient, misses)
        self.play(FadeIn(self.gradient), FadeIn(self.named))
        self.hold(1)

    def turned_round_a_part_is_the_step(self) -> None:
        """The gradient turned round, and the learning rate's share of it."""
        bowl, story, rate = self.step_bowl, self.story, Fraction(str(self.params.learning_rate))
        turned = self.gradient.copy()
        parts = divided(bowl.axis, self.first, self.first - 2 * self.miss,
                        rate.denominator if rate.numerator == 1 else 1, ARROW, OFF)  # fmt: skip
        self.say(f"Turn it round, take {part_in_words(rate)}: the step.")
        self.play(Rotate(turned, PI, about_point=bowl.axis.at(self.first, OFF)), run_time=1)
        self.remove(turned)
        self.add(parts)
        after = float(story.heights[1])
        step = step_arrow(bowl.axis, self.first, after, ARROW, OFF)
        number = self.numeral(story.reading("step", 0), "step")
        number.next_to(bowl.axis.at(after, -0.95), -UP, buff=0.3)
        self.play(FadeIn(step), FadeIn(number))
        self.add(bowl.curve.ghost(self.first), bowl.curve.drop(self.first))
        self.play(bowl.at.animate.set_value(after), run_time=1)
        self.leave(step, number, parts)
        self.hold(1)

    # -- 7: zoom -----------------------------------------------------------------------------

    def it_is_the_same_picture_again(self) -> None:
        """After each step the strip swells, and the picture is the old one."""
        story = self.story
        if not 0 < abs(story.factor) < 1:
            return
        self.beat("the same picture again")
        bowl = self.step_bowl
        self.cut(self.room, *bowl)
        mirrored = " mirrored" if story.factor < 0 else ""
        self.say(f"Zoom in: it is the same picture{mirrored} again.")
        for step in range(1, self.params.slow_steps + 1):
            if step > 1:
                self.play(bowl.at.animate.set_value(float(story.heights[step])), run_time=0.6)
            shout = self.numeral(story.reading("shout", step), size=2.6)
            shout.move_to((self.side * self.choose(3.6, 2.0, 0.0), self.choose(2.2, 2.6, 4.2), 0))
            goal = abs(1 / story.factor) ** step
            self.play(bowl.zoom.animate.set_value(goal), FadeIn(shout), run_time=1.2)
            self.hold(0.4)
            self.play(FadeOut(shout), run_time=0.2)

    # -- 8: too hard -------------------------------------------------------------------------

    def too_hard_and_you_swing_past(self) -> None:
        """A wrist that answers too hard swings past the target."""
        game = self.story.contrast
        if game.regime not in ("alternate", "bounce", "diverge"):
            return
        self.beat("too hard")
        heights = game.heights[:4]
        widest = float(np.abs(game.errors[:4]).max())
        base = self.choose(-0.9, -0.8, -1.2)
        reach = self.frame.width / 2
        strip = self.strip(Strip, base, self.window(widest / (0.72 * reach)))
        rate = self.label("learning rate ", (game.rate, "step"), size=1.6)
        rate.move_to((0, self.choose(2.9, 3.0, 5.0), 0))
        self.cut(self.backdrop((0, base), base), *strip)
        self.say("Answer too hard, and you swing past it.", FadeIn(rate))
        for step in range(1, len(heights)):
            hop = strip.hop(float(heights[step - 1]), float(heights[step]))
            number = self.label(game.reading("height", step), role="here", size=1.5)
            number.next_to(strip.axis.at(float(heights[step])), UP, buff=0.15)
            self.play(
                strip.at.animate.set_value(float(heights[step])), Create(hop), FadeIn(number),
                run_time=0.6,
            )  # fmt: skip
        self.hold(0.6)
        self.say(LIMITS[game.regime])
        self.hold(1)

    # -- 9: the pay-off ----------------------------------------------------------------------

    def every_step_takes_its_share(self) -> None:
        """The steps patter down; each takes the same share of what is left."""
        self.beat("the same share")
        game = self.story.to_the_end
        shown = min(game.steps, MOST_BARS)
        unit = self.choose(2.9, 2.2, 3.4) / max(np.abs(game.errors[: shown + 1]))
        level = self.choose(-0.5, -0.6, -0.4)
        bars = StepBars(
            (self.choose(-2.3, -2.6, -2.8), level, 0), (self.choose(3.2, 2.0, 2.4), level, 0),
            np.abs(game.errors[: shown + 1]).tolist(), unit, self.theme,
        )  # fmt: skip
        self.cut(bars.level)
        self.say(self._ending(game))
        for step in range(shown + 1):
            pair = [
                group[step] for group in (bars.bars, bars.takes, bars.dots) if step < len(group)
            ]
            self.play(*map(FadeIn, pair), run_time=0.4 if step < 3 else 0.2)
        self.hold(2)

    def _ending(self, game: laser.Laser) -> str:
        if game.arrives_at is not None and game.arrives_at <= game.steps:
            return f"{game.arrives_at} steps: less than {game.tolerance_text} off."
        return f"After {game.steps} steps: {game.reading('shout', game.steps)} off."
