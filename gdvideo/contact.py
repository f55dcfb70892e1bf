"""Contact sheets: pictures in rows, what stood then under each, and what has changed since."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFont
from PIL.PngImagePlugin import PngInfo

from gdvideo import files
from gdvideo.errors import Usage
from gdvideo.grid import font

__all__ = ["Change", "Picture", "changes", "draw", "read", "write"]

Box = tuple[int, int, int, int]
Key = tuple[str, int]

_WIDTH, _GAP = 1980, 14  # pixels: the widest sheet, between pictures
_LINE, _LINES = 22, 4  # pixels, and how many lines stand under a picture
_GROUND, _INK, _QUIET, _CHANGED = "#20242C", "#F2F4F8", "#A0AABA", "#FF3B30"
_RIM = 3  # pixels
_NOTE = "gdvideo sheet"


@dataclass(frozen=True)
class Picture:
    """One picture of a film: which of its beat's it is, from 0 on, when, and what was said."""

    image: Image.Image
    beat: str
    number: int
    seconds: float
    narration: str

    @property
    def key(self) -> Key:
        """What it has in common with the same picture of another sheet."""
        return self.beat, self.number


@dataclass(frozen=True)
class Change:
    """What is not as it was in a picture: its share of the pixels, and the box around it."""

    share: float
    box: Box


def changes(old: Mapping[Key, Image.Image], pictures: Iterable[Picture]) -> dict[Key, Change]:
    """Return what has changed in the pictures that an old sheet has too.

    Raises:
        Usage: if they had another size.
    """
    found = {}
    for picture in pictures:
        before, now = old.get(picture.key, picture.image), picture.image
        if before.size != now.size:
            sizes = [" by ".join(map(str, image.size)) for image in (before, now)]
            raise Usage(f"the old sheet's pictures have {sizes[0]} pixels, the new ones {sizes[1]}")
        unlike = ImageChops.difference(before, now)
        box = unlike.getbbox()
        if box is not None:
            found[picture.key] = Change(float(np.asarray(unlike).any(axis=2).mean()), box)
    return found


def draw(pictures: Sequence[Picture], changed: Mapping[Key, Change]) -> Image.Image:
    """Return the sheet, with a frame around what has changed."""
    boxes = list(_boxes(pictures))
    right, bottom = max(box[2] for box in boxes), boxes[-1][3]
    sheet = Image.new("RGB", (right + _GAP, bottom + _LINES * _LINE + _GAP), _GROUND)
    pen, letters = ImageDraw.Draw(sheet), font(_LINE)
    for picture, (left, top, end, foot) in zip(pictures, boxes, strict=True):
        sheet.paste(picture.image, (left, top))
        pen.text((left, foot + 2), f"{picture.seconds:.1f} s  {picture.beat}", _INK, letters)
        said = "\n".join(_rows(picture.narration, end - left, letters)[: _LINES - 1])
        pen.multiline_text((left, foot + 2 + _LINE), said, _QUIET, letters)
        change = changed.get(picture.key)
        if change is not None:
            share = f"{change.share:.2%} changed"
            pen.text((end, foot + 2), share, _CHANGED, letters, anchor="ra")
            x0, y0, x1, y1 = change.box
            frame = (left + x0 - _RIM, top + y0 - _RIM, left + x1 + _RIM, top + y1 + _RIM)
            pen.rectangle(frame, outline=_CHANGED, width=_RIM)
    return sheet


def write(place: Path, sheet: Image.Image, pictures: Sequence[Picture] = ()) -> None:
    """Write a sheet as a PNG; ``pictures`` are those that it can be compared with later.

    Raises OSError if it cannot be written.
    """
    note = PngInfo()
    if pictures:
        boxes = zip(pictures, _boxes(pictures), strict=True)
        note.add_text(_NOTE, json.dumps([[*picture.key, box] for picture, box in boxes]))
    content = BytesIO()
    sheet.save(content, "PNG", pnginfo=note)
    files.write(place, content.getvalue())


def read(place: Path) -> dict[Key, Image.Image]:
    """Return the pictures of a sheet.

    Raises:
        Usage: if it is no sheet that could be compared with another.
    """
    try:
        with Image.open(place) as sheet:
            known = json.loads(sheet.info[_NOTE])
            return {(beat, number): sheet.crop(box) for beat, number, box in known}
    except OSError as error:
        reason = error.strerror or "it is no picture"
        raise Usage(f"{place} cannot be read: {reason}") from None
    except (KeyError, TypeError, ValueError):
        raise Usage(f"{place} is no sheet of `gdvideo sheet` without marks of changes") from None


def _boxes(pictures: Sequence[Picture]) -> Iterator[Box]:
    """Yield where each picture lies in the sheet."""
    width, height = pictures[0].image.size
    columns = max(1, (_WIDTH - _GAP) // (width + _GAP))
    for number in range(len(pictures)):
        row, column = divmod(number, columns)
        left = _GAP + column * (width + _GAP)
        top = _GAP + row * (height + _LINES * _LINE + _GAP)
        yield left, top, left + width, top + height


def _rows(text: str, width: int, letters: ImageFont.FreeTypeFont) -> list[str]:
    """Break a text into rows that are not wider than ``width`` pixels, where words allow it."""
    rows = [""]
    for word in text.split():
        longer = f"{rows[-1]} {word}".strip()
        if rows[-1] and letters.getlength(longer) > width:
            rows.append(word)
        else:
            rows[-1] = longer
    return rows
