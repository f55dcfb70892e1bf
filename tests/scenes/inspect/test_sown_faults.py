"""Faults that are sown in the laser film are found, each by its rule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pytest
from manim import Rectangle
from manim.utils.exceptions import EndSceneEarlyException

from gdmath.experiments import laser
from gdmath.experiments._common.sentences import Said, Sentences
from gdmath.experiments.reading import Reading
from scenes.kit.puppet import Puppet
from scenes.laser import Laser
from scenes.stage.claims import decoration
from scenes.stage.inspect.finding import Finding
from scenes.stage.inspect.watch import inspect_film
from scenes.stage.theme import DARK, THEMES

Sow = Callable[[Laser], object]


def beginning(sow: Sow, beats: int = 2) -> type[Laser]:
    """Return the film's first beats, with something done to them as its first line stands."""

    class Beginning(Laser):
        model = laser.Params

        def beat(self, name: str) -> None:
            if len(self.beats) == beats:
                self.hush()
                raise EndSceneEarlyException
            super().beat(name)

        def say(self, text: str, *with_it: Any) -> None:
            is_first = not self._line_text
            super().say(text, *with_it)
            if is_first:
                sow(self)
                self.hold(0.4)

    return Beginning


def looked_at(film: type[Laser], aspect: str) -> dict[tuple[str, ...], Finding]:
    report = inspect_film(film, laser.Params(), ["dark"], aspect)
    return {finding.key: finding for finding in report.findings["dark"]}


def nothing(_film: Laser) -> None:
    """Sow nothing."""


@cache
def unsown(aspect: str) -> frozenset[tuple[str, ...]]:
    return frozenset(looked_at(beginning(nothing), aspect))


def found(sow: Sow, aspect: str = "16:9") -> list[Finding]:
    """Return what is wrong with the sown film, and not with the film."""
    findings = looked_at(beginning(sow), aspect).items()
    return [finding for key, finding in findings if key not in unsown(aspect)]


def figures(film: Laser) -> list[Puppet]:
    everything = [member for mobject in film.mobjects for member in mobject.get_family()]
    return [member for member in everything if isinstance(member, Puppet)]


def covered_face(film: Laser) -> None:
    _, middle, _ = figures(film)[0].keep_clear()[0]
    film.add(film.label("Hm").move_to(middle))


def covered_foot(film: Laser) -> None:
    puppet = figures(film)[0]
    _, middle, _ = next(spot for spot in puppet.keep_clear() if spot[0].endswith("foot"))
    film.add(film.label("Hm").move_to(middle))


def bare_words(film: Laser) -> None:
    film.add(film.label("Hm").move_to(np.array([0, 3, 0])))


def four_numbers(film: Laser) -> None:
    target = film.story.reading("target")
    for row in range(4):
        film.add(film.label(target, role="target").stand_at(-1.0, 2 - 1.0 * row))


def small_text(film: Laser) -> None:
    film.add(film.words("Hm", size=10 / 360 * film.frame.width).move_to(np.array([0, 3, 0])))


def small_hero(film: Laser) -> None:
    frame = film.frame
    wall = Rectangle(width=2 * frame.width, height=2 * frame.height, stroke_width=0)
    wall.set_fill(film.theme.mark("ground"), 1)
    hero = Rectangle(width=0.5 * frame.width, height=0.5 * frame.height, name="chart")
    film.cut(decoration(wall), hero)
    film.hold(0.4)
    film.hush()
    raise EndSceneEarlyException


def wrong_colour(film: Laser) -> None:
    height = film.story.reading("height", 0)
    film.add(film.label(height, role="cost").move_to(np.zeros(3)))


def beyond_the_margin(film: Laser) -> None:
    film.add(film.label("Hm").move_to(np.array([0.0, film.frame.top, 0])))


FAULTS: list[tuple[str, Sow, str]] = [
    ("face covered", covered_face, "16:9"),
    ("face covered", covered_foot, "16:9"),
    ("sentence", bare_words, "16:9"),
    ("numbers at once", four_numbers, "16:9"),
    ("phone", small_text, "9:16"),
    ("phone", small_text, "1:1"),
    ("hero", small_hero, "16:9"),
    ("role", wrong_colour, "16:9"),
    ("margin", beyond_the_margin, "16:9"),
]


@pytest.mark.parametrize(
    ("rule", "sow", "aspect"), FAULTS, ids=[f"{sow.__name__}-{a}" for _, sow, a in FAULTS]
)
def test_a_sown_fault(rule: str, sow: Sow, aspect: str) -> None:
    assert rule in {finding.rule for finding in found(sow, aspect)}


def with_other_reading(
    monkeypatch: pytest.MonkeyPatch, change: Callable[[Reading], Reading]
) -> list[Finding]:
    def other(story: laser.Laser, name: str, step: int | None = None) -> Reading:
        right = reading(story, name, step)
        return change(right) if name == "target" else right

    reading = laser.Laser.reading
    unsown("16:9")
    monkeypatch.setattr(laser.Laser, "reading", other)
    return found(nothing)


def test_a_number_that_is_off_in_its_third_digit(monkeypatch: pytest.MonkeyPatch) -> None:
    (finding,) = with_other_reading(monkeypatch, lambda r: replace(r, value=1.01 * r.value))
    assert (finding.rule, finding.measured) == ("origin", "target = 101.0")


def test_a_number_whose_third_digit_is_drawn_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    class Misprinted(Reading):
        @property
        def text(self) -> str:
            return super().text.replace("100", "101")

    (finding,) = with_other_reading(
        monkeypatch, lambda right: Misprinted(right.name, right.value, right.format)
    )
    assert (finding.rule, finding.measured) == ("number", "says 101")


def test_a_sentence_that_is_swapped_for_its_neighbour(monkeypatch: pytest.MonkeyPatch) -> None:
    def swapped(says: Sentences, run: Any, name: str, *at: Any) -> Said:
        right = of(says, run, name, *at)
        return Said("too low!", right._is_true) if right == "too high!" else right

    of = Sentences.of
    monkeypatch.setattr(Sentences, "of", swapped)
    findings = looked_at(beginning(nothing, 3), "16:9").values()
    (finding,) = [one for one in findings if one.rule == "sentence"]
    assert (finding.measured, finding.objects) == ("false", ('Glyphs "too low!"',))


def test_a_cue_that_is_cut_short() -> None:
    class Hasty(beginning(nothing)):  # type: ignore[misc]
        model = laser.Params

        def _close_cue(self) -> None:
            super()._close_cue()
            self.cues[:] = [replace(cue, end=min(cue.end, cue.start + 0.8)) for cue in self.cues]

    measured = {finding.measured for finding in looked_at(Hasty, "16:9").values()}
    assert "0.80 s" in measured


def test_two_roles_whose_colours_are_swapped(monkeypatch: pytest.MonkeyPatch) -> None:
    unsown("16:9")
    swapped = {**DARK.marks, "here": DARK.marks["cost"], "cost": DARK.marks["here"]}
    monkeypatch.setitem(THEMES, "dark", replace(DARK, marks=swapped))
    hues = {finding.objects for finding in found(nothing) if finding.rule == "hue"}
    assert {("here",), ("cost",)} <= hues
