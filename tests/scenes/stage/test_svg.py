"""Outlines are read as Manim reads them, to the last bit."""

import numpy as np
import pytest
import svgelements
from hypothesis import given
from hypothesis import strategies as st
from manim import VMobjectFromSVGPath

from scenes.stage import svg

NUMBERS = st.floats(-200, 200).map(lambda number: round(number, 2))
COMMANDS = st.sampled_from(("M2", "L2", "H1", "V1", "Q4", "C6", "Z0")).flatmap(
    lambda kind: st.tuples(
        st.sampled_from((kind[0], kind[0].lower())),
        st.lists(NUMBERS, min_size=int(kind[1]), max_size=int(kind[1])),
    )
)


@given(st.lists(COMMANDS, min_size=1, max_size=12))
def test_a_path_is_what_manim_makes_of_it(commands: list[tuple[str, list[float]]]) -> None:
    drawn = [("M", [1.0, -2.0]), ("l", [3.0, 4.0])]
    for command, numbers in commands:
        drawn.append((command, numbers))
        if command in "zZ":  # what follows begins anew, in Typst's paths
            drawn += [("m", [1.0, 0.5]), ("v", [2.0])]
    path = " ".join(f"{command} {' '.join(map(str, numbers))}" for command, numbers in drawn)
    theirs = VMobjectFromSVGPath(svgelements.Path(path)).points[:, :2]
    np.testing.assert_array_equal(svg.bezier_points(path), theirs)


def test_transforms_are_applied_from_the_right() -> None:
    whole = svg.matrix("translate(3 4) matrix(1 0 0 -1 0 75)")
    assert (whole @ [2.0, 5.0, 1.0]).tolist() == [5.0, 74.0, 1.0]
    assert svg.matrix("").tolist() == np.eye(3).tolist()


def test_what_is_not_known_is_refused() -> None:
    with pytest.raises(ValueError, match="not understood"):
        svg.bezier_points("M 0 0 L 1 2 3 4")
    with pytest.raises(ValueError, match="not understood"):
        svg.matrix("skewX(30)")
