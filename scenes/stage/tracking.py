"""A tracked value that can follow others without the lag of a chain of updaters."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from manim import Mobject

from scenes.stage.claims import Quantity

__all__ = ["Follower", "present"]

M = TypeVar("M", bound=Mobject)


class Follower(Quantity):
    """A quantity that is set, or that is read from its source for as long as it has one.

    Two trackers joined by an updater lag behind each other by a frame, depending on the order in
    which the scene updates them; a source is asked at the moment of drawing.
    """

    def __init__(self, name: str, value: float = 0.0) -> None:
        super().__init__(name, value)
        self.source: Callable[[], float] | None = None

    def get_value(self) -> float:
        """Return the present value."""
        return float(super().get_value()) if self.source is None else self.source()

    def follow(self, source: Callable[[], float]) -> Follower:
        """Take the value from here from now on."""
        self.source = source
        return self

    def settle(self) -> Follower:
        """Keep the present value and follow no more."""
        value = self.get_value()
        self.source = None
        self.set_value(value)
        return self


def present(follower: M) -> M:
    """Let a mobject that was away catch up with what it follows, before it appears."""
    follower.update()
    return follower
