"""`gdvideo new`: the files of a film of one's own, which renders as it is."""

from __future__ import annotations

import argparse
import keyword
import re
import tomllib
from importlib.resources import files as resources
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from gdvideo import files
from gdvideo.errors import RenderFailed, Usage
from gdvideo.project import PARAMETERS, ROOT, films

__all__ = ["add_parser", "run"]

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_PLACES = {
    "experiment.py.txt": "gdmath/experiments/{}.py",
    "scene.py.txt": "scenes/{}.py",
    "test.py.txt": "tests/gdmath/experiments/test_{}.py",
}
_TABLE = "params.toml.txt"


def add_parser(subparsers: Any) -> argparse.ArgumentParser:
    """Add the subcommand."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "new",
        description="Write the files of a new film, which renders as it is: its numbers and "
        "sentences, its scene of three shots, a test, and a table in params.toml. Nothing that is "
        "there is overwritten.",
    )
    parser.add_argument("slug", metavar="FILM", help="its name: small letters, digits, underscores")
    return parser


def run(args: argparse.Namespace) -> int:
    """Write the files and say which."""
    slug = args.slug
    _refuse_name(slug)
    scene = "".join(word.capitalize() for word in slug.split("_"))
    content = {
        ROOT / place.format(slug): _filled(template, slug, scene)
        for template, place in _PLACES.items()
    }
    for place in content:
        if place.exists():
            raise Usage(f"{place} is there already; nothing has been written")
    try:
        for place, text in content.items():
            files.write(place, text.encode())
        table = PARAMETERS.read_text("utf-8") if PARAMETERS.exists() else ""
        files.write(PARAMETERS, (table + _filled(_TABLE, slug, scene)).encode())
    except OSError as error:
        raise RenderFailed(f"{error.filename} cannot be written: {error.strerror}") from None
    for place in content:
        print(place)
    print(f"{PARAMETERS}: [{slug}]")
    print(f"Next: ./run gdvideo render {slug} -q l, and ./run gdvideo check {slug}")
    return 0


def _refuse_name(slug: str) -> None:
    """Refuse what cannot be a film's name.

    Raises:
        Usage: with one sentence that says why.
    """
    known = films()
    if slug in known:
        raise Usage(f"{slug!r} is a film already: {ROOT / known[slug].source}")
    if not _NAME.fullmatch(slug) or keyword.iskeyword(slug):
        raise Usage(
            f"{slug!r} cannot be a film's name: it must be a small letter, then small letters, "
            "digits and underscores, and no word of Python's"
        )
    if find_spec(slug) is not None:  # beside the scenes, it would be imported in that one's place
        raise Usage(f"{slug!r} cannot be a film's name: it is a Python module's")
    if slug in _tables(PARAMETERS):
        raise Usage(f"{PARAMETERS} has a table [{slug}] already; nothing has been written")


def _tables(parameters: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(parameters.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise Usage(f"{parameters} cannot be read: {error}") from None


def _filled(template: str, slug: str, scene: str) -> str:
    text = (resources("gdvideo") / "templates" / template).read_text("utf-8")
    return text.replace("SLUG", slug).replace("SCENE", scene)
