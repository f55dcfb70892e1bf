"""What a scene must keep to, so that a frame depends on its number alone."""

from __future__ import annotations

import math
from typing import Any

from manim import Mobject, Scene

from scenes.stage.render.failures import RuleBroken

__all__ = ["check_updaters", "whole_frames", "whole_rate"]

_SLOWEST = 15  # frames a second; what is whole at it is whole at 30 and 60 too
_TOLERANCE = 1e-6


def whole_frames(seconds: float, rate: float, play: int) -> int:
    """Return how many frames ``seconds`` are.

    Raises RuleBroken if they are not whole frames at this rate and at 15, 30 and 60 a second.
    """
    frames = seconds * rate
    for count in (frames, seconds * _SLOWEST):
        if not math.isclose(count, round(count), abs_tol=_TOLERANCE) or round(count) < 1:
            raise RuleBroken(
                f"Play {play} lasts {seconds:g} s, which is not a whole number of frames at "
                f"15, 30, 60 and {rate:g} frames a second: take a multiple of 0.2 s."
            )
    return round(frames)


def check_updaters(scene: Scene, play: int) -> None:
    """See that nothing on the scene counts time by itself.

    Raises RuleBroken if an updater asks for ``dt``.
    """
    if scene.updaters:
        raise RuleBroken(_complaint(play, "the scene"))
    for mobject in scene.mobjects:
        culprit = _time_based(mobject)
        if culprit is not None:
            raise RuleBroken(_complaint(play, type(culprit).__name__))


def _time_based(mobject: Any) -> Mobject | None:
    if mobject.updaters and mobject.has_time_based_updater():
        found: Mobject = mobject
        return found
    return next(filter(None, map(_time_based, mobject.submobjects)), None)


def _complaint(play: int, owner: str) -> str:
    return (
        f"Play {play}: an updater of {owner} takes dt, so its frames would depend on the frames "
        "before; let it read a ValueTracker instead."
    )


def whole_rate(rate: float) -> int:
    """Return the frame rate as an integer.

    Raises RuleBroken if it is none.
    """
    if rate != round(rate) or rate < 1:
        raise RuleBroken(f"{rate:g} frames a second are not possible: take 15, 30 or 60.")
    return round(rate)
