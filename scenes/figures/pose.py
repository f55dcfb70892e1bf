"""How a figure stands, reaches and looks: plain numbers, between which others lie."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any, Literal, Self, get_args

from scenes.paint.shapes import Point

__all__ = ["Arm", "Brows", "Eyes", "Hand", "Leg", "Mouth", "Pose"]

Hand = Literal[
    "open", "point", "fist", "cup", "grip", "hold", "rest", "three", "pole", "pinch", "spoon"
]
Mouth = Literal["smile", "grin", "hmm", "shout", "o", "tongue", "closed", "grit", "soft", "panic"]
Eyes = Literal["open", "wide", "half", "squint", "happy", "closed"]

_NAMES = {"hand": get_args(Hand), "mouth": get_args(Mouth), "eyes": get_args(Eyes)}
_BREATHS = 12  # pictures of one breath, from empty to full
_BLINKS = 4


def _within(share: float) -> float:
    return min(1.0, max(0.0, share))


def _rounded(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_rounded(part) for part in value)
    return round(float(value), 2) + 0.0 if _is_number(value) else value


def _mixed(start: Any, end: Any, share: float) -> Any:
    if isinstance(start, _Between):
        return start.mixed(end, share)
    if isinstance(start, tuple):
        return tuple(_mixed(a, b, share) for a, b in zip(start, end, strict=True))
    if _is_number(start):
        return start + (end - start) * share
    return start if share < 0.5 else end


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


class _Between:
    """A dataclass of numbers, points, names and parts, rounded so that equal looks are equal."""

    def __post_init__(self) -> None:
        for name, value in self._items():
            object.__setattr__(self, name, _rounded(value))
            if value not in (known := _NAMES.get(name, (value,))):
                raise ValueError(f"{name} {value!r}: one of {', '.join(known)}")

    def mixed(self, other: Self, share: float) -> Self:
        """Return what lies between: ``self`` at 0, ``other`` at 1; names switch half-way."""
        parts = {name: _mixed(value, getattr(other, name), share) for name, value in self._items()}
        return type(self)(**parts)

    def but(self, **changes: Any) -> Self:
        """Return the same with these fields changed."""
        return replace(self, **changes)  # type: ignore[type-var]

    def _items(self) -> list[tuple[str, Any]]:
        return [(field.name, getattr(self, field.name)) for field in fields(self)]  # type: ignore[arg-type]


@dataclass(frozen=True)
class Arm(_Between):
    """An arm by where its hand is.

    ``wrist`` is where the wrist is, in cm of the figure. ``bend`` is on which side the elbow lies,
    seen from the shoulder towards the hand: 1 left, -1 right; in between the arm stretches.
    ``turn`` is the direction of the fingers, in degrees anticlockwise from +x. ``thumb`` is 1 where
    the thumb lies left of the fingers, -1 where it lies right; in between the hand turns over.
    ``front`` draws the arm, of the far one the forearm, before body and face.
    """

    wrist: Point
    turn: float = 0.0
    hand: Hand = "rest"
    bend: float = -1.0
    thumb: float = 1.0
    front: bool = True


@dataclass(frozen=True)
class Leg(_Between):
    """A leg by where its foot is: ``foot`` is the ground below the ankle, in cm of the figure.

    ``turn`` tilts the foot, anticlockwise, in degrees: below 0 the heel rises and the ball stays on
    the ground, above 0 the toes rise. ``bend`` is 1 where
    the knee points forwards.
    """

    foot: Point
    turn: float = 0.0
    bend: float = 1.0


@dataclass(frozen=True)
class Brows(_Between):
    """How far the brows are raised and how they slant: 1 is a lot; a slant above 0 is worry."""

    near: float = 0.0
    far: float = 0.0
    slant_near: float = 0.0
    slant_far: float = 0.0


@dataclass(frozen=True)
class Pose(_Between):
    """A figure that looks towards +x, its origin on the floor between the feet, y up, in cm.

    ``hips`` is how far the hips are from where they are when it stands straight. ``lean`` tilts the
    back forwards, ``arch`` bends it (above 0: chest out), in degrees. ``sway`` lifts the far hip
    and drops the far shoulder, in degrees. ``shrug`` lifts the shoulders, in cm. ``neck`` pushes
    the head forwards, in cm; ``head`` tilts it back, in degrees. ``gaze`` is where the eyes look,
    from -1 to 1 across and up. ``blink`` and ``breath`` run from 0 to 1.
    """

    near: Arm
    far: Arm
    near_leg: Leg
    far_leg: Leg
    hips: Point = (0.0, 0.0)
    lean: float = 0.0
    arch: float = 0.0
    sway: float = 0.0
    shrug: float = 0.0
    neck: float = 0.0
    head: float = 0.0
    gaze: Point = (0.5, 0.0)
    mouth: Mouth = "smile"
    eyes: Eyes = "open"
    brows: Brows = Brows()
    blink: float = 0.0
    breath: float = 0.0

    def __post_init__(self) -> None:
        super().__post_init__()
        object.__setattr__(self, "breath", round(_within(self.breath) * _BREATHS) / _BREATHS)
        object.__setattr__(self, "blink", round(_within(self.blink) * _BLINKS) / _BLINKS)
