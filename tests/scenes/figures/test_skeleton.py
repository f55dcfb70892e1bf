"""Joints follow the pose."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.figures.joints import joints
from scenes.figures.people import PEOPLE, PLAYER, Person
from scenes.figures.pose import Leg
from scenes.figures.poses import FRIEND_POSES, PLAYER_POSES
from scenes.figures.skeleton import Skeleton, reach

AIMING = PLAYER_POSES["aiming"]
COORDINATE = st.floats(-80, 80)


@given(COORDINATE, COORDINATE, st.sampled_from([-1.0, 1.0]))
def test_a_limb_reaches_what_is_within_reach(x: float, y: float, bend: float) -> None:
    joint, end = reach((0, 0), (x, y), 30, 26, bend)
    far = math.hypot(x, y)
    assert math.dist((0, 0), joint) == pytest.approx(30)
    assert math.dist(joint, end) == pytest.approx(26, abs=1e-6)
    if 6 < far < 55:
        assert end == pytest.approx((x, y))
    if far > 56:
        assert math.hypot(*end) == pytest.approx(56, rel=0.01)
        assert end[0] * y == pytest.approx(end[1] * x, abs=1e-6)


@given(COORDINATE, COORDINATE)
def test_a_limb_bends_to_the_side_that_it_is_told(x: float, y: float) -> None:
    for bend in (-1.0, 1.0):
        joint, end = reach((0, 0), (x, y), 30, 26, bend)
        side = end[0] * joint[1] - end[1] * joint[0]
        assert side * bend > 0


def test_a_limb_goes_to_the_other_side_by_way_of_straight() -> None:
    ends = [reach((0, 0), (20, 0), 30, 26, bend) for bend in (-1, -0.1, 0.0, 0.1, 1)]
    reaches = [end[0] for _, end in ends]
    assert reaches == sorted(reaches[:3]) + sorted(reaches[3:], reverse=True)
    assert reaches[0] == reaches[-1] == pytest.approx(20)
    assert reaches[2] == pytest.approx(56, rel=0.01)
    assert all(math.hypot(*joint) == pytest.approx(30) for joint, _ in ends)


def test_hands_and_feet_are_where_the_pose_says() -> None:
    spots = joints(AIMING, PLAYER)
    assert spots["wrist_far"] == pytest.approx(AIMING.far.wrist)
    assert spots["wrist_near"] == pytest.approx(AIMING.near.wrist)
    assert spots["foot_far"] == pytest.approx(AIMING.far_leg.foot, abs=0.3)


@pytest.mark.parametrize("turn", [-40, -15, 0, 15, 30])
def test_a_tilted_foot_stays_on_the_ground(turn: float) -> None:
    pose = AIMING.but(near_leg=Leg((-12, 0), turn), hips=(0, -12))
    foot, angle = joints(pose, PLAYER)["foot_near"], math.radians(turn)
    heel, ball = (foot[1] + along * math.sin(angle) for along in (-7, 12))
    assert min(heel, ball) == pytest.approx(0, abs=0.01)


def test_the_pointer_points_along_the_hand() -> None:
    pose = AIMING.but(far=AIMING.far.but(turn=30))
    spots = joints(pose, PLAYER)
    assert spots["pointer_direction"] == pytest.approx((math.sqrt(3) / 2, 0.5))
    assert spots["pointer"] == spots["tip_far"]
    assert "pointer" not in joints(FRIEND_POSES["watching"], PLAYER)


def test_a_figure_that_looks_left_is_mirrored() -> None:
    right, left = joints(AIMING, PLAYER), joints(AIMING, PLAYER, -1)
    assert left == {name: (-x, y) for name, (x, y) in right.items()}


def test_a_breath_lifts_the_shoulders_and_not_the_pointer() -> None:
    empty, full = (joints(AIMING.but(breath=breath), PLAYER) for breath in (0, 1))
    assert 0.3 < full["shoulder_near"][1] - empty["shoulder_near"][1] < 2
    assert full["pointer"] == empty["pointer"]
    assert full["hips"] == empty["hips"]


def test_a_lean_tilts_the_back_forwards_and_leaves_the_hips() -> None:
    upright, leaning = (joints(AIMING.but(lean=lean), PLAYER) for lean in (0, 20))
    assert leaning["hips"] == upright["hips"]
    assert leaning["head"][0] > upright["head"][0] + 15


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.name)
def test_the_back_is_straight_where_nothing_bends_it(person: Person) -> None:
    pose = AIMING.but(lean=0, arch=0, sway=0, hips=(0, 0))
    bones = Skeleton(person.body, pose)
    assert bones.at((3, 20)) == pytest.approx((3, person.body.hips + 20))
