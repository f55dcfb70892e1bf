"""The staircase film as a whole: it plays to its end whatever it is told, and shows the run."""

from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest

from gdmath.experiments._common.points import is_drawn
from gdmath.experiments.params import ParameterError
from gdmath.experiments.staircase import PRESETS, Params, run
from scenes.kit.panes import Pane
from scenes.kit.stairs import Stair
from scenes.places.valley_above import Above
from scenes.places.valley_cut import Across, Cut
from scenes.sets.staircase import Born, Holding, Home, StairSets
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
    "epoch by epoch",
    "the limit",
    "the long way",
    "home",
]
NO_WAY = [beat for beat in BEATS if beat != "the long way"]
SMALLER = "A flatter slope makes a smaller stair."


@pytest.mark.turns(3)
@pytest.mark.parametrize(
    ("params", "beats", "said"),
    [
        ({}, BEATS, [SMALLER, "b turns back: its valley has moved."]),
        (PRESETS["too-small"], BEATS, [SMALLER, "b climbs at every epoch."]),
        (PRESETS["zigzag"], BEATS, ["Past the bottom, and back again."]),
        ({"learning_rate": 0.136}, BEATS, ["Past the bottom, and back again."]),
        (
            PRESETS["climb"],
            NO_WAY,
            ["Epoch by epoch, the line fits worse.", "a swings from side to side."],
        ),
        (PRESETS["diverge"], NO_WAY, ["At our first rate, it never gets home."]),
        ({"learning_rate": 0.27}, NO_WAY, []),
        ({"epochs": 5}, BEATS, ["Epoch by epoch, the line fits better."]),
        ({"epochs": 15}, BEATS, []),
        ({"a_start": -0.5, "b_start": 0.8}, BEATS, []),
        ({"a_start": 0.6, "b_start": -0.5}, BEATS, []),
    ],
    ids=str,
)
def test_whatever_it_is_told(
    play: Play, params: dict[str, Any], beats: list[str], said: list[str]
) -> None:
    film = play(Staircase, **params)
    assert told(film) == beats
    assert 60 <= film.clock <= 100
    assert set(said) <= {cue.text for cue in film.cues}


TABLES = {
    "to and fro": ("t,v\n0,-9\n1,4\n2,-1\n3,10\n", 0.05, -0.5, -0.5),
    "many": (
        "area,rent of a flat\n"
        + "\n".join(f"{20 + x},{3 * x + 40 * (x % 7)}" for x in range(30)),
        3e-4, 0.2, 0.5,
    ),
    "largest": ("x,y\n-1000,-300\n100,900\n1000,1000\n", 5e-7, 0.2, 0.5),
    "smallest": ("x,y\n0,1\n0.1,1.1\n0.05,1.3\n", 0.3, 0.2, 0.5),
    "Größe": ("Größe;y\n1;1,5\n2;2,5\n3;5\n", 0.1, 0.2, 0.5),
}  # fmt: skip


@pytest.mark.turns(3)
@pytest.mark.parametrize("aspect", ["16:9", "9:16"])
@pytest.mark.parametrize(("table", "rate", "a", "b"), TABLES.values(), ids=TABLES)
def test_points_of_ones_own_make_the_same_film(
    tmp_path: Path, table: str, rate: float, a: float, b: float, aspect: str
) -> None:
    (tmp_path / "own.csv").write_text(table, encoding="utf-8-sig")
    own = {"points_csv": "own.csv", "learning_rate": rate, "a_start": a, "b_start": b}
    params = Params.parse(own, tmp_path)
    with staged(Staircase, Watcher(), params, aspect=aspect) as film:
        play_film(film, ends_only=True)
    assert [beat for beat in told(film) if beat != "the long way"] == NO_WAY
    assert 50 <= film.clock <= 100


def test_a_rate_that_does_not_suit_the_points_is_refused_with_those_that_do(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text("x,y\n20,300\n70,900\n120,1000\n", encoding="utf-8")
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
    shot = Holding(sets, sets.story.pairs[0], kind="near")
    errors, panes = np.abs(sets.story.errors(*sets.story.pairs[0])), shot.fit.panes()
    sides = np.array([side(pane) for pane in panes])
    np.testing.assert_allclose(sides / shot.fit.chart.unit_y, errors, rtol=1e-9)
    mean = side(shot.mean(np.zeros((0, 2)))) / shot.fit.chart.unit_y
    assert mean**2 == pytest.approx(sets.story.costs[0])
    assert isinstance(panes[0], Pane)


def test_a_line_that_is_lifted_and_tilted_is_the_one_of_a_and_b(sets: StairSets) -> None:
    fit = Holding(sets, sets.story.pairs[0], kind="near").fit
    fit.a.set_value(0.7)
    fit.b.set_value(0.1)
    fit.beam.update()
    for spot in fit.beam.spots():
        x = fit.chart.value(float(spot[0]))
        np.testing.assert_allclose(spot, fit.chart.at(x, 0.7 * x + 0.1), atol=1e-9)


def test_the_track_of_the_ball_is_the_cost(sets: StairSets) -> None:
    born = Born(sets)
    born.fit.a.set_value(born.high)
    born.track.update()
    b = sets.story.pairs[0][1]
    for spot in born.track.spots():
        a = born.cut.chart.value(float(spot[0]))
        np.testing.assert_allclose(spot, born.cut.chart.at(a, sets.story.cost(a, b)), atol=1e-6)


def test_a_stair_is_as_long_as_the_step_and_as_high_as_the_cost_falls(sets: StairSets) -> None:
    cut = Cut(sets, sets.story, (-3.0, 2.0), (0.0, -2.0))
    stair = cut.stair(0)
    assert isinstance(stair, Stair)
    run_, fall = stair.edge - stair.start, stair.foot - stair.edge
    assert run_[0] / cut.chart.unit_x == pytest.approx(0.368)
    assert fall[1] / cut.chart.unit_y == pytest.approx(sets.story.costs[1] - sets.story.costs[0])
    np.testing.assert_allclose(stair.start, cut.spot(0))
    np.testing.assert_allclose(stair.foot, cut.spot(1))


def test_rise_over_run_is_the_slope_and_the_arrow_is_the_tread(sets: StairSets) -> None:
    cut, _ = sets.slope()
    corner, end, _ = cut.triangle()
    run_, rise = corner - cut.spot(0), end - corner
    slope = (rise[1] / cut.chart.unit_y) / (run_[0] / cut.chart.unit_x)
    assert slope == pytest.approx(sets.story.slopes[0, 0])
    tail, tip = cut.step().spots()
    assert (tip - tail)[0] / cut.chart.unit_x == pytest.approx(0.368)
    assert tail[1] == pytest.approx(tip[1])


def test_what_is_left_of_the_cost_has_the_scale_of_the_first(sets: StairSets) -> None:
    first, last = (side(pane) ** 2 for pane in Home(sets).panes())
    assert last / first == pytest.approx(sets.story.best_cost / sets.story.costs[0])


def test_the_valley_slides_to_where_the_stair_ends(sets: StairSets) -> None:
    cut = sets.stairs()
    cut.hold(float(sets.story.places[1, 1]))
    line = cut.core.spots()[:, :2]
    x, y, _ = cut.spot(1)
    assert np.interp(x, *line.T) == pytest.approx(y, abs=3e-3)


def test_from_near_everything_is_so_many_times_as_large(sets: StairSets) -> None:
    cut, to = sets.stairs(), np.array([1.0, 0.5, 0.0])
    near = cut.nearer(3.0, cut.spot(1), to)
    np.testing.assert_allclose(near.spot(1), to, atol=1e-9)
    np.testing.assert_allclose(near.spot(2) - to, 3 * (cut.spot(2) - cut.spot(1)), atol=1e-9)


def test_the_bars_of_a_chart_are_the_treads(sets: StairSets) -> None:
    steps = sets.lanes()[2]
    bars = [row[-2] for row in steps.rows[1:]]
    heights = [bar.spots()[-1, 1] - bar.spots()[0, 1] for bar in bars]
    treads = np.array(heights) / steps.chart.unit_y
    np.testing.assert_allclose(treads, sets.story.treads[:, 1], atol=1e-12)


def test_from_above_the_cost_is_the_same_all_along_a_sheets_edge(sets: StairSets) -> None:
    above = Above(sets, sets.story)
    (middle, radii), turns = above.sheets, np.linspace(0, 6, 7)
    edge = np.column_stack((np.cos(turns), np.sin(turns))) * radii + middle
    off = ((edge - above.home) / above.units)[:, above.order] @ sets.story.axes
    costs = [sets.story.cost(*place) for place in off + sets.story.best]
    np.testing.assert_allclose(costs, costs[0], rtol=1e-3)
    np.testing.assert_allclose(above.at(sets.story.best)[:2], above.home)


def test_above_the_limit_every_corner_lies_on_the_curve_and_farther_off(sets: StairSets) -> None:
    across = Across(sets, sets.story)
    feet = [stair.foot for stair in across.stairs(sets.story.rates[1])]
    line = across.core.spots()[:, :2]
    for x, y, _ in feet:
        assert np.interp(x, *line.T) == pytest.approx(y, abs=0.02)
    assert (np.diff([y for _, y, _ in feet]) > 0).all()
