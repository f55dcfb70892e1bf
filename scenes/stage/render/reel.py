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

    def begin_play(self, play: int, section: Section, *, hold: bool) -> Shot | None:
        """Return the shot that the play belongs to, or None if a worker draws it.

        A hold belongs to the shot before it, so that it costs one more picture and no new segment.
        """
        if not (hold and self._takes and self._takes[-1].section is section):
            self._close()
            drawn_here = self._crew is None or self._crew.send(len(self._takes))
            self._shot = Shot(self.studio) if drawn_here else None
            self._takes.append(_Take(play, section))
        return self._shot

    def end_play(self, after: str) -> None:
        """Take down what stands for the scene as a play has left it."""
        self._takes[-1].after = after

    def finish(self) -> list[tuple[Section, Segment]]:
        """Return all shots, encoded, with their sections.

        Raises what went wrong if one could not be encoded, and RuleBroken if a worker, which went
        through all frames of a play, has left the scene otherwise than the one that left them out.
        """
        self._close()
        reports = self._crew.reports() if self._crew is not None else {}
        made = [
            (take.section, self._segment(take, reports.get(i)))
            for i, take in enumerate(self._takes)
        ]
        self.studio.works.close()
        return made

    def abort(self) -> None:
        """Stop drawing and encoding."""
        if self._crew is not None:
            self._crew.dismiss()
        self.studio.works.close(drop=True)

    def _segment(self, take: _Take, report: Report | None) -> Segment:
        if report is None:
            assert take.segment is not None
            return take.segment.result()
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
        if self._shot is None:
            return
        segment = self._shot.close()
        self._shot = None
        if self._crew is not None:
            self._crew.report(Report(segment.result().key, self._takes[-1].after))
        self._takes[-1].segment = segment
