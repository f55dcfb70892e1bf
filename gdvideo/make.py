"""`gdvideo render`: one film."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from gdvideo import files, options
from gdvideo.deliver import deliver
from gdvideo.errors import Failure, RenderFailed, Usage
from gdvideo.project import film
from gdvideo.task import prepare

__all__ = ["add_parser", "run"]


def add_parser(subparsers: Any) -> argparse.ArgumentParser:
    """Add the subcommand."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "render",
        description="Make one film. Without further arguments it shows what params.toml says; "
        "a film with other parameters has them in its name, as in Laser-learning_rate=0.3.mp4, "
        "and leaves the default film alone.",
        epilog=options.examples(
            "render laser",
            "render laser --set learning_rate=0.3 -q l",
            "render laser --preset zigzag --theme light -o zigzag.mp4",
        ),
    )
    parser.add_argument("slug", metavar="FILM", help="the film's name; `gdvideo list` has them")
    options.add_choice(parser)
    options.add_look(parser)
    options.add_works(parser)
    options.add_media(parser)
    parser.add_argument(
        "-o",
        "--output",
        type=options.place,
        metavar="FILE",
        help="put a copy of the film here (.mp4)",
    )  # fmt: skip
    return parser


def run(args: argparse.Namespace) -> int:
    """Make the film and say where it is."""
    if args.output is not None:
        _check_output(args.output)
    task = prepare(film(args.slug), options.choice(args), options.look(args))
    (made,) = deliver([task], args)
    if isinstance(made, Failure):
        return made.code
    place = args.media / made.manifest.film
    if args.output is not None:
        try:
            files.write(args.output, made.film)
        except OSError as error:
            raise RenderFailed(f"{args.output} cannot be written: {error.strerror}") from None
        place = args.output
    print(f"{place}{' (fresh: nothing to do)' if made.was_fresh else ''}")
    return 0


def _check_output(path: Path) -> None:
    """Refuse a place that a film cannot go to, before any work is done."""
    if path.suffix.lower() != ".mp4":
        raise Usage(f"-o {path} is not allowed: the film's name must end in .mp4")
    if path.is_dir():
        raise Usage(f"-o {path} is not allowed: it is a folder")
    if not path.parent.is_dir():
        raise Usage(f"-o {path} is not allowed: there is no folder {path.parent}")
