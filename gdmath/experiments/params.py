"""Parameters of a film: validated, documented, read from a TOML file that is only data."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from gdmath.experiments.parameter_file import ParameterError, brief, read_tables, shown
from gdmath.nearest import nearest

__all__ = ["ParameterError", "Params", "load_params", "parameter"]


def parameter(
    default: Any, unit: str, meaning: str, ge: float | None = None, le: float | None = None
) -> Any:
    """Declare one parameter: its default, its unit ("" for none), what it means, its bounds."""
    return Field(
        default=default, description=meaning, json_schema_extra={"unit": unit}, ge=ge, le=le
    )


class Params(BaseModel):
    """What a film can be told; each film derives its own.

    Values are finite and of the declared type: a string is never taken for a number.
    """

    model_config = ConfigDict(
        extra="forbid", frozen=True, strict=True, allow_inf_nan=False, validate_default=True
    )

    def data_files(self) -> Mapping[str, Path]:
        """Return the files that parameters name, by parameter.

        A film shows what is in them, and never their names.
        """
        return {}

    @classmethod
    def parse(cls, values: Mapping[str, object], folder: Path | None = None) -> Self:
        """Return validated parameters; files that they name may lie in ``folder``.

        Raises:
            ParameterError: with one sentence that names the parameter, its value, what is
                allowed, and for an unknown name the nearest known one.
        """
        try:
            return cls.model_validate(dict(values), context=folder)
        except ValidationError as error:
            raise ParameterError(cls._sentence(error)) from None

    @classmethod
    def _sentence(cls, error: ValidationError) -> str:
        first = error.errors()[0]
        if not first["loc"]:
            return str(first["msg"]).removeprefix("Value error, ")
        name = str(first["loc"][0])
        if first["type"] == "extra_forbidden":
            known = ", ".join(cls.model_fields)
            guess = nearest(name, cls.model_fields)
            return f"{shown(name)} is no parameter of this film{guess} ({known})"
        value = first["input"]
        guess = nearest(value, cls._choices(name)) if isinstance(value, str) else ""
        return f"{name} = {brief(value)} is not allowed: {cls.allowed(name)}{guess}"

    @classmethod
    def _choices(cls, name: str) -> list[str]:
        return list(map(str, cls.model_json_schema()["properties"][name].get("enum", [])))

    @classmethod
    def allowed(cls, name: str) -> str:
        """Return what the parameter takes, in words: its type, its bounds and its unit."""
        schema = cls.model_json_schema()["properties"][name]
        words = {"integer": "a whole number", "number": "a number", "string": "a text"}
        choices = ", ".join(cls._choices(name))
        text = f"one of {choices}" if choices else words.get(schema["type"], "true or false")
        if "minimum" in schema and "maximum" in schema:
            text += f" from {schema['minimum']:.10g} to {schema['maximum']:.10g}"
        return f"{text} {schema['unit']}".rstrip()


P = TypeVar("P", bound=Params)


def load_params(model: type[P], table: str, path: Path) -> P:
    """Read one table of a TOML file as parameters; a missing table means the defaults.

    Args:
        model: the film's parameters.
        table: the film's name, which is the table's.
        path: the file; it must exist.

    Raises:
        ParameterError: with one sentence that begins with the file and the table.
    """
    values = read_tables(path, table, model.model_fields).get(table, {})
    if not isinstance(values, dict):
        raise ParameterError(f"{path}: {table} = {brief(values)} must be a table, [{table}]")
    try:
        return model.parse(values, path.absolute().parent)
    except ParameterError as error:
        raise ParameterError(f"{path}: [{table}] {error}") from None
