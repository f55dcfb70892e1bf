"""Manim's other outputs and options still do what they say, and leave whole files."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from manim import Scene
from PIL import Image

from filmrender import files
from tests.filmrender.conftest import Render, play
from tests.filmrender.films import Tiny, tiny


def left(folder: Path) -> list[str]:
    """Return what should not be left behind."""
    return [path.name for path in folder.rglob(".*")]


@pytest.mark.parametrize(
    ("settings", "ending"),
    [
        ({"format": "gif"}, ".gif"),
        ({"format": "webm"}, ".webm"),
        ({"format": "mov", "transparent": True}, ".mov"),
        ({"video_encoder_options": {"preset": "ultrafast"}}, ".mp4"),
    ],
)
def test_other_formats_are_made_always_afresh(
    settings: dict[str, Any], ending: str, render: Render, tmp_path: Path
) -> None:
    first = render(Tiny, **settings)
    assert first.film.suffix == ending
    assert first.drawn == 0
    assert play(first.content).seconds == pytest.approx(4.4, abs=0.011)
    second = render(tiny(learning_rate=0.05), **settings)
    assert second.film == first.film
    assert second.scene.renderer.num_plays == 10
    assert left(tmp_path) == []


def test_a_still_is_the_last_picture(render: Render, tmp_path: Path) -> None:
    still = np.asarray(Image.open(render(Tiny, format="png").film))
    shown = render(Tiny).scene
    shown.renderer.static_image = None
    shown.renderer.update_frame(shown)
    assert np.array_equal(still, shown.renderer.get_frame())
    assert left(tmp_path) == []


def test_a_sequence_has_an_image_for_every_picture(render: Render) -> None:
    folder = render(Tiny, format="png-sequence").film
    assert len(list(folder.glob("*.png"))) > 40


def test_a_dry_run_writes_nothing(render: Render, tmp_path: Path) -> None:
    made = render(Tiny, dry_run=True)
    assert made.drawn == 0
    assert made.scene.renderer.time == pytest.approx(4.4)
    assert not (tmp_path / "media").exists()


def test_a_part_of_the_plays_makes_a_film_of_them_alone(render: Render) -> None:
    made = render(Tiny, from_animation_number=1, upto_animation_number=3)
    assert play(made.content).seconds == pytest.approx(0.4 + 0.6 + 0.4, abs=1e-6)


def test_sections_are_listed_as_manim_lists_them(render: Render) -> None:
    made = render(Tiny, save_sections=True)
    index = json.loads((made.film.parent / "sections" / "Tiny.json").read_text())
    assert [section["name"] for section in index] == ["the axes", "the dot", "the end"]
    assert [float(section["duration"]) for section in index] == [1.4, 1.6, 1.4]


def test_without_a_play_the_picture_is_saved(render: Render) -> None:
    class Still(Tiny):
        def construct(self) -> None:
            self.add()

    made = render(Still)
    assert made.scene.output_plan.fallback_image.is_file()
    assert not made.film.exists()


class Seen:
    """An observer that notes what it sees."""

    def __init__(self) -> None:
        self.pictures: list[float] = []
        self.ends: list[float] = []

    def frame(self, scene: Scene, seconds: float) -> None:
        assert scene.mobjects
        self.pictures.append(seconds)

    def play_end(self, _scene: Scene, seconds: float) -> None:
        self.ends.append(seconds)


def test_an_observer_sees_every_picture_and_nothing_is_made(render: Render, tmp_path: Path) -> None:
    seen = Seen()

    class Watched(Tiny):
        def __init__(self) -> None:
            super().__init__(seen)

    assert render(Watched).drawn == 0
    assert seen.pictures == sorted(set(seen.pictures))
    assert len(seen.pictures) == round((4.4 - 1.4) * 15) + 3  # three holds last 1.4 s
    assert seen.ends == pytest.approx([0.4, 0.8, 1.4, 1.8, 2.6, 3.0, 3.4, 3.8, 4.2, 4.4])
    assert not (tmp_path / "media").exists()


def test_what_killed_renders_left_is_swept_and_what_others_write_is_not(render: Render) -> None:
    folder = render(Tiny).film.parent
    dead = next(pid for pid in range(99_999, 1_000, -1) if not files.runs(pid))
    mine = files.private(folder / "Tiny.mp4")
    abandoned = mine.with_name(mine.name.replace(f"~{os.getpid()}~", f"~{dead}~"))
    elsewhere = abandoned.with_name(".other~" + abandoned.name.partition("~")[2])
    long_ago = elsewhere.with_name(elsewhere.name + ".old")
    for path in (mine, abandoned, elsewhere, long_ago):
        path.write_bytes(b"half a film")
    os.utime(long_ago, (0, 0))
    render(Tiny)
    assert [path.exists() for path in (mine, abandoned, elsewhere, long_ago)] == [
        True,
        False,
        True,
        False,
    ]
