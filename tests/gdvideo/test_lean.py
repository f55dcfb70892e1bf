"""Manim starts without what films hardly ever use, and has it all the same."""

import importlib
import json
import os
import subprocess
import sys
from pathlib import Path

import manim
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmrender.quick.rotations import Rotation
from gdvideo.project import ROOT
from tests.altered_manim import alter, with_manim

USES = """
import sys
from gdvideo.lean import import_manim
import_manim()
late = {"networkx", "scipy"}
assert late.isdisjoint(sys.modules), late.intersection(sys.modules)
from manim import Graph, Square
Square().rotate(0.5)
assert late.isdisjoint(sys.modules), late.intersection(sys.modules)
print(sorted(Graph([1, 2], [(1, 2)], layout="circular").vertices))
import networkx, scipy
print(networkx.path_graph(3).number_of_edges(), scipy.__version__)
"""
REFUSED = """
import sys
from gdvideo.lean import Unforeseen, _putting_off
for need in sys.argv[1:]:
    try:
        with _putting_off():
            exec("from scipy.spatial.transform import Rotation\\n" + need, {})
    except Unforeseen as refusal:
        print(refusal)
"""
TURNS = """
import sys
from gdvideo.lean import import_manim
import_manim()
from manim import Square
print(Square().rotate(0.5).get_vertices().tolist())
print("scipy" in sys.modules)
"""
SCIPYS = importlib.import_module("scipy.spatial.transform").Rotation
SPACE = "manim.utils.space_ops"
NEEDS = {
    "a-value": "EYE = Rotation.identity()",
    "a-value-and-is-content-without": "try: EYE = Rotation.identity()\nexcept Exception: EYE = 0",
    "a-base-class": "class Turn(Rotation): pass",
    "a-kind": "IS = isinstance(3, Rotation)",
    "another-name": "from scipy.spatial.transform import Slerp",
    "another-module": "from scipy.stats import norm",
    "a-version": "import scipy\nOLD = getattr(scipy, '__version__', '0') < '1'",
    "all-names": "from networkx import *",
    "whether-there-is-a-name": "import networkx\nHAS = hasattr(networkx.layout, 'never')",
}


def lean(
    *arguments: str, told: str = "", environment: dict[str, str] | None = None
) -> "subprocess.CompletedProcess[str]":
    """Run Python; what is told stays open, for the renderer ends with its input."""
    command = [sys.executable, *arguments]
    told_by, end = os.pipe()
    try:
        os.write(end, told.encode())
        if not told:
            os.close(end)
        return subprocess.run(
            command, cwd=ROOT, stdin=told_by, text=True, capture_output=True,
            env=environment or {**os.environ, "PYTHONPATH": str(ROOT)}, check=False,
        )  # fmt: skip
    finally:
        os.close(told_by)
        if told:
            os.close(end)


def asked_for_its_version(folder: Path) -> tuple[int, str]:
    """Return how a process with the Manim of ``folder`` ends, and its log."""
    log = folder / "log"
    told = {"arguments": ["--version"], "environment": {}, "log": str(log)}
    ran = lean(
        "-m", "gdvideo.lean",
        told=json.dumps(told) + "\n", environment=with_manim(folder, ROOT),
    )  # fmt: skip
    return ran.returncode, log.read_text("utf-8")


@given(st.lists(st.floats(-10, 10), min_size=3, max_size=3), st.sampled_from((1.0, 1e-3, 1e-9)))
def test_rotations_are_scipys(axis: list[float], share: float) -> None:
    vector = share * np.array(axis)
    ours = Rotation.from_rotvec(vector).as_matrix()
    theirs = SCIPYS.from_rotvec(vector).as_matrix()
    # On the machines where both compute with plain doubles they are the same to the last bit.
    np.testing.assert_allclose(ours, theirs, rtol=0, atol=1e-15)


def test_what_is_put_off_is_there_when_it_is_used() -> None:
    ran = lean("-c", USES)
    assert ran.stdout.splitlines()[0] == "[1, 2]", ran.stderr
    assert ran.stdout.splitlines()[1].startswith("2 "), ran.stderr


def test_a_process_that_is_never_told_what_to_make_ends() -> None:
    ran = lean("-m", "gdvideo.lean")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")


def test_the_pinned_manim_is_not_imported_whole(tmp_path: Path) -> None:
    alter(tmp_path, SPACE)
    code, log = asked_for_its_version(tmp_path)
    assert (code, log.split()) == (0, ["Manim", "Community", f"v{manim.__version__}"])


def test_whatever_is_needed_at_once_of_what_is_put_off_is_refused() -> None:
    ran = lean("-c", REFUSED, *NEEDS.values())
    assert len(ran.stdout.splitlines()) == len(NEEDS), ran.stdout + ran.stderr
    assert all(line.startswith("it asks for ") for line in ran.stdout.splitlines())


@pytest.mark.parametrize("name", ["a-value-and-is-content-without", "another-module"])
def test_a_manim_that_needs_at_once_what_is_put_off_is_imported_whole(
    name: str, tmp_path: Path
) -> None:
    alter(tmp_path, SPACE, ("", NEEDS[name]))
    code, log = asked_for_its_version(tmp_path)
    assert code == 0, log
    assert "imported whole" in log
    assert f"v{manim.__version__}" in log


def test_a_manim_that_rotates_in_another_way_does_so(tmp_path: Path) -> None:
    """What is substituted has another name, so that nothing is."""
    alter(tmp_path, SPACE, ("import Rotation", "import Rotation as R"), ("= Rotation.", "= R."))
    ours = lean("-c", TURNS).stdout.splitlines()
    theirs = lean("-c", TURNS, environment=with_manim(tmp_path, ROOT)).stdout.splitlines()
    assert (ours[1], theirs[1]) == ("False", "True")
    np.testing.assert_allclose(json.loads(ours[0]), json.loads(theirs[0]), rtol=0, atol=1e-15)


def test_a_manim_that_cannot_be_imported_at_all_says_why(tmp_path: Path) -> None:
    alter(tmp_path, SPACE, ("", "raise ValueError('out of order')"))
    code, log = asked_for_its_version(tmp_path)
    assert code == 1
    assert log.splitlines()[-1] == "ValueError: out of order"
