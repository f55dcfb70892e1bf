"""The files that a render read: code, fonts."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path

from filmrender.key.digests import file_digest

__all__ = ["changed_sources", "digests", "drop_doubtful_bytecode", "imported"]

_ROOT = Path(__file__).resolve().parents[2]
_PLUGIN = Path(__file__).resolve().parents[1] / "plugin.py"  # Manim loads it or not: a mere switch
_ENVIRONMENT = "environment:"
_BEGAN = time.time()
_UNSURE = "changed while it was read"


def imported(known: Mapping[str, str], without: Iterable[Path] = ()) -> dict[str, str]:
    """Return label and digest of every imported file that is not an installed package's.

    Nor is it in a folder that is left out. What is ``known`` stays as it was when it was read. A
    file that has changed since this process began may not be what was imported: no digest is its
    own.
    """
    names = {getattr(module, "__file__", None) for module in list(sys.modules.values())}
    own = list(_own(filter(None, names), [*without, _PLUGIN]))
    unsure = [path for path in own if path.stat().st_ctime > _BEGAN or _drop_if_doubtful(path)]
    return digests(own, {_label(path): _UNSURE for path in unsure} | dict(known))


def drop_doubtful_bytecode(folders: Iterable[Path]) -> None:
    """Remove byte code of the files in some folders that may be that of an older source."""
    for folder in folders:
        for path in folder.rglob("*.py"):
            _drop_if_doubtful(path)


def _drop_if_doubtful(source: Path) -> bool:
    """Remove byte code of an older source that Python would take; tell whether there was some.

    Python only looks at the source's size and at the second when it was written.
    """
    if source.suffix != ".py":
        return False
    code = Path(cache_from_source(str(source)))
    try:
        now = source.stat()
        if code.stat().st_mtime_ns >= now.st_mtime_ns:
            return False
        with code.open("rb") as file:
            head = file.read(16)  # magic number, flags, and then these two
    except OSError:
        return False
    if head[8:] != b"".join(int(n).to_bytes(4, "little") for n in (now.st_mtime, now.st_size)):
        return False
    with suppress(OSError):
        code.unlink()
    return True


def digests(paths: Iterable[Path], known: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return label and digest of each file, and what is ``known`` as it is."""
    found = dict(known or {})
    for path in paths:
        name = _label(path)
        if name not in found:
            found[name] = file_digest(path) or ""
    return found


def changed_sources(read: Mapping[str, str]) -> Iterator[str]:
    """Yield, in words, each file that is not what it was."""
    for name, digest in read.items():
        now = file_digest(_place(name))
        if now != digest:
            yield f"{name} {'changed' if now else 'is gone'}"


def _own(names: Iterable[str], without: Iterable[Path]) -> Iterator[Path]:
    homes = {Path(prefix) for prefix in (sys.prefix, sys.base_prefix)}
    installed = homes | {home.resolve() for home in homes}
    heads = tuple(f"{home}{os.sep}" for home in installed)
    left_out = {str(path) for path in without}
    below = tuple(f"{path}{os.sep}" for path in left_out)
    for name in sorted(set(names)):
        if name.startswith(heads):  # nearly all; to resolve them takes as long as to read the rest
            continue
        real = os.path.realpath(name)
        if real in left_out or real.startswith(heads + below):
            continue
        if (path := Path(real)).is_file():
            yield path


def _label(path: Path) -> str:
    """Return a path as manifests hold it, the same in every clone and on every machine."""
    name = str(path)  # as a path it takes ten times as long
    for home, sign in ((sys.prefix, _ENVIRONMENT), (_ROOT, "")):
        if name.startswith(head := f"{home}{os.sep}"):
            return sign + name.removeprefix(head).replace(os.sep, "/")
    return name


def _place(name: str) -> Path:
    """Return where a label's file is on this machine."""
    if name.startswith(_ENVIRONMENT):
        return Path(sys.prefix) / name.removeprefix(_ENVIRONMENT)
    return _ROOT / name
