"""`gdvideo publish`: all that a post needs."""

from __future__ import annotations

import argparse
from typing import Any

from gdvideo.publish.options import add_posts

__all__ = ["add_parser", "run"]


def add_parser(subparsers: Any) -> argparse.ArgumentParser:
    """Add the subcommand."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "publish",
        description="Write, for each film, a folder with all that a post needs: the film dark and "
        "light, a poster, captions, chapters, a transcript, a small preview, and a record of "
        "everything that it shows. Films that are not fresh are made first.",
    )
    parser.add_argument("slugs", nargs="*", metavar="FILM", help="films to publish (default: all)")
    add_posts(parser)
    return parser


def run(args: argparse.Namespace) -> int:
    """Publish films and say where they are and how large."""
    from gdvideo.publish.pages import clock
    from gdvideo.publish.posts import publish

    for post in publish(args.slugs, args):
        megabytes = post.record.wide.bytes / 1e6
        print(f"{post.folder}: {clock(post.record.account.seconds)} min, {megabytes:.2f} MB")
    return 0
