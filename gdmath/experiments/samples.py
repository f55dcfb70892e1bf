"""Random parameters of a film, for trying it out: drawn from what its parameters allow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

import numpy as np

from gdmath.experiments.params import ParameterError, Params

__all__ = ["random_params"]

P = TypeVar("P", bound=Params)
_DECADES = 2  # a range that spans more of them is drawn from by size
_SMALLEST = 1e-3  # of the largest: the sizes that a range around zero is drawn from
_ATTEMPTS = 100_000


def random_params(model: type[P], seed: int) -> Iterator[P]:
    """Yield random parameters without end; the same for the same seed.

    Each value is the default, an end of its range, near another value of the same unit, or
    anywhere in its range: by size where that spans decades. Half of them have few digits, as
    people type them. What the film refuses is left out.

    Raises:
        ValueError: if the film refuses nearly everything.
    """
    random = np.random.default_rng(seed)
    fields = model.model_json_schema()["properties"]
    while True:
        for _ in range(_ATTEMPTS):
            values: dict[str, object] = {}
            for name, field in fields.items():
                values[name] = _value(random, field, _peers(values, fields, field))
            try:
                params = model.parse(values)
            except ParameterError:
                continue
            yield params
            break
        else:
            raise ValueError(f"{model.__name__} refuses nearly all values within their ranges")


def _peers(values: dict[str, object], fields: dict[str, Any], field: Any) -> list[float]:
    """Return the numbers drawn so far that have the same unit; a number without one has none."""
    return [
        value
        for name, value in values.items()
        if isinstance(value, float) and field["unit"] and fields[name]["unit"] == field["unit"]
    ]


def _value(random: np.random.Generator, field: Any, peers: list[float]) -> object:
    low, high = field.get("minimum"), field.get("maximum")
    whole = field["type"] == "integer"
    if "enum" in field:
        return field["enum"][random.integers(len(field["enum"]))]
    if low is None or high is None or random.random() < 0.3:
        return field["default"]
    draw = random.random()
    if draw < 0.1:
        value = random.choice([low, high])
    elif draw < 0.4 and peers:
        value = random.choice(peers) + _around_zero(random, 1e-3 * (high - low))
    else:
        value = _in_range(random, low, high)
    if random.random() < 0.5:
        value = float(f"{value:.3g}")
    value = float(np.clip(value, low, high))
    return round(value) if whole else value


def _in_range(random: np.random.Generator, low: float, high: float) -> float:
    if low < 0 < high and random.random() < 0.5:
        return _around_zero(random, high if random.random() < 0.5 else -low)
    if low >= 0 and high > 10**_DECADES * max(low, 1):
        return float(np.exp(random.uniform(np.log(max(low, 1)), np.log(high))))
    return float(random.uniform(low, high))


def _around_zero(random: np.random.Generator, largest: float) -> float:
    size = largest * _SMALLEST ** random.random()
    return float(size * random.choice([-1, 1]))
