"""Update rules held against torch.optim, whose gradients come from its own differentiation."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from gdmath.descent import Stop, descend
from gdmath.objective import Landscape, Objective, line_error
from gdmath.optimizer import AdaGrad, Adam, GradientDescent, Momentum, Nesterov, RMSProp, Rule

torch: Any = pytest.importorskip("torch", reason="the verify group (torch) is not installed")

STEPS = 100
X = np.array([1.0, 2.0, 3.0, 4.5])
Y = np.array([1.2, 1.8, 3.4, 3.9])


def torch_line(theta: Any) -> Any:
    return ((theta[0] * torch.tensor(X) + theta[1] - torch.tensor(Y)) ** 2).mean()


def torch_landscape(theta: Any) -> Any:
    w, b = theta
    return torch.sin(w) * torch.cos(b) + w**2 / 8 + b**2 / 8


PAIRS: dict[str, tuple[Rule[Any], Callable[[Any], Any]]] = {
    "sgd": (GradientDescent(0.05), lambda p: torch.optim.SGD(p, lr=0.05)),
    "momentum": (Momentum(0.02, 0.8), lambda p: torch.optim.SGD(p, lr=0.02, momentum=0.8)),
    "nesterov": (
        Nesterov(0.02, 0.8),
        lambda p: torch.optim.SGD(p, lr=0.02, momentum=0.8, nesterov=True),
    ),
    "adam": (Adam(0.05), lambda p: torch.optim.Adam(p, lr=0.05)),
    "rmsprop": (RMSProp(0.01), lambda p: torch.optim.RMSprop(p, lr=0.01)),
    "adagrad": (AdaGrad(0.1), lambda p: torch.optim.Adagrad(p, lr=0.1)),
}


@pytest.mark.parametrize("name", PAIRS)
@pytest.mark.parametrize(
    ("objective", "loss"),
    [(line_error(X, Y), torch_line), (Landscape(), torch_landscape)],
    ids=["line", "landscape"],
)
def test_a_hundred_steps_are_those_of_torch(
    name: str, objective: Objective, loss: Callable[[Any], Any]
) -> None:
    rule, make_optimizer = PAIRS[name]
    start = [0.2, 0.5]
    theta = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    optimizer = make_optimizer([theta])
    visited = [start]
    for _ in range(STEPS):
        optimizer.zero_grad()
        loss(theta).backward()
        optimizer.step()
        visited.append(theta.detach().tolist())
    run = descend(objective, start, rule, Stop(steps=STEPS))
    np.testing.assert_allclose(run.parameters, visited, rtol=1e-12, atol=0)
