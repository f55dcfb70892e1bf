"""The bowl of soup: its wall is the loss, whatever side the start is on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from gdmath.experiments import soup
from scenes.kit.pot import RIM, Pot
from scenes.stage.words import Words
from tests.scenes.kit.stages import blank


@pytest.fixture
def film() -> Iterator[Any]:
    yield from blank(soup)


@pytest.mark.parametrize("start", [3, 13])
def test_the_start_is_on_the_left_and_as_high_as_its_loss(film: Any, start: int) -> None:
    pot = Pot(film, soup.run(soup.Params(start=start)), (1.0, -2.0), 4.0, 2.0, -2.6)
    np.testing.assert_allclose(pot.point(start), [-3.0, 0.0, 0.0], atol=1e-9)
    np.testing.assert_allclose(pot.point(8), [1.0, -2.0, 0.0], atol=1e-9)
    np.testing.assert_allclose(pot.point(16 - start), [5.0, 0.0, 0.0], atol=1e-9)
    np.testing.assert_allclose(pot.carrot.ball.get_center(), pot.point(start), atol=1e-9)
    ends = pot.wall.core.points[[0, -1]]
    np.testing.assert_allclose(sorted(ends[:, 0]), [1 - 4 * RIM, 1 + 4 * RIM], atol=1e-6)
    # Half-way to the best a loss is a quarter; the ruler has the same place below.
    middle = (start + 8) / 2
    np.testing.assert_allclose(pot.point(middle), [-1.0, -1.5, 0.0], atol=1e-9)
    np.testing.assert_allclose(pot.ruler.at(middle), [-1.0, -2.6, 0.0], atol=1e-9)


@pytest.mark.parametrize("start", [3, 13])
def test_its_slope_points_uphill(film: Any, start: int) -> None:
    pot = Pot(film, soup.run(soup.Params(start=start)), (1.0, -2.0), 4.0, 2.0, -2.6)
    line, head = pot.tangent(start, 1.0)
    rise = np.diff(line.spots()[[0, -1], :2], axis=0)[0]
    assert abs(rise[1] / rise[0]) == pytest.approx(1.0)  # twice 2 up for 4 across
    assert head.spots()[1][0] < head.spots()[0][0]
    assert head.spots()[1][1] > head.spots()[0][1]
    along, way = pot.along(start, 0.5, 10), 1 if start < 8 else -1
    np.testing.assert_allclose(along.at(start), pot.point(start), atol=1e-9)
    down = np.array([1.0, -1.0, 0.0]) / np.sqrt(2)
    np.testing.assert_allclose(along.at(start + 2 * way), pot.point(start) + down, atol=1e-9)
    assert len(pot.ruler.rulers[0].marks) > 8


def test_numbers_stand_below_the_ruler_and_what_is_over_the_rim_is_out(film: Any) -> None:
    run = soup.run(soup.Params())
    pot = Pot(film, run, (1.0, -2.0), 4.0, 2.0, -2.6)
    assert pot.inside(run.blind) == [*range(3, 15)]  # the rim is 5.72 from 8
    assert pot.inside(run.salts) == run.salts.tolist()
    number, name = pot.numbers("salt", run.reading("salt", 1))
    texts = [words.text for words in (number, name) if isinstance(words, Words)]
    assert texts == ["4", "salt"]
    assert number.get_x() == pytest.approx(float(pot.ruler.at(4)[0]), abs=1e-6)
    assert number.get_top()[1] < -2.6


@pytest.mark.parametrize("start", [3, 13])
def test_what_is_felt_and_what_is_added_lie_where_the_salt_is(film: Any, start: int) -> None:
    run = soup.run(soup.Params(start=start))
    pot = Pot(film, run, (1.0, -2.0), 4.0, 2.0, -2.6)
    arrow, number = pot.step(1.0)
    ends = arrow.get_left(), arrow.get_right()
    np.testing.assert_allclose([float(end[0]) for end in ends], [-3.0, -2.2], atol=1e-9)
    assert number.get_bottom()[1] > arrow.get_top()[1]
    pull = pot.pull(3.0, 0.5)
    assert np.linalg.norm(pull.gradient.tip - pull.gradient.tail) == pytest.approx(3.0)
    assert np.linalg.norm(pull.step.tip - pull.step.tail) == pytest.approx(0.3)  # a tenth
    assert pull.gradient.tip[1] > pull.gradient.tail[1] > pull.step.tip[1]
    numbers = pot.probed(*map(run.loss, run.probes), values=run.probes, size=1.0)
    for (words, level, _), salt in zip(numbers, run.probes, strict=True):
        assert words.get_right()[0] < pot.point(salt)[0]
        assert level.get_right()[0] == pytest.approx(pot.point(salt)[0], abs=0.11)
        assert words.get_y() == pytest.approx(pot.point(salt)[1])
