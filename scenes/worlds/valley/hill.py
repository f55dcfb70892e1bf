"""A hill that runs out in the yard, in front of the ridges."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from scenes.paint import Art, Paper
from scenes.worlds.valley.land import paint_ridge
from scenes.worlds.valley.palette import palette

__all__ = ["Hill"]

ROW = 4  # of the ridges' colours
REACH = 3.0  # frame units beyond the top
TREE, WOOD = 0.62, 0.1  # a tree's height, and the chance of each point to have one


@dataclass(frozen=True)
class Hill:
    """A hill whose top is at ``left``, ``high`` over the ground, and whose foot is at ``right``."""

    left: float
    right: float
    ground: float
    high: float
    night: bool

    def at(self, x: float) -> tuple[float, float, float]:
        """Return the point of the hill at x."""
        share = (x - self.left) / (self.right - self.left)
        return x, self.ground + self.high * math.cos(math.pi / 2 * share) ** 2, 0.0

    def degrees(self, x: float) -> float:
        """Return how steeply it rises to the right at x."""
        wide = self.right - self.left
        turn = math.pi * (x - self.left) / wide
        return -math.degrees(math.atan(self.high * math.pi / 2 / wide * math.sin(turn)))

    def art(self, scale: float) -> Art:
        """Return the hill."""
        box = (self.left - REACH, self.ground, self.right, self.ground + self.high + 2 * TREE)
        return Art(_paint_hill, (self,), box, scale)


def _paint_hill(paper: Paper, hill: Hill) -> None:
    paints = palette(hill.night, dawn=True)
    x = np.linspace(hill.left - REACH, hill.right, 240)
    line = np.array([hill.at(each)[:2] for each in x.tolist()])
    wood = np.where(x < hill.left + 0.1 * (hill.right - hill.left), WOOD, 0.0)
    paint_ridge(paper, line, ROW, hill.ground, paints, TREE, wood)
    for share in (0.78, 0.58, 0.4, 0.24, 0.1):
        fold = line * (1, share) + (0, (1 - share) * hill.ground)
        paper.stroke(fold, paints.ridge_edge, 0.02, 0.1)
