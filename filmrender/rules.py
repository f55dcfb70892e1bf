"""What a scene must keep to, so that a frame depends on its number alone."""

from __future__ import annotations

import random
from fractions import Fraction
from hashlib import blake2b
from typing import Any

import numpy as np
from manim import Mobject, Scene

from filmrender.failures import RuleBroken

__all__ = ["check_duration", "check_updaters", "random_state"]

_NOISE = 1e-6  # of a frame


def check_duration(scene: Scene, play: int, rate: Fraction) -> None:
    """See that a play lasts whole frames, so that no clock rounds it.

    Raises RuleBroken if it does not.
    """
    frames = scene.duration * rate
    if abs(frames - round(frames)) > _NOISE:
        raise RuleBroken(
            f"Play {play} lasts {scene.duration:g} s, no whole number of frames at {float(rate):g} "
            "a second: several processes cannot share it."
        )


def random_state() -> str:
    """Return what stands for the state of the generators that Manim seeds."""
    name, numbers, *rest = np.random.get_state(legacy=True)  # noqa: NPY002  those that Manim seeds
    told = repr((random.getstate(), name, rest)).encode() + np.asarray(numbers).tobytes()
    return blake2b(told, digest_size=16).hexdigest()


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
