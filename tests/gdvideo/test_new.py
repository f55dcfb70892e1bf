"""A film of one's own, as `gdvideo new` writes it: it renders, passes the check and its test."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.gdvideo.project import HERE, Project

MOST_LINES = 120
WRITTEN = [
    "gdmath/experiments/bowl.py", "scenes/bowl.py", "tests/gdmath/experiments/test_bowl.py",
]  # fmt: skip


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


def test_nothing_is_wrong_with_it(made: Project) -> None:
    assert "6 looks, no findings." in made.run("check", "bowl")
    assert "no findings" in made.run("check", "bowl", "--preset", "diverge", "--theme", "dark")


def test_its_test_passes(made: Project) -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", WRITTEN[2]]
    ran = subprocess.run(command, cwd=made.root, capture_output=True, text=True, check=False)
    assert "1 passed" in ran.stdout, ran.stdout


def test_it_is_short_and_keeps_to_the_house_s_rules(made: Project) -> None:
    table = (made.root / "params.toml").read_text("utf-8").partition("[bowl]")[2]
    lines = sum(len((made.root / name).read_text("utf-8").splitlines()) for name in WRITTEN)
    assert lines + len(table.splitlines()) <= MOST_LINES
    shutil.copy(HERE / "pyproject.toml", made.root / "pyproject.toml")
    for command in (["check", "--no-cache"], ["format", "--check", "--no-cache"]):
        ran = subprocess.run(
            ["ruff", *command, *WRITTEN], cwd=made.root, capture_output=True, text=True, check=False
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
