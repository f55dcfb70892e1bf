"""Asks a film what it tells, in a process of its own: no scene is imported here."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from pydantic import ValidationError

from gdvideo.errors import RenderFailed
from gdvideo.process import staged
from gdvideo.project import ROOT
from gdvideo.publish.record import Account
from gdvideo.task import Task

__all__ = ["ask"]

_TELLER = "scenes.stage.account"


def ask(task: Task, media: Path) -> Account:
    """Return what the film tells.

    Raises:
        RenderFailed: if it does not play.
    """
    with staged(task, media) as folder:
        job = {
            "film": task.film.slug,
            "scene": task.film.scene,
            "theme": task.look.theme,
            "aspect": task.look.aspect,
            "params": str(folder / "params.toml"),
        }
        told = subprocess.run(
            [sys.executable, "-m", _TELLER], cwd=ROOT, input=json.dumps(job),
            capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
    try:
        return Account.model_validate_json(told.stdout)
    except ValidationError:
        last = told.stderr.strip().rpartition("\n")[2] or "it said nothing"
        raise RenderFailed(f"{task.film.slug} cannot be told of: {last}") from None
