"""`gdvideo sheet`: a film at a glance."""

from __future__ import annotations

import argparse
import math
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from gdvideo import options
from gdvideo.errors import Lacking, RenderFailed
from gdvideo.parameters import Chosen, choose
from gdvideo.project import Film, film
from gdvideo.task import MEDIA, Look, Task

if TYPE_CHECKING:
    from gdvideo.contact import Picture

__all__ = ["add_parser", "run"]

EVERY = 4  # seconds
WIDTHS = 320, 1920  # pixels: the least, the most


def add_parser(subparsers: Any) -> argparse.ArgumentParser:
    """Add the subcommand."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "sheet",
        description="Draw a contact sheet without making the film: the last picture of each shot "
        "and evenly spaced ones between, with time, beat and narration under each.",
    )
    parser.add_argument("slug", metavar="FILM", help="the film's name; `gdvideo list` has them")
    options.add_choice(parser)
    options.add_shape(parser)
    parser.add_argument(
        "--every", type=options.count, default=EVERY, metavar="SECONDS",
        help=f"how far apart pictures of a shot are, about (default: {EVERY})",
    )  # fmt: skip
    parser.add_argument("--ends", action="store_true", help="draw each shot's last picture alone")
    parser.add_argument(
        "--width", type=_width, metavar="PIXELS",
        help=f"how wide each picture is, {' to '.join(map(str, WIDTHS))} "
        "(default: 640, or 360 in other shapes than 16:9)",
    )  # fmt: skip
    parser.add_argument(
        "-o", "--output", type=options.place, metavar="FILE",
        help="where to write the PNG (default: in the project's media/sheets/)",
    )  # fmt: skip
    parser.add_argument(
        "--diff", type=options.place, metavar="OLD.png",
        help="mark what has changed since this sheet, and say what",
    )  # fmt: skip
    return parser


def run(args: argparse.Namespace) -> int:
    """Draw the sheet; with ``--diff`` say which pictures differ."""
    if find_spec("manim") is None:
        raise Lacking("manim is not installed here: ./run gdvideo doctor installs it")
    from gdvideo import contact

    one, look = film(args.slug), Look("l", args.theme, args.aspect)
    chosen = choose(one, options.choice(args))
    old = None if args.diff is None else contact.read(args.diff)
    every = math.inf if args.ends else args.every
    pictures = _pictures(one, chosen, look, every, args.width)
    changed = {} if old is None else contact.changes(old, pictures)
    ending = ".png" if old is None else "-diff.png"
    name = Task(one, chosen.values, look, chosen.variant).name
    place = args.output or MEDIA / "sheets" / (name + ending)
    sheet = contact.draw(pictures, changed)
    try:
        contact.write(place, sheet, pictures if old is None else ())
    except OSError as error:
        raise RenderFailed(f"{place} cannot be written: {error.strerror}") from None
    if old is not None:
        _tell(pictures, changed, set(old))
    print(place)
    return 0


def _width(text: str) -> int:
    """Read how wide a picture is."""
    least, most = WIDTHS
    if not least <= (pixels := options.whole(text)) <= most:
        raise argparse.ArgumentTypeError(f"{text} is not from {least} to {most} pixels")
    return pixels


def _pictures(
    one: Film, chosen: Chosen, look: Look, every: float, width: int | None
) -> list[Picture]:
    from PIL import Image

    from gdvideo.contact import Picture
    from scenes.stage.inspect.playing import SHORTER_SIDE
    from scenes.stage.inspect.stills import stills

    across, down = map(int, look.aspect.split(":"))
    shorter = round(width * min(1.0, down / across)) if width else SHORTER_SIDE
    scene = getattr(import_module(f"scenes.{one.slug}"), one.scene)
    try:
        taken = stills(scene, chosen.params, look.theme, look.aspect, every, shorter)
    except Exception as error:  # whatever a film raises
        raise RenderFailed(f"{one.slug} failed: {type(error).__name__}: {error}") from error
    if not taken:
        raise RenderFailed(f"{one.slug} has no beats, so no pictures")
    pictures: list[Picture] = []
    for still in taken:
        number = sum(picture.beat == still.beat for picture in pictures)
        image = Image.fromarray(still.pixels)
        pictures.append(Picture(image, still.beat, number, still.seconds, still.narration))
    return pictures


def _tell(
    pictures: list[Picture], changed: dict[tuple[str, int], Any], old: set[tuple[str, int]]
) -> None:
    """Say what has changed, picture by picture and in all."""
    for picture in pictures:
        where = f"{picture.seconds:5.1f} s  {picture.beat}"
        if picture.key in changed:
            print(f"{where}: {changed[picture.key].share:.2%} of it changed")
        elif picture.key not in old:
            print(f"{where}: new")
    known = [picture.key in old for picture in pictures]
    print(
        f"{len(changed)} of {sum(known)} pictures differ, {known.count(False)} are new, "
        f"{len(old) - sum(known)} are gone."
    )
