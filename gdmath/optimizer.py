"""Update rules, each a pure function of its state, the parameters and the gradient."""

from dataclasses import dataclass
from typing import NamedTuple, Protocol, TypeVar

import numpy as np

from gdmath.arrays import Array, check_number

State = TypeVar("State")


class Rule(Protocol[State]):
    """How a gradient becomes a step. What a rule remembers travels in its state, never in the rule."""

    def initial(self, theta: Array) -> State:
        """The state before the first step from `theta` (d,)."""

    def update(self, state: State, theta: Array, gradient: Array) -> tuple[State, Array]:
        """The next state and parameters (d,), from `theta` (d,) and the gradient (d,) there."""


@dataclass(frozen=True)
class GradientDescent:
    """theta <- theta - learning_rate · gradient (Cauchy, 1847; articles 000 to 004).

    Raises ValueError unless `learning_rate` is finite and at least 0; with 0 nothing ever moves.
    """

    learning_rate: float

    def __post_init__(self) -> None:
        check_number("learning_rate", self.learning_rate, at_least=0)

    def initial(self, theta: Array) -> None:
        return None

    def update(self, state: None, theta: Array, gradient: Array) -> tuple[None, Array]:
        return None, theta - self.learning_rate * gradient


@dataclass(frozen=True)
class Momentum:
    """v <- beta v + gradient; theta <- theta - learning_rate · v, with v = 0 at first (Polyak, 1964).

    Raises ValueError unless `learning_rate` is finite and at least 0, and 0 <= `beta` < 1.
    """

    learning_rate: float
    beta: float = 0.9

    def __post_init__(self) -> None:
        check_number("learning_rate", self.learning_rate, at_least=0)
        check_number("beta", self.beta, at_least=0, below=1)

    def initial(self, theta: Array) -> Array:
        return np.zeros_like(theta)

    def update(self, state: Array, theta: Array, gradient: Array) -> tuple[Array, Array]:
        velocity = self.beta * state + gradient
        return velocity, theta - self.learning_rate * velocity


@dataclass(frozen=True)
class Nesterov:
    """Momentum that looks ahead: v <- beta v + g; theta <- theta - learning_rate · (g + beta v).

    The form that takes its gradient at theta itself (Nesterov, 1983; Sutskever et al., 2013).
    Raises ValueError unless `learning_rate` is finite and at least 0, and 0 <= `beta` < 1.
    """

    learning_rate: float
    beta: float = 0.9

    def __post_init__(self) -> None:
        check_number("learning_rate", self.learning_rate, at_least=0)
        check_number("beta", self.beta, at_least=0, below=1)

    def initial(self, theta: Array) -> Array:
        return np.zeros_like(theta)

    def update(self, state: Array, theta: Array, gradient: Array) -> tuple[Array, Array]:
        velocity = self.beta * state + gradient
        return velocity, theta - self.learning_rate * (gradient + self.beta * velocity)


@dataclass(frozen=True)
class AdaGrad:
    """s <- s + g²; theta <- theta - learning_rate · g / (√s + epsilon) (Duchi et al., 2011).

    Raises ValueError unless `learning_rate` is finite and at least 0, and `epsilon` finite and above 0.
    """

    learning_rate: float
    epsilon: float = 1e-10

    def __post_init__(self) -> None:
        check_number("learning_rate", self.learning_rate, at_least=0)
        check_number("epsilon", self.epsilon, above=0)

    def initial(self, theta: Array) -> Array:
        return np.zeros_like(theta)

    def update(self, state: Array, theta: Array, gradient: Array) -> tuple[Array, Array]:
        squares = state + gradient**2
        return squares, theta - self.learning_rate * gradient / (np.sqrt(squares) + self.epsilon)


@dataclass(frozen=True)
class RMSProp:
    """s <- decay s + (1 - decay) g²; theta <- theta - learning_rate · g / (√s + epsilon).

    From Tieleman and Hinton's lecture 6.5 (2012). Raises ValueError unless `learning_rate` is finite
    and at least 0, 0 <= `decay` < 1, and `epsilon` is finite and above 0.
    """

    learning_rate: float
    decay: float = 0.99
    epsilon: float = 1e-8

    def __post_init__(self) -> None:
        check_number("learning_rate", self.learning_rate, at_least=0)
        check_number("decay", self.decay, at_least=0, below=1)
        check_number("epsilon", self.epsilon, above=0)

    def initial(self, theta: Array) -> Array:
        return np.zeros_like(theta)

    def update(self, state: Array, theta: Array, gradient: Array) -> tuple[Array, Array]:
        squares = self.decay * state + (1 - self.decay) * gradient**2
        return squares, theta - self.learning_rate * gradient / (np.sqrt(squares) + self.epsilon)


class AdamState(NamedTuple):
    """What Adam remembers: the number of steps, and the running means (d,) of g and of g²."""

    steps: int
    mean: Array
    square: Array


@dataclass(frozen=True)
class Adam:
    """Running means of g and g², freed of their bias towards 0 (Kingma and Ba, 2015, algorithm 1).

    m <- beta1 m + (1 - beta1) g; s <- beta2 s + (1 - beta2) g²;
    theta <- theta - learning_rate · m̂ / (√ŝ + epsilon), m̂ = m / (1 - beta1ᵏ), ŝ = s / (1 - beta2ᵏ).
    Raises ValueError unless `learning_rate` is finite and at least 0, both betas are at least 0 and
    below 1, and `epsilon` is finite and above 0.
    """

    learning_rate: float
    beta1: float = 0.9
    beta2: float = 0.999
    epsilon: float = 1e-8

    def __post_init__(self) -> None:
        check_number("learning_rate", self.learning_rate, at_least=0)
        check_number("beta1", self.beta1, at_least=0, below=1)
        check_number("beta2", self.beta2, at_least=0, below=1)
        check_number("epsilon", self.epsilon, above=0)

    def initial(self, theta: Array) -> AdamState:
        return AdamState(0, np.zeros_like(theta), np.zeros_like(theta))

    def update(self, state: AdamState, theta: Array, gradient: Array) -> tuple[AdamState, Array]:
        steps = state.steps + 1
        mean = self.beta1 * state.mean + (1 - self.beta1) * gradient
        square = self.beta2 * state.square + (1 - self.beta2) * gradient**2
        scale = np.sqrt(square / (1 - self.beta2**steps)) + self.epsilon
        step = self.learning_rate * mean / (1 - self.beta1**steps) / scale
        return AdamState(steps, mean, square), theta - step
