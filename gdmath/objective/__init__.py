"""The functions of the articles: value, gradient, curvature and known minimum."""

from gdmath.objective.base import Objective, SampledObjective
from gdmath.objective.quadratic import Quadratic, SquaredError, beam_error, parabola, velocity_error

__all__ = [
    "Objective",
    "Quadratic",
    "SampledObjective",
    "SquaredError",
    "beam_error",
    "parabola",
    "velocity_error",
]
