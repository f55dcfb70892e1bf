"""Mobjects that follow others: those that follow nothing are passed over."""

from __future__ import annotations

from inspect import signature
from typing import Any

__all__ = ["update"]


def update(mobject: Any, dt: float = 0, recursive: bool = True) -> Any:
    """Let a mobject follow what it is bound to, as its method of this name does."""
    if mobject.updating_suspended:
        return mobject
    for updater in mobject.updaters:
        if "dt" in signature(updater).parameters:
            updater(mobject, dt)
        else:
            updater(mobject)
    if recursive:
        for submobject in mobject.submobjects:
            follows = submobject.updaters or submobject.submobjects
            if follows or type(submobject).update is not update:
                submobject.update(dt, recursive=recursive)
    return mobject
