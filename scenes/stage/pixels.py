"""How many pixels a film has across and down."""

from __future__ import annotations

from click import get_current_context
from manim import config

from gdmath.experiments.params import ParameterError
from scenes.stage.layout import ASPECTS, Layout

__all__ = ["size_in_pixels"]


def size_in_pixels(layout: Layout) -> tuple[int, int]:
    """Return width and height in pixels: those that Manim was asked for, if they fit.

    Manim's qualities are all 16:9, and are taken by their shorter side. Raises ParameterError if
    the size was asked for by itself and has another aspect ratio.
    """
    asked = config.pixel_width, config.pixel_height
    if min(asked) < 1 or _fits(asked, layout):
        return asked
    context = get_current_context(silent=True)
    by_itself = context is not None and context.params.get("resolution")
    if by_itself or not _fits(asked, ASPECTS["16:9"]):
        width, height = _with_shorter_side(min(asked), layout)
        others = [aspect for aspect, other in ASPECTS.items() if _fits(asked, other)]
        instead = f", or GDVIDEO_ASPECT={others[0]}" if others else ""
        raise ParameterError(
            f"-r {asked[0]},{asked[1]} is not allowed: the aspect ratio is {layout.aspect}, as in "
            f"{width},{height}{instead}"
        )
    return _with_shorter_side(min(asked), layout)


def _with_shorter_side(pixels: int, layout: Layout) -> tuple[int, int]:
    frame = layout.frame
    unit = pixels / min(frame.width, frame.height)
    return 2 * round(frame.width * unit / 2), 2 * round(frame.height * unit / 2)


def _fits(size: tuple[int, int], layout: Layout) -> bool:
    """Tell whether a size has the layout's aspect ratio, within a pixel."""
    ratio = layout.frame.width / layout.frame.height
    return abs(size[0] - size[1] * ratio) <= 1 or abs(size[1] - size[0] / ratio) <= 1
