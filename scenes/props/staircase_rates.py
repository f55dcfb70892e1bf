"""Too low, too high: stairs on either side of the largest learning rate that works."""

from __future__ import annotations

import numpy as np
from manim import ValueTracker, VGroup, VMobject
from manim.typing import Point3D

from gdmath.experiments.staircase import Staircase, Trial
from scenes.props.staircase_data import DataView
from scenes.props.staircase_stairs import Stairs
from scenes.stage.clip import clip, lay
from scenes.stage.layout import Layout, Zone
from scenes.stage.marks import Dashes, Path, dot, follow
from scenes.stage.plot import Axis, Plot
from scenes.stage.theme import Role, Theme
from scenes.stage.words import Math, Part, Words

__all__ = ["RateView"]

LONGEST = 1.35  # end of the axis, in limits
NAMES = ("too low", "just below", "just above")


class RateView:
    """Three runs above one axis of learning rates.

    Attributes
    ----------
        moment: the epoch that all three have reached.
        panels: the three plots' axes, names and rates.
        links: lines from the plots to their places on the axis.
        axis, limit: the axis, and what marks the limit on it.
        stairs: follow the moment.
    """

    def __init__(self, story: Staircase, layout: Layout, theme: Theme) -> None:
        self.story, self.theme, self.em = story, theme, layout.small
        self.moment = ValueTracker(0.0)
        upper, lower = layout.stage.rows((0.66, 0.34), 0.2 * self.em)
        self.line_y = lower.bottom + 2.9 * self.em
        self.left, self.right = lower.left, lower.right
        self.panels, self.links, self.stairs = (VGroup(name=n) for n in ("panels", "links", "runs"))
        for zone, name, trial in zip(upper.columns((1, 1, 1), self.em), NAMES, story.trials, strict=True):
            self._panel(zone, name, trial)
        self.axis = self._axis(lower)
        self.limit = self._limit(lower)

    def _words(self, *parts: Part, role: Role = "text", bold: bool = False) -> Words:
        return Words(*parts, theme=self.theme, size=self.em, role=role, bold=bold, name="label")

    # -- the three runs ------------------------------------------------------------------------

    def _panel(self, zone: Zone, name: str, trial: Trial) -> None:
        title = self._words(name, bold=True).stand_at(zone.left, zone.top - 0.8 * self.em)
        rate = self._words(trial.rate, role="step", bold=True)
        rate.stand_at(zone.left, zone.top - 2.0 * self.em)
        inner = Zone(zone.left, zone.bottom, zone.right, zone.top - 2.6 * self.em)
        (low, high), top = self.story.trial_window
        plot = Plot(
            inner, Axis(low, high), Axis(0.0, top), theme=self.theme, size=self.em, name=name
        )
        run = trial.trajectory
        stairs = Stairs(plot, run.parameters[:, 0], run.values, self.theme, 0.05)
        stairs.until(0.0)
        follow(stairs.line, lambda _: stairs.until(self.moment.get_value()))
        here = dot(self.theme, "here", 0.28 * self.em, name=f"dot {name}")

        def put(mark: VMobject) -> None:
            a, b = trial.at(float(self.moment.get_value()))
            mark.move_to(plot.at(a, self.story.cost(a, b)))

        self.stairs.add(stairs.body, stairs.line, follow(here, put))
        self.panels.add(plot, title, rate)
        foot = np.array([plot.inner.center[0], zone.bottom - 0.1 * self.em, 0.0])
        link = Path(self.theme, "quiet", 0.016, paint="rim", name="link")
        self.links.add(
            link.through(foot, self._at(trial.rate.value)),
            dot(self.theme, "step", 0.2 * self.em, name="rate").move_to(self._at(trial.rate.value)),
        )

    # -- the axis --------------------------------------------------------------------------------

    def _at(self, rate: float) -> Point3D:
        share = rate / (LONGEST * self.story.limit)
        return np.array([self.left + share * (self.right - self.left), self.line_y, 0.0])

    def _axis(self, zone: Zone) -> VGroup:
        limit, end = self._at(self.story.limit), self._at(LONGEST * self.story.limit)
        good = Path(self.theme, "step", 0.06, name="rates that work").through(self._at(0.0), limit)
        bad = Dashes(self.theme, "quiet", 0.04, dash=0.1, name="rates that diverge")
        name = self._words("learning rate", role="quiet")
        name.stand_at(zone.left, zone.bottom + 0.25 * self.em)
        group = VGroup(good, bad.between(limit, end), name, name="axis of learning rates")
        rate = self.story.rate
        if rate.value <= LONGEST * self.story.limit:
            mark = dot(self.theme, "here", 0.26 * self.em, name="this run").move_to(
                self._at(rate.value)
            )
            label = self._words("ours ", rate, role="here", bold=True)
            middle = np.clip(
                mark.get_center()[0], zone.left + label.width / 2, zone.right - label.width / 2
            )
            label.stand_at(middle - label.width / 2, self.line_y - 1.3 * self.em)
            group.add(mark)
            if label.get_right()[0] < self._limit_ends[0] - 0.5 * self.em:
                group.add(label)
        return group

    @property
    def _limit_ends(self) -> tuple[float, float]:
        """Return where the limit's label begins and ends."""
        middle, half = self._at(self.story.limit)[0], self._limit_label().width / 2
        middle = min(middle, self.right - half)
        return middle - half, middle + half

    def _limit_label(self) -> Words:
        return self._words("limit ", self.story.limit_reading, bold=True)

    def _limit(self, zone: Zone) -> VGroup:
        place, tick = self._at(self.story.limit), 0.45 * self.em * np.array([0, 1.0, 0])
        mark = Path(self.theme, "text", 0.05, name="limit").through(place - tick, place + tick)
        label = self._limit_label().stand_at(self._limit_ends[0], self.line_y - 1.5 * self.em)
        return VGroup(mark, label)

    # -- beside it ---------------------------------------------------------------------------------

    def name_of(self, view: DataView) -> Words:
        """Return which run the data's plot shows, at its upper right."""
        name = self._words(NAMES[2], bold=True)
        return name.stand_at(view.zone.right - name.width, view.zone.top - 0.8 * self.em)

    def swings(self, view: DataView) -> Path:
        """Return the lines of the run above the limit, as far as it has come, in the data's plot."""
        places = self.story.trials[2].trajectory.parameters
        pieces = [clip(view.ends(*place), view.plot.inner) for place in places]
        lines = Path(self.theme, "here", 0.025, name="swinging line")
        lines.set_color(self.theme.faint("here", 0.55))

        def draw(mark: Path) -> None:
            passed = pieces[: int(self.moment.get_value() + 1e-9) + 1]
            shown = [piece for piece in passed if len(piece)]
            mark.set_stroke(opacity=float(bool(shown)))
            lay(mark, np.concatenate(shown or [np.repeat(view.plot.inner.center[None, None], 2, 1)]))

        return follow(lines, draw)
