"""The staircase film's numbers, against article 001, closed forms and theory."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdmath.descent import Stop, descend
from gdmath.experiments.parameter_file import PROJECT
from gdmath.experiments.params import ParameterError, load_params
from gdmath.experiments.staircase import CLOSEST, LEAST, MOST, Params, Staircase, run
from gdmath.optimizer import GradientDescent
from gdmath.theory import errors_after

X, Y = np.array([1.0, 2.0, 3.0]), np.array([1.2, 1.8, 3.4])
LIMIT = 0.1802948509750734


def stairs(**values: object) -> Staircase:
    return run(Params.parse(values))


def from_csv(folder: Path, text: str, **values: object) -> Staircase:
    (folder / "points.csv").write_text(text, encoding="utf-8")
    return run(Params.parse({"points_csv": "points.csv", **values}, folder))


def text(story: Staircase, name: str, step: int | None = None) -> str:
    return story.reading(name, step).text


def test_the_first_epoch_as_it_is_told() -> None:
    story = stairs()
    assert [text(story, name, 0) for name in "ab"] == ["0.200", "0.500"]
    assert [text(story, name) for name in ("run", "rise")] == ["0.2", "−1.227"]
    assert text(story, "slope", 0) == "−6.13"
    assert [text(story, f"tread {name}", 0) for name in "ab"] == ["+0.368", "+0.148"]
    assert [text(story, name, 1) for name in "ab"] == ["0.568", "0.648"]
    assert [text(story, "cost", step) for step in (0, 1)] == ["2.117", "0.366"]
    assert text(story, "riser", 0) == "−1.750"
    assert [text(story, "squared error", point) for point in range(3)] == ["0.25", "0.81", "5.29"]


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
    assert [text(story, name, 10) for name in ("a", "b", "cost")] == ["0.793", "0.631", "0.125"]
    assert (text(story, "epoch", 10), story.epochs) == ("10", 10)


def test_no_line_costs_less_than_0_0556() -> None:
    story = stairs()
    assert text(story, "best cost") == "0.0556"
    assert story.best == pytest.approx((1.1, -1 / 15))
    assert story.best_cost == pytest.approx(1 / 18)


def test_the_minimum_is_not_reached_at_the_2nd_or_3rd_epoch_but_at_the_177th() -> None:
    story = stairs()
    # The article: "reached quite quickly in reality (from the 2nd and 3rd epochs)".
    assert (story.costs[[2, 3]] > 2.5 * story.best_cost).all()
    assert story.reached_at == 177
    rest = descend(story.objective, [0.2, 0.5], GradientDescent(0.06), Stop(steps=177))
    assert rest.values[177] <= 1.01 * story.best_cost < rest.values[176]
    np.testing.assert_allclose(story.costs_after(np.arange(178)), rest.values, rtol=1e-9)


def test_the_limit_is_0_180_with_a_rate_on_either_side() -> None:
    story = stairs()
    assert text(story, "limit") == "0.180"
    assert story.limit == pytest.approx(LIMIT)
    assert [story.quantities["learning rate"].of(rate).text for rate in story.rates] == [
        "0.06", "0.2",
    ]  # fmt: skip


def test_steps_across_the_valley_are_the_runs_own_along_its_steepest_direction() -> None:
    story = stairs()
    values, vectors = np.linalg.eigh(story.objective.curvature(story.best))
    steepest = vectors[:, np.argmax(values)]
    start = np.asarray(story.best) + 0.3 * steepest
    for rate in story.rates:
        trial = descend(story.objective, start, GradientDescent(rate), Stop(steps=4))
        off = (trial.parameters - story.best) @ steepest / 0.3
        np.testing.assert_allclose(story.across(rate), off, rtol=1e-9)


def test_b_turns_back_and_its_treads_grow_again() -> None:
    story = stairs()
    assert int(np.argmax(story.places[:, 1])) == 3
    sizes = np.abs(story.treads[:, 1])
    assert sizes[3] < sizes[7]  # so no sentence may say that all stairs shrink


@pytest.mark.parametrize(
    ("rate", "falls"), [(0.002, True), (0.17, True), (0.2, False), (0.25, False)]
)
def test_what_the_learning_rate_makes_of_the_cost(rate: float, falls: bool) -> None:
    story = stairs(learning_rate=rate)
    assert (story.leads_down(), story.gets_home()) == (falls, falls)


def test_the_valley_is_narrow_and_each_epoch_goes_farther_across_it_than_along_it() -> None:
    story = stairs()
    assert story.is_narrow()
    across, along = story.axes @ (story.places[:11] - story.best).T
    np.testing.assert_allclose(across[1:] / across[:-1], story.factors[0], rtol=1e-9)
    np.testing.assert_allclose(along[1:] / along[:-1], story.factors[1], rtol=1e-9)
    assert abs(story.factors[0]) < 0.34
    assert 0.98 < story.factors[1] < 1


def test_a_stair_begins_and_ends_where_the_run_does() -> None:
    story = stairs()
    assert story.stair(0) == pytest.approx((0.2, 2.1166667, 0.568, 0.3663), rel=1e-4)


def test_a_slope_that_is_exact_but_for_floating_point_is_said_to_be(tmp_path: Path) -> None:
    table = "x,y\n1,1000\n2,-500.1\n3,0.1\n4,0\n"
    story = from_csv(tmp_path, table, a_start=0, b_start=0, learning_rate=0.05)
    told = story.reading("slope", 0)
    assert told.text == "−0.05"
    assert told.value != -0.05
    assert told.exact


@given(st.floats(-0.5, 0.6), st.floats(-0.5, 0.8), st.floats(0.002, 0.27), st.integers(5, 15))
def test_the_run_follows_the_closed_form_and_everything_stays_finite(
    a: float, b: float, rate: float, epochs: int
) -> None:
    try:
        story = stairs(a_start=a, b_start=b, learning_rate=rate, epochs=epochs)
    except ParameterError:
        return
    curvature = story.objective.curvature(story.best)
    first = story.places[0] - story.best
    errors = errors_after(curvature, first, rate, np.arange(story.epochs + 1))
    scale = np.abs(story.places).max()
    np.testing.assert_allclose(story.places - story.best, errors, rtol=1e-9, atol=1e-9 * scale)
    assert np.isfinite(story.costs_after([0, 1, 10])).all()


@given(st.floats(-100, 100))
def test_the_bottom_of_a_slice_is_where_its_slope_is_zero(held: float) -> None:
    story = stairs()
    slope = story.objective.gradient([story.bottom(held), held])[0]
    assert slope == pytest.approx(0, abs=1e-9 * (1 + abs(held)))


def test_the_ledger_knows_every_number_that_is_told() -> None:
    story = stairs()
    for name, quantity in story.quantities.items():
        if callable(quantity.values):  # a number that changes while the line is moved
            continue
        for value in np.atleast_1d(np.asarray(quantity.values)).tolist():
            reading = quantity.of(value)
            assert np.isclose(np.asarray(story.ledger[name]), reading.value).any(), name


# What is refused


@pytest.mark.parametrize(
    ("rate", "allowed"),
    [
        (0.99 * LEAST * LIMIT, False), (1.01 * LEAST * LIMIT, True), (0.1802, False),
        ((1 - 1.1 * CLOSEST) * LIMIT, True), ((1 + 1.1 * CLOSEST) * LIMIT, True),
        (0.99 * MOST * LIMIT, True), (1.01 * MOST * LIMIT, False),
    ],
)  # fmt: skip
def test_learning_rates_whose_stairs_cannot_be_seen(rate: float, allowed: bool) -> None:
    if allowed:
        assert stairs(learning_rate=rate).epochs
        return
    with pytest.raises(
        ParameterError, match=r"it must be from 0\.0018 to 0\.27, and not within 0\.5%"
    ):
        Params.parse({"learning_rate": rate})


def test_the_best_line_is_no_first_guess(tmp_path: Path) -> None:
    with pytest.raises(ParameterError, match="must cost less than that"):
        from_csv(tmp_path, "x,y\n1,1\n2,0.8\n3,1.2\n", a_start=0.1, b_start=0.8, learning_rate=0.06)


def test_the_stairs_lead_to_the_right(tmp_path: Path) -> None:
    with pytest.raises(ParameterError, match="a greater a must cost less than that"):
        from_csv(tmp_path, "x,y\n1,3\n2,2.2\n3,1\n", a_start=0.6)


# Points from a file


def test_points_lie_beside_the_parameter_file_and_their_file_is_known(tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("hour,load\n0,1\n2,5\n1,3.3\n", encoding="utf-8")
    table = '[staircase]\npoints_csv = "mine.csv"\nlearning_rate = 0.1\n'
    (tmp_path / "p.toml").write_text(table, encoding="utf-8")
    params = load_params(Params, "staircase", tmp_path / "p.toml")
    assert params.data_files() == {"points_csv": tmp_path / "mine.csv"}
    story = run(params)
    assert story.x_name == "hour"
    assert story.best == pytest.approx((2.0, 1.1))
    assert not story.pours()


def test_without_a_file_the_points_are_the_containers() -> None:
    params = Params.parse({})
    assert params.data_files() == {}
    np.testing.assert_array_equal(params.points.x, X)
    np.testing.assert_array_equal(params.points.y, Y)
    assert run(params).pours()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("x,y\n1,2\n1,3\n", "has fewer than two different values of x"),
        ("x,y\n1,2\n", "has fewer than two different values of x"),
        ("x,y\n1,2\n2,nan\n", "line 3, column 2: y is 'nan'; it must be a finite decimal number"),
        ("1,2\n3,4\n", "line 1, column 1: 1 is a number; the first line must name the columns"),
        ("x,y\n1,2\n2,3\n", "it has 2 points; a film shows 3 to 30"),
        ("x,y\n1,2\n2,2e3\n3,4\n", "y is 2000 in size; a film shows at most 1000"),
        ("x,y\n999.5,2\n1000,3\n999,1\n", "x spreads over 1; it must be 100 or more"),
        ("x,y\n1,5\n2,5\n3,5\n", "y spreads over 0; it must be 0.5 or more"),
        ("x,y\n1,3\n2,5\n3,7\n", "all points are on one line"),
        (
            "x,時間\n1,2\n2,3\n3,3\n",
            "the column's name '時間' has '時', which the films' fonts lack",
        ),
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
    story = from_csv(tmp_path, "minutes in the bath,litres\n1,2\n2,3\n3,3.5\n")
    assert story.x_name == "minutes in th…"
