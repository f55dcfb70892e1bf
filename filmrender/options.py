"""What Manim is asked for, as far as it can be made here."""

from __future__ import annotations

from manim import CairoRenderer, config

from filmrender.clock import exact_rate
from filmrender.failures import BadOption
from filmrender.manim_internals import RendererType, resolve_render_session

__all__ = ["check_options", "check_range"]


def check_options() -> None:
    """Raise BadOption if Manim's options ask for what cannot be made."""
    if config.renderer is not RendererType.CAIRO:
        raise BadOption("--renderer opengl is not possible here: leave it out, Cairo draws.")
    _check_range()
    _check_rate()
    width, height = config.pixel_width, config.pixel_height
    if min(width, height) < 1:
        raise BadOption(f"-r {width},{height} is not possible: a picture has at least one pixel.")
    try:
        session = resolve_render_session(
            config, CairoRenderer.capabilities, renderer_name="This renderer"
        )
    except (ValueError, TypeError) as error:  # Manim's own sentences
        raise BadOption(str(error)) from None
    if session.output.is_video and not session.output.is_gif and (width % 2 or height % 2):
        even = width + width % 2, height + height % 2
        raise BadOption(
            f"-r {width},{height} is not possible: a film's width and height are even, "
            f"as in {even[0]},{even[1]}."
        )


def check_range(plays: int) -> None:
    """Raise BadOption if ``-n`` begins after the scene's last play."""
    first = config.from_animation_number
    if 0 < plays <= first:
        raise BadOption(
            f"-n {first} is outside the scene: its plays are numbered 0 to {plays - 1}."
        )


def _check_range() -> None:
    first, last = config.from_animation_number, config.upto_animation_number
    if first < 0:
        raise BadOption(f"-n {first} is not possible: plays are numbered from 0.")
    if 0 <= last < first:
        raise BadOption(f"-n {first},{last} is not possible: it ends before it begins.")


def _check_rate() -> None:
    try:
        exact_rate(config.frame_rate)
    except ValueError:
        raise BadOption(
            f"--fps {config.frame_rate:g} is not possible: a frame rate is a positive number."
        ) from None
