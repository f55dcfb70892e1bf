"""The blindfolded hiker: with nothing but the slope under your feet you can find a valley."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from manim import (
    Create,
    FadeIn,
    FadeOut,
    GrowFromPoint,
    ReplacementTransform,
    ValueTracker,
    VGroup,
    linear,
    smooth,
)
from manim.typing import Point3D

from gdmath.experiments import hiker
from gdmath.experiments.hiker import Hiker as Story
from gdmath.experiments.hiker import Pace, Regime, Step
from gdmath.experiments.reading import Reading
from scenes.props.hiker_figure import CALM, FALLEN, FEELING, GLAD, Walker
from scenes.props.hiker_land import CLEAR, SIGHT, Land
from scenes.props.hiker_map import MapView
from scenes.props.hiker_marks import Marks
from scenes.props.hiker_views import AltitudeView, Rose
from scenes.stage.board import Board, BoardLine
from scenes.stage.film import Film
from scenes.stage.marks import follow
from scenes.stage.raster import show_rasters
from scenes.stage.table import JoinedTable
from scenes.stage.theme import Role
from scenes.stage.words import Math

__all__ = ["Hiker"]

FORMULAS = {
    "hills": (
        "sin w cos b + w^2 \\/ 8 + b^2 \\/ 8",
        "cos w cos b + w \\/ 4",
        "-sin w sin b + b \\/ 4",
    ),
    "bowl": ("w^2 \\/ 8 + b^2 \\/ 4", "w \\/ 4", "b \\/ 2"),
}
AFTER_STEP: dict[Pace, str] = {
    "shorter": "Gentler ground, so a shorter step.",
    "longer": "Steeper ground, so a longer step.",
    "as long": "Lower than before.",
    "uphill": "Too far: the ground is higher here.",
}
AND_AGAIN: dict[Pace, str] = {
    "shorter": "Gentler still, so shorter still.",
    "longer": "Steeper still, so longer still.",
    "as long": "And lower again.",
    "uphill": "Too far again, and higher still.",
}
NO_STEP: dict[Regime, str] = {
    "flat": "No slope, so no step.",
    "unasked": "No step is asked for.",
}
AGAIN: dict[Regime, str] = {
    "flat": "The rule says: until the ground feels flat.",
    "unasked": "The rule says: until the ground feels flat.",
    "still": "Again, and again, on the same spot.",
    "arrived": "Again, and again, until the ground feels flat.",
    "left": "Again, and again, until the ground feels flat.",
    "tired": "Again, and again, until the ground feels flat.",
}
ENDED: dict[Regime, str] = {
    "flat": "It does, from the start: there is nothing to do.",
    "unasked": "It does not, but there is no step to take.",
    "still": "A learning rate of zero: the hiker never moves.",
    "arrived": "Flat. Whichever way the foot reaches, it goes up.",
    "left": "Too long a step: it leads off the map.",
    "tired": "All steps are used up, and the ground still slopes.",
}
CLOSING: dict[Regime, str] = {
    "flat": "The slope underfoot finds a valley, step by step.",
    "unasked": "Step by step, the slope underfoot would find a valley.",
    "still": "With steps to take, the slope would find a valley.",
    "arrived": "The slope underfoot finds a valley, step by step.",
    "left": "With smaller steps, the slope would find a valley.",
    "tired": "With other steps, the slope would find a valley.",
}


class Hiker(Film[hiker.Params]):
    """A blindfolded hiker in the fog goes down, step by step, by the slope underfoot."""

    slug = "hiker"
    title = "The blindfolded hiker"
    claim = "With nothing but the slope under your feet you can find a valley, step by step."
    model = hiker.Params

    def construct(self) -> None:
        """Tell the storyboard's seven beats."""
        show_rasters(self.renderer.camera)
        self.story: Story = hiker.run(self.params)
        self.land = Land(self.story, self.layout, self.theme)
        self.marks = Marks(self.land, self.layout.small)
        self.walker = Walker(self.theme, self.land.standing)
        self.upper, self.lower = self.layout.rail_parts(0.48, 0.52)
        self.show_title()
        self.fog()
        self.feel()
        self.up_and_down()
        self.careful_steps()
        self.again_and_again()
        self.what_was_what()
        self.the_fog_lifts()
        self.hush()

    # -- 1 -----------------------------------------------------------------------------------

    def fog(self) -> None:
        """A hiker with a blindfold, and a small disc of ground around the feet."""
        land = self.land
        self.beat("fog")
        self.trail = self.marks.growing_trail(self.story.hike)
        self.shadow = self.marks.shadow()
        self.add(land.fog, land.disc, self.trail, self.marks.footprints())
        self.say("A hiker stands on a mountain, in thick fog.", FadeIn(self.shadow, self.walker))
        self.hold(0.6)
        self.say("Blindfolded. The feet can feel the ground, and no more.")
        with self._awake():
            self.play(land.sight.animate.set_value(SIGHT), run_time=1.6)
        self.hold(0.6)
        self.say("Somewhere below lies a valley. Which way?")
        self.hold(1.4)

    @contextmanager
    def _awake(self, *views: Any) -> Iterator[None]:
        """Let the disc of sight, and these, follow the hiker; then they stand still again."""
        pictures = (self.land, *views)
        for picture in pictures:
            picture.follow()
        yield
        for picture in pictures:
            picture.follow(awake=False)

    # -- 2 -----------------------------------------------------------------------------------

    def feel(self) -> None:
        """Eight arrows, each as long as the drop in its direction; the longest one stays."""
        self.beat("feel")
        shares = (0.45, 0.55) if self.layout.side_by_side else (0.58, 0.42)
        above, self.below = self.layout.rail_parts(*shares, gap=0.5 * self.layout.gap)
        self.rose = Rose(self.land, above, self.layout.small)
        self.compass = self.marks.compass()
        self.say(
            "Reach out with a foot, eight ways.", FadeIn(self.rose.still), self.walker.into(FEELING)
        )
        pairs = zip(self.compass, self.rose.arrows, self.rose.labels, strict=True)
        for number, found in enumerate(pairs):
            reach = self.land.feeler.animate(rate_func=linear).set_value(number + 1)
            self.play(reach, *map(FadeIn, found))
        self.land.feeler.set_value(0)
        best = self.story.steepest
        if best is None:
            self.leave(*self.compass)
            flat = self.story.regime == "flat"
            self.say("It feels flat all around." if flat else "It goes up all around.")
            self.hold(1.0)
            return
        self.say("Which way goes down most?")
        self.hold(2.0)
        losers = [arrow for k, arrow in enumerate(self.compass) if k != best]
        self.say("The longest arrow wins.", *map(FadeOut, losers))
        self.hold(0.8)

    # -- 3 -----------------------------------------------------------------------------------

    def up_and_down(self) -> None:
        """The gradient points up; a minus turns it round."""
        story, place = self.story, self.story.hike.places[0]
        self.beat("up and down")
        slope, first = story.hike.gradients[0], story.step(0)
        up = self.marks.arrow("gradient", place, slope, "gradient")
        self.down = self.marks.arrow("step", place, -slope, "minus gradient")
        self.board = Board(self.below, self.layout, self.theme)
        rose, lines = self.rose.gradient(), self._formulas(first)
        felt = VGroup(*self.rose.arrows, *self.rose.labels)
        if story.regime == "flat":
            self.say("On flat ground the gradient is next to nothing.", FadeIn(lines[0]))
            self.play(FadeIn(lines[1], lines[2]))
            self.hold(1.4)
            self.leave(felt, self.rose.still, lines)
            return
        self.say("The gradient points straight up the slope.", FadeOut(felt), FadeIn(lines[0]))
        self.play(*(GrowFromPoint(arrow, arrow.tail) for arrow in (up, rose[0])), FadeIn(rose[3][0]))
        self.hold(0.6)
        self.say("It has two parts: the slope along w, and the slope along b.")
        self.play(Create(rose[2][0]), FadeIn(lines[1]))
        self.play(Create(rose[2][1]), FadeIn(lines[2]))
        self.hold(0.8)
        self.say("A minus turns it round, straight down.")
        before = up.copy() if story.steepest is None else self.compass[story.steepest]
        self.play(
            ReplacementTransform(before, self.down),
            GrowFromPoint(rose[1], rose[1].tail),
            FadeIn(rose[3][1], lines[3]),
        )
        self.hold(1.4)
        self.leave(up, rose, self.rose.still, lines)

    def _formulas(self, first: Step) -> VGroup:
        whole, along_w, along_b = FORMULAS[self.params.surface]
        size = 1.05 * self.layout.small
        return VGroup(
            self.board.line(0, Math(f"cost(J) = {whole}"), size=size),
            self._slope_line(1.15, "w", along_w, first.slope_w),
            self._slope_line(2.3, "b", along_b, first.slope_b),
            self.board.line(3.45, Math("step(-nabla J)"), " points down", role="step", size=size),
        )

    def _slope_line(self, row: float, name: str, formula: str, slope: Reading) -> BoardLine:
        """Return a part of the gradient: its formula, where there is room for it, and its value."""
        size, sign = 1.05 * self.layout.small, " = " if slope.exact else " ≈ "
        named, value = f"gradient(partial J \\/ partial {name})", (slope, "gradient")
        line = self.board.line(row, Math(f"{named} = {formula}"), sign, value, size=size)
        return line if len(line) == 1 else self.board.line(row, Math(named), sign, value, size=size)

    # -- 4 -----------------------------------------------------------------------------------

    def careful_steps(self) -> None:
        """Take a part of the arrow, move, and feel again: the first time slowly."""
        self.beat("a step")
        self.altitude = AltitudeView(self.land, self.upper, self.layout.small)
        self.told = min(self.params.slow_steps, self.story.steps)
        if self.told == 0:
            self.leave(self.down)
            self.say(NO_STEP[self.story.regime])
            self.play(FadeIn(self.altitude.still, self.altitude.moving))
            self.hold(1.0)
        self.sums = VGroup()
        self.board = Board(self.lower, self.layout, self.theme)
        for number in range(self.told):
            self._one_step(number, slowly=number == 0)
            self._comment_on(number + 1)
        self.leave(self.sums)

    def _one_step(self, number: int, slowly: bool) -> None:
        story, place = self.story, self.story.hike.places[number]
        slope, old = story.hike.gradients[number], self.sums
        self.sums = self._sums(story.step(number), story.step(number + 1))
        asked, result = self.sums
        step = self.marks.arrow("step", place, -story.params.learning_rate * slope, "step")
        if slowly:
            self.say(
                _taking(story.params.learning_rate),
                FadeIn(self.altitude.still, self.altitude.moving),
            )
        else:
            up = self.marks.arrow("gradient", place, slope, "gradient")
            self.down = self.marks.arrow("step", place, -slope, "minus gradient")
            self.play(GrowFromPoint(up, up.tail), FadeOut(old))
            self.play(ReplacementTransform(up, self.down))
        self.play(ReplacementTransform(self.down, step), FadeIn(asked))
        if slowly:
            self.say("Step there, and feel again.")
        with self._awake():
            goal = min(number + 1.0, story.hike.ends_at)
            self.play(self.land.moment.animate.set_value(goal), FadeOut(step), run_time=1.2)
        self.play(FadeIn(result))
        self.hold(0.4)

    def _sums(self, now: Step, then: Step) -> VGroup:
        """Return the arithmetic of a step: what is asked, and the results."""
        small = self.layout.small
        count = self.board.line(3.4, "step ", then.number, role="quiet", size=small)
        asked, results = VGroup(self.board.rule(2.8), count), VGroup()
        size = min(line[0].size for line in self._sum_lines(now, then, self.layout.body))
        for line in self._sum_lines(now, then, size):
            asked.add(line.part(0, 1, 2, 3, 4, 5, 6))
            results.add(line.part(7, 8))
        return VGroup(asked, results)

    def _sum_lines(self, now: Step, then: Step, size: float) -> list[BoardLine]:
        rows = (("w", now.w, now.slope_w, then.w), ("b", now.b, now.slope_b, then.b))
        return [
            self.board.line(
                0.1 + 1.45 * row, Math(f"{name} arrow.l"), " ", (place, "here"), " \N{MINUS SIGN} ",
                self.story.rate, " · ", (slope.operand, "gradient"), f" {then.equals[row]} ",
                (result, "here"), size=size,
            )
            for row, (name, place, slope, result) in enumerate(rows)
        ]  # fmt: skip

    def _comment_on(self, number: int) -> None:
        story = self.story
        pace = story.pace(number)
        if story.hike.left_at == number:
            self.say(ENDED["left"])
        elif number > 1 and pace == story.pace(number - 1):
            self.say(AND_AGAIN[pace])
        else:
            self.say(AFTER_STEP[pace])

    # -- 5 -----------------------------------------------------------------------------------

    def again_and_again(self) -> None:
        """The rest in one sweep, until the ground feels flat; the path stays behind."""
        story, land = self.story, self.land
        self.beat("again, and again")
        self.map = MapView(land, self.lower, self.layout.small)
        self.add(self.map.picture)
        self.bring_to_front(self.map.picture)
        self.say(AGAIN[story.regime], FadeIn(self.map.still))
        with self._awake(self.map):
            self.play(self.map.shown.animate.set_value(1), FadeIn(self.map.moving))
        left = story.hike.ends_at - land.moment.get_value()
        if left > 0:
            with self._awake(self.map):
                goal = land.moment.animate.set_value(story.hike.ends_at)
                self.play(goal, self.walker.into(CALM), run_time=6.0, rate_func=smooth)
        self.floor = VGroup()
        if story.ground == "valley":
            self.floor = self.marks.floor(story.hike.places[-1])
            self.play(FadeIn(self.floor), self.walker.into(GLAD))
        elif story.regime == "left":
            self.play(self.walker.into(FALLEN))
        note = self.marks.ending(self.walker)
        self.say(self._ending_line(), FadeIn(note))
        self.hold(1.6)
        self.leave(note, self.altitude.still, self.altitude.moving)
        self.leave(self.map.still, self.map.moving)

    def _ending_line(self) -> str:
        if self.story.regime in ("flat", "arrived") and self.story.ground != "valley":
            return f"Flat, but no valley: only a {self.story.ground}."
        return ENDED[self.story.regime]

    # -- 6 -----------------------------------------------------------------------------------

    def what_was_what(self) -> None:
        """Each thing of the hike is joined to its name in the method."""
        story, land = self.story, self.land
        self.beat("what was what")
        back = story.telling_step
        self.say("What was what?")
        with self._awake(self.map):
            self.play(
                land.moment.animate.set_value(back),
                self.map.shown.animate.set_value(0),
                self.walker.into(CALM),
                run_time=1.4,
            )
        self.things = self._things(back)
        table = JoinedTable(self.layout.rail, len(self.things), self.layout, self.theme)
        self.table = VGroup()
        for number, (thing, name, role, mark, place) in enumerate(self.things):
            row, link = table.row(number, thing, name, role, place)
            self.play(FadeIn(row, mark), Create(link), run_time=0.8)
            self.hold(0.6)
            self.table.add(row, link, mark)
        self.say("Feel the slope, step down, repeat.")
        self.hold(1.6)
        self.leave(self.table)

    def _things(self, step: int) -> list[tuple[str, str, Role, VGroup, Point3D]]:
        """Return the rows of the table, each with the mark that it is joined to."""
        story, land = self.story, self.land
        place, slope = story.hike.places[step], story.hike.gradients[step]
        up = self.marks.arrow("gradient", place, slope, "slope")
        move = self.marks.arrow("step", place, -story.params.learning_rate * slope, "step size")
        height = self.marks.height(place)
        found = story.ground == "valley"
        end = story.hike.places[-1] if found else story.objective.minimiser
        floor = VGroup() if found else self.marks.floor(end)
        return [
            ("position", "weights w, b", "here", VGroup(), self.walker.chest),
            ("altitude", "error J", "cost", VGroup(height), height.get_center()),
            ("slope", "gradient", "gradient", VGroup(up), up.tip),
            ("step size", "learning rate", "step", VGroup(move), move.get_center()),
            ("valley floor", "solution", "target", VGroup(floor), land.at(end)),
        ]

    # -- 7 -----------------------------------------------------------------------------------

    def the_fog_lifts(self) -> None:
        """The whole land, and where other starts lead by the same rule."""
        story, land, map_ = self.story, self.land, self.map
        self.beat("the fog lifts")
        mood = GLAD if story.ground == "valley" else CALM
        self.say("Now the fog lifts.", FadeIn(self.altitude.still, map_.still))
        with self._awake(map_):
            self.play(
                map_.shown.animate.set_value(1),
                map_.lifted.animate.set_value(1),
                land.sight.animate.set_value(CLEAR),
                land.moment.animate.set_value(story.hike.ends_at),
                FadeIn(self.altitude.moving, map_.moving),
                self.walker.into(mood),
                run_time=3.0,
            )
        self.say(self._verdict())
        self.hold(1.0)
        self._other_starts()
        floors = [self.marks.floor(place) for place, _ in story.valleys]
        found = VGroup(*floors, *(map_.floor(place) for place, _ in story.valleys))
        self.say(self._moral(), FadeIn(found, self.marks.altitudes(floors, self.walker)))
        self.hold(1.4)
        self.say(CLOSING[story.regime])
        self.hold(2.0)

    def _other_starts(self) -> None:
        story, moment = self.story, ValueTracker(0.0)
        paths = VGroup()
        for hike in story.others:
            for path in (
                self.marks.other_trail(hike),
                self.map.other_path(hike),
                self.altitude.other_curve(hike),
            ):
                paths.add(follow(path, lambda mark: mark.until(moment.get_value())))
        self.add(paths)
        self.bring_to_front(self.walker)
        self.say("Other starts, by the same rule.")
        longest = max(hike.ends_at for hike in story.others)
        self.play(moment.animate.set_value(longest), run_time=4.0, rate_func=smooth)

    def _verdict(self) -> str:
        if self.story.ground != "valley":
            return "So this is what the feet could not see."
        if self.params.surface == "bowl":
            return "A bowl has only one valley, and this is it."
        if self.story.is_deepest:
            return "It is the deepest valley, though the feet could not know."
        return "It is a valley, but not the deepest one."

    def _moral(self) -> str:
        valleys = len(self.story.valleys)
        if not valleys:
            return "None of them finds a valley."
        if not self.story.all_arrive:
            return "Some find a valley, some never do."
        if valleys == 1:
            return "They all end in the same valley."
        return "Where you start decides which valley you find."


def _taking(rate: float) -> str:
    """Say what the learning rate makes of the arrow."""
    if rate == 1:
        return "Take all of it: that is the learning rate."
    much = "none" if rate == 0 else "only a part" if rate < 1 else "more than all"
    return f"Take {much} of it: that is the learning rate."
