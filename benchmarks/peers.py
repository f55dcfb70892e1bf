"""How scenes of others fare: Manim's own examples, drawn by Manim and here.

``python -m benchmarks.peers`` compares all of them frame by frame, small, and then times both ways
at 720p30, each scene in a process of its own into an empty folder. ``--every 9`` takes a sample.
"""

from __future__ import annotations

import argparse
import warnings
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from tests.filmrender.peers.comparing import Comparison, compare, timed
from tests.filmrender.peers.examples import Example, examples

_SIZE = {"pixel_width": 1280, "pixel_height": 720, "frame_rate": 30, "disable_caching": False}
_SHOWN = ("crashed", "refused", "different")


class _Times(NamedTuple):
    """Seconds of wall and of processor time that both ways took together."""

    stock: tuple[float, float]
    ours: tuple[float, float]


def main() -> None:
    """Print the tables."""
    warnings.simplefilter("ignore")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--only", choices=("frames", "times"))
    args = parser.parse_args()
    chosen = examples()[:: args.every]
    if args.only != "times":
        _print_frames([(example, compare(example)) for example in chosen])
    if args.only != "frames":
        _print_times(chosen)


def _print_frames(found: Sequence[tuple[Example, Comparison]]) -> None:
    count = Counter(comparison.verdict for _, comparison in found)
    for example, comparison in found:
        if comparison.verdict in _SHOWN:
            print(f"{comparison.verdict}: {example} {comparison.different} {comparison.why}")
    tried = len(found) - count["no stock"]
    frames = sum(comparison.frames for _, comparison in found)
    print(f"{len(found)} examples, {tried} of which Manim can make here, with {frames} frames")
    verdicts: tuple[Any, ...] = ("equal", "fallen back", *_SHOWN)
    for verdict in verdicts:
        print(f"{verdict}: {count[verdict]}")


def _print_times(chosen: Iterable[Example]) -> None:
    both = [times for example in chosen if (times := _time(example)) is not None]
    print(f"{len(both)} scenes at 720p30")
    for name, part in (("wall", 0), ("processor", 1)):
        stock = sum(times.stock[part] for times in both)
        ours = sum(times.ours[part] for times in both)
        print(f"{name}: stock {stock:.1f} s, ours {ours:.1f} s, ratio {ours / stock:.2f}")


def _time(example: Example) -> _Times | None:
    stock = timed(example, "stock", **_SIZE)
    ours = timed(example, "ours", **_SIZE) if stock is not None else None
    if stock is None or ours is None:
        return None
    print(f"{ours[0] / stock[0]:.2f} {example}: {stock[0]:.2f} {ours[0]:.2f}", flush=True)
    return _Times(stock, ours)


if __name__ == "__main__":
    main()
