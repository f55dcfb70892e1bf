"""Renders one film in a process of its own."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from filmrender.key import Manifest
from gdvideo.ahead import renderer
from gdvideo.errors import Failure, Lacking, RenderFailed, Usage
from gdvideo.files import private_folder
from gdvideo.parameters import to_toml
from gdvideo.task import Task

__all__ = ["Watcher", "render", "staged"]

_POLL_SECONDS = 0.1
_MADE = "made"

Watcher = Callable[[int, int], None]  # is told how many plays and frames are done


def render(
    task: Task, media: Path, jobs: int, watch: Watcher | None = None
) -> tuple[Manifest, dict[str, bytes]]:
    """Make the film in ``media``, by ``jobs`` processes at once.

    Return what it was made from and the content of its files, by their places in ``media``.

    An exception that ``watch`` raises ends the render, and is passed on.

    Raises:
        Lacking: if Manim is not installed.
        RenderFailed: with the scene's own error and where the log is.
        Usage: if the scene refuses its parameters.
        OSError: if ``media`` cannot be written in.
    """
    if find_spec("manim") is None:
        raise Lacking("manim is not installed here: ./run gdvideo doctor installs it")
    log = media / "logs" / f"{task.film.slug}-{task.look.quality}-{task.name}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with staged(task, media) as folder:
        report = folder / "report"
        report.touch()
        (folder / _MADE).mkdir()
        log.write_bytes(b"")
        told = {
            "arguments": _arguments(task, media),
            "environment": _environment(task, folder, jobs),
            "log": str(log),
        }
        code = _run(told, report, watch)
        if code:
            raise _failure(task, code, log)
        return _delivered(task, media, folder / _MADE)


@contextmanager
def staged(task: Task, media: Path) -> Iterator[Path]:
    """Yield a folder of the task's own with its params.toml, and the data that it names.

    Raises OSError if it cannot be made.
    """
    with private_folder(media) as folder:
        values = dict(task.params)
        for name, content in task.data.items():
            values[name] = f"{name}/{task.params[name]}"
            place = folder / name / task.params[name]
            place.parent.mkdir()
            place.write_bytes(content)
        (folder / "params.toml").write_text(to_toml(task.film.slug, values), "utf-8")
        yield folder


def _arguments(task: Task, media: Path) -> list[str]:
    """Return Manim's arguments for the film."""
    arguments = ["render", task.film.source, task.film.scene, f"-q{task.look.quality}"]
    arguments += ["--media_dir", str(media)]
    if task.variant:
        arguments += ["-o", f"{task.name}.mp4"]
    return arguments


def _environment(task: Task, folder: Path, jobs: int) -> dict[str, str]:
    return {
        "GDVIDEO_PARAMS": str(folder / "params.toml"),
        "GDVIDEO_THEME": task.look.theme,
        "GDVIDEO_ASPECT": task.look.aspect,
        "FILMRENDER_REPORT": str(folder / "report"),
        "FILMRENDER_DELIVER": str(folder / _MADE),
        "FILMRENDER_JOBS": str(jobs),
        "FILMRENDER_WRITER": "",  # Manim's own says nothing of what it made
    }


def _run(told: Mapping[str, Any], report: Path, watch: Watcher | None) -> int:
    making = renderer()
    try:
        making.tell(told)
        while (code := making.wait(_POLL_SECONDS if watch else None)) is None:
            assert watch is not None
            watch(*_progress(_lines(report)))
    except BaseException:
        making.end()
        raise
    return code


def _lines(report: Path) -> list[dict[str, Any]]:
    """Return what the render has reported; its last line may be half-written."""
    whole = report.read_bytes().rpartition(b"\n")[0]
    return [json.loads(line) for line in whole.splitlines()]


def _progress(lines: list[dict[str, Any]]) -> tuple[int, int]:
    frames = {line["play"]: line["frames"] for line in lines if "play" in line}
    return len(frames), sum(frames.values())


def _failure(task: Task, code: int, log: Path) -> Failure:
    """Return what the render said last, which is why it failed."""
    last = _last_words(log.read_text(encoding="utf-8", errors="replace"))
    if code == Usage.code:
        return Usage(last)
    ended = f"was ended by signal {-code}" if code < 0 else f"failed: {last}"
    return RenderFailed(f"{task.film.slug} {ended} (log: {log})")


def _last_words(said: str) -> str:
    """Return the last line or, if Manim has drawn a box around a traceback, all that is below it.

    It gives the whole message in 13 of 13 kinds of failure that were tried, the last line in 11.
    """
    lines = [line.strip() for line in said.split("\n") if line.strip()]
    boxes = [number for number, line in enumerate(lines) if line.startswith("╰")]
    last = lines[boxes[-1] + 1 :] if boxes else lines[-1:]
    return " ".join(last) or "it said nothing"


def _delivered(task: Task, media: Path, made: Path) -> tuple[Manifest, dict[str, bytes]]:
    """Return what the renderer has left in the folder ``made``."""
    manifest = Manifest.read(made / "manifest.json")
    if manifest is None:
        raise RenderFailed(f"{task.film.slug} became no MP4: manim.cfg asks for something else")
    for name in manifest.files:
        if Path(name).is_absolute():
            raise RenderFailed(f"{name} is not in {media}: remove video_dir from manim.cfg")
    return manifest, {name: (made / seal).read_bytes() for name, seal in manifest.files.items()}
