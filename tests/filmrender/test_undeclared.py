"""What scenes that declare nothing get besides their pictures: files, sound, frames, refusals."""

from __future__ import annotations

import wave
from collections.abc import Callable
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from manim import RIGHT, Circle, Create, Dot, MovingCameraScene, Scene, Square, Text, tempconfig

from filmrender import manim_internals
from filmrender.output.shot import Shot
from filmrender.scene import film_renderer, render_film
from tests.filmrender.conftest import SMALL, play
from tests.filmrender.strangers import CountsTime, DrawsLots

RenderAny = Callable[..., Any]


@pytest.fixture
def render_any(tmp_path: Path) -> RenderAny:
    """Return a function that renders a scene that declares nothing."""
    settings = {"media_dir": str(tmp_path / "media"), "progress_bar": "none", "verbosity": "ERROR"}

    def render_any(cls: type[Scene], **other: Any) -> Any:
        with tempconfig({**settings, **SMALL, **other, "input_file": "theirs.py"}):
            scene = cls(renderer=film_renderer())
            render_film(scene, lambda: manim_internals.render(scene))
            return scene

    return render_any


def film_of(scene: Any) -> Path:
    return Path(scene.output_plan.primary_artifact)


class Looks(Scene):
    """Takes a look at the pictures between plays, and within one."""

    def construct(self) -> None:
        self.seen: list[Any] = []
        square = Square(fill_opacity=0.5)
        square.add_updater(lambda _: self.seen.append(self.renderer.get_frame()))
        self.add(Circle())
        self.play(Create(square), run_time=0.4)
        self.seen.append(self.renderer.get_frame())
        square.clear_updaters()
        self.play(square.animate.shift(RIGHT), run_time=0.4)
        self.seen.append(self.renderer.get_frame())
        self.wait(0.4)
        self.seen.append(self.renderer.get_frame())


@pytest.mark.parametrize("cached", [False, True])
def test_a_scene_sees_the_frame_that_manim_would_have_drawn(
    render_any: RenderAny, tmp_path: Path, *, cached: bool
) -> None:
    for _ in range(1 + cached):
        ours = render_any(Looks).seen
    settings = {**SMALL, "media_dir": str(tmp_path / "stock"), "progress_bar": "none"}
    with tempconfig({**settings, "verbosity": "ERROR", "disable_caching": True}):
        stock: Any = Looks()
        stock.render()
    assert len(ours) == len(stock.seen) > 5
    assert [np.array_equal(*pair) for pair in zip(ours, stock.seen, strict=True)] == [True] * len(
        ours
    )


def test_each_play_is_a_file_that_plugins_find(render_any: RenderAny) -> None:
    class Parts(Scene):
        def construct(self) -> None:
            self.play(Create(Circle()), run_time=0.4)
            self.wait(0.6)
            self.next_section("left out", skip_animations=True)
            self.wait(0.4)
            self.next_section("two")
            self.play(Create(Square()), run_time=0.2)

    writer = render_any(Parts).renderer.file_writer
    names = writer.partial_movie_files
    assert [name is None for name in names] == [False, False, True, False]
    lengths = [play(Path(name).read_bytes()).seconds for name in names if name]
    assert lengths == pytest.approx([0.4, 0.6, 0.2], abs=1e-6)
    in_sections = [name for section in writer.sections for name in section.partial_movie_files]
    assert in_sections == names


# pydub, with which Manim mixes, leaves the file open.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_sound_is_in_the_film_for_as_long_as_manim_has_it(
    render_any: RenderAny, tmp_path: Path
) -> None:
    with wave.open(str(tmp_path / "tone.wav"), "wb") as file:
        file.setparams((1, 2, 44100, 0, "NONE", ""))
        tone = 9000 * np.sin(np.arange(22050) * 0.06)
        file.writeframes(tone.astype("<i2").tobytes())

    class Sounds(Scene):
        def construct(self) -> None:
            self.wait(0.4)
            self.add_sound(str(tmp_path / "tone.wav"))
            self.play(Create(Circle()), run_time=0.6)

    film = film_of(render_any(Sounds))
    assert play(film.read_bytes()).seconds == pytest.approx(1.0, abs=0.1)
    with av.open(film) as container:
        frames = [frame.to_ndarray() for frame in container.decode(audio=0)]
        rate = container.streams.audio[0].rate
    loud = np.abs(np.concatenate(frames, axis=1)[0]) > 0.02
    assert 0.35 < loud.argmax() / rate < 0.45
    assert 0.85 < (len(loud) - loud[::-1].argmax()) / rate < 0.95


def test_a_moving_camera_costs_no_drawing_the_second_time(
    render_any: RenderAny, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Near(MovingCameraScene):
        def construct(self) -> None:
            self.add(Square(), Dot())
            self.play(self.camera.frame.animate.scale(0.5), run_time=0.6)  # type: ignore[union-attr]
            self.play(Create(Circle(radius=radius)), run_time=0.4)

    drawn: list[int] = []
    draw = Shot._draw

    def noted(shot: Shot, *args: Any) -> None:
        drawn.append(1)
        draw(shot, *args)

    monkeypatch.setattr(Shot, "_draw", noted)
    radius = 0.5
    render_any(Near)
    first = len(drawn)
    render_any(Near)
    assert len(drawn) == first > 10
    radius = 0.7
    render_any(Near)
    assert first < len(drawn) < first + 7  # the second play alone


@pytest.mark.parametrize(
    ("cls", "why"), [(CountsTime, "no whole number of frames"), (DrawsLots, "leaves another")]
)
def test_what_several_processes_cannot_share_is_refused(
    cls: type[Scene],
    why: str,
    render_any: RenderAny,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("FILMRENDER_JOBS", "2")
    with pytest.raises(SystemExit) as refusal:
        render_any(cls)
    assert refusal.value.code == 1
    assert why in capfd.readouterr().err


def test_several_processes_make_the_film_that_one_makes_with_texts(
    render_any: RenderAny, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Says(Scene):
        def construct(self) -> None:
            for word in "abcdefgh":
                self.play(Create(Text(word)), run_time=0.2)

    alone = film_of(render_any(Says)).read_bytes()
    monkeypatch.setenv("FILMRENDER_JOBS", "2")
    shared = film_of(render_any(Says, media_dir=str(tmp_path / "other")))
    assert shared.read_bytes() == alone
    assert not list(tmp_path.rglob("*.svg"))
