"""Arguments that several subcommands share."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from gdmath.nearest import nearest
from gdvideo.cores import cores
from gdvideo.parameters import Choice, assignments
from gdvideo.task import ASPECTS, MEDIA, QUALITIES, THEMES, Look

if TYPE_CHECKING:
    from gdvideo.works import Works

__all__ = [
    "OneOf", "add_choice", "add_jobs", "add_look", "add_media", "add_shape", "add_works", "choice",
    "count", "examples", "look", "place", "whole",
]  # fmt: skip

MOST_JOBS = 256


class OneOf:
    """Reads one of these words, and refuses others with the nearest one."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = list(names)

    def __call__(self, text: str) -> str:
        """Return the text if it is one of the words."""
        if text not in self.names:
            allowed = ", ".join(self.names)
            raise argparse.ArgumentTypeError(
                f"{text!r} is not one of {allowed}{nearest(text, self.names)}"
            )
        return text


def examples(*lines: str) -> str:
    """Return what a subcommand's help ends with."""
    return "\n".join(["examples:", *(f"  gdvideo {line}" for line in lines)])


def add_look(parser: argparse.ArgumentParser) -> None:
    """Add quality, theme and aspect ratio."""
    rates = ", ".join(f"{letter} {rate}" for letter, rate in QUALITIES.items())
    parser.add_argument(
        "-q", "--quality", type=OneOf(QUALITIES), default="h", metavar="Q",
        help=f"lines and frames a second: {rates}; l is the quickest (default: %(default)s)",
    )  # fmt: skip
    add_shape(parser)


def add_shape(parser: argparse.ArgumentParser) -> None:
    """Add theme and aspect ratio."""
    parser.add_argument(
        "--theme", type=OneOf(THEMES), default=THEMES[0], help="dark (default) or light"
    )
    parser.add_argument(
        "--aspect", type=OneOf(ASPECTS), default=ASPECTS[0], help="16:9 (default), 1:1 or 9:16"
    )


def look(args: argparse.Namespace) -> Look:
    """Return the look that the arguments ask for."""
    return Look(args.quality, args.theme, args.aspect)


def add_choice(parser: argparse.ArgumentParser) -> None:
    """Add where the parameters come from."""
    parser.add_argument(
        "--set", action="append", default=[], metavar="NAME=VALUE", dest="values",
        help="give a parameter another value; may be repeated",
    )  # fmt: skip
    source = parser.add_mutually_exclusive_group()
    source.add_argument(
        "--params",
        type=place,
        metavar="FILE",
        help="read the film's table from this TOML file (default: the project's params.toml)",
    )
    source.add_argument(
        "--preset", metavar="NAME", help="start from a preset; `gdvideo params` lists them"
    )


def choice(args: argparse.Namespace) -> Choice:
    """Return the parameters that the arguments ask for.

    Raises:
        Usage: if one is not NAME=VALUE.
    """
    return Choice(args.params, args.preset, assignments(args.values))


def add_media(parser: argparse.ArgumentParser) -> None:
    """Add the folder that everything is written in."""
    parser.add_argument(
        "--media", type=_folder, default=MEDIA, metavar="FOLDER",
        help="where everything is written (default: the project's media/)",
    )  # fmt: skip


def add_works(parser: argparse.ArgumentParser) -> None:
    """Add who draws: processes here, or a cluster."""
    add_jobs(parser)
    parser.add_argument(
        "--scheduler", type=_address, metavar="tcp://HOST:PORT",
        help="make the films on the workers of this Dask scheduler",
    )  # fmt: skip


def add_jobs(parser: argparse.ArgumentParser) -> None:
    """Add how many processes work at once."""
    parser.add_argument(
        "--jobs", type=count, default=cores(), metavar="N",
        help=f"processes that work at once (default: the machine's cores, {cores()})",
    )  # fmt: skip


def works(args: argparse.Namespace) -> Works:
    """Return who draws, as the arguments ask for.

    Raises:
        Lacking: if the scheduler does not answer, or none of its workers fits.
    """
    if args.scheduler is not None:
        from gdvideo.cluster import Cluster

        return Cluster(args.scheduler)
    from gdvideo.works import Local

    return Local(args.jobs, args.media)


def count(text: str) -> int:
    """Read a whole number from 1 on."""
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:9]) <= MOST_JOBS:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 to {MOST_JOBS}")
    return int(text)


def whole(text: str) -> int:
    """Read a whole number from 0 on."""
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise argparse.ArgumentTypeError(f"{text!r:.60} is not a whole number from 0 to 999999999")
    return int(text)


def _address(text: str) -> str:
    if not re.fullmatch(r"(tcp|tls)://[\w.:\[\]-]+:\d{1,5}", text, re.ASCII):
        raise argparse.ArgumentTypeError(f"{text!r} is not an address like tcp://127.0.0.1:8786")
    return text


def place(text: str) -> Path:
    """Read a path that a file could have."""
    path = Path(text)
    try:
        path.exists()
        text.encode()
    except (OSError, ValueError):
        raise argparse.ArgumentTypeError(f"{text!r:.60} cannot be a path") from None
    return path


def _folder(text: str) -> Path:
    path = place(text).absolute()
    if path.exists() and not path.is_dir():
        raise argparse.ArgumentTypeError(f"{text!r:.60} is not a folder")
    return path
