"""The strip and the bowl in a film: what moves along them, and what follows."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from manim import Rectangle, VGroup

from gdmath.experiments.reading import Format, Reading
from scenes.kit.bowl import Bowl
from scenes.kit.step import StepOnAxis
from scenes.kit.update import update_line
from scenes.stage.claims import spots
from scenes.stage.marks import follow
from scenes.stage.shots import ShotFilm
from tests.scenes.conftest import Play
from tests.scenes.inspect.sample import Params

TARGET, OFF = 100.0, -0.4


class Rolling(ShotFilm[Params]):
    """The ball rolls."""

    slug = "rolling"
    title = "Rolling"
    model = Params

    def construct(self) -> None:
        band = VGroup(Rectangle(width=3, height=0.9))
        self.light = Rectangle(width=0.1, height=0.1)
        self.bowl = bowl = Bowl(
            self, -1.0, (95.0, 105.0), lambda values: (values - TARGET) ** 2, 0.2,
            band=band, at=103.0, target=TARGET, tick=1.0, off=OFF, ends=(-6.0, 8.0),
        )  # fmt: skip
        axis = bowl.axis
        band.add(follow(self.light, lambda light: light.move_to(axis.at(bowl.at(), OFF))))
        self.cut(*bowl)
        self.play(bowl.at.animate.set_value(102.4))
        self.hold(0.2)


@pytest.fixture
def film(play: Play) -> Any:
    return play(Rolling)


def test_all_is_where_it_belongs_as_soon_as_the_dot_moves(film: Any) -> None:
    """In the very frame: what is drawn follows what has changed, not what was there before."""
    bowl, axis = film.bowl, film.bowl.axis
    bowl.at.set_value(101.7)
    film.update_mobjects(1 / 15)
    dot = axis.at(101.7, OFF)
    assert bowl.dot.ball.get_center() == pytest.approx(dot)
    assert film.light.get_center() == pytest.approx(dot)
    assert bowl.ball.ball.get_center() == pytest.approx([1.7 * 7 / 5 + 1, -1.0 + 0.2 * 1.7**2, 0])
    for mark in (bowl.ball.ball, bowl.dot.ball):
        assert vars(mark)["claim"].off(spots(mark)).max() < 1e-6


def test_the_strip_lies_between_its_ends(film: Any) -> None:
    axis = film.bowl.axis
    assert axis.at(95.0) == pytest.approx([-6, -1, 0])
    assert axis.at(105.0) == pytest.approx([8, -1, 0])


# -- the step ----------------------------------------------------------------------------------


def reading(name: str, value: float, **how: Any) -> Reading:
    return Format(2, **how).of(name, value)


@pytest.mark.parametrize(("gradient", "rate"), [(6.0, "0.1"), (-6.0, "0.3"), (6.0, "0.123")])
def test_a_step_is_a_part_of_the_gradient_turned_round(
    film: Any, gradient: float, rate: str
) -> None:
    share, axis = Fraction(rate), film.bowl.axis
    step = StepOnAxis(
        film, axis, 102.0, gradient=reading("gradient", gradient),
        step=reading("step", -float(share) * gradient, signed=True), rate=share, off=OFF,
    )  # fmt: skip
    ends = [axis.at(102.0 + k * gradient / 2, OFF)[:2] for k in range(3)]
    assert spots(step.gradient) == pytest.approx(np.array([ends[0], ends[2]]))
    for number, half in enumerate(step.halves):
        assert spots(half) == pytest.approx(np.array(ends[number : number + 2]))
    after = axis.at(102.0 - float(share) * gradient, OFF)[:2]
    assert spots(step.step) == pytest.approx(np.array([ends[0], after]))
    assert len(step.parts) == (share.denominator if share.denominator <= 12 else 1)


def test_the_gradient_turns_about_its_tail(film: Any) -> None:
    axis = film.bowl.axis
    step = StepOnAxis(
        film, axis, 102.0, gradient=reading("gradient", 2.0), step=reading("step", -0.2),
        rate=Fraction("0.1"), off=OFF,
    )  # fmt: skip
    turned, rotation = step.turn()
    rotation.begin()
    rotation.finish()
    tail, tip = (axis.at(value, OFF)[:2] for value in (102.0, 100.0))
    assert spots(turned[0]) == pytest.approx(np.array([tail, tip]))
    parts, flips = step.turn_over()
    middle = parts.get_center()[0]
    flips.begin()
    flips.finish()
    assert parts.get_center() == pytest.approx(step.parts.get_center(), abs=1e-6)
    assert middle == pytest.approx(2 * tail[0] - parts.get_center()[0], abs=1e-6)


@pytest.mark.parametrize(
    ("numbers", "text"),
    [
        ((103.0, -0.6, 102.4), "103 − 0.6 = 102.4"),
        ((97.0, 0.6, 97.6), "97 + 0.6 = 97.6"),
        ((101.536, -0.3072, 101.2288), "101.54 − 0.31 ≈ 101.23"),
    ],
)
def test_the_update_is_written_as_a_sum(
    film: Any, numbers: tuple[float, float, float], text: str
) -> None:
    before, step, after = numbers
    line = update_line(
        film, reading("height", before), reading("step", step, signed=True),
        reading("height", after),
    )  # fmt: skip
    assert line.text == text
    assert [number.value for number, _ in line.readings] == [before, abs(step), after]
