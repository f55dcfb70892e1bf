from __future__ import annotations

import numpy as np
import pytest

from scenes.paint import Art
from scenes.worlds.loft.room import Room
from tests.scenes.worlds.places import FRAMES, TEXT, contrast, longest_runs, plates

PLATES = [pytest.param(night, art, id=name) for name, night, art in plates()]


@pytest.mark.parametrize("art", [pytest.param(art, id=name) for name, _, art in plates()])
def test_a_plate_is_opaque_and_exactly_the_frame(art: Art) -> None:
    pixels = art.pixels()
    left, bottom, right, top = art.box
    assert pixels.shape == (round((top - bottom) * 30), round((right - left) * 30), 4)
    assert (left, bottom) == (-right, -top)
    assert (pixels[..., 3] == 255).all()
    assert pixels[..., :3].std() > 3  # something is painted


@pytest.mark.parametrize(("night", "art"), PLATES)
def test_narration_can_be_read_over_the_lower_tenth(night: bool, art: Art) -> None:
    pixels = art.pixels()
    zone = pixels[-len(pixels) // 10 :]
    assert np.quantile(contrast(zone, TEXT[night]), 0.005) >= 4.5


def test_all_plates_have_keys_of_their_own() -> None:
    keys = [art.key for _, _, art in plates()] + [art.key for _, _, art in plates(40.0)]
    assert len(set(keys)) == len(keys)


def test_a_key_tells_what_is_painted() -> None:
    width, height = FRAMES["16:9"]
    room = Room(width, height, True)
    others = [Room(width, height, True, 250), Room(width, height, True, 300, 90)]
    assert room.plate(30).key == Room(width, height, True, 300.0, 100.0).plate(30).key
    for other in others:
        assert room.plate(30).key != other.plate(30).key
        assert room.sheet(30).key != other.sheet(30).key


@pytest.mark.parametrize("night", [True, False])
def test_gradients_have_no_bands(night: bool) -> None:
    """Runs of equal luma are at most 16 pixels wide at 1080p."""
    width, height = FRAMES["16:9"]
    pixels = Room(width, height, night).plate(135).pixels()
    runs = longest_runs(pixels, np.arange(20, 1060, 40))
    assert np.quantile(runs, 0.99) <= 16
