"""The functions of the articles: value, gradient, curvature and known minimum.

Everywhere `theta` has shape (..., d): one point (d,), or any grid of points. A curve over x is
`objective.value(x[:, np.newaxis])`.
"""

from gdmath.objective.base import Objective, SampledObjective
from gdmath.objective.function import Function
from gdmath.objective.landscape import Ditches, Landscape
from gdmath.objective.quadratic import (
    Quadratic,
    SquaredError,
    beam_error,
    parabola,
    velocity_error,
)
from gdmath.objective.regression import LeastSquares, delta_rule_error, line_error

__all__ = [
    "Ditches",
    "Function",
    "Landscape",
    "LeastSquares",
    "Objective",
    "Quadratic",
    "SampledObjective",
    "SquaredError",
    "beam_error",
    "delta_rule_error",
    "line_error",
    "parabola",
    "velocity_error",
]
