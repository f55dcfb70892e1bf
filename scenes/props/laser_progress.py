"""The run of the laser game by step: the heights, and the errors on a log axis."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from manim import VGroup, VMobject
from numpy.typing import ArrayLike

from gdmath.experiments.laser import Laser
from scenes.stage.claims import Floats, Quantity, claim, stay_in
from scenes.stage.layout import Layout, Zone
from scenes.stage.marks import Dashes, bullseye, cased, dot, follow
from scenes.stage.plot import Axis, Beads, Growing, Plot, nice_ticks
from scenes.stage.theme import Role, Theme
from scenes.stage.words import Part, Words

__all__ = ["ProgressView"]

HEIGHTS, ERRORS = "height by step, cm", "error by step, cm, log axis"
TIMES = "\N{MULTIPLICATION SIGN} "
BEAD = 0.17  # ems: radius of the mark of a step, left out if the next is not a radius away
AIR = 0.35  # ems at the right of a plot, for a mark at its end


class ProgressView:
    """Height by step, and the size of the error by step on a log axis, up to ``moment``.

    Attributes:
        still: axes, headings, the levels of target and tolerance.
        notes: what every step does to the error, and when the tolerance is reached.
        moving: the curves and their ends.
    """

    def __init__(
        self,
        story: Laser,
        moment: Quantity,
        zones: tuple[Zone, Zone],
        layout: Layout,
        theme: Theme,
    ) -> None:
        self.story, self.moment, self.theme, self.em = story, moment, theme, layout.small
        reached = story.reached_at
        self.last = max(int(story.drawn[-1]), 1)
        if reached is not None and self.last < reached <= 1.25 * self.last:
            self.last = reached
        self.notes = VGroup(*self._notes(zones[1].width))
        self.rate_note = self._rate_note()
        headings = self._note(HEIGHTS, role="here"), self._note(ERRORS, role="gradient")
        texts = [headings[0], *self.rate_note], [headings[1], *self.notes]
        rows = [self._set(some, zone) for some, zone in zip(texts, zones, strict=True)]
        if layout.side_by_side:
            rows = [max(rows)] * 2
        heights = self._plot(zones[0], rows[0], self._height_axis(), headings[0])
        errors = self._plot(zones[1], rows[1], self._error_axis(), headings[1])
        self.heights, self.errors = heights, errors
        steps, logs = story.logs
        shown = story.heights[story.drawn]
        self.moving = VGroup(self._growing(heights, story.drawn, shown, "here", "height"))
        if len(steps):
            self.moving.add(self._growing(errors, steps, logs, "gradient", "error"))
        tolerance = float(np.log10(story.tolerance_cm))
        self.goal = VGroup()
        if reached is not None and reached <= self.last:
            self.goal = bullseye(theme, 0.32 * self.em).move_to(errors.at(reached, tolerance))
            claim(self.goal, errors, of="tolerance", x=reached, y=tolerance)
        self.still = VGroup(
            heights,
            errors,
            self._level(heights, story.params.target_cm, "target"),
            self._level(errors, tolerance, "tolerance"),
            self.goal,
        )

    def _height_axis(self) -> Axis:
        low, high = self.story.drawn_range
        return Axis(low, high, nice_ticks(low, high, 4), self.story.height)

    def _error_axis(self) -> Axis:
        low, high = self.story.decades
        every = max(1, -(-(high - low) // 4))
        return Axis(low, high, range(low, high + 1, every), self.story.power_of_ten, log=True)

    def _set(self, texts: list[Words], zone: Zone) -> int:
        """Set texts at the top of a zone, two to a row if they fit; return the number of rows."""
        rows: list[list[Words]] = []
        for text in texts:
            taken = rows[-1][0].width if rows and len(rows[-1]) == 1 else np.inf
            if taken + self.em + text.width <= zone.width:
                rows[-1].append(text)
            else:
                rows.append([text])
        for number, (first, *others) in enumerate(rows):
            baseline = zone.top - (0.8 + 1.3 * number) * self.em
            first.stand_at(zone.left, baseline)
            for other in others:
                other.stand_at(zone.right, baseline, "right")
        return len(rows)

    def _plot(self, zone: Zone, rows: int, y: Axis, heading: Words) -> Plot:
        ticks = [tick for tick in nice_ticks(0, self.last, 5) if float(tick).is_integer()]
        x = Axis(0, self.last, ticks, self.story.step_tick)
        top = zone.top - (0.3 + 1.3 * rows) * self.em
        inner = Zone(zone.left, zone.bottom, zone.right - AIR * self.em, top)
        plot = Plot(inner, x, y, theme=self.theme, size=self.em, name=heading.text)
        plot.add(heading)
        return stay_in(plot, zone)

    def _growing(
        self, plot: Plot, steps: ArrayLike, values: ArrayLike, role: Role, of: str
    ) -> VGroup:
        steps, values = np.asarray(steps, dtype=float), np.asarray(values)
        name = f"{of} by step"
        places = plot.places(steps, values)
        curve = cased(Growing(steps, places, self.theme, role, name), self.theme)
        end = dot(self.theme, role, 0.26 * self.em, name=f"end of {name}")
        follow(curve, lambda m: m.until(self.moment()))
        follow(end, lambda m: m.move_to(curve.end(self.moment())))
        marks: list[tuple[VMobject, slice]] = [(curve, slice(None)), (end, slice(-1, None))]
        if np.diff(places[:, 0]).min(initial=np.inf) > 3 * BEAD * self.em:
            beads = Beads(steps, places, BEAD * self.em, self.theme, role)
            marks.insert(1, (follow(beads, lambda m: m.until(self.moment())), slice(-1)))
        for mark, part in marks:
            x, y = self._passed(steps, steps, part), self._passed(steps, values, part)
            claim(mark, plot, of=of, x=x, y=y)
        return VGroup(*(mark for mark, _ in marks))

    def _passed(self, steps: Floats, values: Floats, part: slice) -> Callable[[], Floats]:
        """Return a function that returns a part of the values passed so far and the present one."""

        def passed() -> Floats:
            now = self.moment()
            present = np.interp(now, steps, values)
            return np.append(values[: max(1, np.count_nonzero(steps <= now))], present)[part]

        return passed

    def _level(self, plot: Plot, value: float, of: str) -> Dashes:
        start, end = plot.at(plot.x.low, value), plot.at(plot.x.high, value)
        level = Dashes(self.theme, "target", 0.025, dash=0.07, name=f"level of the {of}")
        return claim(level.between(start, end), plot, of=of, y=value)

    def _notes(self, width: float) -> tuple[Words, Words]:
        """Return what every step does to the error, and when the tolerance is reached."""
        story, factor = self.story, self.story.factor.magnitude
        short = self._note(TIMES, factor, " a step")
        long = self._note("miss ", TIMES, factor, " at every step")
        if story.diverged is not None:
            end = self._note("diverged at step ", story.diverged, role="gradient")
        elif story.reached is not None:
            end = self._note(story.tolerance, " at step ", story.reached, role="target")
        else:
            end = self._note(story.tolerance, ": never", role="target")
        return (long if long.width + end.width + self.em < width else short), end

    def _rate_note(self) -> VGroup:
        other = self.story.contrast
        if other is None:
            return VGroup()
        return VGroup(self._note("with learning rate ", other.rate, role="step"))

    def contrast(self) -> VGroup:
        """Return the curve of a wrist that turns too much, and its learning rate; or nothing."""
        other = self.story.contrast
        if other is None:
            return VGroup()
        steps, name = np.arange(other.steps + 1), "too large a learning rate"
        curve = self.heights.curve(steps, other.heights, "step", 0.03, name, of="learning rate")
        return VGroup(curve, self.rate_note)

    def _note(self, *parts: Part, role: Role = "text") -> Words:
        return Words(*parts, theme=self.theme, size=self.em, role=role, bold=True, name="note")
