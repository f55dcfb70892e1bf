"""Takes pictures of a film while it is played."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from manim import Scene
from numpy.typing import NDArray

from gdmath.experiments.params import Params
from scenes.stage.film import Cue, Film
from scenes.stage.inspect.playing import SHORTER_SIDE, play, staged

__all__ = ["Still", "moments", "stills"]

_NOISE = 1e-6
Pixels = NDArray[np.uint8]


@dataclass(frozen=True)
class Still:
    """A picture of a film.

    Attributes:
        seconds, beat, narration: when it was taken, and what stood then.
        pixels: red, green, blue, shape (height, width, 3).
    """

    seconds: float
    beat: str
    narration: str
    pixels: Pixels


def stills(
    film: type[Film[Any]],
    params: Params,
    theme: str,
    aspect: str,
    every: float = math.inf,
    shorter_side: int = SHORTER_SIDE,
) -> list[Still]:
    """Play a film and return each shot's last picture, and some between, in order of time.

    Those within a shot are evenly spaced, about ``every`` seconds apart. A film that has no shots
    has beats. Raises whatever the film raises.
    """
    with staged(film, Photographer([]), params, theme, aspect) as scene:
        play(scene, ends_only=True)
        wanted, cues = moments(scene.beats, scene.clock, every, scene.cuts), scene.cues
    photographer = Photographer([seconds for _, seconds in wanted])
    with staged(film, photographer, params, theme, aspect, shorter_side) as scene:
        play(scene)
    return [
        Still(seconds, beat, _line(cues, seconds), pixels)
        for (beat, seconds), pixels in zip(wanted, photographer.taken, strict=True)
    ]


def moments(
    beats: list[tuple[str, float]], end: float, every: float, cuts: Sequence[float] = ()
) -> list[tuple[str, float]]:
    """Return beat and time of the pictures to take; ``beats`` are names and starts."""
    if not beats:
        return []
    first = beats[0][1]
    starts = sorted({start for _, start in beats} | {cut for cut in cuts if first < cut < end})
    lasting = [
        ([name for name, began in beats if began <= start][-1], start, stop - start)
        for start, stop in pairwise([*starts, end])
        if stop > start
    ]
    return [
        (name, start + length * (number + 1) / count)
        for name, start, length in lasting
        for count in [max(1, round(length / every))]
        for number in range(count)
    ]


def _line(cues: list[Cue], seconds: float) -> str:
    return next((cue.text for cue in cues if cue.start < seconds - _NOISE <= cue.end), "")


class Photographer:
    """Takes a picture at each of some times, given in order.

    Attributes:
        taken: the pictures so far.
    """

    def __init__(self, times: list[float]) -> None:
        self._times = times
        self.taken: list[Pixels] = []

    def frame(self, scene: Scene, seconds: float) -> None:
        """See a frame; at the beginning of a hold, what is due later is left to its end."""
        due = sum(time <= seconds + _NOISE for time in self._times)
        if due > len(self.taken):
            renderer: Any = scene.renderer
            renderer.static_image = None
            renderer.update_frame(scene)
            pixels = renderer.get_frame()[..., :3].astype(np.uint8)
            self.taken += [pixels] * (due - len(self.taken))

    play_end = frame
