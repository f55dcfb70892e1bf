"""What is wrong with a picture, and the numbers that every rule measures in."""

from __future__ import annotations

from dataclasses import dataclass

from scenes.stage.layout import SHORTER_SIDE

__all__ = ["PIXEL", "Finding", "pixels"]

PIXEL = SHORTER_SIDE / 1080  # Manim units: one pixel of a film whose shorter side has 1080


@dataclass(frozen=True)
class Finding:
    """One fault: which rule is broken, when, by which objects, by how much.

    Attributes:
        rule: the rule's name.
        objects: the names of the objects that break it; empty if it is the film as a whole.
        measured, required: in words and with units.
        beat, seconds: where it was seen first; of a whole film "", 0.
    """

    rule: str
    objects: tuple[str, ...]
    measured: str
    required: str
    beat: str = ""
    seconds: float = 0.0

    @property
    def key(self) -> tuple[str, ...]:
        """What two sightings of the same fault have in common."""
        return (self.rule, *sorted(self.objects))


def pixels(length: float) -> str:
    """Return a length in Manim units as pixels in words."""
    return f"{length / PIXEL:.1f} px"
