"""Stochastic descent held against scikit-learn's SGDRegressor, bit by bit."""

from typing import Any

import numpy as np
import pytest

from gdmath.data import synthetic_regression
from gdmath.descent import Stop, descend
from gdmath.objective import LeastSquares, line_error
from gdmath.optimizer import GradientDescent
from gdmath.sampling import stochastic

linear_model: Any = pytest.importorskip(
    "sklearn.linear_model", reason="the verify group (scikit-learn) is not installed"
)

EPOCHS = 20
# Scaling by a power of two is exact, so that the order of the products (learning rate times
# residual times feature here and there) cannot show in the last bit.
LEARNING_RATE = 2.0**-4


def regressor(*, fit_intercept: bool) -> Any:
    return linear_model.SGDRegressor(
        loss="squared_error",
        penalty=None,
        learning_rate="constant",
        eta0=LEARNING_RATE,
        fit_intercept=fit_intercept,
        shuffle=False,
        max_iter=EPOCHS,
        tol=None,
    )


@pytest.mark.parametrize("seed", range(5))
def test_a_line_is_the_same_to_the_last_bit(seed: int) -> None:
    points = synthetic_regression(50, 2.5, -1.0, 0.3, np.random.default_rng(seed), span=(-2, 2))
    model = regressor(fit_intercept=True)
    model.fit(points.x[:, np.newaxis], points.y, coef_init=[0.2], intercept_init=[0.5])
    run = descend(
        line_error(points.x, points.y, "half_mean"),
        [0.2, 0.5],
        GradientDescent(LEARNING_RATE),
        Stop(steps=EPOCHS * 50),
        stochastic(50),
    )
    assert run.parameters[-1].tolist() == [*model.coef_, *model.intercept_]


def test_several_weights_are_the_same_to_the_last_bit() -> None:
    rng = np.random.default_rng(7)
    features = rng.uniform(-1, 1, (40, 4))
    targets = features @ [1.0, -2.0, 0.5, 3.0] + 0.1 * rng.standard_normal(40)
    model = regressor(fit_intercept=False)
    model.fit(features, targets, coef_init=np.zeros(4))
    run = descend(
        LeastSquares(features, targets, "half_sum"),
        np.zeros(4),
        GradientDescent(LEARNING_RATE),
        Stop(steps=EPOCHS * 40),
        stochastic(40),
    )
    assert run.parameters[-1].tolist() == model.coef_.tolist()
