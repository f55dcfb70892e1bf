"""The mountain basin with its hikers in it: pictures of it, and what lies on its ground."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
from manim import Group, VGroup, VMobject
from manim.typing import Point3D
from numpy.typing import ArrayLike

from gdmath.arrays import Array
from scenes.figures import DAY, HIKER, NIGHT, Person, Pose
from scenes.figures.light import Light
from scenes.kit.ball import glow
from scenes.kit.puppet import Puppet
from scenes.paint import Art, Paper, radial
from scenes.paint.shapes import ellipse
from scenes.places.place import Place
from scenes.stage.claims import Space, claim, decoration
from scenes.stage.marks import Arrow, Path, dot, px
from scenes.stage.sprite import Sprite
from scenes.stage.tempo import POSES, InPlace, stepped
from scenes.stage.theme import Role
from scenes.worlds.basin.land import height
from scenes.worlds.basin.look import Look
from scenes.worlds.basin.palette import HOURS
from scenes.worlds.basin.plates import Basin, Way

__all__ = [
    "TALL", "Body", "Valley", "View", "Walk", "rounded_way", "standing",
]  # fmt: skip

TALL = 190.0  # cm: a hiker with his hat
LIFT = 0.012  # how high over the ground things lie on it
Body = tuple[float, float, float, float]  # left, bottom, right and top of a figure


class Valley(Place):
    """The basin in a film's theme: in the fog, and in the clear."""

    light = "fog"

    @cached_property
    def scrim(self) -> Sprite:
        """The soft ground under the narration."""
        return self.scrim_of("#182250" if self.night else "#f4f5f3", 0.55 if self.night else 0.75)

    @property
    def clear_scrim(self) -> Sprite:
        """The same when the fog has lifted: the ground there is darker, or lighter, by itself."""
        return self.scrim_of("#1a2142" if self.night else "#e4ecf0", 0.66)

    def framed(
        self, surface: str, spot: Array, azimuth: float, pitch: float, focal: float, far: float,
        up: float, at: tuple[float, float], aside: float = 0.0,
    ) -> Look:  # fmt: skip
        """Return a look at a place from ``far`` before, ``up`` above and ``aside`` right of it.

        The place is ``at`` a point of the frame. The camera is never in the ground.
        """
        turn = math.radians(azimuth)
        ahead, right = (
            np.array([math.sin(turn), math.cos(turn)]), np.array([math.cos(turn), -math.sin(turn)])
        )  # fmt: skip
        w, b = spot - far * ahead + aside * right
        ground, base = (float(height(surface, *np.array(p))) for p in ((w, b), spot))
        look = Look(surface, (w, b, max(base + up, ground + 0.5)), azimuth, pitch, focal)
        x, y = look.on_ground(spot)
        return replace(look, shift=(at[0] - x, at[1] - y))

    def view(self, look: Look, *, clear: bool = False) -> View:
        """Return the basin as it is seen from there, in the fog or when it has lifted."""
        hours = ("dawn", "morning") if clear else ("night", "day")
        return View(self, look, hours[0 if self.night else 1])


class View(Space):
    """The basin from one place: where w and b are in the frame, and what lies there."""

    def __init__(self, place: Valley, look: Look, hour: str) -> None:
        frame = place.film.frame
        self.valley, self.look, self.hour = place, look, hour
        self.theme, self.pixels = place.film.theme, place.pixels
        self.basin = Basin(look, hour, frame.width, frame.height)

    def at(self, spot: ArrayLike, above: float = 0.0) -> Point3D:
        """Return where a place (2,) on the ground, or so far above it, is in the frame."""
        x, y = self.look.on_ground(np.asarray(spot), above)
        return np.array([x, y, 0.0])

    def measure(self, x: ArrayLike, y: ArrayLike) -> np.ndarray:
        """Return where w (n,) and b (n,) are in the frame, (n, 2)."""
        w, b = np.broadcast_arrays(np.atleast_1d(x), np.atleast_1d(y))
        return self.look.on_ground(np.stack((w, b), axis=-1), LIFT)

    # -- the ground ----------------------------------------------------------------------------

    def plate(self, art: Art) -> Sprite:
        """Return a picture of it that fills the frame."""
        return Sprite(art, name="basin")

    def felt(self, places: Array, reach: float, step: float) -> Sprite:
        """Return the ground along a way, to lay over the fog."""
        art = self.basin.felt(self.pixels, rounded_way(places), reach, step)
        return decoration(Sprite(art, name="felt ground"))

    def bank(self, middle: float, half: float, seed: int) -> Sprite:
        """Return a bank of fog."""
        return decoration(Sprite(self.basin.bank(self.pixels, middle, half, seed), name="bank"))

    # -- what lies on it -----------------------------------------------------------------------

    def arrow(self, start: Array, way: Array, role: Role, thickness: float, of: str) -> Arrow:
        """Return an arrow on the ground, as long as its way (2,)."""
        end = start + way
        ends = self.measure(np.array([start[0], end[0]]), np.array([start[1], end[1]]))
        arrow = Arrow(self.theme, role, thickness, name=f"{of} arrow")
        arrow.set_stroke(self.theme.mark("ground"), px(0.05), 0.9, background=True)
        arrow.between(*[np.array([*spot, 0.0]) for spot in ends])
        return claim(arrow, self, of=of, x=np.array([start[0], end[0]]),
                     y=np.array([start[1], end[1]]))  # fmt: skip

    def print_(self, spot: Array, radius: float = 0.1, role: Role = "here") -> VMobject:
        """Return the print of a step: a dot that lies on the ground."""
        mark = dot(self.theme, role, radius, name="print").stretch(self.tilt, 1)
        (x, y), (w, b) = self.measure(spot[0], spot[1])[0], spot
        mark.move_to(np.array([x, y, 0.0]))
        return claim(mark, self, of="position", x=float(w), y=float(b))

    def step(self, start: Array, end: Array, size: float) -> VGroup:
        """Return a step's arrow, if it is long enough to be seen, and the print it leads to."""
        group = VGroup(name="step")
        if np.linalg.norm(self.at(end) - self.at(start)) > 1.2 * size:
            group.add(self.arrow(start, end - start, "step", size, "step"))
        group.add(self.print_(end, 0.75 * size))
        return group

    def ring(self, spot: Array, radius: float, role: Role = "target") -> VGroup:
        """Return a ring on the ground round a place."""
        turns = np.linspace(0, 2 * np.pi, 65)[:, None]
        round_ = spot + radius * np.hstack((np.cos(turns), np.sin(turns)))
        points = [np.array([*p, 0.0]) for p in self.look.on_ground(round_, LIFT)]
        line = Path(self.theme, role, 0.055, name="ring").through(*points)
        line.set_fill(self.theme.mark(role), 0.12)
        line.set_stroke(self.theme.mark("ground"), px(0.1), 0.6, background=True)
        return VGroup(line)

    def steps(self, places: Array, size: float) -> VGroup:
        """Return all steps between places (n, 2) that can be seen, prints over arrows."""
        found = [
            self.step(a, b, size) for a, b in pairwise(places) if self.sees(a) and self.sees(b)
        ]
        first = [self.print_(places[0], 0.75 * size)] if self.sees(places[0]) else []
        arrows = [arrow for step in found for arrow in step[:-1]]
        return VGroup(*arrows, *first, *[step[-1] for step in found])

    def sees(self, spot: Array) -> bool:
        """Return whether nothing hides a place, and it is within the frame."""
        x, y, _ = self.at(spot)
        frame = self.valley.film.frame
        low = (
            frame.bottom + (0.14 if frame.width > frame.height else 0.12) * frame.height
        )  # the words
        inside = abs(x) < frame.width / 2 and low < y < frame.top
        return bool(inside and self.look.sees(np.array([spot]))[0])

    @property
    def tilt(self) -> float:
        """How high a round thing on the ground looks for its width."""
        return max(0.3, math.sin(math.radians(-self.look.pitch)))

    # -- the hiker -----------------------------------------------------------------------------

    def hiker(
        self, pose: Pose, spot: Array, tall: float, facing: int = -1, person: Person = HIKER,
        light: tuple[float, float] = (-0.6, 0.8),
    ) -> Puppet:  # fmt: skip
        """Return a hiker who stands on the ground, ``tall`` frame units with his hat."""
        unit = tall / TALL
        return Puppet(
            person, self.planted(pose, spot, unit, facing), self.light(light),
            at=self.at(spot), unit=unit, pixels=self.pixels, facing=facing,
        )  # fmt: skip

    def planted(self, pose: Pose, spot: Array, unit: float, facing: int) -> Pose:
        """Return a pose with both feet on the ground as it slopes there."""
        right, _, _ = self.look.axes
        base = self.at(spot)[1]
        legs = []
        for leg in (pose.near_leg, pose.far_leg):
            aside = facing * leg.foot[0] * unit / self.look.scale(spot) * right[:2]
            drop = float(np.clip((self.at(spot + aside)[1] - base) / unit, -26, 26))
            turn = math.degrees(math.atan2(drop, leg.foot[0])) if leg.foot[0] else 0.0
            turn = float(
                np.clip(turn if abs(turn) < 90 else turn - math.copysign(180, turn), -35, 35)
            )
            legs.append(leg.but(foot=(leg.foot[0], leg.foot[1] + drop), turn=leg.turn + turn))
        low = min(0.0, *(leg.foot[1] for leg in legs))
        hips = (pose.hips[0], pose.hips[1] + 0.75 * low)
        shift = 0.75 * low
        near, far = (
            arm.but(wrist=(arm.wrist[0], arm.wrist[1] + shift)) for arm in (pose.near, pose.far)
        )
        return pose.but(near_leg=legs[0], far_leg=legs[1], hips=hips, near=near, far=far)

    def shadow(self, puppet: Puppet) -> Group:
        """Return the shadows under a hiker's boots."""
        colour, strength = HOURS[self.hour].shadow
        reach, unit = 0.16 * TALL, puppet.unit
        box = (-reach, -0.3 * reach, reach, 0.3 * reach)
        art = Art(_paint_shadow, (colour, strength, reach), box, self.pixels * unit)
        feet = [puppet.joint(f"foot_{side}") for side in ("near", "far")]
        return Group(*[decoration(Sprite(art, at=foot, unit=unit, name="shadow")) for foot in feet])

    def halo(self, spot: Array, radius: float, role: Role = "target") -> Sprite:
        """Return the glow round a place."""
        shine = glow(radius, self.theme.marks[role], self.pixels, self.theme, 0.45)
        return shine.stretch(self.tilt, 1).move_to(self.at(spot))

    def light(self, towards: tuple[float, float]) -> Light:
        """Return the light that falls on figures at this hour."""
        lit = (NIGHT if self.valley.night else DAY)[
            "fog" if self.hour in ("night", "day") else "valley"
        ]
        return lit.at(towards) if self.valley.night else lit


class Walk(InPlace):
    """Lets a hiker walk along points of the frame, with long strides."""

    def __init__(
        self, hiker: Puppet, points: Sequence[Point3D], talls: tuple[float, float],
        poses: Sequence[Pose], strides: int, **kwargs: Any,
    ) -> None:  # fmt: skip
        self._hiker, self._points = hiker, np.array(points)
        self._poses, self._strides, self._talls = list(poses), strides, talls
        lengths = np.linalg.norm(np.diff(self._points, axis=0), axis=1)
        self._walked = np.concatenate(([0.0], np.cumsum(lengths)))
        super().__init__(hiker, **kwargs)

    def interpolate_mobject(self, alpha: float) -> None:
        """Put the hiker on the way, in the stride that is due."""
        share = self.rate_func(alpha)
        far = share * self._walked[-1]
        spot = [np.interp(far, self._walked, self._points[:, axis]) for axis in range(3)]
        swing = abs(math.sin(math.pi * self._strides * stepped(share, self.run_time, POSES)))
        self._hiker.take(self._poses[0].mixed(self._poses[1], swing))
        tall = self._talls[0] + share * (self._talls[1] - self._talls[0])
        self._hiker.scale(tall / TALL / self._hiker.unit)
        self._hiker.shift(np.array(spot) - self._hiker.place((0, 0)))


def standing(at: Point3D, tall: float) -> Body:
    """Return the sides of a hiker who stands at a point."""
    x, y, _ = at.tolist()
    return x - 0.3 * tall, y - 0.07 * tall, x + 0.3 * tall, y + tall


def _paint_shadow(paper: Paper, colour: str, strength: float, reach: float) -> None:
    stops = [(0.0, colour, strength), (0.45, colour, 0.6 * strength), (1.0, colour, 0.0)]
    with paper.moved(scale=(1, 0.3)):
        paper.fill(ellipse((0, 0), reach), radial((0, 0), reach, stops))


def rounded_way(places: Iterable[Iterable[float]]) -> Way:
    """Return places (n, 2) as a picture is known by."""
    return tuple((round(float(w), 4), round(float(b), 4)) for w, b in places)
