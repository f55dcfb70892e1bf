"""A film as one piece of HTML that holds all it needs, as a notebook keeps it."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from pathlib import Path

from markupsafe import Markup

from gdvideo.publish.figure import Figure, Style
from gdvideo.publish.post import Collected, Made, parameters_of
from gdvideo.publish.record import Record
from gdvideo.publish.shared import shared
from gdvideo.publish.snippet import render

__all__ = ["inline"]

_WIDTH = 640  # pixels at the most
_TYPES = {"gif": "image/gif", "webp": "image/webp", "mp4": "video/mp4", "vtt": "text/vtt"}


def inline(themes: Mapping[str, Made], style: Style, media: Path) -> str:
    """Return the film, in each of these themes, with its chapters and captions.

    Raises:
        RenderFailed: if the film does not tell what it shows.
        OSError: if ``media`` cannot be written in.
    """
    task = next(iter(themes.values())).task
    files = Collected(task.film.slug, ("h264",))  # which notebooks play everywhere
    shape = files.add_shape(task.look.aspect, themes, media)
    record = Record(
        slug=task.film.slug, name=task.film.slug, title=task.film.title, shapes=(shape,), files={},
        parameters=tuple(parameters_of(task)), versions={}, published="", seal="",
    )  # fmt: skip
    contents = {**shared(), **files.content}

    def address(_folder: str, name: str) -> Markup:
        kind = _TYPES.get(name.rpartition(".")[2])
        if kind is None:  # a page, which the notebook has not
            return Markup("#")
        return Markup(f"data:{kind};base64,{base64.b64encode(contents[name]).decode()}")

    return render(
        "inline.html", Figure.of(record), style, address, absolute=False, inline=True, width=_WIDTH
    )
