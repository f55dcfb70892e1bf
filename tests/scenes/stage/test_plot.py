"""Axes, ticks and curves."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gdmath.experiments.reading import Format
from scenes.stage.layout import Zone
from scenes.stage.plot import Axis, Growing, Plot, nice_ticks
from scenes.stage.theme import DARK

ZONE = Zone(0.0, 0.0, 4.0, 3.0)


@given(st.floats(-1e6, 1e6), st.floats(1e-6, 1e6), st.integers(2, 9))
def test_ticks_are_few_round_and_inside(low: float, width: float, at_most: int) -> None:
    high = low + width
    assume(high - low > 1e-9 * max(abs(low), abs(high)))
    ticks = nice_ticks(low, high, at_most)
    assert len(ticks) <= at_most
    slack = 1e-6 * (high - low)
    assert all(low - slack <= tick <= high + slack for tick in ticks)


@pytest.mark.parametrize(("low", "high"), [(1.0, 1.0), (2.0, 1.0), (0.0, float("nan"))])
def test_a_range_that_is_none_is_refused(low: float, high: float) -> None:
    with pytest.raises(ValueError, match="ticks need a range"):
        nice_ticks(low, high, 5)


def plot() -> Plot:
    return Plot(
        ZONE,
        Axis(-1.0, 3.0, [0.0, 1.0, 2.0], lambda v: Format(0).of("x", v)),
        Axis(0.0, 10.0),
        theme=DARK,
        size=0.25,
    )


def test_a_pair_of_values_lies_where_its_ticks_lie() -> None:
    axes = plot()
    inner = axes.inner
    assert axes.at(-1, 0) == pytest.approx([inner.left, inner.bottom, 0])
    assert axes.at(3, 10) == pytest.approx([inner.right, inner.top, 0])
    assert axes.places([1], [5])[0] == pytest.approx(axes.at(1, 5))


def test_a_curve_with_a_gap_is_refused() -> None:
    with pytest.raises(ValueError, match="not finite"):
        plot().curve([0, 1, 2], [0, np.nan, 1], "cost")


def test_labels_that_would_touch_are_left_out() -> None:
    crowded = Plot(
        ZONE,
        Axis(0.0, 1.0, [0.4, 0.5, 0.6], lambda v: Format(9, fixed=True).of("x", v)),
        Axis(0.0, 1.0),
        theme=DARK,
        size=0.25,
    )
    assert len(crowded.labels) == 1
    assert crowded.labels[0].get_center()[0] == pytest.approx(crowded.at(0.5, 0)[0])


def test_a_growing_curve_ends_between_two_of_its_places() -> None:
    places = np.array([[0.0, 0, 0], [1, 2, 0], [2, 2, 0]])
    curve = Growing([0, 1, 2], places, DARK, "cost", "curve").until(0.5)
    assert curve.points[-1] == pytest.approx([0.5, 1.0, 0.0])
