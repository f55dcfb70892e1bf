"""`gdvideo list`: the films, and whether each is fresh."""

from __future__ import annotations

import argparse
import textwrap
from typing import Any

from gdvideo import freshness, options
from gdvideo.project import films

__all__ = ["add_parser", "length", "run"]


def add_parser(subparsers: Any) -> argparse.ArgumentParser:
    """Add the subcommand."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "list",
        description="Show every film: its length, whether its file is fresh, stale (and what "
        "has changed since it was made) or missing, and what it is about.",
        epilog=options.examples("list", "list -q l --theme light"),
    )
    options.add_look(parser)
    options.add_media(parser)
    return parser


def run(args: argparse.Namespace) -> int:
    """Print the films."""
    look = options.look(args)
    known = films()
    wide = max((12, *map(len, known)))
    for film in known.values():
        state = freshness.of_default(film, look, args.media)
        seconds = f"{length(state.seconds):>6}" if state.seconds else "     -"
        print(f"{film.slug:<{wide}}{seconds}  {state}")
        told = textwrap.fill(f"{film.title}. {film.about}", 74)
        print(textwrap.indent(told, "    "))
    return 0


def length(seconds: float) -> str:
    """Return minutes and seconds."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"
