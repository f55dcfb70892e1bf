"""A run step by step as bars, light from a pointer, and things that shine."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from manim import LEFT, RIGHT, UP

from scenes.kit.axis import Axis
from scenes.kit.ball import Ball, glow, target_ring
from scenes.kit.bars import StepBars
from scenes.kit.beam import Beam
from scenes.stage.claims import Quantity, spots
from scenes.stage.theme import DARK, THEMES

SHRINKING = [4.0, 2.0, 1.0, 0.5]
GROWING = [1.0, 2.0, 4.0]


def bars(misses: list[float]) -> StepBars:
    return StepBars((-3, -1, 0), (3, -1, 0), misses, 0.5, DARK)


@pytest.mark.parametrize("misses", [SHRINKING, GROWING, [2.0, 0.0, 0.0]])
def test_a_bar_is_as_high_as_the_miss_and_stands_at_its_step(misses: list[float]) -> None:
    chart = bars(misses)
    for step, miss in enumerate(misses):
        bar, dot = chart.bars[step], chart.dots[step]
        across = -3 + 6 * step / (len(misses) - 1)
        assert bar.get_bottom() == pytest.approx([across, -1, 0], abs=1e-3)
        assert bar.height == pytest.approx(0.5 * miss, abs=2e-3)
        assert dot.get_center() == pytest.approx([across, -1 + 0.5 * miss, 0])
        assert vars(dot)["claim"].off(spots(dot)).max() < 1e-9


def test_what_a_step_takes_is_what_the_next_bar_lacks() -> None:
    chart = bars(SHRINKING)
    for step, take in enumerate(chart.takes):
        before, after = SHRINKING[step : step + 2]
        assert take.height == pytest.approx(0.5 * (before - after))
        assert take.get_top() == pytest.approx(chart.bars[step].get_top())
    assert len(chart.takes) == len(SHRINKING) - 1


def test_a_step_that_takes_nothing_shows_nothing_taken() -> None:
    assert len(bars(GROWING).takes) == 0
    assert len(bars([2.0, 2.0]).takes) == 0


def test_a_run_of_no_step_is_one_bar() -> None:
    chart = bars([3.0])
    assert len(chart.bars) == len(chart.dots) == 1
    assert all(np.isfinite(part.points).all() for part in chart.get_family())


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("end", [3 * RIGHT, RIGHT + 2 * UP, LEFT])
def test_a_beam_leads_from_pointer_to_dot(theme: str, end: np.ndarray) -> None:
    beam = Beam(THEMES[theme], 60.0)
    _, bottom, right, top = beam.art.box
    beam.between(LEFT + UP, LEFT).between(LEFT + UP, end)  # and not from where it led before
    assert beam.place((0, 0)) == pytest.approx(LEFT + UP)
    assert beam.place((4, 0)) == pytest.approx(end)
    assert right >= 4
    across = beam.place((0, top)) - beam.place((0, bottom))
    assert np.linalg.norm(across) == pytest.approx(top - bottom)  # it gets longer, not wider
    assert across @ (end - LEFT - UP) == pytest.approx(0)


def test_a_beam_of_no_length_is_still_somewhere() -> None:
    assert np.isfinite(Beam(DARK, 60.0).between(UP, UP).points).all()


def test_a_ball_is_put_by_its_middle_and_its_light_with_it() -> None:
    ball = Ball(0.2, DARK, 60.0).put((2, 1, 0))
    assert ball.ball.get_center() == pytest.approx([2, 1, 0])
    assert ball.halo.get_center() == pytest.approx([2, 1, 0])
    assert ball.ball.colour == DARK.marks["here"]


def test_a_ball_claims_to_be_where_its_quantity_is() -> None:
    axis, height = Axis(LEFT, RIGHT, 0, 10, DARK), Quantity("height", 3)
    axis.tick([0, 10], 0.1)
    ball = Ball(0.2, DARK, 60.0).claims(axis, of="height", x=height).put(axis.at(3))
    assert vars(ball.ball)["claim"].off(spots(ball.ball)).max() < 1e-9
    height.set_value(5)
    assert vars(ball.ball)["claim"].off(spots(ball.ball)).max() == pytest.approx(0.4)


@pytest.mark.parametrize(("theme", "blend"), [("dark", "add"), ("light", "over")])
def test_light_adds_to_the_night_and_lies_over_the_day(theme: str, blend: str) -> None:
    assert glow(1.0, "#FF0000", 20.0, THEMES[theme]).blend == blend


@pytest.mark.parametrize("theme", THEMES)
def test_what_shines_is_painted_within_its_box(theme: str) -> None:
    ball, ring = Ball(0.2, THEMES[theme], 60.0), target_ring(0.3, 60.0, THEMES[theme])
    for sprite in (*ball, *ring):
        art = sprite.art
        wide = replace(art, box=tuple(2 * side for side in art.box))
        painted, whole = (one.paint()[..., 3].astype(int).sum() for one in (art, wide))
        assert painted == pytest.approx(whole, rel=0.005), sprite.name
