"""What a scene must keep to, so that a frame depends on its number alone."""

from __future__ import annotations

from typing import Any

from manim import Mobject, Scene

from filmrender.failures import RuleBroken

__all__ = ["check_updaters"]


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
