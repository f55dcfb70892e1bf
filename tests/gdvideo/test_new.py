"""A film of one's own, as `gdvideo new` writes it: it renders, passes the check and its test."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.gdvideo.project import HERE, Project

MOST_LINES = 120
LAST = '        "Step against the slope:'
PLACES = "gdmath/experiments/{}.py", "scenes/{}.py", "tests/gdmath/experiments/test_{}.py"
WRITTEN = [place.format("bowl") for place in PLACES]


def whole(root: Path) -> Project:
    """Return a project with all that films are made of."""
    project = Project.make(root)
    for name in ("figures", "kit", "places", "worlds"):
        shutil.copytree(HERE / "scenes" / name, root / "scenes" / name)
    samples = "gdmath/experiments/samples.py"
    shutil.copy(HERE / samples, root / samples)
    return project


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project with a new film."""
    project = whole(tmp_path_factory.mktemp("new"))
    assert "render bowl" in project.run("new", "bowl")
    return project


def test_it_renders_at_once(made: Project) -> None:
    assert str(made.film("Bowl")) in made.run("render", "bowl", "-q", "l")
    assert made.film("Bowl").stat().st_size > 10_000


@pytest.fixture(scope="module")
def valleys(made: Project) -> Project:
    """The project with another new film, changed as the README says."""
    made.run("new", "valleys")
    words = (HERE / "README.md").read_text("utf-8").partition("## Add a film of your own\n")[2]
    told = re.findall(r"```(?:python|toml)\n(.*?)```", words, re.DOTALL)
    curve, sentence, table, steps = told[:4]
    experiment, _, test = (made.root / place.format("valleys") for place in PLACES)
    text = experiment.read_text("utf-8")
    start, own, line = (text.index(mark) for mark in ("CURVE =", "# Each line", LAST))
    text = text[:start] + curve + "\n\n" + text[own:line] + sentence + text[line:]
    experiment.write_text(text, "utf-8")
    test.write_text(test.read_text("utf-8").partition("    x = ")[0] + steps, "utf-8")
    tables = (made.root / "params.toml").read_text("utf-8").partition("[valleys]")[0]
    made.tell(tables + table)
    return made


@pytest.mark.parametrize(
    ("slug", "look"),
    [("bowl", ("--aspect", "9:16")), ("bowl", ("--aspect", "1:1", "--preset", "diverge")),
     ("valleys", ("--aspect", "16:9", "--theme", "dark", "--samples", "1"))],
)  # fmt: skip
def test_nothing_is_wrong_with_it(valleys: Project, slug: str, look: tuple[str, ...]) -> None:
    assert "2 looks, no findings." in valleys.run("check", slug, *look)


def test_its_test_passes(valleys: Project) -> None:
    tests = [PLACES[2].format(slug) for slug in ("bowl", "valleys")]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests]
    ran = subprocess.run(command, cwd=valleys.root, capture_output=True, text=True, check=False)
    assert "2 passed" in ran.stdout, ran.stdout


@pytest.mark.parametrize("slug", ["bowl", "valleys"])
def test_it_is_short_and_keeps_to_the_house_s_rules(valleys: Project, slug: str) -> None:
    root, written = valleys.root, [place.format(slug) for place in PLACES]
    table = re.search(rf"\[{slug}\]\n(\S.*\n)*", (root / "params.toml").read_text("utf-8"))
    assert table is not None
    texts = [table[0], *[(root / name).read_text("utf-8") for name in written]]
    assert sum(len(text.splitlines()) for text in texts) <= MOST_LINES
    shutil.copy(HERE / "pyproject.toml", root / "pyproject.toml")
    for command in (["check", "--no-cache"], ["format", "--check", "--no-cache"]):
        ran = subprocess.run(
            ["ruff", *command, *written], cwd=root, capture_output=True, text=True, check=False
        )
        assert ran.returncode == 0, ran.stdout


@pytest.mark.parametrize(
    ("slug", "why"),
    [
        ("near", "'near' is a film already: "),
        ("Bowl", "'Bowl' cannot be a film's name: it must be a small letter"),
        ("2d", "'2d' cannot be"),
        ("a-b", "'a-b' cannot be"),
        ("a/b", "'a/b' cannot be"),
        ("while", "'while' cannot be"),
        ("random", "'random' cannot be a film's name: it is a Python module's"),
        ("numpy", "'numpy' cannot be a film's name: it is a Python module's"),
    ],
)
def test_a_name_that_cannot_be_is_refused(shared: Project, slug: str, why: str) -> None:
    assert shared.run("new", slug, code=2).startswith(why)


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    project = Project.make(tmp_path)
    for name in WRITTEN:
        place = tmp_path / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text("mine", "utf-8")
        said = project.run("new", "bowl", code=2)
        assert f"{place} is there already; nothing has been written" in said
        assert place.read_text("utf-8") == "mine"
        place.unlink()
    project.tell("[near]\nsteps = 1\n\n[bowl]\nx = 1\n")
    assert "has a table [bowl] already" in project.run("new", "bowl", code=2)
    assert not any((tmp_path / name).exists() for name in WRITTEN)
    project.tell("[near\n")
    assert "params.toml cannot be read" in project.run("new", "bowl", code=2)
