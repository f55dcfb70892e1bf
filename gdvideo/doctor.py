"""`gdvideo doctor`: what the machine has, what it lacks, and how to mend it."""

from __future__ import annotations

import argparse
import platform
import shutil
import tempfile
import tomllib
from collections.abc import Callable
from importlib import import_module, metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from gdvideo import options
from gdvideo.cluster import INSTALL
from gdvideo.cores import cores
from gdvideo.errors import Failure, Lacking
from gdvideo.parameters import Choice, choose
from gdvideo.project import ROOT, films

__all__ = ["add_parser", "run"]

SET_UP = "./run gdvideo doctor installs what is missing"
LEAST_FREE_GIB = 1


def add_parser(subparsers: Any) -> argparse.ArgumentParser:
    """Add the subcommand."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "doctor",
        description="Look at all that a render needs: say what is there, what is missing and how "
        "to mend it. Ends with 3 if something is missing.",
    )
    options.add_media(parser)
    return parser


def run(args: argparse.Namespace) -> int:
    """Print one line for each thing."""
    checks: dict[str, Callable[[], str]] = {
        "Python": platform.python_version,
        "packages": _packages,
        "drawing": _drawing,
        "typesetting": _typesetting,
        "encoding": _encoding,
        "parameters": _parameters,
        "media": lambda: _media(args.media),
        "cores": lambda: str(cores()),
        "more machines": _more_machines,
    }
    code = 0
    for name, check in checks.items():
        try:
            line = f"ok     {name}: {check()}"
        except (Failure, ImportError, OSError) as error:
            code = Lacking.code
            line = f"lacks  {name}: {error}"
        print(line)
    return code


def _packages() -> str:
    """Compare what is installed with what the project pins."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    pins = [pin.partition("==") for pin in project["dependencies"] if "==" in pin]
    for requirement, _, wanted in pins:
        name = requirement.partition("[")[0]
        try:
            found = metadata.version(name)
        except metadata.PackageNotFoundError:
            found = "not there"
        if found != wanted:
            raise Lacking(f"{name} {wanted} is needed, and it is {found}: {SET_UP}")
    return ", ".join(f"{name.partition('[')[0]} {version}" for name, _, version in pins)


def _drawing() -> str:
    for name in ("cairo", "manimpango", "manim"):
        try:
            module = import_module(name)
        except ImportError as error:
            raise Lacking(f"{name} cannot be imported ({error}): {SET_UP}") from None
        if name == "cairo":
            found: str = module.cairo_version_string()
    return f"cairo {found}"


def _typesetting() -> str:
    try:
        from scenes.stage.typesetter import font_files
    except ImportError as error:
        raise Lacking(f"{error}: {SET_UP}") from None
    return f"{len(font_files())} font files"


def _encoding() -> str:
    import av

    if "libx264" not in av.codecs_available:
        raise Lacking(f"PyAV {av.__version__} has no libx264: {SET_UP}")
    return f"x264 in PyAV {av.__version__}"


def _parameters() -> str:
    known = films()
    for film in known.values():
        choose(film, Choice())
    return f"params.toml is right for {', '.join(known)}"


def _media(folder: Path) -> str:
    home = next(path for path in (folder, *folder.parents) if path.exists())
    try:
        with tempfile.TemporaryFile(dir=home):
            pass
    except OSError as error:
        raise Lacking(
            f"{home} cannot be written in ({error.strerror}): --media takes another"
        ) from None
    free = shutil.disk_usage(home).free / 2**30
    if free < LEAST_FREE_GIB:
        raise Lacking(f"{free:.1f} GiB are free in {home}, and {LEAST_FREE_GIB} are needed")
    return f"{folder}, {free:.0f} GiB free"


def _more_machines() -> str:
    if find_spec("distributed") is None:
        return f"not installed, and only --scheduler needs it: {INSTALL}"
    return f"distributed {metadata.version('distributed')}"
