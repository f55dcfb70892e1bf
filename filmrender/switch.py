"""Switching it on for scenes that know nothing of it: all of them, or those that say so."""

from __future__ import annotations

import os
import sys
from typing import Any

import manim
from manim import CairoRenderer, Camera, Scene

from filmrender import manim_internals
from filmrender.failures import BadOption
from filmrender.options import check_options
from filmrender.renderer import FilmRenderer
from filmrender.scene import film_renderer, render_film

__all__ = ["FastRender", "switch_on"]


def switch_on() -> None:
    """Have all scenes rendered by it from now on, unless this Manim is another than it knows."""
    if not _knows_manim():
        return
    manim_internals.mend_images()
    manim_internals.render_scenes_with(_renderer, _render)


class FastRender(Scene):
    """To be inherited from first: ``class Mine(FastRender, MovingCameraScene)``.

    Without the plugin, it makes this scene alone be rendered by filmrender.
    """

    def __init__(self, renderer: Any = None, **kwargs: Any) -> None:
        if renderer is None and _knows_manim() and _can_be_made():
            manim_internals.mend_images()
            renderer = film_renderer()  # it takes the camera that the scene is told
        super().__init__(renderer=renderer, **kwargs)

    def render(self, preview: bool = False) -> bool:
        """Render the scene."""
        return _with_renderer(self, super().render, preview=preview)


def _renderer(
    camera_class: type[Camera] | None = None, skip_animations: bool = False, **others: Any
) -> CairoRenderer:
    """Return the renderer for a scene that has none: stock where no other can make it."""
    if others or not _can_be_made():
        return CairoRenderer(camera_class=camera_class, skip_animations=skip_animations, **others)
    return film_renderer(camera_class=camera_class, skip_animations=skip_animations)


def _render(scene: Scene, preview: bool = False) -> bool:
    return _with_renderer(scene, lambda *_: manim_internals.render(scene), preview=preview)


def _with_renderer(scene: Scene, render: Any, *, preview: bool) -> bool:
    renderer: Any = scene.renderer
    if isinstance(renderer, FilmRenderer) and not renderer.is_declared and not renderer.is_at_work:
        return render_film(scene, render, preview=preview)
    return bool(render(preview))


def _can_be_made() -> bool:
    """Tell whether Manim's options ask for what can be made; if not, Manim says so itself."""
    if os.environ.get("FILMRENDER_WRITER") == "stock":
        return False
    try:
        check_options()
    except BadOption:
        return False
    return True


def _knows_manim() -> bool:
    if manim_internals.PLAYING.is_known():
        return True
    print(
        f"filmrender does not know this Manim ({manim.__version__}), so Manim renders by itself.",
        file=sys.stderr,
    )
    return False
