"""The blindfolded hiker: with nothing but the slope under your feet you can find a valley."""

from __future__ import annotations

from typing import Any

from manim import (
    Create,
    GrowFromPoint,
    ReplacementTransform,
    VGroup,
    linear,
    smooth,
)

from gdmath.experiments import hiker
from gdmath.experiments.hiker import Hiker as Story
from scenes.props import hiker_lines as told
from scenes.props.hiker_board import HikerBoard
from scenes.props.hiker_figure import CALM, FALLEN, FEELING, GLAD
from scenes.props.hiker_land import CLEAR, SIGHT
from scenes.props.hiker_map import MapView
from scenes.props.hiker_scenery import Scenery
from scenes.props.hiker_views import AltitudeView, Rose
from scenes.stage.claims import Quantity
from scenes.stage.fading import FadeIn, FadeOut
from scenes.stage.film import Film
from scenes.stage.marks import Arrow, cased, follow
from scenes.stage.table import JoinedTable

__all__ = ["Hiker"]

LEAPS_A_SECOND = 6  # more, to and fro, would flash


class Hiker(Film[hiker.Params]):
    """A blindfolded hiker in the fog goes down, step by step, by the slope underfoot."""

    slug = "hiker"
    poster = "again, and again"
    title = "The blindfolded hiker"
    claim = "With nothing but the slope under your feet you can find a valley, step by step."
    model = hiker.Params
    colours = {  # noqa: RUF012
        "position": "here",
        "w": "here",
        "b": "here",
        "valley": "target",
        "altitude": "cost",
        "another altitude": "quiet",
        "∂J/∂w": "gradient",
        "∂J/∂b": "gradient",
        "gradient": "gradient",
        "slope": "gradient",
        "move": "step",
    }

    def construct(self) -> None:
        """Tell the storyboard's seven beats."""
        self.story: Story = hiker.run(self.params)
        self.scenery = Scenery(self.story, self.layout, self.theme)
        self.land, self.marks = self.scenery.land, self.scenery.marks
        self.walker = self.scenery.walker
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
        question = self.ask("How do you find", "a valley", "in thick fog?")
        self.add(question, land.fog, land.disc, *self.scenery.way)
        self.say("A hiker stands on a mountain, in thick fog.", FadeIn(self.walker))
        self.hold(0.6)
        self.say("Blindfolded. The feet can feel the ground, and no more.")
        with self.scenery.awake():
            self.play(land.sight.animate.set_value(SIGHT), run_time=1.6)
        self.hold(0.6)
        self.say("Somewhere below lies a valley. Which way?")
        self.hold(1.4)
        self.leave(question)

    # -- 2 -----------------------------------------------------------------------------------

    def feel(self) -> None:
        """Eight arrows, each as long as the drop in its direction; the longest one stays."""
        self.beat("feel")
        shares = (0.45, 0.55) if self.layout.side_by_side else (0.58, 0.42)
        above, self.below = self.layout.rail_parts(*shares, gap=0.5 * self.layout.gap)
        self.rose = Rose(self.land, above, self.layout.small)
        self.compass, self.ring = self.marks.compass(), self.marks.ring()
        self.add(self.ring, *self.scenery.way, self.walker)
        self.say(
            "Reach out with a foot, eight ways.",
            FadeIn(self.rose.still),
            FadeIn(self.ring),
            self.walker.into(FEELING),
        )
        pairs = zip(self.compass, self.rose.arrows, self.rose.labels, strict=True)
        for number, found in enumerate(pairs):
            if number == 3:
                self.say("The compass shows the same ring from above.")
            reach = self.land.feeler.animate.set_value(number + 1)
            self.play(reach, *map(FadeIn, found), rate_func=linear)
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
        rose = zip(self.rose.arrows, self.rose.labels, strict=True)
        others = [
            VGroup(arrow, *on_rose)
            for k, (arrow, on_rose) in enumerate(zip(self.compass, rose, strict=True))
            if k != best
        ]
        self.say("From above you see it: the longest arrow wins.", *map(FadeOut, others))
        self.hold(0.8)

    # -- 3 -----------------------------------------------------------------------------------

    def up_and_down(self) -> None:
        """The gradient points up; a minus turns it round."""
        story, place = self.story, self.story.hike.places[0]
        self.beat("up and down")
        slope = story.uphill(0)
        up = self.marks.arrow("gradient", place, slope, "gradient")
        self.down = self.marks.arrow("step", place, -slope, "minus gradient")
        board = HikerBoard(story, self.below, self.layout, self.theme)
        rose, lines = self.rose.gradient(), board.formulas()
        felt = VGroup(*self.rose.arrows, *self.rose.labels)
        if story.regime == "flat":
            self.say("On flat ground the gradient is next to nothing.", FadeIn(lines[0]))
            self.play(FadeIn(lines[1], lines[2]))
            self.hold(1.4)
            self.leave(felt, self.rose.still, self.ring, lines)
            return
        self.say("The gradient points straight up the slope.", FadeOut(felt), FadeIn(lines[0]))
        self.play(_grow(up), _grow(rose.up), FadeIn(rose.up_name))
        self.hold(0.6)
        self.say("It has two parts: the slope along w, and the slope along b.")
        self.play(Create(rose.along_w), FadeIn(lines[1]))
        self.play(Create(rose.along_b), FadeIn(lines[2]))
        self.hold(0.8)
        self.say("A minus turns it round, straight down.")
        before = up.copy() if story.steepest is None else self.compass[story.steepest]
        turned = ReplacementTransform(before, self.down)
        self.play(turned, _grow(rose.down), FadeIn(rose.down_name, lines[3]))
        self.hold(1.4)
        self.leave(up, *rose, self.rose.still, self.ring, lines)

    # -- 4 -----------------------------------------------------------------------------------

    def careful_steps(self) -> None:
        """Take a part of the arrow, move, and feel again: the first time slowly."""
        self.beat("a step")
        self.altitude = AltitudeView(self.land, self.upper, self.layout.small)
        if self.story.told == 0:
            self.leave(self.down)
            self.say(told.NO_STEP[self.story.regime])
            self.play(FadeIn(self.altitude.still, self.altitude.moving))
            self.hold(1.0)
        self.sums = VGroup()  # the arithmetic on the board
        self.board = HikerBoard(self.story, self.lower, self.layout, self.theme)
        for number in range(self.story.told):
            self._one_step(number, slowly=number == 0)
            self.say(told.after_step(self.story, number + 1))
        self.leave(self.sums)

    def _one_step(self, number: int, slowly: bool) -> None:
        story, place = self.story, self.story.hike.places[number]
        slope, old = story.uphill(number), self.sums
        asked, result = self.board.sums(number + 1)
        self.sums = VGroup(asked, result)
        step = self.marks.arrow("step", place, story.move(number), "step")
        if slowly:
            self.say(
                told.taking(story.rate.value),
                FadeIn(self.altitude.still, self.altitude.moving),
            )
        else:
            up = self.marks.arrow("gradient", place, slope, "gradient")
            self.down = self.marks.arrow("step", place, -slope, "minus gradient")
            self.play(_grow(up), FadeOut(old))
            self.play(ReplacementTransform(up, self.down))
        self.play(ReplacementTransform(self.down, step), FadeIn(asked))
        if slowly:
            self.say("Step there, and feel again.")
        with self.scenery.awake():
            goal = min(number + 1.0, story.hike.ends_at)
            self.play(self.land.moment.animate.set_value(goal), FadeOut(step), run_time=1.2)
        self.play(FadeIn(result))
        self.hold(0.4)

    # -- 5 -----------------------------------------------------------------------------------

    def again_and_again(self) -> None:
        """The rest in one sweep, until the ground feels flat; the path stays behind."""
        self.beat("again, and again")
        self.scenery.step_back(self)
        self.land, self.marks = self.scenery.land, self.scenery.marks
        story, land = self.story, self.land
        self.map = MapView(land, self.lower, self.layout.small)
        self.add(self.map.picture)
        self.say(told.AGAIN[story.regime], FadeIn(self.map.still))
        with self.scenery.awake(self.map):
            self.play(self.map.shown.animate.set_value(1), FadeIn(self.map.moving))
        left = story.hike.ends_at - land.moment.get_value()
        if left > 0:
            with self.scenery.awake(self.map):
                self._go_on(story.hike.ends_at, 6.0, self.walker.into(CALM))
        self.floor = VGroup()
        if story.hike.ground == "valley":
            self.floor = self.marks.floor(story.hike.places[-1])
            self.play(FadeIn(self.floor), self.walker.into(GLAD))
        elif story.regime == "left":
            self.play(self.walker.into(FALLEN))
        note = self.marks.ending(self.walker)
        self.say(told.ending(story), FadeIn(note))
        self.hold(1.6)
        self.leave(note, self.altitude.still, self.altitude.moving)
        self.leave(self.map.still, self.map.moving)

    def _go_on(self, goal: float, seconds: float, *with_it: Any) -> None:
        """Go to a moment of the hike; many leaps are made in the fog, or what is seen flashes."""
        land, now = self.land, self.land.moment.get_value()
        hidden = self.story.hike.leaps_between(now, goal) > LEAPS_A_SECOND * seconds
        if hidden:
            self.play(land.sight.animate.set_value(0))
            land.moment.set_value(min(now, goal))  # the way back is no part of the hike
        way = land.moment.animate.set_value(goal)
        self.play(way, *with_it, run_time=seconds, rate_func=linear)
        if hidden:
            self.play(land.sight.animate.set_value(SIGHT))

    # -- 6 -----------------------------------------------------------------------------------

    def what_was_what(self) -> None:
        """Each thing of the hike is joined to its name in the method."""
        story, land = self.story, self.land
        self.beat("what was what")
        back = story.telling_step
        returns = back != land.moment.get_value()
        self.say("Once more on the way: what was what?" if returns else "What was what?")
        with self.scenery.awake(self.map):
            forgotten = self.map.shown.animate.set_value(0)
            self._go_on(back, 1.4, forgotten, self.walker.into(CALM))
        things = self.marks.things(back, self.walker.chest)
        table = JoinedTable(self.layout.rail, len(things), self.layout, self.theme)
        shown = VGroup()
        for number, thing in enumerate(things):
            row, link = table.row(number, thing.name, thing.means, thing.role, thing.place)
            cased(link, self.theme).set_stroke(opacity=1)
            self.play(FadeIn(row, thing.mark), Create(link), run_time=0.8)
            self.hold(0.6)
            shown.add(row, link, thing.mark)
        self.say("Feel the slope, step down, repeat.")
        self.hold(1.2)
        self.leave(shown)

    # -- 7 -----------------------------------------------------------------------------------

    def the_fog_lifts(self) -> None:
        """The whole land, and where other starts lead by the same rule."""
        story, land, map_ = self.story, self.land, self.map
        self.beat("the fog lifts")
        mood = GLAD if story.hike.ground == "valley" else CALM
        views = VGroup(self.altitude.still, self.altitude.moving, map_.still, map_.moving)
        views.update()  # they were away while the hiker went back
        with self.scenery.awake(map_):
            self.say("Now the fog lifts.", FadeIn(views), map_.shown.animate.set_value(1))
            self.play(
                map_.lifted.animate.set_value(1),
                land.sight.animate.set_value(CLEAR),
                land.moment.animate.set_value(story.hike.ends_at),
                self.walker.into(mood),
                run_time=3.0,
            )
        self.say(told.verdict(story))
        self.hold(1.0)
        self._other_starts()
        floors = [self.marks.floor(place) for place, _ in story.valleys]
        found = VGroup(*floors, *(map_.floor(place) for place, _ in story.valleys))
        self.say(told.moral(story), FadeIn(found, self.marks.altitudes(floors, self.walker)))
        self.hold(1.4)
        self.say(told.CLOSING[story.regime])
        self.hold(2.0)

    def _other_starts(self) -> None:
        story, moment = self.story, Quantity("another moment", 0.0)
        self.paths = paths = VGroup()
        for hike in story.others:
            trails = (self.marks.other_trail(hike), self.map.other_path(hike))
            paths.add(*(follow(trail, lambda mark: mark.until(moment())) for trail in trails))
        self.add(paths)
        self.bring_to_back(*(self.altitude.other(hike, moment) for hike in story.others))
        self.bring_to_front(self.walker)
        self.say("Other starts, by the same rule.")
        longest = max(hike.ends_at for hike in story.others)
        self.play(moment.animate.set_value(longest), run_time=4.0, rate_func=smooth)


def _grow(arrow: Arrow) -> GrowFromPoint:
    return GrowFromPoint(arrow, arrow.tail)
