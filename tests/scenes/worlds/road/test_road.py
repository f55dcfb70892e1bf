"""The road is in perspective, words can be read on it, and the car takes along those in it."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from gdmath.experiments import laser
from scenes.figures.car_poses import BESIDE, DRIVING
from scenes.laser import Laser
from scenes.places.road import RoadPlace
from scenes.stage.inspect.playing import staged
from scenes.stage.shots import ShotFilm
from scenes.worlds.road.land import LANE, Road
from scenes.worlds.road.palette import palette
from tests.scenes.conftest import Watcher
from tests.scenes.worlds.places import FRAMES, PREVIEW, TEXT, contrast

CENTRE, VANISH, MOON = (-2.0, -2.0), (-3.0, 1.2), (-2.5, 3.0)


def road(aspect: str, night: bool, morning: bool = False) -> Road:
    return Road(*FRAMES[aspect], night, CENTRE, VANISH, 2.5, MOON, morning)


def test_what_is_farther_is_smaller_and_nearer_to_the_vanishing_point() -> None:
    one = road("16:9", night=True)
    assert one.at(0) == CENTRE
    assert one.at(2)[0] == pytest.approx(CENTRE[0] + 2 * 2.5)
    for depth in (1.0, 2.0, 7.0):
        left, right = (np.array(one.at(x, depth)) for x in (-LANE / 2, LANE / 2))
        assert right[0] - left[0] == pytest.approx(LANE * 2.5 / depth)
        middle = np.array(one.at(0, depth)) - VANISH
        np.testing.assert_allclose(middle, (np.array(CENTRE) - VANISH) / depth)


@pytest.mark.parametrize(("aspect", "hour"), [*product(FRAMES, ("night", "morning", "day"))])
def test_the_plate_is_opaque_and_narration_can_be_read_on_its_calm_ground(
    aspect: str, hour: str
) -> None:
    night = hour != "day"
    pixels = road(aspect, night, hour == "morning").plate(PREVIEW).pixels()
    assert pixels.shape[:2] == tuple(round(side * PREVIEW) for side in FRAMES[aspect][::-1])
    assert (pixels[..., 3] == 255).all()
    calm = np.full((1, 1, 4), 255, np.uint8)
    calm[0, 0, :3] = list(bytes.fromhex(palette(night).calm.removeprefix("#")))
    assert contrast(calm, TEXT[night]).min() > 7


def test_the_car_goes_where_it_is_said_and_its_people_with_it() -> None:
    assert BESIDE.keys() == DRIVING.keys()
    with staged(Laser, Watcher(), laser.Params(), "dark", "16:9") as film:
        assert isinstance(film, ShotFilm)
        drive = RoadPlace(film).drive(CENTRE, 2.5, VANISH, MOON)
        car, ground = drive.car, drive.road
        parts = [*car.body, *car.before]
        was = [part.place((0, 0)) for part in parts]
        np.testing.assert_allclose(car.ground, (*CENTRE, 0))
        car.off.set_value(100.0)
        car.body.update()
        now = [part.place((0, 0)) for part in parts]
        for before, after in zip(was, now, strict=True):
            np.testing.assert_allclose(after - before, (2.5, 0, 0), atol=1e-9)
        np.testing.assert_allclose(car.ground, (CENTRE[0] + 2.5, CENTRE[1], 0))
        eyes = [one.joint("eyes") for one in (car.friend, car.player)]
        assert all(
            ground.at(0)[1] + 2.5 * 0.97 < at[1] < ground.at(0)[1] + 2.5 * 1.6 for at in eyes
        )
        assert eyes[0][0] < car.ground[0] < eyes[1][0]
