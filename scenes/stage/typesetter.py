"""Typst markup to outlines, in memory: no files that two renders could fight over.

``asked`` has all lines that this process has asked for; ``known`` is what need not be compiled.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import typst
from numpy.typing import NDArray

from scenes.stage import svg

__all__ = ["FONT_FAMILY", "Line", "Outline", "Points", "asked", "font_files", "known", "outlines"]

FONT_FAMILY = "Source Sans Pro"
# The second and third come with Typst, and have letters that the first lacks.
_FAMILIES = f'("{FONT_FAMILY}", "Libertinus Serif", "DejaVu Sans Mono")'
_FACES = ("Regular", "It", "Semibold", "SemiboldIt")
_EM = 100  # points to an em while compiling: Typst rounds its outlines to hundredths
_STRUT = "#fefefe"  # the colour of the glyph that marks the baseline

# Digits and letters of the sans stand in formulas too; signs and italics are Typst's math.
_PREAMBLE = f"""
#set page(width: auto, height: auto, margin: 0pt, fill: none)
#set text(font: {_FAMILIES}, size: {_EM}pt, number-width: "tabular", fallback: false,
          top-edge: "ascender", bottom-edge: "descender")
#show math.equation: set text(font: (
  (name: "{FONT_FAMILY}", covers: regex("[0-9A-Za-z.,]")), "New Computer Modern Math"))
#box(width: 0pt, text(fill: rgb("{_STRUT}"))[.])"""

Points = NDArray[np.float64]


@dataclass(frozen=True)
class Outline:
    """One run of glyphs: its fill as #rrggbb, and cubic Bézier points (n, 3) in ems.

    The origin is the left end of the baseline; y grows upwards.
    """

    fill: str
    points: Points


Line = tuple[tuple[Outline, ...], float]  # a line's outlines and its width, both in ems
asked: dict[str, Line] = {}
known: dict[str, Line] = {}


def font_files() -> tuple[Path, ...]:
    """Return the files of the bundled font that text is set in.

    Raises:
        FileNotFoundError: if the font is not installed, because Typst would take another silently.
    """
    folder = Path(str(files("font_source_sans_pro"))) / "files"
    paths = tuple(folder / f"SourceSansPro-{face}.ttf" for face in _FACES)
    for path in paths:
        if not path.is_file():
            raise FileNotFoundError(f"the font {path.name} is missing; ./run installs it again")
    return paths


@cache
def _compiler() -> typst.Compiler:
    font_files()
    folder = str(font_files()[0].parent)
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=[folder]
    )
    return typst.Compiler(font_paths=fonts, ignore_system_fonts=True)


def outlines(markup: str) -> Line:
    """Compile inline Typst markup, unless it is known; return its outlines and its width.

    Raises:
        typst.TypstError: if the markup does not compile.
        ValueError: if Typst warns, for instance of a character that no font has.
    """
    line = asked.get(markup)
    if line is None:
        line = asked[markup] = known.get(markup) or _compile(markup)
    return line


def _compile(markup: str) -> Line:
    content, warnings = _compiler().compile_with_warnings(
        (_PREAMBLE + markup).encode(), format="svg"
    )
    if warnings:
        raise ValueError(f"Typst warns about {markup!r}: {warnings[0].message}")
    assert isinstance(content, bytes)
    root = ElementTree.fromstring(content)
    glyphs = {
        f"#{element.get('id')}": element[0].get("d", "")
        for element in root.iter()
        if _tag(element) == "symbol"
    }
    if _missing_glyph() in glyphs.values():
        raise ValueError(f"no font has all the characters of {markup!r}")
    shapes = list(_shapes(root, np.eye(3), glyphs))
    baseline = next(shape.matrix[1, 2] for shape in shapes if shape.fill == _STRUT)
    placed = (Outline(s.fill, s.points(baseline)) for s in shapes if s.fill != _STRUT)
    return tuple(placed), float(root.get("width", "0").removesuffix("pt")) / _EM


@cache
def _missing_glyph() -> str:
    """The outline that the font shows for a character that it does not have."""
    content = _compiler().compile((_PREAMBLE + '#"\\u{e000}"').encode(), format="svg")
    assert isinstance(content, bytes)
    symbols = [e for e in ElementTree.fromstring(content).iter() if _tag(e) == "symbol"]
    return str(symbols[-1][0].get("d"))


@dataclass(frozen=True)
class _Shape:
    fill: str
    path: str
    matrix: NDArray[np.float64]

    def points(self, baseline: float) -> Points:
        flat = svg.bezier_points(self.path) @ self.matrix[:2, :2].T + self.matrix[:2, 2]
        placed = np.zeros((len(flat), 3))
        placed[:, 0] = flat[:, 0] / _EM
        placed[:, 1] = (baseline - flat[:, 1]) / _EM
        placed.flags.writeable = False
        return placed


def _shapes(
    element: ElementTree.Element, matrix: NDArray[np.float64], glyphs: dict[str, str]
) -> Iterator[_Shape]:
    if _tag(element) in ("defs", "symbol"):
        return
    matrix = matrix @ _matrix(element)
    if _tag(element) == "use":
        href = next(value for key, value in element.items() if key.endswith("href"))
        yield _Shape(element.get("fill", ""), glyphs[href], matrix)
    elif _tag(element) == "path":
        yield from _drawn_path(element, matrix)
    for child in element:
        yield from _shapes(child, matrix, glyphs)


def _drawn_path(element: ElementTree.Element, matrix: NDArray[np.float64]) -> Iterator[_Shape]:
    stroke = element.get("stroke", "none")
    if stroke == "none":
        yield _Shape(element.get("fill", ""), element.get("d", ""), matrix)
        return
    # A fraction bar: a line with a width, filled here like every other outline.
    ends = svg.bezier_points(element.get("d", ""))
    (x, y), (across, down) = ends.min(axis=0), ends.max(axis=0)
    half = float(element.get("stroke-width", "1")) / 2
    yield _Shape(stroke, f"M {x} {y - half} H {across} V {down + half} H {x} Z", matrix)


def _matrix(element: ElementTree.Element) -> NDArray[np.float64]:
    placed = svg.matrix(element.get("transform") or "")
    x, y = float(element.get("x", "0")), float(element.get("y", "0"))
    placed[:2, 2] += placed[:2, :2] @ (x, y)
    return placed


def _tag(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]
