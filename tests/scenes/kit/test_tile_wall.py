"""A tile beside a wall of them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from manim import DL

from scenes.kit.tile_wall import TileWall
from tests.scenes.kit.test_misses import STORY, film

__all__ = ["film"]


def test_a_wall_is_as_many_tiles_wide_and_high_as_its_miss(film: Any) -> None:
    wall = TileWall(film, 10, -2.0, -4.0, 1.0, 5.0)
    square, side = wall.tile(STORY.told("miss", 1))
    corner: Any = square.get_corner(DL)
    np.testing.assert_allclose(corner[:2], (-4.0, -2.0), atol=0.05)
    assert square.width == pytest.approx(0.5, abs=0.05)
    arrow: Any = side[0]
    assert arrow.tip[0] - arrow.tail[0] == pytest.approx(0.5)
    longer: Any = wall.side(STORY.told("miss", 10))[0]
    assert longer.tip[0] - longer.tail[0] == pytest.approx(5.0)
    np.testing.assert_allclose(wall.cells.get_center()[:2], (3.5, 0.5), atol=0.05)


def test_rings_are_every_tile_once_from_the_corner(film: Any) -> None:
    wall = TileWall(film, 6, -2.0, -4.0, 1.0, 6.0)
    rings = list(wall.rings())
    assert [len(ring) for ring in rings] == [1, 3, 5, 7, 9, 11]
    for number, ring in enumerate(rings):
        reach = [max(tile.get_x() - 1.0, tile.get_y() + 2.0) for tile in ring]
        np.testing.assert_allclose(reach, number + 0.5, atol=1e-6)


def test_its_numbers_stand_above_the_tile_and_on_the_wall(film: Any) -> None:
    wall = TileWall(film, 10, -2.0, -4.0, 1.0, 5.0)
    one, all_of_it = wall.told(STORY.cost(1), STORY.cost(10))
    assert one.get_bottom()[1] > -1.5
    assert one.get_x() == pytest.approx(-3.75, abs=0.05)
    np.testing.assert_allclose(all_of_it.get_center(), wall.cells.get_center(), atol=1e-6)
