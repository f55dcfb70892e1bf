"""The record of a published film: all that its pages say, and what else a reader may ask."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

__all__ = [
    "NAME",
    "Account",
    "Beat",
    "Cue",
    "File",
    "Parameter",
    "Record",
    "Shape",
    "Shown",
    "Video",
]

NAME = "record.json"


# Beside the record, and nowhere else.
_FileName = Annotated[str, Field(pattern=r"^[^/\\\x00]*[^/\\\x00.][^/\\\x00]*$")]


class _Fact(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Beat(_Fact):
    """A chapter and when it begins and ends, in seconds."""

    name: str
    start: float
    end: float


class Cue(_Fact):
    """A line of narration and when it stands, in seconds."""

    text: str
    start: float
    end: float


class Shown(_Fact):
    """A number on the screen: its name, how it is written, and when it first stands there."""

    name: str
    text: str
    value: float
    seconds: float


class Account(_Fact):
    """What a film tells and teaches; ``poster`` is when the picture stands that speaks for it."""

    claim: str
    seconds: float
    beats: tuple[Beat, ...]
    cues: tuple[Cue, ...]
    numbers: tuple[Shown, ...]
    poster: float


class Parameter(_Fact):
    """What the film was told."""

    name: str
    value: Any
    unit: str
    meaning: str


class File(_Fact):
    """A file beside the record."""

    name: _FileName
    bytes: int
    sha256: str


class Video(File):
    """A film's file; ``codec`` as the ``codecs`` of a media type (RFC 6381)."""

    codec: str


class Shape(_Fact):
    """The film in one shape of frame.

    Attributes:
        aspect: width to height, as 16:9.
        films: the MP4s of each theme, the smallest first; the last plays everywhere.
        posters: the picture that stands before the film is played, for each theme.
        tracks: captions and chapters.
        account: beats, narration and numbers; shapes may differ in when they stand.
    """

    aspect: str
    width: int
    height: int
    films: dict[str, tuple[Video, ...]]
    posters: dict[str, File]
    tracks: dict[str, File]
    account: Account

    @property
    def bytes(self) -> int:
        """The size of the largest film that a reader may have to load."""
        return max(video.bytes for videos in self.films.values() for video in videos)

    @property
    def all_files(self) -> list[File]:
        """Every file of this shape."""
        videos = chain.from_iterable(self.films.values())
        return [*videos, *self.posters.values(), *self.tracks.values()]


class Record(_Fact):
    """A published film.

    Attributes:
        slug: the film's name.
        name: the folder's, which also tells other parameters and shapes.
        shapes: one, or one for wide screens and one for narrow ones.
        files: what else pages need or a reader may want, by what it is.
        versions: of what drew and encoded the film.
        published: the day on which it first was, as 2026-11-27.
        seal: stands for everything that the files were made from.
    """

    slug: str
    name: _FileName
    title: str
    shapes: tuple[Shape, ...]
    files: dict[str, File]
    parameters: tuple[Parameter, ...]
    versions: dict[str, str]
    published: str
    seal: str

    @property
    def claim(self) -> str:
        """What the film teaches with these parameters."""
        return self.account.claim

    @classmethod
    def read(cls, folder: Path) -> Record | None:
        """Return the record in a folder, or None if there is none or it is damaged."""
        try:
            return cls.model_validate_json((folder / NAME).read_bytes())
        except (OSError, ValidationError):
            return None

    @property
    def wide(self) -> Shape:
        """The shape for wide screens, which speaks for the film."""
        return self.shapes[0]

    @property
    def account(self) -> Account:
        """What the film tells in its first shape."""
        return self.wide.account

    @property
    def all_files(self) -> list[File]:
        """Everything that lies beside the record."""
        return [*chain.from_iterable(one.all_files for one in self.shapes), *self.files.values()]
