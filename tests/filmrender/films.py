"""Small films that have what the great ones have: trackers, updaters, text, holds, sections."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Axes,
    Create,
    Dot,
    FadeIn,
    FadeOut,
    LaggedStart,
    ReplacementTransform,
    Rotate,
    Scene,
    Square,
    Text,
    Triangle,
    ValueTracker,
    VGroup,
    Write,
    always_redraw,
)

from filmrender.identity import Identity
from filmrender.renderer import Observer
from filmrender.scene import film_renderer, render_film
from scenes.stage import fading
from scenes.stage.camera import FilmCamera
from scenes.stage.kept_art import KeptArt
from scenes.stage.kept_text import KeptText
from scenes.stage.sprite import Sprite
from scenes.stage.theme import THEMES
from scenes.stage.words import Words
from tests.filmrender.scribbles import leaf

__all__ = ["Tiny", "film", "tiny", "undeclared", "with_sprites"]


class Tiny(Scene):
    """A film of a few seconds.

    ``params``: learning_rate moves the dot, colour is the square's, caption is what is said of it.
    ``files`` are what else it reads.
    """

    params: Mapping[str, Any] = {}
    files: tuple[Path, ...] = ()

    def __init__(self, observer: Observer | None = None) -> None:
        identity = Identity("tiny", self.params, files=self.files)
        keepers = KeptText(), KeptArt()
        renderer = film_renderer(identity, observer, camera_class=FilmCamera, keepers=keepers)
        super().__init__(renderer=renderer)

    def render(self, preview: bool = False) -> bool:
        return render_film(self, super().render, preview=preview)

    def construct(self) -> None:
        self.next_section("the axes")
        axes = Axes(x_range=[-3, 3], y_range=[-2, 2], x_length=6, y_length=4)
        square = Square(color=self.params.get("colour", "#63F5BF"), fill_opacity=0.3)
        self.play(Create(axes), run_time=0.4)
        self.add_subcaption(self.params.get("caption", "A square comes."), duration=1)
        self.play(FadeIn(square.shift(LEFT)), run_time=0.4)
        self.wait(0.6)
        self.next_section("the dot")
        self.move_the_dot(axes)
        self.wait(0.4)
        self.next_section("the end")
        words = self.last_words()
        self.play(Write(words.move_to(2 * DOWN)), run_time=0.4)
        self.play(ReplacementTransform(square, Triangle().shift(2 * RIGHT)), run_time=0.4)
        self.wait(0.4)
        self.play(FadeOut(axes, words), run_time=0.2)

    def last_words(self) -> Any:
        return Words("The end", theme=THEMES["dark"], size=0.5)

    def move_the_dot(self, axes: Axes) -> None:
        x = ValueTracker(-2)
        end = 20 * self.params.get("learning_rate", 0.1)
        dot = Dot(color="#E87814")
        dot.add_updater(lambda dot: dot.move_to(axes.c2p(x.get_value(), np.sin(x.get_value()))))
        curve = always_redraw(lambda: axes.plot(np.sin, x_range=[-2, x.get_value() + 0.1]))
        marks = VGroup(*(Dot(axes.c2p(k, 1), radius=0.05) for k in range(-2, 3)))
        self.play(LaggedStart(*map(FadeIn, marks), lag_ratio=0.3), run_time=0.4)
        self.add(curve, dot)
        self.play(x.animate.set_value(end), marks.animate.shift(0.5 * UP), run_time=0.8)
        curve.clear_updaters()
        dot.clear_updaters()


class Undeclared(Tiny):
    """The same film, of which nobody knows what it is made from, with Manim's own words."""

    def __init__(self) -> None:
        Scene.__init__(self, renderer=film_renderer())

    def last_words(self) -> Any:
        return Text("The end")


def undeclared(**params: Any) -> type[Undeclared]:
    """Return the film that declares nothing with other parameters."""
    return type("Tiny", (Undeclared,), {"params": params})


def tiny(**params: Any) -> type[Tiny]:
    """Return the small film with other parameters."""
    return type("Tiny", (Tiny,), {"params": params})


def film(construct: Callable[[Any], None], **params: Any) -> type[Tiny]:
    """Return a film that only does what ``construct`` does with the scene."""
    return type("Made", (Tiny,), {"construct": construct, "params": params})


def with_sprites(scene: Any) -> None:
    """Show sprites that fade, move, turn, swell and change, over and below what moves."""
    grown = scene.params.get("grown", 2.0)
    ground = Sprite(leaf("#102030", 10), unit=8)
    front = Sprite(leaf(), at=(-3, 1, 0), opacity=0.9)
    light = Sprite(leaf("#403010"), at=(2, -1, 0), unit=2, blend="add")
    dot = Dot(radius=0.4, color="#E87814")
    scene.add(ground, dot)
    scene.play(fading.FadeIn(front), fading.FadeIn(light), run_time=0.4)
    scene.play(dot.animate.shift(2 * UP), front.animate.shift(2 * RIGHT), run_time=0.4)
    scene.play(Rotate(front, 1.0), light.animate.scale(grown), run_time=0.4)
    front.add_updater(lambda sprite: sprite.move_to(dot))
    scene.play(dot.animate.shift(3 * LEFT), light.animate.set_opacity(0.3), run_time=0.4)
    front.clear_updaters()
    front.swap(leaf("#FFFFFF"))
    scene.wait(0.4)
    scene.play(fading.FadeOut(front, light), run_time=0.4)
    scene.wait(0.2)
