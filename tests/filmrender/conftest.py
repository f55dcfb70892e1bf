"""How the renderer's tests render, and what they look at."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from manim import Scene, tempconfig
from numpy.typing import NDArray

from filmrender.output.shot import Shot
from scenes.stage import typesetter

SMALL = {"pixel_width": 214, "pixel_height": 120, "frame_rate": 15}


@dataclass
class Rendered:
    """A scene that was rendered, its film, and how many pictures were drawn for it."""

    scene: Any
    film: Path
    drawn: int

    @property
    def content(self) -> bytes:
        return self.film.read_bytes()


Render = Callable[..., Rendered]


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A list that grows by one for each picture that is drawn."""
    pictures: list[int] = []
    draw = Shot._draw

    def noted(self: Shot, *args: Any) -> None:
        pictures.append(1)
        draw(self, *args)

    monkeypatch.setattr(Shot, "_draw", noted)
    return pictures


@pytest.fixture
def render(tmp_path: Path, drawn: list[int]) -> Render:
    """Return a function that renders a scene, small, into one media folder.

    It knows of no other that was rendered before it but by what is in the folder.
    """

    def render(scene: type[Scene], **settings: Any) -> Rendered:
        for memory in (drawn, typesetter.asked, typesetter.known):
            memory.clear()
        config = {"media_dir": str(tmp_path / "media"), "progress_bar": "none"} | SMALL | settings
        with tempconfig({**config, "verbosity": "ERROR", "input_file": "tiny.py"}):
            made: Any = scene()
            made.render()
            film = made.output_plan.primary_artifact
        return Rendered(made, film, len(drawn))

    return render


@dataclass(frozen=True)
class Film:
    """What a player finds in a film: pictures (height, width, 3) and when each begins, in s."""

    pictures: list[NDArray[np.uint8]]
    starts: list[float]
    seconds: float


def play(content: bytes) -> Film:
    """Decode a film."""
    with av.open(io.BytesIO(content), "r") as container:
        stream = container.streams.video[0]
        frames = list(container.decode(stream))
        assert container.duration is not None
        seconds = container.duration / av.time_base
    pictures = [frame.to_ndarray(format="rgb24").astype(np.uint8) for frame in frames]
    return Film(pictures, [frame.time for frame in frames], seconds)
