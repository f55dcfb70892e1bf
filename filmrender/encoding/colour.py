"""RGB to BT.709, limited range, 4:2:0, again only where the picture changed."""

from __future__ import annotations

import av
import numpy as np
from av.video.reformatter import ColorRange, Colorspace, Interpolation, VideoReformatter
from numpy.typing import NDArray

from filmrender.drawing.patches import Patch

__all__ = ["Converter"]

_MOST_CONVERTERS = 16  # each size needs its own, of about a megabyte


class Converter:
    """Keeps one picture as a yuv420p frame."""

    def __init__(self, width: int, height: int) -> None:
        self.frame = av.VideoFrame(width, height, "yuv420p")
        self._planes = _planes(self.frame)
        self._converters: dict[tuple[int, ...], VideoReformatter] = {}

    def update(self, patch: Patch) -> None:
        """Renew the part of the frame that ``patch`` covers."""
        converted = self._convert(patch.pixels)
        for plane, part in zip(self._planes, _planes(converted), strict=True):
            scale = 1 if part.shape[0] == patch.pixels.shape[0] else 2
            rows = slice(patch.rows.start // scale, patch.rows.stop // scale)
            top, left = patch.top // scale + rows.start, patch.left // scale
            height = rows.stop - rows.start
            plane[top : top + height, left : left + part.shape[1]] = part[rows]

    def _convert(self, pixels: NDArray[np.uint8]) -> av.VideoFrame:
        converter = self._converters.pop(pixels.shape, None) or VideoReformatter()
        self._converters[pixels.shape] = converter  # the last one used is the last one to go
        if len(self._converters) > _MOST_CONVERTERS:
            self._converters.pop(next(iter(self._converters)))
        return converter.reformat(
            av.VideoFrame.from_numpy_buffer(pixels, format="rgba"),
            format="yuv420p",
            src_colorspace=Colorspace.ITU709,
            dst_colorspace=Colorspace.ITU709,
            src_color_range=ColorRange.JPEG,
            dst_color_range=ColorRange.MPEG,
            interpolation=Interpolation.AREA,
            threads=1,
        )


def _planes(frame: av.VideoFrame) -> list[NDArray[np.uint8]]:
    planes = []
    for plane in frame.planes:
        rows = np.frombuffer(memoryview(plane), dtype=np.uint8).reshape(-1, plane.line_size)
        planes.append(rows[: plane.height, : plane.width])
    return planes
