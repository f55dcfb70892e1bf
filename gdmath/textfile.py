"""Small text files that people write with whatever editor or spreadsheet they have."""

from __future__ import annotations

import codecs
import os
import stat
from pathlib import Path

__all__ = ["TextError", "read_text"]

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class TextError(ValueError):
    """A file that cannot be read as text; the message is one sentence that begins with it."""


def read_text(path: Path, at_most: int) -> str:
    """Return the text of a file of at most so many bytes, without its byte order mark.

    The text is UTF-8, or UTF-16 if a byte order mark says so. Nothing is waited for: pipes,
    devices and folders are refused.

    Raises:
        TextError: if there is no such file, or its content is not that.
    """
    content = _content(path, at_most + 1)
    if len(content) > at_most:
        raise TextError(f"{path} is larger than {at_most:,} bytes")
    try:
        return content.decode("utf-16" if content.startswith(_UTF16) else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise TextError(f"{path}, line {line}: not UTF-8; save the file as UTF-8") from None


def _at_once(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NONBLOCK)


def _content(path: Path, at_most: int) -> bytes:
    try:
        # A pipe that nobody writes to would keep a plain open waiting.
        with open(path, "rb", opener=_at_once) as file:
            if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return file.read(at_most)
    except IsADirectoryError:
        pass
    except FileNotFoundError:
        where = "" if path.is_absolute() else f" in {Path.cwd()}"
        raise TextError(f"{path}: there is no such file{where}") from None
    except OSError as error:
        raise TextError(f"{path} cannot be read: {error.strerror}") from None
    except ValueError as error:
        raise TextError(f"{str(path)!r} is no name for a file: {error}") from None
    raise TextError(f"{path} is not a file")
