"""Update rules: first steps by hand, purity, and two classic functions to come down."""

from typing import Any

import numpy as np
import pytest
from numpy.typing import ArrayLike

from gdmath.arrays import Array, as_points, read_only
from gdmath.descent import Stop, descend
from gdmath.objective import SquaredError
from gdmath.optimizer import AdaGrad, Adam, GradientDescent, Momentum, Nesterov, RMSProp, Rule

RULES: dict[str, Rule[Any]] = {
    "gradient descent": GradientDescent(0.1),
    "momentum": Momentum(0.1, 0.5),
    "nesterov": Nesterov(0.1, 0.5),
    "adagrad": AdaGrad(0.1),
    "rmsprop": RMSProp(0.1, 0.75),
    "adam": Adam(0.1, 0.5, 0.75),
}
every_rule = pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())

# Two steps with the gradients 2 and then 1, from 10, worked out on paper.
SECOND_STEPS = {
    "gradient descent": 10 - 0.1 * 2 - 0.1 * 1,
    "momentum": 10 - 0.1 * 2 - 0.1 * (0.5 * 2 + 1),
    "nesterov": 10 - 0.1 * (2 + 0.5 * 2) - 0.1 * (1 + 0.5 * (0.5 * 2 + 1)),
    "adagrad": 10 - 0.1 * 2 / 2 - 0.1 * 1 / 5**0.5,
    "rmsprop": 10 - 0.1 * 2 / (0.25 * 4) ** 0.5 - 0.1 * 1 / (0.75 * 1 + 0.25 * 1) ** 0.5,
    "adam": 10 - 0.1 * 2 / 2 - 0.1 * (1 / 0.75) / (1 / (1 - 0.75**2)) ** 0.5,
}


@pytest.mark.parametrize("name", RULES)
def test_two_steps_are_those_worked_out_by_hand(name: str) -> None:
    rule = RULES[name]
    theta = np.array([10.0])
    state = rule.initial(theta)
    for gradient in (2.0, 1.0):
        state, theta = rule.update(state, theta, np.array([gradient]))
    assert theta[0] == pytest.approx(SECOND_STEPS[name], rel=1e-8)


@every_rule
def test_a_rule_changes_nothing_that_it_is_given(rule: Rule[Any]) -> None:
    theta, gradient = read_only([1.0, -2.0]), read_only([0.5, 3.0])
    state, _ = rule.update(rule.initial(theta), theta, gradient)
    _, once = rule.update(state, theta, gradient)
    _, again = rule.update(state, theta, gradient)
    np.testing.assert_array_equal(once, again)


@every_rule
def test_where_the_ground_is_flat_nothing_moves(rule: Rule[Any]) -> None:
    run = descend(SquaredError(5.0), 5.0, rule, Stop(steps=50))
    assert (run.parameters == 5.0).all()


@pytest.mark.parametrize("kind", [type(rule) for rule in RULES.values()])
def test_a_learning_rate_of_0_never_moves(kind: type[Any]) -> None:
    run = descend(SquaredError(100.0), 103.0, kind(learning_rate=0.0), Stop(steps=50))
    assert (run.parameters == 103.0).all()


@every_rule
def test_every_rule_comes_down_a_parabola(rule: Rule[Any]) -> None:
    run = descend(SquaredError(3.0), 0.0, rule, Stop(steps=2_000))
    assert run.parameters[-1, 0] == pytest.approx(3.0, abs=0.06)


class Rosenbrock:
    """(1 - x)² + 100 (y - x²)², a bent, narrow valley to (1, 1)."""

    dimension = 2
    minimiser = read_only([1.0, 1.0])
    minimum = 0.0

    def value(self, theta: ArrayLike) -> Array:
        x, y = np.moveaxis(as_points(theta, 2), -1, 0)
        return np.asarray((1 - x) ** 2 + 100 * (y - x**2) ** 2)

    def gradient(self, theta: ArrayLike) -> Array:
        x, y = np.moveaxis(as_points(theta, 2), -1, 0)
        return np.stack([2 * (x - 1) - 400 * x * (y - x**2), 200 * (y - x**2)], axis=-1)

    def curvature(self, theta: ArrayLike) -> Array:
        raise NotImplementedError


@pytest.mark.parametrize(
    "rule",
    [
        GradientDescent(2e-3),
        Momentum(5e-4),
        Nesterov(5e-4),
        AdaGrad(0.5),
        RMSProp(1e-3),
        Adam(0.02),
    ],
    ids=lambda rule: type(rule).__name__,
)
def test_every_rule_comes_down_the_bent_valley(rule: Rule[Any]) -> None:
    run = descend(Rosenbrock(), [-1.0, 1.0], rule, Stop(steps=8_000))
    np.testing.assert_allclose(run.parameters[-1], [1.0, 1.0], atol=0.02)


@pytest.mark.parametrize(
    ("kind", "settings", "sentence"),
    [
        (
            GradientDescent,
            {"learning_rate": -0.1},
            "learning_rate is -0.1; it must be a finite number, at least 0",
        ),
        (GradientDescent, {"learning_rate": float("inf")}, "learning_rate is inf"),
        (GradientDescent, {"learning_rate": "0.1"}, "learning_rate is '0.1'"),
        (
            Momentum,
            {"learning_rate": 0.1, "beta": 1.0},
            "beta is 1.0; it must be .* at least 0 and below 1",
        ),
        (Nesterov, {"learning_rate": 0.1, "beta": -0.5}, "beta is -0.5"),
        (AdaGrad, {"learning_rate": 0.1, "epsilon": 0.0}, "epsilon is 0.0; it must be .* above 0"),
        (RMSProp, {"learning_rate": 0.1, "decay": 1.5}, "decay is 1.5"),
        (Adam, {"learning_rate": 0.1, "beta2": float("nan")}, "beta2 is nan"),
    ],
)
def test_a_wrong_setting_is_one_sentence(
    kind: type[Any], settings: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(ValueError, match=sentence):
        kind(**settings)
