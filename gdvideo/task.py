"""One film to make: what it shows, in which shape, and under which name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gdvideo.errors import Usage
from gdvideo.parameters import Choice, choose, raw_table
from gdvideo.project import ROOT, Film
from gdvideo.receipt import settings

__all__ = ["ASPECTS", "MEDIA", "QUALITIES", "THEMES", "Look", "Task", "prepare"]

QUALITIES = {"l": "480p15", "m": "720p30", "h": "1080p60", "p": "1440p60", "k": "2160p60"}
THEMES = ("dark", "light")
ASPECTS = ("16:9", "1:1", "9:16")
MEDIA = ROOT / "media"


@dataclass(frozen=True)
class Look:
    """The shape of a film: quality, theme, aspect ratio."""

    quality: str = "h"
    theme: str = THEMES[0]
    aspect: str = ASPECTS[0]

    @property
    def suffix(self) -> str:
        """What the base Scene adds to the name of a film that looks otherwise."""
        if (self.theme, self.aspect) == (THEMES[0], ASPECTS[0]):
            return ""
        return f"_{self.theme}_{self.aspect.replace(':', 'x')}"

    def __str__(self) -> str:
        """Return what a reader needs to tell it from others."""
        return f"{QUALITIES[self.quality]} {self.theme} {self.aspect}"


@dataclass(frozen=True)
class Task:
    """A film with everything that it is made from; it can be sent to another machine.

    ``params`` are validated values, as JSON can hold them; ``data`` is the content of the files
    that they name, and ``read`` where each was; ``table`` is what params.toml said, if they come
    from there alone; ``variant`` tells the film's file from the default one's; ``settings`` are
    what else was so when the task was made.
    """

    film: Film
    params: Mapping[str, Any]
    look: Look
    variant: str = ""
    data: Mapping[str, bytes] = field(default_factory=dict)
    read: Mapping[str, str] = field(default_factory=dict)
    table: object = None
    settings: Mapping[str, str] = field(default_factory=settings)

    @property
    def name(self) -> str:
        """The film's file name without its ending."""
        parts = [self.film.scene + self.look.suffix, self.variant]
        return "-".join(filter(None, parts))


def prepare(film: Film, choice: Choice, look: Look) -> Task:
    """Return the film to make, its parameters validated, its data read.

    Raises:
        Usage: if a parameter or a file that it names cannot be used.
    """
    table = raw_table(film.slug) if choice.is_default else None
    chosen = choose(film, choice)
    if table is not None and raw_table(film.slug) != table:  # edited just now
        table = None
    values, data, places = chosen.values, {}, {}
    for path in chosen.params.data_files():
        try:
            data[path.name] = path.read_bytes()
        except OSError as error:
            raise Usage(f"{path} cannot be read: {error.strerror}") from None
        places[path.name] = str(path)
        # In the task, the file lies beside the parameters.
        values = {
            name: path.name if isinstance(value, str) and Path(value).name == path.name else value
            for name, value in values.items()
        }
    return Task(film, values, look, chosen.variant, data, places, table)
