"""Painted pictures are kept for the next preview, and only if they are whole."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from scenes.stage.kept_art import Shelf
from tests.filmrender.scribbles import leaf


def test_a_kept_picture_has_its_pixels(tmp_path: Path) -> None:
    art = leaf()
    Shelf(tmp_path / "art").put(art, art.paint())
    kept = Shelf(tmp_path / "art").get(art)
    assert kept is not None
    assert np.array_equal(kept, art.paint())
    assert kept.flags.writeable  # cairo asks for that, though it only reads


@pytest.mark.parametrize("damage", [b"", b"short", b"same length"])
def test_a_damaged_or_missing_picture_is_none(tmp_path: Path, damage: bytes) -> None:
    art, shelf = leaf(), Shelf(tmp_path)
    assert shelf.get(art) is None
    shelf.put(art, art.paint())
    (path,) = tmp_path.glob("*.art")
    whole = path.read_bytes()
    path.write_bytes(whole[:-4] + b"\1\2\3\4" if damage == b"same length" else damage)
    assert shelf.get(art) is None


def test_a_folder_that_cannot_be_written_only_costs_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    art, shelf = leaf(), Shelf(tmp_path / "file" / "art")
    shelf.put(art, art.paint())
    assert shelf.get(art) is None
