"""Stairs: an epoch's tread is how far a parameter moves, its riser how much the cost falls."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from manim import RoundedRectangle, VGroup, VMobject
from manim.typing import Point3D
from numpy.typing import ArrayLike

from scenes.stage.claims import stay_in
from scenes.stage.clip import clip, lay, lay_clipped
from scenes.stage.layout import Zone
from scenes.stage.marks import Path, cased, follow, px
from scenes.stage.plot import Axis, Plot
from scenes.stage.theme import Theme
from scenes.stage.words import Words

__all__ = ["Enlarged", "Stairs"]

RIM = 0.012  # Manim units, so that stairs stand out from the curve that they lie on
TREAD = 0.4  # share of an epoch in which its tread is drawn; the riser takes the rest


class Stairs:
    """The stairs of one run in one plot, up to any moment; ``values`` and ``costs`` have (n + 1,).

    Attributes:
        line: treads and risers.
        body: what they stand on.
    """

    def __init__(
        self, plot: Plot, values: ArrayLike, costs: ArrayLike, theme: Theme, thickness: float = 0.06
    ) -> None:
        self.plot = plot
        self.values, self.costs = (np.asarray(v, dtype=float) for v in (values, costs))
        self.line = cased(Path(theme, "step", thickness, name="stairs"), theme, RIM)
        self.body = VMobject(
            fill_color=theme.faint("step", 0.1), fill_opacity=1, stroke_width=0, name="stair body"
        )
        corners = np.repeat(np.arange(len(self.values)), 2)
        self._corners = plot.places(self.values[corners[1:]], self.costs[corners[:-1]])

    def until(self, moment: float) -> Stairs:
        """Draw up to this moment, in epochs."""
        whole = min(int(moment), len(self.values) - 1)
        share = moment - whole
        corners = self._corners[: 2 * whole + 1]
        if share > 0 and whole + 1 < len(self.values):
            start, edge, foot = self._corners[2 * whole : 2 * whole + 3]
            tread, riser = min(share / TREAD, 1.0), max((share - TREAD) / (1 - TREAD), 0.0)
            ends = [start + tread * (edge - start), edge + riser * (foot - edge)]
            corners = np.concatenate([corners, ends[: 1 if riser == 0 else 2]])
        lay_clipped(self.line, corners if len(corners) > 1 else np.zeros((2, 3)), self.plot.inner)
        self.line.set_stroke(opacity=self.line.get_stroke_opacity(), background=True)
        self._fill(corners)
        return self

    def grow(self, moment: Callable[[], float]) -> Stairs:
        """Let them be drawn up to a moment that changes."""
        follow(self.line, lambda _: self.until(moment()))
        return self

    def meet(self, zone: Zone) -> bool:
        """Tell whether any of the stairs lies in a zone."""
        return len(clip(self._corners, zone)) > 0

    def _fill(self, corners: np.ndarray) -> None:
        inner = self.plot.inner
        heads = corners[: len(corners) // 2 * 2].reshape(-1, 2, 3)
        flat = np.clip(heads[..., :2], (inner.left, inner.bottom), (inner.right, inner.top))
        boxes = np.zeros((max(len(flat), 1), 4, 3))
        boxes[:] = inner.at(0, 0)
        if len(flat):
            boxes[:, :2, :2] = flat
            boxes[:, 2, 0], boxes[:, 3, 0] = flat[:, 1, 0], flat[:, 0, 0]
        sides = np.stack([boxes, np.roll(boxes, -1, axis=1)], axis=2)
        lay(self.body, sides.reshape(-1, 2, 3))


class Enlarged:
    """What is too small to be seen of some stairs, enlarged in a corner of their plot.

    Attributes:
        beams: lines from the place that is enlarged.
        panel: the frame, and its name where there is room for it.
        stairs: the stairs from ``first`` on; ``until`` counts from the run's start.
    """

    def __init__(self, whole: Stairs, first: int, zone: Zone, theme: Theme, size: float) -> None:
        self.first = first
        values, costs = whole.values[first:], whole.costs[first:]
        pad = 0.5 * size
        name = Words("closer", theme=theme, size=size, role="quiet", name="label")
        named = name.width <= zone.width - 2 * pad
        head = 3 * pad if named else pad
        inner = Zone(zone.left + pad, zone.bottom + pad, zone.right - pad, zone.top - head)
        (left, right), (low, high) = ((float(v.min()), float(v.max())) for v in (values, costs))
        plot = Plot(inner, Axis(left, right), Axis(low, high), theme=theme, size=size)
        self.stairs = Stairs(plot, values, costs, theme, 0.05)
        frame = RoundedRectangle(
            width=zone.width, height=zone.height, corner_radius=0.3 * size,
            fill_color=theme.paint("panel"), fill_opacity=1,
            stroke_color=theme.paint("rim"), stroke_width=px(0.03), name="enlargement",
        ).move_to(zone.center)  # fmt: skip
        self.panel = stay_in(VGroup(frame), zone.inset(-0.03))
        if named:
            self.panel.add(name.stand_at(zone.left + pad, zone.top - 1.1 * size))
        self.beams = VGroup(name="beams")
        for start, end in _beam_ends(zone, whole.plot, (left, right), (low, high)):
            beam = Path(theme, "quiet", 0.014, paint="rim", name="beam")
            self.beams.add(beam.through(start, end))

    def grow(self, moment: Callable[[], float]) -> Enlarged:
        """Let them be drawn up to a moment that changes."""
        follow(self.stairs.line, lambda _: self.until(moment()))
        return self

    def until(self, moment: float) -> Enlarged:
        """Draw up to this moment of the run, in epochs."""
        self.stairs.until(max(moment - self.first, 0.0))
        return self


def _beam_ends(
    zone: Zone, plot: Plot, values: tuple[float, float], costs: tuple[float, float]
) -> list[tuple[Point3D, Point3D]]:
    """Return where beams start at a zone and end at the range of the plot that it enlarges.

    They leave the side that faces this range, or one of them would be hidden by the zone's panel.
    """
    low, high = costs
    if plot.at(values[0], high)[1] <= zone.bottom:
        return [(zone.at(side, 0), plot.at(values[side], high)) for side in (0, 1)]
    side = int(zone.center[0] < plot.inner.center[0])
    return [
        (zone.at(side, 1), plot.at(values[side], high)),
        (zone.at(side, 0), plot.at(values[1 - side], low)),
    ]
