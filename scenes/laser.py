"""The laser pointer game: every correction is the same fraction of the miss."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import numpy as np
from manim import (
    DL,
    DR,
    Create,
    GrowFromPoint,
    ReplacementTransform,
    UpdateFromFunc,
    VGroup,
    VMobject,
    smooth,
)
from manim.typing import Point3D

from gdmath.experiments import laser
from gdmath.experiments.laser import Laser as Story
from gdmath.experiments.laser import Step
from gdmath.experiments.reading import equals
from scenes.props.laser_cost import CostView
from scenes.props.laser_lens import LensView
from scenes.props.laser_lines import AFTER_ONE_STEP, AFTER_TWO_STEPS, CLOSING, SWEPT
from scenes.props.laser_progress import ProgressView
from scenes.props.laser_room import CHEERING, SHOUTING, WATCHING, LaserRoom
from scenes.stage.board import Board, BoardLine
from scenes.stage.claims import Quantity, tells
from scenes.stage.fading import FadeIn, FadeOut
from scenes.stage.film import Film
from scenes.stage.marks import follow
from scenes.stage.table import JoinedTable
from scenes.stage.theme import Role
from scenes.stage.words import Math

__all__ = ["Laser"]


class Laser(Film[laser.Params]):
    """You aim at a target that you cannot see; a friend shouts how far off you are."""

    slug = "laser"
    poster = "careful steps"
    title = "The laser pointer game"
    claim = (
        "Every correction is the same fraction of the miss, "
        "so you home in on a target that you cannot see."
    )
    model = laser.Params
    colours: ClassVar[Mapping[str, Role]] = {
        "height": "here",
        "y": "here",
        "a": "here",
        "target": "target",
        "cost": "cost",
        "error": "gradient",
        "gradient": "gradient",
        "step": "step",
        "learning rate": "step",
        "tolerance": "target",
        "tolerance in mm": "target",
    }

    def construct(self) -> None:
        """Tell the storyboard's eight beats."""
        self.story: Story = laser.run(self.params)
        self.room = LaserRoom(self.story, self.layout, self.theme)
        self.plot_zone, self.board_zone = self.layout.rail_parts(0.56, 0.44)
        self.show_title()
        self.a_target_that_you_cannot_see()
        self.the_beam_is_a_line()
        self.the_first_shot_misses()
        self.the_square_is_the_cost()
        self.the_shout_is_the_gradient()
        self.three_careful_steps()
        self.and_so_on()
        self.what_was_what()
        self.hush()

    # -- 1 -----------------------------------------------------------------------------------

    def a_target_that_you_cannot_see(self) -> None:
        """The room: the sheet hides the target from the player, not from the friend."""
        room = self.room
        self.beat("the room")
        question = self.ask("How do you hit", "a target that", "you cannot see?")
        self.add(room.floor, question)
        self.say(
            "You point a laser at a sheet.",
            FadeIn(room.player, room.pointer, room.wall, room.sheet),
        )
        self.play(FadeIn(room.tape, room.scale_note))
        blocked = room.sight_of_player()
        self.say("Behind it hangs a target. You cannot see it.")
        self.play(FadeIn(room.target), Create(room.target_line))
        self.play(Create(blocked[0]))
        self.play(FadeIn(blocked[1]))
        seen = room.sight_of_friend()
        self.say("Your friend can.", FadeIn(room.friend))
        self.play(Create(seen))
        names = room.name_tags(blocked, seen)
        self.play(FadeIn(names))
        self.leave(blocked, seen, names, question)

    # -- 2 -----------------------------------------------------------------------------------

    def the_beam_is_a_line(self) -> None:
        """Tilting the wrist changes the slope a; the dot runs along the sheet."""
        room, story = self.room, self.story
        self.beat("the beam is a line")
        beside = self.layout.side_by_side
        board = Board(self.plot_zone if beside else self.layout.rail, self.layout, self.theme)
        line = board.line(0.4, Math("y = a dot x + b"))
        known = board.line(
            1.4,
            Math(f"x {equals(story.distance)}"),
            " ",
            story.distance,
            ",  ",
            Math(f"b {equals(story.hand)}"),
            " ",
            story.hand,
        )
        self.say("The beam is a straight line.", FadeIn(line))
        self.add(room.beam, room.pointer, room.dot)
        self.play(FadeIn(room.beam, room.dot, room.level, room.angle, room.angle_name))
        self.play(FadeIn(known))
        here = board.line(
            2.4,
            Math(f"y {equals(story.distance_plain, story.hand)} a dot"),
            " ",
            story.distance_plain,
            *self._plus_hand(),
            name="beam at the sheet",
        )
        self.play(FadeIn(here))
        live = Board(self.board_zone if beside else self.layout.rail, self.layout, self.theme)
        row = 0.4 if beside else 3.6
        slope = self._live_line(live, row, "a", lambda: story.slope(room.aim()))
        height = self._live_line(live, row + 0.9, "y", lambda: story.pointed(room.aim()))
        self.play(FadeIn(slope, height))
        self.say("Tilt the wrist, and the dot runs along the sheet.")
        low, high = story.tour
        for goal in (low, high, story.params.first_shot_cm):
            self.play(room.aim.animate.set_value(goal), run_time=1.2)
        lens = LensView(room, self.layout, self.theme)
        self.lens = lens
        grown = GrowFromPoint(lens.still, room.on_wall(story.params.target_cm), run_time=0.8)
        self.leave(room.level, room.angle, room.angle_name)
        self.say("A lens shows the sheet around the target.")
        self.play(grown, FadeIn(lens.beams, lens.dot, run_time=0.8))
        self.bring_to_front(lens.dot)
        self.leave(line, known, here, slope, height)

    def _plus_hand(self) -> tuple[Any, ...]:
        hand = self.story.hand
        return () if hand.is_zero else (" + ", hand)

    def _live_line(self, board: Board, row: float, name: str, read: Any) -> VGroup:
        size = 1.15 * self.layout.body
        label = self.words(Math(name), size=size, role="text")
        label.stand_at(board.zone.left, board.baseline(row))
        number = self.number(
            read(), size=size, role="here", bold=True, name=f"live {name}", equated=True
        )
        number.stand_at(label.get_right()[0] + 0.3 * size, board.baseline(row))
        tells(follow(number, lambda m: m.say(read())), self.room.aim)
        return VGroup(label, number)

    # -- 3 -----------------------------------------------------------------------------------

    def the_first_shot_misses(self) -> None:
        """The shout is the error, with its sign."""
        story, lens = self.story, self.lens
        self.beat("the first shot")
        first = story.step(0)
        self.bubble = self.room.shout(first.shout)
        self.say("You shoot. Your friend shouts.")
        self.play(
            self.room.friend.into(SHOUTING),
            GrowFromPoint(self.bubble, self.bubble.get_corner(DL)),
        )
        self.hold(0.8)
        board = Board(self.layout.rail, self.layout, self.theme)
        rule = board.line(0.4, Math('"error" = here(y_"laser") - target(y_"target")'))
        sum_ = board.line(
            1.5,
            f"{equals(first.height, story.target)} ",
            (first.height, "here"),
            " \N{MINUS SIGN} ",
            (story.target.operand, "target"),
            f" {first.missed} ",
            (first.error, "gradient"),
            " cm",
        )
        self.say("The shout is the error, with its sign.", FadeIn(rule))
        self.play(FadeIn(sum_))
        self.play(FadeIn(lens.arrow), FadeIn(lens.label(first.error)))
        self.hold(1.2)
        self.leave(rule, sum_)

    # -- 4 -----------------------------------------------------------------------------------

    def the_square_is_the_cost(self) -> None:
        """A square on the error; its area is the height of the dot on the cost curve."""
        story, lens = self.story, self.lens
        self.beat("from error to cost")
        first = story.step(0)
        self.cost = CostView(story, self.room.aim, self.plot_zone, self.layout, self.theme)
        square = lens.square(first.cost)
        self.say(
            "Square the error: that is the cost.",
            FadeIn(square),
            FadeOut(lens.error_label),
            self.room.friend.into(WATCHING),
        )
        self.hold(0.8)
        self.play(FadeIn(self.cost.plot, self.cost.heading))
        self.play(ReplacementTransform(square[0].copy(), self.cost.dot), FadeIn(self.cost.drop))
        value = self.cost.value_label(first)
        self.play(FadeIn(value))
        self.say("It is never negative, and zero only on the target.")
        self.play(Create(self.cost.curve), run_time=1.4)
        self.bring_to_front(self.cost.dot)
        self.leave(square, value)

    # -- 5 -----------------------------------------------------------------------------------

    def the_shout_is_the_gradient(self) -> None:
        """Two ways to go; the sign of the gradient says which, its size says how far."""
        first = self.story.step(0)
        self.beat("the shout is the gradient")
        guesses, question = self.lens.guesses()
        self.say("Which way should you aim now?", FadeIn(guesses, question))
        self.hold(2.0)
        if self.story.regime == "there":
            self.say("Neither: on the target the slope is flat.", FadeOut(guesses, question))
        else:
            high = first.error.value > 0
            wrong, right = guesses if high else guesses[::-1]
            line = "Plus: too high, so aim lower." if high else "Minus: too low, so aim higher."
            self.say(line, FadeOut(wrong, question))
            self.hold(0.6)
            self.play(FadeOut(right))
        pitch = 1.2 if self.layout.side_by_side else 1.55
        self.board = Board(self.board_zone, self.layout, self.theme, pitch)
        gradient = self._gradient_line(first)
        self.say(
            "The slope of the cost is the shout, doubled.",
            FadeIn(gradient),
            Create(self.cost.tangent),
        )
        self.hold(0.8)
        self.play(FadeIn(self.lens.label(first.error)))
        self.say("Its sign says which way, its size how urgently.")
        self.hold(0.8)
        self.leave(gradient)

    def _gradient_line(self, step: Step) -> BoardLine:
        return self.board.line(
            0, ("gradient", "gradient"), f" {equals(step.error)} ", Math("2"), " · ",
            step.error.operand,
            f" {step.doubled} ", (step.gradient, "gradient"),
        )  # fmt: skip

    # -- 6 -----------------------------------------------------------------------------------

    def three_careful_steps(self) -> None:
        """Look at the slope, turn it into an arrow, scale it, move: the first time slowly."""
        self.beat("careful steps")
        self.told = min(self.params.slow_steps, self.story.steps)
        if self.told == 0:
            self.say("No correction is asked for, so the dot stays.")
            self.hold(1.0)
        self.sums = VGroup()
        for number in range(self.told):
            self._one_step(number, slowly=number == 0)
            self._comment_on(number)
        self.leave(self.cost.tangent)

    def _one_step(self, number: int, slowly: bool) -> None:
        now, then = self.story.step(number), self.story.step(number + 1)
        pace = 0.8 if slowly else 0.6
        gradient = self._gradient_line(now)
        total = self._sum_line(now, then, self.board.below(gradient) + 0.1)
        lines = VGroup(gradient, *self._counter(then, self.board.below(total)))
        if slowly:
            self.say("Look at the slope.", FadeIn(lines))
        else:
            self.play(FadeIn(lines), FadeOut(self.sums), run_time=pace)
        uphill = self.cost.uphill_arrow(now)
        if slowly:
            self.say("Make it an arrow. It points uphill.")
        self.play(GrowFromPoint(uphill, uphill.tail), run_time=pace)
        if slowly:
            self.say("Turn it round, and take a part of it: the learning rate.")
        step = self.cost.step_arrow(now, then)
        shadow = VGroup(self.lens.step_arrow(now, then), self.cost.step_label(now, step))
        self.play(
            ReplacementTransform(uphill, step), FadeIn(shadow, total.part(0, 1, 2, 3, 4)),
            run_time=pace,
        )  # fmt: skip
        if slowly:
            self.say("Move, and listen again.")
        self._move(then, FadeIn(total.part(5, 6)), FadeOut(step, shadow))
        self.hold(0.8)
        self.sums = VGroup(lines, total)

    def _move(self, then: Step, *with_it: Any) -> None:
        self.add(self.lens.leave_ghost(), self.cost.leave_ghost())
        self.bring_to_front(self.lens.dot, self.cost.dot)
        old_label, old_bubble = self.lens.error_label, self.bubble
        self.play(
            self.room.aim.animate.set_value(then.height.value),
            FadeOut(old_label, old_bubble),
            run_time=1.0,
        )
        self.bubble = self.room.shout(then.shout)
        self.play(FadeIn(self.lens.label(then.error), self.bubble), *with_it)

    def _counter(self, step: Step, row: float) -> list[VMobject]:
        parts = ("step ", step.number, " of ", self.story.count)
        apart = 0.0 if self.layout.side_by_side else 0.9
        count = self.board.line(row + apart, *parts, role="quiet", size=self.layout.small)
        return [count] if self.layout.side_by_side else [self.board.rule(row + 0.3), count]

    def _sum_line(self, now: Step, then: Step, row: float) -> BoardLine:
        return self.board.line(
            row, (now.height, "here"), " \N{MINUS SIGN} ", (self.story.rate, "step"), " · ",
            (now.gradient.operand, "gradient"), f" {then.equals} ", (then.height, "here"),
        )  # fmt: skip

    def _comment_on(self, number: int) -> None:
        if number == 0:
            self.say(AFTER_ONE_STEP[self.story.regime])
        elif number == 1:
            self.say(AFTER_TWO_STEPS[self.story.regime])

    # -- 7 -----------------------------------------------------------------------------------

    def and_so_on(self) -> None:
        """The rest in one sweep: on a log axis the errors lie on a straight line."""
        story = self.story
        self.beat("and so on")
        self.leave(*self.cost.everything, self.lens.error_label, self.bubble, self.sums)
        moment = Quantity("step number", self.told)
        zones = self.layout.rail_parts(1, 1)
        progress = ProgressView(story, moment, (zones[0], zones[1]), self.layout, self.theme)
        rest = story.steps > self.told
        self.say("The rest goes the same way." if rest else "All of it in one picture.")
        self.play(FadeIn(progress.still, progress.moving))
        last = int(story.drawn[-1])
        if last > self.told:
            # The aim comes second, so that it sees the moment of its own frame.
            aimed = UpdateFromFunc(self.room.aim, lambda m: m.set_value(story.height_at(moment())))
            self.play(moment.animate.set_value(last), aimed, run_time=5.0, rate_func=smooth)
        if story.steps > last:
            self.play(self.room.aim.animate.set_value(float(story.heights[-1])))
        self.bubble = self.room.shout(story.last_shout)
        mood = CHEERING if story.regime in ("there", "hit", "glide") else SHOUTING
        self.play(FadeIn(self.bubble), self.room.friend.into(mood))
        self.say(SWEPT[story.regime] if story.steps else "Without a correction, nothing changes.")
        notes = progress.notes
        self.play(FadeIn(notes[0]))
        self.hold(0.6)
        self.play(FadeIn(notes[1]))
        self.hold(1.0)
        other = progress.contrast()
        if other:
            self.say("Turn the wrist too much, and you shoot past the target.", FadeIn(other[1]))
            self.add(other[0], progress.moving)  # behind what it is compared with
            self.play(Create(other[0]), run_time=1.4)
            self.hold(0.6)
        self.leave(progress.still, progress.moving, notes, other)

    # -- 8 -----------------------------------------------------------------------------------

    def what_was_what(self) -> None:
        """Each thing of the game is joined to its name in the method."""
        self.beat("what was what")
        self.say("What was what?", *map(FadeOut, self.room.scale_note))
        room, game = self.room, self.room.outline()
        table = JoinedTable(self.layout.rail, 5, self.layout, self.theme)
        box, size = self.bubble.box, self.bubble.lines[0]
        inset = 0.35 * (box.get_right() - box.get_center())
        things: tuple[tuple[str, str, Role, Point3D], ...] = (
            ("dot", "parameter", "here", room.dot.get_center()),
            ("shout", "gradient", "gradient", box.get_corner(DR) - inset),
            (
                "its size",
                "magnitude",
                "gradient",
                np.array([box.get_right()[0], size.get_y(), 0.0]),
            ),
            ("wrist", "learning rate", "step", room.player.hand.get_center()),
            ("the game", "gradient descent", "text", table.foot_of(game, 4)),
        )
        for number, (thing, name, role, place) in enumerate(things):
            row, link = table.row(number, thing, name, role, place)
            around = [FadeIn(game)] if thing == "the game" else []
            self.bring_to_back(link)
            self.play(FadeIn(row), Create(link), *around, run_time=0.8)
            self.hold(0.6)
        self.say(CLOSING[self.story.regime])
        self.hold(2.0)
