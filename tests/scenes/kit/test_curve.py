"""The cost over an axis, and the square of an error beside it."""

from __future__ import annotations

import numpy as np
import pytest
from manim import DOWN, LEFT, RIGHT, UP
from numpy.typing import NDArray

from scenes.kit.axis import Axis
from scenes.kit.curve import CostCurve
from scenes.kit.squares import GAP, ErrorSquare
from scenes.stage.theme import DARK

TARGET, RISE, LIMIT = 100.0, 0.2, 3.0


def cost(values: NDArray[np.float64]) -> NDArray[np.float64]:
    return (values - TARGET) ** 2


@pytest.fixture(params=["across", "upwards"])
def curve(request: pytest.FixtureRequest) -> CostCurve:
    ends = (4 * LEFT + DOWN, 4 * RIGHT + DOWN) if request.param == "across" else (3 * DOWN, 3 * UP)
    axis = Axis(*ends, 94.0, 106.0, DARK)
    axis.tick([97, 100, 103], 0.1)
    return CostCurve(axis, cost, RISE, LIMIT)


def coordinates(curve: CostCurve, points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return values and heights (n, 2) of drawn points, read off the axis' first end."""
    ways = points - curve.axis.start
    values = curve.axis.low + ways @ curve.axis.along / curve.axis.unit
    return np.column_stack((values, ways @ curve.axis.aside))


def test_a_point_of_the_curve_is_as_high_as_its_cost(curve: CostCurve) -> None:
    for value, height in ((100, 0), (103, 1.8), (97, 1.8), (98.5, 0.45)):
        point = curve.point(value)
        assert coordinates(curve, point[None])[0] == pytest.approx([value, height])


def test_the_curve_is_drawn_through_its_points_up_to_the_limit(curve: CostCurve) -> None:
    values, heights = coordinates(curve, curve.core.spots()).T
    assert len(values) > 80
    np.testing.assert_allclose(heights, RISE * cost(values), atol=1e-9)
    assert heights.max() <= LIMIT
    assert heights.max() > 0.9 * LIMIT


def test_a_tangent_touches_the_curve_and_has_its_slope(curve: CostCurve) -> None:
    (low, below), (high, above) = coordinates(curve, curve.tangent(102, 4.0, 1.0, 1.5).spots())
    assert (low, high) == pytest.approx((101, 103.5))
    step = 1e-6
    ahead, behind = (float(RISE * cost(np.array([102 + s]))[0]) for s in (step, -step))
    assert (above - below) / (high - low) == pytest.approx((ahead - behind) / (2 * step))
    assert below + (above - below) * (102 - low) / (high - low) == pytest.approx(RISE * 4)


def test_a_drop_leads_from_the_curve_to_the_axis(curve: CostCurve) -> None:
    (value, height), _ = coordinates(curve, curve.drop(98).spots())
    assert (value, height) == pytest.approx((98, RISE * 4))
    assert coordinates(curve, curve.drop(98).spots())[1] == pytest.approx([98, 0], abs=0.1)


def test_a_ghost_is_where_the_ball_was(curve: CostCurve) -> None:
    assert curve.ghost(103, 0.2).get_center() == pytest.approx(curve.point(103), abs=0.01)


def test_a_swollen_curve_has_higher_points(curve: CostCurve) -> None:
    curve.rise *= 4
    assert coordinates(curve, curve.point(103)[None])[0] == pytest.approx([103, 7.2])


# -- the square --------------------------------------------------------------------------------


@pytest.fixture(params=[103.0, 97.0], ids=["too high", "too low"])
def value(request: pytest.FixtureRequest) -> float:
    return float(request.param)


def across() -> CostCurve:
    axis = Axis(4 * LEFT + DOWN, 4 * RIGHT + DOWN, 94.0, 106.0, DARK)
    return CostCurve(axis, cost, RISE, LIMIT)


@pytest.mark.parametrize("side", [1, 3, 4])
def test_the_cells_together_have_the_area_of_the_squared_error(value: float, side: int) -> None:
    axis = across().axis
    square = ErrorSquare(axis, TARGET, value, side)
    areas = [((cell.width + GAP) * (cell.height + GAP)) for cell in square]
    assert len(square) == side**2
    assert areas == pytest.approx([areas[0]] * side**2)
    assert sum(areas) / axis.unit**2 == pytest.approx(9)  # cm², the cost of 3 cm


def test_the_square_stands_on_the_axis_between_target_and_value(value: float) -> None:
    axis = across().axis
    square = ErrorSquare(axis, TARGET, value)
    ends = sorted((float(axis.at(TARGET)[0]), float(axis.at(value)[0])))
    assert [square.get_left()[0], square.get_right()[0]] == pytest.approx(ends, abs=GAP)
    base = float(axis.at(TARGET)[1])
    assert square.get_bottom()[1] == pytest.approx(base, abs=GAP)
    assert square.get_top()[1] == pytest.approx(base + 3 * axis.unit, abs=GAP)


def test_the_same_cells_pile_up_to_the_curve(value: float) -> None:
    curve = across()
    pile = ErrorSquare(curve.axis, TARGET, value).pile(curve)
    foot, top = curve.axis.at(value), curve.point(value)
    assert len(pile) == 9
    assert pile.get_bottom() == pytest.approx(foot, abs=GAP)
    assert pile.get_top() == pytest.approx(top, abs=GAP)


def test_the_cells_fly_from_the_square_to_the_pile(value: float) -> None:
    curve = across()
    square = ErrorSquare(curve.axis, TARGET, value)
    pile = square.pile(curve)
    flight = square.flight(pile)
    cells = [each.mobject for each in flight.animations]
    flight.begin()
    flight.interpolate(0)
    for flying, cell in zip(cells, square, strict=True):
        assert flying.get_center() == pytest.approx(cell.get_center())
    flight.finish()
    for flying, tile in zip(cells, pile, strict=True):
        assert flying.get_center() == pytest.approx(tile.get_center())
        assert (flying.width, flying.height) == pytest.approx((tile.width, tile.height))
