"""Whatever points a reader gives, within the documented range they make a film."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from gdmath.experiments.params import ParameterError
from gdmath.experiments.staircase import Params
from gdmath.experiments.staircase_points import LARGEST, is_drawn
from scenes.stage.inspect.playing import play, staged
from scenes.stage.layout import ASPECTS
from scenes.stage.typesetter import outlines
from scenes.staircase import Staircase
from tests.scenes.conftest import Watcher

Row = tuple[float, float]
Test = Callable[..., None]


def numbers(size: float) -> st.SearchStrategy[float]:
    """Numbers up to this size: any, whole ones, those of few digits, and the ends."""
    few = st.floats(-size, size).map(lambda number: float(f"{number:.2g}"))
    whole = st.integers(-int(size), int(size)).map(float)
    return st.floats(-size, size) | few | whole | st.sampled_from([-size, 0.0, size])


@st.composite
def tables(draw: st.DrawFn) -> list[Row]:
    """Points about as large as each other, often far from zero, on one line or on one level."""
    sizes = [draw(st.sampled_from([1e-8, 1e-5, 1e-3, 1.0, 100.0, 3e4, LARGEST])) for _ in "xy"]
    x, y = (numbers(size) for size in sizes)
    shape = draw(st.sampled_from(["any", "level", "line", "many"]))
    if shape == "many":
        x, y = (st.floats(-size, size) for size in sizes)
    rows = draw(st.lists(st.tuples(x, y), min_size=2, max_size=1_000 if shape == "many" else 8))
    if shape == "level":
        rows = [(across, rows[0][1]) for across, _ in rows]
    if shape == "line":
        rows = [(across, across * sizes[1] / sizes[0]) for across, _ in rows]
    far = draw(st.sampled_from([0.0, 0.9, -0.9])) * LARGEST
    if shape != "line" and abs(far) + sizes[0] <= LARGEST:
        rows = [(across + far, up) for across, up in rows]
    return rows


SETTINGS = st.fixed_dictionaries(
    {},
    optional={
        "a_start": numbers(100.0),
        "b_start": numbers(100.0),
        "learning_rate": st.floats(0, 1) | st.floats(-15, 0).map(lambda power: 10.0**power),
        "epochs": st.integers(1, 500),
    },
)
ISSUE = [(3e5, 3e5), (6e5, 9e5), (9e5, 6e5)]


def plays(folder: Path, rows: list[Row], told: dict[str, Any], aspect: str) -> None:
    lines = [f"{x!r},{y!r}" for x, y in rows]
    (folder / "points.csv").write_text("\n".join(["x,y", *lines]), encoding="utf-8")
    try:
        params = Params.parse({"points_csv": "points.csv", **told}, folder)
    except ParameterError as refusal:
        assume("spreads over" not in str(refusal) and "fewer than two" not in str(refusal))
        raise
    with staged(Staircase, Watcher(), params, aspect=aspect) as film:
        play(film, ends_only=True)
    assert 50 <= film.clock <= 100


@pytest.mark.parametrize("told", [{}, {"learning_rate": 1.0, "epochs": 500}])
@pytest.mark.parametrize(
    "rows",
    [
        ISSUE,
        [(-LARGEST, LARGEST), (LARGEST, -LARGEST)],
        [(LARGEST, 1.0), (LARGEST - 1000, 2.0)],
        [(0.0, 1e-9), (1e-3, 2e-9)],
    ],
    ids=["large", "largest", "narrow", "smallest"],
)
def test_the_ends_of_the_range_make_a_film(
    tmp_path: Path, rows: list[Row], told: dict[str, Any]
) -> None:
    plays(tmp_path, rows, told, "16:9")


NAMES = ["Größe", "Объём воды", "نیم\u200cفاصله"]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_in_letters_that_the_fonts_have_is_shown(tmp_path: Path, name: str) -> None:
    (tmp_path / "points.csv").write_text(f"{name};y\n1;1,5\n2;2,5\n", encoding="utf-8-sig")
    params = Params.parse({"points_csv": "points.csv"}, tmp_path)
    with staged(Staircase, Watcher(), params) as film:
        play(film, ends_only=True)


def test_the_fonts_have_every_letter_that_a_name_may_have() -> None:
    letters = [chr(code) for code in range(0x110000) if is_drawn(chr(code))]
    names = [f"\\u{{{ord(letter):x}}}" for letter in letters if letter.isprintable()]
    assert len(names) > 1_500
    for first in range(0, len(names), 100):
        outlines(f'#"{" ".join(names[first : first + 100])}"')  # raises if one is missing


def fuzz(examples: int) -> Callable[[Test], Test]:
    """Return the decorator of a test over the whole range, with so many examples."""
    slow = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture]
    often = settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],  # a play takes a second: shrinking would take minutes
        suppress_health_check=slow,
    )

    given_all = given(rows=tables(), told=SETTINGS, aspect=st.sampled_from([*ASPECTS]))
    return lambda test: often(given_all(test))


@fuzz(5)
def test_points_within_the_range_make_a_film(
    tmp_path: Path, rows: list[Row], told: dict[str, Any], aspect: str
) -> None:
    plays(tmp_path, rows, told, aspect)


@pytest.mark.soak
@fuzz(2_000)
def test_thousands_of_points_within_the_range_make_a_film(
    tmp_path: Path, rows: list[Row], told: dict[str, Any], aspect: str
) -> None:
    plays(tmp_path, rows, told, aspect)
