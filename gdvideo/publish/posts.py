"""Posts: films made where they are not fresh, and their files where they have changed."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from filmrender.key.digests import file_digest
from gdvideo import options
from gdvideo.deliver import deliver
from gdvideo.errors import Failure, RenderFailed, Usage
from gdvideo.parameters import Choice
from gdvideo.project import Film, film, films
from gdvideo.publish.install import install
from gdvideo.publish.names import folder_name
from gdvideo.publish.post import Made, files_of, seal
from gdvideo.publish.record import Record
from gdvideo.studio import Delivery
from gdvideo.task import THEMES, Look, Task, prepare

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
    tasks = [_tasks(one, choice, args) for one in chosen]
    delivered = iter(deliver(list(chain.from_iterable(tasks)), args))
    made = [{task.look.theme: _made(task, next(delivered)) for task in each} for each in tasks]
    return [_publish(each, args) for each in made]


def _tasks(one: Film, choice: Choice, args: argparse.Namespace) -> list[Task]:
    return [prepare(one, choice, Look(args.quality, theme, args.aspect)) for theme in THEMES]


def _made(task: Task, film: Delivery | Failure) -> Made:
    if isinstance(film, Failure):
        raise film
    return Made(task, film)


def _publish(made: Mapping[str, Made], args: argparse.Namespace) -> Post:
    name = folder_name(made[THEMES[0]].task)
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
        raise RenderFailed(f"{error.filename} cannot be written: {error.strerror}") from None


def _is_whole(record: Record, folder: Path) -> bool:
    return all(file_digest(folder / file.name) == file.sha256 for file in record.all_files)


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
