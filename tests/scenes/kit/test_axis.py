"""An axis anywhere in the picture, and arrows along it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from manim import DOWN, LEFT, RIGHT, UP, Mobject

from scenes.kit.arrows import axis_arrow, divided
from scenes.kit.axis import Axis
from scenes.stage.claims import spots
from scenes.stage.theme import DARK, THEMES

WAYS = {
    "to the right": (LEFT, RIGHT),
    "upwards": (2 * DOWN, 3 * UP),
    "to the left": (3 * RIGHT, 4 * LEFT),
    "aslant": (LEFT + DOWN, 2 * RIGHT + UP),
}


@pytest.fixture(params=list(WAYS))
def axis(request: pytest.FixtureRequest) -> Axis:
    start, end = WAYS[request.param]
    return Axis(start, end, 90.0, 110.0, DARK)


def off(mark: Mobject) -> float:
    """Return how far a mark is from where it claims to be, as the axis' ticks are drawn."""
    return float(vars(mark)["claim"].off(spots(mark)).max())


def test_values_lie_in_proportion_between_the_ends(axis: Axis) -> None:
    assert axis.at(90).tolist() == axis.start.tolist()
    assert axis.at(110) == pytest.approx(axis.end)
    assert axis.at(95) == pytest.approx(0.75 * axis.start + 0.25 * axis.end)
    assert axis.at(130) == pytest.approx(2 * axis.end - axis.start)  # beyond it, too
    assert np.linalg.norm(axis.at(101) - axis.at(100)) == pytest.approx(axis.unit)


def test_offsets_lie_above_the_line_or_left_of_one_upwards(axis: Axis) -> None:
    aside = axis.at(100, 0.5) - axis.at(100)
    assert aside == pytest.approx(0.5 * axis.aside)
    assert float(aside @ axis.along) == pytest.approx(0)
    assert aside[1] > 0 or (aside[1] == 0 and np.cross(axis.along, aside)[2] > 0)


def test_above_an_axis_to_the_right_and_left_of_one_upwards() -> None:
    assert Axis(LEFT, RIGHT, 0, 1, DARK).aside == pytest.approx(UP)
    assert Axis(DOWN, UP, 0, 1, DARK).aside == pytest.approx(LEFT)


def test_ticks_stand_at_their_values_below_the_axis(axis: Axis) -> None:
    ticks = axis.tick([95, 100, 108], 0.2)
    assert ticks in axis.submobjects
    for tick, value in zip(ticks, (95, 100, 108), strict=True):
        assert tick.get_start() == pytest.approx(axis.at(value))
        assert tick.get_end() == pytest.approx(axis.at(value, -0.2))


# -- claims ------------------------------------------------------------------------------------


@pytest.mark.parametrize("values", [(95, 104), (104, 95), (100, 100)])
def test_an_arrow_claims_to_lead_where_it_leads(axis: Axis, values: tuple[float, float]) -> None:
    axis.tick([95, 100, 108], 0.2)
    arrow = axis_arrow(axis, *values, "gradient", 0.1, of="gradient", off=-0.3)
    tail, tip = (axis.at(value, -0.3) for value in values)
    assert spots(arrow) == pytest.approx(np.array([tail, tip])[:, :2])
    assert off(arrow) < 1e-9
    assert vars(arrow)["claim"].stands_for == "gradient"
    assert arrow.name == "gradient arrow"


def test_an_arrow_that_is_elsewhere_is_found_out(axis: Axis) -> None:
    axis.tick([95, 100, 108], 0.2)
    arrow = axis_arrow(axis, 95, 104, "step", 0.1, of="step")
    assert off(arrow.shift(0.1 * axis.along)) == pytest.approx(0.1)
    aside = axis_arrow(axis, 95, 104, "step", 0.1, of="step").shift(0.1 * axis.aside)
    assert off(aside) == pytest.approx(0, abs=1e-9)  # how far it is off the line says nothing


def test_so_are_ticks_that_are(axis: Axis) -> None:
    ticks = axis.tick([95, 100, 108], 0.2)
    arrow = axis_arrow(axis, 95, 104, "step", 0.1, of="step")
    ticks.shift(0.1 * axis.along)
    assert off(arrow) == pytest.approx(0.1)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("role", ["text", "gradient", "step"])
def test_an_arrow_has_its_roles_colour(theme: str, role: Any) -> None:
    axis = Axis(LEFT, RIGHT, 0, 1, THEMES[theme])
    arrow = axis_arrow(axis, 0, 1, role, 0.1, of="error")
    assert arrow.get_fill_color() == THEMES[theme].mark(role)


# -- an arrow in parts -------------------------------------------------------------------------


@pytest.mark.parametrize("parts", [1, 3, 10])
def test_an_arrow_is_divided_into_equal_parts_from_tail_to_tip(axis: Axis, parts: int) -> None:
    cells = divided(axis, 104, 96, parts, 0.2, -0.3)
    assert len(cells) == parts
    for number, cell in enumerate(cells):
        along = cell.get_all_points() - axis.at(104, -0.3)
        reach = along @ -axis.along / axis.unit
        low, high = 8 * number / parts, 8 * (number + 1) / parts
        slack = 0.06 / axis.unit
        assert low - slack <= reach.min() <= reach.max() <= high + slack
        assert reach.max() - reach.min() > (high - low) - 2 * slack


def test_its_last_part_alone_has_the_head(axis: Axis) -> None:
    cells = divided(axis, 96, 104, 4, 0.2)
    widths = [float(np.ptp(cell.get_all_points() @ axis.aside)) for cell in cells]
    assert widths[:3] == pytest.approx([widths[0]] * 3)
    assert widths[3] > 1.5 * widths[0]


def test_a_gradient_of_nothing_has_parts_of_nothing(axis: Axis) -> None:
    for cell in divided(axis, 100, 100, 2, 0.2):
        assert np.isfinite(cell.get_all_points()).all()
