"""Numbers to the last case: what is shown is neither zero for something nor denies a sentence."""

from pathlib import Path

import pytest

from gdmath.experiments import halfpipe, hiker, laser, staircase
from gdmath.experiments.reading import equals


def test_within_a_centimetre_at_the_step_that_is_there() -> None:
    """1 - 2 · 0.475 is 0.05, not 0.050000000000000044."""
    ride = halfpipe.run(halfpipe.Params(learning_rate=0.45, steps=1))
    assert ride.arrives  # 1 - 2 · 0.45 is a tenth
    game = laser.run(laser.Params(first_shot_cm=102.0, learning_rate=0.475))
    assert (game.tolerance_in_words, game.arrives_at) == ("1 mm", 1)


def test_a_small_rate_moves_the_hiker() -> None:
    walk = hiker.run(hiker.Params(learning_rate=0.01))
    assert (str(walk.reading("w", 1)), str(walk.reading("b", 1))) == ("3.391", "−1.593")


def test_a_small_rate_moves_the_rider() -> None:
    ride = halfpipe.run(halfpipe.Params(learning_rate=0.005))
    assert str(ride.rate) == "0.005"
    told = [[str(ride.reading(name, k)) for k in range(3)] for name in ("position", "slope")]
    assert told == [["80", "80.2", "80.4"], ["−40", "−39.6", "−39.2"]]


def test_noise_is_zero() -> None:
    game = laser.run(laser.Params(learning_rate=0.4, steps=200))
    assert all(game.reading(name, 200).is_zero for name in ("error", "gradient", "cost", "step"))
    assert [str(game.reading(name, 200)) for name in ("height", "error")] == ["100", "0"]


def test_a_factor_near_one_is_not_one() -> None:
    shrinks = laser.run(laser.Params(learning_rate=0.9949999))
    assert (shrinks.regime, str(shrinks.reading("factor"))) == ("alternate", "0.99")
    grows = laser.run(laser.Params(first_shot_cm=101.0, learning_rate=1.005))
    assert (grows.regime, str(grows.reading("factor"))) == ("diverge", "1.01")
    assert [str(grows.reading("error", k)) for k in (0, 1)] == ["+1", "−1.01"]
    assert str(grows.rate) == "1.005"


def test_a_rate_below_the_limit_does_not_read_as_the_limit() -> None:
    fit = staircase.run(staircase.Params(learning_rate=0.179))
    assert fit.learning_rate < fit.limit
    assert (str(fit.reading("rate")), str(fit.reading("limit"))) == ("0.179", "0.180")


@pytest.mark.parametrize(
    ("rate", "sum_"),
    [
        (0.1, "103 −0.6 = 102.4"),
        (0.123, "103 −0.74 ≈ 102.26"),
        (0.123456, "103 −0.74 ≈ 102.26"),
        (0.475, "103 −2.85 = 100.15"),
        (0.5, "103 −3 = 100"),
        (0.495, "103 −2.97 = 100.03"),
        (0.005, "103 −0.03 = 102.97"),
    ],
)
def test_the_laser_s_sum_is_exact_or_says_so(rate: float, sum_: str) -> None:
    game = laser.run(laser.Params(learning_rate=rate))
    before, step, after = (game.reading(*at) for at in (("height", 0), ("step", 0), ("height", 1)))
    assert f"{before} {step} {equals(before, step, after)} {after}" == sum_


def test_signs_follow_value_and_text(tmp_path: Path) -> None:
    fit = staircase.run(staircase.Params())
    assert equals(fit.reading("slope", 0)) == equals(fit.reading("best cost")) == "≈"
    assert equals(hiker.run(hiker.Params()).reading("altitude", 0)) == "≈"
    file = tmp_path / "twelve.csv"
    file.write_text("x,y\n-3,1\n0,2\n3,4\n")
    even = staircase.run(staircase.Params.parse({"points_csv": str(file)}))
    assert (str(even.reading("limit")), equals(even.reading("rate"))) == ("0.167", "=")
