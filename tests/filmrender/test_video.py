"""True colours, exact times, ready for the web."""

from __future__ import annotations

import io
import random
from typing import Any

import av
import numpy as np
import pytest
from manim import RIGHT, ManimColor, Square
from numpy.typing import NDArray

from filmrender.drawing.patches import cut
from filmrender.encoding.colour import Converter
from filmrender.encoding.joining import join
from filmrender.encoding.segments import Segment
from filmrender.encoding.video import OPTIONS, Encoder, VideoFormat
from tests.filmrender.conftest import Render, play
from tests.filmrender.films import Tiny, film
from tests.memory import films_in_dirty_memory

Picture = NDArray[np.uint8]


def bt709(picture: Picture) -> list[NDArray[np.float64]]:
    """Return Y, Cb, Cr of BT.709, limited range, chroma halved: the standard's formulas."""
    red, green, blue = (picture[..., i] / 255 for i in range(3))
    luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    differences = (blue - luma) / 1.8556, (red - luma) / 1.5748
    height, width = luma.shape
    halved = (d.reshape(height // 2, 2, width // 2, 2).mean(axis=(1, 3)) for d in differences)
    return [16 + 219 * luma, *(128 + 224 * d for d in halved)]


def converted(converter: Converter) -> list[Picture]:
    return [plane.copy() for plane in converter._planes]


def noise(width: int, height: int, seed: int = 0) -> Picture:
    picture = np.random.default_rng(seed).integers(0, 256, (height, width, 4), dtype=np.uint8)
    picture[..., 3] = 255
    return picture


def test_colours_are_converted_by_the_formulas_of_bt709() -> None:
    picture = noise(320, 180)
    converter = Converter(320, 180)
    for patch in cut(picture, [(0, 0, 320, 180)]):
        converter.update(patch)
    for plane, exact in zip(converted(converter), bt709(picture), strict=True):
        assert np.abs(plane - exact).max() < 0.7


@pytest.mark.parametrize("size", [(426, 240), (1080, 1920), (854, 480)])
def test_converting_what_changed_gives_the_bytes_of_converting_all(size: tuple[int, int]) -> None:
    width, height = size
    picture, dice = noise(width, height), random.Random(1)
    partly = Converter(width, height)
    for patch in cut(picture, [(0, 0, width, height)]):
        partly.update(patch)
    for number in range(12):
        left, top = dice.randrange(width), dice.randrange(height)
        right, bottom = dice.randrange(left, width) + 1, dice.randrange(top, height) + 1
        picture[top:bottom, left:right] = noise(right - left, bottom - top, number)
        for patch in cut(picture, [(left, top, right, bottom)]):
            partly.update(patch)
        afresh = Converter(width, height)
        for patch in cut(picture, [(0, 0, width, height)]):
            afresh.update(patch)
        for mine, its in zip(converted(partly), converted(afresh), strict=True):
            assert np.array_equal(mine, its)


@pytest.mark.parametrize("colour", [(131, 193, 103), (99, 245, 191), (232, 120, 20), (40, 90, 220)])
def test_a_player_sees_the_colours_that_were_drawn(
    colour: tuple[int, int, int], render: Render
) -> None:
    def construct(scene: Any) -> None:
        scene.add(Square(20, fill_color=ManimColor.from_rgb(colour), fill_opacity=1))
        scene.wait(0.2)

    picture = play(render(film(construct)).content).pictures[0]
    assert np.abs(picture.astype(int) - colour).max() <= 2


def test_the_film_is_tagged_and_its_index_comes_first(render: Render) -> None:
    content = render(Tiny).content
    assert content.index(b"moov") < content.index(b"mdat")
    with av.open(io.BytesIO(content)) as container:
        video = container.streams.video[0]
        context = video.codec_context
        tags = (context.color_primaries, context.color_trc, context.colorspace)
        assert tags == (1, 1, 1)  # BT.709
        assert context.color_range == 1  # limited
        assert context.pix_fmt == "yuv420p"
        assert context.sample_aspect_ratio == 1
        assert (video.width, video.height) == (214, 120)


DURATIONS = {"0 the axes": 1.4, "1 the dot": 1.6, "2 the end": 1.4}


@pytest.mark.parametrize("rate", [15, 30, 60])
@pytest.mark.parametrize("constant", [False, True])
def test_length_and_sections_are_exact(
    rate: int, constant: bool, render: Render, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FILMRENDER_FRAME_RATE", "constant" if constant else "")
    made = render(Tiny, frame_rate=rate, save_sections=True, pixel_width=64, pixel_height=36)
    whole = play(made.content)
    assert whole.seconds == pytest.approx(sum(DURATIONS.values()), abs=1e-6)
    if constant:
        assert len(whole.pictures) == round(sum(DURATIONS.values()) * rate)
    times = np.array(whole.starts) * rate
    assert np.allclose(times, np.round(times), atol=1e-3)
    sections = sorted((made.film.parent / "sections").glob("*.mp4"))
    lengths = [play(path.read_bytes()).seconds for path in sections]
    assert lengths == pytest.approx(list(DURATIONS.values()), abs=1e-6)


def test_captions_start_when_their_pictures_do(render: Render) -> None:
    captions = render(Tiny).film.with_suffix(".srt").read_text(encoding="utf-8")
    assert "00:00:00,400 --> 00:00:01,400\nA square comes." in captions


def move_and_stand(scene: Any) -> None:
    square = Square()
    scene.play(square.animate.shift(RIGHT), run_time=0.4)
    scene.wait(3)
    scene.wait(1)
    scene.play(square.animate.shift(RIGHT), run_time=0.4)


def test_a_hold_costs_one_picture(render: Render) -> None:
    made = render(film(move_and_stand), frame_rate=60)
    assert made.drawn == 24 + 1 + 24
    whole = play(made.content)
    assert len(whole.pictures) == made.drawn
    assert whole.seconds == pytest.approx(4.8, abs=1e-6)
    assert np.diff(whole.starts)[24] == pytest.approx(4, abs=1e-4)


def encoded(runs: list[int], shade: int, video: VideoFormat) -> Segment:
    """Return a segment of flat pictures, each a shade lighter and shown for so many frames."""
    encoder, time = Encoder(video), 0
    for number, frames in enumerate(runs):
        picture = np.full((video.height, video.width, 4), shade + number, dtype=np.uint8)
        encoder.encode(cut(picture, [(0, 0, video.width, video.height)]), time)
        time += frames
    header, packets = encoder.finish()
    named = tuple((str(number), frames) for number, frames in enumerate(runs))
    return Segment(f"{shade}", named, header, tuple(packets))


def test_joined_segments_play_each_picture_for_its_time() -> None:
    video = VideoFormat(64, 48, 60)
    runs = [[1] * 20 + [90], [120], [1, 1, 7, 1, 30, 1, 1]]
    segments = [encoded(each, 40 + 60 * i, video) for i, each in enumerate(runs)]
    content = join(segments, video)
    whole = play(content)
    lengths = np.concatenate(runs)
    starts = np.cumsum([0, *lengths[:-1]]) / 60
    assert whole.starts == pytest.approx(list(starts), abs=1e-6)
    assert whole.seconds == pytest.approx(lengths.sum() / 60, abs=1e-6)
    assert join(segments, video) == content


@pytest.mark.parametrize("size", [(64, 48), (426, 240)])
@pytest.mark.parametrize("rate", [15, 60])
def test_a_picture_that_stands_is_the_same_in_each_of_its_frames(
    size: tuple[int, int], rate: int
) -> None:
    """For 600 frames, as pictures are numbered anew after few; and what follows is whole."""
    video, whole = VideoFormat(*size, rate, constant=True), (0, 0, *size)
    lengths, keys = [600, 2, 1, 40], []
    encoder, segments = Encoder(video), []
    for number, frames in enumerate(lengths):
        encoder.encode(cut(noise(*size, number), [whole]), 0)
        if frames == 40:
            encoder.encode(cut(noise(*size, 99), [whole]), 1)
            encoder.repeat(20)
            encoder.encode(cut(noise(*size, number), [whole]), 22)
            encoder.repeat(17)
        else:
            encoder.repeat(frames - 1)
        header, packets = encoder.finish()
        keys.append([packet.time for packet in packets if packet.is_key])
        segments.append(Segment(f"{number}", (("", frames),), header, tuple(packets)))
    film = play(join(segments, video))
    assert len(film.pictures) == sum(lengths)
    for first, frames in ((0, 600), (600, 2)):
        shown = film.pictures[first : first + frames]
        assert all(np.array_equal(shown[0], other) for other in shown[1:])
    assert film.starts == pytest.approx(np.arange(sum(lengths)) / rate, abs=1e-4)
    assert keys == [[0, 250, 500], [0], [0], [0]]


def test_segments_that_were_encoded_otherwise_are_not_joined() -> None:
    with pytest.raises(ValueError, match="not encoded alike"):
        join(
            [encoded([1], 0, VideoFormat(64, 48, 60)), encoded([1], 0, VideoFormat(32, 48, 60))],
            VideoFormat(64, 48, 60),
        )


def test_what_lay_in_memory_before_does_not_matter() -> None:
    assert len(films_in_dirty_memory(OPTIONS)) == 1
