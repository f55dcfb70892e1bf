"""Where everything in the loft is: the camera, the hand, the sheet, the target, the friend."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from scenes.paint import Box
from scenes.paint.shapes import Point
from scenes.worlds.loft.palette import Palette, palette
from scenes.worlds.view import View

__all__ = ["TARGET_BEHIND", "Plan"]

# The beam lies on the plane z = 0, from the hand at x = 0 to the sheet at x = distance.
_PLAYER_BEHIND = 109.0  # cm of the room that are seen behind the hand
_ARM = 62.0  # cm from the middle of the player's feet to the tip of the laser
_FRIEND_BESIDE = 38.0  # and on the far side of the friend
TARGET_BEHIND = 6.0  # cm from the sheet
_ABOVE_TARGET = 38.0  # cm that are seen above the target
_TALLEST = 190.0  # cm, a figure with its hair


@dataclass(frozen=True)
class _Stand:
    """Where the camera stands, in cm from the sheet's foot, and where the friend does."""

    camera: tuple[float, float, float]
    yaw: float
    friend: Point  # x from the sheet, z
    feet: float  # the lowest feet's height in the frame, as a share of it
    sheet: Point  # from which z to which
    back: float  # z of the far wall


_WIDE = _Stand((170, 118, -430), 0, (86, 0), 0.128, (-165, 165), 300)
_SQUARE = _Stand((190, 160, -360), -24, (98, -30), 0.205, (-150, 165), 300)
_TALL = _Stand((196, 188, -290), -38, (100, -66), 0.135, (-106, 165), 300)


@dataclass(frozen=True)
class Plan:
    """The loft in a frame of this size, in frame units, about the origin.

    Places are in cm: x from the hand that holds the laser towards the sheet, y from the floor
    upwards, z away from the viewer.

    Attributes:
        frame_width: of the frame, in its units.
        frame_height: of the frame, in its units.
        night: whether it is night, or else day.
        distance_cm: from the hand to the sheet, 150 to 600.
        target_cm: the target's height above the hand, 40 to 150.
        hand_cm: the hand's height over the floor.
    """

    frame_width: float
    frame_height: float
    night: bool
    distance_cm: float = 300.0
    target_cm: float = 100.0
    hand_cm: float = 120.0

    @property
    def frame(self) -> Box:
        """The whole frame."""
        return (
            -self.frame_width / 2,
            -self.frame_height / 2,
            self.frame_width / 2,
            self.frame_height / 2,
        )

    @property
    def colours(self) -> Palette:
        """The colours of the hour."""
        return palette(self.night)

    @property
    def blend(self) -> Literal["over", "add"]:
        """How the halo lies on the cloth: over it, or cool cloth and warm light made grey."""
        return "over"

    @property
    def stand(self) -> _Stand:
        """Where camera, friend and sheet are in this shape of frame."""
        ratio = self.frame_width / self.frame_height
        return _WIDE if ratio > 1.3 else _SQUARE if ratio > 0.8 else _TALL

    @cached_property
    def view(self) -> View:
        """The camera, so near that player, target and friend just fit."""
        stand, sheet = self.stand, self.distance_cm
        x, y, z = stand.camera
        camera = View((sheet + x, y, z), stand.yaw, 1.0)
        friend = (sheet + stand.friend[0], 0.0, stand.friend[1])
        left = camera.at(0, y)[0] - _PLAYER_BEHIND * camera.scale(0)
        right = camera.at(*friend)[0] + _FRIEND_BESIDE * camera.scale(friend[0], friend[2])
        low = -y * max(camera.scale(0), camera.scale(friend[0], friend[2]))
        high = max(
            (self.hand_cm + self.target_cm + _ABOVE_TARGET - y) * camera.scale(sheet),
            (_TALLEST - y) * camera.scale(friend[0], friend[2]),
        )
        focal = min(
            self.frame_width / (right - left), self.frame_height * (1 - stand.feet) / (high - low)
        )
        feet = (stand.feet - 0.5) * self.frame_height
        shift = (-focal * (left + right) / 2, feet - focal * low)
        return View(camera.place, stand.yaw, focal, shift)

    def at(self, x_cm: float, y_cm: float, z_cm: float = 0.0) -> Point:
        """Return where a place is in the frame."""
        return self.view.at(x_cm, y_cm, z_cm)

    def unit_at(self, x_cm: float, z_cm: float = 0.0) -> float:
        """Return the frame units of an upright centimetre at (x, z)."""
        return self.view.scale(x_cm, z_cm)

    @property
    def unit(self) -> float:
        """Frame units of a centimetre where the player is."""
        return self.unit_at(0.0)

    @property
    def hand(self) -> Point:
        """The tip of the laser."""
        return self.at(0.0, self.hand_cm)

    def dot(self, height_cm: float) -> Point:
        """Return where a beam that arrives so high above the hand meets the sheet."""
        return self.at(self.distance_cm, self.hand_cm + height_cm)

    @property
    def target(self) -> Point:
        """The middle of the target."""
        return self.at(self.distance_cm + TARGET_BEHIND, self.hand_cm + self.target_cm)

    @property
    def ring_radius(self) -> float:
        """Of the target, in frame units: 11 cm, or as much as a small frame needs."""
        shorter = min(self.frame_width, self.frame_height)
        return max(11 * self.unit_at(self.distance_cm + TARGET_BEHIND), 0.036 * shorter)

    @property
    def player(self) -> Point:
        """Where the player stands: between his feet, for a figure of ``unit`` a cm."""
        return self.hand[0] - _ARM * self.unit, self.at(0.0, 0.0)[1]

    @property
    def friend(self) -> Point:
        """Where the friend stands: between her feet."""
        x, z = self.stand.friend
        return self.at(self.distance_cm + x, 0.0, z)

    @property
    def friend_unit(self) -> float:
        """Frame units of a centimetre where the friend stands."""
        x, z = self.stand.friend
        return self.unit_at(self.distance_cm + x, z)

    @property
    def sheet_box(self) -> Box:
        """The part of the frame that the sheet's columns cover."""
        near, far = self.stand.sheet
        left, right = self.at(self.distance_cm, 0, near)[0], self.at(self.distance_cm, 0, far)[0]
        return left, self.frame[1], right, self.frame[3]

    @property
    def ceiling_cm(self) -> float:
        """The ceiling's height: it meets the far wall a little below the frame's upper edge."""
        return self._height_at(0.86, self.stand.back)

    @property
    def sheet_top_cm(self) -> float:
        """The height of the line on which the sheet hangs: its near edge is above the frame."""
        return max(self._height_at(0.9, self.stand.sheet[1]), self.hand_cm + self.target_cm + 40)

    def _height_at(self, share: float, z: float) -> float:
        """Return the height at the sheet's x that is seen at this share of the frame's half."""
        above = share * self.frame_height / 2 - self.view.shift[1]
        return self.view.place[1] + above / self.unit_at(self.distance_cm, z)
