"""`gdvideo embed`: a film's snippet, for the kind of site that you have."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gdvideo import options
from gdvideo.errors import Usage
from gdvideo.publish.homes import HOMES, Home
from gdvideo.publish.options import add_posts
from gdvideo.task import THEMES

if TYPE_CHECKING:
    from gdvideo.publish.figure import Figure, Style

__all__ = ["add_parser", "run"]

_SCHEMES = ("https://", "http://")


def add_parser(subparsers: Any) -> argparse.ArgumentParser:
    """Add the subcommand."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "embed",
        description="Print the snippet that shows a film in a post, and say where it goes. "
        "--into puts the film and what the snippet needs into your site; nothing of yours is "
        "overwritten.",
        epilog=options.examples(
            "embed laser --for hugo --into ~/my-site",
            "embed laser --over learning_rate=0.05,0.1,0.5,0.9,1.1",
            "embed laser --for hugo --head",
        ),
    )
    parser.add_argument("slug", metavar="FILM", help="the film's name; `gdvideo list` has them")
    parser.add_argument(
        "--for", type=options.OneOf(HOMES), default="html", dest="kind", metavar="KIND",
        help=f"the kind of site: {', '.join(HOMES)} (default: html)",
    )  # fmt: skip
    parser.add_argument(
        "--into", type=options.place, metavar="SITE_DIR", help="install into the site's folder"
    )
    parser.add_argument(
        "--base", metavar="URL", help="where the posts' folders are, if elsewhere on your site"
    )
    parser.add_argument(
        "--theme", type=options.OneOf(("site", "auto", *THEMES)), default="site",
        help="site (default: as the page around it is), auto (as the reader's system is), dark or "
        "light",
    )  # fmt: skip
    parser.add_argument(
        "--over", metavar="NAME=V1,V2,...",
        help="let the reader choose among these values of a parameter, with a film each",
    )  # fmt: skip
    parser.add_argument(
        "--autoplay", action="store_true",
        help="play at once, muted, again and again, unless the reader wants less motion",
    )  # fmt: skip
    parser.add_argument(
        "--head", action="store_true",
        help="print what makes the post seen when it is shared, instead: front matter, or tags "
        "for the page's head",
    )  # fmt: skip
    add_posts(parser)
    return parser


def run(args: argparse.Namespace) -> int:
    """Print the snippet, on standard output, and where it goes, on standard error."""
    from gdvideo.publish.figure import Style
    from gdvideo.publish.snippet import snippet

    home = HOMES[args.kind]
    _check(args, home)
    theme = "light" if home.plain and args.theme not in THEMES else args.theme
    style = Style(theme, args.autoplay)
    figure = _figure(args)
    if args.into is not None:
        _install(figure, home, style, args)
    print(_advice(args, figure, home), file=sys.stderr, flush=True)
    print(snippet(figure, home, style, args.base, head=args.head), end="")
    return 0


def _figure(args: argparse.Namespace) -> Figure:
    from gdvideo.publish.figure import Figure
    from gdvideo.publish.posts import publish
    from gdvideo.publish.turning import turning

    if args.over is not None:
        return turning(args)
    (post,) = publish([args.slug], args)
    return Figure.of(post.record)


def _check(args: argparse.Namespace, home: Home) -> None:
    """Refuse what cannot become a snippet, before any work is done."""
    site = args.into
    if home.absolute and not (args.base or "").startswith(_SCHEMES):
        raise Usage(f"--for {args.kind} needs --base https://…: an address on your site")
    if args.over is not None and home.plain:
        raise Usage(f"--over is not allowed with --for {args.kind}, which shows one film")
    if site is None:
        return
    if not site.is_dir():
        raise Usage(f"--into {site} is not allowed: there is no such folder")
    if home.known_by and not any((site / name).exists() for name in home.known_by):
        raise Usage(
            f"--into {site} is not allowed: no {home.title} site, for it has no {home.known_by[0]}"
        )


def _advice(args: argparse.Namespace, figure: Figure, home: Home) -> str:
    if args.head:
        return "Put it into the post's front matter, or the page's head."
    if args.into is not None:
        return home.place
    folders = ", ".join(str(args.out / film.name) for film in figure.films)
    command = f"gdvideo embed {args.slug} --for {args.kind} --into SITE_DIR"
    return f"{home.place}\nThe film is in {folders}; {command} puts it into your site."


def _install(figure: Figure, home: Home, style: Style, args: argparse.Namespace) -> None:
    from gdvideo.publish.install import install
    from gdvideo.publish.site import files_for

    site: Path = args.into
    files = files_for(figure, home, style, args.base, args.out)
    folders = [f"{home.files}/{name}/" for name in (figure.name, *(f.name for f in figure.films))]
    for path in install(files, site, *folders):
        print(f"wrote {site / path}", file=sys.stderr)
