"""The staircase film as a whole: it plays to its end whatever it is told."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from gdmath.experiments.staircase import Params, run
from scenes.props.staircase_data import DataView, Guess
from scenes.props.staircase_formulas import Formulas
from scenes.props.staircase_squares import MeanSquare
from scenes.props.staircase_stairs import Enlarged, Stairs
from scenes.stage.board import Board, BoardLine
from scenes.stage.claims import Quantity
from scenes.stage.clip import clip
from scenes.stage.layout import ASPECTS, Zone
from scenes.stage.plot import Axis, Plot
from scenes.stage.theme import DARK
from scenes.staircase import Staircase
from tests.scenes.conftest import Play

BEATS = [
    "three minutes of pouring",
    "a first guess",
    "two slopes",
    "one stair",
    "ten epochs",
    "how good can it get",
    "too low, too high",
]


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("aspect", ["16:9", "1:1", "9:16"])
def test_all_beats_in_every_theme_and_shape(play: Play, theme: str, aspect: str) -> None:
    film = play(Staircase, aspect=aspect, theme=theme)
    assert [name for name, _ in film.beats] == BEATS
    assert 50 <= film.clock <= 100


@pytest.mark.parametrize(
    "params",
    [
        *({"learning_rate": rate} for rate in (0.0, 1e-9, 0.173, 0.2, 1.0)),
        *({"epochs": epochs} for epochs in (1, 2, 500)),
        {"a_start": 100.0, "b_start": -100.0},
        {"a_start": 1.1, "b_start": -1 / 15},
        {"b_start": 100.0, "learning_rate": 0.5},
    ],
    ids=str,
)
def test_the_extremes_play_to_their_end(play: Play, params: dict[str, Any]) -> None:
    film = play(Staircase, **params)
    assert [name for name, _ in film.beats] == BEATS
    assert 50 <= film.clock <= 100


TABLES = {
    "two points": "t,v\n0,1\n10,-4\n",
    "on one line": "x,y\n" + "\n".join(f"{x},{2 * x + 1}" for x in range(-3, 4)),
    "level": "x,y\n1,5\n2,5\n3,5\n4,5\n",
    "many and large": "area,price of a flat\n"
    + "\n".join(f"{20 + x},{40_000 + 1500 * x + 9_000 * (x % 7)}" for x in range(80)),
}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_points_of_ones_own_play_to_their_end(play: Play, tmp_path: Path, table: str) -> None:
    (tmp_path / "own.csv").write_text(table, encoding="utf-8")
    film = play(Staircase, points_csv="own.csv", learning_rate=1e-4)
    assert [name for name, _ in film.beats] == BEATS
    assert 50 <= film.clock <= 100


def test_every_point_of_the_last_picture_is_finite(play: Play) -> None:
    for mobject in play(Staircase, learning_rate=1.0).mobjects:
        for part in mobject.get_family():
            assert np.isfinite(part.points).all(), part.name


# The areas are the squared errors


def view_at(moment: float, zone: Zone | None = None) -> DataView:
    story, layout = run(Params.parse({})), ASPECTS["16:9"]
    guess = Guess(story.at, Quantity("moment", moment))
    return DataView(story, guess, zone or layout.stage, layout, DARK)


@pytest.mark.parametrize("moment", [0.0, 0.5, 1.0, 10.0])
def test_the_squares_have_the_area_of_the_squared_errors(moment: float) -> None:
    view = view_at(moment)
    sides = np.ptp(view.corners(), axis=1)[:, :2]
    np.testing.assert_allclose(sides[:, 0], sides[:, 1])
    errors = view.story.errors(*view.story.at(moment))
    np.testing.assert_allclose((sides[:, 1] / view.unit) ** 2, errors**2, rtol=1e-9)


@pytest.mark.parametrize("moment", [0.0, 1.0, 10.0])
def test_the_mean_square_has_the_area_of_the_cost(moment: float) -> None:
    view, layout = view_at(moment), ASPECTS["16:9"]
    mean = MeanSquare(view.story, view, layout.rail, layout, DARK)
    side = mean.square.width / view.unit
    assert side**2 == pytest.approx(view.story.cost(*view.story.at(moment)))


def test_a_first_guess_far_off_still_has_room_for_its_squares() -> None:
    story, layout = run(Params.parse({"b_start": 100.0})), ASPECTS["1:1"]
    guess = Guess(story.at, Quantity("moment", 0.0))
    view = DataView(story, guess, layout.stage, layout, DARK, largest=1.0)
    sides = np.ptp(view.corners(), axis=1)[:, 1]
    assert sides.max() == pytest.approx(1.0)
    assert view.zone.holds(view.squares)


def test_the_plot_makes_room_for_the_first_guess_wherever_the_run_is() -> None:
    story, layout = run(Params.parse({"b_start": 63.2, "learning_rate": 1.0})), ASPECTS["16:9"]
    first, last = (
        DataView(story, Guess(story.at, Quantity("moment", at)), layout.rail, layout, DARK)
        for at in (0.0, story.epochs)
    )
    assert first.y == last.y
    low, high = last.corners().min(axis=(0, 1)), last.corners().max(axis=(0, 1))
    inner = last.plot.inner
    assert inner.left <= low[0] <= high[0] <= inner.right


# The derivations and the enlargement find room


@pytest.mark.parametrize("start", [{}, {"a_start": 1.1, "b_start": -0.0666666667}], ids=str)
def test_derivations_beside_each_other_have_one_size(start: dict[str, Any]) -> None:
    layout = ASPECTS["1:1"]
    formulas = Formulas(run(Params.parse(start)), layout, DARK)
    left, right = formulas.derivation_zones()
    sizes = [formulas.chain(left)[1].lines[0].size, formulas.slopes(right).lines[0].size]
    assert sizes[0] == pytest.approx(sizes[1], rel=0.03)
    assert min(sizes) >= layout.small


def test_the_strongest_curvature_is_exactly_12(tmp_path: Path) -> None:
    file = tmp_path / "twelve.csv"
    file.write_text("x,y\n-3,1\n0,2\n3,0\n")
    layout = ASPECTS["16:9"]
    formulas = Formulas(run(Params.parse({"points_csv": str(file)})), layout, DARK)
    lines = formulas.limit(Board(layout.rail, layout, DARK))
    boards = [line for line in lines.submobjects if isinstance(line, BoardLine)]
    texts = ["".join(row.text for row in line.rows) for line in boards]
    assert texts[0].endswith(" = 12: strongest curvature")
    assert texts[2].endswith(" ≈ 0.167")


@pytest.mark.parametrize("values", [[0, 1, 2], [4, 3, 2]], ids=["at the right", "at the left"])
@pytest.mark.parametrize("costs", [[3.9, 3, 2.5], [1.5, 1, 0.5]], ids=["beside", "below"])
def test_no_beam_runs_behind_the_panel(values: list[float], costs: list[float]) -> None:
    plot = Plot(Zone(0, 0, 8, 4), Axis(0, 4), Axis(0, 4), theme=DARK, size=0.1)
    corner = Zone(5, 2, 8, 4) if values[0] == 0 else Zone(0, 2, 3, 4)
    closer = Enlarged(Stairs(plot, values, costs, DARK), 0, corner, DARK, 0.1)
    for beam in closer.beams:
        assert len(clip(beam.spots(), corner.inset(0.01))) == 0


# Stairs and clipping


def test_a_stair_is_a_tread_and_then_a_riser() -> None:
    plot = Plot(Zone(0, 0, 4, 4), Axis(0, 4), Axis(0, 4), theme=DARK, size=0.3)
    stairs = Stairs(plot, [1, 3, 2], [3, 1, 0.5], DARK)
    corners = [(1, 3), (3, 3), (3, 1), (2, 1), (2, 0.5)]
    drawn = stairs.until(2.0).line.spots()
    np.testing.assert_allclose(drawn, [plot.at(*corner) for corner in corners], atol=1e-9)
    halfway = stairs.until(0.2).line.spots()
    np.testing.assert_allclose(halfway, [plot.at(1, 3), plot.at(2, 3)], atol=1e-9)


def test_stairs_end_where_their_plot_ends() -> None:
    plot = Plot(Zone(0, 0, 4, 4), Axis(0, 4), Axis(0, 4), theme=DARK, size=0.3)
    drawn = Stairs(plot, [1, 9], [3, 1], DARK).until(1.0).line.spots()
    np.testing.assert_allclose(drawn, [plot.at(1, 3), plot.at(4, 3)], atol=1e-9)


def test_clipping_keeps_the_pieces_inside() -> None:
    zone = Zone(0, 0, 2, 1)
    path = np.array([[-1, 0.5, 0], [1, 0.5, 0], [1, 3, 0], [5, 3, 0], [1, -1, 0.0]])
    pieces = clip(path, zone)
    expected = np.array([[[0, 0.5], [1, 0.5]], [[1, 0.5], [1, 1]]])
    np.testing.assert_allclose(pieces[:2, :, :2], expected)
    assert len(clip(np.array([[0.5, 0.5, 0], [0.5, 0.5, 0]]), zone)) == 0
    assert len(clip(np.array([[-1, 2, 0], [3, 2, 0.0]]), zone)) == 0
