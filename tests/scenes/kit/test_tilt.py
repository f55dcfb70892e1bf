"""The tilt-o-meter: its needle, its arrow and its scale agree on the slope."""

import numpy as np
import pytest

from scenes.kit.tilt import TiltMeter
from scenes.stage.claims import spots
from scenes.stage.theme import DARK

RISE = 0.02  # frame units a unit of slope, at the end of the way


def meter() -> TiltMeter:
    return TiltMeter(DARK, 2.0, RISE, 40.0)


@pytest.mark.parametrize("slope", [-40.0, -7.0, 0.0, 40.0])
def test_needle_and_arrow_read_the_slope_on_the_scale(slope: float) -> None:
    felt = meter().feel((1.0, -3.0, 0.0), slope)
    tip = felt.needle.get_end()
    np.testing.assert_allclose(tip, [3.0, -3.0 + RISE * slope, 0.0], atol=1e-5)
    np.testing.assert_allclose(felt.at(slope), tip, atol=1e-5)
    np.testing.assert_allclose(spots(felt.arrow)[-1], tip[:2], atol=1e-5)
    (ruler,) = felt.rulers
    assert ruler.measure(slope) == pytest.approx(tip[1], abs=1e-5)


@pytest.mark.parametrize(("low", "high"), [(-1.0, 1.0), (-1.0, 0.0), (0.0, 1.0)])
def test_the_scale_reaches_as_far_as_it_is_told(low: float, high: float) -> None:
    scale = TiltMeter(DARK, 2.0, RISE, 40.0, low, high)
    (ruler,) = scale.rulers
    values = [value for _, value in ruler.marks]
    assert (values[0], values[-1]) == (40 * low, 40 * high)


def test_it_moves_as_one() -> None:
    felt = meter().feel((0, 0, 0), 10.0)
    before = felt.level.get_center()
    felt.feel((2.0, 1.0, 0.0), 10.0)
    np.testing.assert_allclose(felt.level.get_center() - before, [2, 1, 0], atol=1e-9)
