"""The tilt-o-meter: its needle, its bar and its scale agree on the angle."""

import math

import numpy as np
import pytest

from scenes.kit.tilt import TiltMeter
from scenes.stage.theme import DARK

STEEPNESS = 0.02  # of the picture, a unit of slope


def angle(slope: float) -> float:
    return math.atan(STEEPNESS * slope)


@pytest.mark.parametrize("side", [1, -1])
@pytest.mark.parametrize("slope", [-40.0, -7.0, 0.0, 40.0])
def test_the_needle_points_along_the_slope(side: int, slope: float) -> None:
    meter = TiltMeter(DARK, 2.0, angle, 40.0, side).feel((1.0, -3.0, 0.0), slope)
    tip = meter.needle.points[3]
    way = side * (tip - np.array([1.0, -3.0, 0.0]))
    assert way[1] / way[0] == pytest.approx(STEEPNESS * slope)
    assert way[0] > 0
    read = side * (meter.beside(slope, 1.0) - meter.middle)
    assert read[1] / read[0] == pytest.approx(STEEPNESS * slope)
    assert np.linalg.norm(read) == pytest.approx(2.0)


def test_from_level_it_fills_by_and_by() -> None:
    meter = TiltMeter(DARK, 2.0, angle, 40.0)
    heights = [meter.feel((0, 0, 0), -40.0, part).bar.height for part in (0.0, 0.5, 1.0)]
    assert heights == sorted(heights)
    assert heights[0] == pytest.approx(0, abs=1e-9)


def test_it_moves_as_one() -> None:
    meter = TiltMeter(DARK, 1.5, angle, 40.0)
    before = meter.scale_of_it.get_center()
    meter.feel((2.0, 1.0, 0.0), 10.0)
    np.testing.assert_allclose(meter.scale_of_it.get_center() - before, [2, 1, 0], atol=1e-9)
