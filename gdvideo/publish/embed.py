"""`gdvideo embed`: a film's snippet, for the kind of site that you have."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gdvideo import options
from gdvideo.errors import Usage
from gdvideo.publish.options import add_posts
from gdvideo.task import THEMES

if TYPE_CHECKING:
    from gdvideo.publish.posts import Post
    from gdvideo.publish.snippet import Kind, Style

__all__ = ["add_parser", "run"]

_KINDS = ("html", "jekyll", "hugo", "myst", "wordpress")


def add_parser(subparsers: Any) -> argparse.ArgumentParser:
    """Add the subcommand."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "embed",
        description="Print the snippet that shows a film in a post, and say where it goes. "
        "--into puts the film and what the snippet needs into your site; nothing of yours is "
        "overwritten.",
    )
    parser.add_argument("slug", metavar="FILM", help="the film's name; `gdvideo list` has them")
    parser.add_argument(
        "--for", type=options.OneOf(_KINDS), default=_KINDS[0], dest="kind", metavar="KIND",
        help=f"the kind of site: {', '.join(_KINDS)} (default: html)",
    )  # fmt: skip
    parser.add_argument(
        "--into", type=options.place, metavar="SITE_DIR", help="install into the site's folder"
    )
    parser.add_argument(
        "--base", metavar="URL", help="where the posts' folders are, if elsewhere on your site"
    )
    parser.add_argument(
        "--theme", type=options.OneOf(("auto", *THEMES)), default="auto",
        help="auto (default: as the reader likes it), dark or light",
    )  # fmt: skip
    parser.add_argument(
        "--autoplay", action="store_true",
        help="play at once, muted, again and again, unless the reader wants less motion",
    )  # fmt: skip
    add_posts(parser)
    return parser


def run(args: argparse.Namespace) -> int:
    """Print the snippet, on standard output, and where it goes, on standard error."""
    from gdvideo.publish.posts import publish
    from gdvideo.publish.snippet import KINDS, Style, snippet

    kind, style = KINDS[args.kind], Style(args.theme, args.autoplay)
    if args.into is not None:
        _check_site(args.into, kind)
    (post,) = publish([args.slug], args)
    if args.into is not None:
        _install(post, args.into, kind, style)
    print(kind.place, file=sys.stderr, flush=True)
    print(snippet(post.record, kind, style, args.base), end="")
    return 0


def _check_site(site: Path, kind: Kind) -> None:
    """Refuse a folder that is no such site, before any work is done."""
    if not site.is_dir():
        raise Usage(f"--into {site} is not allowed: there is no such folder")
    if kind.known_by and not any((site / name).exists() for name in kind.known_by):
        raise Usage(
            f"--into {site} is not allowed: no {kind.title} site, for it has no {kind.known_by[0]}"
        )


def _install(post: Post, site: Path, kind: Kind, style: Style) -> None:
    from gdvideo.publish.install import install
    from gdvideo.publish.snippet import helper

    record = post.record
    home = f"{kind.files}/{record.name}/"
    files = {
        f"{home}{file.name}": (post.folder / file.name).read_bytes()
        for file in record.all_files
        if not file.name.endswith(".md")  # which some sites would take for a page of theirs
    }
    for path, template in (kind.helpers or {}).items():
        text = helper(template, record, kind, style)
        files[path.replace("FILM", record.name)] = text.encode()
    for path in install(files, site, home):
        print(f"wrote {site / path}", file=sys.stderr)
