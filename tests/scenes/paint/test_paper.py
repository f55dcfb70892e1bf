"""Painting: what is filled, softened, lit and laid on."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from scenes.paint import Paper, linear, radial
from scenes.paint.paints import mix, rgb
from scenes.paint.shapes import ellipse, rectangle

SQUARE = rectangle(-1, -1, 1, 1)


def painted(paint: Callable[[Paper], None], size: int = 40) -> np.ndarray:
    """Return the pixels of what is painted on four units by four, about the origin."""
    paper = Paper(size, size, size / 4, (size / 2, size / 2))
    paint(paper)
    return paper.pixels()


def test_colours_are_read_and_mixed() -> None:
    assert rgb("#FF0080") == pytest.approx((1, 0, 128 / 255))
    assert mix("#000000", "#FF8000", 0.5) == "#804000"
    assert mix("#123456", "#FFFFFF", 0) == "#123456"


def test_y_counts_upwards_and_pixels_have_red_first() -> None:
    picture = painted(lambda paper: paper.fill(rectangle(0, 0, 2, 2), "#FF8000"))
    assert picture[5, 35].tolist() == [255, 128, 0, 255]  # upper right
    assert not picture[35].any()
    assert not picture[:, 5].any()


def test_pixels_are_premultiplied() -> None:
    picture = painted(lambda paper: paper.fill(SQUARE, "#FFFFFF", 0.5))
    assert picture[20, 20].tolist() == [128, 128, 128, 128]


def test_a_soft_edge_is_half_there_where_the_hard_one_was() -> None:
    hard = painted(lambda paper: paper.fill(SQUARE, "#FFFFFF"))[..., 3].astype(int)
    soft = painted(lambda paper: paper.fill(SQUARE, "#FFFFFF", blur=0.2))[..., 3].astype(int)
    assert 110 < (soft[20, 9] + soft[20, 10]) / 2 < 145
    assert abs(int(soft.sum()) / int(hard.sum()) - 1) < 0.02  # none is lost


def test_a_strong_blur_painted_coarsely_looks_like_a_fine_one() -> None:
    coarse, fine = (
        painted(lambda paper: paper.fill(ellipse((0, 0), 0.6), "#FFFFFF", blur=0.4), size)
        for size in (40, 160)
    )
    means = fine[..., 3].reshape(40, 4, 40, 4).mean(axis=(1, 3))
    assert np.abs(coarse[..., 3] - means).max() < 12


def test_a_layer_is_fainter_as_a_whole() -> None:
    def overlapping(paper: Paper) -> None:
        with paper.layer(opacity=0.5):
            paper.fill(SQUARE, "#FFFFFF")
            paper.fill(SQUARE, "#FFFFFF")

    assert painted(overlapping)[20, 20, 3] == 128


def test_light_adds_up() -> None:
    def twice(paper: Paper) -> None:
        paper.flood("#404040")
        with paper.layer(add=True):
            paper.fill(SQUARE, "#202010")

    assert painted(twice)[20, 20].tolist() == [0x60, 0x60, 0x50, 255]


def test_a_clip_holds_and_ends() -> None:
    def clipped(paper: Paper) -> None:
        with paper.clipped(SQUARE):
            paper.flood("#FF0000")
        paper.fill(rectangle(1.5, 1.5, 2, 2), "#00FF00")

    picture = painted(clipped)
    assert picture[20, 20].tolist() == [255, 0, 0, 255]
    assert not picture[20, 5].any()
    assert picture[2, 38].tolist() == [0, 255, 0, 255]


def test_moved_paint_is_scaled_turned_and_shifted() -> None:
    def aside(paper: Paper) -> None:
        with paper.moved(shift=(1, 0), degrees=90, scale=(1, 0.5)):
            paper.fill(rectangle(0, -1, 1, 1), "#FFFFFF")

    rows, columns = np.nonzero(painted(aside)[..., 3])
    assert (columns.min(), columns.max()) == (25, 34)  # x from 0.5 to 1.5
    assert (rows.min(), rows.max()) == (10, 19)  # y from 0 to 1


def test_a_stroke_is_as_wide_as_it_is_said() -> None:
    picture = painted(lambda paper: paper.stroke([(-1, 0), (1, 0)], "#FFFFFF", 0.4, butt=True))
    rows, columns = np.nonzero(picture[..., 3])
    assert (rows.min(), rows.max(), columns.min(), columns.max()) == (18, 21, 10, 29)


def test_gradients_go_from_colour_to_colour() -> None:
    def across(paper: Paper) -> None:
        paper.flood(linear((-2, 0), (2, 0), [(0, "#000000", 1), (1, "#FF0000", 1)]))

    reds = painted(across)[20, :, 0].astype(int)
    assert (np.diff(reds) > 0).all()
    assert reds[0] < 8
    assert reds[-1] > 247

    def outwards(paper: Paper) -> None:
        paper.flood(radial((0, 0), 2, [(0, "#FFFFFF", 1), (1, "#FFFFFF", 0)]))

    alphas = painted(outwards)[20, 20:, 3].astype(int)
    assert (np.diff(alphas) < 0).all()


def test_pixels_can_be_laid_on_again() -> None:
    inner = painted(lambda paper: paper.fill(SQUARE, "#336699"))
    picture = painted(lambda paper: paper.lay(inner, (-2, -2, 2, 2)))
    assert (picture == inner).all()


def test_grain_breaks_up_what_is_opaque_and_nothing_else() -> None:
    def grained(paper: Paper) -> None:
        paper.fill(rectangle(-2, -2, 0, 2), "#808080")
        paper.grain(3)

    picture = painted(grained, 200)
    left, right = picture[:, :99, :3].astype(int), picture[:, 101:]
    assert not right.any()
    assert 0.8 < left.std() < 2
    assert abs(left.mean() - 128) < 1
    assert (left[..., 0] == left[..., 2]).all()  # grey stays grey
    assert (painted(grained, 200) == picture).all()  # and every time the same
