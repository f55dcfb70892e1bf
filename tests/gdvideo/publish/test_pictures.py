"""Small previews keep what their colours mean, and stay small."""

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from gdvideo.publish.pictures import animated

ROLES = {"here": "#E87814", "target": "#63F5BF", "cost": "#6FADFE", "gradient": "#D082B2"}


def painted() -> Image.Image:
    """Return a picture of a thousand dull colours, with a small patch of each role's."""
    down, across = np.mgrid[0:337, 0:600]
    dull = np.stack([40 + across / 6, 40 + down / 4, 60 + (across + down) / 9], axis=2)
    for number, colour in enumerate(ROLES.values()):
        dull[20:32, 20 + 40 * number : 32 + 40 * number] = Image.new(
            "RGB", (1, 1), colour
        ).getpixel((0, 0))
    return Image.fromarray(dull.astype(np.uint8))


@pytest.mark.parametrize("number", range(len(ROLES)))
def test_a_small_patch_of_a_role_keeps_its_colour_in_a_gif(number: int) -> None:
    source = painted()
    with Image.open(BytesIO(animated([source], "GIF"))) as shown:
        there = np.asarray(shown.convert("RGB")).astype(int)
    patch = (slice(22, 30), slice(22 + 40 * number, 30 + 40 * number))
    assert np.abs(there[patch] - np.asarray(source).astype(int)[patch]).max() <= 12


def test_a_gif_that_would_be_too_large_for_a_letter_is_a_still() -> None:
    few_colours = np.random.default_rng(1).integers(0, 4, (9, 337, 600, 3), dtype=np.uint8)
    noise = [Image.fromarray(80 * one) for one in few_colours]
    assert 9 * len(animated(noise[:1], "GIF")) > 1_000_000
    content = animated(noise, "GIF")
    assert len(content) <= 1_000_000
    with Image.open(BytesIO(content)) as shown:
        assert getattr(shown, "n_frames", 1) == 1
    few = animated([painted(), painted().rotate(90)], "GIF")
    with Image.open(BytesIO(few)) as shown:
        assert getattr(shown, "n_frames", 1) == 2
