"""An ant in the picture: it treads, and knows where its face is."""

from __future__ import annotations

from functools import partial

from manim.typing import Point3D, Point3DLike

from scenes.figures.ant import ANT_HEAD, ant_art
from scenes.figures.joints import seen_from
from scenes.figures.light import Light
from scenes.figures.pose import Pose
from scenes.stage.sprite import Sprite

__all__ = ["Ant"]

FRONT = 74.0  # units from its middle to its front feet
FACE = 30.0  # units round the middle of its head


class Ant(Sprite):
    """An ant of a pose's face on ground that rises ``degrees`` to the right, its middle ``at``.

    It is 200 units long, each ``unit`` of the frame's; ``facing`` is 1 where it looks to the right.
    """

    def __init__(
        self, pose: Pose, light: Light, *, at: Point3DLike, unit: float, pixels: float,
        facing: int = 1, degrees: float = 0.0, pants: bool = True,
    ) -> None:  # fmt: skip
        self._paint = partial(ant_art, pose, light, unit * pixels, facing, degrees, pants=pants)
        self._head = seen_from((0, 0), degrees, 1.0, (facing * ANT_HEAD[0], ANT_HEAD[1]))
        self.ahead = FRONT * unit
        super().__init__(self._paint(tread=0.0), at=at, unit=unit, name="ant")

    def tread(self, share: float) -> Ant:
        """Have so much of a step between the feet of the one side and of the other."""
        self.swap(self._paint(tread=share))
        return self

    def keep_clear(self) -> list[tuple[str, Point3D, float]]:
        """Return what nothing may cover: its face."""
        return [("face", self.place(self._head), FACE * self.unit)]
