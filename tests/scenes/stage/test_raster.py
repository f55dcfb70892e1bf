"""Pictures made of pixels: laid exactly on the frame."""

from collections.abc import Iterator

import numpy as np
import pytest
from manim import config, tempconfig

from scenes.stage.layout import ASPECTS
from scenes.stage.raster import FilmCamera, Raster, Window

LAYOUT = ASPECTS["16:9"]
FRAME = {
    "pixel_width": 480, "pixel_height": 270,
    "frame_width": LAYOUT.frame.width, "frame_height": LAYOUT.frame.height,
}  # fmt: skip


@pytest.fixture(autouse=True)
def small_frame() -> Iterator[None]:
    with tempconfig(FRAME):
        yield


def test_a_raster_is_laid_on_the_frame_pixel_by_pixel() -> None:
    camera = FilmCamera()
    pixels = np.arange(3 * 5 * 3, dtype=np.uint8).reshape(3, 5, 3)
    raster = Raster(Window(20, 10, 5, 3), pixels)
    camera.capture_mobjects([raster])
    np.testing.assert_array_equal(camera.pixel_array[10:13, 20:25, :3], pixels)
    assert raster.width == pytest.approx(5 * config.frame_width / config.pixel_width)
    assert raster.get_left()[0] == pytest.approx(
        20 * config.frame_width / 480 - LAYOUT.frame.width / 2
    )


def test_a_smaller_frame_takes_the_nearest_pixels_of_a_raster() -> None:
    pixels = np.arange(4 * 6 * 3, dtype=np.uint8).reshape(4, 6, 3)
    frame = np.zeros((135, 240, 4), dtype=np.uint8)
    Raster(Window(20, 10, 6, 4), pixels).lay_on(frame)
    np.testing.assert_array_equal(frame[5:7, 10:13, :3], pixels[1::2, 1::2])
    assert np.count_nonzero(frame[..., 3]) == 6


def test_a_window_holds_whole_pixels_of_its_zone() -> None:
    window = Window.over(LAYOUT.stage)
    zone, half = LAYOUT.stage, window.pixel / 2
    assert zone.left <= window.xs[0] - half < zone.left + window.pixel
    assert zone.right - window.pixel < window.xs[-1] + half <= zone.right + 1e-9
    assert zone.bottom <= window.ys()[-1] <= window.ys()[0] <= zone.top
    assert len(window.ys(4)) == 4 * window.height
    np.testing.assert_allclose(window.ys(4).reshape(-1, 4).mean(axis=1), window.ys())
