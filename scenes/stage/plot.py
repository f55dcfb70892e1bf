"""Plots: axes in a zone, with few ticks, and curves that come from the experiment's arrays."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from manim import Circle, Mobject, VGroup, VMobject
from manim.typing import Point3D
from numpy.typing import ArrayLike

from scenes.stage.claims import Landmark, Ruler, Space, claim, stay_in
from scenes.stage.layout import Zone
from scenes.stage.marks import Path
from scenes.stage.theme import Role, Theme
from scenes.stage.words import Part, Words

__all__ = ["Axis", "Beads", "Curve", "Growing", "Plot", "nice_ticks"]


def nice_ticks(low: float, high: float, at_most: int) -> list[float]:
    """Return the multiples of 1, 2 or 5 times a power of ten that lie within, few enough.

    Raises:
        ValueError: if the range is empty or not finite.
    """
    if not (math.isfinite(low) and math.isfinite(high) and low < high):
        raise ValueError(f"ticks need a range, not {low!r} to {high!r}")
    power = 10.0 ** math.floor(math.log10((high - low) / at_most))
    for step in (power, 2 * power, 5 * power, 10 * power, 20 * power):
        first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
        if last - first + 1 <= at_most:
            return [k * step for k in range(first, last + 1)]
    raise AssertionError("twenty steps of the next smaller power of ten always fit")


@dataclass(frozen=True)
class Axis:
    """One axis: its range, where it has ticks, and how a tick is written.

    ``write`` returns the number of a tick; None leaves all ticks without. The values of a ``log``
    axis are powers of ten, and the numbers at its ticks the powers themselves.
    """

    low: float
    high: float
    ticks: Sequence[float] = ()
    write: Callable[[float], Part] | None = None
    log: bool = False

    def value(self, label: Words) -> float:
        """Return the value that a label names; nan if it names none."""
        for reading, _ in label.readings:
            return math.log10(reading.value) if self.log else reading.value
        return math.nan

    def share(self, value: ArrayLike) -> np.ndarray:
        """Return where a value lies between the ends, 0 to 1."""
        return (np.asarray(value, dtype=float) - self.low) / (self.high - self.low)


class Plot(VGroup, Space):
    """Axes that fill a zone; ``at`` says where a pair of values belongs.

    Attributes:
        inner: the rectangle between the axes.
        labels: the numbers at the ticks.
    """

    def __init__(
        self,
        zone: Zone,
        x: Axis,
        y: Axis,
        *,
        theme: Theme,
        size: float,
        y_line: bool = True,
        name: str = "plot",
    ) -> None:
        super().__init__(name=name)
        self.x, self.y, self.theme, self.size = x, y, theme, size
        self.labels = VGroup()
        y_labels = [self._label(y.write(v)) for v in y.ticks] if y.write else []
        left = zone.left + max((label.width for label in y_labels), default=0.0)
        left += 0.7 * size if y_labels else 0.0
        bottom = zone.bottom + (1.45 * size if x.write else 0.1 * size)
        self.inner = Zone(left, bottom, zone.right, zone.top)
        x_labels = self._x_labels(bottom - 1.2 * size)
        if x_labels and x.share(x.ticks[-1]) > 0:
            # The last number is as wide to the right of its tick as to the left.
            share, half = float(x.share(x.ticks[-1])), x_labels[-1].width / 2
            right = min(zone.right, left + (zone.right - half - left) / share)
            self.inner = Zone(left, bottom, right, zone.top)
            x_labels = self._x_labels(bottom - 1.2 * size)
        self._draw_axes(y_line)
        for value, label in zip(y.ticks, y_labels, strict=False):
            label.move_to(self.at(x.low, value)).align_to(
                np.array([left - 0.45 * size, 0, 0]), np.array([1.0, 0, 0])
            )
            claim(label, self, y=y.value(label))
        self.labels.add(*_thinned(y_labels, 0.3 * size, 1))
        self.labels.add(*_thinned(x_labels, 0.4 * size, 0))
        self.add(self.labels)
        stay_in(self, zone)

    def _x_labels(self, baseline: float) -> list[Words]:
        labels = (
            [self._label(self.x.write(value)) for value in self.x.ticks] if self.x.write else []
        )
        for value, label in zip(self.x.ticks, labels, strict=False):
            middle = self.at(value, self.y.low)[0]
            label.stand_at(middle, baseline, "center")
            claim(label, self, x=self.x.value(label))
        return labels

    def _label(self, part: Part) -> Words:
        return Words(part, theme=self.theme, size=self.size, role="quiet", name="tick label")

    def _draw_axes(self, y_line: bool) -> None:
        thickness, tick = 0.02, 0.22 * self.size
        corner = self.inner.at(0, 0)
        axes = Path(self.theme, "quiet", thickness, name="axes")
        start = [self.inner.at(0, 1), corner] if y_line else [corner]
        axes.through(*start, self.inner.at(1, 0))
        self.add(axes)
        across: list[tuple[Landmark, float]] = [(lambda: axes.points[-1], self.x.high)]
        across.append((lambda: axes.points[-4], self.x.low))
        up: list[tuple[Landmark, float]] = [(lambda: axes.points[-1], self.y.low)]
        up.append((lambda: axes.points[0] if y_line else self.inner.at(0, 1), self.y.high))
        for value in self.x.ticks:
            foot = self.at(value, self.y.low)
            across.append((self._tick(foot, foot - np.array([0, tick, 0])), value))
        for value in self.y.ticks if y_line else ():
            foot = self.at(self.x.low, value)
            up.append((self._tick(foot, foot - np.array([tick, 0, 0])), value))
        self.rulers = (Ruler(0, across), Ruler(1, up))

    def _tick(self, start: Point3D, end: Point3D) -> Path:
        tick = Path(self.theme, "quiet", 0.02, name="tick").through(start, end)
        self.add(tick)
        return tick

    def make_room(self, name: Mobject) -> None:
        """Leave out the numbers below the axis that come too near to a name at its right end."""
        clear = name.get_left()[0] - 0.4 * self.size
        for label in [*self.labels]:
            below = label.get_top()[1] < self.inner.bottom
            if below and label.get_right()[0] > clear:
                self.labels.remove(label)

    def at(self, x: float, y: float) -> Point3D:
        """Return where this pair of values belongs."""
        return self.inner.at(float(self.x.share(x)), float(self.y.share(y)))

    def shows(self, x: float, y: float, slack: float = 1e-9) -> bool:
        """Tell whether this pair of values lies within both ranges."""
        shares = (float(self.x.share(x)), float(self.y.share(y)))
        return all(-slack <= share <= 1 + slack for share in shares)

    def places(self, xs: ArrayLike, ys: ArrayLike) -> np.ndarray:
        """Return where these pairs belong, shape (n, 3)."""
        across, up = self.x.share(xs), self.y.share(ys)
        flat = np.zeros((len(across), 3))
        flat[:, 0] = self.inner.left + across * self.inner.width
        flat[:, 1] = self.inner.bottom + up * self.inner.height
        return flat

    def curve(
        self,
        xs: ArrayLike,
        ys: ArrayLike,
        role: Role,
        thickness: float = 0.05,
        name: str = "curve",
        of: str | None = None,
    ) -> Curve:
        """Return the line through these values, sample by sample; all must lie within the ranges.

        ``of`` names the quantity that the curve stands for.

        Raises:
            ValueError: if a value is not finite: Manim would leave out the whole curve, silently.
        """
        points = self.places(xs, ys)
        if not np.isfinite(points).all():
            raise ValueError(f"{name} has values that are not finite")
        curve = Curve(self.theme, role, thickness, name=name)
        curve.through(*points)
        return claim(curve, self, of=of, x=xs, y=ys)


def _thinned(labels: list[Words], gap: float, direction: int) -> list[Words]:
    """Leave out every other label, the middle one kept, until none comes too near the next.

    ``direction`` is 0 across and 1 up.
    """
    side = np.eye(3)[direction]

    def near(one: Words, other: Words) -> bool:
        low, high = other.get_edge_center(-side), one.get_edge_center(side)
        return bool((low - high)[direction] < gap)

    while any(near(one, other) for one, other in pairwise(labels)):
        labels = labels[len(labels) // 2 % 2 :: 2]
    return labels


class Curve(Path):
    """A line through values of the experiment."""


class Growing(Curve):
    """A curve through given places that is drawn up to a moment; it ends between two of them.

    ``moments`` (n,) ascend; ``places`` (n, 3) belong to them.
    """

    def __init__(
        self, moments: ArrayLike, places: np.ndarray, theme: Theme, role: Role, name: str
    ) -> None:
        super().__init__(theme, role, 0.045, name=name)
        self.moments, self.places = np.asarray(moments, dtype=float), places

    def end(self, moment: float) -> Point3D:
        """Return where the curve ends at this moment."""
        place = [np.interp(moment, self.moments, self.places[:, axis]) for axis in range(3)]
        return np.array(place)

    def until(self, moment: float) -> Growing:
        """Draw up to this moment."""
        passed = self.places[self.moments <= moment]
        self.through(*passed, self.end(moment))
        return self


class Beads(VMobject):
    """One small disc at each place that has been passed: a step is a point, not a line.

    ``moments`` (n,) ascend; ``places`` (n, 3) belong to them.
    """

    def __init__(
        self, moments: ArrayLike, places: np.ndarray, radius: float, theme: Theme, role: Role
    ) -> None:
        super().__init__(
            fill_color=theme.mark(role), fill_opacity=1, stroke_width=0, name=f"steps of {role}"
        )
        self.moments = np.asarray(moments, dtype=float)
        disc = Circle(radius=radius).points
        self._discs = places[:, None, :] + disc[None, :, :]

    def until(self, moment: float) -> Beads:
        """Show those up to this moment, the first one always."""
        count = max(1, int(np.searchsorted(self.moments, moment, side="right")))
        self.points = self._discs[:count].reshape(-1, 3)
        return self

    def spots(self) -> np.ndarray:
        """Read the middles (n, 3) off the drawn discs."""
        return np.asarray(self.points.reshape(-1, *self._discs.shape[1:]).mean(axis=1))
