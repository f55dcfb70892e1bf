"""Reads what an MP4 says of itself."""

from __future__ import annotations

from pathlib import Path

__all__ = ["duration"]


def duration(film: Path) -> float:
    """Return the film's length in seconds.

    Raises:
        OSError: if the file cannot be read.
        ValueError: if it is no film.
    """
    import av  # not before: the command line starts without it

    with av.open(str(film)) as container:
        if container.duration is None:
            raise ValueError("the film does not say how long it is")
        return container.duration / av.time_base
