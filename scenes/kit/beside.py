"""Free room for words beside things: the nearest place where they cover nothing."""

from __future__ import annotations

import math
from typing import TypeVar

import numpy as np
from manim import DL, UR, Mobject, VMobject
from manim.typing import Point3DLike

from scenes.stage.layout import Zone

__all__ = ["Room"]

V = TypeVar("V", bound=VMobject)
_GAP = 0.14  # frame units between words and anything else
_WAYS, _FAR = 24, np.linspace(0.2, 3.2, 16)
_ALONG = np.linspace(0, 1, 12)[:, None]


class Room:
    """The room in a zone of the frame that lines, figures and other words leave."""

    def __init__(self, zone: Zone) -> None:
        self.zone = zone
        self._points = np.empty((0, 2))
        self._boxes: list[np.ndarray] = []

    def keep(self, *mobjects: Mobject) -> Room:
        """Keep clear of the lines and outlines of these."""
        for part in (part for mobject in mobjects for part in mobject.get_family()):
            if len(part.points) >= 4:
                starts, ends = part.points[::4, :2], part.points[3::4, :2]
                lines = starts[:, None] + _ALONG * (ends - starts)[:, None]
                self._points = np.concatenate((self._points, lines.reshape(-1, 2)))
        return self

    def keep_box(self, left: float, bottom: float, right: float, top: float) -> Room:
        """Keep clear of all between these sides."""
        self._boxes.append(np.array([[left, bottom], [right, top]]))
        return self

    def put(self, words: V, anchor: Point3DLike, prefer: Point3DLike) -> V:
        """Put words near a point, where nothing is, in the preferred direction if they can be."""
        low, high = (words.get_corner(corner)[:2] for corner in (DL, UR))
        half, middle = (high - low) / 2, (low + high) / 2
        x, y = np.asarray(prefer, float)[:2]
        best, least = np.asarray(anchor, float)[:2], math.inf
        for far in _FAR.tolist():
            for number in range(_WAYS):
                turn = 2 * math.pi * number / _WAYS
                way = np.array([math.cos(turn), math.sin(turn)])
                place = np.asarray(anchor, float)[:2] + way * (half * np.abs(way) + far)
                off = math.acos(float(np.clip(way @ (x, y) / math.hypot(x, y), -1, 1)))
                cost = far + 0.35 * off
                if cost < least:  # else it need not be known what is in the way
                    cost += 40 * self._taken(place, half)
                if cost < least:
                    best, least = place, cost
        words.shift(np.array([*(best - middle), 0.0]))
        self._boxes.append(np.array([best - half, best + half]))
        return words

    def _taken(self, place: np.ndarray, half: np.ndarray) -> float:
        """Return how much is in the way of words: 0 where there is room."""
        low, high = place - half - _GAP, place + half + _GAP
        zone = self.zone
        out = np.maximum((zone.left, zone.bottom) - (low + _GAP), 0)
        out += np.maximum((high - _GAP) - (zone.right, zone.top), 0)
        inside = ((self._points > low) & (self._points < high)).all(axis=1).sum()
        overlaps = sum((np.minimum(high, box[1]) > np.maximum(low, box[0])).all()
                       for box in self._boxes)  # fmt: skip
        return float(4 * out.sum() + 0.02 * inside + overlaps)
