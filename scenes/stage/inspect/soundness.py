"""Soundness: finite points, beats with something in them, no frozen picture, no flashes."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from scenes.stage.film import READING_SPEED, SHORTEST_CUE, TICK, Cue
from scenes.stage.inspect.easel import Easel
from scenes.stage.inspect.finding import Finding
from scenes.stage.inspect.moment import Moment
from scenes.stage.inspect.palette import luminance
from scenes.stage.inspect.picture import Picture

__all__ = ["Flashes", "judge_beats", "judge_finite", "judge_length", "judge_standstill"]

SHORTEST_FILM, LONGEST_FILM = 10.0, 100.0  # seconds
LONGEST_STANDSTILL = 4.0  # seconds
_NOISE = 1e-6


def judge_finite(moment: Moment) -> Iterator[Finding]:
    """Yield mobjects that have a nan or inf in their points."""
    for thing in moment.due(moment.things):
        if not math.isfinite(sum(thing.box)):
            yield moment.finding("finite", [thing], "nan or inf in its points", "numbers")


def judge_length(seconds: float) -> Iterator[Finding]:
    """Yield a length that is none for a film in an article."""
    if not SHORTEST_FILM - _NOISE <= seconds <= LONGEST_FILM + _NOISE:
        allowed = f"{SHORTEST_FILM:g} to {LONGEST_FILM:g} s"
        yield Finding("length", (), f"{seconds:.1f} s", allowed)


def judge_beats(
    beats: list[tuple[str, float]], end: float, changes: list[float]
) -> Iterator[Finding]:
    """Yield beats in which nothing happens; ``changes`` are the times of new pictures."""
    if not beats:
        yield Finding("beat", (), "no beat", "one or more")
    for (name, start), (_, stop) in pairwise([*beats, ("", end)]):
        if not any(start - _NOISE <= time < stop - _NOISE for time in changes):
            yield Finding("beat", (name,), "nothing changes in it", "something", name, start)


def judge_standstill(changes: list[float], end: float, cues: list[Cue]) -> Iterator[Finding]:
    """Yield stretches in which nothing moves for too long, once the narration has been read."""
    for start, stop in pairwise([*changes, end]):
        read = max(
            (
                cue.start + max(SHORTEST_CUE, len(cue.text) / READING_SPEED)
                for cue in cues
                if cue.start <= stop and cue.end > start
            ),
            default=start,
        )
        still = stop - max(start, read)
        if still > LONGEST_STANDSTILL + _NOISE:
            allowed = f"{LONGEST_STANDSTILL:g} s at most without a line to read"
            yield Finding("standstill", (), f"{still:.1f} s", allowed, "", start)


class Flashes:
    """Counts flashes, region by region, as the general flash threshold of WCAG 2.2 defines them.

    A flash is a pair of opposing changes of relative luminance by a tenth or more, the darker
    picture below 0.8. The regions here are smaller than those of WCAG.
    """

    MOST = 3  # in any second
    CHANGE, DARK = 0.1, 0.8
    SIZE, REGION = 72, 12  # pixels: shorter side of the picture, side of a region
    LEAST_LINE = 0.03  # Manim units of full opacity: thinner lines are no light to speak of

    def __init__(self, easel: Easel) -> None:
        self._easel = easel
        self._extreme: NDArray[np.float64] | None = None
        self._rising = np.zeros(0)
        self._turns: list[tuple[float, NDArray[np.bool_]]] = []
        self._painted = -TICK

    def see(self, seconds: float, picture: Picture, *, rests: bool) -> Iterator[Finding]:
        """Look at the next picture; a figure that moves is as bright in each of its poses."""
        lazy = not rests and seconds < self._painted + TICK - _NOISE
        self._painted = self._painted if lazy else seconds
        self._easel.show(picture, lazy=lazy)
        light = self._regions()
        if self._extreme is None:
            self._extreme, self._rising = light.copy(), np.zeros(light.shape)
        turned = self._turn(light)
        self._turns = [(time, turns) for time, turns in self._turns if time > seconds - 1 + _NOISE]
        if turned.any():
            self._turns.append((seconds, turned))
            most = int(np.sum([turns for _, turns in self._turns], axis=0).max())
            if most > 2 * self.MOST:
                yield Finding(
                    "flash", (), f"{most / 2:g} flashes in a second", f"{self.MOST} at most",
                    "", seconds,
                )  # fmt: skip

    def _regions(self) -> NDArray[np.float64]:
        light = luminance(self._easel.pixels[..., :3])
        rows, columns = (length // self.REGION for length in light.shape)
        whole = light[: rows * self.REGION, : columns * self.REGION]
        return np.asarray(whole.reshape(rows, self.REGION, columns, self.REGION).mean(axis=(1, 3)))

    def _turn(self, light: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Return the regions whose light has changed, against the way it went before."""
        assert self._extreme is not None
        change = light - self._extreme
        large = (np.abs(change) >= self.CHANGE) & (np.minimum(light, self._extreme) < self.DARK)
        turned: NDArray[np.bool_] = large & (np.sign(change) != self._rising)
        onward = np.sign(change) == self._rising
        self._rising = np.where(turned, np.sign(change), self._rising)
        self._extreme = np.where(turned | onward, light, self._extreme)
        return turned
