"""Pictures are known by what they are painted from, and painted when their pixels are needed."""

from __future__ import annotations

import copy
import importlib.util
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from scenes.paint import Art, Paper, art
from scenes.paint.shapes import rectangle

BOX = (-1.0, -0.5, 1.0, 0.5)


def paint_block(paper: Paper, colour: str, width: float) -> None:
    paper.fill(rectangle(-width, -0.25, width, 0.25), colour)


def paint_other(paper: Paper, colour: str, width: float) -> None:
    paint_block(paper, colour, width)


def block(colour: str = "#FF0000", width: float = 0.5, scale: float = 10.0) -> Art:
    return Art(paint_block, (colour, width), BOX, scale)


def test_it_is_painted_within_its_box_at_its_scale() -> None:
    pixels = block().pixels()
    assert block().size == (20, 10)
    assert pixels.shape == (10, 20, 4)
    inside = np.zeros((10, 20), bool)
    inside[3:7, 6:14] = True
    assert (pixels[inside] == [255, 0, 0, 255]).all()
    assert not pixels[:2].any()
    assert not pixels[:, :4].any()


def test_equal_art_has_equal_keys_and_is_painted_once(painted: list[Art]) -> None:
    assert block().key == block().key
    assert block() == block()
    assert block().pixels() is block().pixels()
    assert len(painted) == 1


def test_asking_for_its_key_and_its_size_paints_nothing(painted: list[Art]) -> None:
    assert len(block().key) == 16
    assert block().size
    assert painted == []


@pytest.mark.parametrize(
    "other",
    [
        block(colour="#FF0001"),
        block(width=0.5000001),
        block(scale=10.5),
        replace(block(), box=(-1, -0.5, 1, 0.6)),
        replace(block(), painter=paint_other),
    ],
)
def test_other_arguments_another_box_or_painter_are_another_picture(other: Art) -> None:
    assert other.key != block().key


def test_copies_are_the_art_itself() -> None:
    one = block()
    assert copy.deepcopy([one])[0] is one


def test_even_the_smallest_art_has_a_pixel() -> None:
    assert replace(block(), scale=0.001).pixels().shape == (1, 1, 4)


# -- a painter's source ------------------------------------------------------------------------

SOURCE = "def paint(paper, colour):\n    paper.flood(colour)\n"


@pytest.fixture
def forgetful() -> Iterator[None]:
    """Sources are read once in a program; here each time is as if it were another."""
    art._source.cache_clear()
    yield
    art._source.cache_clear()
    art._code.cache_clear()


def load(path: Path, source: str) -> ModuleType:
    """Write a painter's module and load it, as another program would."""
    path.write_text(source, encoding="utf-8")
    spec = importlib.util.spec_from_file_location("a_painter", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["a_painter"] = module
    spec.loader.exec_module(module)
    art._source.cache_clear()
    return module


@pytest.mark.usefixtures("forgetful")
def test_a_painters_changed_source_is_another_picture(tmp_path: Path) -> None:
    keys = []
    for source in (SOURCE, SOURCE, SOURCE.replace("colour)\n", "colour, 0.5)\n")):
        module = load(tmp_path / "painter.py", source)
        keys.append(Art(module.paint, ("#112233",), BOX, 1.0).key)
    del sys.modules["a_painter"]
    assert keys[0] == keys[1] != keys[2]


@pytest.mark.usefixtures("forgetful")
def test_so_is_a_change_in_what_painters_paint_with(monkeypatch: pytest.MonkeyPatch) -> None:
    before = block().key
    read = Path.read_bytes

    def changed(path: Path) -> bytes:
        return read(path) + (b"\n" if path.name == "paper.py" else b"")

    monkeypatch.setattr(Path, "read_bytes", changed)
    art._code.cache_clear()
    assert block().key != before


# -- what is kept ------------------------------------------------------------------------------


def with_room(monkeypatch: pytest.MonkeyPatch, plates: int, others: int, packed: int) -> None:
    """Keep so many pictures; a picture is small here, and a plate twice as large."""
    size = 4 * 20 * 10
    monkeypatch.setattr(art, "_PLATE_BYTES", 2 * size)
    for name, room in (("PLATES", 4 * plates), ("OTHERS", others), ("PACKED", packed)):
        monkeypatch.setattr(art, f"_{name}_BYTES", room * size)
    monkeypatch.setattr(art, "_gallery", art._Gallery())


def test_the_pictures_needed_last_are_kept(
    painted: list[Art], monkeypatch: pytest.MonkeyPatch
) -> None:
    with_room(monkeypatch, 2, 1, 1)
    one, two, three, four = (block(width=width, scale=20.0) for width in (0.1, 0.2, 0.3, 0.4))
    for picture in (one, two, one, three):  # two is the one that was needed longest ago
        picture.pixels()
    painted.clear()
    one.pixels()
    three.pixels()
    assert painted == []
    two.pixels()
    four.pixels()
    assert painted == [two, four]


def test_a_figure_that_there_is_no_room_for_is_packed_and_a_plate_is_not(
    painted: list[Art], monkeypatch: pytest.MonkeyPatch
) -> None:
    with_room(monkeypatch, 1, 1, 1)
    figures = [block(width=width) for width in (0.1, 0.2, 0.3)]
    plates = [block(width=width, scale=20.0) for width in (0.1, 0.2)]
    before = [picture.pixels().copy() for picture in (*figures, *plates)]
    painted.clear()
    after = [picture.pixels().copy() for picture in (*figures, *plates)]
    assert painted == plates
    for old, new in zip(before, after, strict=True):
        assert (old == new).all()


@pytest.mark.parametrize(
    ("seen", "size"),
    [
        ((-9.0, -9.0, 9.0, 9.0), (20, 10)),
        ((-9.0, 0.11, 9.0, 9.0), (20, 4)),
        ((-0.42, -9.0, 0.2, 9.0), (7, 10)),
        ((5.0, 5.0, 6.0, 6.0), (1, 1)),
    ],
)
def test_what_is_seen_of_a_picture_has_its_pixels(seen: art.Box, size: tuple[int, int]) -> None:
    whole, cut = block(), block().within(seen)
    assert cut.size == size
    left, top = round((cut.box[0] - BOX[0]) * 10), round((BOX[3] - cut.box[3]) * 10)
    part = whole.pixels()[top : top + size[1], left : left + size[0]]
    assert (cut.pixels() == part).all()


def test_a_picture_that_is_seen_whole_is_itself() -> None:
    whole = block()
    assert whole.within(art.EVERYWHERE) is whole
