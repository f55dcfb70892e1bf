"""Both rides by step, and what came of them."""

from __future__ import annotations

import numpy as np
from manim import ValueTracker, VGroup

from gdmath.experiments.halfpipe import Halfpipe, Ride
from gdmath.experiments.reading import Reading
from scenes.stage.layout import Layout, Zone
from scenes.stage.marks import Dashes, dot
from scenes.stage.plot import Axis, Growing, Plot, nice_ticks
from scenes.stage.theme import Theme
from scenes.stage.words import Part, Words

__all__ = ["Progress", "eased", "verdict"]


def eased(moment: float) -> float:
    """Return the moment at which a ride is shown: it rests a little at every whole step."""
    whole = np.floor(moment)
    part = moment - whole
    return float(whole + part * part * (3 - 2 * part))


class Progress:
    """The positions of both riders by step, each up to its own moment.

    Attributes
    ----------
        still: axes, heading and the target's level.
        moving: the curves and their ends.
    """

    def __init__(
        self,
        story: Halfpipe,
        moments: tuple[ValueTracker, ValueTracker],
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
        self.plot = self._plot(Zone(zone.left, zone.bottom, zone.right, zone.top - 1.5 * self.em))
        ends = [self.plot.at(step, story.params.target_cm) for step in (0, self.plot.x.high)]
        level = Dashes(theme, "target", 0.025, dash=0.07, name="target level").between(*ends)
        self.still = VGroup(heading, self.plot, level)
        first, second = moments
        self.moving = VGroup(
            self._curve(story.second, second, 0.6), self._curve(story.first, first, 1.0)
        )

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

    def _curve(self, ride: Ride, moment: ValueTracker, strength: float) -> VGroup:
        def shown() -> float:
            return min(eased(moment.get_value()), float(ride.steps))

        places = self.plot.places(ride.drawn, ride.positions[ride.drawn])
        curve = Growing(ride.drawn, places, self.theme, "here", "position by step")
        end = dot(self.theme, "here", 0.24 * self.em, name="end of position by step")
        for mark in (curve, end):
            mark.set_color(self.theme.faint("here", strength))
        curve.add_updater(lambda m: m.until(shown()))
        end.add_updater(lambda m: m.move_to(curve.end(shown())))
        return VGroup(curve.update(), end.update())


def verdict(story: Halfpipe, zone: Zone, theme: Theme, size: float) -> VGroup:
    """Return what came of the rides, in two lines at the top of a zone."""
    rows: tuple[tuple[Part, ...], ...]
    steps = [None if r.out_at is None else story.whole(r.out_at) for r in (story.first, story.second)]
    if steps[0] is not None and (steps[1] is None or steps[0].value == steps[1].value):
        rows = (("out of the pipe",), ("at step ", steps[0]))
    elif steps[0] is not None or steps[1] is not None:
        rows = (_left("rider 1", steps[0]), _left("rider 2", steps[1]))
    else:
        rows = (("within ", story.tolerance), _when(story.reached))
    lines = VGroup(name="verdict")
    role = "target" if steps == [None, None] else "gradient"
    for number, parts in enumerate(rows):
        line = Words(*parts, theme=theme, size=size, role=role, bold=True, name="verdict")
        line.stand_at(0, zone.top - (0.8 + 1.25 * number) * size)
        lines.add(line.shift((zone.center[0] - line.get_center()[0]) * np.array([1.0, 0, 0])))
    return lines


def _left(who: str, step: Reading | None) -> tuple[Part, ...]:
    return (f"{who}: stays",) if step is None else (f"{who}: out at ", step)


def _when(step: Reading | None) -> tuple[Part, ...]:
    return ("never",) if step is None else ("at step ", step)
