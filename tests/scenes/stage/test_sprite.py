"""Sprites keep their place in the frame, and are pictures like any mobject."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from manim import DOWN, PI, RIGHT, CairoRenderer, Dot, Group, Scene, tempconfig

from scenes.paint import Art, Paper
from scenes.paint.shapes import ellipse, rectangle
from scenes.stage.camera import FilmCamera
from scenes.stage.fading import Fade, FadeIn, FadeOut
from scenes.stage.sprite import Sprite


def paint_card(paper: Paper, colour: str) -> None:
    paper.fill(rectangle(-1, -1, 1, 1), colour)
    paper.fill(ellipse((0, 0), 0.3), "#FFFFFF")


def card(colour: str = "#204060", box: tuple[float, float, float, float] = (-1, -1, 3, 1)) -> Art:
    return Art(paint_card, (colour,), box, 20.0)


def test_the_arts_origin_is_where_it_was_put() -> None:
    sprite = Sprite(card(), at=(2, 1, 0), unit=0.5)
    assert sprite.place((0, 0)).tolist() == [2, 1, 0]
    assert sprite.place((1, -1)).tolist() == [2.5, 0.5, 0]
    assert sprite.points[0].tolist() == [1.5, 1.5, 0]  # upper left
    assert sprite.points[3].tolist() == [3.5, 0.5, 0]  # lower right


def test_what_is_done_to_a_sprite_is_done_to_every_point_of_it() -> None:
    sprite, marks = Sprite(card()), [Dot((0, 0, 0)), Dot((1, 1, 0)), Dot((2.5, -0.5, 0))]
    for mobject in (sprite, *marks):
        mobject.shift(RIGHT)
        mobject.scale(1.7, about_point=DOWN)
        mobject.rotate(0.7, about_point=2 * RIGHT)
        mobject.stretch(0.6, 1, about_point=DOWN)
    for mark, point in zip(marks, [(0, 0), (1, 1), (2.5, -0.5)], strict=True):
        assert sprite.place(point) == pytest.approx(mark.get_center())


def test_the_matrix_takes_pixels_to_their_places() -> None:
    sprite = Sprite(card(), at=(1, 2, 0), unit=0.3).rotate(1.0)
    width, height = sprite.art.size
    for pixel, point in (((0, 0), (-1, 1)), ((width, height), (3, -1)), ((20, 20), (0, 0))):
        assert sprite.matrix @ (*pixel, 1) == pytest.approx(sprite.place(point)[:2])


def test_what_is_soft_stands_on_whole_pixels_unless_it_is_turned_or_enlarged() -> None:
    scale, origin = np.array([20.0, -20.0]), np.array([100.0, 50.0])
    at = (0.123, 0.456, 0)
    exact, soft = (
        Sprite(card(), at=at, soft=soft).matrix_on(scale, origin) for soft in (False, True)
    )
    assert soft[:, :2].tolist() == exact[:, :2].tolist() == [[1, 0], [0, 1]]
    assert soft[:, 2].tolist() == np.round(exact[:, 2]).tolist() != exact[:, 2].tolist()
    for turned in (
        Sprite(card(), at=at, soft=True).rotate(0.1),
        Sprite(card(), at=at, soft=True).scale(2),
    ):
        assert (turned.matrix_on(scale, origin)[:, 2] % 1).any()


@pytest.mark.parametrize("noise", [-1e-12, 0.0, 1e-12])
def test_what_is_soft_stands_at_the_same_pixel_whichever_way_it_came_to_half_of_one(
    noise: float,
) -> None:
    scale, origin = np.array([20.0, -20.0]), np.array([100.0, 50.0])
    sprite = Sprite(card(), at=(0.025 + noise, 0, 0), soft=True)
    assert sprite.matrix_on(scale, origin)[0, 2] == 81


@pytest.mark.parametrize("noise", [-1e-12, 0.0, 1e-12])
def test_a_place_half_way_between_two_decimals_is_the_same_whichever_way_it_was_come_to(
    noise: float,
) -> None:
    scale, origin = np.array([20.0, -20.0]), np.array([100.0, 50.0])
    there, near = (
        Sprite(card(), at=(6.34484375 + off, 0, 0)).matrix_on(scale, origin) for off in (0, noise)
    )
    assert there.tolist() == near.tolist()


@pytest.mark.parametrize("box", [(-1, -1, 1, 1), (-5, 0.2, 2, 7)])
def test_another_picture_comes_into_the_same_place(box: tuple[float, float, float, float]) -> None:
    sprite = Sprite(card(), at=(1, 2, 0), unit=0.3).rotate(1.0).stretch(1.5, 0)
    before = [sprite.place(point) for point in ((0, 0), (1, 0), (0, 1), (7, -3))]
    other = card("#FF0000", box)
    assert sprite.swap(other) is sprite
    assert sprite.art is other
    after = [sprite.place(point) for point in ((0, 0), (1, 0), (0, 1), (7, -3))]
    np.testing.assert_allclose(after, before, atol=1e-12)


def test_the_same_picture_again_changes_nothing() -> None:
    sprite = Sprite(card())
    art, points = sprite.art, sprite.points
    sprite.swap(card())
    assert sprite.art is art
    assert sprite.points is points


def test_copies_share_the_picture_and_nothing_else() -> None:
    sprite = Sprite(card(), opacity=0.5)
    twin = sprite.copy().shift(RIGHT).set_opacity(1)
    assert twin.art is sprite.art
    assert sprite.place((0, 0)).tolist() == [0, 0, 0]
    assert sprite.opacity == 0.5


def test_a_picture_is_not_painted_before_it_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Art, "paint", lambda _self: pytest.fail("nobody looks at it"))
    sprite = Sprite(card("#123456")).rotate(PI / 3)
    sprite.swap(card("#654321"))
    sprite.copy().set_opacity(0.3)


def play(*animations: Any) -> None:
    with tempconfig({"dry_run": True, "frame_rate": 15, "progress_bar": "none"}):
        scene = Scene(CairoRenderer(camera_class=FilmCamera))
        scene.play(*animations, run_time=0.2)


@pytest.mark.parametrize(("fade", "shown"), [(FadeIn, [0, 0.4, 0.8]), (FadeOut, [0.8, 0.4, 0])])
def test_a_fade_takes_a_share_of_what_opacity_there_is(
    fade: type[Fade], shown: list[float]
) -> None:
    sprite = Sprite(card(), opacity=0.8)
    animation = fade(Group(Group(sprite)))
    animation.begin()
    for alpha, opacity in zip((0, 0.5, 1), shown, strict=True):
        animation.interpolate(alpha)
        assert sprite.opacity == pytest.approx(opacity)


def test_what_has_faded_away_is_what_it_was() -> None:
    sprite = Sprite(card(), opacity=0.8)
    play(FadeOut(sprite))
    assert sprite.opacity == pytest.approx(0.8)


def test_an_animation_takes_place_and_opacity_on_their_way_together() -> None:
    sprite = Sprite(card())
    play(sprite.animate.shift(RIGHT).set_opacity(0.25))
    assert sprite.opacity == pytest.approx(0.25)
    assert sprite.place((0, 0)) == pytest.approx([1, 0, 0])


def test_opacity_is_drawn_in_four_digits() -> None:
    assert Sprite(card(), opacity=0.123449).visible == 0.1234
    assert Sprite(card(), opacity=1e-9).visible == 0
