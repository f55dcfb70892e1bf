"""Films told in shots: full pictures that follow each other by cuts, dissolves and camera moves."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, Self, TypeVar

import numpy as np
from manim import DOWN, LEFT, Group, Mobject, VGroup, VMobject, rotation_about_z, smooth
from manim.typing import Point3DLike

from gdmath.experiments._common.quantities import Quantity
from gdmath.experiments._common.sentences import Said
from gdmath.experiments.params import Params
from gdmath.experiments.reading import Reading
from scenes.stage.fading import FadeIn, FadeOut
from scenes.stage.film import NARRATION, Film
from scenes.stage.layout import Zone
from scenes.stage.marks import px
from scenes.stage.tempo import InPlace
from scenes.stage.theme import Role
from scenes.stage.words import Part, Words

__all__ = ["ABOVE", "CameraMove", "ShotFilm"]

P = TypeVar("P", bound=Params)
T = TypeVar("T")
V = TypeVar("V", bound=VMobject)
ABOVE = ("scrim", NARRATION)  # names of what lies above every shot
RIM_EMS = 0.1  # what a large word is rimmed with where it lies on a picture


class ShotFilm(Film[P]):
    """A film in shots. ``self.frame`` is the whole picture; x and y count from its middle.

    A shot begins with ``cut`` or ``dissolve``. What an aspect ratio has elsewhere stands in
    ``choose``. Narration stands on the picture, in its lower tenth.
    """

    # -- the frame ---------------------------------------------------------------------------

    @property
    def frame(self) -> Zone:
        """The whole picture."""
        return self.layout.frame

    @property
    def words_zone(self) -> Zone:
        """The frame without its margin and without the narration's zone."""
        safe, high = self.layout.safe, self.choose(0.125, 0.19, 0.145)
        return Zone(safe.left, self.frame.bottom + high * self.frame.height, safe.right, safe.top)

    @property
    def is_tall(self) -> bool:
        """Whether the picture is for a phone held upright."""
        return self.layout.aspect == "9:16"

    def choose(self, wide: T, square: T, tall: T) -> T:
        """Return what this aspect ratio has."""
        return {"16:9": wide, "1:1": square, "9:16": tall}[self.layout.aspect]

    @property
    def em(self) -> float:
        """The size of narration, in Manim units an em."""
        return self.layout.em

    @property
    def pixels_per_unit(self) -> float:
        """How many pixels wide a Manim unit is."""
        camera: Any = self.camera
        return float(camera.pixel_width / self.frame.width)

    # -- shots -------------------------------------------------------------------------------

    def cut(self, *mobjects: Mobject) -> None:
        """Show these, and nothing of what was there but the narration."""
        self.cuts.append(self.clock)
        self.remove(*[mobject for mobject in self.mobjects if mobject.name not in ABOVE])
        self.leaving.clear()
        self.add(*mobjects)

    def dissolve(self, *mobjects: Mobject, seconds: float = 0.6) -> None:
        """Let these grow out of the picture that is there; its words go meanwhile."""
        words = [
            mobject
            for mobject in self.mobjects
            if mobject.name not in ABOVE
            and any(isinstance(part, Words) for part in mobject.get_family())
        ]
        self.play(*map(FadeIn, mobjects), *map(FadeOut, words), run_time=seconds)
        self.cut(*mobjects)

    def add(self, *mobjects: Any) -> Self:
        """Add mobjects, below the scrim and the narration."""
        super().add(*mobjects)
        return super().add(*[mobject for mobject in self.mobjects if mobject.name in ABOVE])

    # -- words -------------------------------------------------------------------------------

    def label(
        self, *parts: Part, size: float = 1.0, rim: float = 1.0, room: float = math.inf,
        **kwargs: Any,
    ) -> Words:  # fmt: skip
        """Return words that stand beside a thing in the picture.

        They are ``size`` ems of narration large, or as much smaller as ``room``, the frame units
        that there are for them, asks for.
        """
        kwargs.setdefault("bold", True)
        words = self.words(*parts, size=size * self.em, **kwargs)
        if words.width > room:
            words = self.words(*parts, size=size * self.em * room / words.width, **kwargs)
        return self.rimmed(words, rim)

    def numeral(
        self, reading: Reading, role: Role = "text", size: float = 2.3, room: float = math.inf
    ) -> Words:
        """Return a number that matters; ``size`` in ems of narration, within ``room``."""
        return self.label(reading, size=size, role=role, room=room)

    def named(self, quantity: Quantity, step: int | None = None) -> Words:
        """Return a quantity's name and its number, after so many steps if it changes."""
        number = quantity.only if step is None else quantity[step]
        return self.label(f"{quantity.name} ", (number, quantity.role), size=1.4)

    def headline(self, said: Said, size: float = 1.4, room: float = math.inf) -> VGroup:
        """Return a sentence in large letters, in its rows and colours, within ``room``."""
        rows = [self.label(*row, size=size, room=room) for row in said.rows]
        return VGroup(*rows).arrange(DOWN, buff=0.2)

    def keep_in_frame(self, mobject: V) -> V:
        """Shift something sideways until it is clear of the frame's edges."""
        reach = self.frame.width / 2 - 0.04 * min(self.frame.width, self.frame.height)
        over = max(0.0, float(mobject.get_right()[0]) - reach)
        over += min(0.0, float(mobject.get_left()[0]) + reach)
        return mobject.shift(over * LEFT)

    def rimmed(self, words: V, strength: float = 1.0) -> V:
        """Give words a rim in the ground's colour, so that they stand out from any picture."""
        ground = self.theme.mark("ground")
        for part in words.family_members_with_points():
            part.set_stroke(ground, px(strength * RIM_EMS * self.em), 0.95, background=True)
        return words


class CameraMove(InPlace):
    """Moves what the camera sees: scaled by ``zoom`` and turned about a point, then shifted.

    ``turn`` is in radians, anticlockwise. ``settle`` makes the move at once, and returns the way
    back.
    """

    def __init__(
        self,
        *mobjects: Mobject,
        zoom: float = 1.0,
        turn: float = 0.0,
        about: Point3DLike = (0, 0, 0),
        shift: Point3DLike = (0, 0, 0),
        **kwargs: Any,
    ) -> None:
        self.zoom, self.turn, self.backwards = zoom, turn, False
        self._parts: Sequence[tuple[Any, Any]] | None = None
        self.about, self.way = np.asarray(about, float), np.asarray(shift, float)
        super().__init__(Group(*mobjects), rate_func=kwargs.pop("rate_func", smooth), **kwargs)

    def begin(self) -> None:
        """Take down where everything is."""
        if self._parts is None:
            members = self.mobject.get_family()
            self._parts = [(m, m.points.copy()) for m in members]
            self._lines = [
                (m, name, getattr(m, name))
                for m in members
                for name in ("stroke_width", "background_stroke_width")
                if getattr(m, name, 0)
            ]
        super().begin()

    def settle(self) -> CameraMove:
        """Move at once; return the move back. Nothing follows anything until then."""
        self.begin()
        self.interpolate(1)
        self.backwards = True
        return self

    def interpolate_mobject(self, alpha: float) -> None:
        """Put everything where the camera now sees it."""
        share = self.rate_func(alpha)
        share = 1 - share if self.backwards else share
        scale = self.zoom**share
        turned = scale * rotation_about_z(share * self.turn).T
        for member, points in self._parts or ():
            if len(points) and share:
                member.points = self.about + (points - self.about) @ turned + share * self.way
            elif len(points):  # to the last bit
                member.points = points.copy()
        for member, name, width in self._lines:
            setattr(member, name, scale * width)
