"""What Typst has typeset is kept, as long as it is what Typst would make again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from filmrender.key import digests
from scenes.stage import kept_text, typesetter
from tests.filmrender.conftest import Render
from tests.filmrender.films import Tiny, tiny


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A list of all that is compiled."""
    lines: list[str] = []
    compile_line = typesetter._compile

    def noted(markup: str) -> typesetter.Line:
        lines.append(markup)
        return compile_line(markup)

    monkeypatch.setattr(typesetter, "_compile", noted)
    return lines


def kept(folder: Path) -> Path:
    return next(folder.rglob("typeset"))


def test_what_was_typeset_is_not_compiled_again(render: Render, compiled: list[str]) -> None:
    cold = render(tiny(learning_rate=0.05), disable_caching=True).content
    render(Tiny)
    assert compiled
    compiled.clear()
    assert render(tiny(learning_rate=0.05)).content == cold
    assert compiled == []


def test_it_is_kept_to_the_last_bit(render: Render, tmp_path: Path) -> None:
    render(Tiny)
    made = dict(typesetter.asked)
    loaded = kept_text.load(kept(tmp_path))
    assert loaded.keys() == made.keys()
    for markup, (drawn, width) in made.items():
        again, same_width = loaded[markup]
        assert [outline.fill for outline in again] == [outline.fill for outline in drawn]
        assert same_width == width
        for ours, theirs in zip(again, drawn, strict=True):
            np.testing.assert_array_equal(ours.points, theirs.points)
            assert not ours.points.flags.writeable


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[:-8],
        lambda content: content[:-1] + bytes([content[-1] ^ 1]),
        lambda content: content[:0],
        lambda content: b"0" * 40 + content[40:],
    ],
    ids=["cut", "flipped", "emptied", "sealed-otherwise"],
)
def test_damage_is_found(
    damage: Callable[[bytes], bytes], render: Render, compiled: list[str], tmp_path: Path
) -> None:
    render(Tiny)
    whole, lines = kept(tmp_path).read_bytes(), list(compiled)
    kept(tmp_path).write_bytes(damage(whole))
    compiled.clear()
    render(tiny(learning_rate=0.05))
    assert compiled == lines
    assert kept(tmp_path).read_bytes() == whole


def test_another_font_is_found(
    render: Render, compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    render(Tiny)
    lines = list(compiled)
    compiled.clear()
    digest = digests.file_digest
    monkeypatch.setattr(
        kept_text, "file_digest", lambda path: "other" if path.suffix == ".ttf" else digest(path)
    )
    render(tiny(learning_rate=0.05))
    assert compiled == lines
