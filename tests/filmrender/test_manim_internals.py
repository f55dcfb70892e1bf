"""What of Manim may change with any release is named in one module, and nowhere else."""

from __future__ import annotations

import ast
import importlib
import importlib.util
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
ROOMS = ("benchmarks", "filmrender", "gdmath", "gdvideo", "scenes")
INSIDE = Path("filmrender/manim_internals.py")
FILES = sorted(
    path.relative_to(PROJECT) for room in ROOMS for path in (PROJECT / room).rglob("*.py")
)
MODULE = re.compile(r"manim(\.\w+)+")
ALLOWED = {"manim.cfg", "manim.typing"}  # a file's name; and types, which do nothing

Fault = tuple[int, str]


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__") and name != "_"


def defined(tree: ast.AST) -> set[str]:
    """Return the private names that a file or class makes itself, its instances' included."""
    found = set()
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                found.add(name)
            case ast.Name(id=name, ctx=ast.Store()):
                found.add(name)
            case ast.Attribute(value=ast.Name(id="self" | "cls"), attr=name, ctx=ast.Store()):
                found.add(name)
    return set(filter(is_private, found))


@cache
def manims() -> frozenset[str]:
    """Return all private names that are made anywhere in Manim."""
    spec = importlib.util.find_spec("manim")
    assert spec is not None
    assert spec.origin is not None
    files = Path(spec.origin).parent.rglob("*.py")
    trees = (ast.parse(path.read_text("utf-8")) for path in files)
    return frozenset(name for tree in trees for name in defined(tree))


def faults(tree: ast.AST) -> Iterator[Fault]:
    """Yield line and name of all that is named of Manim's insides."""
    own = defined(tree)
    for node in ast.walk(tree):
        names: list[str] = []
        match node:
            case ast.ImportFrom(module=str(module), names=aliases) if module.startswith("manim"):
                if module != "manim" and module not in ALLOWED:
                    names = [module]
                names += [alias.name for alias in aliases if is_private(alias.name)]
            case ast.Import(names=aliases):
                names = [alias.name for alias in aliases if MODULE.fullmatch(alias.name)]
            case ast.Attribute(attr=name) if name in manims() and name not in own:
                names = [name]
            case ast.Constant(value=str(text)):
                if (MODULE.fullmatch(text) and text not in ALLOWED) or (
                    text in manims() and text not in own
                ):
                    names = [text]
        yield from ((node.lineno, name) for name in names)  # type: ignore[attr-defined]


@pytest.mark.parametrize("file", [f for f in FILES if f != INSIDE], ids=str)
def test_no_other_module_names_manims_insides(file: Path) -> None:
    assert list(faults(ast.parse((PROJECT / file).read_text("utf-8")))) == []


@pytest.mark.parametrize(
    "line",
    [
        "from manim._config import cli_ctx_settings",
        "from manim import Dot, _Fade",
        "from manim.scene.scene_file_writer import SceneFileWriter",
        "import manim.utils.space_ops as space",
        "sys.modules['manim.__main__'].main()",
        "scene.renderer._original_skipping_status = True",
        "self._internal_value",
        "getattr(mobject, '_iter_family')(set())",
    ],
)
def test_what_names_them_is_found(line: str) -> None:
    assert list(faults(ast.parse(line)))


def test_what_is_not_manims_is_not_found() -> None:
    text = "from manim import Dot\nfrom manim.typing import Point3D\nself._own = self._own"
    assert not list(faults(ast.parse(f"{text}\nopen('manim.cfg')\nrow._replace(x=1)")))


@pytest.mark.parametrize("file", [f for f in FILES if f.parts[0] == "scenes"], ids=str)
def test_no_class_derived_from_manims_takes_one_of_its_private_names(file: Path) -> None:
    module = importlib.import_module(".".join(file.with_suffix("").parts))
    for node in ast.parse((PROJECT / file).read_text("utf-8")).body:
        if isinstance(node, ast.ClassDef) and (made := defined(node)):
            for base in getattr(module, node.name).__mro__:
                if base.__module__.startswith("manim."):
                    assert not made & taken(base), (node.name, base)


@cache
def taken(base: type) -> set[str]:
    """Return the private names that a class of Manim makes."""
    source = importlib.import_module(base.__module__).__file__
    assert source is not None
    for node in ast.walk(ast.parse(Path(source).read_text("utf-8"))):
        if isinstance(node, ast.ClassDef) and node.name == base.__name__:
            return defined(node)
    return set()
