"""One film to make: what it shows, in which shape, and under which name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from filmrender.key import Key
from filmrender.key.conditions import conditions
from filmrender.key.digests import content_digest
from gdvideo.errors import Usage
from gdvideo.parameters import Choice, choose
from gdvideo.project import ROOT, Film

__all__ = ["ASPECTS", "MEDIA", "QUALITIES", "THEMES", "Look", "Task", "prepare"]

# As Manim has them: width and height in pixels, frames a second.
_SIZES = {
    "l": (854, 480, 15),
    "m": (1280, 720, 30),
    "h": (1920, 1080, 60),
    "p": (2560, 1440, 60),
    "k": (3840, 2160, 60),
}
QUALITIES = {letter: f"{height}p{rate}" for letter, (_, height, rate) in _SIZES.items()}
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
    def size(self) -> tuple[int, int]:
        """Width and height, in pixels, that Manim is asked for."""
        return _SIZES[self.quality][:2]

    @property
    def rate(self) -> int:
        """Frames a second."""
        return _SIZES[self.quality][2]

    @property
    def suffix(self) -> str:
        """What the base Scene adds to the name of a film that looks otherwise."""
        if (self.theme, self.aspect) == (THEMES[0], ASPECTS[0]):
            return ""
        return f"_{self.theme}_{self.aspect.replace(':', 'x')}"

    def is_shape_of(self, facts: Mapping[str, Any]) -> bool:
        """Tell whether a film whose key has these facts has this size and rate."""
        return (*self.size, self.rate) == tuple(map(facts.get, ("width", "height", "rate")))

    def __str__(self) -> str:
        """Return what a reader needs to tell it from others."""
        return f"{QUALITIES[self.quality]} {self.theme} {self.aspect}"


@dataclass(frozen=True)
class Task:
    """A film with everything that it is made from; it can be sent to another machine.

    ``params`` are validated values, as JSON can hold them; ``data`` has the content of the files
    that they name, by parameter; ``variant`` tells the film's file from the default one's.
    """

    film: Film
    params: Mapping[str, Any]
    look: Look
    variant: str = ""
    data: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The film's file name without its ending."""
        parts = [self.film.scene + self.look.suffix, self.variant]
        return "-".join(filter(None, parts))

    @property
    def key(self) -> Key:
        """The film's key, as things are now."""
        width, height = self.look.size
        return Key(
            name=self.film.slug,
            inputs=self.params,
            data={name: content_digest(content) for name, content in self.data.items()},
            look={"theme": self.look.theme, "aspect": self.look.aspect},
            width=width,
            height=height,
            rate=self.look.rate,
            conditions=conditions(ROOT),  # where renders start
        )


def prepare(film: Film, choice: Choice, look: Look) -> Task:
    """Return the film to make, its parameters validated, its data read.

    Raises:
        Usage: if a parameter or a file that it names cannot be used.
    """
    chosen = choose(film, choice)
    values, data = chosen.values, {}
    for name, path in chosen.params.data_files().items():
        try:
            data[name] = path.read_bytes()
        except OSError as error:
            raise Usage(f"{path} cannot be read: {error.strerror}") from None
        values[name] = path.name
    return Task(film, values, look, chosen.variant, data)
