"""The line that is fitted to the staircase film's points, its errors and their squares."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import numpy as np
from manim import LEFT, RIGHT, Mobject, VGroup, VMobject

from gdmath.experiments.staircase import Staircase
from scenes.props.staircase_axes import FEW, ROOM, DataAxes
from scenes.stage.claims import Quantity, claim, stay_in
from scenes.stage.clip import clip, crosses, lay
from scenes.stage.layout import Layout, Zone
from scenes.stage.marks import Dashes, Path, cased, follow, px
from scenes.stage.plot import Curve
from scenes.stage.theme import Role, Theme
from scenes.stage.words import Math, Words

__all__ = ["DataView", "Guess"]

V = TypeVar("V", bound=VMobject)


class Guess:
    """The line that stands for the moment, y = a x + b: pictures follow the moment through it."""

    def __init__(self, path: Callable[[float], tuple[float, float]], moment: Quantity) -> None:
        self.path, self.moment = path, moment

    @property
    def place(self) -> tuple[float, float]:
        """The values of a and b."""
        return self.path(self.moment())


class DataView(DataAxes):
    """A line among the points of one zone, its errors and their squares.

    Attributes:
        line, segments, squares: follow the guess.
    """

    def __init__(
        self,
        story: Staircase,
        guess: Guess,
        zone: Zone,
        layout: Layout,
        theme: Theme,
        *,
        room: float = ROOM,
        largest: float = np.inf,
        ticks: bool = True,
        guessed: bool = True,
    ) -> None:
        super().__init__(
            story, zone, layout, theme, room=room, largest=largest, ticks=ticks, guessed=guessed
        )
        self.guess = guess
        few = len(story.points.x) <= FEW
        self.line = self._follow(Curve(theme, "here", 0.055, name="line"), self._draw_line)
        claim(self.line, self.plot, of="line", x=self._span, y=lambda: self._at(self._span()))
        self.segments = self._follow(
            Path(theme, "gradient", 0.05 if few else 0.02, name="errors"), self._draw_segments
        )
        # One by one they are drawn with their edges, else as one faint patch.
        squares = VMobject(
            fill_color=theme.mark("cost") if few else theme.faint("cost", 0.3),
            fill_opacity=0.28 if few else 1.0,
            stroke_color=theme.mark("cost"),
            stroke_width=px(0.025 if few else 0.0),
            name="squared errors",
        )
        self.squares = self._follow(squares, self._draw_squares)

    def _follow(self, mobject: V, update: Callable[[V], object]) -> V:
        return follow(stay_in(mobject, self.zone), update)

    # -- the line ------------------------------------------------------------------------------

    def _at(self, x: np.ndarray) -> np.ndarray:
        a, b = self.guess.place
        return a * x + b

    def _span(self) -> np.ndarray:
        """Return the values of x, two or none, between which the line is within the plot."""
        return self.span_of(*self.guess.place)

    def span_of(self, a: float, b: float) -> np.ndarray:
        """Return the values of x (2,) between which a line is within the plot, or (0,) of them."""
        pieces = clip(self.ends(a, b), self.plot.inner)
        if not len(pieces):
            return np.zeros(0)
        inner = self.plot.inner
        return self.x[0] + (pieces[0, :, 0] - inner.left) / inner.width * (self.x[1] - self.x[0])

    def _draw_line(self, line: Path) -> None:
        self._draw(line, *self.guess.place)

    def _draw(self, line: Path, a: float, b: float) -> Path:
        span = self.span_of(a, b)
        shown = len(span) > 0
        ends = self.plot.places(span, a * span + b) if shown else [self.plot.inner.center] * 2
        line.through(*ends).set_stroke(opacity=float(shown))
        return line

    def dashed(self, a: float, b: float, role: Role, name: str) -> Dashes:
        """Return another line, dashed, as far as the plot goes."""
        return self._dash(self._dashes(role, name), a, b)

    def best_tilt(self) -> Dashes:
        """Return the best line among those with the guess's intercept; it follows the guess."""

        def tilt(line: Dashes) -> None:
            held = self.guess.place[1]
            self._dash(line, self.story.slices[0].bottom(held), held)

        return follow(self._dashes("target", "best slope for this b"), tilt)

    def _dashes(self, role: Role, name: str) -> Dashes:
        line = stay_in(Dashes(self.theme, role, 0.03, dash=0.08, name=name), self.zone)
        return cased(line, self.theme, 0.02) if role == "target" else line

    def _dash(self, line: Dashes, a: float, b: float) -> Dashes:
        pieces = clip(self.ends(a, b), self.plot.inner)
        for background in (False, True):
            line.set_stroke(opacity=float(len(pieces) > 0), background=background)
        return line.between(*(pieces[0] if len(pieces) else [self.plot.inner.center] * 2))

    def ghost(self) -> Path:
        """Return a thin faint copy of the line where it is now; it stays."""
        return self.ghost_of(*self.guess.place)

    def ghost_of(self, a: float, b: float) -> Path:
        """Return another line, thin and faint."""
        ghost = Path(self.theme, "here", 0.03, name="line before")
        ghost.set_color(self.theme.faint("here", 0.5))
        return stay_in(self._draw(ghost, a, b), self.zone)

    def tries(self) -> VGroup:
        """Return lines through pairs of points: no third one need lie on them."""
        x, y = self.story.points.x, self.story.points.y
        order = np.argsort(x, kind="stable")
        first, middle, last = order[0], order[len(order) // 2], order[-1]
        tries = VGroup(name="tries")
        for i, k in ((first, middle), (middle, last), (first, last)):
            if x[i] != x[k]:
                slope = float((y[k] - y[i]) / (x[k] - x[i]))
                tries.add(self.dashed(slope, float(y[i] - slope * x[i]), "quiet", "try"))
        return tries

    # -- errors and squares ----------------------------------------------------------------------

    @property
    def everything(self) -> VGroup:
        """All of it, for moving it elsewhere."""
        still = (self.plot, self.names)
        return VGroup(self.squares, *still, self.segments, self.line, self.points)

    @property
    def front(self) -> tuple[VMobject, ...]:
        """What lies over any other line."""
        return self.segments, self.line, self.points

    def _clamped(self) -> np.ndarray:
        """Return the same as far as the plot goes."""
        feet = self.feet(*self.guess.place)
        feet[..., 1] = np.clip(feet[..., 1], self.plot.inner.bottom, self.plot.inner.top)
        return feet

    def _draw_segments(self, lines: Path) -> None:
        lay(lines, self._clamped())

    def corners(self) -> np.ndarray:
        """Return the corners of the squares on the errors, (m, 4, 3), as far as the plot goes."""
        feet = self._clamped()
        sides = np.abs(feet[:, 1, 1] - feet[:, 0, 1])
        inner = self.plot.inner
        left = feet[:, 0, 0] + sides > inner.right + 1e-9
        across = np.where(left, -sides, sides)[:, None] * RIGHT
        ends = [feet[:, 0], feet[:, 1], feet[:, 1] + across, feet[:, 0] + across]
        corners = np.stack(ends, axis=1)
        corners[..., 0] = np.clip(corners[..., 0], inner.left, inner.right)
        return corners

    def _draw_squares(self, squares: VMobject) -> None:
        corners = self.corners()
        lay(squares, np.stack([corners, np.roll(corners, -1, axis=1)], axis=2).reshape(-1, 2, 3))

    def error_names(self, layout: Layout) -> VGroup:
        """Return e₁, e₂, … beside the errors that are long enough to have room for them."""
        names = VGroup(name="names of errors")
        ends = self._clamped()
        if len(ends) > FEW:
            return names
        for number, (start, end) in enumerate(ends, start=1):
            label = Words(
                Math(f"e_{number}"), theme=self.theme, size=layout.body, role="gradient",
                name=f"e{number}",
            )  # fmt: skip
            label.next_to(0.5 * (start + end), LEFT, buff=0.45 * self.em)
            across = 0.35 * self.em * RIGHT
            points = [np.array([point - across, point + across]) for point in ends[:, 0]]
            others = [self.ends(*self.guess.place), *ends, *points]
            if not crosses(label, *others) and not any(map(_touching(label), names)):
                names.add(label)
        return stay_in(names, self.zone)


def _touching(label: Mobject) -> Callable[[Mobject], bool]:
    def touches(other: Mobject) -> bool:
        apart = np.abs(label.get_center() - other.get_center())
        return bool(
            apart[0] < 0.55 * (label.width + other.width)
            and apart[1] < 0.55 * (label.height + other.height)
        )

    return touches
