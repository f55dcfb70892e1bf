"""A scene whose frames would depend on more than their number is told so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from manim import LEFT, RIGHT, Dot, Square, ValueTracker, VGroup

from tests.filmrender.conftest import Render
from tests.filmrender.films import film


def count_time_in_a_mobject(scene: Any) -> None:
    dot = Dot().add_updater(lambda dot, dt: dot.shift(dt * RIGHT))
    scene.add(VGroup(Square(), dot))
    scene.wait(0.4)


def count_time_in_the_scene(scene: Any) -> None:
    scene.add_updater(lambda dt: None)  # noqa: ARG005, it is what is told of
    scene.play(Dot().animate.shift(RIGHT), run_time=0.4)


@pytest.mark.parametrize(
    ("construct", "sentence"),
    [
        (count_time_in_a_mobject, "Play 0: an updater of Dot takes dt"),
        (count_time_in_the_scene, "Play 0: an updater of the scene takes dt"),
    ],
)
def test_a_broken_rule_is_one_sentence(
    construct: Callable[[Any], None],
    sentence: str,
    render: Render,
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as leaving:
        render(film(construct))
    assert leaving.value.code == 1
    said = capsys.readouterr().err
    assert said.startswith(sentence)
    assert said.count("\n") == 1


@pytest.mark.parametrize("seconds", [0.2, 0.6000000000000001, 1 / 15, 3.4000000000000004, 60])
def test_durations_with_a_rounding_error_are_whole_frames(seconds: float, render: Render) -> None:
    def construct(scene: Any) -> None:
        scene.wait(seconds)

    for rate in (15, 30, 60):
        made = render(film(construct), frame_rate=rate, dry_run=True)
        assert made.scene.renderer.time == round(seconds * rate) / rate


def test_a_play_whose_frames_are_left_out_ends_as_one_that_was_seen(render: Render) -> None:
    """Where it ends must not depend on the renderer having drawn it."""
    ends = []

    def construct(scene: Any) -> None:
        x, dot = ValueTracker(0), Dot()
        dot.add_updater(lambda dot: dot.move_to(x.get_value() * LEFT))
        scene.add(dot)
        scene.play(x.animate.set_value(2), run_time=0.6)
        ends.append(dot.get_center().tolist())
        scene.wait(0.2)

    render(film(construct))
    render(film(construct), format="png")
    assert ends[0] == ends[1] == [-2, 0, 0]
