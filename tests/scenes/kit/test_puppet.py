"""A figure in the picture: its poses, its place, its pointer."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from scenes.figures import FRIEND, NIGHT, PLAYER
from scenes.figures.poses import FRIEND_POSES, PLAYER_POSES
from scenes.kit.puppet import Act, Puppet, aimed
from scenes.paint import Art

AIMING = PLAYER_POSES["aiming"]


def player() -> Puppet:
    return Puppet(PLAYER, AIMING, NIGHT["loft"], at=(-3, -2, 0), unit=0.02, pixels=60.0)


def test_a_figure_stays_where_it_stands_whatever_the_pose(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Art, "paint", lambda _self: pytest.fail("nobody looks at it"))
    puppet = player()
    for pose in PLAYER_POSES.values():
        assert puppet.take(pose) is puppet
        assert puppet.place((0, 0)) == pytest.approx([-3, -2, 0])


@pytest.mark.parametrize("degrees", [-20.0, 0.0, 35.5])
def test_an_aimed_pointer_turns_about_its_tip(degrees: float) -> None:
    puppet = player()
    before = puppet.joint("pointer")
    puppet.take(aimed(AIMING, degrees))
    after, wrist = puppet.joint("pointer"), puppet.joint("wrist_far")
    assert np.linalg.norm(after - before) < 4 * 0.02  # cm: as far as the arm gives way
    assert puppet.pose.far.turn == round(4 * degrees) / 4
    assert np.isfinite(wrist).all()


@pytest.mark.parametrize("facing", [1, -1])
@pytest.mark.parametrize("point", [(3.0, 0.0, 0.0), (2.0, 2.5, 0.0), (1.5, -2.0, 0.0)])
def test_one_who_aims_at_a_point_points_at_it_however_often(
    facing: int, point: tuple[float, float, float]
) -> None:
    there: dict[str, Any] = {"at": (0, -2, 0), "unit": 0.02, "pixels": 60.0, "facing": facing}
    puppet, goal = Puppet(PLAYER, AIMING, NIGHT["loft"], **there), np.array(point) * [facing, 1, 1]
    poses = [puppet.aim(AIMING, goal).pose for _ in range(4)]
    assert poses[1:] == poses[:-1]  # nothing of where it pointed before is left
    x, y = (goal - puppet.joint("pointer"))[:2]
    assert abs(puppet.pose.far.turn - math.degrees(math.atan2(y, facing * x))) < 1


def test_one_who_keeps_aiming_does_so_in_every_pose_whatever_was_aimed_at_before() -> None:
    wandering, still = player(), player()
    for goal in [(2.0, 1.0, 0.0), (2.0, -1.5, 0.0), (3.0, 2.0, 0.0)]:
        wandering.keep_aiming(goal)
    assert wandering.pose == still.keep_aiming((3.0, 2.0, 0.0)).pose
    for name in ("flinching", "counting"):
        wandering.take(PLAYER_POSES[name]).keep_aiming((3.0, 0.0, 0.0))
        x, y = (np.array([3.0, 0.0, 0.0]) - wandering.joint("pointer"))[:2]
        assert abs(wandering.pose.far.turn - math.degrees(math.atan2(y, x))) < 1


def test_one_who_looks_the_other_way_is_mirrored() -> None:
    there = {"at": (0, 0, 0), "unit": 0.02, "pixels": 60.0}
    pose = FRIEND_POSES["watching"]
    right = Puppet(FRIEND, pose, NIGHT["loft"], **there)  # type: ignore[arg-type]
    left = Puppet(FRIEND, pose, NIGHT["loft"], facing=-1, **there)  # type: ignore[arg-type]
    for joint in ("eyes", "hand_near", "mouth"):
        assert left.joint(joint) == pytest.approx(right.joint(joint) * [-1, 1, 1])


def test_an_act_brings_a_figure_into_a_pose_by_way_of_in_betweens() -> None:
    puppet, goal = player(), PLAYER_POSES["cheering"]
    act = Act(puppet, goal, rate_func=lambda share: share)
    act.begin()
    hands = []
    for alpha in np.linspace(0, 1, 5):
        act.interpolate(float(alpha))
        hands.append(puppet.joint("hand_far"))
    act.finish()
    assert puppet.pose == goal
    steps = np.linalg.norm(np.diff(hands, axis=0), axis=1)
    assert steps.max() < 0.75 * steps.sum()  # it does not jump
    assert math.isclose(float(np.linalg.norm(puppet.joint("hand_far") - hands[-1])), 0)


def test_an_act_begins_from_the_pose_that_the_figure_then_has() -> None:
    puppet = player()
    act = Act(puppet, PLAYER_POSES["cheering"])
    puppet.take(PLAYER_POSES["puzzled"])
    act.begin()
    act.interpolate(0)
    assert puppet.pose == PLAYER_POSES["puzzled"]


def test_equal_poses_are_the_same_picture() -> None:
    assert player().art.key == player().art.key
    assert player().art.key != player().take(aimed(AIMING, 12.0)).art.key
