"""The hiker film's compositions: where he stands in each shape of frame, and where words stand."""

from __future__ import annotations

import math
from functools import cached_property
from typing import Any, ClassVar

import numpy as np
from manim import UP, Group, VGroup
from manim.typing import Point3D

from gdmath.arrays import Array
from gdmath.experiments.hiker import REACH, Hiker, Params
from scenes.figures.poses import HIKER_POSES
from scenes.kit.beside import Room
from scenes.kit.placed import Placed
from scenes.kit.steps import StepLine
from scenes.places.basin import Valley, rounded_way
from scenes.places.basin_dawn import Daybreak, Outlook
from scenes.places.basin_plan import IN, OUT, Plan
from scenes.places.basin_walk import Hillside, Staging
from scenes.stage.marks import Dashes, cased
from scenes.stage.shots import ShotFilm

__all__ = ["NEARER", "HikerSets", "Hook"]

# In 16:9, 1:1 and 9:16.
# Where he stands, how large the ground is at the most, and which room arrows have either way:
_FEELING = ((0.0, 0.4), 4.4, 3.6, 3.0), ((0.0, 0.75), 3.9, 3.2, 2.1), ((0.0, 0.6), 4.6, 3.2, 4.0)
_STEPPING = ((3.2, 1.2), 4.9, 4.3, 3.2), ((1.6, 0.9), 4.2, 3.4, 2.6), ((1.6, 1.4), 5.0, 3.9, 4.0)
NEARER = 1.75  # when he feels
# His first steps from near, and all of his walk beside the altitude:
_NEAR = (
    Staging((2.2, -2.3), -3.6, 3.8, 4.9, -18.0, 0.6, (-4.6, 2.9)),
    Staging((1.5, -2.3), -2.4, 3.8, 4.3, -18.0, 0.6, (-2.6, 3.0)),
    Staging((1.2, -3.2), -2.6, 6.5, 6.6, -18.0, 0.6, (-2.2, 5.6)),
)
_WHOLE = (
    Staging((5.3, -2.3), -1.3, 3.95, 3.6, -17.0, 0.45, (-4.4, 3.2)),
    Staging((2.1, -0.2), -3.0, 3.8, 2.9, -24.0, 0.7, (-1.5, 3.2)),
    Staging((1.8, -1.2), -3.0, 6.9, 4.6, -26.0, 0.75, (-2.0, 5.6)),
)
_CHART = ((-6.2, -2.0), (-2.3, 1.2)), ((-3.1, 3.0), (-2.3, -1.15)), ((-3.1, 3.0), (-4.9, -2.7))
_DAWN = (Outlook((3.9, -2.7), 4.1, 7.4, 62.0), Outlook((2.3, -1.9), 3.4, 5.6, 50.0),
         Outlook((1.9, -4.2), 5.2, 8.0, 36.0))  # fmt: skip
APART = 0.1  # frame units between two level lines, and from a line to what it leads to


class HikerSets(Valley, Placed):
    """Composes the hiker film's shots for the film's theme and aspect ratio."""

    spots: ClassVar = {
        "question": ((-3.9, 1.1), (-1.6, 2.75), (-0.9, 5.3)),
        "rule": ((0.0, 3.3), (0.0, 3.1), (0.0, 6.0)),
        "sum": ((-2.7, -1.7, 8.2), (-1.0, -1.9, 5.5), (-0.4, -3.2, 6.5)),
        "claim": ((-1.0, 3.05), (0.0, 2.95), (0.0, 5.9)),
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
        reach = np.abs(self.story.gradient(0)) + 1e-9
        reach = np.maximum(reach, np.abs(self.story.move(0)) if foot == IN else 0.0)
        unit = min(most, wide / reach[0], high / reach[1])
        clear = self.film.choose(3.9, 3.6, 4.8)
        return Plan(self, self.surface, self.start, unit=unit, reach=REACH, clear=clear,
                    middle=(middle[0], middle[1]), turn=self.story.turns[self.story.best],
                    foot=foot)  # fmt: skip

    @cached_property
    def feeling(self) -> Plan:
        """He feels for the ground; the gradient and its opposite have room."""
        composed = self.film.choose(*_FEELING)
        return self._plan(composed, np.array([*composed[0], 0.0]), OUT)

    @cached_property
    def stepping(self) -> Plan:
        """He stands where the way downhill has room."""
        composed = self.film.choose(*_STEPPING)
        aside = np.array([*composed[0], 0.0]) * np.array([*np.sign(self.story.gradient(0)), 0.0])
        return self._plan(composed, aside + self.film.choose(0.0, 0.3, 0.9) * UP, IN)

    # -- from beside -------------------------------------------------------------------------

    @cached_property
    def hook(self) -> Hook:
        """He stands on a slope in the fog."""
        return Hook(self)

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
    def chart(self) -> StepLine:
        """The altitude by step; if it can be, each is as high in the frame as its print."""
        (left, right), (bottom, top) = self.film.choose(*_CHART)
        heights = self.story.hike.altitudes
        ends = int(np.argmin(heights)), int(np.argmax(heights))
        low, high = (float(self.walk.view.at(self.walk.places[k])[1]) for k in ends)
        if self.film.layout.aspect == "16:9" and high - low > 1.2:
            bottom, top = low, high
        values = [float(heights[k]) for k in ends]
        return StepLine((left, right), (values[0], bottom), (max(values[1], values[0] + 1e-3), top),
                        heights.tolist(), self.film.theme, "altitude")  # fmt: skip

    def level(self, step: int) -> VGroup:
        """Return the line at one height from a print to its dot, if they are at one height."""
        dot, spot = self.chart.place(step), self.walk.view.at(self.walk.places[step])
        before = self.chart.place(step - 1)[1] if step else math.inf
        if abs(dot[1] - spot[1]) > 2 * APART or abs(dot[1] - before) < APART:
            return VGroup()
        line = Dashes(self.film.theme, "cost", 0.035, dash=0.07, name="level")
        line.between(dot, spot + (dot[1] - spot[1]) * UP)
        return VGroup(cased(line, self.film.theme, 0.012))

    # -- when the fog has lifted -------------------------------------------------------------

    @cached_property
    def dawn(self) -> Daybreak:
        """All of the basin, and where he ended."""
        hike, deepest = self.story.hike, self.story.objective.minimiser
        return Daybreak(self, self.surface, hike.on_map, deepest, self.film.choose(*_DAWN))


class Hook(Group):
    """The hiker from beside, the slope falling to the left."""

    def __init__(self, sets: HikerSets) -> None:
        film, up = sets.film, sets.story.gradient(0)
        azimuth = math.degrees(math.atan2(-up[1], up[0]))
        focal, self.tall = film.choose((12.6, 5.5), (10.5, 4.6), (12.8, 7.4))
        at = film.choose((0.9, -2.1), (0.5, -2.0), (0.3, -3.6))
        look = sets.framed(sets.surface, sets.start, azimuth, -10.2, focal, 2.5, 1.02, at)
        self.view = view = sets.view(look)
        orb = film.choose((-4.4, 2.9), (-2.6, 3.1), (-2.2, 5.6))
        way: Array = sets.start[None]
        plate = view.plate(view.basin.fog(sets.pixels, rounded_way(way), 0.9, orb=orb, step=0.125))
        self.hiker = view.hiker(HIKER_POSES["feeling"], sets.start, self.tall)
        self.banks = [view.bank(at[1] + 0.9, 0.55, 41), view.bank(at[1] - 1.0, 0.75, 63)]
        super().__init__(plate, self.banks[0], view.shadow(self.hiker), self.hiker,
                         self.banks[1])  # fmt: skip
