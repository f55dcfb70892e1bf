"""For each rule of films in shots a scene that breaks it, and the same that nearly does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import pytest
from manim import DOWN, PI, RIGHT, UP, Rectangle, Square, VMobject
from manim import Text as ManimText

from scenes.figures import NIGHT, PLAYER
from scenes.figures.poses import PLAYER_POSES
from scenes.kit.axis import Axis
from scenes.kit.puppet import Puppet
from scenes.paint import Art, Paper
from scenes.paint.shapes import ellipse
from scenes.stage.claims import claim, decoration, hero
from scenes.stage.inspect.bounds import TEXT_MARGIN
from scenes.stage.inspect.contrast import LARGE
from scenes.stage.inspect.finding import PIXEL
from scenes.stage.inspect.legibility import PHONE
from scenes.stage.inspect.palette import contrast
from scenes.stage.marks import Path, dot
from scenes.stage.shots import CameraMove
from scenes.stage.sprite import Sprite
from scenes.stage.words import Math, Words
from tests.scenes.inspect.sample import (
    HEIGHTS,
    Sample,
    found_in,
    height,
    rules_of,
    said,
)

Tell = Callable[[Sample, Any], None]


def paint_disc(paper: Paper, radius: float, colour: str) -> None:
    paper.fill(ellipse((0, 0), radius), colour)


def disc(film: Sample, colour: str, *, means: bool = True, radius: float = 0.5) -> Sprite:
    box = (-radius, -radius, radius, radius)
    art = Art(paint_disc, (radius, colour), box, film.pixels_per_unit)
    return Sprite(art, colour=colour if means else "", name="disc")


def grey(color: str, ratio: float) -> str:
    """Return the darkest grey with at most this contrast to a brighter colour."""
    levels = np.repeat(np.arange(256)[:, None], 3, axis=1) / 255
    own = np.array([int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    level = int(np.flatnonzero(contrast(levels, own) <= ratio)[0])
    return "#" + 3 * f"{level:02X}"


def text_at_the_edge(film: Sample, pixels: float) -> None:
    text = film.label(said("HIH"), rim=False)
    edge = film.frame.left + TEXT_MARGIN - pixels * PIXEL
    left = min(part.points[:, 0].min() for part in text.family_members_with_points()[:-1])
    film.show(text.stand_at(text.baseline[0] + edge - left, 0))


def text_on_a_picture(film: Sample, rim: bool) -> None:
    film.show(film.wall("#FFFFFF"), film.label(said("HIH"), rim=rim))


def text_over_grey(film: Sample, size: float) -> None:
    wall = film.wall(grey(film.theme.ink("text").to_hex(), 3.5))
    film.show(wall, film.words(said("HIH"), size=size))


def picture_on_grey(film: Sample, ratio: float) -> None:
    colour = film.theme.marks["here"]
    film.show(film.wall(grey(colour, ratio)), disc(film, colour))


def leaving_picture(film: Sample, share: float) -> None:
    colour = film.theme.marks["here"]
    picture = disc(film, colour).move_to(np.array([film.frame.right + share, 0, 0]))
    film.show(film.wall(grey(colour, 1.5)), picture)


def meaning(film: Sample, means: bool) -> None:
    colour = film.theme.marks["here"]
    film.show(film.wall(grey(colour, 1.5)), disc(film, colour, means=means))


def line_on_grey(film: Sample, decorates: bool) -> None:
    line = Path(film.theme, "here", 0.2).through(np.array([-2.0, 0, 0]), np.array([2.0, 0, 0]))
    wall = film.wall(grey(film.theme.marks["here"], 1.5))
    film.show(wall, decoration(line, is_it=decorates))


def pile(film: Sample, gap: float) -> None:
    tiles = [Rectangle(width=2, height=0.3, stroke_width=0) for _ in range(6)]
    for number, tile in enumerate(tiles):
        tile.name = "tile"
        tile.set_fill(film.theme.mark("here"), 1).shift((0.3 + gap) * number * UP)
    film.show(*tiles)


def axis_dot(film: Sample, pixels: float, turn: float) -> None:
    axis = Axis((-3, 0, 0), (3, 0, 0), 0, 10, film.theme)
    axis.tick([0, 2, 4, 6, 8, 10], 0.2)
    point = dot(film.theme, "here", 0.1).move_to(axis.at(3, 0.4))
    point.shift(pixels * PIXEL * RIGHT)
    claim(point, axis, of="height", x=3.0)
    film.show(axis, point)
    CameraMove(axis, point, zoom=1.0, turn=turn, about=(0, 0, 0)).settle()
    film.hold(0.4)


def upright_axis(film: Sample, pixels: float) -> None:
    axis_dot(film, pixels, PI / 2)


def slanted_axis(film: Sample, pixels: float) -> None:
    axis_dot(film, pixels, 0.7)


def figure(film: Sample, pose: str = "aiming") -> Puppet:
    pixels = film.pixels_per_unit
    return Puppet(PLAYER, PLAYER_POSES[pose], NIGHT["loft"], at=(0, -3.4, 0), unit=0.03,
                  pixels=pixels)  # fmt: skip


def spot(film: Sample, puppet: Puppet, name: str, share: float) -> VMobject:
    """A mark whose edge is so many radii from the middle of what must be seen."""
    ((middle, radius),) = [(m, r) for n, m, r in puppet.keep_clear() if n == name]
    side = 0.2
    square = Square(side, name="square")
    square.set_fill(film.theme.mark("here"), 1).set_stroke(width=0)
    return square.move_to(middle + (share * radius + side / 2) * DOWN)


def over_a_face(film: Sample, share: float) -> None:
    puppet = figure(film)
    film.show(puppet, spot(film, puppet, "face", share))


def over_a_foot(film: Sample, share: float) -> None:
    puppet = figure(film)
    film.show(puppet, spot(film, puppet, "near foot", share))


def over_a_hand_that_holds(film: Sample, share: float) -> None:
    puppet = figure(film)
    (name,) = [name for name, *_ in puppet.keep_clear() if name.endswith("hand")]
    film.show(puppet, spot(film, puppet, name, share))


def words_over_a_face(film: Sample, ems: float) -> None:
    puppet = figure(film)
    text = film.label(said("HIH"))
    film.show(puppet, text.move_to(puppet.keep_clear()[0][1] + ems * text.size * UP))


def order_of_face_and_mark(film: Sample, above: bool) -> None:
    puppet = figure(film)
    square = spot(film, puppet, "face", -0.5)
    film.show(*((puppet, square) if above else (square, puppet)))


def picture_over_text(film: Sample, above: bool) -> None:
    text, picture = film.label(said("HIH")), disc(film, "#334455", means=False, radius=2)
    film.show(*((text, picture) if above else (picture, text)))


def numbers(film: Sample, count: int) -> None:
    values = [HEIGHTS[i % len(HEIGHTS)] for i in range(count)]
    rows = [film.label(height(value)).stand_at(0, 2 - i) for i, value in enumerate(values)]
    film.show(*rows)


def small_on_a_phone(film: Sample, pixels: float) -> None:
    film.show(film.words(said("HIH"), size=pixels * film.frame.width / PHONE))


def sentence(film: Sample, text: str) -> None:
    film.show()
    film.say(said(text))
    film.hush()


def narration(film: Sample, makes: Callable[[str], str]) -> None:
    film.show()
    film.say(makes("It falls."))
    film.hush()


def label(film: Sample, *parts: Any) -> None:
    film.show(film.label(*parts))


def true_until(film: Sample, end: float) -> None:
    thing = Square(2, stroke_width=0).set_fill("#FFFFFF", 1)
    rests = said("It rests.", lambda: float(thing.get_x()) < end)
    film.show(thing, film.label(rests).move_to(3 * DOWN))
    film.play(thing.animate.shift(RIGHT))
    film.hold(0.4)


def two_ends(film: Sample, by: float) -> None:
    thing = Square(2, stroke_width=0).set_fill("#FFFFFF", 1)
    film.show(thing)
    film.beat("second")
    film.play(thing.animate.shift(2 * UP))
    film.play(thing.animate.shift((2 - by) * DOWN))


def small_hero(film: Sample, share: float) -> None:
    wall = decoration(film.wall(film.theme.marks["ground"]))
    film.cut(wall, film.wall("#FFFFFF", 0.3, share))
    film.hold(0.4)


def named_hero(film: Sample, share: float) -> None:
    film.show(hero(film.wall("#FFFFFF", share, 0.3)))


def label_of(film: Sample, text: str) -> Words:
    return film.label(said(text))


def foreign(film: Sample, make: Any) -> None:
    """Show Manim's own text, or the film's."""
    film.show(make(film, "more") if make is label_of else make("more", font_size=60))


CASES: list[tuple[str, Tell, Any, Any, str]] = [
    ("margin", text_at_the_edge, 1.2, 0.8, "16:9"),
    ("contrast", text_on_a_picture, False, True, "16:9"),
    ("contrast", text_over_grey, 0.99 * LARGE, LARGE, "16:9"),
    ("contrast", picture_on_grey, 2.8, 3.1, "16:9"),
    ("contrast", leaving_picture, -0.05, 0.05, "16:9"),
    ("contrast", meaning, True, False, "16:9"),
    ("contrast", line_on_grey, False, True, "16:9"),
    ("place", upright_axis, 1.2, 0.8, "16:9"),
    ("place", slanted_axis, 1.2, 0.8, "16:9"),
    ("face covered", over_a_face, 0.9, 1.1, "16:9"),
    ("face covered", over_a_foot, 0.9, 1.1, "16:9"),
    ("face covered", over_a_hand_that_holds, 0.9, 1.1, "16:9"),
    ("face covered", words_over_a_face, 0.4, 3.0, "16:9"),
    ("face covered", order_of_face_and_mark, True, False, "16:9"),
    ("text covered", picture_over_text, True, False, "16:9"),
    ("numbers at once", numbers, 4, 3, "16:9"),
    ("phone", small_on_a_phone, 10.9, 12.0, "1:1"),
    ("phone", small_on_a_phone, 10.9, 12.0, "9:16"),
    ("literal number", sentence, "Up by 4.", "Up by 3.", "16:9"),
    ("literal number", sentence, "Up to 103.5.", "Up to 103.4.", "16:9"),
    ("sentence", narration, str, said, "16:9"),
    ("sentence", narration, partial(said, holds=lambda: False), said, "16:9"),
    ("sentence", label, "lower than before", "height", "16:9"),
    ("sentence", label, "heights", "Height: ", "16:9"),
    ("sentence", label, "cm", "J", "16:9"),
    ("sentence", label, "more", Math("x + y"), "16:9"),
    ("sentence", label, Math('x "grows"'), Math('x "height"'), "16:9"),
    ("sentence", foreign, ManimText, label_of, "16:9"),
    ("sentence", true_until, 0.9, 1.1, "16:9"),
    ("same still", two_ends, 0.0, 0.4, "16:9"),
    ("hero", small_hero, 0.69, 0.71, "16:9"),
    ("hero", named_hero, 0.69, 0.71, "9:16"),
]


@pytest.mark.parametrize(
    ("rule", "tell", "broken", "kept", "aspect"),
    CASES,
    ids=[f"{number}-{case[1].__name__}-{case[4]}" for number, case in enumerate(CASES)],
)
def test_what_breaks_a_rule_is_found_and_what_nearly_does_is_not(
    rule: str, tell: Tell, broken: Any, kept: Any, aspect: str
) -> None:
    assert rule in rules_of(found_in(lambda film: tell(film, broken), aspect))
    assert not found_in(lambda film: tell(film, kept), aspect)


@pytest.mark.parametrize(
    ("lesson", "measured"),
    [("All is well.", ["nothing makes it true"]),
     (said("All is well.", lambda: False), ["false"]),
     (said("All is well."), [])],
)  # fmt: skip
def test_what_a_film_teaches_is_true_of_its_run(lesson: str, measured: list[str]) -> None:
    def tell(film: Sample) -> None:
        film.show()

    findings = found_in(tell, lesson=lesson)
    assert [one.measured for one in findings if one.rule == "lesson"] == measured


def test_pictures_and_marks_may_bleed_off_the_frame() -> None:
    def bleed(film: Sample) -> None:
        square = Square(2, stroke_width=0).set_fill(film.theme.mark("here"), 1)
        film.show(disc(film, "#334455", means=False, radius=9), square.move_to(film.frame.at(1, 1)))

    assert not found_in(bleed)


@pytest.mark.parametrize("gap", [0.0, 0.05])
def test_the_parts_of_a_mark_need_not_stand_out_from_each_other(gap: float) -> None:
    assert not found_in(lambda film: pile(film, gap))
