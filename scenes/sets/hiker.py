"""The hiker film's compositions: where he stands in each shape of frame, and where words stand."""

from __future__ import annotations

import math
from functools import cached_property
from typing import Any, ClassVar

import numpy as np
from manim import DL, DOWN, LEFT, RIGHT, UP, UR, VGroup
from manim.typing import Point3D

from gdmath.experiments.hiker import REACH, Hiker, Params
from scenes.kit.beside import Room
from scenes.kit.labels import in_rows
from scenes.kit.placed import Placed
from scenes.kit.plan_axes import PlanAxes
from scenes.kit.update import slope_line
from scenes.places.basin import Valley
from scenes.places.basin_chart import Altitudes
from scenes.places.basin_dawn import Daybreak, Other, Outlook
from scenes.places.basin_hook import Hook
from scenes.places.basin_plan import IN, OUT, Plan
from scenes.places.basin_walk import Hillside, Staging
from scenes.stage.layout import Zone
from scenes.stage.shots import ShotFilm
from scenes.stage.words import Words

__all__ = ["NEARER", "HikerSets"]

# In 16:9, 1:1 and 9:16.
# Where he stands, how large the ground is at the most, and which room arrows have either way:
_FEELING = ((0.0, 0.5), 4.4, 4.4, 3.2), ((0.0, 0.75), 3.9, 3.4, 2.7), ((0.0, 0.6), 4.6, 3.4, 4.4)
_STEPPING = (
    ((2.9, -0.85), 5.6, 4.9, 3.5),
    ((1.7, -0.4), 4.2, 3.6, 2.4),
    ((1.7, -1.3), 5.0, 4.0, 4.4),
)
NEARER = 1.75  # when he feels
# Left, bottom, right and top of the axes:
_AXES = (-4.4, -2.5, 5.2, 2.3), (-3.4, -1.95, 3.2, 1.9), (-3.4, -4.0, 3.2, 4.4)
# His first steps from near, and all of his walk beside the altitude:
_NEAR = (
    Staging((2.2, -2.3), -3.6, 3.8, 4.9, -18.0, 0.6, (3.5, 1.5, 1.6)),
    Staging((1.5, -2.3), -2.4, 3.8, 4.3, -18.0, 0.6, (2.0, 1.2, 1.3)),
    Staging((1.2, -3.2), -2.6, 6.5, 6.6, -18.0, 0.6, (1.4, 2.4, 2.0)),
)
_WHOLE = (
    Staging((5.3, -2.3), -1.3, 3.95, 3.6, -17.0, 0.45, (3.2, 3.15, 0.6)),
    Staging((2.1, -0.2), -3.0, 3.8, 2.9, -24.0, 0.7, (-1.5, 3.2, 0.4)),
    Staging((1.8, -1.2), -3.0, 6.9, 4.6, -26.0, 0.75, (-2.0, 5.6, 0.6)),
)
# How near, how tall, where he stands, and the moon:
_HOOK = (
    (12.6, 5.5, (0.9, -2.1), (1.7, 1.3, 1.6)),
    (10.5, 4.6, (0.5, -2.0), (1.2, 0.9, 1.3)),
    (12.8, 7.4, (0.3, -3.6), (1.1, 2.2, 2.0)),
)
_CHART = ((-6.2, -2.0), (-2.3, 1.2)), ((-3.1, 3.0), (-2.3, -1.15)), ((-3.1, 3.0), (-4.9, -2.7))
_DAWN = (Outlook((2.1, -2.5), 4.1, 7.6, 52.0), Outlook((2.3, -1.9), 3.4, 5.6, 50.0),
         Outlook((1.9, -4.2), 5.2, 8.0, 36.0))  # fmt: skip


class HikerSets(Valley, Placed):
    """Composes the hiker film's shots for the film's theme and aspect ratio."""

    spots: ClassVar = {
        "question": ((-3.9, 1.1), (-1.6, 2.75), (-0.9, 5.3)),
        "rule": ((0.0, 3.35), (0.0, 3.1), (0.0, 6.0)),
        "w": ((-1.75, -1.6, 5.0), (-0.9, -1.45, 4.6), (0.0, -3.2, 6.5)),
        "b": ((-1.75, -1.6, 5.0), (-0.6, 1.5, 4.6), (0.0, 3.9, 6.5)),
        "claim": ((-2.0, 3.12), (0.0, 2.95), (0.0, 5.9)),
    }

    def __init__(self, film: ShotFilm[Params], story: Hiker) -> None:
        super().__init__(film)
        self.story, self.surface, self.start = story, story.params.surface, story.start

    def free_room(self) -> Room:
        """Return the frame without its margin and without the narration's rows."""
        low = self.film.choose(0.14, 0.2, 0.125)
        return Room(self.film.frame.part(0.045, low, 0.955, 0.955))

    # -- from straight above -----------------------------------------------------------------

    def _plan(self, composed: Any, middle: Point3D, foot: float) -> Plan:
        _, most, wide, high = composed
        up = self.story.gradient(0)
        reach = np.abs(up) + 1e-9
        if foot == IN:
            reach = np.maximum(reach, 1.3 * np.abs(self.story.move(0)))  # it ends on the axes
        else:  # circles have room
            reach = (reach + np.linalg.norm(up)) / 2
        unit = min(most, wide / reach[0], high / reach[1])
        clear = self.film.choose(3.9, 3.6, 4.8)
        return Plan(self, self.surface, self.start, unit=unit, reach=REACH, clear=clear,
                    middle=(middle[0], middle[1]), foot=foot,
                    turn=math.degrees(math.atan2(-up[1], -up[0])))  # fmt: skip

    @cached_property
    def feeling(self) -> Plan:
        """He feels for the ground; the gradient and its opposite have room."""
        composed = self.film.choose(*_FEELING)
        return self._plan(composed, np.array([*composed[0], 0.0]), OUT)

    def ways_words(self) -> VGroup:
        """Return what stands beside the rays that lead most up and most down."""
        rays = map(self.feeling.ray, self.story.ways, self.story.felt.tolist())
        room = self.feeling.clear(self.free_room(), self.story.gradient(0), rays)
        return self._at_tips(room, "up", "down")

    def gradient_words(self, parts: VGroup) -> tuple[VGroup, VGroup]:
        """Return the slopes along w and b beside the gradient's parts, and the arrows' names."""
        plan, up = self.feeling, self.story.gradient(0)
        arrows = [plan.arrow(way, "gradient", "gradient") for way in (up, -up)]
        away = DOWN if up[1] > 0 else UP, RIGHT if up[0] >= 0 else LEFT
        room, slopes = self.free_room().keep(parts, *arrows), VGroup()
        body = 0.8 * plan.reach * plan.unit * (UP + RIGHT)
        room.keep_box(*(plan.pivot - body)[:2].tolist(), *(plan.pivot + body)[:2].tolist())
        for name, part, side in zip("wb", parts, away, strict=True):
            slope = self.story.reading(f"slope along {name}", 0)
            label = self.film.label((slope, "gradient"), size=self.film.choose(1.5, 1.1, 1.4))
            slopes.add(room.put(label, part.get_center(), side))
        return self._at_tips(room, "gradient", "minus"), slopes

    def _at_tips(self, room: Room, *names: str) -> VGroup:
        """Return two lines of the story, where the gradient ends and where its opposite does."""
        plan, up, words = self.feeling, self.story.gradient(0), VGroup()
        for name, way in zip(names, (up, -up), strict=True):
            tip = plan.view.at(plan.spot + way)
            rows = self.film.headline(self.story.says(name), self.film.choose(1.45, 1.2, 1.4))
            words.add(room.put(rows.arrange(DOWN, buff=0.18), tip, tip - plan.pivot))
        return words

    @cached_property
    def stepping(self) -> Plan:
        """He stands where the way downhill has room, over the axes."""
        composed = self.film.choose(*_STEPPING)
        aside, over = composed[0]
        side = np.sign(self.story.gradient(0))
        middle = sum(self.film.choose(*_AXES)[1::2]) / 2
        high = over if side[1] <= 0 else 2 * middle - over
        return self._plan(composed, np.array([aside * side[0], high, 0.0]), IN)

    @cached_property
    def axes(self) -> PlanAxes:
        """The axes of w and b on the ground."""
        return PlanAxes(self.film, self.stepping.view.at, Zone(*self.film.choose(*_AXES)))

    @cached_property
    def rule(self) -> VGroup:
        """The update in words, in one row or two."""
        says = self.story.says
        new: list[Any] = [(says("new"), "here"), " = "]
        rest: list[Any] = [(says("old"), "here"), " − ", ("learning rate", "step"), " × ",
                           ("gradient", "gradient")]  # fmt: skip
        rows = self.film.choose([new + rest], [new, rest], [new, rest])
        size = self.film.choose(1.55, 1.1, 1.2)
        words = VGroup(*[self.film.label(*row, size=size) for row in rows])
        return self.put("rule", words.arrange(DOWN, buff=0.15))

    def sum(self, name: str) -> Words:
        """Return the update in numbers along w or b."""
        before, slope = self.story.reading(name, 0), self.story.reading(f"slope along {name}", 0)
        size = self.film.choose(1.45, 1.2, 1.5)
        return self.put(
            name, slope_line(self.film, before, self.story.reading("learning rate"), slope, size)
        )

    # -- from beside -------------------------------------------------------------------------

    @cached_property
    def hook(self) -> Hook:
        """He stands on a slope in the fog."""
        up = self.story.gradient(0)
        return Hook(self, self.surface, self.start, up, self.film.choose(*_HOOK))

    @cached_property
    def first_steps(self) -> Hillside:
        """The steps that are told one by one, from near."""
        places = self.story.hike.on_map[: self.story.told + 1]
        return Hillside(self, self.surface, places, self.film.choose(*_NEAR))

    @cached_property
    def walk(self) -> Hillside:
        """All of his walk."""
        return Hillside(self, self.surface, self.story.hike.on_map, self.film.choose(*_WHOLE))

    @cached_property
    def chart(self) -> Altitudes:
        """The altitude by step, beside the walk or below it."""
        quantity, heights = self.story.quantities["altitude"], self.story.hike.altitudes
        return Altitudes(self.film, self.walk, heights, quantity, self.film.choose(*_CHART))

    def names(self, curve: VGroup) -> list[VGroup]:
        """Return what things of the walk are in the method, each beside its thing."""
        walk, story = self.walk, self.story
        things = {
            "place": (walk.view.at(walk.places[0]) + 0.5 * UP, LEFT + 0.4 * UP),
            "height": (self.chart.place(0), UP + RIGHT),
            "floor": (walk.view.at(walk.places[-1]), DOWN + LEFT),
        }
        room = self.free_room().keep(walk.steps, walk.prints, curve).keep_box(*walk.body)
        found = []
        for name, (spot, side) in things.items():
            if name != "floor" or story.arrives():
                rows = self.film.headline(story.says(name), self.film.choose(1.7, 1.1, 1.4))
                found.append(room.put(rows.arrange(DOWN, buff=0.18), spot, side))
        return found

    # -- when the fog has lifted -------------------------------------------------------------

    @cached_property
    def dawn(self) -> Daybreak:
        """All of the basin, and where he ended."""
        hike, deepest = self.story.hike, self.story.objective.minimiser
        return Daybreak(self, self.surface, hike.on_map, deepest, self.film.choose(*_DAWN))

    @cached_property
    def others(self) -> list[Other]:
        """The others, as far as they can be seen."""
        return self.dawn.others([one.on_map for one in self.story.others])

    def altitudes(self) -> VGroup:
        """Return the altitudes of all valleys' floors that can be seen, in one way."""
        story, dawn, numbers = self.story, self.dawn, VGroup()
        floor, size = story.quantities["floor"], self.film.choose(1.6, 1.2, 1.5)
        room = dawn.clear(self.free_room(), story.floors, self.others)
        room.keep_box(*self.claim.get_corner(DL)[:2], *self.claim.get_corner(UR)[:2])
        for spot in dawn.shown(story.floors)[: self.film.choose(3, 2, 3)]:
            reading = floor.of(float(story.objective.value(spot)))
            rows = VGroup(self.film.label((reading, "target"), size=size))
            if dawn.is_deepest(spot):
                deepest = self.film.label((story.says("deepest"), "target"), size=1.1)
                rows = VGroup(deepest, *rows).arrange(DOWN, buff=0.1)
            at = dawn.view.at(spot)
            left = at[0] < dawn.view.at(dawn.end)[0] - 0.1
            numbers.add(room.put(rows, at, LEFT if left else RIGHT))
        return numbers

    @cached_property
    def claim(self) -> VGroup:
        """What it comes to, in large rows."""
        size, most = self.film.choose((1.45, 40), (1.2, 34), (1.4, 21))
        return self.put("claim", in_rows(self.film, self.story.says("claim"), size, most))
