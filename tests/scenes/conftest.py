"""Films are played here, not rendered: nothing is drawn and nothing is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from manim import Scene, tempconfig

from filmrender.manim_internals import skip
from scenes.stage.film import Film

LONGEST_LINE = 42  # characters of narration


class Watcher:
    """Sees every play's end."""

    def __init__(self) -> None:
        self.ends: list[float] = []

    def frame(self, scene: Scene, seconds: float) -> None:
        """See a picture."""

    def play_end(self, _scene: Scene, seconds: float) -> None:
        """Note when a play ended."""
        self.ends.append(seconds)


Play = Callable[..., Any]


def told(film: Film[Any]) -> list[str]:
    """Return the beats of a film that is whole: all lines fit, all that is seen is somewhere."""
    assert max(len(cue.text) for cue in film.cues) <= LONGEST_LINE
    assert film.cues[-1].end == pytest.approx(film.clock)
    for mobject in film.mobjects:
        for part in mobject.get_family():
            assert np.isfinite(part.points).all(), part.name
    return [name for name, _ in film.beats]


@pytest.fixture
def play(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Play:
    """Return a function that plays a film with these parameters, in a frame of this shape."""
    settings = {"media_dir": str(tmp_path), "progress_bar": "none", "frame_rate": 15}

    def play(
        film: type[Film[Any]], aspect: str = "16:9", theme: str = "dark", **params: Any
    ) -> Any:
        file = tmp_path / "params.toml"
        lines = [f"{name} = {value!r}" for name, value in params.items()]
        file.write_text("\n".join([f"[{film.slug}]", *lines]), encoding="utf-8")
        monkeypatch.setenv("GDVIDEO_PARAMS", str(file))
        monkeypatch.setenv("GDVIDEO_ASPECT", aspect)
        monkeypatch.setenv("GDVIDEO_THEME", theme)
        with tempconfig({**settings, "pixel_width": 854, "pixel_height": 480}):
            scene = film(observer=Watcher())
            skip(scene.renderer)
            scene.render()
        return scene

    return play
