"""The versions in the key are those of what would be imported, wherever it lies."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from filmrender.key import versions

ROOT = Path(__file__).parents[3]
ASK = """
import json, sys
from filmrender.key.versions import versions
print(json.dumps(versions()))
assert not {"manim", "numpy", "av"} & sys.modules.keys()
"""


def told(*search: Path) -> dict[str, str]:
    """Return the versions that a process finds with these places first in its search path."""
    ran = subprocess.run(
        [sys.executable, "-c", ASK],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, search))},
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, str] = json.loads(ran.stdout)
    return found


def package(name: str) -> Path:
    spec = find_spec(name)
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent


def test_everything_that_draws_and_encodes_has_a_version() -> None:
    found = told()
    packages = {"manim", "numpy", "av", "typst", "pycairo", "svgelements", "pillow", "scipy"}
    assert packages | {"python", "machine", "cairo", "pixman", "encoder"} <= found.keys()
    assert all(found.values())


def test_a_package_that_shadows_the_installed_one_is_another_version(tmp_path: Path) -> None:
    usual = told()
    home = package("svgelements")
    place = tmp_path / "shadow" / "svgelements"
    shutil.copytree(home, place, ignore=shutil.ignore_patterns("__pycache__"))
    shadowed = told(place.parent)
    assert {name for name in usual if usual[name] != shadowed[name]} == {"svgelements"}
    moved = shutil.copytree(place.parent, tmp_path / "elsewhere")
    assert told(moved) == shadowed  # its place decides nothing
    (place / "__init__.py").write_text("# other code\n", "utf-8")
    assert told(place.parent)["svgelements"] != shadowed["svgelements"]


def test_the_encoder_is_told_by_the_libraries_of_the_wheel_or_by_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    libraries = tmp_path / "av.libs"
    libraries.mkdir()
    (libraries / "libx264-0123.so.165").touch()
    one = versions._encoder(tmp_path / "av")
    (libraries / "libx264-0123.so.165").rename(libraries / "libx264-4567.so.165")
    assert versions._encoder(tmp_path / "av") != one
    assert versions._x264().startswith("1")  # x264's number, 165 or so
    monkeypatch.setattr(versions, "_x264", lambda: "166")
    shutil.rmtree(libraries)
    assert versions._encoder(tmp_path / "av") == "166"
