"""How near an encoded film is to the pictures as they were drawn."""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction

import av
import numpy as np
from av.video.reformatter import ColorRange, Colorspace
from numpy.typing import NDArray

from benchmarks.floor import Recorded

__all__ = ["luma", "luma_psnr"]

_EVERY = 10  # frames
_BT709 = 1

Plane = NDArray[np.uint8]


def luma_psnr(recorded: Recorded, film: str) -> float:
    """Return the PSNR in dB of the film's luma, each picture counted for as long as it stands."""
    with av.open(film, "r") as container:
        stream = container.streams.video[0]
        tagged = stream.codec_context.colorspace == _BT709
        space = Colorspace.ITU709 if tagged else Colorspace.ITU601  # players guess; it is meant so
        shown = _Player(container.decode(stream), recorded.video.rate)
        errors = []
        for number, picture in _drawn(recorded):
            reference = av.VideoFrame.from_ndarray(picture, format="rgba").reformat(
                format="yuv420p",
                src_colorspace=space,
                dst_colorspace=space,
                src_color_range=ColorRange.JPEG,
                dst_color_range=ColorRange.MPEG,
            )
            difference = luma(reference).astype(np.int16) - luma(shown(number))
            errors.append(float(np.mean(np.square(difference, dtype=np.int32))))
    return 10 * math.log10(255**2 / (sum(errors) / len(errors)))


class _Player:
    """Finds the picture that a player shows in a frame; frames must be asked for in order."""

    def __init__(self, decoded: Iterator[av.VideoFrame], rate: Fraction | int) -> None:
        self._decoded, self._rate = decoded, rate
        self._now, self._next = next(decoded), next(decoded, None)

    def __call__(self, number: int) -> av.VideoFrame:
        while self._next is not None and round(self._next.time * self._rate) <= number:
            self._now, self._next = self._next, next(self._decoded, None)
        return self._now


def _drawn(recorded: Recorded) -> Iterator[tuple[int, Plane]]:
    """Yield the number and the picture, (height, width, 4), of every tenth frame of the film."""
    video = recorded.video
    picture = np.zeros((video.height, video.width, 4), dtype=np.uint8)
    start = number = 0
    for shot, length in zip(recorded.shots, recorded.lengths, strict=True):
        ends = [moment for _, moment in shot[1:]] + [length]
        for (patches, _), end in zip(shot, ends, strict=True):
            for patch in patches:
                rows, columns = patch.pixels.shape[:2]
                part = np.s_[patch.top : patch.top + rows, patch.left : patch.left + columns]
                picture[part] = patch.pixels
            while number < start + end:
                yield number, picture
                number += _EVERY
        start += length


def luma(frame: av.VideoFrame) -> Plane:
    """Return the luma of a yuv420p frame, (height, width)."""
    plane = frame.planes[0]
    rows = np.frombuffer(memoryview(plane), dtype=np.uint8).reshape(-1, plane.line_size)
    return rows[: plane.height, : plane.width]
