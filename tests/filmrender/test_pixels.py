"""The frames that reach the encoder are those of stock Manim."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
import pytest
from manim import Circle, Scene, tempconfig
from manim.renderer.cairo_renderer import CairoRenderer

from filmrender.drawing.brush import Brush
from filmrender.drawing.canvas import Canvas
from filmrender.drawing.recorder import Recorder
from filmrender.output.shot import Shot
from scenes.halfpipe import Halfpipe
from scenes.hiker import Hiker
from scenes.laser import Laser
from scenes.stage.camera import FilmCamera
from scenes.stage.sprite import Sprite
from scenes.staircase import Staircase
from tests.filmrender.conftest import Render
from tests.filmrender.films import Tiny, film, with_sprites
from tests.filmrender.scribbles import leaf, scribble, stir

Frames = list[bytes]


@pytest.fixture
def ours(monkeypatch: pytest.MonkeyPatch) -> Frames:
    """A list of every frame that our renderer shows."""
    frames: Frames = []
    draw = Shot._draw
    add = Shot._add

    def noted_draw(self: Shot, *args: Any) -> None:
        draw(self, *args)
        self.last = self._tools.painter.pixels.tobytes()  # type: ignore[attr-defined]

    def noted_add(self: Shot, name: str, count: int, *args: Any) -> None:
        add(self, name, count, *args)
        frames.extend([self.last] * count)  # type: ignore[attr-defined]

    monkeypatch.setattr(Shot, "_draw", noted_draw)
    monkeypatch.setattr(Shot, "_add", noted_add)
    return frames


@pytest.fixture
def stock(monkeypatch: pytest.MonkeyPatch) -> Frames:
    """A list of every frame that Manim's renderer shows."""
    frames: Frames = []
    add = CairoRenderer.add_frame

    def noted(self: CairoRenderer, frame: Any, num_frames: int = 1) -> None:
        frames.extend([frame.tobytes()] * num_frames)
        add(self, frame, num_frames)

    monkeypatch.setattr(CairoRenderer, "add_frame", noted)
    return frames


def render_both(scene: type[Scene], render: Render, monkeypatch: pytest.MonkeyPatch) -> None:
    """Render with our renderer and with Manim's."""
    render(scene, disable_caching=True)
    with monkeypatch.context() as context:
        context.setenv("FILMRENDER_WRITER", "stock")
        render(scene, dry_run=True)


def test_every_frame_of_a_small_film_is_stock_manims(
    render: Render, ours: Frames, stock: Frames, monkeypatch: pytest.MonkeyPatch
) -> None:
    render_both(Tiny, render, monkeypatch)
    assert len(ours) == len(stock) > 60
    assert ours == stock


def test_every_frame_with_sprites_is_stock_manims(
    render: Render, ours: Frames, stock: Frames, monkeypatch: pytest.MonkeyPatch
) -> None:
    render_both(film(with_sprites), render, monkeypatch)
    assert len(ours) == len(stock) > 30
    assert ours == stock


@pytest.mark.soak
@pytest.mark.parametrize("great", [Laser, Hiker, Halfpipe, Staircase])
def test_every_frame_of_a_great_film_is_stock_manims(
    great: type[Scene],
    render: Render,
    ours: Frames,
    stock: Frames,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    render_both(great, render, monkeypatch)
    assert len(ours) == len(stock)
    assert [i for i, pair in enumerate(zip(ours, stock, strict=True)) if pair[0] != pair[1]] == []


def drawn_alike(mobjects: list[Any], size: tuple[int, int] = (160, 90)) -> bool:
    """Tell whether our drawing of a picture is that of Manim's camera."""
    with tempconfig({"pixel_width": size[0], "pixel_height": size[1]}):
        theirs, camera = FilmCamera(), FilmCamera()
        canvas = Canvas(Brush(size), np.asarray(camera.background))
        picture = Recorder(camera, merges=True).picture(mobjects)
        assert picture is not None
        canvas.show(())
        canvas.show(picture)  # within the boxes alone
        theirs.capture_mobjects(mobjects)
        return np.array_equal(theirs.pixel_array, canvas.pixels)


def test_what_lets_through_is_drawn_the_same_again_and_again() -> None:
    """From its coverage, which belongs to one pen within one box."""
    with tempconfig({"pixel_width": 160, "pixel_height": 90}):
        camera = FilmCamera()
        canvas = Canvas(Brush((160, 90)), np.asarray(camera.background))
        recorder = Recorder(camera, merges=True)
        disc = Circle(1.3, color="#FF8800", fill_opacity=0.3)
        for step in range(9):
            below = Circle(0.7, color="#2080FF", fill_opacity=0.7).shift((step / 5, 0.1, 0))
            shown = [below, disc.set_stroke(width=(0, 0, 40)[step % 3], opacity=0.4)]
            picture = recorder.picture(shown)
            assert picture is not None
            canvas.show(picture)
            theirs = FilmCamera()
            theirs.capture_mobjects(shown)
            assert np.array_equal(theirs.pixel_array, canvas.pixels), step


@pytest.mark.parametrize("unit", [0.2, 1.0, 2.0, 4.0])
@pytest.mark.parametrize("scale", [3.0, 40.0])
@pytest.mark.parametrize("turn", [0.0, 0.3])
def test_a_sprite_is_drawn_up_to_its_soft_edge(unit: float, scale: float, turn: float) -> None:
    """Enlarged, the outermost pixels reach beyond the box."""
    sprite = Sprite(leaf(scale=scale), at=(0.3, 0.2, 0), unit=unit).rotate(turn)
    assert drawn_alike([sprite])


def test_a_sprite_without_area_is_not_seen() -> None:
    """As when it begins to grow."""
    assert drawn_alike([Sprite(leaf()).scale(0)])
    assert drawn_alike([Sprite(leaf()).stretch(0, 0)])


def test_a_sprite_that_came_to_its_place_in_many_steps_is_the_same_picture() -> None:
    far = Sprite(leaf(), at=(1, 0, 0))
    near = Sprite(leaf(), at=(0, 0, 0))
    for _ in range(10):
        near.shift((0.1, 0, 0))
    assert (near.points != far.points).any()
    recorder = Recorder(FilmCamera(), merges=True)
    assert recorder.picture([near]) == recorder.picture([far])
    assert drawn_alike([near])


def changed_frames(seed: int, size: tuple[int, int]) -> list[int]:
    """Return which pictures of a random sequence differ from those of Manim's camera."""
    dice = random.Random(seed)
    different = []
    with tempconfig(
        {"pixel_width": size[0], "pixel_height": size[1], "background_color": "#0E1117"}
    ):
        theirs, camera = FilmCamera(), FilmCamera()
        brush, recorder = Brush(size), Recorder(camera, merges=seed % 2 == 0)
        still = Canvas(brush, np.asarray(camera.background))
        whole = Canvas(brush, still)
        mobjects = [scribble(dice) for _ in range(dice.randrange(3, 20))]
        for number in range(12):
            stir(mobjects, dice)
            ordered = sorted(mobjects, key=lambda mobject: mobject.z_index)
            cut = dice.randrange(len(ordered) + 1)
            first, rest = recorder.picture(ordered[:cut]), recorder.picture(ordered[cut:])
            assert first is not None
            assert rest is not None
            whole.show(rest, still.show(first))
            theirs.reset()
            theirs.capture_mobjects(ordered[:cut])
            theirs.capture_mobjects(ordered[cut:])
            if not np.array_equal(theirs.pixel_array, whole.pixels):
                different.append(number)
    return different


@pytest.mark.parametrize("seed", range(12))
def test_redrawing_what_changed_gives_the_pixels_of_drawing_all(seed: int) -> None:
    assert changed_frames(seed, (160, 90)) == []


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(400))
def test_redrawing_many_random_pictures(seed: int) -> None:
    assert changed_frames(seed, (854, 480) if seed % 10 == 0 else (160, 90)) == []
