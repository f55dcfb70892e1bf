"""The basin: true to the formula, true to the camera, and calm where narration stands."""

import numpy as np
import pytest

from gdmath.objective.landscape import RIM, surface
from scenes.worlds.basin.land import RISE, altitude, height
from scenes.worlds.basin.look import Look
from scenes.worlds.basin.march import march
from scenes.worlds.basin.plates import Basin, pixels
from tests.scenes.worlds.places import FRAMES, TEXT, contrast

LOOK = Look("hills", (0.42, -5.25, 2.5), 0.0, -17.6, 7.8)
BESIDE = Look("bowl", (2.0, -4.0, 3.6), -20.0, -25.0, 8.0, shift=(1.0, -0.5))
ABOVE = Look("hills", (3.4, -1.6, 8.0), 0.0, -90.0, 4.4, (0.0, 0.35), flat=True)
BOX = (-64 / 9, -4.0, 64 / 9, 4.0)


def grid(reach: float) -> np.ndarray:
    line = np.linspace(-reach, reach, 41)
    places = np.stack(np.meshgrid(line, line), axis=-1).reshape(-1, 2)
    return np.asarray(places[np.linalg.norm(places, axis=1) <= reach])


@pytest.mark.parametrize("name", ["hills", "bowl"])
def test_the_ground_is_the_surface_as_far_as_the_map_reaches(name: str) -> None:
    places = grid(RIM)
    np.testing.assert_array_equal(altitude(name, *places.T), surface(name).value(places))


def test_beyond_the_map_the_rim_falls_away() -> None:
    turns = np.linspace(0, 2 * np.pi, 50)
    out = [height("hills", r * np.cos(turns), r * np.sin(turns)) for r in (RIM, 7.0, 9.0)]
    assert (out[0] > out[1]).all()
    assert (out[1] > out[2]).all()


@pytest.mark.parametrize("look", [LOOK, BESIDE, ABOVE])
def test_each_pixel_sees_the_ground_that_projects_onto_it(look: Look) -> None:
    xs, ys = pixels(BOX, (96, 54))
    seen = march(look, xs, ys)
    rows, columns = np.nonzero(seen.there)
    places = np.stack((seen.w, seen.b), axis=-1)
    drawn = look.on_ground(places)
    pixel = xs[1] - xs[0]
    assert np.abs(drawn[:, 0] - xs[columns]).max() < 0.1 * pixel
    assert np.abs(drawn[:, 1] - ys[rows]).max() < 0.1 * pixel
    if not look.flat:
        off = np.abs(look.depth(look.spots(places)) - seen.depth)
        assert np.quantile(off, 0.999) < 1e-3
    assert look.sees(places).mean() > 0.98


@pytest.mark.parametrize("look", [LOOK, BESIDE, ABOVE])
def test_only_what_is_near_is_looked_at_and_all_of_it(look: Look) -> None:
    line = pixels(BOX, (192, 108))
    whole = march(look, *line)
    middle = whole.w[len(whole.w) // 2], whole.b[len(whole.w) // 2]

    def near(w: np.ndarray, b: np.ndarray) -> np.ndarray:
        return np.asarray(np.hypot(w - middle[0], b - middle[1]) < 0.5)

    part = march(look, *line, near)
    wanted, kept = whole.only(near(whole.w, whole.b)), near(part.w, part.b)
    assert 0 < len(wanted.w) <= len(part.w) < len(whole.w) / 2
    assert (part.only(kept).there == wanted.there).all()
    np.testing.assert_allclose(part.depth[kept], wanted.depth, atol=1e-4)


@pytest.mark.parametrize("look", [LOOK, BESIDE])
def test_a_ray_ends_where_it_would_if_no_other_had_been_marched(look: Look) -> None:
    xs, ys = pixels(BOX, (192, 108))
    seen, alone = march(look, xs, ys), march(look, xs[::7], ys[::7])
    far, known = seen.spread(seen.depth, np.inf)[::7, ::7], alone.spread(alone.depth, np.inf)
    assert (np.isclose(far, known, atol=1e-3) | (far == known)).mean() > 0.999


def test_what_a_hill_hides_is_not_seen() -> None:
    hidden = Look("hills", (0.4, -4.6, 2.3), 0.0, -16.0, 7.8)
    xs, ys = pixels(BOX, (192, 108))
    seen = march(hidden, xs, ys)
    places = grid(4.5)
    drawn = hidden.on_ground(places)
    inside = (np.abs(drawn[:, 0]) < 7) & (np.abs(drawn[:, 1]) < 3.9)
    rows = np.abs(ys[:, None] - drawn[inside, 1]).argmin(axis=0)
    columns = np.abs(xs[:, None] - drawn[inside, 0]).argmin(axis=0)
    depth = hidden.depth(hidden.spots(places[inside]))
    before = seen.spread(seen.depth, np.inf)[rows, columns] < depth - 0.4
    sees = hidden.sees(places[inside])
    assert before.sum() > 10
    assert (sees != before).mean() > 0.97


def test_a_look_that_differs_by_nothing_is_the_same_picture() -> None:
    same = Look("hills", (0.42 + 1e-12, -5.25, 2.5), 1e-12, -17.6, 7.8)
    one, two = (Basin(look, "dawn", *FRAMES["16:9"]).clear(30) for look in (LOOK, same))
    assert one.key == two.key


@pytest.mark.parametrize("night", [True, False])
@pytest.mark.parametrize("aspect", FRAMES)
def test_fog_is_calm_enough_for_words(aspect: str, night: bool) -> None:
    basin = Basin(LOOK, "night" if night else "day", *FRAMES[aspect])
    picture = basin.fog(30, ((1.0, -2.4), (3.4, -1.6)), 0.8, orb=(-1.0, 3.0, 0.6)).pixels()
    assert (picture[..., 3] == 255).all()
    below = picture[round(0.88 * len(picture)) :]
    assert np.quantile(contrast(below, TEXT[night]), 0.02) >= 4.5


def test_only_what_was_felt_comes_out_of_the_fog() -> None:
    basin = Basin(ABOVE, "night", *FRAMES["16:9"])
    start = ((3.4, -1.6),)
    art = basin.felt(30, start, 0.6)
    picture = art.pixels()
    xs, ys = pixels(art.box, (picture.shape[1], picture.shape[0]))
    far = np.hypot(*np.meshgrid(xs, ys - 0.35)) / 4.4
    assert (picture[far < 0.15][:, 3] == 255).all()
    assert (picture[far > 1.0][:, 3] == 0).all()
    assert RISE * surface("hills").value(np.array(start[0])) == pytest.approx(
        height("hills", np.array(3.4), np.array(-1.6))
    )
