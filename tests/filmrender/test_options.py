"""Manim's options are kept, or refused in one sentence with what is allowed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from manim import ManimColor, Square
from PIL import Image
from PIL.GifImagePlugin import GifImageFile

from tests.filmrender.conftest import Render, play
from tests.filmrender.films import Tiny, film

OTHERS: list[dict[str, Any]] = [
    {"format": "gif"},
    {"format": "webm"},
    {"format": "mov"},
    {"format": "mov", "transparent": True},
    {"video_encoder_options": {"preset": "ultrafast"}},
]


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"from_animation_number": 10}, "-n 10 is outside the scene: its plays are numbered 0 to"),
        ({"from_animation_number": 10, "format": "gif"}, "-n 10 is outside the scene"),
        ({"from_animation_number": 10, "format": "png"}, "-n 10 is outside the scene"),
        ({"from_animation_number": 5, "upto_animation_number": 3}, "-n 5,3 is not possible"),
        ({"from_animation_number": -3}, "-n -3 is not possible"),
        ({"pixel_width": 215}, "-r 215,120 is not possible"),
        ({"pixel_height": 121, "format": "webm"}, "-r 214,121 is not possible"),
        ({"pixel_height": 0}, "-r 214,0 is not possible"),
        ({"frame_rate": float("nan")}, "--fps nan is not possible"),
        ({"frame_rate": -5}, "--fps -5 is not possible"),
        ({"renderer": "opengl"}, "--renderer opengl is not possible here"),
        ({"live_preview": True}, "This renderer does not support live preview"),
    ],
)
def test_what_cannot_be_made_is_one_sentence(
    settings: dict[str, Any],
    sentence: str,
    render: Render,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = render(Tiny)
    content = before.content
    with pytest.raises(SystemExit) as leaving:
        render(Tiny, **settings)
    assert leaving.value.code == 2
    said = capsys.readouterr()
    assert said.err.startswith(sentence)
    assert said.err.count("\n") == 1
    assert "ready" not in said.out
    assert before.content == content
    assert len(list((tmp_path / "media").rglob("Tiny*.*"))) == 2  # the film and its captions


def test_two_processes_say_once_that_the_range_is_outside(
    render: Render, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FILMRENDER_JOBS", "2")
    with pytest.raises(SystemExit) as leaving:
        render(Tiny, from_animation_number=10)
    assert leaving.value.code == 2
    assert capfd.readouterr().err.count("outside") == 1


@pytest.mark.parametrize("settings", [{}, {"format": "webm"}])
def test_an_excerpt_has_its_own_captions(settings: dict[str, str], render: Render) -> None:
    made = render(Tiny, from_animation_number=2, upto_animation_number=2, **settings)
    captions = made.film.with_suffix(".srt").read_text(encoding="utf-8")
    assert captions.startswith("1\n00:00:00,000 --> 00:00:00,600\nA square comes.")
    made = render(Tiny, from_animation_number=3, **settings)
    assert not made.film.with_suffix(".srt").exists()


@pytest.mark.parametrize("opens", ["preview", "show_in_file_browser"])
@pytest.mark.parametrize("settings", [{}, {"format": "gif"}])
def test_without_a_viewer_the_film_is_there_and_that_is_said(
    settings: dict[str, str],
    opens: str,
    render: Render,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("PATH", "")
    for _ in range(2):  # rendered, and fresh
        made = render(Tiny, **{opens: True}, **settings)
        said = capsys.readouterr().err
        assert said.startswith("It cannot be shown here, for lack of a viewer")
        assert said.endswith(f"it is {made.film}.\n")
        assert made.film.exists()


@pytest.mark.parametrize("settings", OTHERS)
def test_a_path_may_have_an_apostrophe(
    settings: dict[str, Any], render: Render, tmp_path: Path
) -> None:
    made = render(Tiny, media_dir=str(tmp_path / "it's"), save_sections=True, **settings)
    assert play(made.content).seconds == pytest.approx(4.4, abs=0.011)
    sections = sorted((made.film.parent / "sections").glob("*.m*")) + sorted(
        (made.film.parent / "sections").glob("*.webm")
    )
    assert [play(path.read_bytes()).seconds for path in sections] == pytest.approx(
        [1.4, 1.6, 1.4], abs=2e-3
    )


@pytest.mark.parametrize("settings", OTHERS)
@pytest.mark.parametrize("colour", [(131, 193, 103), (40, 90, 220)])
def test_colours_are_those_of_the_mp4(
    colour: tuple[int, int, int], settings: dict[str, Any], render: Render
) -> None:
    def construct(scene: Any) -> None:
        scene.add(Square(20, fill_color=ManimColor.from_rgb(colour), fill_opacity=1))
        scene.wait(0.2)

    made = render(film(construct), **settings)
    assert np.abs(play(made.content).pictures[0].astype(int) - colour).max() <= 2
    if made.film.suffix == ".gif":
        return
    with av.open(str(made.film)) as container:
        context = container.streams.video[0].codec_context
        assert (context.color_primaries, context.color_trc) == (1, 1)
        if "yuv" in str(context.pix_fmt):
            assert (context.colorspace, context.color_range) == (1, 1)


def test_a_gif_shows_what_the_film_shows(render: Render) -> None:
    made = render(Tiny, format="gif", frame_rate=60, pixel_width=320, pixel_height=180)
    stills = render(Tiny, format="png-sequence", pixel_width=320, pixel_height=180).film
    drawn = [np.asarray(Image.open(p).convert("RGB")) for p in sorted(stills.glob("*.png"))]
    shown, times = [], []
    with GifImageFile(made.film) as gif:
        for number in range(gif.n_frames):
            gif.seek(number)
            shown.append(np.asarray(gif.convert("RGB")).astype(int))
            times.append(gif.info["duration"])
    assert len(shown) <= 4.4 * 15 + 1
    assert sum(times) == 4400
    for picture in (drawn[-1], drawn[20]):
        assert min(np.abs(picture - other).mean() for other in shown) < 0.5
    assert np.abs(shown[-1] - drawn[-1]).max() < 20


def test_a_gif_is_small(render: Render) -> None:
    size = {"pixel_width": 640, "pixel_height": 360, "frame_rate": 60}
    film = len(render(Tiny, **size).content)
    assert len(render(Tiny, format="gif", **size).content) < 4 * film


def test_a_transparent_gif_leaves_nothing_behind(render: Render) -> None:
    made = render(Tiny, format="gif", transparent=True)
    with GifImageFile(made.film) as gif:
        gif.seek(gif.n_frames - 1)
        alpha = np.asarray(gif.convert("RGBA"))[..., 3]
    assert 0 < np.count_nonzero(alpha) < alpha.size / 4  # a triangle's outline


def test_a_shorter_sequence_replaces_a_longer_one(render: Render) -> None:
    folder = render(Tiny, format="png-sequence").film
    many = len(list(folder.glob("*.png")))
    render(Tiny, format="png-sequence", upto_animation_number=1)
    assert len(list(folder.glob("*.png"))) == 12 < many


def test_transparent_films_are_drawn_as_manim_draws_them(
    render: Render, monkeypatch: pytest.MonkeyPatch
) -> None:
    films = []
    for writer in ("", "stock"):
        monkeypatch.setenv("FILMRENDER_WRITER", writer)
        made = render(Tiny, format="mov", transparent=True, disable_caching=True)
        with av.open(str(made.film)) as container:
            films.append([f.to_ndarray(format="rgba") for f in container.decode(video=0)])
    assert np.array_equal(films[0], films[1])
