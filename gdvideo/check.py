"""`gdvideo check`: no film leaves with a fault that a machine can see."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import islice, product
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any

from gdvideo import options
from gdvideo.errors import Lacking, RenderFailed, Usage
from gdvideo.options import OneOf
from gdvideo.parameters import choose, experiment
from gdvideo.project import ROOT, Film, film, films
from gdvideo.task import ASPECTS, THEMES

__all__ = ["add_parser", "run"]

FOUND = 1
_ALL = "all"
_WORKER = "scenes.stage.inspect"


def add_parser(subparsers: Any) -> argparse.ArgumentParser:
    """Add the subcommand."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "check",
        description="Play films without drawing them, and tell what is wrong with them: layout, "
        "legibility, narration, truth of numbers and places, soundness. Exit code 1 if anything "
        "was found.",
    )
    parser.add_argument("slugs", nargs="*", metavar="FILM", help="films to check (default: all)")
    for name, known in (("theme", THEMES), ("aspect", ASPECTS)):
        parser.add_argument(
            f"--{name}", type=OneOf([*known, _ALL]), default=_ALL,
            help=f"{', '.join(known)} or all (default)",
        )  # fmt: skip
    options.add_choice(parser)
    parser.add_argument(
        "--samples", type=options.whole, default=0, metavar="N",
        help="check each film with so many random parameter sets too (default: 0)",
    )  # fmt: skip
    parser.add_argument(
        "--seed", type=options.whole, default=0, metavar="S", help="of the random sets (default: 0)"
    )
    parser.add_argument("--json", action="store_true", help="print findings as JSON, one a line")
    options.add_jobs(parser)
    return parser


@dataclass(frozen=True)
class Play:
    """A film to check: its parameters, and those of them that are not the chosen ones.

    ``themes`` are the looks to take at it, the first one at everything. Files that the parameters
    name lie in ``folder``, the project's if None.
    """

    film: Film
    themes: Sequence[str]
    aspect: str
    params: Mapping[str, Any]
    other: Mapping[str, Any]
    folder: Path | None

    def job(self) -> dict[str, Any]:
        """Return what a worker needs to know."""
        look = {"themes": self.themes, "aspect": self.aspect, "params": self.params}
        folder = None if self.folder is None else str(self.folder)
        return {"film": self.film.slug, "scene": self.film.scene, "folder": folder} | look


def run(args: argparse.Namespace) -> int:
    """Check films, print findings as they come, and say how many there are."""
    if find_spec("manim") is None:
        raise Lacking("manim is not installed here: ./run gdvideo doctor installs it")
    plays = list(_plays(args))
    count = 0
    for number, (play, report) in enumerate(_reports(plays, args.jobs), 1):
        if sys.stderr.isatty():
            print(f"\r{number} of {len(plays)}", end="\r", file=sys.stderr, flush=True)
        tell = _as_json if args.json else _as_text
        for theme, findings in report["findings"].items():
            count += len(findings)
            for finding in findings:
                print(tell(play, theme, finding), flush=True)
    if not args.json:
        looks = sum(len(play.themes) for play in plays)
        print(f"{looks} looks, {count or 'no'} finding{'' if count == 1 else 's'}.")
    return FOUND if count else 0


def _plays(args: argparse.Namespace) -> Iterator[Play]:
    """Yield every film in every look, with the chosen parameters and the random ones.

    Each is looked at in every way in one theme, the next time in the next: in the others only
    colours can differ.

    Raises:
        Usage: if a name is no film's, or a parameter is not allowed.
    """
    from gdmath.experiments.samples import random_params

    chosen = [film(slug) for slug in dict.fromkeys(args.slugs)] or list(films().values())
    told = options.choice(args)
    if len(chosen) > 1 and (told.values or told.preset):
        names = ", ".join(one.slug for one in chosen)
        option = "--set" if told.values else "--preset"
        raise Usage(f"{option} is for one film, and these are {len(chosen)}: {names}")
    themes = THEMES if args.theme == _ALL else (args.theme,)
    aspects = ASPECTS if args.aspect == _ALL else (args.aspect,)
    for one in chosen:
        base = choose(one, told)
        usual = base.values
        drawn = random_params(experiment(one).Params, args.seed)
        samples = [params.model_dump(mode="json") for params in islice(drawn, args.samples)]
        for number, (params, aspect) in enumerate(product([usual, *samples], aspects)):
            other = {name: value for name, value in params.items() if value != usual[name]}
            turn = number % len(themes)
            looks = themes[turn:] + themes[:turn]
            yield Play(one, looks, aspect, params, other, base.folder)


def _reports(plays: Sequence[Play], jobs: int) -> Iterator[tuple[Play, dict[str, Any]]]:
    """Yield each play's report as soon as it is there."""
    todo: SimpleQueue[Play] = SimpleQueue()
    done: SimpleQueue[tuple[Play, dict[str, Any] | Exception]] = SimpleQueue()
    for play in plays:
        todo.put(play)
    workers = [_start() for _ in range(min(jobs, len(plays)))]
    threads = [Thread(target=_serve, args=(worker, todo, done)) for worker in workers]
    for thread in threads:
        thread.start()
    try:
        for _ in plays:
            play, report = done.get()
            if isinstance(report, Exception):
                raise report
            yield play, report
    finally:
        for worker, thread in zip(workers, threads, strict=True):
            worker.kill()
            thread.join()
            with worker:
                pass  # closes its pipes


def _start() -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", _WORKER], cwd=ROOT, text=True, encoding="utf-8",
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip


def _serve(worker: subprocess.Popen[str], todo: SimpleQueue[Play], done: SimpleQueue[Any]) -> None:
    """Let one worker do what is left to do."""
    assert worker.stdin is not None
    assert worker.stdout is not None
    while True:
        try:
            play = todo.get_nowait()
        except Empty:
            return
        try:
            worker.stdin.write(json.dumps(play.job()) + "\n")
            worker.stdin.flush()
            done.put((play, json.loads(worker.stdout.readline())))
        except (OSError, ValueError):
            code = worker.wait()
            done.put((play, RenderFailed(f"checking {play.film.slug} ended with code {code}")))
            return


def _as_json(play: Play, theme: str, finding: Mapping[str, Any]) -> str:
    look = {"film": play.film.slug, "theme": theme, "aspect": play.aspect}
    return json.dumps(look | {"params": dict(play.other)} | dict(finding), ensure_ascii=False)


def _as_text(play: Play, theme: str, finding: Mapping[str, Any]) -> str:
    where = f"{play.film.slug} {theme} {play.aspect}"
    if play.other:
        where += " [" + ", ".join(f"{name}={value}" for name, value in play.other.items()) + "]"
    if finding["beat"] or finding["seconds"]:
        where += f", {finding['beat'] or 'at'} {finding['seconds']:.1f} s"
    who = " and ".join(finding["objects"])
    return (
        f"{where}: {finding['rule']}{': ' if who else ''}{who}: "
        f"{finding['measured']}; required: {finding['required']}"
    )
