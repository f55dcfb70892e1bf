"""What a film is made from, as the renderer finds it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from manim import config

from filmrender.key import Key
from filmrender.key.conditions import NO_PIXELS, conditions
from filmrender.key.digests import file_digest, fingerprint
from filmrender.key.versions import versions
from filmrender.manim_internals import settings_of_files

__all__ = ["Asked", "Identity", "Keeper", "renderer_salt"]


@dataclass(frozen=True)
class Asked:
    """What Manim was asked for: size in pixels, frames a second, other options that count.

    A film may change Manim's settings for its aspect ratio; this is what was so before.
    """

    width: int
    height: int
    rate: float
    options: Mapping[str, str]

    @classmethod
    def now(cls) -> Asked:
        """Return what Manim's settings are now."""
        usual = settings_of_files()
        options = {
            name: str(value)
            for name, value in config.items()
            if name not in NO_PIXELS and str(value) != str(usual[name])
        }
        return cls(config.pixel_width, config.pixel_height, config.frame_rate, options)


@dataclass(frozen=True)
class Identity:
    """Which film this is: all that its scene depends on, but for code and settings.

    Attributes:
        name: the film's name, which is that of its folder.
        inputs: what it is made from, such as parameters, as JSON can hold it.
        look: what tells it from other films of its name and inputs.
        data: the digests of the files that inputs name, by input.
        files: what else its pictures depend on, such as fonts.
        without: folders with code that is imported beside the scene and draws nothing.
    """

    name: str
    inputs: Mapping[str, Any]
    look: Mapping[str, str] = field(default_factory=dict)
    data: Mapping[str, str] = field(default_factory=dict)
    files: tuple[Path, ...] = ()
    without: tuple[Path, ...] = ()
    asked: Asked = field(default_factory=Asked.now)

    def key(self) -> Key:
        """Return the film's key."""
        return Key(
            name=self.name,
            inputs=self.inputs,
            data=self.data,
            look=self.look,
            width=self.asked.width,
            height=self.asked.height,
            rate=self.asked.rate,
            conditions=conditions(Path.cwd(), self.asked.options),
        )


class Keeper(Protocol):
    """Keeps something that a scene needs from one render to the next."""

    def begin(self, folder: Path | None, *, preview: bool) -> None:
        """Take what is kept in ``folder``, if there is one, before the scene begins."""

    def end(self) -> None:
        """Keep what is new, once the film is there; raises OSError if that is not possible."""


@cache
def renderer_salt() -> str:
    """Return what stands for the code that draws and encodes."""
    home = Path(__file__).parent
    code = {str(path.relative_to(home)): file_digest(path) for path in sorted(home.rglob("*.py"))}
    return fingerprint([code, versions()])
