"""Manim starts without what films hardly ever use, and has it all the same."""

import os
import subprocess
import sys

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from manim.utils import space_ops

from gdvideo.lean import Rotation
from gdvideo.project import ROOT

USES = """
import sys
from gdvideo.lean import import_manim
import_manim()
late = {"bs4", "isosurfaces", "networkx", "scipy", "urllib.request"}
assert late.isdisjoint(sys.modules), late.intersection(sys.modules)
from manim import Code, Graph, ImplicitFunction, Square
Square().rotate(0.5)
assert late.isdisjoint(sys.modules), late.intersection(sys.modules)
assert len(ImplicitFunction(lambda x, y: x * x + y * y - 1).points)
Code(code_string="x = 1", language="python", add_line_numbers=False)
print(sorted(Graph([1, 2], [(1, 2)], layout="circular").vertices))
import networkx, scipy
import urllib.request
assert urllib.request.urlopen.__module__ == "urllib.request"
print(networkx.path_graph(3).number_of_edges(), scipy.__version__)
"""


def lean(*arguments: str, told: str = "") -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, input=told, text=True, capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False,
    )  # fmt: skip


@given(st.lists(st.floats(-10, 10), min_size=3, max_size=3), st.sampled_from((1.0, 1e-3, 1e-9)))
def test_rotations_are_scipys(axis: list[float], share: float) -> None:
    vector = share * np.array(axis)
    ours = Rotation.from_rotvec(vector).as_matrix()
    theirs = vars(space_ops)["Rotation"].from_rotvec(vector).as_matrix()
    # On the machines where both compute with plain doubles they are the same to the last bit.
    np.testing.assert_allclose(ours, theirs, rtol=0, atol=1e-15)


def test_what_is_put_off_is_there_when_it_is_used() -> None:
    ran = lean("-c", USES)
    assert ran.stdout.splitlines()[0] == "[1, 2]", ran.stderr
    assert ran.stdout.splitlines()[1].startswith("2 "), ran.stderr


def test_a_process_that_is_never_told_what_to_make_ends() -> None:
    ran = lean("-m", "gdvideo.lean")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
