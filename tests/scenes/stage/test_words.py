"""Text and numbers as outlines."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from manim import VGroup

from gdmath.experiments.reading import Format
from scenes.stage.theme import DARK
from scenes.stage.words import Math, Number, Words, scale_words


def words(*parts: object, **kwargs: object) -> Words:
    return Words(*parts, theme=DARK, size=0.3, **kwargs)  # type: ignore[arg-type]


def test_parts_keep_their_roles_and_their_numbers() -> None:
    reading = Format(1).of("height", 102.4)
    line = words("at ", (reading, "here"), " cm")
    assert line.text == "at 102.4 cm"
    assert line.readings == [(reading, "102.4")]
    assert line[1][0].get_fill_color() == DARK.ink("here")
    assert line[0][0].get_fill_color() == DARK.ink("text")


def test_a_formulas_roles_become_parts_of_their_colour() -> None:
    formula = words(Math("here(y) - target(z) = frac(1, 2)"))
    colors = {mobject.get_fill_color().to_hex() for mobject in formula[0]}
    assert {DARK.ink("here").to_hex(), DARK.ink("target").to_hex()} < colors


def test_scaled_words_know_their_size_and_where_they_stand() -> None:
    line = words("here").stand_at(1.0, 2.0)
    scale_words(VGroup(line), 0.5)
    (outline,) = line.outlines().values()
    assert line.size == pytest.approx(0.15)
    assert np.allclose(line[0][0].points, outline * 0.15 + line.baseline)


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=12))
def test_no_text_is_taken_for_markup(text: str) -> None:
    letters = words(text)
    assert letters.text == text
    assert letters.width > 0


def test_a_character_that_the_font_lacks_is_refused() -> None:
    with pytest.raises(ValueError, match="no font"):
        words("\N{CJK UNIFIED IDEOGRAPH-4E00}")


def test_raised_powers_of_ten_stand_above_the_baseline() -> None:
    power = words("10⁻⁶")
    assert power.get_top()[1] > words("10").get_top()[1] - words("10").baseline[1]


def test_lines_of_different_letters_share_a_baseline() -> None:
    for text in ("ace", "gap", "Tip", "102.4"):
        assert words(text).stand_at(1.0, 2.0).baseline == pytest.approx([1.0, 2.0, 0.0])


def test_a_number_that_changes_looks_like_the_same_number_typeset() -> None:
    form = Format(1, fixed=True)
    number = Number(form.of("y", 65.8), theme=DARK, size=0.3)
    number.say(form.of("y", 103.0))
    assert number.text == "103.0"
    ready = words("103.0")
    np.testing.assert_allclose(number.width, ready.submobjects[0].width, atol=1e-3)


def test_a_right_aligned_number_keeps_its_right_end() -> None:
    form = Format(1, fixed=True)
    number = Number(form.of("y", 5.0), theme=DARK, size=0.3, align="right").stand_at(2.0, 0.0)
    before = number.get_right()[0]
    number.say(form.of("y", 1234.0))
    assert number.get_right()[0] == pytest.approx(before, abs=0.02)
