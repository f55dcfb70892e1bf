"""What the experiments share: outcomes, quantities, parts in words."""

from fractions import Fraction

import numpy as np
import pytest

from gdmath.experiments._common.outcome import regime_of
from gdmath.experiments._common.quantities import Quantities, Quantity
from gdmath.experiments._common.words import part_in_words
from gdmath.experiments.reading import Format


@pytest.mark.parametrize(
    ("error", "rate", "factor", "regime"),
    [
        ("0", 0.1, "0.8", "there"),
        ("0", 0.0, "1", "there"),
        ("3", 0.0, "1", "still"),
        ("3", 0.1, "0.8", "glide"),
        ("-3", 0.5, "0", "hit"),
        ("3", 0.9, "-0.8", "alternate"),
        ("3", 1.0, "-1", "bounce"),
        ("3", 1.2, "-1.4", "diverge"),
        ("3", 1.0000001, "-1.0000002", "diverge"),
    ],
)
def test_a_factor_decides_what_becomes_of_an_error(
    error: str, rate: float, factor: str, regime: str
) -> None:
    assert regime_of(Fraction(error), rate, Fraction(factor)) == regime


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("0", "none"),
        ("1", "all"),
        ("0.5", "half"),
        ("0.25", "a quarter"),
        ("0.1", "a tenth"),
        ("0.2", "a fifth"),
        ("0.01", "a hundredth"),
        ("0.4", "two fifths"),
        ("0.75", "three quarters"),
        ("0.9", "nine tenths"),
        ("0.15", "three twentieths"),
        ("0.37", "0.37"),
        ("0.005", "0.005"),
        ("0.123456", "0.1235"),
        ("1.5", "1.5"),
        ("2", "2"),
        ("0.49999999", "0.49999999"),
        ("0.9999996", "0.9999996"),
        ("1.0000002", "1.0000002"),
    ],
)
def test_a_part_is_said_in_words_if_it_has_a_name(part: str, words: str) -> None:
    assert part_in_words(Fraction(part)) == words


@pytest.fixture
def quantities() -> Quantities:
    return Quantities(
        Quantity("error", "text", Format(2, signed=True), [3, 2.4, -0.001]),
        Quantity("target", "target", Format(2, unit="cm"), 100.0),
        Quantity("a", "text", Format(3, fixed=True), lambda height: height / 300),
    )


def test_a_quantity_is_read_step_by_step(quantities: Quantities) -> None:
    error = quantities["error"]
    assert [error[k].text for k in range(3)] == ["+3", "+2.4", "−0.001"]
    assert error[1].name == "error"
    assert error[1].value == 2.4
    with pytest.raises(IndexError):
        error[3]


def test_noise_of_a_quantity_is_zero_after_the_steps_that_it_is_said_of() -> None:
    values = [3.0, 1e-14, 1e-14]
    everywhere = Quantity("error", "text", Format(2), values, noise=1e-13)
    assert [everywhere[k].text for k in range(3)] == ["3", "0", "0"]
    once = Quantity("error", "text", Format(2), values, noise=[0, 1e-13, 0])
    assert [once[k].is_zero for k in range(3)] == [False, True, False]


def test_a_quantity_with_one_value_has_one_reading(quantities: Quantities) -> None:
    assert quantities["target"].only.text == "100 cm"


def test_a_quantity_that_follows_something_writes_any_value(quantities: Quantities) -> None:
    slope = quantities["a"]
    assert callable(slope.values)
    assert slope.of(slope.values(103.0)).text == "0.343"


def test_quantities_say_for_all_of_them_what_each_is(quantities: Quantities) -> None:
    assert list(quantities) == ["error", "target", "a"]
    assert len(quantities) == 3
    assert quantities.roles == {"error": "text", "target": "target", "a": "text"}
    assert quantities.ledger.keys() == quantities.roles.keys()
    values = quantities.ledger["error"]
    assert not callable(values)
    assert np.asarray(values).tolist() == [3, 2.4, -0.001]
