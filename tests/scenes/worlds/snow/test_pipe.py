"""The half-pipe's pictures: opaque, the same every time, calm where words stand."""

import numpy as np
import pytest

from scenes.worlds.snow.palette import HOURS, Hour
from scenes.worlds.snow.pipe import Pipe
from scenes.worlds.snow.plate import fog, plate
from tests.scenes.worlds.places import FRAMES, PREVIEW, TEXT, contrast

HOURLY: list[Hour] = list(HOURS)


def pipe(hour: Hour = "night", aspect: str = "16:9") -> Pipe:
    width, height = FRAMES[aspect]
    return Pipe(width, height, hour, 0.5, -0.3 * height, 0.4 * width, 0.45 * height, (0.6, 1.5))


@pytest.mark.parametrize("aspect", FRAMES)
@pytest.mark.parametrize("hour", HOURLY)
def test_a_plate_fills_the_frame_and_narration_can_be_read_on_it(aspect: str, hour: Hour) -> None:
    pixels = plate(pipe(hour, aspect), PREVIEW).pixels()
    width, height = FRAMES[aspect]
    assert pixels.shape[:2] == (round(height * PREVIEW), round(width * PREVIEW))
    assert (pixels[..., 3] == 255).all()
    night = hour in ("night", "dawn")
    low = pixels[-round(0.1 * height * PREVIEW) :]
    assert np.quantile(contrast(low, TEXT[night]), 0.005) >= 4.5


def test_it_is_painted_the_same_every_time() -> None:
    art = plate(pipe(), 12.0)
    np.testing.assert_array_equal(art.paint(), art.paint())


def test_its_edge_is_a_parabola_with_level_ground_beyond() -> None:
    view = pipe()
    u = np.array([-1.4, -1.0, -0.5, 0.0, 0.5, 1.0, 1.4])
    heights = (view.edge(view.middle + u * view.reach) - view.bottom) / view.rise
    np.testing.assert_allclose(heights, np.minimum(u**2, 1), atol=1e-12)


def test_what_is_behind_goes_towards_where_the_walls_meet() -> None:
    view = pipe()
    assert view.behind((3.0, 2.0), 1.0) == pytest.approx((3.0, 2.0))
    assert view.behind((3.0, 2.0), 1e9) == pytest.approx(view.away, abs=1e-6)


@pytest.mark.parametrize("middle", [80.0, 800.0])
def test_fog_that_is_seen_from_near_is_painted_about_the_frame_alone(middle: float) -> None:
    width, height = FRAMES["16:9"]
    near = Pipe(width, height, "night", middle, -50.0, 130.0, 50.0, (0.6, 1.5))
    art = fog(near, PREVIEW, 1.05, 0.36)
    if middle > 0.75 * 1.05 * 130.0 + width:
        assert art is None
    else:
        assert art is not None
        assert art.size[0] <= 2 * width * PREVIEW + 1
        assert art.size[1] <= 2 * height * PREVIEW + 1


@pytest.mark.parametrize("aspect", FRAMES)
def test_fog_hides_the_bottom_and_leaves_the_walls(aspect: str) -> None:
    view = pipe("night", aspect)
    art = fog(view, PREVIEW, 1.0, 0.3)
    assert art is not None
    left, _, _, top = art.box
    seen = art.pixels()[..., 3] / 255

    def at(x: float, y: float) -> float:
        return float(seen[round((top - y) * PREVIEW), round((x - left) * PREVIEW)])

    for above in (0.0, 0.1):  # the edge of the snow is hidden as well
        assert at(view.middle, view.bottom + above * view.reach) > 0.7
    assert seen[:, 0].max() < 0.05
    assert seen[0].max() < 0.05  # it ends before its box does
    assert seen[-1].max() < 0.05  # and it fades out below
