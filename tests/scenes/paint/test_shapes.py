"""Shapes: closed outlines, filled wherever one of them turns round a point."""

from __future__ import annotations

import numpy as np
import pytest

from scenes.paint.shapes import (
    Shape,
    blob,
    bounds,
    capsule,
    curve,
    ellipse,
    limb,
    moved,
    polygon,
    rectangle,
    union,
)

SQUARE = [(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0)]


def area(shape: Shape) -> float:
    """Return the signed area of an outline: positive if it runs anticlockwise."""
    (outline,) = shape
    x, y = outline.T
    return float(np.sum(x * np.roll(y, -1) - y * np.roll(x, -1)) / 2)


@pytest.mark.parametrize("points", [SQUARE, SQUARE[::-1]])
def test_a_polygon_runs_anticlockwise_however_it_was_said(
    points: list[tuple[float, float]],
) -> None:
    assert area(polygon(points)) == 4


def test_areas_are_those_of_geometry() -> None:
    assert area(rectangle(-1, 0, 3, 2)) == 8
    assert area(rectangle(-1, 0, 3, 2, radius=0.5)) == pytest.approx(8 - 0.25 * (4 - np.pi), 0.01)
    assert area(ellipse((3, 4), 2, 1)) == pytest.approx(2 * np.pi, rel=0.01)
    assert area(ellipse((3, 4), 2, 1, degrees=30)) == pytest.approx(2 * np.pi, rel=0.01)


def test_bounds_are_those_of_all_shapes_together() -> None:
    shapes = [rectangle(0, 0, 1, 1), union(ellipse((5, 5), 1), capsule((0, -3), (0, 0), 0.5))]
    assert bounds(shapes) == pytest.approx((-0.5, -3.5, 6, 6), abs=0.01)


def test_a_curve_goes_through_its_points() -> None:
    points = np.array([(0, 0), (1, 2), (3, 1), (4, 4)], float)
    assert curve(points)[::10] == pytest.approx(points)
    assert curve(points, closed=True)[::10] == pytest.approx(points)
    assert area(blob(points)) > 0


def test_a_limb_is_as_wide_as_it_is_said() -> None:
    left, bottom, right, top = bounds([limb([(0, 0), (10, 0)], [2, 4], straight=True)])
    assert (left, bottom, right, top) == pytest.approx((-1, -2, 12, 2), abs=0.02)


def test_a_shape_is_scaled_then_turned_then_shifted() -> None:
    (outline,) = moved(polygon([(1, 0), (3, 0), (1, 1)]), scale=2, degrees=90, shift=(5, 0))
    assert sorted(map(tuple, outline.round(9).tolist())) == [(3, 2), (5, 2), (5, 6)]


def test_a_mirrored_shape_still_runs_anticlockwise() -> None:
    assert area(moved(polygon(SQUARE), scale=(-1, 1))) == pytest.approx(4)
