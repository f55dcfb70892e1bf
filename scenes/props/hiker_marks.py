"""What lies on the hiker's land: arrows, paths and their hidden parts, footprints, floors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from manim import DL, DOWN, LEFT, RIGHT, UP, UR, Circle, Mobject, RoundedRectangle, VGroup, VMobject
from manim.typing import Point3D, Vector3D

from gdmath.experiments.hiker_parts import Hike
from gdmath.experiments.reading import equals
from scenes.props.hiker_camera import Flags, Floats
from scenes.props.hiker_land import SIGHT, Land
from scenes.stage.claims import claim
from scenes.stage.clip import lay
from scenes.stage.marks import CASING, Arrow, Path, bullseye, cased, follow
from scenes.stage.theme import Role, Theme
from scenes.stage.words import Math, Part, Words

__all__ = ["ROSE", "TICK", "Line", "Marks", "Trail", "looked_at"]

LONGEST = 0.85  # of the sight: how long the longest of the eight arrows is
ROSE, TICK = 0.92, 0.88  # of a compass' radius: its longest arrow, and where a tick begins
PER_STEP, MOST = 12, 1500  # places along a path that are looked at
REMEMBERED = 20.0  # units of w and b: how much of a way is drawn
ABOVE = 0.06  # units of altitude at which the path lies above the ground
FOOTPRINT = 0.075  # radius in units of w and b


class Line(NamedTuple):
    """How a path is drawn."""

    theme: Theme
    role: Role
    thickness: float
    name: str


class Thing(NamedTuple):
    """A row of the table: a thing, what it means, and the mark and place that it is joined to."""

    name: str
    means: str
    role: Role
    mark: VMobject
    place: Point3D


class Trail(Path):
    """A path over places in the frame that is drawn up to a moment, but for its hidden parts.

    What lies far back on a very long way is no longer drawn. ``moments`` (n,) ascend; ``places``
    (n, 3), ``clear`` (n,) and ``walked`` (n,), the length of the way until there, belong to them.
    """

    def __init__(
        self, moments: Floats, places: Floats, clear: Flags, walked: Floats, line: Line
    ) -> None:
        super().__init__(line.theme, line.role, line.thickness, name=line.name)
        self.moments, self.places, self.walked = moments, places, walked
        self.open = clear[:-1] & clear[1:]
        cased(self, line.theme).until(0.0)

    def until(self, moment: float) -> Trail:
        """Draw up to this moment."""
        passed = int(np.searchsorted(self.moments[:-1], moment, side="right"))
        ends = self.places[1 : passed + 1].copy()
        ends[-1:] = [np.interp(moment, self.moments, axis) for axis in self.places.T]
        starts = self.places[:passed]
        recent = self.walked[:passed] >= np.interp(moment, self.moments, self.walked) - REMEMBERED
        shares = np.linspace(0, 1, 4)[np.newaxis, :, np.newaxis]
        pieces = starts[:, np.newaxis] + shares * (ends - starts)[:, np.newaxis]
        pieces = pieces[self.open[:passed] & recent].reshape(-1, 3)
        # A mobject without any point would be regrouped by Manim's transforms.
        self.points = pieces if len(pieces) else np.repeat(self.places[:1], 4, axis=0)
        self.set_stroke(opacity=float(len(pieces) > 0))
        return self.set_stroke(opacity=float(len(pieces) > 0), background=True)


def looked_at(hike: Hike) -> Floats:
    """Return the moments (n,) at which a hike's path is looked at."""
    return np.linspace(0, hike.ends_at, min(MOST, max(2, round(PER_STEP * hike.ends_at) + 1)))


class Marks:
    """Makes the marks on one land."""

    def __init__(self, land: Land, em: float) -> None:
        self.land, self.story, self.theme, self.em = land, land.story, land.theme, em

    # -- arrows ------------------------------------------------------------------------------

    def arrow(
        self, role: Role, place: Floats, way: Floats, name: str, thickness: float = 0.085
    ) -> Arrow:
        """Return an arrow on the ground from a place along a way (2,), as far as the map goes."""
        arrow = Arrow(self.theme, role, thickness, name=name)
        ends = np.array([place, self.story.terrain.within(place, way)])
        arrow.between(*self.land.camera.on_ground(ends))
        claim(
            arrow,
            self.land,
            of="gradient" if role == "gradient" else "move",
            x=ends[:, 0],
            y=ends[:, 1],
        )
        return cased(arrow, self.theme)

    def compass(self) -> list[VMobject]:
        """Return an arrow for each direction at the start, as long as the drop that way.

        Where it goes up the arrow is a mere point.
        """
        start = self.story.hike.places[0]
        scale = LONGEST * SIGHT / self.story.full_drop
        ways = [max(feel.drop, 0.0) * scale * feel.way for feel in self.story.feels]
        return [self.arrow("step", start, way, "drop", 0.06) for way in ways]

    def ring(self) -> Path:
        """Return the compass as it lies on the ground at the start, as far as it is seen.

        Its ticks stand where it goes up, as on the rose.
        """
        start, reach = self.story.hike.places[0], LONGEST / ROSE * SIGHT
        angles = np.linspace(0, 2 * np.pi, 121)
        rim = start + reach * np.stack([np.cos(angles), np.sin(angles)], axis=-1)
        pieces = [np.stack([rim[:-1], rim[1:]], axis=1)]
        for feel in self.story.feels:
            if feel.drop <= 0:
                pieces.append(start + reach * np.array([[[TICK], [1.0]]]) * feel.way)
        ends = np.concatenate(pieces)
        flat = ends.reshape(-1, 2)
        seen = self.land.camera.sees(flat, self.story.terrain.altitude(flat) + ABOVE)
        seen &= self.story.terrain.rim(flat) <= 1
        ring = cased(Path(self.theme, "quiet", 0.022, name="compass on the ground"), self.theme)
        return lay(ring, self.land.camera.on_ground(ends[seen.reshape(-1, 2).all(axis=1)]))

    def height(self, place: Floats) -> Path:
        """Return the height of a place above the lowest ground that the hiker reached."""
        low = float(self.story.hike.altitudes[: self.story.hike.inside].min())
        foot, head = self.land.camera.points(place, low), self.land.at(place)
        thickness = 0.05
        lowest = self.land.zone.bottom + CASING + thickness / 2
        aside = np.array([0.95 * self.em, max(0.0, lowest - foot[1]), 0.0])
        tick = 0.3 * self.em * RIGHT
        mark = Path(self.theme, "cost", thickness, name="altitude")
        ends = (head + tick, head - tick, head, foot, foot - tick, foot + tick)
        return cased(mark, self.theme).through(*(end + aside for end in ends))

    # -- paths -------------------------------------------------------------------------------

    def trail(self, hike: Hike, line: Line) -> Trail:
        """Return the path of a hike over the land, behind the hills that stand before it."""
        moments = looked_at(hike)
        places, heights = hike.place_at(moments), hike.height_at(moments)
        clear = self.land.camera.sees(places, heights + ABOVE)
        points = self.land.camera.points(places, heights)
        return Trail(moments, points, clear, hike.walked_at(moments), line)

    def other_trail(self, hike: Hike) -> Trail:
        """Return the path of another hike."""
        return self.trail(hike, Line(self.theme, "text", 0.03, "another path"))

    def growing_trail(self, hike: Hike) -> Trail:
        """Return the hiker's own path, as far as he has come."""
        trail = self.trail(hike, Line(self.theme, "here", 0.032, "path"))
        return follow(trail, lambda mark: mark.until(self.land.moment()))

    def footprints(self) -> VMobject:
        """Return a print at every place that the hiker has left, all in one mobject."""
        hike = self.story.hike
        places, walked = hike.places[: hike.inside], hike.walked[: hike.inside]
        heights = self.story.terrain.altitude(places)
        clear = self.land.camera.sees(places, heights + ABOVE)
        points = self.land.camera.points(places, heights)
        outline = Circle(radius=FOOTPRINT).points * np.array([1.0, 0.6, 1.0])
        prints = np.array(
            [
                point + self.land.camera.size_at(place) * outline
                for place, point in zip(places, points, strict=True)
            ]
        )
        mark = VMobject(fill_color=self.theme.mark("here"), fill_opacity=1, stroke_width=0)
        mark.name = "footprints"
        cased(mark, self.theme, 0.4 * CASING)

        def grow(mark: VMobject) -> None:
            moment = self.land.moment()
            left = clear & (np.arange(len(places)) < moment - 1e-9)
            left &= walked >= hike.walked_at(moment) - REMEMBERED
            some = prints[left]
            mark.points = some.reshape(-1, 3) if len(some) else np.repeat(points[:1], 4, axis=0)

        return follow(mark, grow)

    def shadow(self) -> VMobject:
        """Return the shadow under the hiker, flat on the ground."""
        mark = VMobject(fill_color="#000000", fill_opacity=0.35, stroke_width=0)
        mark.name = "shadow"
        angles = np.linspace(0, 2 * np.pi, 25)
        ring = 0.27 * np.stack([np.cos(angles), np.sin(angles)], axis=-1)

        def lie(mark: VMobject) -> None:
            mark.set_points_as_corners(self.land.camera.on_ground(self.land.place + ring))

        return follow(mark, lie)

    # -- places with a name ------------------------------------------------------------------

    def floor(self, place: Floats) -> VGroup:
        """Return the mark of a valley floor, flat as the ground is."""
        size = self.land.camera.size_at(place)
        mark = bullseye(self.theme, 0.26 * size).stretch(0.6, 1).move_to(self.land.at(place))
        return claim(mark, self.land, of="valley", x=place[0], y=place[1])

    def plate(
        self, rows: Sequence[Words], things: Sequence[Mobject], taken: Sequence[Mobject]
    ) -> VGroup:
        """Return words on a plate beside one of these things, readable over any land.

        It stands where it covers least of what is there already.
        """
        size = self.em
        box = RoundedRectangle(
            width=max(row.width for row in rows) + 0.7 * size,
            height=(1.3 * len(rows) + 0.1) * size,
            corner_radius=0.3 * size,
            fill_color=self.theme.mark("ground"),
            fill_opacity=1,
            stroke_width=0,
        )
        sides = (DOWN, UP, RIGHT, LEFT)
        spots = [self._beside(thing, box, side) for thing in things for side in sides]
        box.move_to(min(spots, key=lambda spot: _covered(box.move_to(spot), taken)))
        for number, row in enumerate(rows):
            baseline = box.get_top()[1] - (1.3 * number + 1.02) * size
            row.stand_at(box.get_center()[0], baseline, "center")
        return VGroup(box, *rows, name="plate")

    def _beside(self, thing: Mobject, box: Mobject, side: Vector3D) -> Point3D:
        zone = self.land.zone
        half = np.array([box.width / 2, box.height / 2, 0.0])
        low = np.array([zone.left, zone.bottom, 0.0]) + half
        high = np.array([zone.right, zone.top, 0.0]) - half
        return np.clip(box.next_to(thing, side, buff=0.3 * self.em).get_center(), low, high)

    def altitudes(self, floors: Sequence[Mobject], figure: Mobject) -> VGroup:
        """Return the valleys' altitudes beside their floors, as far as each other leave room."""
        plates = VGroup()
        for floor, (_, altitude) in zip(floors, self.story.valleys, strict=True):
            words = self._words(altitude, role="cost")
            plate = self.plate([words], [floor], [figure, *floors, *plates])
            if not _covered(plate, [*plates]):
                plates.add(plate)
        return plates

    def ending(self, figure: Mobject) -> VGroup:
        """Return how the hike ended, in numbers, beside the disc of sight."""
        story, disc = self.story, self.land.disc
        if story.regime == "left":
            rows = [self._words("off the map at step ", story.count_of(story.steps))]
            return self.plate(rows, [disc, figure], [figure, disc])
        size = story.last_slope
        slope = (
            Math("norm(nabla J)"), f" {equals(size)} ", size, f" {story.flatness} ", story.tolerance
        )  # fmt: skip
        when = self._words("step ", story.count_of(story.steps))
        rows = [when, self._words(*slope, role="gradient")]
        return self.plate(rows, [disc, figure], [figure, disc])

    def things(self, step: int, chest: Point3D) -> list[Thing]:
        """Return what the table names, as it is where a step begins."""
        hike = self.story.hike
        place = hike.places[step]
        up = self.arrow("gradient", place, self.story.uphill(step), "slope", 0.055)
        move = self.arrow("step", place, self.story.move(step), "step size", 0.055)
        height = self.height(place)
        found = hike.ground == "valley"
        end = hike.places[-1] if found else self.story.terrain.objective.minimiser
        floor = VGroup() if found else self.floor(end)
        return [
            Thing("position", "weights w, b", "here", VGroup(), chest),
            Thing("altitude", "error J", "cost", height, height.get_center()),
            Thing("slope", "gradient", "gradient", up, up.tip),
            Thing("step size", "learning rate", "step", move, move.get_center()),
            Thing("valley floor", "solution", "target", floor, self.land.at(end)),
        ]

    def _words(self, *parts: Part, role: Role = "text") -> Words:
        return Words(*parts, theme=self.theme, size=self.em, role=role, bold=True, name="plate")


def _covered(box: Mobject, taken: Sequence[Mobject]) -> float:
    return sum(_overlap(box, other) for other in taken)


def _overlap(one: Mobject, other: Mobject) -> float:
    """Return the area that the rectangles around both have in common."""
    low = np.maximum(one.get_corner(DL), other.get_corner(DL))
    high = np.minimum(one.get_corner(UR), other.get_corner(UR))
    return float(np.prod(np.maximum(high - low, 0.0)[:2]))
