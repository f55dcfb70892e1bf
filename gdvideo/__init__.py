"""Films from parameters: the command line ``gdvideo``, and the same from Python.

>>> from gdvideo import render
>>> film = render("laser", learning_rate=0.3)  # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from gdvideo.notebook import Video

__all__ = ["render"]


def render(
    slug: str,
    *,
    preset: str | None = None,
    params: Path | None = None,
    quality: str = "m",
    theme: str = "auto",
    aspect: str = "16:9",
    jobs: int | None = None,
    media: Path | None = None,
    **values: object,
) -> Video:
    """Make a film, unless it is there already, and return what shows it in a notebook.

    Args:
        slug: the film's name.
        preset: values to start from, by name; params.toml if neither this nor ``params`` is given.
        params: a TOML file to read the film's table from instead.
        quality: l, m, h, p or k, as Manim has them.
        theme: auto makes both, and the notebook shows the one of its own theme; dark or light.
        aspect: 16:9, 1:1 or 9:16.
        jobs: processes that draw at once; the machine's cores if None.
        media: the folder that everything is written in; the project's media/ if None.
        values: parameters that have another value, by name.

    Raises:
        gdvideo.errors.Usage: if a name or a value is not allowed.
        gdvideo.errors.RenderFailed: if the film could not be made.
    """
    from gdvideo import notebook  # not before: the command line starts without it
    from gdvideo.parameters import Choice

    choice = Choice(params, preset, tuple(values.items()))
    return notebook.render(slug, choice, (quality, theme, aspect), jobs, media)
