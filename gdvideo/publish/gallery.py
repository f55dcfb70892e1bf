"""`gdvideo gallery`: a page that shows every film, in a folder that can be moved or served."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from markupsafe import Markup

from gdvideo import options
from gdvideo.publish.options import add_posts

if TYPE_CHECKING:
    from gdvideo.publish.posts import Post
    from gdvideo.publish.record import Record

__all__ = ["PAGE", "add_parser", "gallery_page", "run", "write_page"]

PAGE = "index.html"
_PORT = 8000


def add_parser(subparsers: Any) -> argparse.ArgumentParser:
    """Add the subcommand."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "gallery",
        description="Publish films and make a page that shows them: poster, claim, chapters, "
        "captions, transcript, parameters, numbers, snippets. Its folder needs nothing else.",
    )
    parser.add_argument("slugs", nargs="*", metavar="FILM", help="films to show (default: all)")
    parser.add_argument(
        "--serve", action="store_true",
        help="show it in a browser, and again after each render; Ctrl-C ends it",
    )  # fmt: skip
    parser.add_argument(
        "--port", type=options.whole, default=_PORT, metavar="N",
        help=f"of the address to serve it at (default: {_PORT}; 0: any that is free)",
    )  # fmt: skip
    add_posts(parser)
    return parser


def run(args: argparse.Namespace) -> int:
    """Make the page and say where it is."""
    if args.serve:
        from gdvideo.publish.serve import serve

        serve(args)
        return 0
    print(write_page(args))
    return 0


def write_page(args: argparse.Namespace) -> Path:
    """Publish the films and write the page; return its path."""
    from gdvideo.publish.install import install
    from gdvideo.publish.pages import fill
    from gdvideo.publish.posts import publish

    files = {name: fill(f"site/{name}").encode() for name in ("gallery.css", "gallery.js")}
    files[PAGE] = gallery_page(publish(args.slugs, args)).encode()
    install(files, args.out)
    path: Path = args.out / PAGE
    return path


def gallery_page(posts: Sequence[Post]) -> str:
    """Return the page that shows these posts, for the folder that has theirs."""
    from gdvideo.publish.figure import Style, chapters, variants
    from gdvideo.publish.pages import fill

    return fill(
        "gallery.html", films=[_shown(post.record) for post in posts], url=_address,
        style=Style("auto"), inline=False, variants=variants, chapters=chapters,
    )  # fmt: skip


def _shown(record: Record) -> dict[str, Any]:
    """Return what the page says of a film."""
    from gdvideo.publish.figure import Figure, Style
    from gdvideo.publish.homes import HOMES
    from gdvideo.publish.snippet import snippet
    from gdvideo.publish.words import told, told_by_beat

    figure = Figure.of(record)
    snippets = [
        {"name": home.title, "place": home.place, "text": snippet(figure, home, Style())}
        for home in HOMES.values()
        if not home.plain
    ]
    return {
        "record": record,
        "shown": figure,
        "by_beat": told_by_beat(record.account),
        "told": told(record.account.numbers),
        "snippets": snippets,
    }


def _address(folder: str, name: str) -> Markup:
    return Markup("/".join(quote(part) for part in (folder, name) if part))
