"""Which pictures a contact sheet has, and what they show."""

import math

import numpy as np
import pytest

from scenes.stage.inspect.stills import moments, stills
from tests.scenes.inspect.sample import Params, Sample, board


def test_a_beat_has_its_last_picture_and_evenly_spaced_ones_before() -> None:
    beats = [("one", 0.0), ("empty", 8.0), ("two", 8.0)]
    taken = moments(beats, 9.0, 4)
    assert [name for name, _ in taken] == ["one", "one", "two"]
    assert [seconds for _, seconds in taken] == pytest.approx([4, 8, 9])
    assert not moments([], 9.0, 4)


def test_a_beat_of_several_shots_has_the_last_picture_of_each() -> None:
    beats = [("one", 0.0), ("two", 8.0)]
    taken = moments(beats, 9.0, math.inf, cuts=[0.0, 3.0, 5.0, 8.0, 9.0])
    assert taken == [("one", 3), ("one", 5), ("one", 8), ("two", 9)]


class TwoBeats(Sample):
    """A board stands, then moves to its place and on."""

    model = Params

    def construct(self) -> None:
        self.beat("standing")
        thing = board(self, color="#FFFFFF")
        self.add(thing)
        self.say("Here it stands.")
        self.hold(3)
        self.beat("moving")
        self.play(thing.animate.shift(np.array([1.0, 0, 0])), run_time=1)
        self.say("There it stands.")
        self.hush()


def test_each_picture_is_what_stands_then_with_its_line() -> None:
    taken = stills(TwoBeats, Params(), "dark", "1:1", every=2)
    assert [(still.beat, still.narration) for still in taken] == [
        ("standing", "Here it stands."), ("standing", "Here it stands."),
        ("moving", "There it stands."),
    ]  # fmt: skip
    assert all(still.pixels.shape == (360, 360, 3) for still in taken)
    large = stills(TwoBeats, Params(), "dark", "1:1", shorter_side=540)
    assert [still.pixels.shape for still in large] == 2 * [(540, 540, 3)]
    assert np.array_equal(taken[0].pixels, taken[1].pixels)
    middle, right = (180, 180), (180, 225)  # 45 pixels to one Manim unit
    zone = taken[0].pixels
    board_rows = np.flatnonzero((zone == 255).all(axis=2).any(axis=1))
    row = int(board_rows.mean())
    assert taken[0].pixels[row, middle[1]].tolist() == [255, 255, 255]
    assert taken[2].pixels[row, middle[1] - 20].tolist() != [255, 255, 255]
    assert taken[2].pixels[row, right[1]].tolist() == [255, 255, 255]
