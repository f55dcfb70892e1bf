"""An audit: with random parameters, every number is what it says, and denies no sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from gdmath.experiments import halfpipe, hiker, laser, staircase
from gdmath.experiments._common.points import load_points
from gdmath.experiments.params import ParameterError
from gdmath.experiments.reading import Reading, equals
from gdmath.experiments.samples import random_params
from gdmath.objective import line_error
from gdmath.theory import stability_limit
from tests.gdmath.experiments import auditing
from tests.gdmath.experiments.auditing import differ, said

BORDERS = {
    laser: (0.5, 1.0),
    halfpipe: (0.5, 1.0),
    staircase: (0.18029, 0.06),
    hiker: (1.0, 4.0),
}
SIZES = [pytest.param(60, id="few"), pytest.param(3_000, id="many", marks=pytest.mark.soak)]


def params(module: Any, count: int) -> Iterator[Any]:
    """Yield random parameters; each second set has a learning rate that is small or on a border."""
    random = np.random.default_rng(6)
    for number, own in enumerate(islice(random_params(module.Params, 60), count)):
        values: Mapping[str, Any] = own.model_dump()
        if number % 2:
            border = random.choice([0.0, *BORDERS[module]])
            away = random.choice([-1, 1]) * 10.0 ** random.uniform(-9, -1)
            rate = abs(float(f"{border + away:.{random.integers(1, 12)}g}"))
            values = {**values, "learning_rate": rate}
        try:
            yield module.Params.parse(values)
        except ParameterError:
            yield own


def sizes(*readings: Reading) -> list[float]:
    return [abs(float(said(reading.text)[0])) for reading in readings]


@pytest.mark.parametrize("count", SIZES)
def test_the_laser(count: int) -> None:
    for each in params(laser, count):
        story = laser.run(each)
        assert not auditing.wrong(auditing.laser_numbers(story)), each
        for game in (story, *story.contrasts):
            deny_no_sentence(game)
        # "Smaller miss, smaller step."
        told = (0, *story.told_steps)
        for name in ("shout", "gradient", "step"):
            shown = sizes(*(story.reading(name, step) for step in told))
            assert all(a > b for a, b in pairwise(shown)), each


def deny_no_sentence(game: laser.Laser) -> None:
    """Misses shrink and grow as their texts do, borders are borders, and = is no ≈."""
    each, last = game.params, min(game.steps, laser.SWINGS)
    heights, errors, steps = (
        [game.reading(name, step) for step in range(last + 1)]
        for name in ("height", "error", "step")
    )
    misses = sizes(*errors)
    kept = [miss > 100 * game.noise for miss in misses]
    if game.shrinks:
        assert sizes(game.reading("factor"))[0] < 1
        assert all(a > b for (a, b), k in zip(pairwise(misses), kept, strict=False) if k), each
    if game.regime == "diverge":
        assert sizes(game.reading("factor"))[0] > 1
        assert all(a < b for a, b in pairwise(misses)), each
    assert all(said(game.rate.text)[0] != said(str(border))[0] or each.learning_rate == border
               for border in (0.5, 1.0)), each  # fmt: skip
    shown = [h for h, k in zip(heights[:2], kept, strict=False) if k]  # of heights no more are
    assert each.learning_rate == 0 or differ(*shown)
    for step, (now, then) in enumerate(pairwise(heights)):
        if equals(now, steps[step], then) == "=":
            of_texts = said(now.text)[0] + said(steps[step].text)[0]
            assert abs(of_texts - said(then.text)[0]) <= 10 * game.noise, each


@pytest.mark.parametrize("count", SIZES)
def test_the_half_pipe(count: int) -> None:
    for each in params(halfpipe, count):
        story = halfpipe.run(each)
        assert not auditing.wrong(auditing.halfpipe_numbers(story)), each
        told = range(story.told + 1)
        slopes = sizes(*(story.reading("slope", step) for step in told))
        kept = [slope > 100 * story.noise for slope in slopes]
        if story.regime in ("glide", "alternate"):
            assert all(a > b for (a, b), k in zip(pairwise(slopes), kept, strict=False) if k), each
            moved = [story.reading("position", s) for s, k in zip(told, kept, strict=True) if k]
            assert differ(*moved), each
        if story.regime == "diverge":
            assert all(a < b for a, b in pairwise(slopes)), each
        assert all(story.says(line).holds() for line in halfpipe.SAYS.lines), each


def tables(random: np.random.Generator, folder: Path, count: int) -> Iterator[str]:
    """Yield files of points of all sizes that the film allows, and the article's own."""
    for number in range(count):
        if number % 3 == 0:
            yield ""
            continue
        size, decimals = 10.0 ** random.uniform(0, 3, 2), random.integers(1, 4)
        rows = np.round(random.uniform(-1, 1, (random.integers(3, 9), 2)) * size, decimals)
        file = folder / f"points{number}.csv"
        file.write_text("x,y\n" + "".join(f"{x!r},{y!r}\n" for x, y in rows.tolist()))
        yield str(file)


@pytest.mark.parametrize("count", SIZES)
def test_the_staircase(count: int, tmp_path: Path) -> None:
    random = np.random.default_rng(7)
    files = tables(random, tmp_path, count)
    for own, file in zip(params(staircase, count), files, strict=True):
        values = own.model_dump() | {"points_csv": file}
        try:
            if file:
                points = load_points(file, None)[1]
                limit = stability_limit(line_error(points.x, points.y).curvature([0, 0]))
                values["learning_rate"] = float(f"{limit * random.uniform(0.1, 1.2):.4g}")
            each = staircase.Params.parse(values)
        except (ParameterError, ValueError):
            continue
        story = staircase.run(each)
        assert not auditing.wrong(auditing.staircase_numbers(story)), each
        told, border = (said(story.reading(name).text)[0] for name in ("rate", "limit"))
        assert (told < border) == (each.learning_rate < story.limit), each
        assert told != border, each
        costs = sizes(*(story.reading("cost", step) for step in (0, 1)))
        first, second = story.costs[:2]
        if abs(first - second) > 1e-11 * first:
            assert (costs[0] < costs[1]) == (first < second), each
            assert costs[0] != costs[1], each


@pytest.mark.parametrize("count", SIZES)
def test_the_hiker(count: int) -> None:
    for each in params(hiker, count):
        story = hiker.run(each)
        assert not auditing.wrong(auditing.hiker_numbers(story)), each
