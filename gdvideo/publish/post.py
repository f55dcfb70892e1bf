"""The files of one post, made from a film that is there."""

from __future__ import annotations

import base64
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from PIL import Image

from filmrender.key.digests import content_digest, file_digest, fingerprint
from gdvideo.parameters import experiment
from gdvideo.project import ROOT
from gdvideo.publish import pictures
from gdvideo.publish.account import ask
from gdvideo.publish.encoding import ENCODERS, in_one_piece
from gdvideo.publish.names import folder_name
from gdvideo.publish.pages import fill
from gdvideo.publish.record import NAME, Account, File, Parameter, Record, Video
from gdvideo.publish.snippet import Style, player
from gdvideo.studio import Delivery, copies
from gdvideo.task import THEMES, Task

__all__ = ["Made", "files_of", "numbers_by_beat", "seal"]

_OWN = ("gdvideo", "filmrender", "scenes/stage")  # the latter has what tells of a film


@dataclass(frozen=True)
class Made:
    """A film that was rendered, in one theme."""

    task: Task
    delivery: Delivery


def seal(films: Mapping[str, Made]) -> str:
    """Return what stands for all that a post is made from.

    The films' sources are among it, and so are title, claim and parameters' meanings.
    """
    digests = {theme: made.delivery.manifest.digest for theme, made in films.items()}
    return fingerprint([digests, _own_code(), version("jinja2")])


def files_of(films: Mapping[str, Made], media: Path) -> tuple[Record, dict[str, bytes]]:
    """Return the post's record, and the content of each of its files, the record's last.

    Raises:
        RenderFailed: if the film does not tell what it shows.
        OSError: if ``media`` cannot be written in.
    """
    first = films[THEMES[0]]
    account = ask(first.task, media)
    post = _Post(folder_name(first.task))
    posters: dict[str, bytes] = {}
    with copies([made.delivery for made in films.values()], media) as paths:
        for (theme, made), path in zip(films.items(), paths, strict=True):
            for name in ENCODERS:
                content = in_one_piece(path, made.task.look.rate, name)
                shape = post.add_film(theme, name, content)
            poster, *preview = _pictures(path, account.poster)
            posters[theme] = post.add_picture(f"poster-{theme}", poster)
            post.add_preview(f"preview-{theme}", preview)
    film, conditions = first.task.film, first.delivery.manifest.key["conditions"]
    bare = Record(
        slug=film.slug, name=folder_name(first.task), title=film.title,
        width=shape.width, height=shape.height, films=post.films, files={},
        account=account, parameters=tuple(_parameters(first.task)), seal=seal(films),
        versions=conditions,
    )  # fmt: skip
    post.add_texts(bare, posters)
    page = player(bare.model_copy(update={"files": post.files}), Style())
    post.files["index.html"] = post.add("index.html", page.encode())
    record = bare.model_copy(update={"files": post.files})
    post.content[NAME] = record.model_dump_json(indent=1).encode()
    return record, post.content


class _Post:
    """Collects files and what they are."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.content: dict[str, bytes] = {}
        self.films: dict[str, tuple[Video, ...]] = {}
        self.files: dict[str, File] = {}

    def add(self, name: str, content: bytes) -> File:
        self.content[name] = content
        return File(name=name, bytes=len(content), sha256=content_digest(content))

    def add_hashed(self, kind: str, ending: str, content: bytes) -> File:
        """Add what a page loads: its name changes with it, so that no cache serves an old one."""
        return self.add(f"{self._name}-{kind}-{content_digest(content)[:10]}.{ending}", content)

    def add_film(self, theme: str, name: str, content: bytes) -> pictures.Facts:
        facts = pictures.facts(content)
        file = self.add_hashed(f"{theme}-{name}", "mp4", content)
        videos = self.films.get(theme, ())
        self.films[theme] = (*videos, Video(**file.model_dump(), codec=facts.codec))
        return facts

    def add_picture(self, name: str, picture: Image.Image) -> bytes:
        for kind in ("PNG", "WEBP"):
            content = pictures.encoded(picture, kind)
            self.files[f"{name}.{kind.lower()}"] = self.add(f"{name}.{kind.lower()}", content)
        return content

    def add_preview(self, name: str, preview: Sequence[Image.Image]) -> None:
        for kind in ("GIF", "WEBP"):
            file = f"{name}.{kind.lower()}"
            self.files[file] = self.add(file, pictures.animated(preview, kind))

    def add_texts(self, record: Record, posters: Mapping[str, bytes]) -> None:
        inner = {theme: base64.b64encode(content).decode() for theme, content in posters.items()}
        given = {**dict(record), "posters": inner, "by_beat": numbers_by_beat(record.account)}
        for kind in ("captions.vtt", "chapters.vtt", "poster.svg"):
            stem, _, ending = kind.partition(".")
            self.files[stem] = self.add_hashed(stem, ending, fill(kind, **given).encode())
        for kind in ("transcript.md", "transcript.html"):
            self.files[kind] = self.add(kind, fill(kind, **given).encode())


def numbers_by_beat(account: Account) -> dict[str, dict[str, list[str]]]:
    """Return for each beat what it shows first: names, and the texts that stand for them."""
    found: dict[str, dict[str, list[str]]] = {}
    for beat in account.beats:
        rows: dict[str, list[str]] = defaultdict(list)
        for number in account.numbers:
            if beat.start <= number.seconds < beat.end:
                rows[number.name].append(number.text)
        found[beat.name] = dict(rows)
    return found


def _pictures(film: Path, poster: float) -> list[Image.Image]:
    """Return the poster, then the preview that leads up to it."""
    *preview, last = pictures.frames_at(film, [*pictures.moments(poster), poster])
    return [last, *preview, last]


def _parameters(task: Task) -> list[Parameter]:
    schema = experiment(task.film).Params.model_json_schema()["properties"]
    return [
        Parameter(
            name=name, value=value, unit=schema[name]["unit"], meaning=schema[name]["description"]
        )
        for name, value in task.params.items()
    ]


def _own_code() -> dict[str, str | None]:
    """Return the digests of all code and templates that have a part in a post's files."""
    files = (path for folder in _OWN for path in sorted((ROOT / folder).rglob("*.*")))
    return {
        path.relative_to(ROOT).as_posix(): file_digest(path)
        for path in files
        if "__pycache__" not in path.parts
    }
