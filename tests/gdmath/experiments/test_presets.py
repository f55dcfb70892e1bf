"""A preset does what its name says."""

import numpy as np
import pytest

from gdmath.experiments import halfpipe, hiker, laser, staircase

GAME = {
    "too-small": "glide",
    "one-step": "hit",
    "zigzag": "alternate",
    "bounce": "bounce",
    "diverge": "diverge",
}


@pytest.mark.parametrize("name", GAME)
def test_on_a_parabola(name: str) -> None:
    assert laser.run(laser.Params.parse(laser.PRESETS[name])).regime == GAME[name]
    assert halfpipe.run(halfpipe.Params.parse(halfpipe.PRESETS[name])).regime == GAME[name]
    assert laser.PRESETS.keys() == halfpipe.PRESETS.keys() == GAME.keys()


def test_on_the_stairs() -> None:
    runs = {
        name: staircase.run(staircase.Params.parse(values))
        for name, values in staircase.PRESETS.items()
    }
    down = {name: run.leads_down() for name, run in runs.items()}
    assert down == {"too-small": True, "zigzag": True, "climb": False, "diverge": False}
    assert runs["diverge"].trajectory.diverged_at
    moves = np.diff(runs["zigzag"].places, axis=0)
    assert (np.sum(moves[1:] * moves[:-1], axis=1) < 0).all()
    own = staircase.run(staircase.Params())
    assert runs["too-small"].costs[-1] > own.costs[-1]


def test_on_the_map() -> None:
    runs = {name: hiker.run(hiker.Params.parse(values)) for name, values in hiker.PRESETS.items()}
    ends = {name: str(run.says("fate")) for name, run in runs.items()}
    assert ends == {
        "too-small": "He is still on a slope.",
        "zigzag": "A valley, and it is the deepest.",
        "bounce": "He is still on a slope.",
        "diverge": "One step too far, and he is off the map.",
    }
    across = runs["zigzag"].hike.gradients[:, 1]
    assert (across[1:] * across[:-1] <= 0).all()
    sizes = abs(runs["bounce"].hike.gradients[:, 1])
    assert sizes == pytest.approx(sizes[0])
