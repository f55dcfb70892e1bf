"""All that is used of Manim beyond what ``from manim import`` gives, under names of our own.

Manim may change it with any release. No other file names it, which a test sees to.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterator
from configparser import ConfigParser
from contextlib import contextmanager
from pathlib import Path
from types import FunctionType
from typing import Any

import manim
from manim import Animation, Mobject, Scene, VMobject, utils
from manim._config.output import OutputFormat
from manim._config.output_plan import OutputPlan
from manim._config.render_session import PresentationSpec, resolve_render_session
from manim._config.utils import ManimConfig, config_file_paths
from manim._config.video_encoder import VideoEncoderSpec, to_av_frame_rate
from manim.animation.fading import _Fade as ManimFade
from manim.camera.camera import CAP_STYLE_MAP, LINE_JOIN_MAP
from manim.constants import RendererType
from manim.mobject.types.image_mobject import AbstractImageMobject
from manim.scene.scene_file_writer import _webm_audio_codec as webm_audio_codec
from manim.scene.scene_file_writer import convert_audio
from manim.scene.section import Section
from manim.utils.file_ops import open_media_file
from PIL import Image

__all__ = [
    "ANCHORS",
    "ANCHORS_OF_ONE",
    "BUILDING",
    "CAP_STYLE_MAP",
    "COLOURS",
    "COPIES",
    "CORNERS",
    "CURVE",
    "EXTREMA",
    "FAMILY",
    "LINE_JOIN_MAP",
    "PIECES",
    "PLAYING",
    "REACH",
    "RGBAS",
    "ROTATIONS",
    "UPDATES",
    "AbstractImageMobject",
    "ManimFade",
    "Method",
    "OutputFormat",
    "OutputPlan",
    "PresentationSpec",
    "RendererType",
    "Section",
    "Source",
    "VideoEncoderSpec",
    "begin",
    "command_line",
    "convert_audio",
    "is_skipped",
    "mend_images",
    "open_media_file",
    "render",
    "render_scenes_with",
    "resolve_render_session",
    "rotate_with",
    "rotating_with",
    "settings_of_files",
    "skip",
    "to_av_frame_rate",
    "webm_audio_codec",
]


_RENDER = Scene.render
_scene: Any = sys.modules["manim.scene"]
_camera: Any = sys.modules["manim.camera"]
_renderer: Any = sys.modules["manim.renderer"]
_types: Any = sys.modules["manim.mobject.types"]
_mobject: Any = sys.modules["manim.mobject"]
_color: Any = sys.modules["manim.utils.color"]


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
    """Modules of Manim whose insides are replaced, or which that rests on.

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
        except (AttributeError, OSError):
            return False

    def read(self) -> str:
        """Return what stands for the source as it is.

        Raises AttributeError or OSError if something is not there to be read.
        """
        files = [Path(getattr(owner, name).__file__) for owner, name in self._parts]
        text = "\n".join(file.read_text("utf-8") for file in files)
        return hashlib.sha256(text.encode()).hexdigest()[:16]


class Method:
    """A method of Manim's that is replaced, and others that its meaning rests on."""

    def __init__(self, owner: Any, name: str, *others: str) -> None:
        self.owner, self.name = owner, name
        self.manims: Any = getattr(owner, name)
        self._others = others

    @property
    def is_manims(self) -> bool:
        """Whether all of them are as Manim's module has them."""
        home = sys.modules[self.owner.__module__].__file__
        found = [getattr(self.owner, name, None) for name in (self.name, *self._others)]
        return all(isinstance(f, FunctionType) and f.__code__.co_filename == home for f in found)

    def is_that_of(self, mobject: Any) -> bool:
        """Tell whether a mobject has no other."""
        return getattr(type(mobject), self.name) is self.manims

    def put(self, function: Callable[..., Any]) -> None:
        """Have a function in its place."""
        setattr(self.owner, self.name, function)


# All on whose behaviour playing and drawing in its place rests.
PLAYING = Source(
    "5d7ef7978328f2cc",
    (_scene, "scene"),
    (_scene, "scene_file_writer"),
    (_scene, "section"),
    (_renderer, "cairo_renderer"),
    (manim, "manager"),
    (_camera, "camera"),
    (_camera, "moving_camera"),
    (_camera, "multi_camera"),
    (_camera, "three_d_camera"),
    (_types, "vectorized_mobject"),
    (utils, "family"),
)
IMAGES = Source("5453a5ade9075944", (_camera, "camera"))
# All that the methods below are in, and what they use.
BUILDING = Source(
    "a4962343043ea033",
    (_mobject, "mobject"),
    (_types, "vectorized_mobject"),
    (_color, "core"),
    (utils, "bezier"),
    (utils, "family"),
    (utils, "iterables"),
)
FAMILY = Method(Mobject, "get_family", "_iter_family")
COPIES = Method(Mobject, "__deepcopy__")
RGBAS = Method(VMobject, "generate_rgbas_array")
COLOURS = Method(VMobject, "update_rgbas_array", RGBAS.name)
ANCHORS_OF_ONE = Method(VMobject, "get_anchors", "get_start_anchors", "get_end_anchors")
ANCHORS = Method(VMobject, "get_points_defining_boundary", ANCHORS_OF_ONE.name)
EXTREMA = Method(Mobject, "get_extremum_along_dim")
CORNERS = Method(Mobject, "get_critical_point", EXTREMA.name)
REACH = Method(Mobject, "reduce_across_dimension")
CURVE = Method(VMobject, "get_nth_curve_function", "get_nth_curve_points")
PIECES = Method(VMobject, "get_nth_curve_length_pieces", CURVE.name)
UPDATES = Method(Mobject, "update")
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


def render(scene: Scene) -> bool:
    """Render a scene as Manim does, whatever has taken the place of its own way."""
    return bool(_RENDER(scene))


def render_scenes_with(renderer: Callable[..., Any], render: Callable[..., bool]) -> None:
    """Have scenes that are given no renderer get one from ``renderer``, and be rendered so."""
    _put(_scene.scene, "CairoRenderer", renderer)
    Scene.render = render  # type: ignore[method-assign]


def mend_images() -> None:
    """Let Manim's cameras draw images with Pillow 13, which refuses how they make an empty one."""
    if IMAGES.is_known():
        _put(_camera.camera, "Image", _Pillow())


class _Pillow:
    """Pillow's Image as Manim takes it: an array of numbers that are no pixels is an empty one."""

    def __getattr__(self, name: str) -> Any:
        return getattr(Image, name)

    def fromarray(self, array: Any, mode: str | None = None) -> Image.Image:
        if mode == "RGBA" and array.ndim == 2 and array.dtype == float:
            return Image.new("RGBA", array.shape[::-1])
        return Image.fromarray(array, mode)


def rotate_with(rotation: type[Any]) -> None:
    """Have Manim rotate with this class in place of SciPy's, if its source is the known one."""
    if ROTATIONS.is_known():
        _put(ROTATIONS.manims, "Rotation", rotation)


@contextmanager
def rotating_with(rotation: type[Any]) -> Iterator[None]:
    """Have Manim rotate with this class until it is left, as ``rotate_with`` does."""
    usual = vars(ROTATIONS.manims).get("Rotation")
    rotate_with(rotation)
    try:
        yield
    finally:
        _put(ROTATIONS.manims, "Rotation", usual)


def _put(module: Any, name: str, thing: Any) -> None:
    """Have a module find something else under a name that it has imported."""
    vars(module)[name] = thing
