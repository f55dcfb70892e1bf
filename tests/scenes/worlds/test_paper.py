"""What the worlds ask of the paper: soft shapes as if painted in full, laid pixels, grain."""

from __future__ import annotations

import math

import numpy as np
import pytest

from scenes.paint import Paper
from scenes.paint.shapes import ellipse, rectangle


def _paper() -> Paper:
    return Paper(200, 120, 20, (100, 60))


@pytest.mark.parametrize("blur", [0.1, 0.4, 1.0])
def test_a_blur_painted_with_fewer_pixels_falls_off_as_it_should(blur: float) -> None:
    """Across a long edge it is the normal distribution, at every pixel."""
    paper = _paper()
    paper.fill(rectangle(-20, -20, 0, 20), "#FFFFFF", blur=blur)
    alpha = paper.pixels()[60, :, 3] / 255
    x = (np.arange(200) + 0.5 - 100) / 20
    expected = [0.5 * math.erfc(at / blur / math.sqrt(2)) for at in x]
    assert np.abs(alpha - expected).max() < 0.04


def test_a_blurred_shape_in_a_clip_stays_in_it() -> None:
    paper = _paper()
    with paper.clipped(rectangle(-1, -1, 1, 1)):
        paper.fill(ellipse((0, 0), 2), "#FFFFFF", blur=0.5)
    alpha = paper.pixels()[..., 3]
    assert alpha[60, 100] > 240
    assert alpha[:, :79].max() == 0
    assert alpha[:39].max() == 0


def test_layers_within_layers_lie_where_they_should() -> None:
    paper = _paper()
    with paper.layer(blur=0.8), paper.layer(blur=0.3), paper.moved((2, 0)):
        paper.fill(ellipse((0, 0), 1), "#FFFFFF", blur=0.2)
    alpha = paper.pixels()[..., 3].astype(float)
    rows, columns = np.mgrid[:120, :200]
    assert (alpha * (columns + 0.5)).sum() / alpha.sum() == pytest.approx(140, abs=1)
    assert (alpha * (rows + 0.5)).sum() / alpha.sum() == pytest.approx(60, abs=1)


def test_laid_pixels_are_the_same_pixels() -> None:
    picture = np.zeros((20, 40, 4), dtype=np.uint8)
    picture[..., 0], picture[..., 3] = 200, 255
    picture[5, 7] = (10, 20, 30, 255)
    paper = _paper()
    paper.lay(picture, (0, 0, 2, 1))
    pixels = paper.pixels()
    assert (pixels[40:60, 100:140] == picture).all()
    assert pixels[:40, :, 3].max() == 0


def test_grain_changes_opaque_pixels_only_and_by_little() -> None:
    paper = _paper()
    paper.fill(rectangle(-5, -3, 0, 3), "#808080")
    before = paper.pixels().astype(int)
    paper.grain(1)
    after = paper.pixels().astype(int)
    change = after - before
    assert change[:, 101:].max() == 0
    assert 0 < np.abs(change).max() <= 8
    assert (change[..., 0] == change[..., 2]).all()


def test_the_same_seed_gives_the_same_grain() -> None:
    papers = [_paper(), _paper(), _paper()]
    for paper, seed in zip(papers, (1, 1, 2), strict=True):
        paper.flood("#808080")
        paper.grain(seed)
    one, same, other = (paper.pixels() for paper in papers)
    assert (one == same).all()
    assert (one != other).any()
