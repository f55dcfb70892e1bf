"""For each rule a scene that breaks it by little, and the same scene that nearly breaks it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from manim import DOWN, LEFT, RIGHT, UP, VMobject

from gdmath.experiments.reading import Reading
from scenes.stage.claims import Quantity, claim, tells
from scenes.stage.inspect.bounds import LEAST_EM, LEAST_MARK
from scenes.stage.inspect.finding import PIXEL
from scenes.stage.inspect.geometry import Box, box_of
from scenes.stage.inspect.legibility import EMBED, LEAST_LETTER
from scenes.stage.inspect.palette import contrast
from scenes.stage.marks import RIM, Arrow, Path
from scenes.stage.typesetter import outlines
from scenes.stage.words import Glyphs, Math, Words
from tests.scenes.inspect.sample import (
    HEIGHTS,
    Sample,
    board,
    found_in,
    height,
    mark,
    plot,
    rules_of,
    said,
)

Tell = Callable[[Sample, Any], None]


def small_text(film: Sample, share: float) -> None:
    text = film.words(said("Small"), size=share * LEAST_EM)
    film.show(text)


def small_mark(film: Sample, share: float) -> None:
    space = plot(film)
    small = mark(film, space, (3, 3), radius=0.5 * (share * LEAST_MARK - RIM))
    film.show(space, claim(small, space, of="height", x=3, y=3))


def glyphs_box(text: Words) -> Box:
    parts = [part.points for part in text.get_family() if isinstance(part, Glyphs)]
    return box_of(np.concatenate(parts))


def two_texts(film: Sample, pixels: float) -> None:
    one = film.words(said("HIH"))
    other = film.words(said("HIH")).stand_at(*one.baseline[:2])
    gap = glyphs_box(one).right + pixels * PIXEL - glyphs_box(other).left
    film.show(one, other.stand_at(one.baseline[0] + gap, one.baseline[1]))


def line_through_text(film: Sample, pixels: float) -> None:
    text = film.words(said("HIH"))
    line = Path(film.theme, "quiet", 0.02)
    level = glyphs_box(text).top + (0.01 + pixels * PIXEL)
    middle = text.get_center()[0]
    line.through(np.array([middle - 1, level, 0]), np.array([middle + 1, level, 0]))
    film.show(text, line)


def cover(film: Sample, order: str) -> None:
    text = film.words(said("HIH"))
    ground = board(film, 3, 3)
    film.show(*((text, ground) if order == "above" else (ground, text)))


def grey(film: Sample, required: float, *, enough: bool) -> str:
    """Return the grey whose contrast with text is next to what is required."""
    levels = np.repeat(np.arange(256)[:, None], 3, axis=1)
    ratios = contrast(levels / 255, np.array(film.theme.ink("text").to_rgb()))
    last = int(np.flatnonzero(ratios >= required)[-1])
    return f"#{last if enough else last + 1:02X}" + f"{last if enough else last + 1:02X}" * 2


def pale_text(film: Sample, enough: bool) -> None:
    ground = board(film, 3, 3, grey(film, 4.5, enough=enough))
    film.show(ground, film.words(said("HIH")).move_to(ground))


def pale_mark(film: Sample, enough: bool) -> None:
    ground = board(film, 3, 3, grey(film, 3, enough=enough))
    line = Path(film.theme, "text", 0.2)
    film.show(ground, line.through(ground.get_center() + LEFT, ground.get_center() + RIGHT))


def low_letters(film: Sample, share: float) -> None:
    raised = np.concatenate([drawn.points for drawn in outlines('$""^x$')[0]])
    pixels_an_em = EMBED / film.layout.frame.width
    size = share * LEAST_LETTER / (np.ptp(raised[:, 1]) * pixels_an_em)
    text = film.words(Math("x^x"), size=size)
    film.show(text)


def words_beside(film: Sample, thing: VMobject, ems: float) -> None:
    text = film.words(said("HIH"))
    text.next_to(thing, DOWN, buff=0)
    gap = thing.get_bottom()[1] - glyphs_box(text).top
    film.show(thing, text.next_to(thing, DOWN, buff=ems * text.size - gap))


def far_label(film: Sample, ems: float) -> None:
    words_beside(film, board(film), ems)


def literal(film: Sample, part: Any) -> None:
    film.show(film.words("x ", part))


def formula(film: Sample, part: Math) -> None:
    film.show(film.words(part))


def misstated(film: Sample, value: float) -> None:
    number = film.number(height(HEIGHTS[3]), role="here")
    number.stand_at(0, 0)
    text = number.text
    number.reading = height(value)
    assert number.text == text
    film.show(number)


class Worded(Reading):
    """A number that is written as a word."""

    @property
    def text(self) -> str:
        return "many"


def worded(film: Sample, kind: type[Reading]) -> None:
    right = height(HEIGHTS[1])
    film.show(film.words(kind(right.name, right.value, right.format), role="here"))


def unknown_value(film: Sample, factor: float) -> None:
    shown = height(factor * HEIGHTS[-1])
    film.show(film.words(shown))


def unknown_name(film: Sample, name: str) -> None:
    shown = replace(height(HEIGHTS[0]), name=name)
    film.show(film.words(shown))


def told_by(film: Sample, tell: bool) -> None:
    aim = Quantity("height", HEIGHTS[1])
    number = film.number(replace(height(2 * HEIGHTS[1]), name="twice"))
    number.stand_at(0, 0)
    film.show(tells(number, aim) if tell else number)


def bent_glyphs(film: Sample, by: float) -> None:
    text = film.words(said("HIH"))
    part = text.family_members_with_points()[0]
    part.points = part.points + by * UP
    film.show(text)


def silent_mark(film: Sample, claimed: bool) -> None:
    space = plot(film)
    point = mark(film, space, (3, 3))
    film.show(space, claim(point, space, of="height", x=3, y=3) if claimed else point)


def dot_off(film: Sample, pixels: float) -> None:
    space = plot(film)
    point = claim(mark(film, space, (3, 3)), space, of="height", x=3, y=3)
    film.show(space, point.shift(pixels * PIXEL * UP))


def arrow_off(film: Sample, pixels: float) -> None:
    space = plot(film)
    arrow = Arrow(film.theme, "here", 0.1)
    arrow.between(space.at(1, 1), space.at(6, 6) + pixels * PIXEL * UP)
    film.show(space, claim(arrow, space, of="height", x=[1, 6], y=[1, 6]))


def other_count(film: Sample, values: list[float]) -> None:
    space = plot(film)
    arrow = Arrow(film.theme, "here", 0.1).between(space.at(1, 1), space.at(6, 6))
    film.show(space, claim(arrow, space, of="height", x=values, y=values))


def tick_off(film: Sample, pixels: float) -> None:
    space = plot(film)
    middle = [part for part in space if part.name == "tick"][1]
    middle.shift(pixels * PIXEL * RIGHT)
    film.show(space)


def rests_at(film: Sample, value: float) -> None:
    space, aim = plot(film), Quantity("height", value)
    point = mark(film, space, (3, value))
    film.show(space, claim(point, space, x=3, y=aim))


def other_colour(film: Sample, role: Any) -> None:
    space = plot(film)
    point = mark(film, space, (3, 3)).set_fill(film.theme.mark(role))
    film.show(space, claim(point, space, of="height", x=3, y=3))


def nobodys_colour(film: Sample, of: str) -> None:
    space = plot(film)
    film.show(space, claim(mark(film, space, (3, 3)), space, of=of, x=3, y=3))


def other_text_colour(film: Sample, role: Any) -> None:
    film.show(film.words((height(HEIGHTS[0]), role)))


def rounded_after(film: Sample, sign: str) -> None:
    film.show(film.words("x", f" {sign} ", height(HEIGHTS[3])))


def exact_after(film: Sample, sign: str) -> None:
    film.show(film.words("x", f" {sign} ", height(HEIGHTS[0])))


def wrong_sum(film: Sample, total: float) -> None:
    parts = (height(HEIGHTS[0]), " + ", height(HEIGHTS[1]), " = ", height(total))
    film.show(film.words(*parts))


def broken_points(film: Sample, value: float) -> None:
    thing = board(film)
    thing.points[2, 0] = value
    film.show(thing)


def endless_points(film: Sample, value: float) -> None:
    broken_points(film, value)


def empty_beat(film: Sample, things: int) -> None:
    film.show(board(film))
    film.beat("second")
    if things:
        film.add(board(film, 2))
    film.hold(0.4)


def world(film: Sample) -> VMobject:
    return film.wall(film.theme.marks["ground"])


def frozen(film: Sample, seconds: float) -> None:
    film.add(world(film))
    film.hold(seconds)


def blinking(film: Sample, changes: int) -> None:
    thing = board(film, 4, 4, "#FFFFFF")
    film.show(board(film))
    for number in range(changes):
        (film.remove if number % 2 else film.add)(thing)
        film.hold(2 / 15)
    film.hold(1)


def narrated(film: Sample, things: int) -> None:
    if things:
        film.add(world(film))
    film.say(said("A line."))
    film.hush()


def other_line(film: Sample, text: str) -> None:
    film.add(world(film))
    film.say(said(text))
    film._line_text = "A line."
    film.hush()


CASES: list[tuple[str, Tell, Any, Any]] = [
    ("size", small_text, 0.99, 1.0),
    ("size", small_mark, 0.98, 1.0),
    ("texts overlap", two_texts, 1.8, 2.2),
    ("text crossed", line_through_text, -0.2, 0.2),
    ("text covered", cover, "above", "below"),
    ("contrast", pale_text, False, True),
    ("contrast", pale_mark, False, True),
    ("letters", low_letters, 0.99, 1.01),
    ("far label", far_label, 1.02, 0.98),
    ("literal number", literal, "10", "y"),
    ("literal number", formula, Math("12 dot x"), Math("2 dot x")),
    ("number", misstated, HEIGHTS[4], HEIGHTS[3]),
    ("number", worded, Worded, Reading),
    ("origin", unknown_value, 1 + 1e-6, 1 + 1e-12),
    ("origin", unknown_name, "depth", "height"),
    ("origin", told_by, False, True),
    ("glyphs", bent_glyphs, 1e-5, 1e-7),
    ("no claim", silent_mark, False, True),
    ("place", dot_off, 1.2, 0.8),
    ("place", arrow_off, 1.2, 0.8),
    ("place", other_count, [1.0, 3.5, 6.0], [1.0, 6.0]),
    ("scale", tick_off, 1.2, 0.8),
    ("value", rests_at, 4.0, HEIGHTS[1]),
    ("role", other_colour, "step", "here"),
    ("role", nobodys_colour, "depth", "height"),
    ("role", other_text_colour, "cost", "here"),
    ("sum", wrong_sum, HEIGHTS[1], HEIGHTS[2]),
    ("sign", rounded_after, "=", "≈"),
    ("sign", exact_after, "≈", "="),
    ("finite", broken_points, np.nan, 0.0),
    ("finite", endless_points, np.inf, 0.0),
    ("beat", empty_beat, 0, 1),
    ("standstill", frozen, 4.2, 4.0),
    ("flash", blinking, 7, 6),
    ("narration", narrated, 0, 1),
    ("narration", other_line, "Another line.", "A line."),
]


@pytest.mark.parametrize(
    ("rule", "tell", "broken", "kept"),
    CASES,
    ids=[f"{case[0]}-{case[1].__name__}" for case in CASES],
)
def test_what_breaks_a_rule_is_found_and_what_nearly_does_is_not(
    rule: str, tell: Tell, broken: Any, kept: Any
) -> None:
    assert rule in rules_of(found_in(lambda film: tell(film, broken)))
    assert not found_in(lambda film: tell(film, kept))


def test_what_fades_in_counts_only_once_it_can_be_seen() -> None:
    def faint(film: Sample, opacity: float) -> None:
        two_texts_at = film.words(said("HIH"))
        over = film.words(said("HIH")).move_to(two_texts_at)
        film.show(two_texts_at, over.set_fill(opacity=opacity))

    assert "texts overlap" in rules_of(found_in(lambda film: faint(film, 0.9)))
    assert "texts overlap" not in rules_of(found_in(lambda film: faint(film, 0.4)))
