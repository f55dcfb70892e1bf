"""Fades that change opacity and nothing else.

Manim's own move every point of two copies of what fades, for shifts and scalings that hardly any
fade has: most of what a film of text costs before it is drawn.
"""

from __future__ import annotations

from typing import Any

from manim import Animation, Group, Mobject, Scene
from numpy.typing import NDArray

__all__ = ["Fade", "FadeIn", "FadeOut"]

_COLOURS = ("fill_rgbas", "stroke_rgbas", "background_stroke_rgbas")


class Fade(Animation):
    """Takes the opacity of mobjects from one share of what it was to another."""

    shares: tuple[float, float]

    def __init__(self, *mobjects: Mobject, **kwargs: Any) -> None:
        super().__init__(mobjects[0] if len(mobjects) == 1 else Group(*mobjects), **kwargs)

    def begin(self) -> None:
        """Take down what is seen, and begin."""
        self._full: list[tuple[Any, str, NDArray[Any]]] = [
            (member, name, vars(member)[name])
            for member in self.mobject.get_family()
            for name in _COLOURS
            if name in vars(member)
        ]
        super().begin()

    def create_starting_mobject(self) -> Any:
        """Return the mobject itself: there is nothing else to begin from."""
        return self.mobject

    def interpolate_mobject(self, alpha: float) -> None:
        """Give all that was seen its share of opacity."""
        first, last = self.shares
        self._set(first + self.rate_func(alpha) * (last - first))

    def _set(self, share: float) -> None:
        for member, name, rgbas in self._full:
            faded = rgbas.copy()
            faded[:, 3] *= share
            setattr(member, name, faded)


class FadeIn(Fade):
    """Lets mobjects appear."""

    shares = (0.0, 1.0)

    def __init__(self, *mobjects: Mobject, **kwargs: Any) -> None:
        super().__init__(*mobjects, introducer=True, **kwargs)


class FadeOut(Fade):
    """Lets mobjects vanish; taken away, they are what they were."""

    shares = (1.0, 0.0)

    def __init__(self, *mobjects: Mobject, **kwargs: Any) -> None:
        super().__init__(*mobjects, remover=True, **kwargs)

    def clean_up_from_scene(self, scene: Scene) -> None:
        """Take the mobjects away."""
        super().clean_up_from_scene(scene)
        self._set(1.0)
