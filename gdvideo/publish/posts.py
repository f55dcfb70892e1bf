"""Posts: films made where they are not fresh, and their files where they have changed."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from filmrender.key.digests import file_digest
from gdvideo import options
from gdvideo.deliver import deliver
from gdvideo.errors import Failure, RenderFailed, Usage
from gdvideo.parameters import Choice
from gdvideo.project import Film, film, films
from gdvideo.publish.install import install
from gdvideo.publish.names import folder_name
from gdvideo.publish.post import Films, Made, files_of, seal
from gdvideo.publish.record import Record
from gdvideo.publish.shared import shared
from gdvideo.studio import Delivery
from gdvideo.task import THEMES, Look, Task, prepare

__all__ = ["Post", "TooLarge", "publish", "publish_all", "weigh"]

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
    return publish_all([(one, choice) for one in chosen], args)


def publish_all(chosen: Sequence[tuple[Film, Choice]], args: argparse.Namespace) -> list[Post]:
    """Publish films with these parameters each.

    Raises:
        Failure: if one cannot be made or written, or is too large.
    """
    wanted = [_tasks(one, choice, args) for one, choice in chosen]
    tasks = [task for each in wanted for themes in each.values() for task in themes.values()]
    delivered = iter(deliver(tasks, args))
    made = [
        {
            aspect: {theme: _made(task, next(delivered)) for theme, task in themes.items()}
            for aspect, themes in each.items()
        }
        for each in wanted
    ]
    posts = [_publish(each, args) for each in made]
    install(shared(), args.out)
    return posts


def _tasks(one: Film, choice: Choice, args: argparse.Namespace) -> dict[str, dict[str, Task]]:
    return {
        aspect: {theme: prepare(one, choice, Look(args.quality, theme, aspect)) for theme in THEMES}
        for aspect in args.aspect
    }


def _made(task: Task, film: Delivery | Failure) -> Made:
    if isinstance(film, Failure):
        raise film
    return Made(task, film)


def _publish(made: Films, args: argparse.Namespace) -> Post:
    first = next(iter(made.values()))[THEMES[0]]
    name = folder_name(first.task, list(made))
    folder: Path = args.out / name
    record = Record.read(folder)
    if record is None or record.seal != seal(made) or not _is_whole(record, folder):
        day = record.published if record else datetime.now(tz=UTC).date().isoformat()
        record, files = _files(name, made, args.media, day)
        weigh(record, args.allow_large)
        install({f"{name}/{path}": files[path] for path in files}, args.out, f"{name}/")
    return Post(record, folder)


def _files(name: str, made: Films, media: Path, published: str) -> tuple[Record, dict[str, bytes]]:
    try:
        return files_of(name, made, media, published)
    except OSError as error:
        raise RenderFailed(f"{error.filename} cannot be written: {error.strerror}") from None


def _is_whole(record: Record, folder: Path) -> bool:
    return all(file_digest(folder / file.name) == file.sha256 for file in record.all_files)


def weigh(record: Record, allow_large: bool) -> None:
    """Warn of a large film; raises TooLarge if it is larger than that, unless it may be."""
    for shape in record.shapes:
        share = shape.account.seconds / _SECONDS * shape.width * shape.height / _PIXELS
        megabytes = shape.bytes / _MEGABYTE
        if megabytes <= _WARN * share:
            continue
        refused = megabytes > _REFUSE * share and not allow_large
        limit = (_REFUSE if refused else _WARN) * share
        sentence = (
            f"{record.name} has {megabytes:.2f} MB, over {limit:.2f} MB "
            f"for {shape.account.seconds:.0f} s of {shape.width} by {shape.height} pixels"
        )
        if refused:
            raise TooLarge(f"{sentence}: --allow-large publishes it all the same")
        print(f"warning: {sentence}", file=sys.stderr)
