"""The film in the making: its shots in order, drawn here or by workers."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass
from typing import NamedTuple

from manim import Section

from filmrender.encoding.segments import Segment
from filmrender.failures import RuleBroken
from filmrender.output.shot import Shot, Tools
from filmrender.workers import Report, Workers

__all__ = ["Made", "Shots"]


@dataclass
class _Take:
    """A shot's first play and section, its segment's key if it is made here, and its end."""

    play: int
    section: Section
    key: Future[str] | None = None
    after: str = ""


class Made(NamedTuple):
    """A shot that is there: its first play, its section, and what was encoded of it."""

    play: int
    section: Section
    segment: Segment


class Shots:
    """Collects shots."""

    def __init__(self, tools: Tools, workers: Workers | None) -> None:
        self.tools = tools
        self._workers = workers
        self._shot: Shot | None = None
        self._takes: list[_Take] = []

    def begin_play(self, play: int, section: Section, *, hold: bool) -> Shot | None:
        """Return the shot that the play belongs to, or None if another process draws it.

        A hold belongs to the shot before it, so that it costs one more picture and no new segment.
        """
        if not (hold and self._takes and self._takes[-1].section is section):
            self._close()
            drawn_here = self._workers is None or self._workers.takes(len(self._takes))
            self._shot = Shot(self.tools) if drawn_here else None
            self._takes.append(_Take(play, section))
        return self._shot

    def end_play(self, after: str) -> None:
        """Take down what stands for the scene as a play has left it."""
        self._takes[-1].after = after

    def finish(self) -> list[Made]:
        """Return all shots, encoded; a worker ends here.

        Raises what went wrong if one could not be encoded, and RuleBroken if a play leaves another
        scene when all its frames are gone through than when they are left out.
        """
        self._close()
        reports = [Report(t.after, t.key.result() if t.key else None) for t in self._takes]
        keys = {i: report.key for i, report in enumerate(reports) if report.key}
        if self._workers is not None:
            if self._workers.is_worker:
                self._workers.leave(reports)
            for others in self._workers.reports():
                self._compare(reports, others)
                keys |= {i: report.key for i, report in enumerate(others) if report.key}
        self.tools.queue.close()
        # Plays so short that they have no frame leave none; shared ones have one at least.
        shown = [i for i in range(len(self._takes)) if self._workers is not None or i in keys]
        return [self._made(self._takes[i], keys[i]) for i in shown]

    def abort(self) -> None:
        """Stop drawing and encoding."""
        if self._workers is not None:
            self._workers.dismiss()
        self.tools.queue.close(drop=True)

    def _compare(self, reports: list[Report], others: list[Report]) -> None:
        """Raise RuleBroken if two processes differ on the plays, or on what one leaves."""
        if len(reports) != len(others):
            raise RuleBroken(
                f"The shots number {len(reports)} in one process, {len(others)} in another: "
                "what it plays must depend on its parameters alone."
            )
        for take, mine, other in zip(self._takes, reports, others, strict=True):
            if mine.after != other.after:
                raise RuleBroken(
                    f"Play {take.play} leaves another picture when its frames are left out: what "
                    "an updater does must depend on tracked values alone, not on the frames before."
                )

    def _made(self, take: _Take, key: str) -> Made:
        segment = self.tools.store.get(key)
        if segment is None:
            raise OSError(f"the segment of play {take.play} is gone or damaged")
        return Made(take.play, take.section, segment)

    def _close(self) -> None:
        if self._shot is not None:
            self._takes[-1].key = self._shot.close()
            self._shot = None
