"""Which samples each step looks at."""

from itertools import islice

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdmath.sampling import full_batch, mini_batches, stochastic


@given(samples=st.integers(1, 50), data=st.data(), seed=st.none() | st.integers(0, 100))
def test_every_sample_comes_once_an_epoch(
    samples: int, data: st.DataObject, seed: int | None
) -> None:
    size = data.draw(st.integers(1, samples))
    rng = None if seed is None else np.random.default_rng(seed)
    batches_an_epoch = -(-samples // size)
    batches = list(islice(mini_batches(samples, size, rng), 3 * batches_an_epoch))
    for epoch in range(3):
        drawn = batches[epoch * batches_an_epoch : (epoch + 1) * batches_an_epoch]
        assert sorted(np.concatenate(drawn)) == list(range(samples))
        assert [len(batch) for batch in drawn[:-1]] == [size] * (batches_an_epoch - 1)


def test_without_luck_samples_come_in_the_order_of_the_data() -> None:
    batches = [batch.tolist() for batch in islice(mini_batches(5, 2), 4)]
    assert batches == [[0, 1], [2, 3], [4], [0, 1]]


def test_stochastic_takes_one_at_a_time_and_a_full_batch_all() -> None:
    assert [batch.tolist() for batch in islice(stochastic(3), 4)] == [[0], [1], [2], [0]]
    assert [batch.tolist() for batch in islice(full_batch(3), 2)] == [[0, 1, 2], [0, 1, 2]]


def test_equal_seeds_draw_equal_batches_and_epochs_differ() -> None:
    first, second = (
        [batch.tolist() for batch in islice(mini_batches(20, 20, np.random.default_rng(3)), 2)]
        for _ in range(2)
    )
    assert first == second
    assert first[0] != first[1]


@pytest.mark.parametrize(
    ("samples", "size", "sentence"),
    [
        (0, 1, "samples is 0; it must be a whole number from 1"),
        (3, 0, "size is 0; it must be a whole number from 1 to 3"),
        (3, 4, "size is 4; it must be a whole number from 1 to 3"),
    ],
)
def test_a_batch_of_an_impossible_size_is_refused_at_once(
    samples: int, size: int, sentence: str
) -> None:
    with pytest.raises(ValueError, match=sentence):
        mini_batches(samples, size)
