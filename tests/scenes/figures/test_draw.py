"""Figures are painted: whole, in the light, in every expression."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import numpy as np
import pytest

from scenes.figures import DAY, NIGHT, Light, figure, figure_art, joints
from scenes.figures.closeup import fingers_art
from scenes.figures.cook_poses import COOK_POSES
from scenes.figures.people import FRIEND, PEOPLE, PLAYER, Person
from scenes.figures.pose import Eyes, Hand, Mouth, Pose
from scenes.figures.poses import (
    FRIEND_POSES,
    HIKER_POSES,
    MAN_POSES,
    PLAYER_POSES,
    RIDER_POSES,
)
from scenes.paint.paper import Paper

ATTITUDES = (PLAYER_POSES, FRIEND_POSES, RIDER_POSES, MAN_POSES, HIKER_POSES, COOK_POSES)
POSES = {
    f"{person.name}-{name}": (person, pose)
    for person, poses in zip(PEOPLE, ATTITUDES, strict=True)
    for name, pose in poses.items()
}
AIMING, LOFT = PLAYER_POSES["aiming"], NIGHT["loft"]


@pytest.mark.parametrize("name", POSES)
@pytest.mark.parametrize("facing", [1, -1])
def test_the_box_holds_all_that_is_painted(name: str, facing: int) -> None:
    person, pose = POSES[name]
    art = figure_art(person, pose, LOFT, 1.0, facing)
    picture = art.paint()[..., 3]
    assert picture.any()
    edges = (picture[0], picture[-1], picture[:, 0], picture[:, -1])
    assert [bool(edge.any()) for edge in edges] == [False] * 4  # top, bottom, left, right


def test_a_blurred_figure_stays_within_its_box() -> None:
    picture = figure_art(FRIEND, FRIEND_POSES["shouting"], LOFT, 1.0, blur=4.0).paint()[..., 3]
    assert max(picture[0].max(), picture[-1].max(), picture[:, 0].max(), picture[:, -1].max()) <= 2


def test_the_box_is_not_much_larger_than_the_figure() -> None:
    picture = figure_art(PLAYER, AIMING, LOFT, 1.0).paint()[..., 3]
    rows, columns = np.flatnonzero(picture.any(axis=1)), np.flatnonzero(picture.any(axis=0))
    assert np.ptp(rows) > 0.8 * picture.shape[0]
    assert np.ptp(columns) > 0.7 * picture.shape[1]


def test_equal_poses_are_the_same_picture() -> None:
    again = AIMING.but(lean=AIMING.lean + 1e-9)
    assert figure_art(PLAYER, AIMING, LOFT, 2).key == figure_art(PLAYER, again, LOFT, 2).key
    assert figure_art(PLAYER, AIMING, LOFT, 2).key != figure_art(FRIEND, AIMING, LOFT, 2).key


def test_the_light_stays_where_it_is_when_a_figure_turns_round() -> None:
    light = replace(LOFT, towards=(1.0, 0.0), wash=0.0, back=None, rim="#00FF00", width=2.0)
    for facing in (1, -1):
        paper = Paper(300, 200, 1, (150, 200))
        figure(paper, AIMING, PLAYER, light, facing)
        picture = paper.pixels().astype(int)
        green = picture[..., 1] > picture[..., 0] + picture[..., 2] + 100
        solid = picture[..., 3] > 250
        right_of = np.roll(solid, -4, axis=1)
        lit, dark = green & ~right_of, green & ~np.roll(solid, 4, axis=1)
        assert lit.sum() > 3 * dark.sum()


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.name)
@pytest.mark.parametrize("theme", [NIGHT, DAY], ids=["night", "day"])
def test_every_costume_is_drawn_in_every_expression(
    person: Person, theme: dict[str, Light]
) -> None:
    light = theme["loft"]
    base = PLAYER_POSES["eager"].but(brows=PLAYER_POSES["puzzled"].brows)
    bare, up = replace(person, blindfold=""), replace(person, blindfold="up")
    mouths = {_paint(base.but(mouth=mouth), bare, light) for mouth in get_args(Mouth)}
    eyes = {_paint(base.but(eyes=eyes), up, light) for eyes in get_args(Eyes)}
    assert (len(mouths), len(eyes)) == (len(get_args(Mouth)), len(get_args(Eyes)))


@pytest.mark.parametrize("hand", get_args(Hand))
def test_every_hand_is_drawn_either_way(hand: Hand) -> None:
    pictures = {
        _paint(AIMING.but(near=AIMING.near.but(hand=hand, thumb=thumb)), PLAYER)
        for thumb in (1, -1)
    }
    assert len(pictures) == 2


def test_a_blindfold_hides_the_eyes() -> None:
    rider = next(person for person in PEOPLE if person.name == "rider")
    wide, closed = (AIMING.but(eyes=eyes) for eyes in ("wide", "closed"))
    assert _paint(wide, rider) == _paint(closed, rider)


def test_a_blink_shuts_the_eyes() -> None:
    blinks = [_paint(AIMING.but(blink=blink), PLAYER) for blink in (0, 0.5, 1)]
    assert len(set(blinks)) == 3
    assert blinks[2] == _paint(AIMING.but(eyes="closed"), PLAYER)


def test_the_pointers_tip_is_painted_where_it_is_said_to_be() -> None:
    x, y = joints(AIMING, PLAYER)["pointer"]
    paper = Paper(300, 200, 1, (150, 200))
    figure(paper, AIMING, PLAYER, LOFT)
    picture = paper.pixels()
    assert picture[round(200 - y), round(150 + x - 2), 3] > 200
    assert picture[round(200 - y), round(150 + x + 3), 3] == 0


def test_fingers_over_an_edge_are_painted() -> None:
    assert fingers_art(FRIEND, LOFT, 3).paint()[..., 3].any()


def _paint(pose: Pose, person: Person, light: Light = LOFT) -> bytes:
    paper = Paper(240, 220, 1, (110, 215))
    figure(paper, pose, person, light)
    return paper.pixels().tobytes()
