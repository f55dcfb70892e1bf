from __future__ import annotations

import numpy as np
import pytest

from scenes.paint import Art
from scenes.worlds.lights import beam, dust, glow, scrim
from scenes.worlds.loft.palette import palette
from tests.scenes.worlds.places import TEXT, contrast

LIGHTS = [
    beam("#E87814", 6.0, 0.04, 60),
    glow("#E87814", 1.0, 60),
    glow("#E87814", 1.0, 60, core="#FFFFFF"),
    dust("#FFB066", 5.0, 0.4, 60),
    dust("#FFB066", 5.0, 0.4, 60, seed=2),
    scrim(8.0, 8.0, 30, colour="#080C15"),
]


@pytest.mark.parametrize("art", LIGHTS)
def test_a_light_is_premultiplied_and_not_empty(art: Art) -> None:
    pixels = art.pixels()
    assert (pixels[..., :3] <= pixels[..., 3:]).all()
    assert pixels[..., 3].max() > 40


def test_every_light_has_a_key_of_its_own() -> None:
    assert len({art.key for art in LIGHTS}) == len(LIGHTS)


def test_a_glow_fades_to_nothing_at_its_radius() -> None:
    alpha = glow("#E87814", 1.0, 60).pixels()[..., 3].astype(int)
    middle = alpha[60]
    assert middle.argmax() in (59, 60)
    assert (np.diff(middle[60:]) <= 0).all()
    assert max(alpha[0].max(), alpha[:, 0].max()) <= 1


@pytest.mark.parametrize("night", [True, False])
def test_words_can_be_read_over_a_scrim_on_the_worst_ground(night: bool) -> None:
    """On a light sleeve by night, on dark trousers by day."""
    art = scrim(8.0, 8.0, 30, colour=palette(night).calm)
    over = art.pixels()[-24:].astype(float)
    worst = np.array([150.0] * 3 if night else [72.0, 84.0, 126.0])
    ground = np.rint(over[..., :3] + worst * (1 - over[..., 3:] / 255)).astype(np.uint8)
    assert contrast(ground, TEXT[night]).min() >= 4.5


@pytest.mark.parametrize(
    ("width", "height", "free"), [(128 / 9, 8, 1), (8, 8, 1.6), (8, 128 / 9, 1.6)]
)
def test_above_two_lines_a_scrim_leaves_the_picture_alone(
    width: float, height: float, free: float
) -> None:
    box = scrim(width, height, 30, colour="#080C15").box
    assert box[3] == pytest.approx(free - height / 2)


def test_a_scrim_goes_evenly_from_side_to_side() -> None:
    alpha = scrim(14, 8, 30, colour="#080C15").pixels()[..., 3]
    assert np.ptp(alpha, axis=1).max() <= 1
    assert (np.diff(alpha.mean(axis=1)) >= 0).all()


def test_a_beam_is_even_along_its_way_and_brightest_on_its_axis() -> None:
    art = beam("#E87814", 6.0, 0.08, 60)
    alpha = art.pixels()[..., 3].astype(int)
    along = alpha[:, 40:-40]
    assert (along == along[:, :1]).all()
    assert abs(int(along[:, 0].argmax()) - alpha.shape[0] / 2) <= 1
    assert max(alpha[0].max(), alpha[:, 0].max()) <= 2
