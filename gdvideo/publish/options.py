"""Arguments of publish, embed and gallery."""

from __future__ import annotations

import argparse
from pathlib import Path

from gdvideo import options
from gdvideo.publish.names import USUAL
from gdvideo.task import ASPECTS, MEDIA, QUALITIES

__all__ = ["POSTS", "add_posts"]

POSTS = MEDIA / "posts"


def add_posts(parser: argparse.ArgumentParser) -> None:
    """Add which films are published, how, and where to."""
    rates = ", ".join(f"{letter} {rate}" for letter, rate in QUALITIES.items())
    parser.add_argument(
        "--out", type=folder, default=POSTS, metavar="DIR",
        help="where the posts' files are written (default: media/posts)",
    )  # fmt: skip
    parser.add_argument(
        "-q", "--quality", type=options.OneOf(QUALITIES), default="m", metavar="Q",
        help=f"lines and frames a second: {rates} (default: m)",
    )  # fmt: skip
    parser.add_argument(
        "--aspect", type=aspects, default=USUAL, metavar="WIDE[,NARROW]",
        help="the shape for wide screens and the one for narrow ones, of 16:9, 1:1 and 9:16 "
        "(default: 16:9,1:1); with one, all have it",
    )  # fmt: skip
    parser.add_argument(
        "--allow-large", action="store_true", help="publish a film however large it is"
    )
    options.add_choice(parser)
    options.add_works(parser)
    options.add_media(parser)


def folder(text: str) -> Path:
    """Read a folder that may be yet to be made."""
    path = options.place(text).absolute()
    if path.exists() and not path.is_dir():
        raise argparse.ArgumentTypeError(f"{text!r:.60} is not a folder")
    return path


def aspects(text: str) -> tuple[str, ...]:
    """Read one shape, or one for wide screens and one for narrow ones."""
    names = tuple(map(options.OneOf(ASPECTS), text.split(",")))
    if len(names) > 2 or len(set(names)) < len(names):
        raise argparse.ArgumentTypeError(f"{text!r} is not one shape, or two that differ")
    return names
