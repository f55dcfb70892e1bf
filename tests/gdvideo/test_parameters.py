"""A parameter that is changed makes its film stale, no other, and no old pixel survives."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from gdmath.experiments.params import Params
from gdvideo.parameters import Choice, choose, experiment, to_toml
from gdvideo.project import film, films
from tests.gdvideo.project import HERE, Project


@pytest.fixture
def whole(tmp_path: Path) -> Project:
    """A copy of the project, with its films."""
    copy = tmp_path / "whole"
    for name in ("filmkey", "gdmath", "gdvideo", "scenes"):
        shutil.copytree(HERE / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path in (*HERE.glob("*.toml"), HERE / "manim.cfg"):
        shutil.copy(path, copy / path.name)
    (copy / "points.csv").write_text("x,y\n1,2\n2,3\n3,5\n", "utf-8")
    return Project(copy)


def others(slug: str, folder: Path) -> Iterator[tuple[str, object]]:
    """Yield each parameter of a film with another value that is allowed; data is in ``folder``."""
    model: type[Params] = experiment(film(slug)).Params
    base = choose(film(slug), Choice()).values
    for name, about in model.model_json_schema()["properties"].items():
        now = base[name]
        lowest, highest = about.get("minimum", 0), about.get("maximum", 1)
        candidates = [*about.get("enum", []), *(path.name for path in folder.glob("*.csv"))]
        if isinstance(now, int | float):
            candidates = [now + 1, now - 1, now * 1.1, (lowest + highest) / 2, highest]
        for value in candidates:
            if value != now and allowed(model, {**base, name: value}, folder):
                yield name, value
                break
        else:
            raise AssertionError(f"{slug}: no other value for {name}")


def allowed(model: type[Params], values: dict[str, object], folder: Path) -> bool:
    try:
        model.parse(values, folder)
    except ValueError:
        return False
    return True


def states(project: Project) -> dict[str, str]:
    rows = [line.split(None, 2) for line in project.run("list", "-ql").splitlines()]
    return {row[0]: row[2] for row in rows if len(row) == 3 and (":" in row[1] or row[1] == "-")}


def check(project: Project, tables: dict[str, dict[str, object]], slug: str, change: str) -> None:
    """Render with these parameters in the used media folder and in a new one."""
    project.tell("\n".join(to_toml(name, values) for name, values in tables.items()))
    stale = {name for name, state in states(project).items() if state != "fresh"}
    assert stale == {slug}, change
    project.run("build", "-ql")
    project.run("build", slug, "-ql", "--media", "clean")
    for path in (project.root / "clean" / "videos" / slug / "480p15").glob("*.mp4"):
        used = project.root / "media" / "videos" / slug / "480p15" / path.name
        assert used.read_bytes() == path.read_bytes(), change
    shutil.rmtree(project.root / "clean")


def test_one_changed_parameter_of_a_small_film(project: Project) -> None:
    tables: dict[str, dict[str, object]] = {"near": {}, "wide": {}}
    project.tell("")
    project.run("build", "-ql")
    for name, value in (("side", 1.5), ("shape", "ring")):
        tables["near"][name] = value
        check(project, tables, "near", name)


@pytest.mark.soak
@pytest.mark.parametrize("slug", [*films(HERE)])
def test_every_parameter_of_every_film(whole: Project, slug: str) -> None:
    base: dict[str, dict[str, object]] = {
        name: choose(one, Choice()).values for name, one in films(HERE).items()
    }
    whole.tell("\n".join(to_toml(name, values) for name, values in base.items()))
    whole.run("build", "-ql")
    for name, value in others(slug, whole.root):
        check(whole, base | {slug: {**base[slug], name: value}}, slug, f"{slug}.{name} = {value}")
        whole.tell("\n".join(to_toml(key, values) for key, values in base.items()))
        whole.run("build", "-ql")
