"""The hiker film's pictures: from beside him, from straight above, along his walk, at dawn."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

import numpy as np
from manim import Animation, DashedVMobject, Group, Polygon, VGroup, VMobject
from manim.typing import Point3D

from gdmath.arrays import Array
from gdmath.experiments.hiker import REACH, Hiker, Params
from scenes.figures import HIKER, Person, Pose
from scenes.figures.poses import HIKER_POSES
from scenes.kit.steps import StepLine
from scenes.places.basin import TALL, FromAbove, Valley, Walk, puppet_unit, rounded_way
from scenes.stage.claims import decoration
from scenes.stage.fading import FadeIn
from scenes.stage.layout import Zone
from scenes.stage.marks import Dashes, cased, px
from scenes.stage.shots import ShotFilm
from scenes.stage.theme import Role
from scenes.worlds.basin.land import RISE
from scenes.worlds.basin.look import Look

__all__ = ["Above", "Dawn", "HikerSets", "Hook", "Walked"]

CLEAR = 0.9  # how far he knows the ground around him
NEAREST = 2.58  # how far before him the camera is, on his walk
TURN = 249.8  # degrees from +b to where his way leads if the camera looks along +b
COATS = (("#7E7A5A", "#58503F"), ("#7C6580", "#50435E"), ("#6D8470", "#455A58"),
         ("#8A6A5A", "#5A443C"))  # fmt: skip
Body = tuple[float, float, float, float]
SEEING = replace(HIKER, blindfold="up")


class HikerSets(Valley):
    """Composes the hiker film's shots for the film's theme and aspect ratio."""

    def __init__(self, film: ShotFilm[Params], story: Hiker) -> None:
        super().__init__(film)
        self.story, self.name = story, story.params.surface
        self.start = story.start

    def height(self, spot: Array) -> float:
        """Return how high the ground is."""
        return RISE * float(self.story.objective.value(spot))

    def framed(
        self, spot: Array, azimuth: float, pitch: float, focal: float, far: float, up: float,
        at: tuple[float, float], aside: float = 0.0,
    ) -> Look:  # fmt: skip
        """Return a look at a place from ``far`` before, ``up`` above and ``aside`` right of it.

        The place is ``at`` a point of the frame. The camera is never in the ground.
        """
        turn = math.radians(azimuth)
        ahead, right = (
            np.array([math.sin(turn), math.cos(turn)]), np.array([math.cos(turn), -math.sin(turn)])
        )  # fmt: skip
        w, b = spot - far * ahead + aside * right
        base = Look(self.name, (w, b, 0.0), azimuth, pitch, focal)
        ground = float(base.spots(np.array([w, b]))[2])
        high = max(self.height(spot) + up, ground + 0.5)
        look = replace(base, place=(w, b, high))
        x, y = look.on_ground(spot)
        return replace(look, shift=(at[0] - x, at[1] - y))

    @property
    def above_words(self) -> Zone:
        """The frame without its margin and without the narration's rows."""
        frame = self.film.frame
        low = self.film.choose(0.14, 0.2, 0.125)
        return frame.part(0.045, low, 0.955, 0.955)

    @cached_property
    def hook(self) -> Hook:
        """He stands on a slope in the fog."""
        return Hook(self)

    @cached_property
    def above(self) -> Above:
        """He feels for the ground, from straight above."""
        middle = self.film.choose((0.0, 0.4), (0.0, 0.75), (0.0, 0.6))
        wide, high = self.film.choose((3.6, 3.0), (3.2, 2.1), (3.2, 4.0))
        return Above(self, self.reaches, middle, wide, high)

    def above_step(self) -> Above:
        """The same lower down, with room for the step and for the rule."""
        middle = self.film.choose((0.0, -0.55), (0.0, -0.6), (0.0, -0.3))
        wide, high = self.film.choose((6.0, 2.3), (3.0, 1.9), (3.1, 4.0))
        reaches = [self.stretch * self.story.gradient(0), self.story.move(0)]
        return Above(self, [*self.reaches, *reaches], middle, wide, high)

    @property
    def reaches(self) -> list[Array]:
        """What must have room round him: the gradient and its opposite."""
        up = self.stretch * self.story.gradient(0)
        return [up, -up]

    @cached_property
    def stretch(self) -> float:
        """How many times as long as they are arrows are drawn: 1 but for very gentle ground."""
        length = float(np.linalg.norm(self.story.gradient(0)))
        return 10.0 ** max(0, math.ceil(math.log10(0.3 / max(length, 1e-9))))


def standing(at: Point3D, tall: float) -> Body:
    """Return left, bottom, right and top of a hiker who stands at a point."""
    x, y, _ = at.tolist()
    return x - 0.3 * tall, y - 0.07 * tall, x + 0.3 * tall, y + tall


class Hook(Group):
    """The hiker from beside, the slope falling to the left."""

    def __init__(self, sets: HikerSets) -> None:
        film, story = sets.film, sets.story
        up = story.gradient(0)
        azimuth = math.degrees(math.atan2(-up[1], up[0])) if np.linalg.norm(up) > 1e-9 else 0.0
        focal = film.choose(12.6, 10.5, 12.8)
        at = film.choose((0.9, -2.1), (0.5, -2.0), (0.3, -3.6))
        look = sets.framed(sets.start, azimuth, -10.2, focal, 2.5, 1.02, at)
        self.view = view = sets.view(look)
        orb = film.choose((-4.4, 2.9), (-2.6, 3.1), (-2.2, 5.6))
        way = rounded_way(sets.start[None])
        plate = view.plate(view.basin.fog(sets.pixels, way, CLEAR, orb=orb, step=0.125))
        self.tall = film.choose(5.5, 4.6, 7.4)
        self.hiker = view.hiker(HIKER_POSES["feeling"], sets.start, self.tall)
        low = at[1]
        self.banks = [view.bank(low + 0.9, 0.55, 41), view.bank(low - 1.0, 0.75, 63)]
        super().__init__(plate, self.banks[0], view.shadow(self.hiker), self.hiker,
                         self.banks[1])  # fmt: skip


class Above(Group):
    """The hiker from straight above: w runs right, b up; 1 of J is as long as 1 of w."""

    def __init__(
        self, sets: HikerSets, reaches: list[Array], middle: tuple[float, float],
        wide: float, high: float,
    ) -> None:  # fmt: skip
        film = sets.film
        self.sets, self.story = sets, sets.story
        most = np.abs(np.array(reaches)).max(axis=0) + 1e-9
        self.unit = unit = float(min(film.choose(4.4, 3.9, 4.6), wide / most[0], high / most[1]))
        look = Look(sets.name, (*sets.start, 8.0), 0.0, -90.0, unit, middle, flat=True)
        self.view = view = sets.view(look)
        self.cm = REACH * unit / 62.0  # frame units a cm
        way = rounded_way(sets.start[None])
        clear = max(CLEAR, film.choose(3.4, 3.4, 4.8) / unit)
        art = view.basin.fog(sets.pixels, way, clear, step=0.1 if unit > 2 else 0.25, seed=31)
        best = self.story.best[0] if self.story.best else 3
        self.turns = [45.0 * k for k in range(8)]
        self.hiker = FromAbove(view, sets.start, max(self.cm, 0.009), self.turns[best], 62.0)
        self.plate = view.plate(art)
        ring = view.ring(sets.start, REACH)[0].set_fill(opacity=0)
        self.ring = decoration(DashedVMobject(ring.set_stroke(width=0, background=True), 44))
        self.ring.set_stroke(film.theme.mark("text"), px(0.03), 0.75)
        super().__init__(self.plate, self.ring, self.hiker)

    def ray_end(self, number: int) -> float:
        """Return how far from him the ray of a way ends."""
        return 0.16 + (REACH + abs(float(self.story.changes[number]))) * self.unit

    def ray(self, number: int) -> VGroup:
        """Return what the foot finds one way: a print, and a ray as long as the ground changes."""
        theme, change = self.sets.film.theme, float(self.story.changes[number])
        way = np.array([*self.story.ways[number], 0.0])
        side = np.array([-way[1], way[0], 0.0])
        foot = self.view.at(self.sets.start) + REACH * self.unit * way
        half = 0.16
        out = self.view.at(self.sets.start) + self.ray_end(number) * way
        base = foot + 0.16 * way
        ray = Polygon(base + half * side, out, base - half * side, stroke_width=0)
        print_ = Polygon(*[foot + a * way + c * side for a, c in
                           ((-0.1, 0.09), (0.1, 0.09), (0.1, -0.09), (-0.1, -0.09))])  # fmt: skip
        print_.set_fill(theme.mark("text"), 0.9).set_stroke(width=0)
        for part in (ray, print_):
            part.set_stroke(theme.mark("ground"), px(0.06), 0.9, background=True)
        if change < 0:
            ray.set_fill(theme.mark("text"), 0.9)
            return VGroup(decoration(print_), ray)
        ray.set_stroke(theme.mark("gradient"), px(0.05), 1.0).set_stroke(width=0, background=True)
        edge = DashedVMobject(ray, num_dashes=max(8, round(ray.get_arc_length() / 0.14)))
        edge.set_stroke(theme.mark("ground"), px(0.12), 0.9, background=True)
        return VGroup(decoration(print_), edge)

    def chosen(self, number: int) -> VMobject:
        """Return the ray of a way that falls most, lit up."""
        ray = self.ray(number)[1]
        return ray.set_fill(self.sets.film.theme.mark("step"), 1.0)

    def arrow(self, way: Array, role: Role, of: str) -> VGroup:
        """Return an arrow from where he stands."""
        stretch = self.sets.stretch
        return VGroup(self.view.arrow(self.sets.start, way, role, 0.17, of, stretch))


class Walked(Group):
    """His walk through the fog, and the altitude that grows out of it."""

    def __init__(self, sets: HikerSets) -> None:
        film, story = sets.film, sets.story
        self.sets, self.story = sets, story
        self.places = story.hike.on_map
        self.most = film.choose(3.9, 2.7, 4.2)
        look = self._look()
        self.view = view = sets.view(look)
        orb = film.choose((-1.0, 3.1), (-1.5, 3.2), (-2.0, 5.6))
        first = rounded_way(self.places[:2])
        art = view.basin.fog(sets.pixels, first, 0.8, orb=orb, guess=0.12, seed=23)
        self.tall = self.most
        self.hiker = view.hiker(HIKER_POSES["feeling"], self.places[-1], self.tall)
        self.put(min(1, story.steps))
        self.chart = self._chart()
        super().__init__(view.plate(art))

    def size(self, step: int) -> float:
        """Return how tall he is in the frame after so many steps."""
        scale = self.view.look.scale
        nearer = scale(self.places[step]) / scale(self.places[-1])
        return self.tall * float(np.clip(nearer, 0.55, 1.0))

    def put(self, step: int) -> None:
        """Let him stand where he is after so many steps."""
        self.hiker.take(self.view.planted(HIKER_POSES["feeling"], self.places[step],
                                          self.size(step) / TALL, -1))  # fmt: skip
        self.hiker.scale(self.size(step) / TALL / puppet_unit(self.hiker))
        self.hiker.shift(self.view.at(self.places[step]) - self.hiker.place((0, 0)))

    def _look(self) -> Look:
        """Return a look in which he comes towards us and to the left, all of his walk in sight."""
        film, places = self.sets.film, self.places
        way = places[1:].mean(axis=0) - places[0] if len(places) > 1 else np.zeros(2)
        turn = math.degrees(math.atan2(way[0], way[1])) if np.linalg.norm(way) > 0.05 else TURN
        at = film.choose((-0.5, -2.5), (-1.7, 0.0), (-1.7, -1.0))
        left, bottom = film.choose((-0.9, -2.6), (-2.9, -0.2), (-2.9, -1.2))
        right, high = film.choose((6.0, 3.9), (3.1, 3.9), (3.1, 6.9))
        pitch, up = film.choose((-27.0, 2.15), (-36.0, 2.6), (-40.0, 2.9))
        look = self.sets.framed(places[-1], turn - TURN, pitch, 10.8, NEAREST, up, at, 0.2)
        for out in np.geomspace(1.0, 3.5, 18).tolist():
            far, high_up = NEAREST * out, up * out
            look = self.sets.framed(places[-1], turn - TURN, pitch, 10.8, far, high_up, at, 0.2)
            spots = look.on_ground(places)
            more = np.maximum((left, bottom) - spots.min(axis=0), 0)
            look = replace(look, shift=tuple(look.shift + more))
            spots = spots + more
            nearer = np.array([look.scale(place) for place in places]) / look.scale(places[-1])
            heads = spots[:, 1] + 0.97 * self.most * np.clip(nearer, 0.55, 1)
            if spots[:, 0].max() <= right and heads.max() <= high:
                break
        return look

    def _chart(self) -> StepLine:
        film, heights = self.sets.film, self.story.hike.altitudes
        ends = [float(self.view.at(place)[1]) for place in (self.places[0], self.places[-1])]
        low, high = float(heights.min()), float(heights.max())
        wide = film.layout.aspect == "16:9"
        falls = high <= heights[0] + 0.02 and low >= heights[-1] - 0.02 and high > low + 0.05
        level = wide and ends[0] - ends[1] > 1.0 and falls
        if level:
            a, b = (float(heights[-1]), ends[1]), (float(heights[0]), ends[0])
        else:
            bottom, top = film.choose((-2.4, 1.0), (-2.3, -1.15), (-4.9, -2.6))
            a, b = (low, bottom), (max(high, low + 1e-3), top)
        self.level = level
        left, right = film.choose((-5.9, -1.75), (-3.1, 3.0), (-3.1, 3.0))
        return StepLine((left, right), a, b, heights.tolist(), film.theme, "altitude")

    def level_line(self, step: int) -> Dashes:
        """Return the line at one height from a print to its dot on the chart."""
        start = self.view.at(self.places[step])
        line = Dashes(self.sets.film.theme, "cost", 0.035, dash=0.06, name="level")
        return cased(line, self.sets.film.theme).between(self.chart.place(step), start)

    def step(self, step: int) -> VGroup:
        """Return the arrow, if there is one, and the print of the step that leads to this one."""
        size = 0.13 * float(np.clip(self.view.look.scale(self.places[step]) / 3, 0.5, 1))
        return self.view.step(self.places[step - 1], self.places[step], size)

    @property
    def body(self) -> Body:
        """Return left, bottom, right and top of where he stands in the end."""
        return standing(self.view.at(self.places[-1]), self.tall)

    def legs(self) -> list[tuple[str, int, int]]:
        """Return the steps after the told ones in parts, and the line with which each begins."""
        story, first, last = (
            self.story,
            max(self.story.told, min(1, self.story.steps)),
            self.story.steps,
        )
        if story.longer_again:
            grows, longest = story.longer_again
            middle = min(longest + 3, last)
            stops = [("", first), ("rest", grows), ("ease", longest + 1), ("", middle), ("", last)]
        else:
            walked = np.cumsum(story.hike.lengths[first:])
            cuts = [first + 1 + int(np.searchsorted(walked, k / 4 * walked[-1]))
                    for k in (1, 2, 3)] if len(walked) else []  # fmt: skip
            stops = [("rest", first), *[("", min(cut, last)) for cut in cuts], ("", last)]
        return [(name, k, k1) for (name, k), (_, k1) in pairwise(stops) if k1 > k]

    def felt(self, first: int, last: int) -> Group:
        """Return the ground that he knows after these steps, as a picture over the fog."""
        return Group(self.view.felt(self.places[first : last + 1], 0.8, 0.2))


class Dawn(Group):
    """The fog has lifted: all of the basin, and where others ended."""

    def __init__(self, sets: HikerSets) -> None:
        film, story = sets.film, sets.story
        self.sets, self.story = sets, story
        self.end, self.deepest = story.hike.on_map[-1], story.objective.minimiser
        self.view = view = sets.view(self._look(), clear=True)
        plate = view.plate(view.basin.clear(sets.pixels))
        self.tall = film.choose(4.3, 3.5, 5.2)
        pose = HIKER_POSES["arrived"]
        self.hiker = view.hiker(pose, self.end, self.tall, light=(-0.85, 0.5))
        self.seeing = view.hiker(pose, self.end, self.tall, person=SEEING, light=(-0.85, 0.5))
        self.banks = [view.bank(film.choose(1.6, 1.5, 3.3), 0.35, 101)]
        self.shadow = view.shadow(self.hiker)
        super().__init__(plate, *self.banks)

    def _look(self) -> Look:
        film = self.sets.film
        way = self.deepest - self.end
        if np.linalg.norm(way) < 1.2:  # he is there already, and looks over the rest
            way = np.array([1.0, 0.4])
        azimuth = math.degrees(math.atan2(way[0], way[1])) + film.choose(45, 38, 30)
        at = film.choose((2.8, -2.75), (1.75, -2.1), (1.7, -4.2))
        focal = film.choose(7.4, 5.8, 8.0)
        return self.sets.framed(self.end, azimuth, -17.0, focal, 2.83, 2.2, at, -1.05)

    def own_steps(self) -> VGroup:
        """Return his steps on the ground, as far as they can be seen."""
        places, view = self.story.hike.on_map, self.view
        size = 0.035 * view.look.scale(self.end)
        return view.steps(places, size)

    def pose(self, name: str) -> Pose:
        """Return one of his attitudes, with his feet on the ground."""
        return self.view.planted(HIKER_POSES[name], self.end, self.tall / TALL, -1)

    @property
    def shows_deepest(self) -> bool:
        """Whether the deepest valley is elsewhere, and can be seen with words beside it."""
        away = float(np.linalg.norm(self.deepest - self.end)) > 1
        low = self.sets.film.frame.bottom + 0.22 * self.sets.film.frame.height
        return away and self.free(self.deepest) and float(self.view.at(self.deepest)[1]) > low

    def others(self) -> list[Other]:
        """Return the others whose ends can be seen, far ones first."""
        found = [
            Other(self, hike.on_map, coat)
            for hike, coat in zip(self.story.others, COATS, strict=True)
            if self.free(hike.on_map[-1])
        ]
        return sorted(found, key=lambda other: -float(self.view.at(other.places[-1])[1]))

    def floor(self, spot: Array, radius: float = 0.32) -> Group:
        """Return the ring round a valley's lowest point, and its glow."""
        return Group(self.view.halo(spot, 0.9), self.view.ring(spot, radius))

    @property
    def body(self) -> Body:
        """Return left, bottom, right and top of where he stands."""
        return standing(self.view.at(self.end), self.tall)

    def shows(self, floor: Array) -> bool:
        """Return whether a valley's lowest point can be seen, or is where he stands."""
        return self.free(floor) or bool(np.linalg.norm(floor - self.end) < 0.2)

    def free(self, spot: Array) -> bool:
        """Return whether a place can be seen, and he does not stand before it."""
        (x, y, _), (own_x, own_y, _) = self.view.at(spot), self.view.at(self.end)
        behind = abs(x - own_x) < 0.24 * self.tall and -0.1 < y - own_y < self.tall
        return self.view.sees(spot) and not behind

    @property
    def claim(self) -> Point3D:
        """The middle of the large words."""
        return np.array([*self.sets.film.choose((0.0, 3.1), (0.0, 2.9), (0.0, 5.5)), 0.0])


class Other:
    """Another hiker at dawn: the way on the ground, and who goes it."""

    def __init__(self, dawn: Dawn, places: Array, coat: tuple[str, str]) -> None:
        self.places, self.view, view = places, dawn.view, dawn.view
        self.way = view.steps(places, 0.03 * view.look.scale(places[-1]))
        person: Person = replace(HIKER, top=coat, hat_cloth=coat[::-1])
        size = 0.66 * view.look.scale(places[-1])
        self.tall = min(max(size, 0.9), 0.55 * dawn.tall)
        facing = 1 if view.at(places[-1])[0] < view.at(dawn.end)[0] else -1
        self.poses = [view.planted(HIKER_POSES[name], places[-1], self.tall / TALL, facing)
                      for name in ("arrived", "striding")]  # fmt: skip
        self.figure = view.hiker(HIKER_POSES["arrived"], places[-1], self.tall, facing, person,
                                 light=(-0.85, 0.5))  # fmt: skip

    def walk(self) -> list[Animation]:
        """Return the walk to the end, or the figure's appearing there if a hill hides the way."""
        points = [self.view.at(place) for place in self.places]
        far = [np.linalg.norm(b - a) for a, b in pairwise(points)]
        if sum(far) < 0.5 or not all(self.view.sees(place) for place in self.places):
            return [FadeIn(self.figure)]
        talls = (0.85 * self.tall, self.tall)
        return [Walk(self.figure, points, talls, self.poses, 4)]
