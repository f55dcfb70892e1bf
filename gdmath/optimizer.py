"""Update rules, each a pure function of its state, the parameters and the gradient."""

from dataclasses import dataclass
from typing import NamedTuple, Protocol, TypeVar

import numpy as np

from gdmath.arrays import Array, check_number

State = TypeVar("State")


class Rule(Protocol[State]):
    """How a gradient becomes a step; what it remembers travels in the state, not in the rule."""

    def initial(self, theta: Array, /) -> State:
        """Return the state before the first step from `theta` (d,)."""

    def update(self, state: State, theta: Array, gradient: Array, /) -> tuple[State, Array]:
        """Return the next state and parameters (d,), given the gradient (d,) at `theta` (d,)."""


@dataclass(frozen=True)
class GradientDescent:
    """theta <- theta - learning_rate · gradient (Cauchy, 1847; articles 000 to 004).

    Raises ValueError unless `learning_rate` is finite and at least 0; with 0 nothing ever moves.
    """

    learning_rate: float

    def __post_init__(self) -> None:
        check_number("learning_rate", self.learning_rate, at_least=0)

    def initial(self, _theta: Array) -> None:
        """Remember nothing."""

    def update(self, _state: None, theta: Array, gradient: Array) -> tuple[None, Array]:
        """Return None and the next parameters (d,)."""
        return None, theta - self.learning_rate * gradient


@dataclass(frozen=True)
class Momentum:
    """v <- beta v + gradient; theta <- theta - learning_rate · v, from v = 0 (Polyak, 1964).

    Raises ValueError unless `learning_rate` is finite and at least 0, and 0 <= `beta` < 1.
    """

    learning_rate: float
    beta: float = 0.9

    def __post_init__(self) -> None:
        check_number("learning_rate", self.learning_rate, at_least=0)
        check_number("beta", self.beta, at_least=0, below=1)

    def initial(self, theta: Array) -> Array:
        """Return the velocity (d,) of rest."""
        return np.zeros_like(theta)

    def update(self, velocity: Array, theta: Array, gradient: Array) -> tuple[Array, Array]:
        """Return the next velocity and parameters, both (d,)."""
        velocity = self.beta * velocity + gradient
        return velocity, theta - self.learning_rate * velocity


@dataclass(frozen=True)
class Nesterov:
    """v <- beta v + g; theta <- theta - learning_rate · (g + beta v), from v = 0.

    Momentum that looks ahead, in the form that takes the gradient g at theta itself (Nesterov,
    1983; Sutskever et al., 2013).
    Raises ValueError unless `learning_rate` is finite and at least 0, and 0 <= `beta` < 1.
    """

    learning_rate: float
    beta: float = 0.9

    def __post_init__(self) -> None:
        check_number("learning_rate", self.learning_rate, at_least=0)
        check_number("beta", self.beta, at_least=0, below=1)

    def initial(self, theta: Array) -> Array:
        """Return the velocity (d,) of rest."""
        return np.zeros_like(theta)

    def update(self, velocity: Array, theta: Array, gradient: Array) -> tuple[Array, Array]:
        """Return the next velocity and parameters, both (d,)."""
        velocity = self.beta * velocity + gradient
        return velocity, theta - self.learning_rate * (gradient + self.beta * velocity)


@dataclass(frozen=True)
class AdaGrad:
    """s <- s + g²; theta <- theta - learning_rate · g / (√s + epsilon) (Duchi et al., 2011).

    Raises ValueError unless `learning_rate` is finite and at least 0, and `epsilon` is finite and
    above 0.
    """

    learning_rate: float
    epsilon: float = 1e-10

    def __post_init__(self) -> None:
        check_number("learning_rate", self.learning_rate, at_least=0)
        check_number("epsilon", self.epsilon, above=0)

    def initial(self, theta: Array) -> Array:
        """Return the sum (d,) of no squares."""
        return np.zeros_like(theta)

    def update(self, squares: Array, theta: Array, gradient: Array) -> tuple[Array, Array]:
        """Return the next sum of squares and parameters, both (d,)."""
        squares = squares + gradient**2
        return squares, theta - self.learning_rate * gradient / (np.sqrt(squares) + self.epsilon)


@dataclass(frozen=True)
class RMSProp:
    """s <- decay s + (1 - decay) g²; theta <- theta - learning_rate · g / (√s + epsilon).

    From Tieleman and Hinton's lecture 6.5 (2012). Raises ValueError unless `learning_rate` is
    finite and at least 0, 0 <= `decay` < 1, and `epsilon` is finite and above 0.
    """

    learning_rate: float
    decay: float = 0.99
    epsilon: float = 1e-8

    def __post_init__(self) -> None:
        check_number("learning_rate", self.learning_rate, at_least=0)
        check_number("decay", self.decay, at_least=0, below=1)
        check_number("epsilon", self.epsilon, above=0)

    def initial(self, theta: Array) -> Array:
        """Return the mean (d,) of no squares."""
        return np.zeros_like(theta)

    def update(self, squares: Array, theta: Array, gradient: Array) -> tuple[Array, Array]:
        """Return the next mean of squares and parameters, both (d,)."""
        squares = self.decay * squares + (1 - self.decay) * gradient**2
        return squares, theta - self.learning_rate * gradient / (np.sqrt(squares) + self.epsilon)


class AdamState(NamedTuple):
    """What Adam remembers: how many steps, and running means (d,) of gradients and squares."""

    steps: int
    mean: Array
    squares: Array


@dataclass(frozen=True)
class Adam:
    """Running means of g and g², freed of their bias towards 0 (Kingma and Ba, 2015).

    m <- beta1 m + (1 - beta1) g; s <- beta2 s + (1 - beta2) g²; and at step k, with
    m̂ = m / (1 - beta1ᵏ) and ŝ = s / (1 - beta2ᵏ),
    theta <- theta - learning_rate · m̂ / (√ŝ + epsilon).

    Raises ValueError unless `learning_rate` is finite and at least 0, both betas are at least 0
    and below 1, and `epsilon` is finite and above 0.
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
        """Return the state of no steps."""
        return AdamState(0, np.zeros_like(theta), np.zeros_like(theta))

    def update(self, state: AdamState, theta: Array, gradient: Array) -> tuple[AdamState, Array]:
        """Return the next state and parameters (d,)."""
        steps = state.steps + 1
        mean = self.beta1 * state.mean + (1 - self.beta1) * gradient
        squares = self.beta2 * state.squares + (1 - self.beta2) * gradient**2
        scale = np.sqrt(squares / (1 - self.beta2**steps)) + self.epsilon
        step = self.learning_rate * mean / (1 - self.beta1**steps) / scale
        return AdamState(steps, mean, squares), theta - step
