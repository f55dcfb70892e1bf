"""Makes films: the same task, whether here or on another machine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from filmrender.key import Manifest
from filmrender.key.digests import content_digest, file_digest
from gdvideo import files, process
from gdvideo.errors import RenderFailed
from gdvideo.freshness import of_task
from gdvideo.process import Watcher
from gdvideo.task import Task

__all__ = ["Delivery", "accept", "at_hand", "copies", "make", "work"]


@dataclass(frozen=True)
class Delivery:
    """A finished film: what it was made from, and the content of its files.

    ``was_fresh`` says that it was there before.
    """

    manifest: Manifest
    files: Mapping[str, bytes]
    was_fresh: bool = False

    @property
    def film(self) -> bytes:
        """The content of the film's own file."""
        return self.files[self.manifest.film]


def at_hand(task: Task, media: Path) -> Delivery | None:
    """Return the film if it is fresh in ``media``, and None if it has to be made."""
    state = of_task(task, media)
    if state.kind != "fresh" or state.manifest is None:
        return None
    content = {}
    for name, digest in state.manifest.files.items():
        try:
            content[name] = (media / name).read_bytes()
        except OSError:
            return None
        if content_digest(content[name]) != digest:  # another render has just replaced it
            return None
    return Delivery(state.manifest, content, was_fresh=True)


def make(task: Task, media: Path, jobs: int = 1, watch: Watcher | None = None) -> Delivery:
    """Make the film in ``media``, unless it is there already; return it.

    Raises:
        RenderFailed: with the scene's own error and where the log is.
    """
    film = at_hand(task, media)
    if film is None:
        film = work(task, media, jobs, watch)
        accept(task, film, media)
    return film


def work(task: Task, media: Path, jobs: int = 1, watch: Watcher | None = None) -> Delivery:
    """Make the film in ``media``, and return it.

    Raises:
        RenderFailed: with the scene's own error and where the log is.
    """
    try:
        return Delivery(*process.render(task, media, jobs, watch))
    except OSError as error:
        raise _failed(task, error) from None


def accept(task: Task, delivery: Delivery, media: Path) -> Path:
    """Put a film where it belongs in ``media``, once it is what its manifest says.

    Raises:
        RenderFailed: if it is not, or cannot be written.
    """
    manifest = delivery.manifest
    for path, content in delivery.files.items():
        if content_digest(content) != manifest.files.get(path):
            raise RenderFailed(f"{task.film.slug} failed: {path} is not as it was made; try again")
        if PurePosixPath(path).is_absolute() or ".." in PurePosixPath(path).parts:
            raise RenderFailed(f"{task.film.slug} failed: {path} is outside the media folder")
    try:
        for path, content in delivery.files.items():
            if file_digest(media / path) != manifest.files[path]:
                files.write(media / path, content)
        files.write(manifest.path(media), manifest.content())
    except OSError as error:
        raise _failed(task, error) from None
    return media / manifest.film


@contextmanager
def copies(films: Sequence[Delivery], media: Path) -> Iterator[list[Path]]:
    """Yield a file for each film, which no render replaces; they go afterwards.

    Raises OSError if they cannot be written.
    """
    with files.private_folder(media) as folder:
        places = [folder / f"{number}.mp4" for number in range(len(films))]
        for place, film in zip(places, films, strict=True):
            place.write_bytes(film.film)
        yield places


def _failed(task: Task, error: OSError) -> RenderFailed:
    where = f" ({error.filename})" if error.filename else ""
    return RenderFailed(f"{task.film.slug} failed: {error.strerror or error}{where}")
