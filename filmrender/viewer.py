"""Shows what was made."""

from __future__ import annotations

import sys
from typing import Any

from filmrender.manim_internals import PresentationSpec, open_media_file

__all__ = ["show"]


def show(writer: Any, presentation: PresentationSpec) -> None:
    """Open what ``writer`` has made, as ``-p`` and ``-f`` ask; say so if nothing can open it."""
    if not (presentation.open_after_render or presentation.show_in_file_browser):
        return
    try:
        open_media_file(
            writer,
            preview=presentation.open_after_render,
            show_in_file_browser=presentation.show_in_file_browser,
        )
    except OSError as error:
        place = getattr(writer, "final_file_path", None)
        print(
            f"It cannot be shown here, for lack of a viewer ({error.filename}): it is {place}.",
            file=sys.stderr,
        )
