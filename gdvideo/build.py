"""`gdvideo build`: every film that is not fresh."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from itertools import product
from pathlib import Path
from typing import Any

from gdvideo import freshness, options
from gdvideo.errors import Failure
from gdvideo.freshness import State
from gdvideo.project import Film, film, films
from gdvideo.task import ASPECTS, THEMES, Look

__all__ = ["Wanted", "add_parser", "make", "run", "wanted"]

Wanted = tuple[Film, Look, State]


def add_parser(subparsers: Any) -> argparse.ArgumentParser:
    """Add the subcommand."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "build",
        description="Make every film that is missing or stale, as params.toml says, and leave "
        "fresh ones alone. It may be interrupted at any moment: the next build goes on.",
        epilog=options.examples(
            "build",
            "build laser hiker -q m --all-themes --all-aspects",
            "build --scheduler tcp://127.0.0.1:8786",
        ),
    )
    parser.add_argument("slugs", nargs="*", metavar="FILM", help="films to make (default: all)")
    options.add_look(parser)
    parser.add_argument("--all-themes", action="store_true", help=f"{' and '.join(THEMES)}")
    parser.add_argument("--all-aspects", action="store_true", help=f"{', '.join(ASPECTS)}")
    options.add_works(parser)
    options.add_media(parser)
    return parser


def run(args: argparse.Namespace) -> int:
    """Make what is not fresh and say what was made."""
    themes = THEMES if args.all_themes else (args.theme,)
    aspects = ASPECTS if args.all_aspects else (args.aspect,)
    looks = [Look(args.quality, theme, aspect) for theme, aspect in product(themes, aspects)]
    found = wanted(args.slugs, looks, args.media)
    if all(state.kind == "fresh" for _, _, state in found):
        print(f"Nothing to do: {len(found)} of {len(found)} fresh.")
        return 0
    return make(found, args)


def wanted(slugs: Sequence[str], looks: Sequence[Look], media: Path) -> list[Wanted]:
    """Return the films of these names, all if none is given, in each look, with their states.

    Raises:
        Usage: if a name is no film's.
    """
    chosen = [film(slug) for slug in dict.fromkeys(slugs)] or list(films().values())
    return [
        (one, look, freshness.of_default(one, look, media)) for one, look in product(chosen, looks)
    ]


def make(
    found: Sequence[Wanted], args: argparse.Namespace, is_old: Callable[[], bool] | None = None
) -> int:
    """Make what is not fresh, say what was made, and return the exit code.

    Raises:
        Superseded: if ``is_old`` says that other films are wanted by now.
    """
    from gdvideo.ahead import ahead
    from gdvideo.display import display
    from gdvideo.parameters import Choice
    from gdvideo.task import prepare
    from gdvideo.works import Job, run_all

    jobs, code = [], 0
    with nullcontext() if args.scheduler else ahead():
        for one, look, state in found:
            if state.kind != "fresh":
                try:
                    jobs.append(Job(prepare(one, Choice(), look), state.seconds))
                except Failure as refusal:  # the other films can be made all the same
                    print(refusal, file=sys.stderr)
                    code = refusal.code
        works = options.works(args)
        results = run_all(jobs, works, args.media, display(len(jobs)), is_old)
    failures = [result for result in results if isinstance(result, Failure)]
    fresh = sum(state.kind == "fresh" for _, _, state in found)
    made = len(jobs) - len(failures)
    counts = {"made": made, "fresh before": fresh, "not made": len(found) - fresh - made}
    print(", ".join(f"{n} {what}" for what, n in counts.items() if n) + ".", flush=True)
    return failures[0].code if failures else code
