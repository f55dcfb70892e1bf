"""`gdvideo watch`: films are made again as soon as something that they show is saved."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from gdvideo import build, options
from gdvideo.parameters import forget
from gdvideo.project import ROOT
from gdvideo.task import Look
from gdvideo.watching import changes, wait_for

if TYPE_CHECKING:
    from watchdog.events import FileSystemEvent

__all__ = ["add_parser", "run"]

SETTLE_SECONDS = 0.2  # an editor writes a file in several moves
FOLDERS = {"scenes": True, "gdmath": True, ".": False}  # and whether to look below


def add_parser(subparsers: Any) -> argparse.ArgumentParser:
    """Add the subcommand."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "watch",
        description="Make films at preview quality, and again whenever params.toml, a source or "
        "a data file is saved; films that do not show the change are left alone. A wrong value "
        "is reported, and the last good film stays. Ctrl-C ends it.",
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
    with changes({ROOT / folder: below for folder, below in FOLDERS.items()}, _saves) as saved:
        _catch_up(args, look)
        print("Watching; Ctrl-C ends it.", flush=True)
        while True:
            wait_for(saved, SETTLE_SECONDS)
            _catch_up(args, look)


def _saves(event: FileSystemEvent) -> bool:
    return event.event_type in ("created", "modified", "moved", "deleted")


def _catch_up(args: argparse.Namespace, look: Look) -> None:
    """Make what is not fresh; most events change nothing that a film shows."""
    forget()
    found = build.wanted(args.slugs, [look], args.media)
    if any(state.kind != "fresh" for _, _, state in found):
        build.make(found, args)
