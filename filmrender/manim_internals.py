"""All that is used of Manim beyond what ``from manim import`` gives, under names of our own.

Manim may change it with any release. No other file names it, which a test sees to.
"""

from __future__ import annotations

import hashlib
import inspect
import linecache
from collections.abc import Callable
from configparser import ConfigParser
from types import ModuleType
from typing import Any

from manim import Animation, Mobject, Scene, utils
from manim._config.output import OutputFormat
from manim._config.output_plan import OutputPlan
from manim._config.render_session import PresentationSpec, resolve_render_session
from manim._config.utils import ManimConfig, config_file_paths
from manim._config.video_encoder import VideoEncoderSpec, to_av_frame_rate
from manim.animation.fading import _Fade as ManimFade
from manim.camera.camera import CAP_STYLE_MAP, LINE_JOIN_MAP
from manim.constants import RendererType
from manim.mobject.types.image_mobject import AbstractImageMobject
from manim.scene.section import Section
from manim.utils.file_ops import open_media_file

__all__ = [
    "CAP_STYLE_MAP",
    "FAMILY",
    "LINE_JOIN_MAP",
    "ROTATIONS",
    "AbstractImageMobject",
    "ManimFade",
    "OutputFormat",
    "OutputPlan",
    "PresentationSpec",
    "RendererType",
    "Section",
    "Source",
    "VideoEncoderSpec",
    "begin",
    "command_line",
    "is_skipped",
    "open_media_file",
    "resolve_render_session",
    "rotate_with",
    "settings_of_files",
    "skip",
    "to_av_frame_rate",
]


class _FileSettings(ManimConfig):
    """Leaves out the settings that change Manim's classes or loggers when they are set."""

    renderer: Any = None
    verbosity: Any = None
    media_loglevel: Any = None


def settings_of_files() -> ManimConfig:
    """Return Manim's settings as its configuration files alone have them."""
    parser = ConfigParser()
    parser.read(config_file_paths())
    return _FileSettings().digest_parser(parser)


class Source:
    """What of Manim is replaced, first, and what its meaning rests on.

    ``digest`` stands for the source that the replacement was written for.
    """

    def __init__(self, digest: str, *parts: tuple[Any, str]) -> None:
        self.digest = digest
        self.owner, self.name = parts[0]
        self.manims: Any = getattr(self.owner, self.name, None)
        self._parts = parts

    def is_known(self) -> bool:
        """Tell whether all of it is as it was; if not, or if it cannot be read, Manim's stays."""
        try:
            return self.read() == self.digest
        except (AttributeError, OSError, SyntaxError):
            return False

    def read(self) -> str:
        """Return what stands for the source as it is.

        Raises AttributeError, OSError or SyntaxError if something is not there to be read.
        """
        text = "\n".join(_text(getattr(owner, name)) for owner, name in self._parts)
        return hashlib.sha256(text.encode()).hexdigest()[:16]


FAMILY = Source("05b1efe3a8b17da0", (Mobject, "get_family"), (Mobject, "_iter_family"))
ROTATIONS = Source("6a1d05fcd62aeb34", (utils, "space_ops"))


def begin(animation: Animation, scene: Scene) -> None:
    """Begin an animation in its scene, as a play does."""
    animation._setup_scene(scene)
    animation.begin()


def is_skipped(renderer: Any) -> bool:
    """Tell whether all plays were asked to be skipped."""
    return bool(renderer._original_skipping_status)


def skip(renderer: Any, *, skipped: bool = True) -> None:
    """Ask for all plays to be skipped, or for none."""
    renderer._original_skipping_status = skipped


def command_line() -> Callable[[], Any]:
    """Return Manim's command line; importing it takes time."""
    from manim.__main__ import main

    return main


def rotate_with(rotation: type[Any]) -> None:
    """Have Manim rotate with this class in place of SciPy's, if its source is the known one."""
    if ROTATIONS.is_known():
        vars(ROTATIONS.manims)["Rotation"] = rotation


def _text(part: Any) -> str:
    """Return the source of a module or function."""
    if isinstance(part, ModuleType):
        return "".join(_lines(str(part.__file__)))
    code = part.__code__
    # inspect.getsource finds the same, but looks through all that was imported before.
    return "".join(inspect.getblock(_lines(code.co_filename)[code.co_firstlineno - 1 :]))


def _lines(file: str) -> list[str]:
    lines = linecache.getlines(file)
    if not lines:
        raise OSError(f"{file} cannot be read")
    return lines
