"""What the project holds: its films, found by their files without importing them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gdmath.experiments.parameter_file import film_names
from gdvideo.errors import unknown

__all__ = ["PARAMETERS", "ROOT", "Film", "film", "films"]

ROOT = Path(__file__).resolve().parents[1]
PARAMETERS = ROOT / "params.toml"
_WORDS = ("slug", "title")


@dataclass(frozen=True)
class Film:
    """A film: its name, its scene's class, its title and what it is about."""

    slug: str
    scene: str
    title: str
    about: str

    @property
    def source(self) -> str:
        """The scene's file, from the project's root."""
        return f"scenes/{self.slug}.py"


def films(root: Path = ROOT) -> dict[str, Film]:
    """Return the films by name."""
    sources = (root / "scenes" / f"{name}.py" for name in film_names(root))
    return {film.slug: film for source in sources for film in _in_file(source)}


def film(slug: str, root: Path = ROOT) -> Film:
    """Return the film of this name.

    Raises:
        Usage: if there is none, with the nearest name.
    """
    if slug in film_names(root):  # to read all the films' sources takes longer
        for found in _in_file(root / "scenes" / f"{slug}.py"):
            return found
    raise unknown("film", slug, films(root))


def _in_file(source: Path) -> Iterator[Film]:
    """Find the scene's class by what it says of itself."""
    try:
        tree = ast.parse(source.read_text(encoding="utf-8"))
    except (OSError, SyntaxError, ValueError):  # half-written: rendering it will say more
        yield Film(source.stem, source.stem.capitalize(), source.stem, "")
        return
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            words = dict(_assigned(node))
            if words.get("slug") == source.stem:
                about = (ast.get_docstring(node) or "").partition("\n")[0]
                yield Film(source.stem, node.name, words.get("title", source.stem), about)


def _assigned(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for statement in node.body:
        if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Constant):
            target = statement.targets[0]
            if isinstance(target, ast.Name) and target.id in _WORDS:
                yield target.id, str(statement.value.value)
