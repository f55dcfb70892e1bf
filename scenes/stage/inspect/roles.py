"""Colour carries meaning: what stands for a quantity has its role's colour."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from manim import ManimColor, VMobject

from gdmath.experiments.reading import Reading
from scenes.stage.inspect.finding import Finding
from scenes.stage.inspect.moment import Moment
from scenes.stage.inspect.picture import inks
from scenes.stage.inspect.things import Text, Thing
from scenes.stage.theme import ROLES, Role, Theme
from scenes.stage.words import Glyphs, Number, Part, plain

__all__ = ["judge_roles"]

_ROUNDING = 2.0  # of 255: a mix is rounded as a colour, and again as it is drawn


def judge_roles(moment: Moment) -> Iterator[Finding]:
    """Yield marks and numbers that have not the colour of what they stand for."""
    for thing in moment.things:
        if thing.counts and isinstance(thing, Text):
            for part in thing.parts:
                yield from _of_text(moment, thing, part)
        elif thing.counts and "claim" in vars(thing.mobject):
            yield from _of_mark(moment, thing)


def _of_mark(moment: Moment, thing: Thing) -> Iterator[Finding]:
    theme, quantity = moment.film.theme, vars(thing.mobject)["claim"].stands_for
    role = moment.roles.get(quantity)
    if role is None:
        yield moment.finding(
            "role", [thing], f"stands for {quantity}", "claim(of=...), with a role"
        )
    elif not any(_is_faint(theme, role, ink.color) for ink in thing.inks):
        drawn = _names(theme, [ink.color for ink in thing.inks])
        yield moment.finding("role", [thing], f"{quantity} in {drawn}", f"the colour of {role}")


def _of_text(moment: Moment, text: Text, part: VMobject) -> Iterator[Finding]:
    theme, color = moment.film.theme, inks(part)[-1].color
    said, own = _meaning(part)
    if color in (_hex(theme, "text"), _hex(theme, "quiet")):
        return
    allowed = {_hex(theme, own)}
    if isinstance(said, Reading):
        allowed &= {_hex(theme, moment.roles.get(said.name, own))}
    if color not in allowed:
        yield moment.finding(
            "role", [text], f"{said} in {_names(theme, [color])}", _names(theme, sorted(allowed))
        )


def _meaning(part: VMobject) -> tuple[Part, Role]:
    """Return what a part of a text says, and whose colour it says it has."""
    if isinstance(part, Glyphs):
        return plain(part.line.parts[part.index]), part.role
    assert isinstance(part, Number)
    return part.reading, part.role


def _hex(theme: Theme, role: Role) -> str:
    return theme.ink(role).to_hex().upper()


def _names(theme: Theme, colors: list[str]) -> str:
    """Return colours in words: the roles that have them, else the colours themselves."""
    roles = {_hex(theme, role): role for role in ROLES}
    roles |= {theme.mark(role).to_hex().upper(): role for role in ROLES}
    return " or ".join(f"the colour of {roles[c]}" if c in roles else c for c in colors)


def _is_faint(theme: Theme, role: Role, color: str) -> bool:
    """Tell whether a colour is the role's, or an opaque mix of it with the ground."""
    low, high = (np.array(theme.mark(end).to_int_rgb()) for end in ("ground", role))
    drawn = np.array(ManimColor(color).to_int_rgb())
    way = (high - low).astype(float)
    share = float(np.clip((drawn - low) @ way / (way @ way), 0, 1))
    return bool(share > 0 and np.abs(low + share * way - drawn).max() <= _ROUNDING)
