"""Steps on a cost curve: each tread is exactly as long as the step."""

import itertools
from typing import Any

import numpy as np
import pytest

from scenes.kit.axis import Axis
from scenes.kit.curve import CostCurve
from scenes.kit.treads import MOST, stairs, trail
from scenes.stage.theme import DARK

RUN = [80.0, 84.0, 87.2, 89.76]


@pytest.fixture
def curve() -> CostCurve:
    axis = Axis((-6, -1, 0), (6, -1, 0), 70, 130, DARK)
    return CostCurve(axis, lambda x: (x - 100) ** 2, 0.004, 5.0)


def test_a_tread_is_the_step_and_lies_as_low_as_it_leads(curve: CostCurve) -> None:
    steps: Any = stairs(curve, RUN, "position")
    assert len(steps) == len(RUN) - 1
    for (riser, tread, mark), start, end in zip(steps, RUN, RUN[1:], strict=False):
        np.testing.assert_allclose(mark.get_center(), curve.point(start), atol=1e-9)
        np.testing.assert_allclose(riser.get_start(), curve.point(start), atol=1e-9)
        np.testing.assert_allclose(tread.tip, curve.point(end), atol=1e-9)
        assert tread.tip[0] - tread.tail[0] == pytest.approx((end - start) * curve.axis.unit)
        assert tread.tail[1] == pytest.approx(curve.point(end)[1])


def test_a_trail_lies_on_one_line(curve: CostCurve) -> None:
    steps: Any = trail(curve, RUN, "position", -0.3)
    arrows = [arrow for arrow, _ in steps]
    assert {round(float(arrow.tip[1]), 9) for arrow in arrows} == {-1.3}
    for arrow, after in itertools.pairwise(arrows):
        np.testing.assert_allclose(arrow.tip, after.tail, atol=1e-9)


def test_what_cannot_be_seen_is_not_drawn(curve: CostCurve) -> None:
    assert len(stairs(curve, [80.0, 80.01, 80.02], "position")) == 0
    assert len(stairs(curve, [80.0, 120.0] * 40, "position")) == MOST
    assert len(trail(curve, [80.0], "position", 0.0)) == 0


def test_a_column_is_as_high_as_the_cost(curve: CostCurve) -> None:
    bar = curve.column(80.0)
    assert bar.height == pytest.approx(400 * 0.004)
    assert bar.get_bottom()[1] == pytest.approx(-1.0)
    assert bar.get_center()[0] == pytest.approx(curve.axis.at(80.0)[0])
