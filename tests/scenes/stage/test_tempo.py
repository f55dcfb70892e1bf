"""Poses and opacities change so many times a second, and arrive."""

from __future__ import annotations

import numpy as np
import pytest

from scenes.stage.tempo import POSES, STEPS, stepped


@pytest.mark.parametrize("seconds", [0.2, 0.4, 0.6, 0.8, 1.2, 1.6])
@pytest.mark.parametrize("rate", [15, 30])
def test_no_frame_of_a_slow_film_shows_anything_else(seconds: float, rate: int) -> None:
    alphas = np.arange(round(seconds * rate)) / rate / seconds
    assert [stepped(alpha, seconds) for alpha in alphas] == pytest.approx(alphas.tolist())


def test_every_other_frame_of_a_quick_film_shows_what_the_one_before_showed() -> None:
    seconds, rate = 0.4, 2 * STEPS
    shown = [stepped(second / seconds, seconds) for second in np.arange(24) * (1 / rate)]
    assert shown[::2] == shown[1::2]
    assert len(set(shown)) == 12


@pytest.mark.parametrize("steps", [POSES, STEPS])
def test_it_changes_so_many_times_a_second(steps: int) -> None:
    shown = [stepped(alpha, 2.0, steps) for alpha in np.arange(120) / 120]
    assert len(set(shown)) == 2 * steps
    assert shown == sorted(shown)


def test_an_animation_arrives() -> None:
    assert stepped(1.0, 0.5) == 1.0
