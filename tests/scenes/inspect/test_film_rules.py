"""Rules for a film as a whole: narration, palette, beats and length; that each rule has a test."""

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from manim import interpolate_color

from scenes.stage import inspect
from scenes.stage.film import Cue
from scenes.stage.inspect.narration import judge_narration
from scenes.stage.inspect.palette import (
    APART,
    SAME_HUE,
    VISIONS,
    contrast,
    difference,
    judge_palette,
    lab,
)
from scenes.stage.inspect.soundness import judge_beats, judge_length
from scenes.stage.theme import DARK, THEMES, Role, Theme
from tests.scenes.inspect import test_rules, test_shot_rules

TWO_LINES = "a" * 42 + " " + "b" * 42
BROKEN_AND_KEPT = {
    "two lines": ([Cue(f"{TWO_LINES} c", 0, 9)], [Cue(TWO_LINES, 0, 9)]),
    "42 characters a line": ([Cue("a " * 40 + "b" * 43, 0, 9)], [Cue("b" * 42, 0, 9)]),
    "a line at all": ([Cue(" ", 0, 2)], [Cue("a", 0, 2)]),
    "1.5 s": ([Cue("Short.", 0, 1.4)], [Cue("Short.", 0, 1.6)]),
    "a cue cut to 0.8 s": ([Cue("Short.", 0, 0.8)], [Cue("Short.", 0, 1.6)]),
    "17 characters a second": ([Cue("a" * 35, 0, 2)], [Cue("a" * 34, 0, 2)]),
    "whole frames": ([Cue("Short.", 0, 2 + 1 / 60)], [Cue("Short.", 0, 2 + 1 / 15)]),
    "whole frames at the start": ([Cue("Short.", 0.01, 2)], [Cue("Short.", 0.2, 2)]),
    "no overlap": (
        [Cue("One.", 0, 2.2), Cue("Two.", 2, 4)], [Cue("One.", 0, 2), Cue("Two.", 2, 4)],
    ),
    "no flicker": (
        [Cue("One.", 0, 2), Cue("Two.", 2 + 2 / 15, 4)], [Cue("One.", 0, 2), Cue("Two.", 2.2, 4)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("rule", BROKEN_AND_KEPT)
def test_lines_of_narration_can_be_read(rule: str) -> None:
    broken, kept = BROKEN_AND_KEPT[rule]
    assert list(judge_narration(broken))
    assert not list(judge_narration(kept))


def test_a_film_is_neither_a_flash_nor_a_lecture() -> None:
    assert [bool(list(judge_length(s))) for s in (9.8, 10, 100, 100.2)] == [
        True,
        False,
        False,
        True,
    ]


def test_a_film_has_beats_and_each_changes_something() -> None:
    assert list(judge_beats([], 9, [0.0]))
    beats = [("one", 0.0), ("two", 4.0)]
    assert not list(judge_beats(beats, 9, [0.0, 4.0]))
    (finding,) = judge_beats(beats, 9, [0.0, 3.8])
    assert finding.objects == ("two",)


def test_measures_of_colour_agree_with_published_values() -> None:
    assert contrast((0, 0, 0), (1, 1, 1)) == pytest.approx(21)
    assert contrast(np.full(3, 0x77) / 255, (1, 1, 1)) == pytest.approx(4.48, abs=0.005)
    # Red of sRGB in CIELAB under D65, as Lindbloom's calculator gives it.
    assert lab((1, 0, 0)) == pytest.approx([53.2408, 80.0925, 67.2032], abs=0.02)
    assert difference((0, 0, 0), (1, 1, 1), "normal vision") == pytest.approx(100, abs=0.01)
    for vision in VISIONS:  # none of them takes the light for another
        assert difference((0, 0, 0), (1, 1, 1), vision) == pytest.approx(100, abs=0.1)


def with_mark(theme: Theme, role: Role, colour: str) -> Theme:
    return replace(theme, marks={**theme.marks, role: colour})


@pytest.mark.parametrize("name", THEMES)
def test_both_palettes_keep_to_the_rules(name: str) -> None:
    assert not list(judge_palette(THEMES[name]))


def test_roles_that_come_too_near_each_other_are_found() -> None:
    def nearest_difference(share: float) -> tuple[float, Theme]:
        colour = interpolate_color(DARK.mark("here"), DARK.mark("step"), share)
        theme = with_mark(DARK, "here", colour.to_hex())
        here, step = theme.mark("here").to_rgb(), theme.mark("step").to_rgb()
        return min(difference(here, step, vision) for vision in VISIONS), theme

    tried = [nearest_difference(share) for share in np.linspace(0, 1, 200)]
    under = max((pair for pair in tried if pair[0] < APART), key=lambda pair: pair[0])
    over = min((pair for pair in tried if pair[0] >= APART), key=lambda pair: pair[0])
    pairs = [
        {finding.objects for finding in judge_palette(theme) if finding.rule == "colours apart"}
        for _, theme in (under, over)
    ]
    both = "marks of here", "marks of step"
    assert [both in found for found in pairs] == [True, False]


def test_a_role_whose_colour_is_swapped_with_another_s_is_found() -> None:
    swapped = with_mark(with_mark(DARK, "here", DARK.marks["cost"]), "cost", DARK.marks["here"])
    found = {finding.objects for finding in judge_palette(swapped) if finding.rule == "hue"}
    assert {("here",), ("cost",)} <= found


def test_a_hue_may_turn_as_far_as_is_allowed() -> None:
    def turns(share: float) -> list[float]:
        colour = interpolate_color(DARK.mark("cost"), DARK.mark("here"), share)
        findings = judge_palette(with_mark(DARK, "cost", colour.to_hex()))
        return [float(one.measured.split()[0]) for one in findings if one.rule == "hue"]

    kept, broken = 0.0, 1.0
    for _ in range(12):
        share = (kept + broken) / 2
        kept, broken = (kept, share) if turns(share) else (share, broken)
    assert not turns(kept)
    assert SAME_HUE <= min(turns(broken)) <= SAME_HUE + 3


# Rules whose scenes are not in a list of cases, and where they are.
ELSEWHERE = {
    "colours apart": "above", "hue": "above", "length": "above", "lesson": "test_shot_rules",
    "plays": "tests/gdvideo/test_check",
}  # fmt: skip


def test_every_rule_has_a_scene_that_breaks_it() -> None:
    assert inspect.__file__ is not None
    sources = [path.read_text("utf-8") for path in Path(inspect.__file__).parent.glob("*.py")]
    rules = {rule for text in sources for rule in re.findall(r'inding\(\s*"([a-z ]+)"', text)}
    tested = {case[0] for case in (*test_rules.CASES, *test_shot_rules.CASES)}
    assert rules == tested | ELSEWHERE.keys()
