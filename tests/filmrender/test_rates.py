"""At any frame rate, plays, sections and captions are where they should be, to the frame."""

from __future__ import annotations

import itertools
import json
import re
from datetime import timedelta
from fractions import Fraction
from math import floor
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from manim import RIGHT, Square

from filmrender.clock import Clock, exact_rate
from tests.filmrender.conftest import Render, play
from tests.filmrender.films import Tiny, film

RATES = [7.5, 12, 23.976, 24, 25, 29.97, 48, 50, 59.94, 60, 120]


def nearest(seconds: float, rate: float) -> float:
    """Return the moment of the frame nearest to ``seconds``."""
    exact = exact_rate(rate)
    return float(floor(Fraction(str(seconds)) * exact + Fraction(1, 2)) / exact)


@pytest.mark.parametrize("rate", RATES)
def test_sections_and_captions_keep_to_the_frame(rate: float, render: Render) -> None:
    made = render(Tiny, frame_rate=rate, save_sections=True)
    whole = play(made.content)
    assert whole.seconds == pytest.approx(nearest(4.4, rate), abs=1e-5)
    index = json.loads((made.film.parent / "sections" / "Tiny.json").read_text())
    ends = list(itertools.accumulate(float(section["duration"]) for section in index))
    assert ends == pytest.approx([nearest(end, rate) for end in (1.4, 3.0, 4.4)], abs=1e-5)
    start = re.match(r"1\n00:00:00,(\d+) -->", made.film.with_suffix(".srt").read_text("utf-8"))
    assert start is not None
    assert int(start[1]) == int(1000 * nearest(0.4, rate) + 1e-6)


@pytest.mark.parametrize("settings", [{}, {"format": "webm"}, {"format": "mov"}])
def test_many_short_plays_do_not_drift(settings: dict[str, str], render: Render) -> None:
    def construct(scene: Any) -> None:
        square = Square()
        for _ in range(60):
            scene.play(square.animate.shift(0.01 * RIGHT), run_time=0.11)

    made = render(film(construct), frame_rate=24, **settings)
    assert play(made.content).seconds == pytest.approx(nearest(6.6, 24), abs=2e-3)


def test_a_rate_is_the_broadcast_s() -> None:
    assert exact_rate(29.97) == Fraction(30000, 1001)
    assert exact_rate(12.5) == Fraction(25, 2)
    with pytest.raises(ValueError, match="positive"):
        exact_rate(float("nan"))


@given(
    st.lists(st.floats(0.02, 5), min_size=1, max_size=60),
    st.sampled_from(RATES) | st.floats(1, 240),
)
def test_a_play_ends_within_half_a_frame_of_its_moment(times: list[float], rate: float) -> None:
    clock, total = Clock(exact_rate(rate)), 0.0
    for seconds in times:
        lasts = max(seconds, 1 / rate)  # Manim lengthens shorter ones
        total += lasts
        frames = clock.frames(lasts)
        assert frames >= 1
        clock.advance(frames, kept=True)
        assert abs(clock.seconds - total) <= 0.5 / rate + 1e-4


def test_a_moment_of_the_scene_is_found_in_what_is_kept_of_it() -> None:
    clock = Clock(Fraction(10))
    for frames, kept in ((10, False), (5, True), (10, False), (20, True)):
        clock.advance(frames, kept=kept)
    moments = [timedelta(seconds=s) for s in (0.5, 1.2, 2.0, 3.0, 9.0)]
    found = [clock.in_film(moment).total_seconds() for moment in moments]
    assert found == pytest.approx([0, 0.2, 0.5, 1.0, 2.5])
