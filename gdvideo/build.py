"""`gdvideo build`: every film that is not fresh."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

from gdvideo import freshness, options
from gdvideo.errors import Usage
from gdvideo.freshness import State
from gdvideo.project import Film, film, films
from gdvideo.task import ASPECTS, THEMES, Look

__all__ = ["add_parser", "run"]

Wanted = tuple[Film, Look, State]


def add_parser(subparsers: Any) -> argparse.ArgumentParser:
    """Add the subcommand."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "build",
        description="Make every film that is missing or stale, as params.toml says, and leave "
        "fresh ones alone. It may be interrupted at any moment: the next build goes on.",
    )
    parser.add_argument("slugs", nargs="*", metavar="FILM", help="films to make (default: all)")
    options.add_look(parser)
    parser.add_argument("--all-themes", action="store_true", help=f"{' and '.join(THEMES)}")
    parser.add_argument("--all-aspects", action="store_true", help=f"{', '.join(ASPECTS)}")
    options.add_jobs(parser)
    options.add_media(parser)
    return parser


def run(args: argparse.Namespace) -> int:
    """Make what is not fresh and say what was made."""
    wanted = list(_wanted(args, args.media))
    if all(state.kind == "fresh" for _, _, state in wanted):
        print(f"Nothing to do: {len(wanted)} of {len(wanted)} fresh.")
        return 0
    return _make(wanted, args)


def _wanted(args: argparse.Namespace, media: Path) -> Iterator[Wanted]:
    chosen = [film(slug) for slug in dict.fromkeys(args.slugs)] or list(films().values())
    themes = THEMES if args.all_themes else (args.theme,)
    aspects = ASPECTS if args.all_aspects else (args.aspect,)
    for one, theme, aspect in product(chosen, themes, aspects):
        look = Look(args.quality, theme, aspect)
        yield one, look, freshness.of_default(one, look, media)


def _make(wanted: list[Wanted], args: argparse.Namespace) -> int:
    from gdvideo.display import display
    from gdvideo.parameters import Choice
    from gdvideo.task import prepare
    from gdvideo.works import Job, Local, run_all

    jobs, code = [], 0
    for one, look, state in wanted:
        if state.kind != "fresh":
            try:
                jobs.append(Job(prepare(one, Choice(), look), state))
            except Usage as refusal:  # the other films can be made all the same
                print(refusal, file=sys.stderr)
                code = refusal.code
    works = Local(args.jobs, args.media)
    failures = run_all(jobs, works, args.media, display(len(jobs)))
    fresh = sum(state.kind == "fresh" for _, _, state in wanted)
    made = len(jobs) - len(failures)
    print(f"{made} made, {fresh} fresh before, {len(wanted) - fresh - made} not made.")
    return failures[0].code if failures else code
