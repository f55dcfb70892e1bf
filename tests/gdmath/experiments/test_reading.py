"""Numbers as they are shown."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdmath.experiments.reading import Format, decimals_for


@pytest.mark.parametrize(
    ("form", "value", "text"),
    [
        (Format(3), 102.4, "102.4"),
        (Format(3), 100.0, "100"),
        (Format(3), -0.0001, "−10⁻⁴"),
        (Format(3, signed=True), 2.4, "+2.4"),
        (Format(3, signed=True), -2.4, "−2.4"),
        (Format(3, signed=True), 0.0, "0"),
        (Format(1, fixed=True), 103.0, "103.0"),
        (Format(4, fixed=True), -0.00089, "−0.0009"),
        (Format(9, fixed=True), 0.00089, "8.9×10⁻⁴"),
        (Format(0, unit="cm"), 300.0, "300 cm"),
        (Format(9), 1e-6, "10⁻⁶"),
        (Format(9), 1e-3, "0.001"),
        (Format(9), 0.000999, "9.99×10⁻⁴"),
        (Format(6, fixed=True), 1e-6, "0.000001"),
        (Format(2), 0.001, "0.001"),
        (Format(9), 5.12e-7, "5.12×10⁻⁷"),
        (Format(0), 1e14, "10¹⁴"),
        (Format(0, large=1e6), 15_000_000.0, "1.5×10⁷"),
        (Format(0, large=1e6), 950_000.0, "950000"),
        (Format(1, live=True, signed=True), -8e-9, "≈ 0"),
        (Format(1, live=True, signed=True), 0.0, "0"),
        (Format(3, brackets=True), -6.0, "(−6)"),
        (Format(3, brackets=True), 6.0, "6"),
    ],
)
def test_a_number_is_written_as_a_reader_expects(form: Format, value: float, text: str) -> None:
    assert form.text(value) == text


def test_an_operand_has_brackets_only_if_it_is_negative() -> None:
    form = Format(2, signed=True)
    assert form.of("error", 3).operand.text == "3"
    assert form.of("error", -3).operand.text == "(−3)"


def test_a_rounded_number_is_not_exact() -> None:
    assert Format(3).of("height", 101.536).exact
    assert not Format(3).of("height", 101.2288).exact


@given(st.floats(-1e7, 1e7), st.integers(0, 6))
def test_the_text_is_the_value_to_half_a_unit_in_its_last_place(
    value: float, decimals: int
) -> None:
    text = Format(decimals, powers=False).text(value).replace("−", "-")
    assert abs(float(text) - value) <= 0.5 * 10.0**-decimals + math.ulp(value)


@given(st.floats(1e-9, 1e9))
def test_enough_decimals_for_four_digits(scale: float) -> None:
    decimals = decimals_for(scale)
    assert scale * 10.0**decimals >= 999.999
