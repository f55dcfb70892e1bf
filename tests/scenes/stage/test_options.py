"""A film keeps to the size that Manim is asked for, and to the narration of an excerpt."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click import Command, Context
from manim import tempconfig

from gdmath.experiments.params import ParameterError
from scenes.laser import Laser
from scenes.stage.layout import ASPECTS, Aspect
from scenes.stage.pixels import size_in_pixels

QUALITIES = [(854, 480), (1280, 720), (1920, 1080), (2560, 1440), (3840, 2160)]


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("size", QUALITIES)
def test_a_quality_gives_the_shorter_side(aspect: Aspect, size: tuple[int, int]) -> None:
    layout = ASPECTS[aspect]
    with tempconfig({"pixel_width": size[0], "pixel_height": size[1]}):
        made = size_in_pixels(layout)
    assert min(made) == size[1]
    assert abs(made[0] - made[1] * layout.frame.width / layout.frame.height) <= 1
    assert all(side % 2 == 0 for side in made)


@pytest.mark.parametrize(
    ("aspect", "size"),
    [("9:16", (1080, 1920)), ("1:1", (700, 700)), ("16:9", (1366, 768)), ("9:16", (480, 854))],
)
def test_a_size_that_fits_is_made_exactly(aspect: Aspect, size: tuple[int, int]) -> None:
    context = Context(Command("render"))
    context.params["resolution"] = size
    with tempconfig({"pixel_width": size[0], "pixel_height": size[1]}), context:
        assert size_in_pixels(ASPECTS[aspect]) == size


@pytest.mark.parametrize(
    ("aspect", "size", "sentence"),
    [
        ("9:16", (1920, 1080), "the aspect ratio is 9:16, as in 1080,1920, or GDVIDEO_ASPECT=16:9"),
        ("16:9", (1080, 1920), "the aspect ratio is 16:9, as in 1920,1080, or GDVIDEO_ASPECT=9:16"),
        ("1:1", (640, 480), "the aspect ratio is 1:1, as in 480,480"),
    ],
)
def test_a_size_that_does_not_fit_is_one_sentence(
    aspect: Aspect, size: tuple[int, int], sentence: str
) -> None:
    context = Context(Command("render"))
    context.params["resolution"] = size
    asked = {"pixel_width": size[0], "pixel_height": size[1]}
    with tempconfig(asked), context, pytest.raises(ParameterError) as refused:
        size_in_pixels(ASPECTS[aspect])
    assert str(refused.value) == f"-r {size[0]},{size[1]} is not allowed: {sentence}"


def captions(path: Path, **settings: float) -> list[tuple[int, int, str]]:
    """Render the laser film's beginning; return its captions' starts, ends (ms) and texts."""
    size = {"pixel_width": 64, "pixel_height": 36, "frame_rate": 15}
    quiet = {"media_dir": str(path), "progress_bar": "none", "verbosity": "ERROR"}
    with tempconfig({**size, **quiet, **settings}):
        film = Laser()
        film.render()
    place = film.output_plan.subcaption_file
    assert place is not None
    text = place.read_text(encoding="utf-8")
    found = re.findall(r"00:00:(\d+),(\d+) --> 00:00:(\d+),(\d+)\n(.+)", text)
    return [(int(a + b), int(c + d), words) for a, b, c, d, words in found]


def test_an_excerpt_s_last_line_is_told_too(tmp_path: Path) -> None:
    whole = captions(tmp_path, upto_animation_number=12)
    part = captions(tmp_path, from_animation_number=3, upto_animation_number=12)
    same, shift = whole[-len(part) :], whole[-1][1] - part[-1][1]
    assert [words for *_, words in same] == [words for *_, words in part]
    assert part[0][0] == 0
    assert [(a + shift, b + shift) for a, b, _ in part[1:]] == [(a, b) for a, b, _ in same[1:]]


@pytest.mark.parametrize("rate", [24, 29.97])
def test_at_any_rate_a_film_s_captions_are_contiguous_and_within_half_a_frame(
    rate: float, tmp_path: Path
) -> None:
    told = captions(tmp_path / "15", upto_animation_number=12)
    other = captions(tmp_path / "other", upto_animation_number=12, frame_rate=rate)
    assert [words for *_, words in told] == [words for *_, words in other]
    for (start, end, _), (there, then, _) in zip(told, other, strict=True):
        assert abs(start - there) <= 500 / rate + 1
        assert abs(end - then) <= 500 / rate + 1
