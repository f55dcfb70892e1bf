"""The staircase film as a whole: it plays to its end whatever it is told, and shows the run."""

from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest

from gdmath.experiments.params import ParameterError
from gdmath.experiments.staircase import PRESETS, Params, run
from gdmath.experiments.staircase_points import LARGEST, is_drawn
from scenes.kit.panes import Pane
from scenes.kit.stairs import Stair
from scenes.sets.staircase import Fitting, StairSets
from scenes.sets.staircase_charts import Steps
from scenes.sets.staircase_valley import Across, Cut
from scenes.stage.inspect.playing import play as play_film
from scenes.stage.inspect.playing import staged
from scenes.stage.typesetter import outlines
from scenes.staircase import Staircase
from tests.scenes.conftest import Play, Watcher, told

BEATS = [
    "which line?",
    "the cost",
    "the valley",
    "the tread",
    "one stair",
    "the line, epoch by epoch",
    "a, epoch by epoch",
    "b, epoch by epoch",
    "the cost, epoch by epoch",
    "the long way",
    "the limit",
    "home",
]
NO_WAY = [beat for beat in BEATS if beat != "the long way"]


UP = "Too large a rate, and the stairs lead up."
SMALLER = "A flatter slope makes a smaller stair."


@pytest.mark.parametrize(
    ("params", "beats", "said"),
    [
        ({}, BEATS, [SMALLER, "b turns back: its valley has moved."]),
        (PRESETS["too-small"], BEATS, [SMALLER, "b climbs at every epoch."]),
        (PRESETS["zigzag"], BEATS, ["Past the bottom, and back again."]),
        (PRESETS["climb"], NO_WAY, ["Every riser lifts the cost.", "a swings from side to side."]),
        (PRESETS["diverge"], NO_WAY, ["At this rate, it does not get home."]),
        ({"learning_rate": 0.27}, NO_WAY, []),
        ({"epochs": 1}, BEATS, ["Every riser lowers the cost."]),
        ({"epochs": 200}, NO_WAY, []),
        ({"a_start": -2.0, "b_start": 3.0}, BEATS, []),
        ({"a_start": 2.0, "b_start": -3.0}, BEATS, ["a turns back: its valley has moved."]),
        ({"a_start": 0.0, "b_start": 2.5}, BEATS, ["Hold a, lift the line: a valley of costs."]),
    ],
    ids=str,
)
def test_whatever_it_is_told(
    play: Play, params: dict[str, Any], beats: list[str], said: list[str]
) -> None:
    film = play(Staircase, **params)
    assert told(film) == beats
    assert 60 <= film.clock <= 95
    lines = [cue.text for cue in film.cues]
    assert set(said) <= set(lines)


TABLES = {
    "two points": ("t,v\n0,1\n10,-4\n", 0.004),
    "on one line": ("x,y\n" + "\n".join(f"{x},{2 * x + 1}" for x in range(-3, 4)), 0.05),
    "level": ("x,y\n1,5\n2,5\n3,5\n4,5\n", 0.03),
    "many and large": (
        "area,price of a flat\n"
        + "\n".join(f"{20 + x},{40_000 + 1500 * x + 9_000 * (x % 7)}" for x in range(80)),
        1e-4,
    ),
    "largest": (f"x,y\n{-LARGEST},{LARGEST}\n{LARGEST},{-LARGEST}\n", 5e-13),
    "narrow": (f"x,y\n{LARGEST},1\n{LARGEST - 1000},2\n", 5e-13),
    "smallest": ("x,y\n0,1e-9\n0.001,2e-9\n", 0.3),
    "Größe": ("Größe;y\n1;1,5\n2;2,5\n", 0.1),
    "Объём воды": ("Объём воды;y\n1;1,5\n2;2,5\n", 0.1),
}


@pytest.mark.parametrize("aspect", ["16:9", "9:16"])
@pytest.mark.parametrize(("table", "rate"), TABLES.values(), ids=TABLES)
def test_points_of_ones_own_make_the_same_film(
    tmp_path: Path, table: str, rate: float, aspect: str
) -> None:
    (tmp_path / "own.csv").write_text(table, encoding="utf-8-sig")
    params = Params.parse({"points_csv": "own.csv", "learning_rate": rate}, tmp_path)
    with staged(Staircase, Watcher(), params, aspect=aspect) as film:
        play_film(film, ends_only=True)
    assert [beat for beat in told(film) if beat != "the long way"] == NO_WAY
    assert 60 <= film.clock <= 95


def test_a_rate_that_does_not_suit_the_points_is_refused_with_those_that_do(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text("x,y\n20,300\n120,2000\n", encoding="utf-8")
    with pytest.raises(ParameterError, match=r"for these points it must be from 1\.\d+e-06 to"):
        Params.parse({"points_csv": "own.csv"}, tmp_path)


def test_the_fonts_have_every_letter_that_a_name_may_have() -> None:
    letters = [chr(code) for code in range(0x110000) if is_drawn(chr(code))]
    names = [f"\\u{{{ord(letter):x}}}" for letter in letters if letter.isprintable()]
    assert len(names) > 1_500
    for first in range(0, len(names), 100):
        outlines(f'#"{" ".join(names[first : first + 100])}"')  # raises if one is missing


# What is drawn is the run's


@pytest.fixture(params=["16:9", "9:16"])
def sets(request: pytest.FixtureRequest) -> Any:
    with staged(Staircase, Watcher(), Params(), aspect=request.param) as film:
        yield StairSets(cast(Staircase, film), run(Params()))


def side(pane: Any) -> float:
    return float(np.ptp(pane[0].points[:, 0]))


def test_the_panes_have_the_area_of_the_squared_errors(sets: StairSets) -> None:
    fitting = Fitting(sets)
    errors = np.abs(sets.story.errors(*fitting.first))
    panes = sets.panes(fitting.chart, *fitting.first)
    sides = np.array([side(pane) for pane in panes])
    np.testing.assert_allclose(sides / fitting.chart.unit_y, errors, rtol=1e-9)
    mean = side(fitting.mean(fitting.spots())) / fitting.chart.unit_y
    assert mean**2 == pytest.approx(sets.story.costs[0])
    assert isinstance(panes[0], Pane)


def test_a_stair_is_as_long_as_the_step_and_as_high_as_the_cost_falls(sets: StairSets) -> None:
    cut = Cut(sets, (-3.0, 2.0), (0.0, -2.0))
    stair = cut.stair(0)
    assert isinstance(stair, Stair)
    run_, fall = stair.edge - stair.start, stair.foot - stair.edge
    assert run_[0] / cut.chart.unit_x == pytest.approx(0.368)
    assert fall[1] / cut.chart.unit_y == pytest.approx(sets.story.costs[1] - sets.story.costs[0])
    np.testing.assert_allclose(stair.start, cut.spot(0))
    np.testing.assert_allclose(stair.foot, cut.spot(1))


def test_the_valley_slides_to_where_the_stair_ends(sets: StairSets) -> None:
    cut = Cut(sets, (-3.0, 2.0), (0.0, -2.0))
    cut.held.set_value(float(sets.story.places[1, 1]))
    cut.core.update()
    line = cut.core.spots()[:, :2]
    x, y, _ = cut.spot(1)
    assert np.interp(x, *line.T) == pytest.approx(y, abs=1e-3)


def test_the_bars_of_a_chart_are_the_treads(sets: StairSets) -> None:
    steps = Steps(sets, "b", sets.story.places[:, 1], "doubting")
    bars = [row[1] for row in steps.rows("here")[1:]]
    heights = [bar.spots()[-1, 1] - bar.spots()[0, 1] for bar in bars]
    treads = np.array(heights) / steps.chart.unit_y
    np.testing.assert_allclose(treads, sets.story.treads[:, 1], atol=1e-12)


def test_above_the_limit_every_corner_lies_on_the_curve_and_farther_off(sets: StairSets) -> None:
    across = Across(sets)
    feet = [stair.foot for stair in across.stairs(sets.story.rates[2])]
    line = across.core.spots()[:, :2]
    for x, y, _ in feet:
        assert np.interp(x, *line.T) == pytest.approx(y, abs=0.02)
    assert (np.diff([y for _, y, _ in feet]) > 0).all()
