"""One scene drawn by Manim and drawn here, frame by frame, each in a process of its own."""

from __future__ import annotations

import json
import os
import random
import select
import signal
import tempfile
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Literal, Protocol
from unittest import mock

import numpy as np
from manim import SceneFileWriter, tempconfig

from filmrender import manim_internals
from filmrender.output.shot import Shot
from filmrender.renderer import FilmRenderer
from filmrender.scene import film_renderer, render_film
from filmrender.workers import fork

__all__ = ["SMALL", "Comparison", "Peer", "Way", "compare", "timed"]

Way = Literal["stock", "ours"]
SMALL = {"pixel_width": 214, "pixel_height": 120, "frame_rate": 15}
_SECONDS = 300


class Peer(Protocol):
    """Something that has a scene."""

    def scene(self) -> type[Any]:
        """Return its class."""


@dataclass(frozen=True)
class Comparison:
    """What came of an example: its verdict, and in how many frames the two ways differ."""

    verdict: Literal["equal", "different", "no stock", "refused", "fallen back", "crashed"]
    frames: int = 0
    different: int = 0
    by_manim: int = 0
    why: str = ""


def compare(example: Peer, **settings: Any) -> Comparison:
    """Draw an example both ways, small unless ``settings`` say otherwise."""
    stock = _in_child(lambda: _frames(example, "stock", settings))
    if "error" in stock:
        return Comparison("no stock", why=stock["error"])
    ours = _in_child(lambda: _frames(example, "ours", settings))
    if "error" in ours:
        return Comparison("refused" if ours["refused"] else "crashed", why=ours["error"])
    pairs = zip(stock["frames"], ours["frames"], strict=False)
    different = sum(a != b for a, b in pairs) + abs(len(stock["frames"]) - len(ours["frames"]))
    verdict: Any = "different" if different else "equal" if not ours["by manim"] else "fallen back"
    return Comparison(verdict, len(stock["frames"]), different, ours["by manim"])


def timed(example: Peer, way: Way, **settings: Any) -> tuple[float, float] | None:
    """Return what an example's film takes, in seconds of wall and processor; None if it fails."""
    told = _in_child(lambda: _seconds(example, way, settings))
    return None if "error" in told else (told["seconds"], told["cpu"])


def _seconds(example: Peer, way: Way, settings: dict[str, Any]) -> dict[str, Any]:
    start = time.perf_counter()
    cpu = time.process_time()
    _render(example, way, settings)
    return {"seconds": time.perf_counter() - start, "cpu": time.process_time() - cpu}


def _frames(example: Peer, way: Way, settings: dict[str, Any]) -> dict[str, Any]:
    """Return a digest of each frame, and how many pictures Manim's camera has drawn."""
    found: list[str] = []
    by_manim = 0

    def write_frame(_writer: Any, pixels: Any, *, repeat: int = 1) -> None:
        found.extend([_digest(pixels)] * repeat)

    drawn: list[str] = []
    draw, close, have_drawn = Shot._draw, Shot.close, FilmRenderer._have_drawn

    def noted_draw(shot: Shot, *args: Any) -> None:
        draw(shot, *args)
        drawn.append(_digest(shot._tools.painter.pixels))

    def noted_close(shot: Shot) -> Any:
        for name, (_, repeat) in zip(drawn, shot._runs, strict=True):
            found.extend([name] * repeat)
        drawn.clear()
        return close(shot)

    def noted_have_drawn(renderer: FilmRenderer, scene: Any) -> None:
        nonlocal by_manim
        by_manim += 1
        have_drawn(renderer, scene)

    with (
        mock.patch.object(SceneFileWriter, "write_frame", write_frame),
        mock.patch.object(SceneFileWriter, "finish", return_value=None),
        mock.patch.object(Shot, "_draw", noted_draw),
        mock.patch.object(Shot, "close", noted_close),
        mock.patch.object(FilmRenderer, "_have_drawn", noted_have_drawn),
    ):
        _render(example, way, settings)
    return {"frames": found, "by manim": by_manim}


def _render(example: Peer, way: Way, settings: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as media:
        usual = {"media_dir": media, "progress_bar": "none", "verbosity": "CRITICAL", "seed": 1}
        told = {**SMALL, **usual, "disable_caching": True, **settings, "input_file": "example.py"}
        with tempconfig(told):
            manim_internals.mend_images()
            random.seed(1)  # some examples draw lots while they are defined
            np.random.seed(1)  # noqa: NPY002
            cls = example.scene()
            if way == "stock":
                cls().render()
                return
            scene = cls(renderer=film_renderer())
            render_film(scene, lambda: manim_internals.render(scene))


def _digest(pixels: Any) -> str:
    return blake2b(np.ascontiguousarray(pixels).data, digest_size=12).hexdigest()


def _in_child(task: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Return what a task returns in a process of its own: examples leave traces in Manim."""
    here, there = os.pipe()
    pid = fork()
    if not pid:
        os.close(here)
        try:
            told = task()
        except BaseException as error:  # noqa: BLE001  told to the parent
            refused = isinstance(error, SystemExit)
            last = traceback.format_exception_only(error)[-1].strip()
            told = {"error": last or repr(error), "refused": refused}
            if os.environ.get("PEERS_TRACEBACK"):
                traceback.print_exc()
        with os.fdopen(there, "wb") as pipe:
            pipe.write(json.dumps(told).encode())
        os._exit(0)
    os.close(there)
    heard = b""
    while select.select([here], [], [], _SECONDS)[0]:
        part = os.read(here, 1 << 16)
        if not part:
            break
        heard += part
    else:
        os.kill(pid, signal.SIGKILL)
    os.close(here)
    os.waitpid(pid, 0)
    return json.loads(heard) if heard else {"error": "it took too long, or died", "refused": False}
