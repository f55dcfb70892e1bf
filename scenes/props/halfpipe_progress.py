"""Both rides by step, and what came of them."""

from __future__ import annotations

import numpy as np
from manim import DOWN, DR, LEFT, RIGHT, UP, UR, VGroup, VMobject
from manim.typing import Point3D_Array

from gdmath.experiments.halfpipe import Halfpipe
from gdmath.experiments.reading import Reading
from scenes.props.halfpipe_way import Way
from scenes.stage.claims import claim, stay_in
from scenes.stage.labels import stands_free
from scenes.stage.layout import Layout, Zone
from scenes.stage.marks import Dashes, cased, dot, follow
from scenes.stage.plot import Axis, Growing, Plot, nice_ticks
from scenes.stage.tag import Tag
from scenes.stage.theme import Role, Theme
from scenes.stage.words import Part, Words

__all__ = ["Progress", "verdict"]


class Progress:
    """The positions of both riders by step, each up to its own moment.

    Attributes:
        still: axes, heading, the target's level, and beside each curve whose it is.
        moving: the curves and their ends.
    """

    def __init__(
        self,
        story: Halfpipe,
        ways: tuple[Way, Way],
        zone: Zone,
        layout: Layout,
        theme: Theme,
    ) -> None:
        self.story, self.theme, self.em = story, theme, layout.small
        heading = Words(
            "position by step, cm", theme=theme, size=self.em, role="here", bold=True,
            name="heading",
        )  # fmt: skip
        heading.stand_at(zone.left, zone.top - 0.8 * self.em)
        spare = self.em * max(0.35, 0.27 * len(story.whole(story.steps).text))
        below = Zone(zone.left, zone.bottom, zone.right - spare, zone.top - 1.5 * self.em)
        self.plot = self._plot(below)
        ends = [self.plot.at(step, story.params.target_cm) for step in (0, self.plot.x.high)]
        level = Dashes(theme, "target", 0.025, dash=0.07, name="target level").between(*ends)
        self.still = stay_in(VGroup(heading, stay_in(self.plot, zone), level), zone)
        first, second = ways
        self.moving = VGroup(self._curve(second, 0.6), self._curve(first, 1.0))
        self.still.add(*self._names(ways, zone))

    def _plot(self, zone: Zone) -> Plot:
        story, last = self.story, max(self.story.steps, 1)
        low, high = story.drawn_range
        steps = [tick for tick in nice_ticks(0, last, 5) if float(tick).is_integer()]
        return Plot(
            zone,
            Axis(0, last, steps, story.whole),
            Axis(low, high, nice_ticks(low, high, 4), story.position),
            theme=self.theme, size=self.em, name="position by step",
        )  # fmt: skip

    def _names(self, ways: tuple[Way, Way], zone: Zone) -> list[Words]:
        """Return whose curve is which, beside them, as far as there is room."""
        curves = [self.plot.places(way.ride.drawn, way.ride.positions[way.ride.drawn])
                  for way in ways]  # fmt: skip
        level = self.plot.at(0, self.story.params.target_cm)[1]
        below = Zone(zone.left, zone.bottom, zone.right, self.plot.inner.top + 0.2 * self.em)
        taken = [*self.still, *(self._swept(curve) for curve in curves)]
        shown: list[Words] = []
        for whose, curve in zip(("you", "second rider"), curves, strict=True):
            label = Words(whose, theme=self.theme, size=self.em, role="here", name="whose curve")
            outwards = UR if curve[0, 1] >= level else DR
            places = [(place, outwards) for place in curve]
            if stands_free(label, places, below, [*taken, *shown]):
                shown.append(label)
        return shown

    def _swept(self, curve: Point3D_Array) -> VGroup:
        """Return lines on all sides of what a dot passes over on its way along a curve."""
        aside = 0.2 * self.em * np.array([UP, DOWN, LEFT, RIGHT])
        return VGroup(*(VMobject().set_points_as_corners(curve + side) for side in aside))

    def _curve(self, way: Way, strength: float) -> VGroup:
        steps, positions = way.ride.drawn, way.ride.positions[way.ride.drawn]

        def passed() -> np.ndarray:
            return np.append(steps[steps <= way.passed], way.passed)

        curve = Growing(
            steps, self.plot.places(steps, positions), self.theme, "here", "position by step"
        )
        end = dot(self.theme, "here", 0.24 * self.em, name="end of position by step")
        for mark in (curve, end):
            mark.set_color(self.theme.faint("here", strength))
        cased(curve, self.theme)
        claim(
            curve, self.plot, of="position", x=passed,
            y=lambda: np.interp(passed(), steps, positions),
        )  # fmt: skip
        claim(
            end, self.plot, of="position", x=lambda: way.passed,
            y=lambda: np.interp(way.passed, steps, positions),
        )  # fmt: skip
        follow(curve, lambda m: m.until(way.passed))
        return VGroup(curve, follow(end, lambda m: m.move_to(curve.end(way.passed))))


def verdict(story: Halfpipe, zone: Zone, theme: Theme, size: float) -> Tag:
    """Return what came of the rides, on a sign at the top of a zone."""
    steps = [
        None if r.out_at is None else story.whole(r.out_at) for r in (story.first, story.second)
    ]
    rows: tuple[tuple[Part, ...], ...]
    role: Role = "gradient"
    if steps[0] is not None and (steps[1] is None or steps[0].value == steps[1].value):
        rows = (("out of the pipe",), ("at step ", steps[0]))
    elif steps != [None, None]:
        rows = (_left("first", steps[0]), _left("second", steps[1]))
    else:
        role = "target"
        rows = (("there from",), ("the start",))
        if story.regime != "there":
            rows = (("within ", story.tolerance), _when(story))
    lines = [
        Words(*parts, theme=theme, size=size, role=role, bold=True, name="verdict")
        for parts in rows
    ]
    for number, line in enumerate(lines):
        line.stand_at(zone.center[0], zone.top - (1.15 + 1.25 * number) * size, "center")
    return Tag(*lines, theme=theme, size=size, name="sign")


def _left(who: str, step: Reading | None) -> tuple[Part, ...]:
    return (f"{who} stays in",) if step is None else (f"{who} out at ", step)


def _when(story: Halfpipe) -> tuple[Part, ...]:
    step = story.reached
    if step is None:
        return ("never",)
    return ("at step " if step.value <= story.steps else "only at step ", step)
