"""The places near the cloth: strip, cloth, dawn."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from scenes.worlds.loft.backdrop import Backdrop
from scenes.worlds.loft.cloth import Cloth, Upright
from scenes.worlds.loft.dawn import Dawn
from scenes.worlds.loft.strip import Strip
from scenes.worlds.loft.target import target
from tests.scenes.worlds.places import FRAMES, TEXT, contrast

HOURS = [pytest.param(True, id="night"), pytest.param(False, id="day")]
INKS = {
    True: ("#F2F4F8", "#F8E380", "#63F5BF", "#6FADFE", "#D082B2"),
    False: ("#1A1D24", "#7F6500", "#0D7943", "#01569C", "#994F7E", "#7E2B0A"),
}


@pytest.mark.parametrize("night", HOURS)
@pytest.mark.parametrize(("length", "height"), [(3.0, 0.5), (14.6, 0.94), (12.0, 6.4)])
def test_a_strip_of_any_size_fills_its_box(length: float, height: float, night: bool) -> None:
    strip = Strip(length, height, night)
    art = strip.cloth(40)
    left, bottom, right, top = art.box
    alpha = art.pixels()[..., 3]
    rows = slice(round((top - height / 2 + 0.1) * 40), round((top + height / 2 - 0.1) * 40))
    assert (alpha[rows, 8:-8] == 255).all()
    assert (left, right) == (-length / 2, length / 2)
    assert bottom < -height / 2


def test_the_strips_light_stays_on_the_strip() -> None:
    strip = Strip(10.0, 0.9, True)
    art = strip.light(60, 3.0)
    assert art.box[1] >= strip.box[1]
    assert art.box[3] <= strip.box[3]
    alpha = art.pixels()[..., 3]
    assert alpha[:, 0].max() <= 2
    assert alpha.max() > 230


def test_below_the_strip_nothing_of_what_is_behind_it_shows() -> None:
    backdrop = Backdrop(8.0, 8.0, True, (2.0, -2.0), -2.0)
    art = backdrop.below(30)
    assert art.box == (-4.0, -4.0, 4.0, -2.0)
    assert (art.pixels()[..., 3] == 255).all()


@pytest.mark.parametrize("night", HOURS)
@pytest.mark.parametrize("aspect", list(FRAMES))
def test_words_and_marks_of_every_role_can_be_read_on_a_backdrop(aspect: str, night: bool) -> None:
    """Words, but on moon and bulbs, and large words and marks but by the dot and on the window."""
    width, height = FRAMES[aspect]
    backdrop = Backdrop(width, height, night, (0.3 * width, -2.4), -2.4)
    pixels = backdrop.plate(20).pixels()
    above, below = (round((height / 2 + to) * 20) for to in (2.4, 2.4 + 0.93))
    for part in (pixels[:above], pixels[below:]):
        assert np.quantile(contrast(part, TEXT[night]), 0.02) >= 4.5
        for ink in INKS[night]:
            assert np.quantile(contrast(part, ink), 0.15) >= 3


@pytest.mark.parametrize("night", HOURS)
@pytest.mark.parametrize("aspect", list(FRAMES))
def test_below_the_strip_a_backdrop_is_neither_black_nor_blank(aspect: str, night: bool) -> None:
    width, height = FRAMES[aspect]
    part = Backdrop(width, height, night, (0.0, -0.6), -0.6).plate(20).pixels()
    below = part[round((height / 2 + 1.6) * 20) :, :, :3].astype(float).mean(axis=2)
    assert np.quantile(below, 0.1) > 14
    assert np.quantile(below, 0.9) - np.quantile(below, 0.1) > 12


@pytest.mark.parametrize("night", HOURS)
@pytest.mark.parametrize("aspect", list(FRAMES))
def test_the_sheet_at_dawn_is_quiet_where_the_chart_is(aspect: str, night: bool) -> None:
    dawn = Dawn(*FRAMES[aspect], night)
    art = dawn.sheet(20)
    left, _, _, top = art.box
    low, bottom, high, upper = dawn.chart
    rows = slice(round((top - upper) * 20), round((top - bottom) * 20))
    quiet = art.pixels()[rows, round((low - left) * 20) : round((high - left) * 20)]
    assert (quiet[..., 3] == 255).all()
    for ink in INKS[night]:
        assert np.quantile(contrast(quiet, ink), 0.2) >= 4.5
    assert high - low >= {"16:9": 6.0, "1:1": 5.0, "9:16": 5.4}[aspect]  # the claim's two lines


@pytest.mark.parametrize("aspect", list(FRAMES))
def test_at_dawn_the_narration_covers_no_feet(aspect: str) -> None:
    """They are above it, on the floor, or below the frame."""
    dawn = Dawn(*FRAMES[aspect], True)
    bottom, narration = dawn.frame[1], 1.0 if aspect == "16:9" else 1.6
    for x, y in (dawn.player, dawn.friend):
        assert bottom + narration <= y < dawn.floor or y <= bottom
        assert abs(x) + 30 * dawn.unit <= dawn.frame[2]
        assert y + 185 * dawn.unit <= dawn.frame[3] - 0.5


@pytest.mark.parametrize("aspect", list(FRAMES))
def test_the_target_at_dawn_hangs_clear_of_the_sheet(aspect: str) -> None:
    dawn = Dawn(*FRAMES[aspect], True)
    x, y = dawn.target
    edge = dawn.edge()
    beside = np.interp(y, edge[::-1, 1], edge[::-1, 0])
    assert beside < x - 0.8 * dawn.radius
    assert dawn.frame[0] < x < dawn.frame[2]
    assert edge[0, 1] == pytest.approx(dawn.line)
    assert (np.diff(edge[:, 1]) < 0).all()


@pytest.mark.parametrize("aspect", list(FRAMES))
def test_heights_on_the_cloth_are_true_to_scale(aspect: str) -> None:
    cloth = Cloth(*FRAMES[aspect], True)
    (x, y), (x3, y3) = cloth.at(100.0), cloth.at(103.0)
    assert (x, y) == cloth.target
    assert x3 == x
    assert y3 - y == pytest.approx(3 * cloth.unit)
    assert cloth.edge < x < cloth.frame[2]


@pytest.mark.parametrize("night", HOURS)
def test_every_layer_paints_and_has_a_key_of_its_own(night: bool) -> None:
    arts = list(
        itertools.chain.from_iterable(
            (
                Dawn(width, height, night).sheet(20),
                Dawn(width, height, night).sun(20),
                Dawn(width, height, night).ring(20),
                Cloth(width, height, night).halo(20),
                Upright(width, height, night).halo(20),
                target(night, 0.5, 2 * width + height, 20),
            )
            for width, height in FRAMES.values()
        )
    )
    for art in arts:
        pixels = art.pixels()
        assert pixels.shape[:2] == art.size[::-1]
        assert (pixels[..., :3] <= pixels[..., 3:]).all()
        assert pixels[..., 3].max() > 20
    assert len({art.key for art in arts}) == len(arts)
