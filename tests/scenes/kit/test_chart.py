"""A cost from edge to edge: the ball is on the curve, and the tangent touches it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from manim import UP

from gdmath.experiments import params as base
from gdmath.experiments._common.curve_run import CurveRun
from gdmath.experiments._common.sentences import Sentences
from gdmath.objective import Function
from scenes.kit.chart import LIFT, CostChart
from scenes.stage.inspect.playing import staged
from scenes.stage.shots import ShotFilm
from scenes.stage.words import Words
from tests.scenes.conftest import Watcher

VALLEYS = Function(lambda x: x**4 - 3 * x**2 + x, -1.9, 1.9)


class Params(base.Params):
    start: float = 1.8
    learning_rate: float = 0.03
    steps: int = 8


class Film(ShotFilm[Params]):
    slug = "sample"
    title = "A sample"
    model = Params


@pytest.fixture(params=["16:9", "1:1", "9:16"])
def chart(request: pytest.FixtureRequest) -> Iterator[CostChart]:
    run = CurveRun.of(Params(), VALLEYS, Sentences())
    with staged(Film, Watcher(), Params(), "dark", request.param) as film:
        assert isinstance(film, Film)
        yield CostChart(film, run)


def off(chart: CostChart) -> float:
    """Return how far the ball is from where its claim says."""
    ball = chart.ball.ball
    claim: Any = vars(ball)["claim"]
    return float(claim.off(ball.get_center()[None, :2])[0])


def test_the_ball_is_on_the_curve_wherever_it_rolls(chart: CostChart) -> None:
    for x in chart.run.xs.tolist():
        chart.at.set_value(x)
        chart.ball.update()
        assert off(chart) < 1e-3
    chart.ball.shift(0.05 * UP)
    assert off(chart) == pytest.approx(0.05, abs=1e-3)


def test_the_curve_fills_the_frame_s_width_above_the_axis(chart: CostChart) -> None:
    frame, points = chart.film.frame, chart.curve.core.points
    assert np.ptp(points[:, 0]) == pytest.approx(frame.width, rel=1e-3)
    assert points[:, 1].min() == pytest.approx(chart.axis.start[1] + LIFT, abs=1e-3)


def test_the_tangent_has_the_slope_that_is_drawn(chart: CostChart) -> None:
    start, end = chart.tangent().spots()
    drawn = (end - start)[1] / (end - start)[0]
    place, beside = (chart.curve.point(x) for x in (1.8 - 1e-6, 1.8 + 1e-6))
    assert drawn == pytest.approx((beside - place)[1] / (beside - place)[0], rel=1e-4)
    assert min(start[1], end[1]) > chart.axis.start[1]


def test_a_step_leads_to_the_next_x_and_leaves_a_mark_below_the_ball(chart: CostChart) -> None:
    step = chart.roll_on(0).build()
    assert step.mobject.target.get_value() == chart.run.xs[1]
    assert chart.submobjects[-1] is chart.ball
    assert chart.submobjects[-2].name == "visited"


def test_numbers_stand_under_their_ticks(chart: CostChart) -> None:
    numbers = [part for part in chart.get_family() if isinstance(part, Words)]
    assert [number.text for number in numbers] == ["−1", "0", "1"]
    for number in numbers:
        place = chart.axis.at(float(number.text.replace("−", "-")))
        assert number.get_center()[0] == pytest.approx(place[0], abs=0.15)
