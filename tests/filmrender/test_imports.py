"""Imports run downwards: the renderer knows nothing of films."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
# What a package may import of the project, besides itself.
BELOW = {
    "gdmath": set[str](),
    "filmrender": set[str](),
    "scenes": {"filmrender", "gdmath"},
    "gdvideo": {"filmrender", "gdmath", "scenes"},
}
ROOMS = ("key", "drawing", "encoding", "output")  # of the renderer, from below
FILES = sorted((PROJECT / "filmrender").rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def upwards(package: str, code: Path) -> list[str]:
    own = BELOW.keys() | {"tests", "benchmarks"}
    allowed = BELOW[package] | {package}
    return [name for name in imported(code) if name.partition(".")[0] in own - allowed]


@pytest.mark.parametrize("package", BELOW)
def test_no_package_imports_one_above_it(package: str) -> None:
    files = (PROJECT / package).rglob("*.py")
    assert {str(path): found for path in files if (found := upwards(package, path))} == {}


def test_an_import_upwards_is_found(tmp_path: Path) -> None:
    code = tmp_path / "code.py"
    code.write_text("def late():\n    from scenes.stage import film\n")
    assert upwards("filmrender", code) == ["scenes.stage.film"]


@pytest.mark.parametrize("number", range(len(ROOMS)), ids=ROOMS)
def test_no_room_of_the_renderer_imports_one_above_it(number: int) -> None:
    above = tuple(f"filmrender.{room}." for room in ROOMS[number + 1 :])
    names = [
        name
        for path in (PROJECT / "filmrender" / ROOMS[number]).glob("*.py")
        for name in imported(path)
    ]
    assert names
    assert [name for name in names if name.startswith(above or ("nothing",))] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PROJECT)))
def test_the_renderer_names_no_film_and_none_of_their_settings(path: Path) -> None:
    films = [film.stem for film in (PROJECT / "scenes").glob("[a-z]*.py")]
    assert len(films) >= 4
    named = "|".join(["GDVIDEO", "gdvideo", "gdmath", "scenes[./]", *films])
    assert re.findall(named, path.read_text()) == []
