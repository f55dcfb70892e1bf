"""Scenes of people who know nothing of this renderer: each does what might mislead it."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any

import numpy as np
from manim import (
    BLUE,
    DOWN,
    LEFT,
    PI,
    RED,
    RIGHT,
    UL,
    UP,
    YELLOW,
    Circle,
    Create,
    Cube,
    Dot,
    FadeIn,
    FadeOut,
    ImageMobject,
    MovingCameraScene,
    PMobject,
    Rotate,
    Scene,
    Sphere,
    Square,
    Text,
    ThreeDAxes,
    ThreeDScene,
    Transform,
    ValueTracker,
    VGroup,
    Wait,
    Write,
    ZoomedScene,
    always_redraw,
)

__all__ = ["STRANGERS", "Stranger"]


@dataclass(frozen=True)
class Stranger:
    cls: type[Any]

    def scene(self) -> type[Any]:
        return self.cls

    def __str__(self) -> str:
        return self.cls.__name__


class CountsTime(Scene):
    """Updaters that ask for dt, of mobjects and of the scene; times that are no whole frames."""

    def construct(self) -> None:
        dot = Dot().add_updater(lambda mobject, dt: mobject.shift(dt * RIGHT))
        turning = Square().add_updater(lambda mobject, dt: mobject.rotate(dt))
        self.add(dot, turning)
        self.add_updater(lambda dt: dot.shift(dt * UP))
        self.play(Create(Circle()), run_time=0.37)
        self.wait(0.51)
        self.wait(0.7, frozen_frame=True)
        turning.clear_updaters()
        self.play(Rotate(turning, PI / 3), run_time=1.11)
        self.wait_until(lambda: bool(dot.get_x() > 1.5), max_time=3)
        self.pause(0.33)


class DrawsLots(Scene):
    """Random numbers inside plays."""

    def construct(self) -> None:
        dots = VGroup(*(Dot() for _ in range(5)))

        def jump(mobject: Any) -> None:
            for dot in mobject:
                dot.move_to((random.uniform(-3, 3), np.random.uniform(-2, 2), 0))  # noqa: NPY002

        dots.add_updater(jump)
        self.add(dots)
        self.play(FadeIn(Square()), run_time=0.4)
        dots.clear_updaters()
        self.wait(0.2)


class ChangesItsCamera(Scene):
    """What a camera is told before the first play, and between plays."""

    def setup(self) -> None:
        self.camera.frame_width, self.camera.frame_height = 20, 11.25

    def construct(self) -> None:
        square = Square(color=BLUE, fill_opacity=0.5)
        self.play(Create(square), run_time=0.4)
        self.camera.cairo_line_width_multiple = 0.03
        self.play(square.animate.shift(RIGHT), run_time=0.4)
        self.camera.background_color = RED
        self.camera.init_background()
        self.play(square.animate.scale(2), run_time=0.4)
        self.camera.frame_width = 10
        self.play(FadeOut(square), run_time=0.4)


class OwnUpdate(Scene):
    """Its own ``update_mobjects``, and a mobject with its own ``update``."""

    def construct(self) -> None:
        class Drifts(Square):
            def update(self, dt: float = 0, recursive: bool = True) -> Any:
                self.shift(0.1 * LEFT)
                return super().update(dt, recursive)

        self.count = 0
        self.label = Dot(color=RED)
        self.add(Drifts().add_updater(lambda _: None), self.label)
        self.play(Create(Circle()), run_time=0.5)
        self.wait(0.3, frozen_frame=False)

    def update_mobjects(self, dt: float) -> None:
        self.count += 1
        self.label.move_to((0.1 * self.count, -1, 0))
        super().update_mobjects(dt)


class Gradients(Scene):
    """Colours that are computed, and gradients of three."""

    def construct(self) -> None:
        square = Square(fill_opacity=0.75 - 0.5).set_color_by_gradient(RED, YELLOW, BLUE)
        disc = Circle(fill_opacity=1).set_fill([BLUE, RED]).set_sheen_direction(UP)
        self.add(square)
        self.play(FadeIn(disc), run_time=0.5)
        self.play(Transform(square, Circle(color=[RED, BLUE])), Rotate(disc, 1), run_time=0.5)


class MovesItsCamera(MovingCameraScene):
    """A frame that moves, and one that an updater moves."""

    def construct(self) -> None:
        square, word = Square(), Text("Near").shift(2 * RIGHT)
        self.add(square, word)
        self.play(self.camera.frame.animate.scale(0.4).move_to(word), run_time=0.5)
        dot = Dot().move_to(word)
        self.camera.frame.add_updater(lambda frame: frame.move_to(dot))
        self.add(self.camera.frame)
        self.play(dot.animate.shift(3 * LEFT), run_time=0.5)
        self.wait(0.2)


class InSpace(ThreeDScene):
    """Solids, things that are fixed, a camera that turns by itself."""

    def construct(self) -> None:
        self.set_camera_orientation(phi=PI / 3, theta=PI / 6)
        axes, ball = ThreeDAxes(), Sphere(resolution=(6, 6))
        fixed, upright = Text("fixed").to_corner(UL), Text("up").shift(2 * RIGHT)
        self.add_fixed_in_frame_mobjects(fixed)
        self.add_fixed_orientation_mobjects(upright)
        self.add(axes, ball)
        self.play(FadeIn(Cube().shift(2 * LEFT)), run_time=0.4)
        self.begin_ambient_camera_rotation(rate=0.5)
        self.wait(0.5)
        self.stop_ambient_camera_rotation()
        self.move_camera(phi=0.4, zoom=0.7, run_time=0.4)
        self.play(ball.animate.set_color(RED), run_time=0.3)


class LooksThroughAGlass(ZoomedScene):
    """A second camera, whose picture is shown."""

    def construct(self) -> None:
        self.add(Dot().shift(UL), Square())
        self.play(Create(Circle()), run_time=0.3)
        self.activate_zooming(animate=False)
        self.play(self.zoomed_camera.frame.animate.shift(UL), run_time=0.4)


class ShowsPixels(Scene):
    """Images and clouds of points over paths that stand still."""

    def construct(self) -> None:
        image = ImageMobject(np.uint8([[0, 100, 30, 200], [255, 0, 5, 33]]))
        image.height = 2
        cloud = PMobject().add_points([(x / 9, x / 20, 0) for x in range(30)])
        self.add(Square(color=YELLOW, fill_opacity=0.3))
        self.play(FadeIn(image), run_time=0.4)
        self.add(cloud.shift(2 * DOWN))
        self.play(cloud.animate.shift(LEFT), run_time=0.4)
        self.wait(0.2)


class TakesParts(Scene):
    """Sections, some of them skipped, whose updaters go on."""

    def construct(self) -> None:
        value = ValueTracker(0)
        curve = always_redraw(lambda: Circle(radius=0.5 + value.get_value()))
        self.add(curve)
        self.play(value.animate.set_value(1), run_time=0.4)
        self.next_section("left out", skip_animations=True)
        self.play(value.animate.set_value(2), run_time=0.4)
        self.wait(0.3)
        self.next_section("the end")
        self.play(value.animate.set_value(0), Write(Text("End")), Wait(0.6))


STRANGERS = [
    Stranger(cls)
    for cls in (
        CountsTime,
        DrawsLots,
        ChangesItsCamera,
        OwnUpdate,
        Gradients,
        MovesItsCamera,
        InSpace,
        LooksThroughAGlass,
        ShowsPixels,
        TakesParts,
    )
]
