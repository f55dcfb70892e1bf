"""`gdvideo params`: what a film can be told."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from gdvideo import options
from gdvideo.parameters import choose, experiment, presets
from gdvideo.project import film

if TYPE_CHECKING:
    from gdmath.experiments.params import Params

__all__ = ["add_parser", "rows", "run"]

_HEADS = ("name", "value", "default", "range", "unit", "meaning")


def add_parser(subparsers: Any) -> argparse.ArgumentParser:
    """Add the subcommand."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "params",
        description="Show a film's parameters: name, value in params.toml, default, what is "
        "allowed, meaning; and its presets.",
        epilog=options.examples(
            "params laser", "params laser --preset zigzag", "params laser --schema"
        ),
    )
    parser.add_argument("slug", metavar="FILM", help="the film's name; `gdvideo list` has them")
    parser.add_argument("--schema", action="store_true", help="print the JSON Schema instead")
    options.add_choice(parser)
    return parser


def run(args: argparse.Namespace) -> int:
    """Print the parameters."""
    chosen_film = film(args.slug)
    model = experiment(chosen_film).Params
    if args.schema:
        print(json.dumps(model.model_json_schema(), indent=2, ensure_ascii=False))
        return 0
    values = choose(chosen_film, options.choice(args)).values
    _print_table([_HEADS, *rows(model, values)])
    print()
    told = {name: _assignments(preset) for name, preset in presets(chosen_film).items()}
    _print_table([("preset", "sets"), *told.items()])
    return 0


def rows(model: type[Params], values: Mapping[str, object]) -> list[tuple[str, ...]]:
    """Return a line a parameter: name, value, default, range, unit and meaning, as texts."""
    return [
        (
            name,
            _written(values[name]),
            _written(about["default"]),
            _range(about),
            about["unit"],
            about["description"],
        )
        for name, about in model.model_json_schema()["properties"].items()
    ]


def _assignments(preset: dict[str, object]) -> str:
    return ", ".join(f"{name}={_written(value)}" for name, value in preset.items()) or "nothing"


def _range(about: Mapping[str, Any]) -> str:
    if "enum" in about:
        return ", ".join(map(str, about["enum"]))
    if "minimum" in about and "maximum" in about:
        return f"{about['minimum']:.10g} to {about['maximum']:.10g}"
    return "any text" if about.get("type") == "string" else "any"


def _written(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) and float(f"{value:g}") == value else str(value)


def _print_table(rows: Sequence[tuple[str, ...]]) -> None:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = (f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True))
        print("  ".join(cells).rstrip())
