"""Truth: every mark is drawn where the experiment says, and every text where it was placed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import numpy as np
from manim import Mobject

from scenes.stage.claims import Claim, Ruler, Space, spots
from scenes.stage.inspect.finding import PIXEL, Finding, pixels
from scenes.stage.inspect.moment import Moment
from scenes.stage.inspect.numbers import has
from scenes.stage.inspect.things import Text
from scenes.stage.marks import Arrow, Mark
from scenes.stage.words import Words

__all__ = ["judge_far_labels", "judge_places"]

_CLAIMED = (Arrow, Mark)


def judge_places(moment: Moment) -> Iterator[Finding]:
    """Yield marks that are not where their claim says, or that claim nothing."""
    spaces: dict[int, Space] = {}
    stand = cache(lambda space: not _any_moving(space, moment))
    for mobject in _visible(moment):
        claim: Claim | None = vars(mobject).get("claim")
        if claim is None:
            if isinstance(mobject, _CLAIMED):
                yield moment.finding(
                    "no claim", [mobject.name], "nothing says where it belongs", "claim(...)"
                )
        elif not _moving(mobject, moment) and stand(claim.space):
            spaces[id(claim.space)] = claim.space
            yield from _misplaced(moment, mobject, claim)
            if moment.rests:
                yield from _untrue(moment, mobject, claim)
    for space in spaces.values() if moment.rests else ():
        for ruler in space.rulers:
            yield from _uneven(moment, ruler)


def _visible(moment: Moment) -> Iterator[Mobject]:
    """Yield the mobjects that claim a place, or should, and of which something can be seen."""
    for mobject in moment.members.values():
        watched = "claim" in vars(mobject) or isinstance(mobject, _CLAIMED)
        if watched and any(id(part) in moment.picture.states for part in mobject.get_family()):
            yield mobject


def _moving(mobject: Mobject, moment: Moment) -> bool:
    return bool(moment.moving) and any(
        id(member) in moment.moving for member in mobject.get_family()
    )


def _any_moving(space: Space, moment: Moment) -> bool:
    marks = (mark for ruler in space.rulers for mark, _ in ruler.marks)
    parts = [mark for mark in [*marks, space] if isinstance(mark, Mobject)]
    return any(_moving(part, moment) for part in parts)


def _misplaced(moment: Moment, mobject: Mobject, claim: Claim) -> Iterator[Finding]:
    drawn, count = spots(mobject), claim.count
    if count not in (1, len(drawn)):
        yield moment.finding("place", [mobject.name], f"{len(drawn)} points", f"{count} points")
        return
    off = claim.off(drawn).max()
    if off > PIXEL:
        yield moment.finding("place", [mobject.name], f"{pixels(off)} off", "1 px at most")


def _untrue(moment: Moment, mobject: Mobject, claim: Claim) -> Iterator[Finding]:
    """Yield quantities that rest at a value which the experiment does not have."""
    for quantity in claim.quantities:
        known: Any = moment.ledger.get(quantity.name)
        if known is None or callable(known) or not has(known, quantity()):
            yield moment.finding(
                "value", [mobject.name], f"{quantity.name} = {quantity()!r}",
                "a value from the experiment's ledger, whenever the picture rests",
            )  # fmt: skip


def _uneven(moment: Moment, ruler: Ruler) -> Iterator[Finding]:
    """Yield the marks of a scale that do not lie where the outermost ones say."""
    values = [value for _, value in ruler.marks]
    drawn = np.array([ruler.read(mark) for mark, _ in ruler.marks])
    off = np.abs(ruler.measure(values) - drawn)
    if off.max() > PIXEL:
        worst = ruler.marks[int(off.argmax())]
        name = worst[0].name if isinstance(worst[0], Mobject) else "end"
        yield moment.finding(
            "scale", [f"{name} at {worst[1]:g}"], f"{pixels(off.max())} off", "1 px at most"
        )


def judge_far_labels(moment: Moment) -> Iterator[Finding]:
    """Yield texts that stand far from what they were placed at, wherever both have moved."""
    for text in moment.texts:
        place = text.mobject.place if isinstance(text.mobject, Words) else None
        if place is not None and id(place) in moment.members:
            yield from _far(moment, text, place)


def _far(moment: Moment, text: Text, place: Mobject) -> Iterator[Finding]:
    low, high = place.get_corner(np.array([-1.0, -1, 0])), place.get_corner(np.array([1.0, 1, 0]))
    gap = max(
        low[0] - text.box.right, text.box.left - high[0],
        low[1] - text.box.top, text.box.bottom - high[1],
    )  # fmt: skip
    if gap > text.size:
        yield moment.finding(
            "far label", [text, place.name], f"{gap / text.size:.1f} em away", "1 em at most"
        )
