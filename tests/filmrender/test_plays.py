"""Each play's file is, to other programs, like the one that Manim makes."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import av
import pytest
from manim import RIGHT, Create, Scene, Square, Text

from filmrender.encoding.video import Encoder
from filmrender.switch import FastRender
from tests.filmrender.conftest import Render


class Talk(Scene):
    """What moves, what stands for long, for one frame and for two, and what fades."""

    def construct(self) -> None:
        square = Square()
        self.play(Create(square), run_time=0.8)
        self.wait(1)
        self.add(Text("a"))
        self.wait(1 / 15)
        self.wait(2 / 15)
        self.play(square.animate.shift(RIGHT), run_time=1 / 15)
        self.wait(20)
        self.play(square.animate.fade(0.5), run_time=0.4)


class FastTalk(FastRender, Talk):
    """The same, rendered here."""


Told = tuple[Any, ...]


def told(path: str) -> Told:
    """Return what a file tells of its pictures: when they are, how long, and how far ahead."""
    with av.open(path) as container:
        stream = container.streams.video[0]
        assert stream.time_base is not None
        packets = [packet for packet in container.demux(stream) if packet.size]
        ahead = min(packet.dts or 0 for packet in packets) * stream.time_base
        container.seek(0)
        times = [round(float(frame.time), 3) for frame in container.decode(stream)]
        assert container.duration is not None
        length = round(container.duration / av.time_base, 2)
        return length, stream.frames, times, stream.average_rate, ahead


def files_of(render: Render, scene: type[Scene]) -> list[str]:
    writer = render(scene).scene.renderer.file_writer
    return [name for name in writer.partial_movie_files if name]


def test_each_play_has_the_length_and_the_frames_of_manims(render: Render) -> None:
    ours = [told(name)[:4] for name in files_of(render, FastTalk)]
    assert len(ours) == 7
    assert ours == [told(name)[:4] for name in files_of(render, Talk)]


def test_one_play_after_the_other_is_as_long_as_both(render: Render) -> None:
    """All are decoded from as far ahead, or who puts them together loses frames between them."""
    files = files_of(render, FastTalk)
    assert {told(name)[4] for name in files} == {Fraction(-2, 15)}


def test_a_picture_that_stands_is_encoded_once(
    render: Render, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[int] = []
    encode = Encoder._encode

    def noted(encoder: Encoder, frame: Any, time: int) -> None:
        given.append(time)
        encode(encoder, frame, time)

    monkeypatch.setattr(Encoder, "_encode", noted)
    made = render(FastTalk)
    assert len(given) == made.drawn + 2 * 3  # and, where it stands on, a sample of how
