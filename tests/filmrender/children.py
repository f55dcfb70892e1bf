"""Renders in processes of their own, which may be killed or be many."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path
from typing import Any, NoReturn

from manim import tempconfig

from filmrender.workers import fork
from tests.filmrender.films import Tiny, tiny, undeclared

__all__ = ["end_of", "start"]

_SETTINGS = {
    "pixel_width": 214,
    "pixel_height": 120,
    "frame_rate": 15,
    "progress_bar": "none",
    "verbosity": "ERROR",
    "input_file": "tiny.py",
}


def start(
    media: Path, errors: Path, jobs: int | str = 1, *, declared: bool = True, **params: Any
) -> int:
    """Render the small film in a child; return its pid. It says in ``errors`` what failed."""
    pid = fork()
    if pid == 0:
        _render(media, errors, jobs, (tiny if declared else undeclared)(**params))
    return pid


def end_of(pid: int) -> int:
    """Wait for a child; return its exit code, negative if a signal ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def _render(media: Path, errors: Path, jobs: int | str, film: type[Tiny]) -> NoReturn:
    code = 99
    try:
        os.environ["FILMRENDER_JOBS"] = str(jobs)
        sys.stdout = sys.stderr = errors.open("a", encoding="utf-8")
        with tempconfig({**_SETTINGS, "media_dir": str(media)}):
            film().render()
        code = 0
    except SystemExit as leaving:
        code = int(leaving.code or 0)
    except Exception:  # noqa: BLE001, because nothing may get past the end of the child
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)
