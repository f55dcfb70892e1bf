"""The rider: blindfolded, in a bobble hat, with a board that lies along the snow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any, NamedTuple

import numpy as np
from manim import Circle, Dot, UpdateFromAlphaFunc, VGroup, VMobject
from manim.typing import Point3D, Point3D_Array, Vector3D

from scenes.stage.marks import Path, px
from scenes.stage.theme import Theme

__all__ = ["ALARM", "FEEL", "JOY", "PULLED", "RIDE", "Footing", "Rider", "Stance"]

SHIN, THIGH, TORSO, UPPER_ARM, FOREARM = 0.2, 0.21, 0.24, 0.15, 0.14  # shares of the height
HEAD = 0.122
STEEP = np.radians(60)
RIM = 0.028  # Manim units around the board, to tell it from the snow


class Footing(NamedTuple):
    """Where a board is: its middle, its angle in radians, how far off the snow (0 to 1)."""

    place: Point3D
    angle: float
    air: float


@dataclass(frozen=True)
class Stance:
    """How a rider stands. Angles in degrees: arms hang at 0, point sideways at 90, up at 180.

    ``ahead`` is the side that faces downhill. ``crouch`` and ``lean`` come on top of what the
    slope asks; ``smile`` is 1 for joy and -1 for fear, ``shout`` opens the mouth.
    """

    crouch: float = 0.0
    lean: float = 0.0
    nod: float = 0.0
    ahead: float = 62.0
    ahead_elbow: float = 32.0
    behind: float = 74.0
    behind_elbow: float = 38.0
    smile: float = 0.25
    shout: float = 0.0

    def toward(self, other: Stance, share: float) -> Stance:
        """Return the stance this share of the way to another."""
        pairs = ((getattr(self, f.name), getattr(other, f.name)) for f in fields(Stance))
        return Stance(*((1 - share) * mine + share * its for mine, its in pairs))


RIDE = Stance()
FEEL = Stance(crouch=0.3, lean=8, nod=14, ahead=38, ahead_elbow=24, behind=52, smile=0.0)
PULLED = Stance(crouch=0.1, ahead=104, ahead_elbow=14, behind=104, behind_elbow=14)
JOY = Stance(
    crouch=-0.25, lean=-4, nod=-10, ahead=134, ahead_elbow=22, behind=138, behind_elbow=20,
    smile=1.0, shout=0.7,
)  # fmt: skip
ALARM = Stance(
    crouch=0.35, lean=-10, nod=-14, ahead=158, ahead_elbow=-36, behind=112, behind_elbow=52,
    smile=-1.0, shout=1.0,
)  # fmt: skip


class Rider(VGroup):
    """A figure that stands where ``footing`` says; all else follows from its stance.

    ``facing`` tells which way it looks: 1 to the right, -1 to the left, 0 to us.

    Attributes:
        stance: how it stands; ``into`` changes it.
        mittens: the right hand and the left one.
        face: where the middle of the head is.
    """

    def __init__(
        self,
        theme: Theme,
        look: str,
        size: float,
        footing: Callable[[], Footing],
        facing: Callable[[], float],
    ) -> None:
        super().__init__(name=look)
        self.theme, self.look, self.size = theme, look, size
        self.footing, self.facing = footing, facing
        self.stance = RIDE
        self.face = np.zeros(3)
        self._build()
        self.add_updater(lambda mob: mob.draw())
        self.draw()

    def _build(self) -> None:
        look = self.look
        self._parts: dict[str, Path] = {}
        for part, paint, thickness in (
            ("tails", "blindfold", 0.034),
            ("arm behind", f"{look} shade", 0.075),
            ("rim", "board rim", 0.062 + 2 * RIM / self.size),
            ("board", "shoes", 0.062),
            ("leg behind", f"{look} legs", 0.098),
            ("leg ahead", f"{look} legs", 0.104),
            ("boot behind", "shoes", 0.075),
            ("boot ahead", "shoes", 0.075),
            ("torso", look, 0.2),
            ("scarf", f"{look} hat", 0.07),
        ):
            self._part(part, paint, thickness)
        self._parts["board"].set_stroke(self.theme.mark("here"))
        skin = self.theme.paint("skin")
        radius = HEAD * self.size
        self.head = Circle(radius=radius, fill_color=skin, fill_opacity=1, stroke_width=0)
        self.nose = Dot(radius=0.024 * self.size, color=skin)
        self.mouth = VMobject(
            stroke_color=self.theme.paint("mouth"), stroke_width=px(0.016 * self.size),
            fill_color=self.theme.paint("mouth"), fill_opacity=1,
        )  # fmt: skip
        self.cap = VMobject(
            fill_color=self.theme.paint(f"{look} hat"), fill_opacity=1, stroke_width=0
        )
        self.bobble = Dot(radius=0.045 * self.size, color=self.theme.paint("bobble"))
        self.add(self.nose, self.head, self.mouth)
        self._part("band", "blindfold", 0.06)
        self.add(self.bobble, self.cap)
        self._part("brim", f"{look} brim", 0.042)
        self._part("arm ahead", f"{look} shade", 0.078)
        mitten = self.theme.paint(f"{look} hat")
        self.mittens = VGroup(*(Dot(radius=0.046 * self.size, color=mitten) for _ in range(2)))
        self.add(self.mittens)

    def _part(self, part: str, paint: str, thickness: float) -> None:
        self._parts[part] = Path(self.theme, "text", thickness * self.size, paint=paint)
        self.add(self._parts[part])

    # -- what scenes ask for -----------------------------------------------------------------

    def into(self, stance: Stance, **kwargs: Any) -> UpdateFromAlphaFunc:
        """Return the animation from the present stance to another."""
        start = self.stance
        return UpdateFromAlphaFunc(
            self, lambda _, alpha: self.take(start.toward(stance, alpha)), **kwargs
        )

    def take(self, stance: Stance) -> Rider:
        """Take a stance at once."""
        self.stance = stance
        return self.draw()

    # -- how it is drawn ---------------------------------------------------------------------

    def draw(self) -> Rider:
        """Draw the figure where its feet are."""
        foot = self.footing()
        stance = self.stance.toward(ALARM, foot.air)
        facing = self.facing() * (1 - 0.6 * foot.air)
        along = np.array([np.cos(foot.angle), np.sin(foot.angle), 0.0])
        normal = np.array([-along[1], along[0], 0.0])
        self._draw_board(foot, along, normal)
        upright = -foot.angle * (1 - foot.air)
        crouch = 0.22 + 0.42 * min(1.0, abs(upright) / STEEP) + stance.crouch
        base = foot.place + 0.1 * self.size * normal
        loose = -foot.angle * foot.air
        hip_tilt = 0.5 * upright + loose
        hip = base + self.size * 0.41 * (1 - 0.5 * np.clip(crouch, 0, 1)) * _up(hip_tilt)
        self._draw_legs(base, hip, along)
        lean = 0.3 * upright + loose + np.radians(stance.lean + 10 * crouch) * facing
        shoulder = hip + TORSO * self.size * _up(lean)
        self._set("torso", hip + 0.02 * self.size * _up(lean), shoulder)
        throat = shoulder + 0.05 * self.size * _up(lean)
        fold = 0.045 * self.size * np.array([np.cos(lean), -np.sin(lean), 0])
        self._set("scarf", throat - fold, throat + fold)
        self._draw_arms(shoulder, lean, stance, facing)
        nod = lean * 0.7 + np.radians(stance.nod) * facing
        self._draw_head(shoulder + 0.165 * self.size * _up(0.5 * (lean + nod)), nod, facing, stance)
        return self

    def _draw_board(self, foot: Footing, along: Vector3D, normal: Vector3D) -> None:
        """The board: flat along the tangent, its ends turned up with the snow."""
        shares = np.linspace(-0.29, 0.29, 25)
        bend = 0.06 * np.clip((np.abs(shares) - 0.17) / 0.12, 0, 1) ** 2
        up = (bend + 0.031)[:, None] * normal
        for part in ("rim", "board"):
            self._set(part, *(foot.place + self.size * (shares[:, None] * along + up)))

    def _draw_legs(self, base: Point3D, hip: Point3D, along: Vector3D) -> None:
        for side, name in ((-1, "behind"), (1, "ahead")):
            foot = base + side * 0.15 * self.size * along
            joint = hip + side * 0.035 * self.size * along
            knee = _knee(foot, joint, side * along, SHIN * self.size, THIGH * self.size)
            self._set(f"leg {name}", joint, knee, foot)
            toe = 0.03 * self.size * along
            self._set(f"boot {name}", foot - toe, foot + toe)

    def _draw_arms(self, shoulder: Point3D, lean: float, stance: Stance, facing: float) -> None:
        """Each arm keeps to its side of the body; which one is ahead depends on the facing."""
        ahead = (stance.ahead, stance.ahead_elbow)
        behind = (stance.behind, stance.behind_elbow)
        share = (1 + facing) / 2
        for side, name, mitten in ((1, "arm ahead", 0), (-1, "arm behind", 1)):
            mine = share if side == 1 else 1 - share
            upper, elbow = (mine * a + (1 - mine) * b for a, b in zip(ahead, behind, strict=True))
            start = shoulder + 0.055 * self.size * np.array([side, -0.3, 0])
            turn = np.radians(upper)
            middle = start + UPPER_ARM * self.size * _limb(side * turn - lean)
            bend = side * (turn + np.radians(elbow)) - lean
            hand = middle + FOREARM * self.size * _limb(bend)
            self._set(name, start, middle, hand)
            self.mittens[mitten].move_to(hand)

    def _draw_head(self, center: Point3D, tilt: float, facing: float, stance: Stance) -> None:
        up = _up(tilt)
        right = np.array([up[1], -up[0], 0.0])
        radius = HEAD * self.size

        def spot(x: float, y: float) -> Point3D:
            return center + radius * (x * right + y * up)

        self.face = center
        self.head.move_to(center)
        self.nose.move_to(spot(1.04 * facing, -0.3))
        self._set("band", spot(-0.97, -0.02), spot(0.97, -0.02))
        back = -facing
        self._set(
            "tails", spot(0.95 * back, 0), spot(1.45 * back, 0.22), spot(1.85 * back, -0.12),
            spot(1.45 * back, 0.22), spot(0.95 * back, 0), spot(1.55 * back, -0.45),
        )  # fmt: skip
        angles = np.linspace(0, np.pi, 17)
        arch = [spot(1.06 * np.cos(a), 0.45 + 0.86 * np.sin(a)) for a in angles]
        self.cap.set_points_as_corners(np.array([*arch, arch[0]]))
        self._set("brim", spot(-0.9, 0.48), spot(0.9, 0.48))
        self.bobble.move_to(spot(-0.22 * facing, 1.5))
        self.mouth.set_points_as_corners(_mouth(spot, 0.5 * facing, stance))

    def _set(self, part: str, *points: Point3D) -> None:
        self._parts[part].through(*points)


def _mouth(spot: Callable[[float, float], Point3D], across: float, stance: Stance) -> Point3D_Array:
    """Return the rim of the mouth: curved up for joy, down for fear, open for a shout."""
    share = np.linspace(-1, 1, 11)
    arch = 1 - share**2
    tops = -0.56 - 0.14 * stance.smile * arch
    lows = tops - (0.03 + 0.3 * stance.shout) * arch
    rim = [spot(across + 0.3 * x, y) for x, y in zip(share, tops, strict=True)]
    rim += [spot(across + 0.3 * x, y) for x, y in zip(share[::-1], lows[::-1], strict=True)]
    return np.array([*rim, rim[0]])


def _up(angle: float) -> Vector3D:
    """The direction this far from upright, in radians; positive is to the right."""
    return np.array([np.sin(angle), np.cos(angle), 0.0])


def _limb(angle: float) -> Vector3D:
    """The direction this far from hanging, in radians; positive is to the right."""
    return np.array([np.sin(angle), -np.cos(angle), 0.0])


def _knee(foot: Point3D, hip: Point3D, out: Vector3D, shin: float, thigh: float) -> Point3D:
    """Where the knee is, bent outwards: the third corner of a triangle with two known sides."""
    way = hip - foot
    length = min(float(np.linalg.norm(way)), 0.999 * (shin + thigh))
    unit = way / np.linalg.norm(way)
    beside = np.array([-unit[1], unit[0], 0.0])
    beside *= 1.0 if beside @ out >= 0 else -1.0
    down = (shin**2 - thigh**2 + length**2) / (2 * length)
    return np.asarray(foot + down * unit + np.sqrt(max(shin**2 - down**2, 0.0)) * beside)
