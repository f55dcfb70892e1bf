"""What a camera sees of a scene, play by play."""

from __future__ import annotations

from collections.abc import Sequence

from manim import Camera, Mobject, Scene, list_update

from filmrender.drawing.painter import Ground, Painter, View
from filmrender.drawing.recorder import Recorder
from filmrender.drawing.shapes import Picture, Pixels, digest

__all__ = ["Views"]


class Views:
    """Reads what there is to be seen; colours of scenes that ``step`` are merged."""

    def __init__(self, camera: Camera, *, steps: bool) -> None:
        self._camera = camera
        self._recorder = Recorder(camera, merges=steps)
        self._ground: Ground | None = None
        self._still: Picture | None = None
        self._painter: Painter | None = None

    def begin_play(self, scene: Scene) -> View | None:
        """Read what stands still during the play; None if that is not understood."""
        if self._ground is None or not self._ground.is_that_of(self._camera):
            self._ground = Ground(self._camera)
        self._still = self._recorder.picture(scene.static_mobjects)
        return self.still

    def end_play(self) -> None:
        """Forget what stood still."""
        self._still = None

    @property
    def still(self) -> View | None:
        """What stands still by itself; None if that is not understood."""
        if self._still is None or self._ground is None:
            return None
        return View(self._ground, self._still, ())

    def view(self, scene: Scene, recoloured: Sequence[Mobject] | None = None) -> View | None:
        """Return what is to be seen, or None if that is not understood.

        If something is ``recoloured``, all else is as it was the last time.
        """
        still = self.still
        if still is None:
            return None
        if recoloured is not None:
            moving = self._recorder.recoloured(recoloured)
        else:
            # Like Manim, which draws everything when nothing moves.
            shown = scene.moving_mobjects or list_update(scene.mobjects, scene.foreground_mobjects)
            moving = self._recorder.picture(shown)
        return None if moving is None else still._replace(moving=moving)

    def left(self, scene: Scene) -> str:
        """Return what stands for the scene as it is now, or nothing if that is not understood."""
        left = self._recorder.picture(list_update(scene.mobjects, scene.foreground_mobjects))
        return digest(left).hex() if left is not None else ""

    def paint(self, view: View) -> Pixels:
        """Paint a picture without the film's painter, which goes on from picture to picture."""
        size = self._camera.pixel_width, self._camera.pixel_height
        self._painter = self._painter or Painter(size)
        self._painter.paint(view, whole=True)
        return self._painter.pixels
