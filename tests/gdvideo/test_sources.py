"""Where parameters come from: what is meant is clear, or it is refused."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gdvideo.check import _plays
from gdvideo.cli import main, parse
from gdvideo.errors import Usage
from gdvideo.parameters import Choice, choose
from gdvideo.project import film, films
from scenes.stage.inspect import __main__ as worker
from scenes.stage.inspect.watch import Report
from tests.gdvideo.project import Project

Ask = Callable[..., tuple[int, str]]


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Ask:
    """Return a function that answers a command line with its exit code and what it said."""

    def ask(*words: str) -> tuple[int, str]:
        code = main(words)
        said = capsys.readouterr()
        return code, said.out + said.err

    return ask


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        (".3", 0.3),
        ("+.3", 0.3),
        ("1.", 1.0),
        ("0.3", 0.3),
        ("1", 1.0),
        (".5e-2", 0.005),
        ("01.2", 1.2),
    ],
)
def test_a_number_is_set_as_people_type_it(typed: str, number: float) -> None:
    chosen = choose(film("laser"), Choice(values=(("learning_rate", typed),)))
    assert chosen.values["learning_rate"] == number


@pytest.mark.parametrize("typed", [".", "", ".e3", "0,3", ".3.3", "-.3", "1_0.5_", "５", "1e5000"])
def test_what_is_no_number_is_refused_by_name(typed: str) -> None:
    with pytest.raises(
        Usage, match=r"^learning_rate = .* is not allowed: a number from 0.005 to 1.25$"
    ):
        choose(film("laser"), Choice(values=(("learning_rate", typed),)))


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ["check", "--set", "steps=5"],
            f"--set is for one film, and these are {len(films())}: {', '.join(films())}",
        ),
        (
            ["check", "laser", "hiker", "laser", "--set", "learning_rate=0.3"],
            "--set is for one film, and these are 2: laser, hiker",
        ),
        (
            ["check", "laser", "hiker", "--preset", "zigzag"],
            "--preset is for one film, and these are 2: laser, hiker",
        ),
    ],
)
def test_a_check_of_several_films_takes_no_values_of_one(
    ask: Ask, words: list[str], sentence: str
) -> None:
    assert ask(*words) == (2, f"{sentence}\n")


@pytest.mark.parametrize(
    ("variable", "value", "words", "sentence"),
    [
        ("PARAMS", "none.toml", ["render", "laser"], "say --params none.toml, or unset it"),
        ("PARAMS", "none.toml", ["params", "laser"], "say --params none.toml, or unset it"),
        ("PARAMS", "none.toml", ["list"], "unset it"),
        ("PARAMS", "none.toml", ["build"], "unset it"),
        ("THEME", "light", ["render", "laser"], "say --theme light, or unset it"),
        ("ASPECT", "1:1", ["sheet", "laser"], "say --aspect 1:1, or unset it"),
    ],
)
def test_what_only_manim_reads_is_not_passed_over(
    ask: Ask,
    monkeypatch: pytest.MonkeyPatch,
    variable: str,
    value: str,
    words: list[str],
    sentence: str,
) -> None:
    monkeypatch.setenv(f"GDVIDEO_{variable}", value)
    told = f"GDVIDEO_{variable}={value} is for manim render alone: {sentence}\n"
    assert ask(*words) == (2, told)


@pytest.mark.parametrize("words", [["--preset", "zigzag"], ["--params=mine.toml"]])
def test_an_option_says_what_holds_instead_of_a_variable(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, words: list[str]
) -> None:
    monkeypatch.setenv("GDVIDEO_PARAMS", "none.toml")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.toml").write_text("[laser]\nsteps = 7\n", "utf-8")
    assert ask("params", "laser", *words)[0] == 0


def test_a_relative_file_that_is_not_there_says_where_it_was_looked_for(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    told = f"a/p.toml: there is no such file in {tmp_path}\n"
    assert ask("params", "laser", "--params", "a/p.toml") == (2, told)


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a parameter file in a, its points beside it, and others where we stand."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "p.toml").write_text('[staircase]\npoints_csv = "points.csv"\n', "utf-8")
    (tmp_path / "a" / "points.csv").write_text("beside,y\n1,2\n2,3\n3,5\n", "utf-8")
    (tmp_path / "points.csv").write_text("here,y\n1,2\n2,3\n3,5\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


STAIRCASE = film("staircase")


def x_name(**choice: Any) -> str:
    params: Any = choose(STAIRCASE, Choice(**choice)).params
    assert all(path.is_absolute() for path in params.data_files().values())
    name: str = params.points.x_name
    return name


def test_points_lie_beside_the_file_that_names_them(elsewhere: Path) -> None:
    assert x_name(file=Path("a/p.toml")) == "beside"
    assert x_name(file=Path("a/p.toml"), values=(("epochs", "5"),)) == "beside"
    (elsewhere / "link.toml").symlink_to("a/p.toml")
    assert x_name(file=Path("link.toml")) == "here"
    assert x_name(file=Path("link.toml"), values=(("epochs", "5"),)) == "here"


def test_points_that_are_named_on_the_command_line_lie_where_it_is_given(elsewhere: Path) -> None:
    named = (("points_csv", "points.csv"),)
    assert x_name(file=Path("a/p.toml"), values=named) == "here"
    assert x_name(values=named) == "here"
    (elsewhere / "points.csv").unlink()
    assert x_name(file=Path("a/p.toml"), values=named) == "beside"


def test_points_of_another_folder_are_not_taken_instead(elsewhere: Path) -> None:
    (elsewhere / "a" / "points.csv").unlink()
    with pytest.raises(Usage, match=r"points_csv = 'points.csv' .* there is no such file in .*a$"):
        choose(STAIRCASE, Choice(file=Path("a/p.toml")))


@pytest.mark.usefixtures("elsewhere")
def test_a_check_reads_the_same_points(monkeypatch: pytest.MonkeyPatch) -> None:
    args: argparse.Namespace = parse(["check", "staircase", "--params", "a/p.toml"])
    seen = []

    def note(_film: object, params: Any, *_look: object) -> Report:
        seen.append(params.points.x_name)
        return Report({}, 0.0)

    monkeypatch.setattr(worker, "inspect_film", note)
    plays = list(_plays(args))
    monkeypatch.chdir("/")
    for play in plays:
        worker.answer(play.job())
    assert set(seen) == {"beside"}


def test_a_stray_table_makes_no_film_and_says_why(project: Project) -> None:
    project.run("build", "near", "-ql")
    made = project.film("Near").read_bytes()
    project.tell("[near]\nsteps = 1\n[Naer]\n")
    sentence = "[Naer] is no film's table; did you mean near? (near, wide)"
    assert sentence in project.run("list", "-ql")
    assert sentence in project.run("render", "near", "-ql", code=2)
    assert sentence in project.run("build", "near", "-ql", code=2)
    assert project.film("Near").read_bytes() == made
