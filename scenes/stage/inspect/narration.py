"""Narration: lines that can be read in the time that they stand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from scenes.stage.film import NARRATION, Cue, wrap
from scenes.stage.inspect.finding import Finding
from scenes.stage.inspect.moment import Moment

__all__ = ["BARE", "Captions", "judge_narration"]

MOST_LINES, LINE = 2, 42  # lines of characters
FASTEST = 17.0  # characters a second
SHORTEST = 1.5  # seconds
FLICKER = 0.2  # seconds: a gap between two lines is as long as this, or there is none
BARE = (NARRATION, "scrim")  # names of what is nothing to see
FRAMES = (15, 30, 60)  # a second
_NOISE = 1e-6


def judge_narration(cues: list[Cue]) -> Iterator[Finding]:
    """Yield lines that are too long, too short, too fast, or not on whole frames."""
    for cue in cues:
        for measured, required in _faults(cue):
            yield Finding("narration", (f'"{cue.text}"',), measured, required, "", cue.start)
    for before, after in pairwise(cues):
        gap = after.start - before.end
        if gap < -_NOISE or _NOISE < gap < FLICKER - _NOISE:
            yield Finding(
                "narration", (f'"{before.text}"', f'"{after.text}"'), f"a gap of {gap:.2f} s",
                f"none, or {FLICKER:g} s or more", "", before.end,
            )  # fmt: skip


def _faults(cue: Cue) -> Iterator[tuple[str, str]]:
    seconds = cue.end - cue.start
    rows = wrap(cue.text, LINE) if cue.text.strip() else []
    if not 0 < len(rows) <= MOST_LINES:
        yield f"{len(rows)} lines of {LINE} characters", f"1 to {MOST_LINES}"
    longest = max(map(len, rows), default=0)
    if longest > LINE:
        yield f"a word of {longest} characters", f"{LINE} at most, or it does not fit in a line"
    if seconds < SHORTEST - _NOISE:
        yield f"{seconds:.2f} s", f"{SHORTEST:g} s or more"
    if len(cue.text) > FASTEST * (seconds + _NOISE):
        speed = len(cue.text) / seconds if seconds > 0 else float("inf")
        yield f"{speed:.1f} characters a second", f"{FASTEST:g} at most"
    for rate in FRAMES:
        for time in (cue.start, cue.end):
            if abs(time * rate - round(time * rate)) > _NOISE * rate:
                yield f"{time:g} s", f"a whole number of frames at {rate} a second"
                return


class Captions:
    """Holds the narration that can be seen to the cues, and the cues to something to see."""

    def __init__(self) -> None:
        self._drawn: list[tuple[float, str]] = []
        self._bare: list[float] = []

    def see(self, moment: Moment) -> None:
        """Note which line stands, and whether there is anything to see beside it."""
        lines = [text for text in moment.texts if text.label == NARRATION]
        if moment.rests:
            self._drawn.append((moment.seconds, " ".join(line.said for line in lines)))
        if all(thing.label in BARE for thing in moment.things if thing.counts):
            self._bare.append(moment.seconds)

    def judge(self, cues: list[Cue]) -> Iterator[Finding]:
        """Yield cues that are not what is drawn, or that stand beside nothing."""
        for cue in cues:
            for seconds, line in self._drawn:
                if cue.start < seconds <= cue.end and line != cue.text:
                    yield Finding(
                        "narration", (f'"{cue.text}"',), f'drawn: "{line}"', "what the cue says",
                        "", seconds,
                    )  # fmt: skip
            for seconds in self._bare:
                if cue.start <= seconds < cue.end:
                    yield Finding(
                        "narration", (f'"{cue.text}"',), "nothing else on the screen", "something",
                        "", seconds,
                    )  # fmt: skip
