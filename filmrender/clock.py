"""Where a scene is, in whole frames."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from math import floor

from filmrender.manim_internals import to_av_frame_rate

__all__ = ["Clock", "exact_rate"]

_MOST_PARTS = 1001  # of a second, as in 30000/1001; more would not fit into a file's time base
_MOST_DENOMINATOR = 1_000_000  # of a duration in seconds: what floats add to it is left out


def exact_rate(rate: float) -> Fraction:
    """Return a frame rate as a fraction: 29.97 is 30000/1001, as in Manim.

    Raises ValueError if it is not positive and finite.
    """
    return to_av_frame_rate(rate).limit_denominator(_MOST_PARTS)


class Clock:
    """Turns durations into whole frames.

    It is the end of a play that is rounded to the nearest frame, not how long it lasts: however
    many plays there are, each begins within half a frame of its moment, at any rate.
    """

    def __init__(self, rate: Fraction) -> None:
        self.rate = rate
        self._passed = 0  # frames
        self._due = Fraction()  # seconds
        self._kept: list[list[int]] = []  # first frame and end of what is in the film

    @property
    def seconds(self) -> float:
        """When the next frame is due, from the scene's beginning."""
        return float(self._passed / self.rate)

    @property
    def has_film(self) -> bool:
        """Whether there is a frame that is kept."""
        return bool(self._kept)

    def frames(self, seconds: float) -> int:
        """Return how many frames a play has that begins now and lasts so long; at least one."""
        self._due += Fraction(seconds).limit_denominator(_MOST_DENOMINATOR)
        return max(1, floor(self._due * self.rate + Fraction(1, 2)) - self._passed)

    def end_early(self) -> None:
        """Take a play for ended, although not all its frames have passed."""
        self._due = self._passed / self.rate

    def advance(self, frames: int, *, kept: bool) -> None:
        """Let frames pass, which are ``kept`` in the film or left out of it."""
        if not frames:
            return
        if kept and self._kept and self._kept[-1][1] == self._passed:
            self._kept[-1][1] += frames
        elif kept:
            self._kept.append([self._passed, self._passed + frames])
        self._passed += frames

    def in_film(self, moment: timedelta) -> timedelta:
        """Return when in the film a moment of the scene is: what comes before may be left out."""
        if self._kept == [[0, self._passed]]:
            return moment
        before = timedelta()
        for first, end in self._kept:
            start, stop = (timedelta(seconds=float(at / self.rate)) for at in (first, end))
            before += max(timedelta(), min(moment, stop) - start)
        return before
