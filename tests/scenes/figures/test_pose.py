"""Poses: equal looks are equal, and what lies between two."""

from __future__ import annotations

import pytest

from scenes.figures.pose import Arm, Pose
from scenes.figures.poses import FRIEND_POSES, PLAYER_POSES

AIMING, PUZZLED = PLAYER_POSES["aiming"], PLAYER_POSES["puzzled"]


def test_in_betweens_end_at_both_ends() -> None:
    assert AIMING.mixed(PUZZLED, 0) == AIMING
    assert AIMING.mixed(PUZZLED, 1) == PUZZLED


def test_half_way_numbers_are_halved_and_names_switch() -> None:
    before, after = (AIMING.mixed(PUZZLED, share) for share in (0.49, 0.5))
    assert after.lean == pytest.approx((AIMING.lean + PUZZLED.lean) / 2, abs=0.01)
    assert after.near.wrist[1] == pytest.approx(
        (AIMING.near.wrist[1] + PUZZLED.near.wrist[1]) / 2, abs=0.01
    )
    assert (before.mouth, after.mouth) == (AIMING.mouth, PUZZLED.mouth)
    assert (before.near.hand, after.near.hand) == ("rest", "cup")


def test_poses_that_look_equal_are_written_equal() -> None:
    wobbly = AIMING.but(lean=AIMING.lean + 1e-9, head=-0.0001, breath=0.51)
    assert repr(wobbly) == repr(AIMING.but(head=0.0, breath=0.5))


def test_a_breath_is_a_dozen_pictures() -> None:
    assert len({repr(AIMING.but(breath=i / 1000)) for i in range(1001)}) == 13


def test_breath_and_blink_stay_within_their_range() -> None:
    pose = AIMING.but(breath=1.2, blink=-3)
    assert (pose.breath, pose.blink) == (1.0, 0.0)


@pytest.mark.parametrize("field", ["mouth", "eyes"])
def test_an_unknown_expression_is_named(field: str) -> None:
    with pytest.raises(ValueError, match=rf"{field} 'smirk': one of .*"):
        AIMING.but(**{field: "smirk"})


def test_an_unknown_hand_is_named() -> None:
    with pytest.raises(ValueError, match=r"hand 'paw': one of .*grip"):
        Arm((0, 0), hand="paw")  # type: ignore[arg-type]


def test_there_are_attitudes_for_the_laser_film() -> None:
    player = {"puzzled", "aiming", "strained", "flinching", "eager", "cheering"}
    friend = {"watching", "pointing", "shouting", "counting", "ducking", "cheering", "peeking"}
    assert player <= set(PLAYER_POSES)
    assert friend <= set(FRIEND_POSES)
    assert all(isinstance(pose, Pose) for pose in FRIEND_POSES.values())
