"""The command ``gdvideo``: finds the subcommand, tells failures in one sentence.

A subcommand is a module of this package with ``add_parser(subparsers)``, which adds one parser
and returns it, and ``run(args) -> int``, which returns the exit code. It is imported only when it
is asked for, and must not import manim, numpy or pydantic before ``run``.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import textwrap
from collections.abc import Sequence
from contextlib import nullcontext
from importlib import import_module
from types import FrameType
from typing import Any, NoReturn

from gdmath.nearest import nearest
from gdvideo.ahead import ahead
from gdvideo.errors import Failure, Lacking, OutputFailed, Usage, unknown
from gdvideo.output import guard

__all__ = ["COMMANDS", "command", "main", "parse", "parser_of"]

# Subcommand, its module, and what it does.
COMMANDS: dict[str, tuple[str, str]] = {
    "list": ("gdvideo.show", "show the films, and whether each is fresh, stale or missing"),
    "params": ("gdvideo.describe", "show what a film can be told, and its presets"),
    "new": ("gdvideo.new", "write the files of a film of your own, which renders as it is"),
    "render": ("gdvideo.make", "make one film, with other parameters if you like"),
    "build": ("gdvideo.build", "make every film that is not fresh"),
    "watch": ("gdvideo.watch", "make films again as soon as you save a change"),
    "check": ("gdvideo.check", "find what is wrong with the films: layout, truth, narration"),
    "sheet": ("gdvideo.sheet", "draw a film's contact sheet, and what changed since an old one"),
    "sweep": ("gdvideo.sweep", "make one film for each of several values, and a grid of them"),
    "publish": ("gdvideo.publish.publish", "write all that a post needs: film, captions, pages"),
    "embed": ("gdvideo.publish.embed", "print a film's snippet, or install it into your site"),
    "gallery": ("gdvideo.publish.gallery", "make a page that shows every film"),
    "doctor": ("gdvideo.doctor", "say what this machine lacks, and how to mend it"),
    "completion": ("gdvideo.completion", "let your shell complete command lines"),
}

# What plain `manim render` reads from the environment, the option that says the same here, and
# others that say what holds instead.
_VARIABLES: list[tuple[str, str, tuple[str, ...]]] = [
    ("GDVIDEO_PARAMS", "params", ("--preset",)),
    ("GDVIDEO_THEME", "theme", ()),
    ("GDVIDEO_ASPECT", "aspect", ()),
]


class Help(argparse.HelpFormatter):
    """Fills a paragraph without breaking names at hyphens, and leaves several lines as they are."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        if "\n" in text:
            return textwrap.indent(text, indent)
        return textwrap.fill(text, width, break_on_hyphens=False)


class Parser(argparse.ArgumentParser):
    """An argument parser that refuses in one sentence."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(allow_abbrev=False, formatter_class=Help, **kwargs)

    def error(self, message: str) -> NoReturn:
        """Refuse the command line."""
        raise Usage(f"{message} (gdvideo --help says more)")

    def check_leftover(self, leftover: Sequence[str]) -> None:
        """Refuse what no argument takes."""
        if leftover:
            name = leftover[0].split("=")[0]
            options = [option for option in self._option_string_actions if len(option) > 2]
            raise Usage(f"{self.prog} has no {name!r}{nearest(name, options)}")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line ``argv``; the process's own if None. Return the exit code."""
    signal.signal(signal.SIGTERM, _terminate)
    argv = sys.argv[1:] if argv is None else argv
    try:
        args = parse(argv)
        _refuse_variables(args, argv)
        code: int = args.run(args)
    except Failure as failure:
        print(failure, file=sys.stderr)
        return failure.code
    except ImportError as error:
        print(f"{error}: gdvideo doctor says what this machine lacks", file=sys.stderr)
        return Lacking.code
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except BrokenPipeError:  # the reader of our output has left, which is its right
        return 0
    return code


def _refuse_variables(args: argparse.Namespace, argv: Sequence[str]) -> None:
    """Refuse Manim's variables: to pass over them would make another film than is meant.

    Raises:
        Usage: if one is set, and no argument says what holds instead.
    """
    given = {word.partition("=")[0] for word in argv}
    for name, option, others in _VARIABLES:
        value = os.environ.get(name)
        concerned = option in args or (option == "params" and "media" in args)
        if value and concerned and given.isdisjoint({f"--{option}", *others}):
            instead = f"say --{option} {value}, or " if option in args else ""
            raise Usage(f"{name}={value} is for manim render alone: {instead}unset it")


def command() -> NoReturn:
    """Run the process's own command line, and end the process."""
    # What is multiplied here is small; OpenBLAS's further threads only keep the other cores busy.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    guard()
    with ahead() if _renders_here(sys.argv[1:]) else nullcontext():
        code = _code()
    os._exit(code)  # to take apart all that was imported takes a while


def _code() -> int:
    """Run the process's own command line, see that all of its output is written."""
    try:
        code = main()
    except SystemExit as leaving:  # help has been printed, or a signal has come
        code = leaving.code if isinstance(leaving.code, int) else 0
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        pass
    except OutputFailed as failure:
        print(failure, file=sys.stderr)
        code = code or failure.code
    sys.stderr.flush()
    return code


def _renders_here(argv: Sequence[str]) -> bool:
    """Tell whether this machine is to make a film, as far as a glance can tell."""
    words = {word.partition("=")[0] for word in argv[1:]}
    return argv[:1] == ["render"] and words.isdisjoint({"--scheduler", "--help", "-h"})


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Return the arguments; ``run`` among them is the subcommand's.

    Raises:
        Usage: if the command line is not allowed.
        SystemExit: once help has been printed.
    """
    name = argv[0] if argv else "--help"
    if name.startswith("-"):
        overview().parse_args([name])
    if name not in COMMANDS:
        raise unknown("command of gdvideo", name, COMMANDS)
    parser = parser_of(name)
    args, leftover = parser.parse_known_args(argv[1:])
    parser.check_leftover(leftover)
    args.run = import_module(COMMANDS[name][0]).run
    return args


def parser_of(name: str) -> Parser:
    """Return the parser of one subcommand."""
    subparsers = Parser(prog="gdvideo").add_subparsers(parser_class=Parser)
    parser: Parser = import_module(COMMANDS[name][0]).add_parser(subparsers)
    return parser


def overview() -> argparse.ArgumentParser:
    """Return the parser that only knows how to help."""
    rows = [f"  {name:<12}{summary}" for name, (_, summary) in COMMANDS.items()]
    return Parser(
        prog="gdvideo",
        usage="gdvideo COMMAND [ARGUMENT ...]",
        description="Make short films about gradient descent from the numbers in params.toml.",
        epilog="\n".join(
            ["commands:", *rows, "", "gdvideo COMMAND --help says more about one of them."]
        ),
    )


def _terminate(_number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + signal.SIGTERM)
