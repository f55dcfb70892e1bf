"""The examples of Manim's own documentation, read from the package that is installed."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import manim

__all__ = ["Example", "examples"]

_DIRECTIVE = re.compile(r"^( *)\.\. manim:: (\w+) *\n", re.MULTILINE)
_OPTIONS = re.compile(r"\A(\s*:\w+:.*\n)+")


@dataclass(frozen=True)
class Example:
    """A scene of the documentation: the module that it explains, its name and its source."""

    module: str
    name: str
    source: str

    def __str__(self) -> str:
        """Return what tells it from others."""
        return f"{self.module}.{self.name}"

    def scene(self) -> type[Any]:
        """Return its class; what shows but one picture and plays nothing lets that stand."""
        names: dict[str, Any] = {"__name__": "example"}
        exec("from manim import *", names)  # noqa: S102
        exec(self.source, names)  # noqa: S102  of the installed package
        scene: Any = names[self.name]

        def construct(self: Any) -> None:
            scene.construct(self)
            if not self.renderer.num_plays:
                self.wait(0.4)

        return type(self.name, (scene,), {"construct": construct})


@cache
def examples() -> list[Example]:
    """Return all of them, each once."""
    home = Path(str(manim.__file__)).parent
    found = {
        (example.name, example.source): example
        for path in sorted(home.rglob("*.py"))
        for example in _in(path.read_text("utf-8"), path.stem)
    }
    return list(found.values())


def _in(text: str, module: str) -> Iterator[Example]:
    for match in _DIRECTIVE.finditer(text):
        body = _indented(text[match.end() :], len(match[1]))
        yield Example(module, match[2], textwrap.dedent(_OPTIONS.sub("", body)))


def _indented(text: str, margin: int) -> str:
    lines = []
    for line in text.split("\n"):
        if line.strip() and len(line) - len(line.lstrip()) <= margin:
            break
        lines.append(line)
    return "\n".join(lines)
