"""Plays whose frames depend on their number alone: their end is reached without what is between."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from manim import Animation, Scene

from filmrender import manim_internals

__all__ = ["begin", "end", "faded", "follow", "go_to"]


def begin(scene: Scene) -> None:
    """Begin the play's animations, as ``begin_animations`` does, which also parts what moves."""
    for animation in scene.animations or []:
        manim_internals.begin(animation, scene)


def go_to(scene: Scene, seconds: float, *, lets_follow: bool = True) -> None:
    """Bring the scene to a moment of the play, as its ``update_to_time`` does."""
    assert scene.animations is not None
    for animation in scene.animations:
        animation.update_mobjects(0)
        animation.interpolate(seconds / animation.run_time)
    if lets_follow:
        follow(scene)


def end(scene: Scene) -> None:
    """Leave the scene as the play does at its end."""
    for animation in scene.animations or []:
        animation.finish()
        animation.clean_up_from_scene(scene)
    follow(scene)


def follow(scene: Scene) -> None:
    """Let all mobjects follow what they are bound to."""
    for mobject in scene.mobjects:
        _update(mobject)


def faded(animations: Sequence[Animation]) -> list[Any] | None:
    """Return whose opacity a play changes, if it changes nothing else, which others may follow."""
    if not all(getattr(animation, "only_colours", False) for animation in animations):
        return None
    return [member for animation in animations for member in animation.mobject.get_family()]


def _update(mobject: Any) -> None:
    """Let a mobject's family follow, as its ``update`` does, which asks each updater for ``dt``."""
    if mobject.updating_suspended:
        return
    for updater in mobject.updaters:
        updater(mobject)
    for submobject in mobject.submobjects:
        if submobject.updaters or submobject.submobjects:
            _update(submobject)
