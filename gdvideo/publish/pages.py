"""Everything that is text: templates, with what they are given escaped."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

__all__ = ["clock", "fill"]

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>&#|~$])")
_LIST = re.compile(r"^(\d*)([-+.)])(?=\s|$)")


def fill(template: str, **given: Any) -> str:
    """Return a template, filled in.

    What is given is escaped for HTML, its braces too, since other templates may read it next; the
    filters ``cue`` and ``md`` escape for WebVTT and Markdown instead.
    """
    return _TEMPLATES.get_template(template).render(given)


def _finish(value: object) -> object:
    if isinstance(value, Markup):
        return value
    return _without_braces(escape(str(value)))


def _without_braces(text: Markup) -> Markup:
    return Markup(str(text).replace("{", "&#123;").replace("}", "&#125;"))


def _cue(text: str) -> Markup:
    """Return text for WebVTT: one line, without tags or arrows."""
    plain = " ".join(text.split())
    for sign, code in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
        plain = plain.replace(sign, code)
    return Markup(plain)


def _markdown(text: object) -> Markup:
    """Return text that Markdown leaves as it is."""
    plain = _MARKDOWN.sub(r"\\\1", " ".join(str(text).split()))
    return Markup(_LIST.sub(r"\1\\\2", plain))


def _stamp(seconds: float) -> str:
    """Return a time as WebVTT writes it."""
    minutes, milliseconds = divmod(round(seconds * 1000), 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{milliseconds / 1000:06.3f}"


def clock(seconds: float) -> str:
    """Return a time as readers know it."""
    minutes, rest = divmod(_whole(seconds), 60)
    return f"{minutes}:{rest:02}"


def _size(count: int) -> str:
    """Return a number of bytes as readers know it."""
    return f"{count / 1e6:.2f} MB" if count >= 1e6 else f"{max(1, round(count / 1e3))} kB"


def _iso(seconds: float) -> str:
    """Return a length of time as ISO 8601 writes it."""
    minutes, rest = divmod(_whole(seconds), 60)
    return f"PT{minutes}M{rest}S"


def _whole(seconds: float) -> int:
    """Return the whole seconds that have passed, as all clocks show them."""
    return int(seconds + 1e-6)


def _json(value: object) -> Markup:
    """Return JSON that neither HTML nor other templates, which may read it next, take apart."""
    text = json.dumps(value, ensure_ascii=False)
    for sign in "<>&{}" if isinstance(value, str) else "":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)


def _value(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("gdvideo.publish"),
        autoescape=True,
        finalize=_finish,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    filters: list[Callable[..., Any]] = [
        _cue, _stamp, clock, _iso, _whole, _size, _value, _capital, _json,
    ]  # fmt: skip
    environment.filters |= {function.__name__.strip("_"): function for function in filters}
    environment.filters["md"] = _markdown
    return environment


_TEMPLATES = _environment()
