"""Small shapes with a meaning: dots, arrows, the target, dashed and plain lines."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import numpy as np
from manim import CapStyleType, Circle, Dot, LineJointType, Mobject, VGroup, VMobject
from manim.typing import Point3D

from scenes.stage.theme import Role, Theme

__all__ = [
    "CASING",
    "RIM",
    "Arrow",
    "Dashes",
    "Mark",
    "Path",
    "bullseye",
    "cased",
    "dot",
    "follow",
    "px",
]

M = TypeVar("M", bound=Mobject)
V = TypeVar("V", bound=VMobject)
RIM = 0.05  # Manim units: half of it is outside
CASING = 0.025  # what a mark on a landscape is rimmed with, in Manim units


def px(thickness: float) -> float:
    """Return Manim's stroke width for a thickness in Manim units."""
    return 100 * thickness


def cased(mark: V, theme: Theme, thickness: float = CASING) -> V:
    """Give a mark a rim in the ground's colour, so that it stands out from any land."""
    width = mark.get_stroke_width() + 2 * px(thickness)
    mark.set_stroke(theme.mark("ground"), width=width, opacity=theme.casing, background=True)
    return mark


def follow(mobject: M, update: Callable[[M], object]) -> M:
    """Let a mobject follow its trackers at every frame, and put it in its place now."""

    # A function, since Manim copies mobjects with their updaters, and a method with its object.
    # It leaves copies alone: a fade begins with a faint one, which must not get its colour back.
    def obey(target: Mobject) -> None:
        if target is mobject:
            update(mobject)

    mobject.add_updater(obey)
    mobject.update()
    return mobject


class Path(VMobject):
    """A line through points, with round ends and joints, that can be set anew at every frame."""

    def __init__(self, theme: Theme, role: Role, thickness: float, **kwargs: Any) -> None:
        super().__init__(
            stroke_color=theme.mark(role),
            stroke_width=px(thickness),
            fill_opacity=0,
            joint_type=LineJointType.ROUND,
            cap_style=CapStyleType.ROUND,
            **kwargs,
        )

    def through(self, *points: Point3D) -> Path:
        """Lead through these points, corner by corner."""
        self.set_points_as_corners(np.array(points, dtype=float))
        return self

    def spots(self) -> np.ndarray:
        """Read the corners (n, 3) off the drawn line."""
        return np.concatenate([self.points[::4], self.points[-1:]])


class Dashes(VMobject):
    """A dashed straight line in one mobject: one path, however many dashes."""

    def __init__(
        self, theme: Theme, role: Role, thickness: float, dash: float = 0.09, **kwargs: Any
    ) -> None:
        super().__init__(
            stroke_color=theme.mark(role), stroke_width=px(thickness), fill_opacity=0, **kwargs
        )
        self.dash = dash

    def between(self, start: Point3D, end: Point3D) -> Dashes:
        """Lead from one point to another."""
        way = np.asarray(end, dtype=float) - start
        count = max(1, round(float(np.linalg.norm(way)) / self.dash / 2))
        shares = (np.arange(count)[:, None] + np.array([0.0, 0.5])) / count
        ends = start + shares[..., None] * way
        mixes = np.linspace(0, 1, 4)[:, None]
        self.points = np.concatenate([a + mixes * (b - a) for a, b in ends])
        return self

    def spots(self) -> np.ndarray:
        """Read the two ends (2, 3) off the first and the last dash."""
        return self.points[[0, -1]]


class Arrow(VMobject):
    """A filled arrow from tail to tip; as short as it must be, down to nothing."""

    def __init__(
        self, theme: Theme, role: Role, thickness: float, name: str = "arrow", **kwargs: Any
    ) -> None:
        super().__init__(
            fill_color=theme.mark(role), fill_opacity=1, stroke_width=0, name=name, **kwargs
        )
        self.thickness = thickness
        self.tail = self.tip = np.zeros(3)

    def between(self, tail: Point3D, tip: Point3D) -> Arrow:
        """Lead from tail to tip; the head shrinks with a short arrow and is never longer."""
        self.tail, self.tip = np.array(tail, dtype=float), np.array(tip, dtype=float)
        way = self.tip - self.tail
        length = float(np.linalg.norm(way))
        if length < 1e-9:
            # A mobject without any point would be regrouped by Manim's transforms.
            self.points = np.repeat(self.tail[None, :], 4, axis=0)
            return self
        along = way / length
        side = np.array([-along[1], along[0], 0.0])
        head = min(3.4 * self.thickness, 0.8 * length)
        shaft = 0.5 * min(self.thickness, 0.35 * length)
        barb = 0.62 * head
        neck = self.tip - head * along
        corners = [
            self.tail + shaft * side,
            neck + shaft * side,
            neck + barb * side,
            self.tip,
            neck - barb * side,
            neck - shaft * side,
            self.tail - shaft * side,
        ]
        self.set_points_as_corners(np.array([*corners, corners[0]]))
        return self

    def spots(self) -> np.ndarray:
        """Read tail and tip (2, 3) off the drawn outline."""
        if len(self.points) == 4:
            return self.points[[0, 0]]
        corners = self.points[::4]
        return np.array([0.5 * (corners[0] + corners[6]), corners[3]])


class Mark(Dot):
    """A round mark for a value: where something is."""


def dot(theme: Theme, role: Role, radius: float, name: str = "dot", **kwargs: Any) -> Mark:
    """Return a round mark, with a rim in the ground's colour that parts it from what it lies on."""
    return Mark(
        radius=radius,
        color=theme.mark(role),
        background_stroke_color=theme.mark("ground"),
        background_stroke_width=px(RIM),
        name=name,
        **kwargs,
    )


def bullseye(theme: Theme, radius: float, role: Role = "target") -> VGroup:
    """Return the target: a ring and a dot, so that its shape tells it from every other mark.

    A rim in the ground's colour lets it stand out from whatever it lies on.
    """
    ground, rim = theme.mark("ground"), px(0.3 * radius)
    ring = Circle(
        radius=0.82 * radius,
        stroke_color=theme.mark(role),
        stroke_width=px(0.3 * radius),
        fill_opacity=0,
        background_stroke_color=ground,
        background_stroke_width=px(0.3 * radius) + rim,
    )
    eye = Dot(
        radius=0.3 * radius,
        color=theme.mark(role),
        background_stroke_color=ground,
        background_stroke_width=rim,
    )
    return VGroup(ring, eye, name="target")
