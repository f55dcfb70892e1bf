"""Ways out of a local minimum: restarts, momentum, annealing."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from gdmath.descent import Stop, descend
from gdmath.objective import Ditches, Landscape, SquaredError
from gdmath.optimizer import GradientDescent, Momentum
from gdmath.search import Annealing, Cooling, anneal, best_of, random_restarts

DITCHES = Ditches()
START = 5.0
SLOW = GradientDescent(0.02)
COOLING = Cooling(temperature=2.0, factor=0.995, stride=0.7, steps=1_000)


def anneal_ditches(seed: int) -> Annealing:
    return anneal(DITCHES, START, COOLING, np.random.default_rng(seed))


def test_plain_descent_is_caught_in_the_nearest_ditch() -> None:
    run = descend(DITCHES, START, SLOW, Stop(steps=500))
    caught = run.parameters[-1, 0]
    assert abs(caught - START) < DITCHES.width
    assert run.values[-1] > DITCHES.depth / 2
    assert DITCHES.curvature([caught])[0, 0] > 0
    assert DITCHES.gradient([caught])[0] == pytest.approx(0, abs=1e-9)


def test_momentum_rolls_through_ditches() -> None:
    plain = descend(DITCHES, START, SLOW, Stop(steps=500))
    rolling = descend(DITCHES, START, Momentum(0.02, 0.95), Stop(steps=500))
    assert rolling.values[-1] < plain.values[-1] / 2


def test_random_restarts_find_the_lowest_ditch() -> None:
    runs = random_restarts(
        DITCHES, [[-9.0], [9.0]], SLOW, Stop(steps=500), 30, np.random.default_rng(0)
    )
    assert len(runs) == 30
    assert len({round(float(run.parameters[-1, 0]), 3) for run in runs}) > 3
    best = best_of(runs)
    assert best.values[-1] == min(run.values[-1] for run in runs)
    assert best.parameters[-1, 0] == pytest.approx(DITCHES.deepest, abs=1e-6)


def test_restarts_fill_their_box_and_equal_seeds_draw_equal_starts() -> None:
    box = [[-6.0, -1.0], [-4.0, 3.0]]
    first, second = (
        random_restarts(Landscape(), box, SLOW, Stop(steps=0), 200, np.random.default_rng(5))
        for _ in range(2)
    )
    starts = np.array([run.parameters[0] for run in first])
    np.testing.assert_array_equal(starts, [run.parameters[0] for run in second])
    np.testing.assert_allclose([starts.min(axis=0), starts.max(axis=0)], box, atol=0.1)
    assert (starts >= box[0]).all()
    assert (starts <= box[1]).all()


@pytest.mark.parametrize("seed", range(10))
def test_annealing_leaves_the_first_ditch_and_finds_the_lowest(seed: int) -> None:
    record = anneal_ditches(seed)
    assert record.values[record.best] == record.values.min() < 0.1
    assert record.parameters[-1, 0] == pytest.approx(DITCHES.deepest, abs=0.5)


def test_an_annealing_record_holds_together() -> None:
    record = anneal_ditches(0)
    assert record.parameters.shape == (1_001, 1)
    assert record.parameters[0, 0] == START
    np.testing.assert_array_equal(record.values, DITCHES.value(record.parameters))
    moved = record.accepted[:, np.newaxis]
    np.testing.assert_array_equal(
        record.parameters[1:], np.where(moved, record.proposals, record.parameters[:-1])
    )
    rises = DITCHES.value(record.proposals) - record.values[:-1]
    assert record.accepted[rises <= 0].all()
    uphill = rises[record.accepted] > 0
    assert uphill[:200].sum() > uphill[-200:].sum()
    np.testing.assert_allclose(record.temperatures, 2.0 * 0.995 ** np.arange(1_000), rtol=1e-12)
    for array in (record.parameters, record.values, record.proposals, record.accepted):
        assert not array.flags.writeable


def test_uphill_moves_are_taken_with_metropolis_probability() -> None:
    warm = Cooling(temperature=1.0, factor=1 - 1e-9, stride=1.0, steps=20_000)
    record = anneal(SquaredError(0.0), 0.0, warm, np.random.default_rng(1))
    rises = SquaredError(0.0).value(record.proposals) - record.values[:-1]
    taken = record.accepted[rises > 0]
    expected = np.exp(-rises[rises > 0])
    spread = np.sqrt((expected * (1 - expected)).sum())
    assert abs(taken.sum() - expected.sum()) < 4 * spread


def test_equal_seeds_anneal_equally_and_others_otherwise() -> None:
    np.testing.assert_array_equal(anneal_ditches(4).parameters, anneal_ditches(4).parameters)
    assert (anneal_ditches(4).parameters != anneal_ditches(5).parameters).any()


def test_annealing_goes_on_when_it_is_too_cold_to_measure() -> None:
    cold = Cooling(temperature=1e-300, factor=1e-10, stride=1.0, steps=50)
    record = anneal(DITCHES, START, cold, np.random.default_rng(0))
    assert record.temperatures[-1] == 0
    assert (np.diff(record.values) <= 0).all()


def test_a_move_beyond_all_numbers_is_never_taken() -> None:
    wild = Cooling(temperature=1e308, factor=0.5, stride=1e200, steps=50)
    record = anneal(SquaredError(0.0), 1.0, wild, np.random.default_rng(0))
    assert not record.accepted.any()
    assert (record.values == 1.0).all()


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: restart(runs=0), "runs is 0; it must be a whole number from 1 to 10,000"),
        (lambda: restart(box=[[1.0], [-1.0]]), "box must hold a lowest and a highest corner"),
        (lambda: restart(box=[[1.0, 2.0]]), r"box must hold .* shape \(2, 1\)"),
        (lambda: restart(box=[[0.0], [np.inf]]), "box holds a value that is nan or infinite"),
        (lambda: best_of([]), "empty"),
        (lambda: Cooling(0.0, 0.9, 1.0, 10), "temperature is 0.0; it must be"),
        (lambda: Cooling(1.0, 1.0, 1.0, 10), "factor is 1.0; it must be"),
        (lambda: Cooling(1.0, 0.9, -1.0, 10), "stride is -1.0; it must be"),
        (lambda: Cooling(1.0, 0.9, 1.0, -1), "steps is -1; it must be"),
        (
            lambda: anneal(SquaredError(0.0), 1e200, COOLING, np.random.default_rng(0)),
            "the value there must be finite",
        ),
        (
            lambda: anneal(Landscape(), 1.0, COOLING, np.random.default_rng(0)),
            "last axis must have length 2",
        ),
    ],
)
def test_a_wrong_search_is_one_sentence(make: Callable[[], object], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        make()


def restart(box: Any = ((-1.0,), (1.0,)), runs: int = 1) -> object:
    return random_restarts(DITCHES, box, SLOW, Stop(), runs, np.random.default_rng(0))
