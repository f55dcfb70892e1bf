"""What a film is made from, as the renderer finds it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from manim import config

from scenes.key import Key
from scenes.key.conditions import NO_PIXELS, conditions
from scenes.key.digests import file_digest, fingerprint
from scenes.key.versions import versions
from scenes.stage.manim_internals import settings_of_files

__all__ = ["Asked", "Identity", "renderer_salt"]


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
    """Which film this is.

    ``params`` are its parameters, as JSON can hold them; ``data`` has the digests of the files
    that they name, by parameter; ``files`` are what else its pictures depend on, such as fonts.
    """

    slug: str
    params: Mapping[str, Any]
    theme: str
    aspect: str
    data: Mapping[str, str] = field(default_factory=dict)
    files: tuple[Path, ...] = ()
    asked: Asked = field(default_factory=Asked.now)

    def key(self) -> Key:
        """Return the film's key."""
        return Key(
            slug=self.slug,
            params=self.params,
            data=self.data,
            theme=self.theme,
            aspect=self.aspect,
            width=self.asked.width,
            height=self.asked.height,
            rate=self.asked.rate,
            conditions=conditions(Path.cwd(), self.asked.options),
        )


@cache
def renderer_salt() -> str:
    """Return what stands for the code that draws and encodes."""
    code = {path.name: file_digest(path) for path in sorted(Path(__file__).parent.glob("*.py"))}
    return fingerprint([code, versions()])
