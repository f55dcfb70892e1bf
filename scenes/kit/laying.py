"""Someone who lays a straightedge on a hill, and moves it along with the run."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from manim import Group

from scenes.figures import Pose
from scenes.kit.hill_run import HillRun
from scenes.kit.puppet import Puppet
from scenes.kit.straightedge import Straightedge
from scenes.stage.marks import follow

__all__ = ["ENDS", "Held", "holding", "keep_laying"]

ENDS = (0.06, 0.93)  # shares of its length where a straightedge is held
LEVEL = 0.35  # share of the way that she stood aside, where the straightedge lies level


class Held(NamedTuple):
    """A straightedge, who holds it, and her hands before it."""

    rule: Straightedge
    maker: Puppet
    hands: Group


def holding(maker: Puppet, rule: Straightedge, grips: Sequence[float] = ENDS) -> Pose:
    """Return her pose with both hands on a straightedge.

    ``grips`` are the shares of its length, in the way that she faces, where they hold it. Hands are
    at whole cm, so that each pose is painted once.
    """
    foot, pose, facing = maker.place((0.0, 0.0)), maker.pose, maker.facing
    shares = [share if facing > 0 else 1 - share for share in grips]
    (x0, y0, _), (x1, y1, _) = (
        np.round((rule.grip(share) - foot) / maker.unit).tolist() for share in shares
    )
    return pose.but(near=pose.near.but(wrist=(facing * x0 - 6, y0 - 6)),
                    far=pose.far.but(wrist=(facing * x1 + 1, y1 - 7)))  # fmt: skip


def keep_laying(run: HillRun, rule: Straightedge, maker: Puppet, hands: Group) -> None:
    """Let a straightedge lie on the hill wherever the run is, and let her go along and hold it.

    The less steep it lies, the nearer she stands.
    """
    start, steep = run.point(run.at()), _tilt(run)
    aside = float((maker.place((0.0, 0.0)) - start)[0])

    def lay(_: Puppet) -> None:
        touched = run.point(run.at())
        rule.lay(touched, run.way(run.at()))
        share = float(np.clip(_tilt(run) / steep, 0, 1)) if steep else 1.0
        x = float(touched[0]) + aside * (LEVEL + (1 - LEVEL) * share)
        maker.shift((x - float(maker.place((0.0, 0.0))[0]), 0, 0))
        maker.take(holding(maker, rule))

    def grip(held: Group) -> None:
        held.submobjects = [maker.hand("near"), maker.hand("far")]

    follow(maker, lay)
    follow(hands, grip)


def _tilt(run: HillRun) -> float:
    x, y, _ = run.way(run.at()).tolist()
    return float(y / x)
