"""Which samples a step looks at: all of them, one, or a few."""

from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from gdmath.arrays import Indices, check_count

MAX_SAMPLES = 1_000_000


def mini_batches(samples: int, size: int, rng: Generator | None = None) -> Iterator[Indices]:
    """Yield, epoch after epoch without end, the indices (k,) of the next mini-batch.

    Every sample comes once an epoch. `rng` shuffles them anew for each epoch; without it they stay
    in the order of the data. Where `size` does not divide `samples`, an epoch's last batch is
    smaller. Article 002's mini-batch descent.

    Raises ValueError unless both are whole numbers with 1 <= `size` <= `samples` <= 1,000,000.
    """
    check_count("samples", samples, at_least=1, at_most=MAX_SAMPLES)
    check_count("size", size, at_least=1, at_most=samples)
    return _epochs(samples, size, rng)


def stochastic(samples: int, rng: Generator | None = None) -> Iterator[Indices]:
    """Yield one sample's index (1,) at a time: mini-batches of size 1."""
    return mini_batches(samples, 1, rng)


def full_batch(samples: int) -> Iterator[Indices]:
    """Yield the indices (m,) of all samples, every time."""
    return mini_batches(samples, samples)


def _epochs(samples: int, size: int, rng: Generator | None) -> Iterator[Indices]:
    while True:
        order = np.arange(samples) if rng is None else rng.permutation(samples)
        for first in range(0, samples, size):
            yield order[first : first + size]
