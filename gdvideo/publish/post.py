"""The files of one post, made from a film that is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
from gdvideo.publish.figure import Figure, Style
from gdvideo.publish.names import plain
from gdvideo.publish.pages import fill
from gdvideo.publish.record import NAME, File, Parameter, Record, Shape, Video
from gdvideo.publish.snippet import player
from gdvideo.publish.words import told_by_beat
from gdvideo.studio import Delivery, copies
from gdvideo.task import THEMES, Task

__all__ = ["Collected", "Films", "Made", "files_of", "parameters_of", "seal"]

_OWN = ("gdvideo", "filmrender", "scenes/stage")  # the latter has what tells of a film


@dataclass(frozen=True)
class Made:
    """A film that was rendered, in one theme."""

    task: Task
    delivery: Delivery


# A film's shapes, the one for wide screens first, each in all themes.
Films = Mapping[str, Mapping[str, Made]]


def seal(films: Films) -> str:
    """Return what stands for all that a post is made from.

    The films' sources are among it, and so are title, claim and parameters' meanings.
    """
    digests = {
        aspect: {theme: made.delivery.manifest.digest for theme, made in themes.items()}
        for aspect, themes in films.items()
    }
    return fingerprint([digests, _own_code(), version("jinja2")])


def files_of(
    name: str, films: Films, media: Path, published: str
) -> tuple[Record, dict[str, bytes]]:
    """Return the post's record, and the content of each of its files, the record's last.

    Raises:
        RenderFailed: if the film does not tell what it shows.
        OSError: if ``media`` cannot be written in.
    """
    post = Collected(name)
    shapes = tuple(post.add_shape(aspect, themes, media) for aspect, themes in films.items())
    first = next(iter(films.values()))[THEMES[0]]
    bare = Record(
        slug=first.task.film.slug, name=name, title=first.task.film.title,
        shapes=shapes, files=post.files,
        parameters=tuple(parameters_of(first.task)), published=published, seal=seal(films),
        versions=first.delivery.manifest.key["conditions"],
    )  # fmt: skip
    post.add_pages(bare)
    record = bare.model_copy(update={"files": post.files})
    post.content[NAME] = record.model_dump_json(indent=1).encode()
    return record, post.content


class Collected:
    """Files and what they are; those in ``files`` are no shape's."""

    def __init__(self, name: str, encoders: Sequence[str] = tuple(ENCODERS)) -> None:
        self._name = name
        self._encoders = encoders
        self.content: dict[str, bytes] = {}
        self.files: dict[str, File] = {}

    def add(self, name: str, content: bytes) -> File:
        """Add a file."""
        self.content[name] = content
        return File(name=name, bytes=len(content), sha256=content_digest(content))

    def add_hashed(self, kind: str, ending: str, content: bytes) -> File:
        """Add what a page loads: its name changes with it, so that no cache serves an old one."""
        return self.add(f"{self._name}-{kind}-{content_digest(content)[:10]}.{ending}", content)

    def add_shape(self, aspect: str, themes: Mapping[str, Made], media: Path) -> Shape:
        """Add the film in one shape; the first one's pictures are those of the whole post.

        Raises:
            RenderFailed: if the film does not tell what it shows.
            OSError: if ``media`` cannot be written in.
        """
        account = ask(next(iter(themes.values())).task, media)
        name = plain(aspect.replace(":", "x"))
        speaks = not self.files
        films, posters = {}, {}
        with copies([made.delivery for made in themes.values()], media) as paths:
            for (theme, made), path in zip(themes.items(), paths, strict=True):
                films[theme] = tuple(self._films(path, made.task.look.rate, f"{name}-{theme}"))
                poster, *preview = _pictures(path, account.poster)
                picture = pictures.encoded(poster, "WEBP")
                posters[theme] = self.add_hashed(f"{name}-{theme}", "webp", picture)
                if speaks:
                    self._add_pictures(theme, poster, preview)
        facts = pictures.facts(self.content[next(iter(films.values()))[-1].name])
        texts = {kind: fill(f"{kind}.vtt", account=account) for kind in ("captions", "chapters")}
        tracks = {
            kind: self.add_hashed(
                f"{name}-{kind}", "vtt", fill(f"{kind}.vtt", account=account).encode()
            )
            for kind, text in texts.items()
        }
        return Shape(
            aspect=aspect, width=facts.width, height=facts.height, films=films, posters=posters,
            tracks=tracks, account=account,
        )  # fmt: skip

    def add_pages(self, record: Record) -> None:
        """Add what can be read: the transcript, and a page with nothing but the film."""
        given = {**dict(record), "account": record.account}
        given["by_beat"] = told_by_beat(record.account)
        pages = {kind: fill(kind, **given) for kind in ("transcript.md", "transcript.html")}
        pages["index.html"] = player(Figure.of(record), Style())
        for kind, page in pages.items():
            self.files[kind] = self.add(kind, page.encode())

    def _films(self, film: Path, rate: int, name: str) -> Iterator[Video]:
        for encoder in self._encoders:
            content = in_one_piece(film, rate, encoder)
            file = self.add_hashed(f"{name}-{encoder}", "mp4", content)
            yield Video(**file.model_dump(), codec=pictures.facts(content).codec)

    def _add_pictures(
        self, theme: str, poster: Image.Image, preview: Sequence[Image.Image]
    ) -> None:
        named = {
            f"poster-{theme}.png": pictures.encoded(poster, "PNG"),
            f"preview-{theme}.gif": pictures.animated(preview, "GIF"),
            f"preview-{theme}.webp": pictures.animated(preview, "WEBP"),
        }
        self.files |= {name: self.add(name, content) for name, content in named.items()}


def _pictures(film: Path, poster: float) -> list[Image.Image]:
    """Return the poster, then the preview that leads up to it."""
    *preview, last = pictures.frames_at(film, [*pictures.moments(poster), poster])
    return [last, *preview, last]


def parameters_of(task: Task) -> list[Parameter]:
    """Return what the film was told."""
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
