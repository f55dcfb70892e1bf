"""The film in the making: its shots in order, and the sections that they belong to."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass

from manim.scene.section import Section

from scenes.stage.render.segments import Segment
from scenes.stage.render.shot import Shot, Studio

__all__ = ["Reel", "Take"]


@dataclass(frozen=True)
class Take:
    """A finished shot's segment, when it comes, and its section."""

    section: Section
    segment: Future[Segment]


class Reel:
    """Collects shots."""

    def __init__(self, studio: Studio) -> None:
        self.studio = studio
        self._shot: Shot | None = None
        self._section: Section | None = None
        self._takes: list[Take] = []
        self.drawn = 0

    def begin_play(self, section: Section, *, hold: bool) -> Shot:
        """Return the shot that the next play belongs to.

        A hold belongs to the shot before it, so that it costs one more picture and no new segment.
        """
        if self._shot is None or not hold or section is not self._section:
            self._close()
            self._shot, self._section = Shot(self.studio), section
        return self._shot

    def finish(self) -> list[tuple[Section, Segment]]:
        """Return all shots, encoded, with their sections.

        Raises what went wrong if one could not be encoded.
        """
        self._close()
        made = [(take.section, take.segment.result()) for take in self._takes]
        self.studio.works.close()
        return made

    def abort(self) -> None:
        """Stop encoding."""
        self.studio.works.close(drop=True)

    def _close(self) -> None:
        if self._shot is not None and self._section is not None:
            self._takes.append(Take(self._section, self._shot.close()))
            self.drawn += self._shot.drawn
        self._shot = None
