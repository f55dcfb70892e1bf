"""`gdvideo watch`: films are made again as soon as something that they show is saved."""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from gdvideo import build, options
from gdvideo.errors import Failure
from gdvideo.parameters import forget
from gdvideo.project import PARAMETERS, ROOT, film
from gdvideo.task import Look
from gdvideo.watching import Marks, below, marks, wait_for

__all__ = ["add_parser", "run"]

SETTLE_SECONDS = 0.2
FOLDERS = ("scenes", "gdmath")


def add_parser(subparsers: Any) -> argparse.ArgumentParser:
    """Add the subcommand."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "watch",
        description="Make films at preview quality, and again whenever params.toml, a source or "
        "a data file is saved; films that do not show the change are left alone. A newer save "
        "ends what an older one has begun. A wrong value is reported, and the last good film "
        "stays. Ctrl-C ends it.",
        epilog=options.examples("watch", "watch laser -q m"),
    )
    parser.add_argument("slugs", nargs="*", metavar="FILM", help="films to watch (default: all)")
    options.add_look(parser)
    parser.set_defaults(quality="l")
    options.add_works(parser)
    options.add_media(parser)
    return parser


def run(args: argparse.Namespace) -> int:
    """Watch until interrupted."""
    look = options.look(args)
    for slug in args.slugs:
        film(slug)  # refused now; later on, its source may be away for a moment
    sys.dont_write_bytecode = True  # two saves in one second would look the same to it
    seen = _sources()
    _catch_up(args, look, seen)
    print("Watching; Ctrl-C ends it.", flush=True)
    while True:
        wait_for(_sources, seen, SETTLE_SECONDS)
        seen = _sources()
        _catch_up(args, look, seen)


def _catch_up(args: argparse.Namespace, look: Look, seen: Marks) -> None:
    """Make what is not fresh, unless there is a newer save; most change nothing that is shown."""
    from gdvideo.works import Superseded

    forget()
    try:
        found = build.wanted(args.slugs, [look], args.media)
        if any(state.kind != "fresh" for _, _, state in found):
            build.make(found, args, lambda: _sources() != seen)
    except Superseded:
        print("There is a newer save: beginning again.", flush=True)
    except Failure as failure:
        print(failure, file=sys.stderr, flush=True)


def _sources() -> Marks:
    """Return the marks of all that films are made from."""
    sources = chain.from_iterable(below(ROOT / folder) for folder in FOLDERS)
    return marks([PARAMETERS, ROOT / "manim.cfg", *sources, *_named()])


def _named() -> Iterator[Path]:
    """Yield where data would be, whether it is there or not, if a text in params.toml names it."""
    try:
        document = tomllib.loads(PARAMETERS.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return
    for table in document.values():
        values = table.values() if isinstance(table, dict) else ()
        for name in (value for value in values if isinstance(value, str)):
            yield PARAMETERS.parent / name
            yield PARAMETERS.resolve().parent / name
