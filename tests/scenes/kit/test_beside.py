"""Words find room beside things."""

import numpy as np
from manim import DL, LEFT, RIGHT, UP, UR, Line, Rectangle

from scenes.kit.beside import Room
from scenes.stage.layout import Zone

ZONE = Zone(-6.0, -3.0, 6.0, 3.0)


def test_words_stand_where_they_should_if_nothing_is_there() -> None:
    words = Room(ZONE).put(Rectangle(width=2, height=0.6), (0, 0, 0), RIGHT)
    assert words.get_left()[0] > 0
    assert abs(words.get_y()) < 1e-9


def test_words_leave_lines_figures_and_each_other_alone() -> None:
    line = Line((-5, 0.3, 0), (5, 0.3, 0))
    room = Room(ZONE).keep(line).keep_box(0.5, -3, 2.5, 0)
    boxes = []
    for prefer in (UP, RIGHT, UP + LEFT):
        words = room.put(Rectangle(width=2, height=0.6), (0, 0, 0), prefer)
        boxes.append((words.get_corner(DL)[:2], words.get_corner(UR)[:2]))
    for low, high in boxes:
        assert not low[1] < 0.3 < high[1]
        assert (high <= (0.5, -3)).any() or (low >= (2.5, 0)).any() or high[0] <= 0.5
        assert (low >= (ZONE.left, ZONE.bottom)).all()
        assert (high <= (ZONE.right, ZONE.top)).all()
    for number, (low, high) in enumerate(boxes):
        for other_low, other_high in boxes[:number]:
            assert not (np.minimum(high, other_high) > np.maximum(low, other_low)).all()
