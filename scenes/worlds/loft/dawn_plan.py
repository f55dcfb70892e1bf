"""Where things are at dawn, in a frame of any shape."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from scenes.paint import Box
from scenes.paint.shapes import Point, Points, curve

__all__ = ["DawnPlan"]


@dataclass(frozen=True)
class _Composition:
    """Where things are, as shares of the frame's width and height, from its middle."""

    sheet: float  # the cloth's left edge
    target: Point
    floor: float
    hem: float
    window: Box
    radius: float  # of the target, as a share of the shorter side
    player: Point  # where his feet are
    friend: Point
    figure: float  # a centimetre of theirs, as a share of the frame's height


_WIDE = _Composition(
    -0.305, (0.275, -0.03), -0.235, -0.268, (-0.515, 0.085, -0.331, 0.56), 0.075,
    (-0.402, -0.625), (0.424, -0.613), 0.0045,
)  # fmt: skip
_SQUARE = _Composition(
    -0.49, (0.258, 0.06), -0.185, -0.215, (-0.80, -0.10, -0.54, 0.28), 0.065,
    (-0.35, -0.56), (0.388, -0.56), 0.00306,
)  # fmt: skip
_TALL = _Composition(
    -0.49, (0.330, 0.125), -0.285, -0.310, (-0.80, -0.02, -0.54, 0.22), 0.085,
    (-0.285, -0.376), (0.290, -0.376), 0.00218,
)  # fmt: skip


@dataclass(frozen=True)
class DawnPlan:
    """The loft as day breaks, in a frame of this size, in frame units, about the origin.

    Attributes:
        frame_width: of the frame.
        frame_height: of the frame.
        night: whether it is the last of the night, or else full day.
        pushed: whether the sheet's edge is pushed aside, or hides the target.
    """

    frame_width: float
    frame_height: float
    night: bool
    pushed: bool = True

    @property
    def frame(self) -> Box:
        """The whole frame."""
        across, up = self.frame_width / 2, self.frame_height / 2
        return -across, -up, across, up

    @property
    def place(self) -> _Composition:
        """Where things are in this shape of frame."""
        ratio = self.frame_width / self.frame_height
        return _WIDE if ratio > 1.3 else _SQUARE if ratio > 0.8 else _TALL

    @property
    def target(self) -> Point:
        """The middle of the target."""
        return self.scaled(*self.place.target)

    @property
    def player(self) -> Point:
        """Where the player's feet are: above the narration or below the frame."""
        return self.scaled(*self.place.player)

    @property
    def friend(self) -> Point:
        """Where the friend's feet are: above the narration or below the frame."""
        return self.scaled(*self.place.friend)

    @property
    def unit(self) -> float:
        """Frame units of a centimetre of the figures."""
        return self.place.figure * self.frame_height

    @property
    def radius(self) -> float:
        """Of the target's outer ring."""
        return self.place.radius * min(self.frame_width, self.frame_height)

    @property
    def floor(self) -> float:
        """Where the far wall stands on the floor."""
        return self.place.floor * self.frame_height

    @property
    def line(self) -> float:
        """The height of the line on which the sheet hangs."""
        return 0.462 * self.frame_height

    @property
    def window(self) -> Box:
        """The window's opening."""
        left, bottom, right, top = self.place.window
        return (*self.scaled(left, bottom), *self.scaled(right, top))

    @property
    def chart(self) -> Box:
        """The quiet part of the sheet, for chart and words."""
        left, hem = self.scaled(self.place.sheet, self.place.hem)
        right = self.target[0] - 0.8 * self.radius / 0.62 - 0.08
        return left + 0.17, hem + 0.5, right, self.line - 0.25

    @property
    def push(self) -> Point:
        """Where a hand pushes the sheet's edge aside."""
        x, y = self.target
        return x - 0.66 * self.radius / 0.62, y + 0.9 * self.radius / 0.62

    def edge(self) -> Points:
        """Return the sheet's free edge from the line to the hem."""
        x, y = self.target
        size, hem = self.radius / 0.62, self.place.hem * self.frame_height
        up, down = self.line - y, y - hem
        if not self.pushed:
            heights = np.linspace(self.line, hem, 60)
            return np.column_stack((x + size * (1.15 + 0.03 * np.sin(2 * heights)), heights))
        return curve(
            [
                (x + 0.95 * size, y + up),
                (x + 0.86 * size, y + 0.74 * up),
                (x + 0.45 * size, y + 0.50 * up),
                (x - 0.26 * size, y + 0.27 * up),
                (x - 0.70 * size, y + 0.11 * up),
                (x - 0.78 * size, y - 0.04 * down),
                (x - 0.58 * size, y - 0.40 * down),
                (x - 0.42 * size, y - 0.75 * down),
                (x - 0.36 * size, y - down),
            ],
            detail=16,
        )

    def scaled(self, x: float, y: float) -> Point:
        """Return a place from its shares of the frame's width and height."""
        return x * self.frame_width, y * self.frame_height
