"""The hiker's landscape: what stands before what, and that the pixels tell the same."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from manim import config, tempconfig

from gdmath.experiments.hiker import Params, run
from scenes.props.hiker_camera import RELIEF, Camera
from scenes.props.hiker_fog import to_pixels
from scenes.props.hiker_land import CLEAR, SIGHT, Land, close_by
from scenes.props.hiker_map import MapView
from scenes.props.hiker_marks import Line, Marks, Trail
from scenes.props.hiker_views import Rose
from scenes.stage.layout import ASPECTS
from scenes.stage.marks import Arrow
from scenes.stage.raster import FilmCamera, Raster, Window
from scenes.stage.theme import DARK, LIGHT, THEMES

LAYOUT = ASPECTS["16:9"]
FRAME = {
    "pixel_width": 480, "pixel_height": 270,
    "frame_width": LAYOUT.frame.width, "frame_height": LAYOUT.frame.height,
}  # fmt: skip


@pytest.fixture(autouse=True)
def small_frame() -> Iterator[None]:
    with tempconfig(FRAME):
        yield


def land(theme: str = "dark", **params: Any) -> Land:
    return Land(run(Params.parse(params)), LAYOUT, THEMES[theme])


def camera(**params: Any) -> Camera:
    return land(**params).camera


# -- the camera --------------------------------------------------------------------------------


def test_a_ray_through_a_place_leads_back_to_it() -> None:
    view = camera()
    places = np.array([[3.4, -1.6], [-2.0, 2.0], [0.0, -3.0]])
    points = view.on_ground(places)
    start, ways = view.rays(points[:, 0])
    depths = view.view(places)[:, 1]
    np.testing.assert_allclose(start + depths[:, np.newaxis] * ways, places, atol=1e-12)
    rise = view.rise(points[:, 1]) * depths
    np.testing.assert_allclose(rise, RELIEF * view.terrain.altitude(places) - view.eye, atol=1e-12)


def test_the_compass_is_turned_as_the_land_is_seen() -> None:
    seen = land()
    start = seen.story.hike.places[0]
    rose = Rose(seen, LAYOUT.rail, LAYOUT.small)
    down = 0
    for feel, arrow in zip(seen.story.feels, rose.arrows, strict=True):
        if isinstance(arrow, Arrow):
            way = (arrow.tip - arrow.tail)[:2]
            there = seen.camera.view(start + feel.way) - seen.camera.view(start)
            np.testing.assert_allclose(way / np.linalg.norm(way), there, atol=1e-9)
            down += 1
    assert down == sum(feel.drop > 0 for feel in seen.story.feels) > 0


def test_ground_behind_the_ridge_is_hidden_and_the_ridge_is_not() -> None:
    view = camera()
    places = np.array([[-1.4, -2.7], [-1.4, -1.5]])
    assert view.sees(places, view.terrain.altitude(places) + 0.01).tolist() == [True, False]


def test_what_is_high_above_a_hill_is_seen() -> None:
    view = camera()
    hidden = np.array([[-1.4, -1.5]])
    assert view.sees(hidden, view.terrain.altitude(hidden) + 3.0).all()


def test_seen_and_drawn_agree_pixel_by_pixel() -> None:
    one = land()
    places = one._relief.places
    rows, columns = np.nonzero(np.isfinite(places[..., 0]))
    some = slice(None, None, 97)
    spots = places[rows[some], columns[some]].astype(float)
    inside = one.camera.terrain.rim(spots) < 0.999  # the rest are walls
    spots = spots[inside]
    points = one.camera.on_ground(spots)
    # Each pixel's place appears within that pixel ...
    xs, ys = one.window.xs[columns[some]][inside], one.window.ys()[rows[some]][inside]
    assert np.abs(points[:, 0] - xs).max() < one.window.pixel
    assert np.quantile(np.abs(points[:, 1] - ys), 0.99) < 1.5 * one.window.pixel
    # ... and no hill stands before it.
    clear = one.camera.sees(spots, one.camera.terrain.altitude(spots) + 0.05)
    assert clear.mean() > 0.99


@pytest.mark.parametrize("surface", ["hills", "bowl"])
@pytest.mark.parametrize("aspect", ["16:9", "1:1", "9:16"])
def test_all_of_the_map_lies_within_the_stage(surface: str, aspect: Any) -> None:
    layout = ASPECTS[aspect]
    view = Land(run(Params.parse({"surface": surface})), layout, DARK).camera
    points = view.on_ground(view.ground_places).reshape(-1, 3)
    low, high = points.min(axis=0), points.max(axis=0)
    assert layout.stage.left <= low[0] <= high[0] <= layout.stage.right
    assert layout.stage.bottom <= low[1] <= high[1] <= layout.stage.top


@pytest.mark.parametrize("aspect", ["16:9", "1:1", "9:16"])
def test_the_near_view_holds_the_told_steps_and_all_of_the_hiker(aspect: Any) -> None:
    layout = ASPECTS[aspect]
    far = Land(run(Params()), layout, DARK)
    near = close_by(far)
    assert near.camera.scale > 1.4 * far.camera.scale
    for moment in np.linspace(0, near.story.told, 7):
        far.moment.set_value(moment)
        stands = near.standing()
        head = stands.base + np.array([0.0, stands.size, 0.0])
        for point in (stands.near, stands.far, head):
            assert layout.stage.left <= point[0] <= layout.stage.right
            assert layout.stage.bottom <= point[1] <= layout.stage.top


def test_where_a_step_leads_far_there_is_no_near_view() -> None:
    far = land(learning_rate=10.0)
    assert close_by(far) is far


def test_the_far_view_comes_out_of_the_near_one() -> None:
    far = land()
    near = close_by(far)
    far.sight.set_value(SIGHT)
    for view in (near, far):
        view.look()
    far.dissolve_from(near)
    far.look()
    before = near.fog.pixel_array.copy()
    rows, columns = near.window.cut(near.disc.window)
    before[rows, columns] = near.disc.pixel_array
    np.testing.assert_array_equal(far.disc.pixel_array, before)
    far.shown.set_value(1)
    far.look()
    rows, columns = far.window.cut(far.disc.window)
    assert far.disc.pixel_array.shape[0] < len(before)
    away = np.linalg.norm(far._relief.places[rows, columns] - far.place, axis=-1)
    shown = far.disc.pixel_array[..., :3][away < 0.3]
    np.testing.assert_array_equal(shown, to_pixels(far._relief.colours)[rows, columns][away < 0.3])


# -- the picture -------------------------------------------------------------------------------


def test_the_same_picture_twice() -> None:
    one, two = land(), land()
    np.testing.assert_array_equal(one.fog.pixel_array, two.fog.pixel_array)
    np.testing.assert_array_equal(one._relief.colours, two._relief.colours)


def test_without_sight_there_is_only_fog() -> None:
    one = land()
    rows, columns = one.window.cut(one.disc.window)
    np.testing.assert_array_equal(one.disc.pixel_array, one.fog.pixel_array[rows, columns])


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_the_disc_of_sight_shows_the_real_ground_there_and_fog_beyond(theme: str) -> None:
    one = land(theme)
    one.sight.set_value(SIGHT)
    one.look()
    rows, columns = one.window.cut(one.disc.window)
    away = np.linalg.norm(one._relief.places[rows, columns] - one.place, axis=-1)
    near, far = away < 0.3, away > 1.4 * SIGHT
    shown = one.disc.pixel_array[..., :3]
    lit = to_pixels(one._relief.colours)[rows, columns]
    assert near.any()
    np.testing.assert_array_equal(shown[near], lit[near])
    np.testing.assert_array_equal(shown[far], one.fog.pixel_array[rows, columns][..., :3][far])


def test_the_disc_moves_along_and_comes_back_the_same() -> None:
    one = land()
    one.sight.set_value(SIGHT)
    one.look()
    before = one.disc.window, one.disc.pixel_array
    one.moment.set_value(7.3)
    one.look()
    assert one.disc.window != before[0]
    one.moment.set_value(0)
    one.look()
    assert one.disc.window == before[0]
    np.testing.assert_array_equal(one.disc.pixel_array, before[1])


def test_the_lifted_fog_shows_all_of_the_land() -> None:
    one = land()
    one.sight.set_value(CLEAR)
    one.look()
    shown, lit = one.disc.pixel_array[..., :3].astype(int), to_pixels(one._relief.colours)
    assert np.abs(shown - lit).max() <= 1


def test_the_map_knows_where_the_hiker_was_and_does_not_forget_by_going_back() -> None:
    one = land()
    view = MapView(one, LAYOUT.rail_parts(0.48, 0.52)[1], LAYOUT.small)
    view.shown.set_value(1)
    view.look()
    first = view.picture.pixel_array
    one.moment.set_value(20.5)
    view.look()
    later = view.picture.pixel_array
    assert (first != later).any()
    one.moment.set_value(0)
    view.look()
    np.testing.assert_array_equal(view.picture.pixel_array, first)
    one.moment.set_value(20.5)
    view.look()
    np.testing.assert_array_equal(view.picture.pixel_array, later)


# -- paths -------------------------------------------------------------------------------------


def test_a_path_has_a_gap_where_a_hill_stands_before_it() -> None:
    one = land(start_w=-2.0, start_b=-2.7)
    trail = Marks(one, LAYOUT.small).trail(one.story.hike, Line(LIGHT, "here", 0.03, "path"))
    clear = one.camera.sees(
        one.story.hike.place_at(trail.moments), one.story.hike.height_at(trail.moments) + 0.06
    )
    assert not clear.all()
    assert clear.any()
    drawn = len(trail.until(one.story.hike.ends_at).points) // 4
    assert drawn == np.count_nonzero(clear[:-1] & clear[1:])


def test_a_path_ends_where_the_hiker_is() -> None:
    moments = np.arange(4.0)
    places = np.array([[0.0, 0, 0], [1, 0, 0], [1, 2, 0], [4, 2, 0]])
    walked = np.array([0.0, 1, 3, 6])
    trail = Trail(moments, places, np.ones(4, dtype=bool), walked, Line(DARK, "here", 0.03, "path"))
    np.testing.assert_allclose(
        trail.until(1.5).points[[0, 3, 4, 7]][:, :2], [[0, 0], [1, 0], [1, 0], [1, 1]]
    )
    np.testing.assert_allclose(trail.until(3.0).points[-1], [4, 2, 0])


def test_a_very_long_way_is_not_drawn_to_its_beginning() -> None:
    one = land(surface="bowl", learning_rate=3.9, start_w=-3.0, start_b=2.5, steps=60)
    trail = Marks(one, LAYOUT.small).trail(one.story.hike, Line(DARK, "here", 0.03, "path"))
    start = one.at(one.story.hike.places[0])
    near = np.abs(trail.until(1.0).points - start).max(axis=1).min()
    assert near < 1e-9
    assert np.abs(trail.until(one.story.hike.ends_at).points - start).max(axis=1).min() > 0.1


# -- rasters -----------------------------------------------------------------------------------


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
