"""Too low, too high: stairs on either side of the largest learning rate that works."""

from __future__ import annotations

import numpy as np
from manim import VGroup, VMobject
from manim.typing import Point3D

from gdmath.experiments.staircase import Staircase
from gdmath.experiments.staircase_run import Trial
from scenes.props.staircase_data import DataView
from scenes.props.staircase_stairs import Stairs
from scenes.stage.claims import Quantity, Ruler, Space, claim, stay_in
from scenes.stage.clip import lay
from scenes.stage.layout import Layout, Zone
from scenes.stage.marks import RIM, Dashes, Path, dot, follow
from scenes.stage.plot import Axis, Curve, Plot, nice_ticks
from scenes.stage.theme import Role, Theme
from scenes.stage.words import Math, Part, Words

__all__ = ["RateView"]

LONGEST = 1.35  # end of the axis, in limits
TALL = 10.0  # ems from which a run's plot has room for the name of its upright axis
OURS = 0.26  # radius of this run's dot, in ems
NAMES = ("too low", "just below", "just above")


class RateView(Space):
    """Three runs above one axis of learning rates.

    Attributes:
        moment: the epoch that all three have reached.
        panels: the three plots' axes, names and rates.
        links: lines from the plots to their places on the axis.
        axis, limit: the axis, and what marks the limit on it.
        stairs: follow the moment.
    """

    def __init__(self, story: Staircase, layout: Layout, theme: Theme) -> None:
        self.story, self.theme, self.em = story, theme, layout.small
        self.moment = Quantity("trial moment", 0.0)
        self.stage = layout.stage
        upper, lower = layout.stage.rows((0.66, 0.34), 0.2 * self.em)
        self.line_y = lower.bottom + 2.9 * self.em
        end = OURS * self.em + RIM / 2  # a run's dot may lie at an end of the axis
        self.left, self.right = lower.left + end, lower.right - end
        self._measure()
        self.panels, self.links, self.stairs = (VGroup(name=n) for n in ("panels", "links", "runs"))
        zones = upper.columns((1, 1, 1), self.em)
        for zone, name, trial in zip(zones, NAMES, story.trials, strict=True):
            self._panel(zone, name, trial)
        self.axis = stay_in(self._axis(lower), lower)
        self.limit = stay_in(self._limit(), self.stage)

    def _measure(self) -> None:
        limit, end = self._at(self.story.limit), self._at(LONGEST * self.story.limit)
        good = Path(self.theme, "step", 0.06, name="rates that work")
        bad = Dashes(self.theme, "quiet", 0.04, dash=0.1, name="rates that diverge")
        self.good, self.bad = good.through(self._at(0.0), limit), bad.between(limit, end)
        across = [(lambda: good.points[0], 0.0), (lambda: good.points[-1], self.story.limit)]
        self.rulers = (Ruler(0, across),)

    def _words(self, *parts: Part, role: Role = "text", bold: bool = False) -> Words:
        return Words(*parts, theme=self.theme, size=self.em, role=role, bold=bold, name="label")

    # -- the three runs ------------------------------------------------------------------------

    def _panel(self, zone: Zone, name: str, trial: Trial) -> None:
        heads = [
            self._words(name, bold=True),
            self._words(self.story.trial_rate(trial.rate), role="step", bold=True),
        ]
        if zone.height > TALL * self.em:
            heads.append(self._words("MSE", role="cost"))
        for row, head in enumerate(heads):
            head.stand_at(zone.left + 0.05, zone.top - (0.8 + 1.2 * row) * self.em)
        top = zone.top - (1.2 * len(heads) + 0.2) * self.em
        plot = self._plot(Zone(zone.left + 0.05, zone.bottom, zone.right - 0.45 * self.em, top))
        right, base = plot.inner.right + 0.3 * self.em, plot.inner.bottom - 1.2 * self.em
        across = self._words(Math("a"), role="here").stand_at(right, base, "right")
        plot.make_room(across)
        self.panels.add(stay_in(plot, zone), stay_in(VGroup(*heads, across), zone))
        self._run(plot, name, trial)
        place = self._at(trial.rate)
        link = Path(self.theme, "quiet", 0.016, paint="rim", name="link")
        link.through(np.array([plot.inner.center[0], zone.bottom - 0.1 * self.em, 0.0]), place)
        mark = dot(self.theme, "step", 0.2 * self.em, name="rate").move_to(place)
        self.links.add(link, claim(mark, self, of="learning rate", x=trial.rate))

    def _plot(self, zone: Zone) -> Plot:
        (low, high), top = self.story.trial_window
        x = Axis(low, high, nice_ticks(low, high, 3), lambda v: self.story.tick(v, high - low))
        y = Axis(0.0, top, nice_ticks(0.0, top, 3), lambda v: self.story.tick(v, top))
        return Plot(zone, x, y, theme=self.theme, size=self.em, name="cost by a")

    def _run(self, plot: Plot, name: str, trial: Trial) -> None:
        run = trial.trajectory
        stairs = Stairs(plot, run.parameters[:, 0], run.values, self.theme, 0.035)
        stairs.until(0.0).grow(self.moment)

        def now() -> tuple[float, float]:
            a, b = trial.at(self.moment())
            return a, self.story.cost(a, b)

        here = dot(self.theme, "here", 0.28 * self.em, name=f"dot {name}")
        claim(here, plot, of="a", x=lambda: now()[0], y=lambda: now()[1])
        follow(here, lambda mark: mark.move_to(plot.at(*now())))
        self.stairs.add(stairs.body, self._parabola(plot, trial), stairs.line, here)

    def _parabola(self, plot: Plot, trial: Trial) -> Curve:
        """Return the cost by a for the run's b of the moment."""

        def samples() -> tuple[np.ndarray, np.ndarray]:
            nothing = np.full(1, np.nan), np.full(1, np.nan)
            return self.story.trial_curve(trial.at(self.moment())[1]) or nothing

        def draw(curve: VMobject) -> None:
            values, costs = samples()
            shown = len(values) > 1
            places = plot.places(values, costs) if shown else [plot.inner.center] * 2
            curve.through(*places).set_stroke(opacity=float(shown))

        curve = Curve(self.theme, "cost", 0.035, name="cost of a trial")
        claim(curve, plot, of="MSE", x=lambda: samples()[0], y=lambda: samples()[1])
        return follow(curve, draw)

    # -- the axis --------------------------------------------------------------------------------

    def _at(self, rate: float) -> Point3D:
        share = rate / (LONGEST * self.story.limit)
        return np.array([self.left + share * (self.right - self.left), self.line_y, 0.0])

    def _axis(self, zone: Zone) -> VGroup:
        name = self._words("learning rate", role="quiet")
        name.stand_at(zone.left, zone.bottom + 0.25 * self.em)
        group = VGroup(self.good, self.bad, name, name="axis of learning rates")
        rate = self.story.rate
        if rate.value > LONGEST * self.story.limit:
            return group
        mark = dot(self.theme, "here", OURS * self.em, name="this run")
        mark.move_to(self._at(rate.value))
        group.add(claim(mark, self, of="our rate", x=rate.value))
        label = self._words("ours ", rate, role="here", bold=True)
        left = max(zone.left, mark.get_center()[0] - label.width / 2)
        label.stand_at(left, self.line_y - 1.4 * self.em)
        if label.get_right()[0] < self._limit_label().get_left()[0] - 0.5 * self.em:
            group.add(label)
        return group

    def _limit_label(self) -> Words:
        label = self._words("limit ", self.story.limit_told, bold=True)
        middle = min(self._at(self.story.limit)[0], self.right - label.width / 2)
        return label.stand_at(middle, self.line_y - 1.55 * self.em, "center")

    def _limit(self) -> VGroup:
        place, tick = self._at(self.story.limit), 0.45 * self.em * np.array([0, 1.0, 0])
        mark = Path(self.theme, "text", 0.05, name="limit").through(place - tick, place + tick)
        return VGroup(mark, self._limit_label())

    # -- beside it ---------------------------------------------------------------------------------

    def names_of(self, view: DataView) -> tuple[Words, Words]:
        """Return which run the data's plot shows, at its upper right: the last one, or ours.

        Of ours it says after how many epochs, if there is room.
        """
        epoch = self.story.whole(max(self.story.long.reached_at or 0, self.story.epochs))
        last = self._words(NAMES[2], bold=True)
        short = self._words("ours", role="here", bold=True)
        ours = self._words("ours, epoch ", epoch, role="here", bold=True)
        for name in (last, short, ours):
            name.stand_at(view.zone.right, view.zone.top - 0.8 * self.em, "right")
        fits = ours.get_left()[0] > view.names[1].get_right()[0] + 0.4 * self.em
        return last, ours if fits else short

    def swings(self, view: DataView) -> Path:
        """Return the lines of the run above the limit, as far as it has come."""
        places = self.story.trials[2].trajectory.parameters
        lines = [view.ghost_of(*place).spots()[None] for place in places]
        swings = Path(self.theme, "here", 0.025, name="swinging line")
        swings.set_color(self.theme.faint("here", 0.55))

        def draw(mark: VMobject) -> None:
            passed = lines[: int(self.moment() + 1e-9) + 1]
            shown = [line for line in passed if np.ptp(line)]
            lay(mark, np.concatenate(shown or lines[:1])).set_stroke(opacity=float(bool(shown)))

        return stay_in(follow(swings, draw), view.zone)
