"""Plays a film without rendering it, and looks at it on the way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from manim import Mobject, Scene, list_update

from filmrender.drawing.order import drawing_order
from gdmath.experiments.params import Params
from scenes.stage.film import TICK, Film
from scenes.stage.inspect.bounds import judge_bounds, judge_sizes
from scenes.stage.inspect.contrast import Contrast
from scenes.stage.inspect.covering import judge_covered_texts, judge_faces
from scenes.stage.inspect.crossings import Crossings
from scenes.stage.inspect.easel import Easel
from scenes.stage.inspect.finding import Finding
from scenes.stage.inspect.legibility import judge_phone
from scenes.stage.inspect.moment import Moment
from scenes.stage.inspect.narration import Captions, judge_narration
from scenes.stage.inspect.numbers import judge_numbers
from scenes.stage.inspect.palette import judge_palette
from scenes.stage.inspect.picture import Picture, State
from scenes.stage.inspect.places import judge_far_labels, judge_places
from scenes.stage.inspect.playing import SHORTER_SIDE, play, staged
from scenes.stage.inspect.roles import judge_roles
from scenes.stage.inspect.sentences import judge_lesson, judge_sentences
from scenes.stage.inspect.shots import Shots, judge_count
from scenes.stage.inspect.soundness import (
    Flashes,
    judge_beats,
    judge_finite,
    judge_length,
    judge_standstill,
)
from scenes.stage.inspect.sums import judge_sums
from scenes.stage.inspect.things import Thing, in_transit, see

__all__ = ["Report", "inspect_film"]

_DIGITS = 9
_ALWAYS = (judge_bounds, judge_places, judge_numbers)
_AT_REST = (
    judge_sizes, judge_phone, judge_far_labels, judge_sums, judge_count, judge_faces,
    judge_covered_texts, judge_sentences,
)  # fmt: skip


@dataclass(frozen=True)
class Report:
    """What was found in a film, by theme, and how long the film is in seconds."""

    findings: Mapping[str, list[Finding]]
    seconds: float


def inspect_film(
    film: type[Film[Any]],
    params: Params,
    themes: Sequence[str] = ("dark",),
    aspect: str = "16:9",
) -> Report:
    """Play a film and return every fault once, as it was seen first.

    In the first theme it is looked at in every way. In the others only colours can differ if the
    same shapes stand at every play's end: then only colours are looked at, when the picture rests.
    Raises whatever the film raises.
    """
    first = _watched(film, params, themes[0], aspect)
    found = {themes[0]: first.findings}
    for theme in themes[1:]:
        watch = _watched(film, params, theme, aspect, colours_only=True)
        if watch.shapes != first.shapes:
            watch = _watched(film, params, theme, aspect)
        found[theme] = watch.findings
    return Report(found, first.seconds)


def _watched(
    film: type[Film[Any]],
    params: Params,
    theme: str,
    aspect: str,
    *,
    colours_only: bool = False,
) -> Watch:
    watch = Watch(colours_only=colours_only)
    with staged(film, watch, params, theme, aspect) as scene:
        watch.begin(scene)
        play(scene, ends_only=colours_only)
        watch.end()
    return watch


class Watch:
    """Looks at a film at every play's end, and every fifth of a second within.

    With ``colours_only`` it looks at the colours of pictures at rest, and at nothing else.

    Attributes:
        shapes: for each play's end a number that tells the shapes then from others.
        seconds: how long the film is.
    """

    def __init__(self, *, colours_only: bool = False) -> None:
        self._colours_only = colours_only
        self.shapes: list[int] = []
        self.seconds = 0.0
        self._found: dict[tuple[str, ...], Finding] = {}
        self._changes: list[float] = []
        self._captions = Captions()
        self._crossings = Crossings()
        self._shots = Shots()
        self._picture = Picture()
        self._things: list[Thing] = []  # when it was last judged, and when it last was at rest
        self._at_rest: list[Thing] = []
        self._looked_at: tuple[bool, Picture] | None = None
        self._outlines: dict[State, int] = {}

    @property
    def findings(self) -> list[Finding]:
        """What is wrong, each as it was seen first."""
        return list(self._found.values())

    def begin(self, film: Film[Any]) -> None:
        """Prepare for a film."""
        self._film = film
        self._run = film.run()
        ground = film.theme.mark("ground").to_hex()
        self._contrast = Contrast(Easel(film.layout.frame, SHORTER_SIDE, ground))
        self._small = Easel(film.layout.frame, Flashes.SIZE, ground, Flashes.LEAST_LINE)
        self._flashes = Flashes(self._small)

    def frame(self, _scene: Scene, seconds: float) -> None:
        """See a frame of a play, or the one picture of a hold."""
        if self._colours_only:
            return
        self._see(seconds, rests=False)
        if abs(seconds / TICK - round(seconds / TICK)) < 1e-6:
            self._look(seconds, rests=False)

    def play_end(self, _scene: Scene, seconds: float) -> None:
        """See the picture after a play."""
        self._see(seconds, rests=True)
        self._look(seconds, rests=True)
        known, mobjects = self._outlines, self._picture.mobjects
        self._outlines = {s: known.get(s) or _outline(s, m) for s, m in mobjects.items()}
        shapes = [thing.states for thing in self._at_rest if not thing.decoration]
        self.shapes.append(hash(tuple(self._outlines[state] for own in shapes for state in own)))

    def end(self) -> None:
        """Judge what only a whole film shows."""
        film, end = self._film, self._film.clock
        self.seconds = end
        self._note(judge_palette(film.theme))
        if self._colours_only:
            return
        self._note(judge_narration(film.cues))
        self._note(judge_lesson(self._run))
        self._note(self._captions.judge(film.cues))
        self._note(judge_length(end))
        self._note(judge_beats(film.beats, end, self._changes))
        self._note(judge_standstill(self._changes, end, film.cues))
        self._note(self._shots.judge())

    def _note(self, findings: Iterable[Finding]) -> None:
        for finding in findings:
            self._found.setdefault(finding.key, finding)

    def _see(self, seconds: float, *, rests: bool) -> None:
        """Take in the picture and, if it is a new one, its light."""
        film = self._film
        drawn = drawing_order(list_update(film.mobjects, film.foreground_mobjects))
        before, self._picture = self._picture, Picture.of(drawn, self._picture)
        if not self._picture.looks_like(before):
            self._changes.append(seconds)
            if not self._colours_only:
                self._note(self._flashes.see(seconds, self._picture, rests=rests))

    def _look(self, seconds: float, *, rests: bool) -> None:
        """Judge the picture, unless it has been judged."""
        if self._looked_at is not None:
            rested, picture = self._looked_at
            if rests <= rested and self._picture.looks_like(picture):
                return
        self._looked_at = rests, self._picture
        film = self._film
        moving = set() if rests else in_transit(film)
        members: dict[int, Mobject] = {}
        run, picture = self._run, self._picture
        things = see(film, moving, members, picture, self._things)
        fresh = frozenset(things).difference(self._at_rest if rests else self._things)
        moment = Moment(film, seconds, rests, things, fresh, moving, members, picture, run)
        broken = list(judge_finite(moment))
        self._note(broken)
        if broken:
            return  # no other measure would make sense
        self._things = things
        if rests:
            self._at_rest = things
        if rests:
            self._note(judge_roles(moment))
            self._note(self._contrast.judge(moment))
        if self._colours_only:
            return
        for judge in _ALWAYS + (_AT_REST if rests else ()):
            self._note(judge(moment))
        if rests:
            self._shots.see(moment, self._small.pixels)
        self._note(self._crossings.judge(moment))
        self._captions.see(moment)


def _outline(state: State, mobject: Mobject) -> int:
    """Return a number that changes with a mobject's points, and with how it is painted.

    The points without their last digits, which the way to them decides; no colours, and no rims.
    """
    first = next((i for i, ink in enumerate(state.inks) if not ink.width), -1)
    points = np.round(mobject.points, _DIGITS) + 0.0  # no negative zeros
    return hash((points.tobytes(), *(ink[1:] for ink in state.inks[first:])))
