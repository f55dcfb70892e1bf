"""Layout: what must lies within the frame's margin and its zone, nothing too small."""

from __future__ import annotations

from collections.abc import Iterator

from scenes.stage.inspect.finding import PIXEL, Finding, pixels
from scenes.stage.inspect.geometry import Box
from scenes.stage.inspect.moment import Moment
from scenes.stage.inspect.things import Text, Thing
from scenes.stage.layout import SHORTER_SIDE, Layout, Zone
from scenes.stage.marks import Mark

__all__ = ["LEAST_MARK", "judge_bounds", "judge_sizes", "judge_text_bounds"]

LEAST_EM = SHORTER_SIDE / 30
TEXT_MARGIN = SHORTER_SIDE / 50  # of a film in shots, whose pictures bleed off
LEAST_MARK = SHORTER_SIDE / 100  # Manim units across: below four pixels of an embed of 640 by 360


def judge_bounds(moment: Moment) -> Iterator[Finding]:
    """Yield what lies in the frame's margin or beyond, and what leaves its zone."""
    layout = moment.film.layout
    for thing in moment.due(moment.things):
        edge = _box(layout.frame if thing.zone == layout.frame else layout.safe)
        beyond = thing.box.outside(edge)
        if beyond > PIXEL:
            yield moment.finding(
                "margin", [thing], f"{pixels(beyond)} beyond", "the frame without its margin"
            )
        elif thing.counts:
            beyond = thing.box.outside(_box(thing.zone or _nearest(thing, layout)))
            if beyond > PIXEL:
                yield moment.finding("zone", [thing], f"{pixels(beyond)} beyond", "its zone")


def judge_text_bounds(moment: Moment) -> Iterator[Finding]:
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


def _nearest(thing: Thing, layout: Layout) -> Zone:
    """Return the zone from which the thing strays least."""
    zones = (layout.title, layout.stage, layout.rail, layout.strip)
    return min(zones, key=lambda zone: thing.box.outside(_box(zone)))


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
