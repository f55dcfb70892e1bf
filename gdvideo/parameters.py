"""What a film is told: params.toml, another file or a preset, and single values on top."""

from __future__ import annotations

import hashlib
import json
import re
import sys
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module, invalidate_caches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from filmrender.key.sources import drop_doubtful_bytecode
from gdvideo.errors import RenderFailed, Usage, unknown
from gdvideo.project import PARAMETERS, ROOT, Film

if TYPE_CHECKING:
    from gdmath.experiments.params import Params

__all__ = [
    "Choice",
    "Chosen",
    "assignments",
    "choose",
    "experiment",
    "forget",
    "presets",
    "to_toml",
]

_NUMBERS = "gdmath"
_ROOMS = (_NUMBERS, "filmrender", "gdvideo", "scenes")
_SAFE = re.compile(r"[A-Za-z0-9.+=_-]{1,80}")
# As people type numbers; TOML would want a digit on either side of the point.
_NUMBER = re.compile(r"[+-]?([0-9]+\.[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")


@dataclass(frozen=True)
class Choice:
    """Where the values come from: a file or a preset (neither: params.toml), and what is set."""

    file: Path | None = None
    preset: str | None = None
    values: tuple[tuple[str, object], ...] = ()

    @property
    def is_default(self) -> bool:
        """Whether the values are those of params.toml alone."""
        return self == Choice()


@dataclass(frozen=True)
class Chosen:
    """Validated parameters, and what tells them from the default ones in a file's name.

    Files that they name lie in ``folder``, the project's if None.
    """

    params: Params
    variant: str
    folder: Path | None = None

    @property
    def values(self) -> dict[str, Any]:
        """The parameters as JSON can hold them."""
        return self.params.model_dump(mode="json")


def experiment(film: Film) -> Any:
    """Import the film's numbers: the module with its ``Params``.

    Raises:
        RenderFailed: if its source is at fault.
    """
    module = f"{_NUMBERS}.experiments.{film.slug}"
    if module not in sys.modules:
        drop_doubtful_bytecode(ROOT / name for name in _ROOMS)
    try:
        return import_module(module)
    except Exception as error:
        if isinstance(error, ModuleNotFoundError) and not str(error.name).startswith(_NUMBERS):
            raise  # the machine lacks something
        told = " ".join(f"{type(error).__name__}: {error}".split())
        raise RenderFailed(f"{film.slug} failed: {told}") from None


def forget() -> None:
    """Let the films' numbers be imported anew: their sources may have changed."""
    for name in [name for name in sys.modules if name.partition(".")[0] == _NUMBERS]:
        del sys.modules[name]
    invalidate_caches()


def presets(film: Film) -> dict[str, dict[str, object]]:
    """Return the film's presets: name, and what differs from the article's own values."""
    own: Mapping[str, Mapping[str, object]] = getattr(experiment(film), "PRESETS", {})
    return {"article": {}} | {name: dict(values) for name, values in own.items()}


def choose(film: Film, choice: Choice) -> Chosen:
    """Return the film's parameters as ``choice`` says.

    Raises:
        Usage: with one sentence that names the parameter, its value and what is allowed.
    """
    model: type[Params] = experiment(film).Params  # first: it says what is wrong with a source
    from gdmath.experiments.params import ParameterError, load_params

    try:
        if choice.preset is not None:
            base = model.parse(_preset(film, choice.preset))
            folder = None
        else:
            file = choice.file or PARAMETERS
            base = load_params(model, film.slug, file)
            folder = file.absolute().parent  # as named, also if it is a symbolic link
        if not choice.values:
            return Chosen(base, _variant(choice, base), folder)
        told = base.model_dump(exclude_unset=True) | {
            name: _typed(model, name, value) for name, value in choice.values
        }
        params = model.parse(told, folder)
    except ParameterError as error:
        raise Usage(str(error)) from None
    return Chosen(params, _variant(choice, params), folder)


def to_toml(slug: str, values: Mapping[str, object]) -> str:
    """Return a TOML file with one table; ``values`` are numbers, texts, booleans and lists."""
    # JSON writes all of these as TOML does, but for one character.
    rows = [
        f"{name} = {json.dumps(value, ensure_ascii=False)}".replace("\x7f", "\\u007f")
        for name, value in values.items()
    ]
    return "\n".join([f"[{slug}]", *rows, ""])


def assignment(text: str, option: str = "--set") -> tuple[str, str]:
    """Split the NAME=VALUE of an option.

    Raises:
        Usage: if there is no name or no equals sign.
    """
    name, sign, value = text.partition("=")
    if not sign or not name.strip():
        raise Usage(f"{option} {text!r} is not allowed: it must be NAME=VALUE")
    return name.strip(), value.strip()


def assignments(texts: Sequence[str]) -> tuple[tuple[str, object], ...]:
    """Split several NAME=VALUE; the last of a name counts."""
    return tuple(dict(assignment(text) for text in texts).items())


def _preset(film: Film, name: str) -> dict[str, object]:
    known = presets(film)
    if name not in known:
        raise unknown(f"preset of {film.slug}", name, known)
    return known[name]


def _typed(model: type[Params], name: str, value: object) -> object:
    """Read a value that was typed; a text stays what it is where a text is wanted."""
    if not isinstance(value, str) or name not in model.model_fields:
        return value
    schema = model.model_json_schema()["properties"][name]
    if schema.get("type") == "string":
        return value if "enum" in schema else _here(value)
    if _NUMBER.fullmatch(value):
        return float(value)
    try:
        parsed = tomllib.loads(f"value = {value}")
    except (ValueError, RecursionError):
        return value
    return parsed["value"] if len(parsed) == 1 else value


def _here(value: str) -> str:
    """Let a file that is named on the command line lie where the command is given."""
    path = Path.cwd() / value
    try:
        return str(path) if path.is_file() else value
    except (OSError, ValueError):  # no name that a file could have
        return value


def _variant(choice: Choice, params: Params) -> str:
    """Return what tells this film's file from the default one's."""
    if choice.is_default:
        return ""
    source = choice.preset or (choice.file.stem if choice.file else "")
    parts = [source] if source else []
    parts += [f"{name}={_brief(getattr(params, name))}" for name, _ in choice.values]
    text = "_".join(parts)
    if _SAFE.fullmatch(text):
        return text
    told = json.dumps([source, params.model_dump(mode="json")], sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:10]


def _brief(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) and float(f"{value:g}") == value else str(value)
