"""Several costs, each over numbers of its own, as one curve with one tangent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from manim import LEFT, RIGHT, UP, VGroup
from manim.typing import Point3D

from gdmath.experiments._common.parabola import Parabola
from gdmath.experiments._common.sentences import Said
from gdmath.experiments.reading import Format, Reading
from scenes.kit.hill_track import HillTrack
from scenes.kit.straightedge import Straightedge
from scenes.paint import Art
from scenes.stage.claims import claim, decoration
from scenes.stage.marks import Path, dot
from scenes.stage.shots import ShotFilm
from scenes.stage.theme import Role

__all__ = ["Overlay", "Scaled"]

BEYOND = 1.3, 1.15  # of the longest reach, and of the farthest start, how far curves are drawn
WIDE = 1.1  # frame units: room for a number between start and bottom
CLEAR = 0.15  # frame units below the curve that a straightedge may reach


@dataclass(frozen=True)
class Scaled:
    """A hill, the way from its bottom that all curves share, where its tangent lies, its slope."""

    hill: Parabola
    reach: float
    at: float
    slope: Reading
    name: Said
    turned: bool


class Overlay:
    """Hills as one curve whose bottom is ``floor``; ``below`` it is a row of numbers for each.

    The way that they share is ``across`` long, and the rows are ``apart``.

    Attributes:
        tracks: the curve of each.
        rows: its slope, its numbers at the start and at the bottom, its name.
        rules: the straightedge, and as ghosts those of other tilts.
    """

    def __init__(
        self, film: ShotFilm[Any], hills: Sequence[Scaled], art: Art, floor: tuple[float, float],
        across: float, tilt: float, below: float, apart: float,
    ) -> None:  # fmt: skip
        self._film = film
        ways = [abs(one.at - float(one.hill.bottom)) / one.reach for one in hills]
        wide = max(BEYOND[0], BEYOND[1] * max(ways))
        self._across = across * BEYOND[0] / wide
        self.tracks: list[HillTrack] = []
        self.rules: list[Straightedge] = []
        self.rows = VGroup(name="rows")
        for number, one in enumerate(hills):
            track = HillTrack(film, one.hill, floor, self._across, one.reach, art, 1, tilt=tilt,
                          end=wide * one.reach, turned=one.turned)  # fmt: skip
            self.tracks.append(track)
            self.rows.add(self._row(track, one, below + number * apart))
            if round(ways[number], 9) not in [round(way, 9) for way in ways[:number]]:
                self.rules.append(self._edge(track, one.at))

    def _edge(self, track: HillTrack, x: float) -> Straightedge:
        """Lay a straightedge on, whose lower end stays above the rows."""
        steep, above = float(track.way(x)[1]), float((track.point(x) - track.floor)[1]) + CLEAR
        low = min(0.8 * self._across, above / max(abs(steep), 1e-9))
        ends = (0.5 * self._across, low) if steep < 0 else (low, 0.5 * self._across)
        return track.edge(x, *ends, ghost=bool(self.rules))

    def _row(self, track: HillTrack, one: Scaled, below: float) -> VGroup:
        film, axis, bottom = self._film, track.axis, float(one.hill.bottom)
        ends = [axis.at(value, -below) for value in (axis.low, axis.high)]
        left, right = sorted(ends, key=lambda end: float(end[0]))
        row = VGroup(decoration(Path(film.theme, "quiet", 0.04).through(left, right)))
        gap = float((axis.at(bottom) - axis.at(one.at))[0])
        inward, outward = (LEFT, RIGHT) if gap > 0 else (RIGHT, LEFT)
        told: list[tuple[float, Role, str, Point3D]] = [
            (one.at, "here", one.hill.name, inward if abs(gap) > WIDE else outward),
            (bottom, "target", f"best {one.hill.name}", inward),
        ]
        for x, role, of, edge in told if gap else told[1:]:
            spot = dot(film.theme, role, 0.09).move_to(axis.at(x, -below))
            number = film.label(
                (Format(2, unit=one.hill.unit).of("x", x), role), room=max(WIDE, abs(gap)) - 0.2
            )
            number.next_to(spot, UP, buff=0.07).align_to(spot, edge)
            row.add(claim(spot, axis, of=of, x=x), claim(number, axis, of="x", x=x))
        size, room, small = film.choose((1.5, 1.4, 1.0), (1.3, 0.85, 0.85), (1.4, 0.95, 0.85))
        slope = film.label((one.slope, "gradient"), size=size, room=room)
        name = film.label(one.name, size=small)
        return row.add(slope.next_to(left, LEFT, buff=0.15), name.next_to(right, RIGHT, buff=0.15))
