"""Fades that change opacity and nothing else.

Manim's own move every point of two copies of what fades, for shifts and scalings that hardly any
fade has: most of what a film of text costs before it is drawn.
"""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import Any

import numpy as np
from manim import Group, Mobject, Scene

from scenes.stage.sprite import Sprite
from scenes.stage.tempo import InPlace, stepped

__all__ = ["Fade", "FadeIn", "FadeOut"]

_COLOURS = ("fill_rgbas", "stroke_rgbas", "background_stroke_rgbas")


class Fade(InPlace):
    """Takes the opacity of mobjects from one share of what it was to another."""

    shares: tuple[float, float]
    only_colours = True  # for the renderer

    def __init__(self, *mobjects: Mobject, **kwargs: Any) -> None:
        super().__init__(mobjects[0] if len(mobjects) == 1 else Group(*mobjects), **kwargs)

    def begin(self) -> None:
        """Take down what is seen, and begin."""
        family: Any = self.mobject.get_family()
        self._owners = [
            (member, name) for member in family for name in _COLOURS if name in vars(member)
        ]
        colours = [vars(member)[name] for member, name in self._owners]
        self._full = np.concatenate(colours) if colours else np.empty((0, 4))
        self._sprites = [(m, m.opacity) for m in family if isinstance(m, Sprite)]
        self._rows = list(pairwise(accumulate(map(len, colours), initial=0)))
        super().begin()

    def interpolate_mobject(self, alpha: float) -> None:
        """Give all that was seen its share of opacity."""
        first, last = self.shares
        self._set(first + self.rate_func(stepped(alpha, self.run_time)) * (last - first))

    def _set(self, share: float) -> None:
        faded = self._full.copy()  # all at once: a letter's are a few numbers
        faded[:, 3] *= share
        for (member, name), (first, end) in zip(self._owners, self._rows, strict=True):
            setattr(member, name, faded[first:end])
        for sprite, opacity in self._sprites:
            sprite.opacity = share * opacity


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
