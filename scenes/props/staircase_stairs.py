"""Stairs: an epoch's tread is how far a parameter moves, its riser how much the cost falls."""

from __future__ import annotations

import numpy as np
from manim import VMobject
from numpy.typing import ArrayLike

from scenes.stage.clip import lay, lay_clipped
from scenes.stage.marks import Path
from scenes.stage.plot import Plot
from scenes.stage.theme import Theme

__all__ = ["Stairs"]

TREAD = 0.4  # share of an epoch in which its tread is drawn; the riser takes the rest


class Stairs:
    """The stairs of one run in one plot, up to any moment; ``values`` and ``costs`` have (n + 1,).

    Attributes
    ----------
        line: treads and risers.
        body: what they stand on.
    """

    def __init__(
        self, plot: Plot, values: ArrayLike, costs: ArrayLike, theme: Theme, thickness: float = 0.06
    ) -> None:
        self.plot = plot
        self.values, self.costs = (np.asarray(v, dtype=float) for v in (values, costs))
        self.line = Path(theme, "step", thickness, name="stairs")
        self.body = VMobject(
            fill_color=theme.mark("step"), fill_opacity=0.14, stroke_width=0, name="stairs' body"
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
        self._fill(corners)
        return self

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
