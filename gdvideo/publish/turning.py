"""A figure whose reader turns the knob: one film for each value of a parameter."""

from __future__ import annotations

import argparse

from gdvideo import options
from gdvideo.errors import Usage
from gdvideo.over import over
from gdvideo.parameters import choose
from gdvideo.project import film
from gdvideo.publish.figure import Figure, Knob
from gdvideo.publish.names import plain
from gdvideo.publish.posts import publish_all
from gdvideo.publish.record import Record

__all__ = ["turning"]


def turning(args: argparse.Namespace) -> Figure:
    """Publish the film with each value, and return the figure that shows them.

    It begins with the value that the film has otherwise, or with the first.

    Raises:
        Failure: if a value is not allowed, or a film cannot be made.
    """
    one, choice = film(args.slug), options.choice(args)
    name, choices = over(args.over, choice)
    for each in choices.values():  # all are looked at before the first is made
        choose(one, each)
    posts = publish_all([(one, each) for each in choices.values()], args)
    films = tuple(post.record for post in posts)
    if len({record.name for record in films}) < len(films):
        raise Usage(f"--over {args.over!r} is not allowed: two of its values are the same")
    told = choose(one, choice)
    usual = [_value(record, name) == told.values[name] for record in films]
    unit = next(parameter.unit for parameter in films[0].parameters if parameter.name == name)
    values = tuple(f"{value} {unit}".strip() for value in choices)
    knob = Knob(name.replace("_", " "), values, usual.index(True) if any(usual) else 0)
    return Figure(plain(one.slug, told.variant, "over", name), films, knob)


def _value(record: Record, name: str) -> object:
    return next(parameter.value for parameter in record.parameters if parameter.name == name)
