"""The staircase film's numbers, against article 001, closed forms and theory."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdmath.descent import Stop, descend
from gdmath.experiments.parameter_file import PROJECT
from gdmath.experiments.params import ParameterError, load_params
from gdmath.experiments.staircase import Params, Staircase, run
from gdmath.optimizer import GradientDescent
from gdmath.theory import errors_after

X, Y = np.array([1.0, 2.0, 3.0]), np.array([1.2, 1.8, 3.4])


def stairs(**values: object) -> Staircase:
    return run(Params.parse(values))


def from_csv(folder: Path, text: str, **values: object) -> Staircase:
    (folder / "points.csv").write_text(text, encoding="utf-8")
    return run(Params.parse({"points_csv": "points.csv", **values}, folder))


def test_points_stand_clear_of_the_axis_of_a_large_plot() -> None:
    (_, (low, high)) = stairs(b_start=63.0).window
    assert (Y.min() - low) / (high - low) > 0.12
    assert stairs().window[1][0] == 0


def test_a_line_below_the_points_stands_clear_of_the_axis() -> None:
    (_, (low, high)) = stairs(b_start=-100.0).window
    assert (-100.0 - low) / (high - low) > 0.12


def test_a_run_from_the_best_line_does_not_climb() -> None:
    assert stairs(a_start=1.1, b_start=-0.0666666667).outcome == "still"


def test_the_first_epoch_as_it_is_told() -> None:
    story = stairs()
    now, then = story.epoch(0), story.epoch(1)
    assert [r.text for r in now.place] == ["0.2", "0.5"]
    assert [r.text for r in now.slopes] == ["−6.13", "−2.47"]
    assert [r.text for r in now.moves] == ["+0.368", "+0.148"]
    assert [r.text for r in then.place] == ["0.568", "0.648"]
    assert (now.cost.text, then.cost.text) == ("2.117", "0.366")
    assert now.riser is not None
    assert now.riser.text == "−1.750"
    assert [s.text for s in story.first_squares] == ["0.25", "0.81", "5.29"]
    assert now.equals(then, 0) == "≈"


def test_the_articles_code_with_the_product_that_its_update_of_a_has_lost() -> None:
    # The article prints `a = a -_learningrate * (-2 * / N)`, which is no Python.
    story, a, b = stairs(), 0.2, 0.5
    for epoch in range(11):
        np.testing.assert_allclose(story.places[epoch], [a, b], rtol=1e-12)
        missing = Y - (a * X + b)
        assert story.costs[epoch] == pytest.approx((missing**2).mean(), rel=1e-12)
        a -= 0.06 * (-2 * (X * missing).sum() / 3)
        b -= 0.06 * (-2 * missing.sum() / 3)


def test_the_tenth_epoch_costs_0_125_which_is_not_close_to_zero() -> None:
    story = stairs()
    last = story.epoch(10)
    assert [r.text for r in last.place] == ["0.793", "0.631"]
    assert last.cost.text == "0.125"
    assert last.riser is None


def test_no_line_costs_less_than_0_0556() -> None:
    story = stairs()
    assert [story.best_parameter(i).text for i in (0, 1)] == ["1.1", "−0.067"]
    assert story.best_mse.text == "0.0556"
    assert story.best == pytest.approx((1.1, -1 / 15))
    assert story.best_cost == pytest.approx(1 / 18)


def test_the_minimum_is_not_reached_at_the_2nd_or_3rd_epoch_but_at_the_177th() -> None:
    story = stairs()
    # The article: "reached quite quickly in reality (from the 2nd and 3rd epochs)".
    assert (story.costs[[2, 3]] > 2.5 * story.best_cost).all()
    assert story.long.reached_at == 177
    rest = descend(story.objective, [0.2, 0.5], GradientDescent(0.06), Stop(steps=177))
    assert rest.values[177] <= 1.01 * story.best_cost < rest.values[176]
    np.testing.assert_allclose(story.long.at(177), rest.parameters[177], rtol=1e-9)


def test_the_limit_is_0_180_with_a_run_on_either_side() -> None:
    story = stairs()
    assert story.limit_told.text == "0.180"
    low, below, above = story.trials
    assert low.rate < story.params.learning_rate < below.rate < story.limit < above.rate
    assert (np.diff(low.trajectory.values) < 0).all()
    assert (np.diff(below.trajectory.values) < 0).all()
    assert (np.diff(above.trajectory.values) > 0).all()
    assert above.climbs
    assert not below.climbs


def test_the_stairs_shrink_and_b_turns_back() -> None:
    story = stairs()
    assert story.outcome == "falls"
    assert story.shrinks
    assert story.turns_back
    assert int(np.argmax(story.places[:, 1])) == 3


@pytest.mark.parametrize(
    ("rate", "outcome"),
    [(0.0, "still"), (1e-6, "falls"), (0.18, "falls"), (0.185, "climbs"), (1.0, "diverges")],
)
def test_what_the_learning_rate_makes_of_the_cost(rate: float, outcome: str) -> None:
    story = stairs(learning_rate=rate)
    assert story.outcome == outcome
    assert (story.diverged is not None) == (outcome == "diverges")
    assert (story.long.reached_at is None) == (outcome != "falls")


def test_a_riser_ends_on_the_parabola_as_it_is_after_both_have_moved() -> None:
    story = stairs()
    a, b = story.places[1]
    for piece, value, held, before in zip(story.slices, (a, b), (b, a), (0.5, 0.2), strict=True):
        assert piece.cost(value, held) == pytest.approx(story.costs[1], rel=1e-12)
        assert abs(piece.cost(value, before) - story.costs[1]) > 0.1


def test_raising_b_flattens_the_best_slope() -> None:
    story = stairs()
    bottoms = [story.slices[0].bottom(b) for b in (0.0, 0.5, 1.0)]
    assert story.coupling == "flatter"
    np.testing.assert_allclose(np.diff(bottoms), -0.5 * X.sum() / (X**2).sum(), rtol=1e-12)


@pytest.mark.parametrize(
    ("rows", "coupling"),
    [("-1,0\n0,1\n1,2", "same"), ("-3,0\n-1,1", "higher"), ("1,-1\n2,-4", "lower")],
)
def test_other_points_couple_a_and_b_otherwise(tmp_path: Path, rows: str, coupling: str) -> None:
    assert from_csv(tmp_path, f"x,y\n{rows}\n").coupling == coupling


guesses = st.floats(-100, 100)


@given(guesses, guesses, st.just(0.0) | st.floats(1e-6, 1), st.integers(1, 60))
def test_the_run_follows_the_closed_form_and_everything_stays_finite(
    a: float, b: float, rate: float, epochs: int
) -> None:
    story = stairs(a_start=a, b_start=b, learning_rate=rate, epochs=epochs)
    curvature = story.objective.curvature(story.best)
    first = story.places[0] - story.best
    errors = errors_after(curvature, first, rate, np.arange(story.epochs + 1))
    scale = np.abs(story.places).max()
    np.testing.assert_allclose(story.places - story.best, errors, rtol=1e-9, atol=1e-9 * scale)
    for piece in story.slices:
        low, high = piece.window
        assert low < high
        for held in story.places[:2, 1 - piece.which]:
            curve = piece.curve(float(held))
            if curve is not None:
                values, costs = curve
                assert low <= values.min() <= values.max() <= high
                assert costs.max() <= piece.top
                assert np.isfinite(costs).all()
    assert np.isfinite(story.long.costs).all()
    assert np.isfinite(story.trial_window[0]).all()


@given(guesses, guesses)
def test_the_bottom_of_a_slice_is_where_its_slope_is_zero(a: float, b: float) -> None:
    story = stairs()
    for piece, held in zip(story.slices, (b, a), strict=True):
        place = [held, held]
        place[piece.which] = piece.bottom(held)
        assert story.slopes(*place)[piece.which] == pytest.approx(0, abs=1e-9 * (1 + abs(held)))


def test_the_film_tries_each_parameter_alone_before_the_run() -> None:
    story = stairs()
    start = tuple(story.places[0])
    assert story.at(0.0) == story.at(-2.0) == start
    a, b = story.at(-1.0)
    assert b == start[1]
    assert story.slices[0].window[0] < a < story.slices[0].window[1]
    assert story.at(-3.0)[0] == start[0]
    assert story.at(1.0) == tuple(story.places[1])


def test_the_strongest_curvature_is_above_those_along_a_and_b_alone() -> None:
    story = stairs()
    alone = [2 * float((X**2).mean()), 2.0]
    assert [story.curvature(which).value for which in (0, 1)] == pytest.approx(alone)
    strongest = np.linalg.eigvalsh([[alone[0], 2 * X.mean()], [2 * X.mean(), alone[1]]])[-1]
    assert story.steepest.value == pytest.approx(strongest)
    assert story.steepest.value > max(alone)


def test_a_short_run_stays_on_the_parabola_of_its_moment() -> None:
    story = stairs()
    for a, b in story.trials[2].trajectory.parameters:
        curve = story.trial_curve(float(b))
        assert curve is not None
        assert np.interp(a, *curve) == pytest.approx(story.cost(a, b), rel=1e-3)


def test_the_ledger_knows_every_number_that_is_told() -> None:
    story = stairs()
    ledger = story.ledger
    first, second = story.epoch(0), story.epoch(1)
    told = [*first.place, *second.place, first.cost, *first.slopes, *first.moves, story.best_mse]
    told += [*story.first_squares, story.first_sum, story.rate, story.limit_told, story.steepest]
    told += [story.trial_rate(trial.rate) for trial in story.trials]
    told += [story.curvature(0), story.curvature(1)]
    for reading in told:
        assert np.isclose(np.asarray(ledger[reading.name]), reading.value).any(), reading.name
    now = ledger["MSE now"]
    assert callable(now)
    assert now(3.0) == pytest.approx(story.costs[3])


# Points from a file


def test_points_lie_beside_the_parameter_file_and_their_file_is_known(tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("hour,load\n0,1\n2,5\n", encoding="utf-8")
    (tmp_path / "p.toml").write_text('[staircase]\npoints_csv = "mine.csv"\n', encoding="utf-8")
    params = load_params(Params, "staircase", tmp_path / "p.toml")
    assert params.data_files() == {"points_csv": tmp_path / "mine.csv"}
    story = run(params)
    assert story.names == ("hour", "load")
    assert story.best == pytest.approx((2.0, 1.0))
    assert story.best_cost == 0.0
    assert not story.pours


def test_without_a_file_the_points_are_the_containers() -> None:
    params = Params.parse({})
    assert params.data_files() == {}
    np.testing.assert_array_equal(params.points.x, X)
    np.testing.assert_array_equal(params.points.y, Y)
    assert run(params).pours


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("x,y\n1,2\n1,3\n", "has fewer than two different values of x"),
        ("x,y\n1,2\n", "has fewer than two different values of x"),
        ("x,y\n1,2\n2,nan\n", "line 3, column 2: y is 'nan'; it must be a finite decimal number"),
        ("1,2\n3,4\n", "line 1, column 1: 1 is a number; the first line must name the columns"),
        ("x,y\n1,2\n2,2e6\n", "y is 2e+06 in size; a film shows at most 1e+06"),
        ("x,y\n999.5,2\n1000,3\n", "x spreads over 0.5; it must be 1 or more"),
        ("x,y\n1,1e-300\n2,2e-300\n", "y spreads over 1e-300; it must be 0, or 1e-09 or more"),
        ("x,y\n1,9e5\n2,9.00000000001e5\n", "; it must be 0, or 0.0009 or more"),
        ("x,時間\n1,2\n2,3\n", "the column's name '時間' has '時', which the films' fonts lack"),
    ],
)
def test_a_file_that_cannot_be_shown_gets_one_sentence(
    tmp_path: Path, text: str, sentence: str
) -> None:
    with pytest.raises(ParameterError) as caught:
        from_csv(tmp_path, text)
    message = str(caught.value)
    assert message.startswith("points_csv = 'points.csv' is not allowed: ")
    assert sentence in message
    assert "\n" not in message


def test_a_file_that_is_not_there_gets_the_nearest_name(tmp_path: Path) -> None:
    (tmp_path / "flats.csv").write_text("x,y\n1,2\n2,3\n", encoding="utf-8")
    with pytest.raises(ParameterError) as caught:
        Params.parse({"points_csv": "flat.csv"}, tmp_path)
    assert str(caught.value) == (
        "points_csv = 'flat.csv' is not allowed: there is no such file in "
        f"{tmp_path}; did you mean flats.csv?"
    )


def test_the_table_in_the_projects_parameters_is_the_default() -> None:
    assert load_params(Params, "staircase", PROJECT / "params.toml") == Params.parse({})


def test_a_long_name_is_cut_to_what_the_plots_have_room_for(tmp_path: Path) -> None:
    story = from_csv(tmp_path, "minute,litres in the container\n1,2\n2,3\n")
    assert story.names == ("minute", "litres in the…")
