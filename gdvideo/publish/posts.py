"""Posts: films made where they are not fresh, and their files where they have changed."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from gdvideo import freshness, options
from gdvideo.display import display
from gdvideo.errors import Failure, RenderFailed, Usage
from gdvideo.parameters import Choice
from gdvideo.project import Film, film, films
from gdvideo.publish.install import install
from gdvideo.publish.post import Made, files_of, folder_name, seal
from gdvideo.publish.record import Record
from gdvideo.receipt import digest
from gdvideo.task import THEMES, Look, Task, prepare
from gdvideo.works import Job, run_all

__all__ = ["Post", "TooLarge", "publish", "weigh"]

_MEGABYTE = 1e6
_WARN, _REFUSE = 1.0, 3.0  # megabytes for the film below
_SECONDS, _PIXELS = 60, 1280 * 720


class TooLarge(Failure):
    """A film is larger than a reader should have to load."""

    code = 1


@dataclass(frozen=True)
class Post:
    """A published film and the folder that its files are in."""

    record: Record
    folder: Path


def publish(slugs: Sequence[str], args: argparse.Namespace) -> list[Post]:
    """Publish films, all if none is named, in both themes; say what their sizes are.

    Raises:
        Failure: if one cannot be made or written, or is too large.
    """
    chosen = [film(slug) for slug in dict.fromkeys(slugs)] or list(films().values())
    choice = options.choice(args)
    if not choice.is_default and len(chosen) != 1:
        raise Usage("--set, --params and --preset need one film: name it")
    tasks = {one: _tasks(one, choice, args) for one in chosen}
    _make([task for each in tasks.values() for task in each], args)
    return [_publish(each, args) for each in tasks.values()]


def _tasks(one: Film, choice: Choice, args: argparse.Namespace) -> list[Task]:
    return [prepare(one, choice, Look(args.quality, theme, args.aspect)) for theme in THEMES]


def _make(tasks: Sequence[Task], args: argparse.Namespace) -> None:
    states = [(task, freshness.of_task(task, args.media)) for task in tasks]
    jobs = [Job(task, state) for task, state in states if state.kind != "fresh"]
    if jobs:
        failures = run_all(jobs, options.works(args), args.media, display(len(jobs)))
        if failures:
            raise failures[0]


def _publish(tasks: Sequence[Task], args: argparse.Namespace) -> Post:
    made = {task.look.theme: _made(task, args.media) for task in tasks}
    name = folder_name(tasks[0])
    folder: Path = args.out / name
    record = Record.read(folder)
    if record is None or record.seal != seal(made) or not _is_whole(record, folder):
        record, files = _files(made, args.media)
        weigh(record, args.allow_large)
        install({f"{name}/{path}": files[path] for path in files}, args.out, f"{name}/")
    return Post(record, folder)


def _files(made: Mapping[str, Made], media: Path) -> tuple[Record, dict[str, bytes]]:
    try:
        return files_of(made, media)
    except OSError as error:
        raise RenderFailed(f"{error.filename} cannot be read: {error.strerror}") from None


def _made(task: Task, media: Path) -> Made:
    state = freshness.of_task(task, media)
    if state.receipt is None:
        raise RenderFailed(f"{task.film.slug} was made and is gone")
    return Made(task, state.receipt)


def _is_whole(record: Record, folder: Path) -> bool:
    return all(digest(folder / file.name) == file.sha256 for file in record.all_files)


def weigh(record: Record, allow_large: bool) -> None:
    """Warn of a large film; raises TooLarge if it is larger than that, unless it may be."""
    share = record.account.seconds / _SECONDS * record.width * record.height / _PIXELS
    megabytes = record.bytes / _MEGABYTE
    if megabytes <= _WARN * share:
        return
    refused = megabytes > _REFUSE * share and not allow_large
    limit = (_REFUSE if refused else _WARN) * share
    sentence = (
        f"{record.name} has {megabytes:.2f} MB, over {limit:.2f} MB "
        f"for {record.account.seconds:.0f} s of {record.width} by {record.height} pixels"
    )
    if refused:
        raise TooLarge(f"{sentence}: --allow-large publishes it all the same")
    print(f"warning: {sentence}", file=sys.stderr)
