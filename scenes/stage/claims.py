"""What a film says about its picture, so that ``gdvideo check`` can hold the picture to it.

A scene that adopts this needs five habits:

1. The experiment's ``run(params)`` returns something with a ``ledger``: each name that a Reading
   bears, and the values that it may have (an array), or for a number that changes while something
   moves the function of the tracked value that it is. The check runs the experiment anew and looks
   every number on the screen up; numbers on axes need no entry, they are held to their place.
2. What moves follows a ``Quantity``, a tracker that bears a name of the ledger: whenever the
   picture rests, its value must be in the ledger. A number that changes with it says so:
   ``tells(number, aim)``.
3. Every dot, arrow and curve says where it belongs, in data units:
   ``claim(dot, plot, of="height", x=aim, y=lambda: story.cost_at(aim()))``. The check measures
   the drawn ticks, finds the place from them, and compares it with what is drawn of the mark:
   a dot's middle, an arrow's tail and tip, the corners of a line. One value stands for all
   points, nan for no claim. ``of`` names the quantity that the mark stands for, if that is not
   the one Quantity among x and y.
4. ``Film.colours`` names the role of each quantity: marks and numbers of it have that colour.
5. What means nothing says so, ``decoration(glow)``, and what a shot is about may: ``hero(chart)``;
   else it is the largest thing that is no backdrop.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
from manim import Mobject, ValueTracker
from manim.typing import Point3D
from numpy.typing import ArrayLike, NDArray

__all__ = [
    "Claim",
    "Landmark",
    "Quantity",
    "Ruler",
    "Space",
    "claim",
    "decoration",
    "hero",
    "middle",
    "spots",
    "tells",
]

M = TypeVar("M", bound=Mobject)
Floats = NDArray[np.float64]
Values = ArrayLike | Callable[[], ArrayLike]
Landmark = Mobject | Callable[[], Point3D]


class Quantity(ValueTracker):
    """A tracker of one of the experiment's quantities, by its name in the ledger."""

    def __init__(self, name: str, value: float) -> None:
        super().__init__(value, name=name)

    def __call__(self) -> float:
        """Return the present value."""
        return float(self.get_value())


@dataclass(frozen=True)
class Ruler:
    """Marks with known values along one direction of the frame: 0 across, 1 up, None their own.

    A mark is a drawn thing, whose middle counts, or a function that reads a place off one.
    """

    direction: int | None
    marks: Sequence[tuple[Landmark, float]]

    @property
    def ends(self) -> tuple[tuple[Landmark, float], tuple[Landmark, float]]:
        """The marks with the least value and with the greatest."""
        first, *_, last = sorted(self.marks, key=lambda mark: mark[1])
        return first, last

    @property
    def way(self) -> Floats:
        """The direction (2,) in which values grow, of length 1, as the marks are drawn."""
        if self.direction is not None:
            return np.asarray(np.eye(2)[self.direction])
        (first, _), (last, _) = self.ends
        way = _place(last) - _place(first)
        return np.asarray(way / np.linalg.norm(way))

    def measure(self, values: ArrayLike) -> Floats:
        """Return the coordinates of ``values``, found from the outermost marks as they are drawn.

        Raises:
            ValueError: if there are not two marks with different values.
        """
        (first, low), (last, high) = self.ends
        if low == high:
            raise ValueError("a ruler needs two marks with different values")
        start, end = self.read(first), self.read(last)
        shares = (np.asarray(values, dtype=float) - low) / (high - low)
        return np.asarray(start + shares * (end - start))

    def read(self, mark: Landmark) -> float:
        """Return where a mark is drawn along the direction."""
        return float(_place(mark) @ self.way)


def _place(mark: Landmark) -> Floats:
    place = middle(mark) if isinstance(mark, Mobject) else mark()
    return np.asarray(place[:2], dtype=float)


class Space:
    """Something that values have places in: a derived class sets ``rulers``, or measures itself."""

    rulers: Sequence[Ruler] = ()

    def measure(self, x: ArrayLike, y: ArrayLike) -> Floats:
        """Return the places (n, 2) of values (n,), as measured from what is drawn."""
        across, up = np.broadcast_arrays(np.atleast_1d(x), np.atleast_1d(y))
        places = np.full((len(across), 2), np.nan)
        for ruler in self.rulers:
            assert ruler.direction is not None, (
                "a space with a direction of its own measures itself"
            )
            values = (across, up)[ruler.direction]
            if not np.isnan(values).all():
                places[:, ruler.direction] = ruler.measure(values)
        return places

    def off(self, drawn: Floats, x: ArrayLike, y: ArrayLike) -> Floats:
        """Return how far (n,) drawn points (n, 2) are from where values belong, in frame units."""
        return np.asarray(np.linalg.norm(np.nan_to_num(drawn - self.measure(x, y)), axis=1))


@dataclass(frozen=True, eq=False)
class Claim:
    """Where the experiment says that a mark belongs; nan where it says nothing."""

    space: Space
    of: str | None
    x: Values
    y: Values

    @property
    def count(self) -> int:
        """Of how many points it speaks; 1 may stand for all."""
        return max(np.size(_now(self.x)), np.size(_now(self.y)))

    def off(self, drawn: Floats) -> Floats:
        """Return how far (n,) drawn points (n, 2) are off, measured from the space as drawn."""
        return self.space.off(drawn, _now(self.x), _now(self.y))

    @property
    def stands_for(self) -> str | None:
        """The quantity whose colour the mark has; None if nobody says."""
        if self.of is None and len(self.quantities) == 1:
            return self.quantities[0].name
        return self.of

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """The trackers among the values."""
        return tuple(values for values in (self.x, self.y) if isinstance(values, Quantity))

    def __deepcopy__(self, _memo: Any) -> Claim:
        return self  # Manim copies mobjects deeply, and would copy the space with them


def _now(values: Values) -> Floats:
    return np.asarray(values() if callable(values) else values, dtype=float)


def claim(
    mark: M, space: Space, *, of: str | None = None, x: Values = np.nan, y: Values = np.nan
) -> M:
    """Say where in ``space`` a mark belongs, in data units, and what it stands for.

    A later claim takes the place of an earlier one.
    """
    vars(mark)["claim"] = Claim(space, of, x, y)
    return mark


def spots(mark: Mobject) -> Floats:
    """Return the points (n, 2) of a mark that a claim is about, read off what is drawn of it."""
    read: Callable[[], Floats] | None = getattr(mark, "spots", None)
    points = middle(mark)[None, :] if read is None else read()
    return np.asarray(points[:, :2])


def middle(mobject: Mobject) -> Point3D:
    """Return a mobject's middle; Manim's own way to it is slow.

    As Manim takes it: of a shape alone between all its points, of a group between its corners.
    """
    if not mobject.submobjects and len(mobject.points):
        corners = mobject.points
    else:
        parts = [part.points for part in mobject.get_family() if len(part.points)]
        if not parts:
            return mobject.get_center()
        corners = np.concatenate([points[end::4] for points in parts for end in (0, 3)])
    return np.asarray(0.5 * (corners.min(axis=0) + corners.max(axis=0)))


def tells(number: M, quantity: Quantity) -> M:
    """Say that a number's value is a function of this quantity, the one in the ledger."""
    vars(number)["told_by"] = weakref.ref(quantity)
    return number


def decoration(mobject: M, *, is_it: bool = True) -> M:
    """Say that a mobject and its parts mean nothing: they need not stand out from anything."""
    vars(mobject)["decoration"] = is_it
    return mobject


def hero(mobject: M) -> M:
    """Say that a shot is about this."""
    vars(mobject)["hero"] = True
    return mobject
