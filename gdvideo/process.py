"""Renders one film in a process of its own."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from gdvideo import receipt
from gdvideo.ahead import renderer
from gdvideo.errors import Failure, Lacking, RenderFailed, Usage
from gdvideo.files import private_folder
from gdvideo.mp4 import duration
from gdvideo.parameters import to_toml
from gdvideo.receipt import Receipt
from gdvideo.task import MEDIA, Task

__all__ = ["Watcher", "render", "staged"]

_POLL_SECONDS = 0.1

Watcher = Callable[[int, int], None]  # is told how many plays and frames are done


def render(task: Task, media: Path, jobs: int, watch: Watcher | None = None) -> Receipt:
    """Make the film in ``media``, by ``jobs`` processes at once; return what it was made from.

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
        log.write_bytes(b"")
        told = {
            "arguments": _arguments(task, media),
            "environment": _environment(task, folder, jobs),
            "log": str(log),
        }
        code = _run(told, report, watch)
        if code:
            raise _failure(task, code, log)
        return _receipt(task, media, folder, _lines(report))


@contextmanager
def staged(task: Task, media: Path) -> Iterator[Path]:
    """Yield a folder of the task's own with its params.toml, and the data that it names.

    Raises OSError if it cannot be made.
    """
    with private_folder(media) as folder:
        for file, content in task.data.items():
            (folder / file).write_bytes(content)
        (folder / "params.toml").write_text(to_toml(task.film.slug, task.params), "utf-8")
        yield folder


def _arguments(task: Task, media: Path) -> list[str]:
    """Return Manim's arguments for the film: the plain ones, so that both share their cache."""
    arguments = ["render", task.film.source, task.film.scene, f"-q{task.look.quality}"]
    if media != MEDIA:
        arguments += ["--media_dir", str(media)]
    if task.variant:
        arguments += ["-o", f"{task.name}.mp4"]
    return arguments


def _environment(task: Task, folder: Path, jobs: int) -> dict[str, str]:
    return {
        "GDVIDEO_PARAMS": str(folder / "params.toml"),
        "GDVIDEO_THEME": task.look.theme,
        "GDVIDEO_ASPECT": task.look.aspect,
        "GDVIDEO_REPORT": str(folder / "report"),
        "GDVIDEO_JOBS": str(jobs),
        "GDVIDEO_WRITER": "",  # Manim's own says nothing of what it made
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


def _receipt(task: Task, media: Path, folder: Path, lines: list[dict[str, Any]]) -> Receipt:
    """Make the receipt from what the renderer noted about the film."""
    end = next((line for line in reversed(lines) if "film" in line), None)
    if end is None:
        raise RenderFailed(f"{task.film.slug} became no MP4: manim.cfg asks for something else")
    note = json.loads(Path(end["note"]).read_bytes())
    inputs = {
        receipt.label(Path(path)): digest
        for path, digest in note["sources"].items()
        if folder not in Path(path).parents
    }
    inputs |= {
        receipt.label(Path(task.read[name])): hashlib.sha256(content).hexdigest()
        for name, content in task.data.items()
    }
    return Receipt(
        params=task.params,
        table=task.table,
        inputs=inputs,
        settings=task.settings,
        film=_within(media, end["film"]),
        outputs={_within(media, path): digest for path, digest in note["files"].items()},
        seconds=duration(Path(end["film"])),
    )


def _within(media: Path, path: str) -> str:
    if not Path(path).is_relative_to(media):
        raise RenderFailed(f"{path} is not in {media}: remove media_dir from manim.cfg")
    return Path(path).relative_to(media).as_posix()
