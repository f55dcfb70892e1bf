"""Layout: text within the frame's margin, nothing too small."""

from __future__ import annotations

from collections.abc import Iterator

from scenes.stage.inspect.finding import PIXEL, Finding, pixels
from scenes.stage.inspect.geometry import Box
from scenes.stage.inspect.moment import Moment
from scenes.stage.inspect.things import Text
from scenes.stage.layout import SHORTER_SIDE, Zone
from scenes.stage.marks import Mark

__all__ = ["LEAST_MARK", "judge_bounds", "judge_sizes"]

LEAST_EM = SHORTER_SIDE / 30
TEXT_MARGIN = SHORTER_SIDE / 50  # pictures bleed off, text does not
LEAST_MARK = SHORTER_SIDE / 100  # Manim units across: below four pixels of an embed of 640 by 360


def judge_bounds(moment: Moment) -> Iterator[Finding]:
    """Yield texts that come too near the frame's edge."""
    frame = _box(moment.film.layout.frame).grown(-TEXT_MARGIN)
    for text in moment.due(moment.texts):
        beyond = text.box.outside(frame)
        if beyond > PIXEL:
            yield moment.finding(
                "margin", [text], f"{pixels(beyond)} beyond", "the frame without its margin"
            )


def _box(zone: Zone) -> Box:
    return Box(zone.left, zone.bottom, zone.right, zone.top)


def judge_sizes(moment: Moment) -> Iterator[Finding]:
    """Yield texts and round marks that are smaller than the visual language allows."""
    for thing in moment.due(moment.things):
        if isinstance(thing, Text) and thing.size < LEAST_EM * (1 - 1e-6):
            yield moment.finding(
                "size", [thing], f"{pixels(thing.size)} an em", f"{pixels(LEAST_EM)} or more"
            )
        elif isinstance(thing.mobject, Mark) and thing.counts:
            across = thing.box.right - thing.box.left
            if across < LEAST_MARK - PIXEL / 10:
                yield moment.finding(
                    "size", [thing], f"{pixels(across)} across", f"{pixels(LEAST_MARK)} or more"
                )
