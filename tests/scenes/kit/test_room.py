"""Words find a place where they cover nothing, as near as there is one."""

import numpy as np
import pytest
from manim import Line, Rectangle, Square

from scenes.kit.room import find_room, is_free, spots_of
from scenes.stage.layout import Zone

ZONE = Zone(-5.0, -3.0, 5.0, 3.0)
WISH = np.zeros(3)


def test_where_nothing_is_they_stand_where_they_should() -> None:
    words = find_room(Rectangle(width=2, height=1), WISH, spots_of(), ZONE)
    assert np.linalg.norm(words.get_center()) < 0.3


def test_they_keep_clear_of_a_line_and_near_to_the_wish() -> None:
    line = Line((-5, 0, 0), (5, 0, 0))
    words = find_room(Rectangle(width=2, height=1), WISH, spots_of(line), ZONE)
    assert is_free(words, spots_of(line))
    assert 0.5 < abs(words.get_center()[1]) < 1.0


def test_they_stay_within_the_zone() -> None:
    words = find_room(Rectangle(width=2, height=1), np.array([9.0, 9.0, 0.0]), spots_of(), ZONE)
    assert words.get_right()[0] == pytest.approx(5.0)
    assert words.get_top()[1] == pytest.approx(3.0)


def test_where_all_is_covered_they_cover_the_least() -> None:
    rows = [Line((-5, y, 0), (5, y, 0)) for y in np.linspace(-3, 0.5, 30)]
    wall = [Line((-5, y, 0), (5, y, 0)) for y in (1.0, 2.0, 3.0)]
    words = find_room(Square(2), WISH, spots_of(*rows, *wall), ZONE)
    assert words.get_center()[1] > 1.4
