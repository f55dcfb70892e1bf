"""Bands and blocks in a film's pictures, on what is smooth and does not move.

    ./run python -m benchmarks.banding media/videos/laser/1080p60/Laser.mp4

The pictures are those in the middle of a film's holds: of frames that stay as they are, one every
few seconds. Smooth is where luma, its grain taken off by a mean over 7 x 7 pixels, lies within a
few steps of its mean over 33 x 33, and where that mean changes at all: a gradient, no flat area.

Bands: how wide, in pixels of 1920, the stretch of a row is in which a pixel of a gradient lies,
all of one luma. The quantile taken is said beside it. Blocks: the mean step of luma across the
edges of 8 x 8 and of 16 x 16 blocks over that between all other neighbours.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from benchmarks.quality import luma

__all__ = ["block_ratio", "runs", "smooth"]

Plane = NDArray[np.uint8]  # (height, width)
Mask = NDArray[np.bool_]  # (height, width)
_REACH = 16  # pixels on each side of the mean's window
_GRAIN = 3  # pixels on each side of the window that takes off the grain
_FLAT, _ROUGH = 0.35, 5.0  # steps: the mean's least change across its window; the most off it
_LEAST = 20_000  # pixels of gradient, below which a picture says nothing
_EVERY = 2.0  # seconds
_FILM = 1920  # pixels across, in which a run is told


def smooth(picture: Plane) -> Mask:
    """Tell where a picture's gradients are."""
    values = picture.astype(np.float64)
    mean, soft = _mean(values, _REACH), _mean(values, _GRAIN)
    change = np.maximum(
        np.abs(np.roll(mean, -_REACH, 1) - np.roll(mean, _REACH, 1)),
        np.abs(np.roll(mean, -_REACH, 0) - np.roll(mean, _REACH, 0)),
    )
    rough = _mean((np.abs(soft - mean) > _ROUGH).astype(np.float64), _REACH) > 0
    inside = np.zeros(picture.shape, dtype=bool)
    inside[2 * _REACH : -2 * _REACH, 2 * _REACH : -2 * _REACH] = True
    return np.asarray((change > _FLAT) & ~rough & inside)


def _mean(values: NDArray[np.float64], reach: int) -> NDArray[np.float64]:
    """Return the mean over a window round each pixel."""
    size = 2 * reach + 1
    for axis in (0, 1):
        padding = [(0, 0), (0, 0)]
        padding[axis] = (reach + 1, reach)
        sums = np.cumsum(np.pad(values, padding, mode="edge"), axis=axis)
        ends = np.take(sums, range(size, sums.shape[axis]), axis)
        values = (ends - np.take(sums, range(sums.shape[axis] - size), axis)) / size
    return values


def runs(picture: Plane, where: Mask) -> NDArray[np.int64]:
    """Return the width of the run of equal luma in its row, (n,), of each pixel of ``where``."""
    breaks = np.ones((picture.shape[0], picture.shape[1] + 1), dtype=bool)
    breaks[:, 1:-1] = picture[:, 1:] != picture[:, :-1]
    starts = np.flatnonzero(breaks[:, :-1])
    lengths = np.diff(starts, append=picture.size)
    number = np.cumsum(breaks[:, :-1].ravel()) - 1
    return np.asarray(lengths[number].reshape(picture.shape)[where])


def block_ratio(picture: Plane, where: Mask, size: int) -> float:
    """Return the mean step across the edges of blocks over the mean step within them."""
    across, within = [], []
    for values, mask in ((picture, where), (picture.T, where.T)):
        steps = np.abs(np.diff(values.astype(np.int16), axis=1))
        both = mask[:, 1:] & mask[:, :-1]
        edge = np.arange(1, values.shape[1]) % size == 0
        across.append(steps[:, edge][both[:, edge]])
        within.append(steps[:, ~edge][both[:, ~edge]])
    return float(np.concatenate(across).mean() / np.concatenate(within).mean())


def held(film: Path) -> Iterator[tuple[float, Plane]]:
    """Yield the seconds and the luma of pictures that a film shows for a while."""
    with av.open(str(film)) as container:
        before: tuple[float, Plane] | None = None
        last = -_EVERY
        for frame in container.decode(video=0):
            seconds, picture = float(frame.time or 0), luma(frame).copy()
            if before is not None and before[0] - last >= _EVERY:
                stays = seconds - before[0] > 0.3 or np.array_equal(before[1], picture)
                if stays:
                    last = before[0]
                    yield before
            before = seconds, picture


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("film", type=Path, nargs="+")
    parser.add_argument("--quantile", type=float, default=0.95)
    args = parser.parse_args()
    for film in args.film:
        print(f"{film}: runs at quantile {args.quantile:g}")
        print(f"{'seconds':>8}{'gradient':>10}{'run px':>8}{'8 x 8':>8}{'16 x 16':>9}")
        rows = []
        for seconds, picture in held(film):
            where = smooth(picture)
            if where.sum() < _LEAST * picture.size / (1080 * 1920):
                continue
            width = float(np.quantile(runs(picture, where), args.quantile))
            blocks = [block_ratio(picture, where, size) for size in (8, 16)]
            rows.append((width * _FILM / max(picture.shape), *blocks))
            share = f"{where.mean():10.0%}"
            print(f"{seconds:8.1f}{share}{rows[-1][0]:8.1f}{blocks[0]:8.3f}{blocks[1]:9.3f}")
        if rows:
            worst, middle = np.max(rows, axis=0), np.median(rows, axis=0)
            for name, row in (("worst", worst), ("median", middle)):
                print(f"{name:>18}{row[0]:8.1f}{row[1]:8.3f}{row[2]:9.3f}")


if __name__ == "__main__":
    main()
