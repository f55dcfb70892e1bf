"""The film in the making: its shots in order, drawn here or by a crew."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass

from manim.scene.section import Section

from scenes.stage.render.crew import Crew, Report
from scenes.stage.render.failures import RuleBroken
from scenes.stage.render.segments import Segment
from scenes.stage.render.shot import Shot, Studio

__all__ = ["Reel"]

# Of plays for one worker: forking has its price, and so has waiting at the end.
_BATCH_SECONDS, _BATCH_FRAMES = 3, 90


@dataclass
class _Take:
    """A shot's first play and section, its segment if it is made here, and its end."""

    play: int
    section: Section
    segment: Future[Segment] | None = None
    after: str = ""


class Reel:
    """Collects shots."""

    def __init__(self, studio: Studio, crew: Crew | None) -> None:
        self.studio = studio
        self._crew = crew
        self._shot: Shot | None = None
        self._takes: list[_Take] = []
        self._draws = crew is None
        self._batch = 0  # frames of plays in what one worker draws
        self._most = max(_BATCH_SECONDS * studio.video.rate, _BATCH_FRAMES)

    def begin_play(self, play: int, section: Section, frames: int, *, hold: bool) -> Shot | None:
        """Return the shot that the play belongs to, or None if a worker draws it.

        A hold belongs to the shot before it, so that it costs one more picture and no new segment.
        """
        moving = 0 if hold else frames
        if not (hold and self._takes and self._takes[-1].section is section):
            self._close()
            full = not self._takes or (self._batch and self._batch + moving > self._most)
            if self._crew is not None and full:
                self._hand_over(self._crew)
            self._shot = Shot(self.studio) if self._draws else None
            self._takes.append(_Take(play, section))
        self._batch += moving
        return self._shot

    def _hand_over(self, crew: Crew) -> None:
        """Leave what comes next to a new worker; a worker has done its part here."""
        if crew.is_worker:
            mine = {i: take for i, take in enumerate(self._takes) if take.segment is not None}
            crew.leave({i: Report(self._made(t).key, t.after) for i, t in mine.items()})
        self._draws = crew.send()
        self._batch = 0

    def end_play(self, after: str) -> None:
        """Take down what stands for the scene as a play has left it."""
        self._takes[-1].after = after

    def finish(self) -> list[tuple[Section, Segment]]:
        """Return all shots, encoded, with their sections.

        Raises what went wrong if one could not be encoded, and RuleBroken if a worker, which went
        through all frames of a play, has left the scene otherwise than the one that left them out.
        """
        self._close()
        reports: dict[int, Report] = {}
        if self._crew is not None:
            if self._crew.is_worker:
                self._hand_over(self._crew)
            reports = self._crew.reports()
        made = [
            (take.section, self._reported(take, reports[i]) if i in reports else self._made(take))
            for i, take in enumerate(self._takes)
        ]
        self.studio.works.close()
        return made

    def abort(self) -> None:
        """Stop drawing and encoding."""
        if self._crew is not None:
            self._crew.dismiss()
        self.studio.works.close(drop=True)

    def _made(self, take: _Take) -> Segment:
        assert take.segment is not None
        return take.segment.result()

    def _reported(self, take: _Take, report: Report) -> Segment:
        if report.after != take.after:
            raise RuleBroken(
                f"Play {take.play} leaves another picture when its frames are left out: what an "
                "updater does must depend on tracked values alone, not on the frames before."
            )
        segment = self.studio.store.get(report.key)
        if segment is None:
            raise OSError(f"the segment of play {take.play} is gone or damaged")
        return segment

    def _close(self) -> None:
        if self._shot is not None:
            self._takes[-1].segment = self._shot.close()
            self._shot = None
