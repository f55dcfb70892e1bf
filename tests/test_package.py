"""How the rooms of the house depend on each other."""

import ast
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
FILMS = sorted(p for p in (PROJECT / "scenes").glob("*.py") if p.name != "__init__.py")

MODULES = [
    ".".join(path.relative_to(PROJECT).with_suffix("").parts).removesuffix(".__init__")
    for room in ("gdmath", "scenes", "gdvideo")
    for path in (PROJECT / room).rglob("*.py")
]


def imported_by(statement: str) -> set[str]:
    code = f"{statement}; import sys; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(ran.stdout.split())


@pytest.mark.parametrize("statement", ["import gdmath", "import gdmath.experiments.laser"])
def test_the_mathematics_imports_no_pictures(statement: str) -> None:
    assert not {"manim", "scenes", "gdvideo"} & imported_by(statement)


def test_gdmath_alone_needs_numpy_only() -> None:
    third_party = {"pydantic", "scipy", "sklearn", "torch", "matplotlib", "pandas"}
    assert not third_party & imported_by("import gdmath, gdmath.descent, gdmath.objective")


def imported_in(module: str) -> set[str]:
    """Return what a module of the project imports, for types too."""
    path = PROJECT.joinpath(*module.split("."))
    tree = ast.parse(
        (path.with_suffix(".py") if not path.is_dir() else path / "__init__.py").read_text("utf-8")
    )
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            named = {f"{node.module}.{name.name}" for name in node.names}
            found |= (named & set(MODULES)) or {node.module}
    return found & set(MODULES)


@pytest.mark.parametrize("room", ["gdmath", "scenes"])
def test_no_module_imports_another_in_a_circle_not_even_for_types(room: str) -> None:
    order = TopologicalSorter({m: imported_in(m) for m in MODULES if m.startswith(room)})
    order.prepare()


@pytest.mark.parametrize("film", FILMS, ids=lambda p: p.stem)
def test_a_scene_holds_no_arithmetic_on_numbers_of_the_descent(film: Path) -> None:
    """No formula of the descent, and no iterate: a scene adds and multiplies only for layout."""
    tree = ast.parse(film.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            assert node.attr not in {"gradients", "learning_rate", "parameters"}, node.lineno
        if isinstance(node, ast.Constant) and isinstance(node.value, float):
            assert abs(node.value) <= 10, f"line {node.lineno}: {node.value}"
