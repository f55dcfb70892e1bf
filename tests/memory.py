"""What an encoder makes must not depend on what lay in memory before."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from fractions import Fraction

import av
import numpy as np
from av.video.stream import VideoStream

__all__ = ["films_in_dirty_memory"]

_WIDTH, _HEIGHT = 854, 480  # no whole number of what vectors hold


def films_in_dirty_memory(options: Mapping[str, str]) -> set[str]:
    """Return the hashes of a film encoded by x264 in memory that is filled with this and that.

    Only glibc fills it; elsewhere it is as it happens to be.
    """
    return {
        subprocess.run(
            [sys.executable, __file__],
            input=json.dumps(dict(options)),
            env={**os.environ, "MALLOC_PERTURB_": str(filling)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for filling in (0, 1, 85)
    }


def _encoded(options: dict[str, str]) -> bytes:
    """Return a film of coarse noise that moves, so that the encoder follows it over the edges."""
    dice = np.random.default_rng(0)
    coarse = dice.integers(0, 256, (_HEIGHT * 3 // 2 // 8, _WIDTH // 7), dtype=np.uint8)
    ground = coarse.repeat(8, axis=0).repeat(7, axis=1)
    container = av.open("/dev/null", "w", format="mp4")
    stream = container.add_stream("libx264", rate=30, options=options)
    assert isinstance(stream, VideoStream)
    stream.width, stream.height, stream.pix_fmt = _WIDTH, _HEIGHT, "yuv420p"
    content = b""
    for number in range(40):
        picture = np.roll(ground, 3 * number, axis=1)
        frame = av.VideoFrame.from_ndarray(picture, format="yuv420p")
        frame.pts, frame.time_base = number, Fraction(1, 30)
        content += b"".join(map(bytes, stream.encode(frame)))
    return content + b"".join(map(bytes, stream.encode(None)))


if __name__ == "__main__":
    print(hashlib.sha256(_encoded(json.load(sys.stdin))).hexdigest())
