"""Plays a film without rendering it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from manim import Scene, tempconfig

from filmrender.manim_internals import skip
from filmrender.renderer import Observer
from gdmath.experiments.params import Params
from scenes.stage.film import Film

__all__ = ["FRAME_RATE", "SHORTER_SIDE", "play", "staged"]

FRAME_RATE = 15  # a second
SHORTER_SIDE = 360  # pixels: an embed of 640 by 360


@contextmanager
def staged(
    film: type[Film[Any]],
    observer: Observer,
    params: Params,
    theme: str = "dark",
    aspect: str = "16:9",
    shorter_side: int = SHORTER_SIDE,
) -> Iterator[Film[Any]]:
    """Yield a film that is ready to be played before an observer, and writes nothing.

    Its pictures are 16:9 or another shape, ``shorter_side`` pixels on the shorter side.
    """
    size = {"pixel_height": shorter_side, "pixel_width": 2 * round(shorter_side * 8 / 9)}
    quiet = {"dry_run": True, "progress_bar": "none", "verbosity": "ERROR"}
    with tempfile.TemporaryDirectory() as media:
        settings = {**size, **quiet, "frame_rate": FRAME_RATE, "media_dir": media}
        with tempconfig(settings):
            yield film(observer, params=params, theme=theme, aspect=aspect)


def play(film: Film[Any], *, ends_only: bool = False) -> None:
    """Play a staged film, frame by frame or from each play's end to the next.

    Raises whatever the film raises, without the films' own way of telling errors.
    """
    skip(film.renderer, skipped=ends_only)
    Scene.render(film)
