"""A figure: a film, or one for each value of a parameter, as a page shows it."""

from __future__ import annotations

import json
from dataclasses import dataclass

from gdvideo.publish.record import Record, Shape
from gdvideo.task import THEMES

__all__ = ["NARROW", "Figure", "Knob", "Style", "Variant", "variants"]

NARROW = "(max-width: 600px)"
_WIDE = "(min-width: 601px)"
THEMES_OF_PAGES = ("site", "auto", *THEMES)


@dataclass(frozen=True)
class Style:
    """How a film is shown.

    Attributes:
        theme: site (the page's), auto (the reader's system's), dark or light.
        autoplay: whether it plays by itself.
    """

    theme: str = "site"
    autoplay: bool = False

    @property
    def themes(self) -> tuple[str, ...]:
        """The themes of which the page needs the films, the one without conditions first."""
        return (self.theme,) if self.theme in THEMES else THEMES


@dataclass(frozen=True)
class Knob:
    """A parameter and its values, as readers know them; one value for each film."""

    name: str
    values: tuple[str, ...]
    chosen: int = 0


@dataclass(frozen=True)
class Figure:
    """Films that stand in one place; ``name`` is the folder of the figure's own page."""

    name: str
    films: tuple[Record, ...]
    knob: Knob | None = None

    @classmethod
    def of(cls, record: Record) -> Figure:
        """Return the figure of one film."""
        return cls(record.name, (record,))

    @property
    def record(self) -> Record:
        """The film that is shown at first."""
        return self.films[self.knob.chosen if self.knob else 0]

    @property
    def shapes(self) -> str:
        """The classes that give the frame its shape."""
        names = [shape.aspect.replace(":", "x") for shape in self.record.shapes]
        return f"gdvideo-wide-{names[0]} gdvideo-narrow-{names[-1]}"


@dataclass(frozen=True)
class Variant:
    """One of a film's looks, and the media query under which a page takes it."""

    shape: Shape
    theme: str
    media: str


def variants(record: Record, style: Style) -> list[Variant]:
    """Return all looks that a page may take, each under a condition of its own."""
    widths = ("",) if len(record.shapes) == 1 else (_WIDE, NARROW)
    return [
        Variant(shape, theme, " and ".join(filter(None, [width, _scheme(theme, style)])))
        for shape, width in zip(record.shapes, widths, strict=True)
        for theme in style.themes
    ]


def _scheme(theme: str, style: Style) -> str:
    return f"(prefers-color-scheme: {theme})" if len(style.themes) > 1 else ""


def chapters(shape: Shape) -> str:
    """Return when each chapter begins, and its name, as scripts read it."""
    beats = [[beat.start, beat.name[:1].upper() + beat.name[1:]] for beat in shape.account.beats]
    return json.dumps(beats, ensure_ascii=False)
