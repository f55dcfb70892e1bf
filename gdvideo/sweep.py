"""`gdvideo sweep`: one film a value, and a grid of them in lock-step."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from gdvideo import files, options
from gdvideo.deliver import deliver
from gdvideo.errors import Failure, RenderFailed
from gdvideo.over import over
from gdvideo.project import film as named
from gdvideo.studio import Delivery, copies
from gdvideo.task import Look, prepare

__all__ = ["add_parser", "run"]

SHAPES = {"film": ".mp4", "gif": ".gif", "still": ".png"}
WIDTH = 640  # pixels of one film in the grid
GIF_WIDTH, GIF_RATE = 320, 10


def add_parser(subparsers: Any) -> argparse.ArgumentParser:
    """Add the subcommand."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "sweep",
        description="Make one film for each value of a parameter, and a grid that shows them side "
        "by side at the same moment. The films are kept: values that are there are not made again.",
        epilog=options.examples(
            "sweep laser --over learning_rate=0.05,0.1,0.5,1.1",
            "sweep laser --over steps=5,10,20 --preset zigzag --as gif",
        ),
    )
    parser.add_argument("slug", metavar="FILM", help="the film's name; `gdvideo list` has them")
    parser.add_argument(
        "--over", required=True, metavar="NAME=V1,V2,...",
        help="the parameter and its values, as in learning_rate=0.05,0.1,0.5,1.1",
    )  # fmt: skip
    parser.add_argument(
        "--as", dest="shape", type=options.OneOf(SHAPES), default="film",
        help="make films (default), GIFs, or stills of each film's end",
    )  # fmt: skip
    options.add_choice(parser)
    options.add_look(parser)
    parser.set_defaults(quality="l")
    options.add_works(parser)
    options.add_media(parser)
    return parser


def run(args: argparse.Namespace) -> int:
    """Make the films, then the grid."""
    name, choices = over(args.over, options.choice(args))
    look = options.look(args)
    tasks = [prepare(named(args.slug), choice, look) for choice in choices.values()]
    films: list[Delivery] = []
    for result in deliver(tasks, args):
        if isinstance(result, Failure):
            return result.code
        films.append(result)
    labels = [f"{name} = {value}" for value in choices]
    places = [args.media / one.manifest.film for one in films]
    grid = places[0].with_name(f"{tasks[0].film.scene}{look.suffix}-sweep-{name}.mp4")
    try:
        with copies(films, args.media) as read:
            for place in _shapes(args.shape, read, places, labels, grid, look):
                print(place)
    except OSError as error:
        raise RenderFailed(f"{grid} cannot be written: {error.strerror}") from None
    return 0


def _shapes(
    shape: str,
    films: Sequence[Path],
    places: Sequence[Path],
    labels: Sequence[str],
    grid: Path,
    look: Look,
) -> Iterator[Path]:
    """Make what is wanted of the films, and yield each file's place, the grid's last.

    ``films`` are read; what is made of each lies at its place among ``places``.
    """
    from gdvideo import grid as pictures

    if shape == "still":
        stills = [pictures.last_picture(path, WIDTH) for path in films]
        for path, still in zip(places, stills, strict=True):
            yield _written(path.with_suffix(".png"), still.save)
        yield _written(grid.with_suffix(".png"), pictures.tiled(stills, labels).save)
        return
    gif = shape == "gif"
    rate = GIF_RATE if gif else look.rate
    width = GIF_WIDTH if gif else WIDTH
    write = pictures.write_gif if gif else pictures.write_film
    for film, path in zip(films, places, strict=True):
        if gif:
            alone = pictures.pictures(film, rate, width)
            yield _written(path.with_suffix(".gif"), partial(write, moments=alone, rate=rate))
        else:
            yield path
    moments = pictures.side_by_side([pictures.pictures(p, rate, width) for p in films], labels)
    yield _written(grid.with_suffix(SHAPES[shape]), partial(write, moments=moments, rate=rate))


def _written(path: Path, write: Callable[[Path], object]) -> Path:
    """Let ``write`` make the file, which appears whole."""
    with files.private_folder(path.parent) as folder:
        place = folder / path.name
        write(place)
        place.replace(path)
    return path
