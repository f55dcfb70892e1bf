from __future__ import annotations

import numpy as np
import pytest

from scenes.worlds.loft.room import Room
from tests.scenes.worlds.places import FRAMES

ROOMS = [
    pytest.param(
        Room(*FRAMES[aspect], True, distance, target), id=f"{aspect} {distance:g} {target:g}"
    )
    for aspect in FRAMES
    for distance in (150.0, 300.0, 600.0)
    for target in (40.0, 100.0, 150.0)
]


@pytest.mark.parametrize("room", ROOMS)
def test_what_the_story_needs_is_in_the_frame(room: Room) -> None:
    left, bottom, right, top = room.frame
    feet = bottom + 0.1 * room.frame_height
    for (x, y), unit in ((room.player, room.unit), (room.friend, room.friend_unit)):
        assert left <= x - 35 * unit
        assert x + 35 * unit <= right
        assert feet <= y
        assert y + 185 * unit <= top
    ring = room.target[1] + 12 * room.unit_at(room.distance_cm)
    assert ring <= top - 0.02 * room.frame_height


@pytest.mark.parametrize("room", ROOMS)
def test_the_player_is_seen_beside_the_sheet(room: Room) -> None:
    near = room.sheet_box[0]
    assert room.hand[0] + 0.02 * room.frame_width < near < room.dot(0)[0] < room.sheet_box[2]


@pytest.mark.parametrize("room", ROOMS)
def test_a_beam_is_straight_and_meets_the_sheet_at_its_height(room: Room) -> None:
    slope = room.target_cm / room.distance_cm
    ends = np.array([room.hand, room.dot(room.target_cm)])
    middle = np.array(room.at(room.distance_cm / 3, room.hand_cm + slope * room.distance_cm / 3))
    along, aside = ends[1] - ends[0], middle - ends[0]
    assert abs(along[0] * aside[1] - along[1] * aside[0]) < 1e-9
    assert 0 < aside[0] < along[0]


@pytest.mark.parametrize("room", ROOMS)
def test_a_centimetre_on_the_sheet_is_as_long_everywhere(room: Room) -> None:
    heights = [room.dot(h)[1] for h in (0.0, 50.0, 100.0)]
    assert heights[1] - heights[0] == pytest.approx(heights[2] - heights[1])
    assert heights[1] - heights[0] == pytest.approx(50 * room.unit_at(room.distance_cm))
    assert {room.dot(h)[0] for h in (0.0, 50.0)} == {room.dot(100.0)[0]}


@pytest.mark.parametrize("room", ROOMS)
def test_what_is_farther_away_is_smaller(room: Room) -> None:
    depths = (-200.0, -100.0, 0.0, 100.0, 250.0)
    units = [room.unit_at(room.distance_cm, z) for z in depths]
    floors = [room.at(room.distance_cm, 0, z)[1] for z in depths]
    assert units == sorted(units, reverse=True)
    assert floors == sorted(floors)


def test_in_a_tall_frame_the_friend_is_near_and_the_player_far() -> None:
    room = Room(*FRAMES["9:16"], True)
    assert room.friend_unit > 1.8 * room.unit
    assert room.friend[0] > 0 > room.player[0]


@pytest.mark.parametrize("night", [True, False])
@pytest.mark.parametrize("aspect", list(FRAMES))
def test_every_layer_paints(aspect: str, night: bool) -> None:
    room = Room(*FRAMES[aspect], night)
    for art in (room.sheet(30), room.halo(30), room.ring(30), room.shadow(0.8)):
        pixels = art.pixels()
        assert pixels.shape[:2] == art.size[::-1]
        assert pixels[..., 3].max() > 60
        assert pixels[..., :3].max(axis=2).max() <= 255
        assert (pixels[..., :3] <= pixels[..., 3:]).all()


def test_the_sheet_hides_what_is_behind_it_down_to_its_hem() -> None:
    room = Room(*FRAMES["16:9"], True)
    pixels = room.sheet(30).pixels()
    assert (pixels[60:150, 2:-2, 3] == 255).all()
    assert (pixels[-10:, -10:, 3] == 0).all()


def test_the_halo_is_brightest_where_the_dot_is() -> None:
    room = Room(*FRAMES["16:9"], True)
    art = room.halo(30)
    alpha = art.pixels()[..., 3]
    row, column = np.unravel_index(int(alpha.argmax()), alpha.shape)
    left, _, _, top = art.box
    assert column / 30 + left == pytest.approx(0, abs=0.2)
    assert top - row / 30 == pytest.approx(0, abs=0.2)
