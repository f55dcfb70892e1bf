"""What a film is made from: all that can change a pixel."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

import av
import cairo

__all__ = ["Identity", "fingerprint", "renderer_salt", "sources", "versions"]

_PACKAGES = ("manim", "numpy", "av", "typst", "pycairo", "svgelements", "pillow")


@dataclass(frozen=True)
class Identity:
    """Which film this is.

    ``params`` are its parameters, as JSON can hold them; ``files`` are what else its pictures
    depend on: data, fonts.
    """

    slug: str
    params: Mapping[str, Any]
    theme: str
    aspect: str
    files: tuple[Path, ...] = ()

    def describe(self) -> dict[str, Any]:
        """Return the identity as JSON can hold it, with the files' contents as digests.

        Raises OSError if a file cannot be read.
        """
        named = {Path(path).name: digest for path, digest in self.digests().items()}
        chosen = {"slug": self.slug, "params": dict(self.params)}
        return chosen | {"theme": self.theme, "aspect": self.aspect, "files": named}

    def digests(self) -> dict[str, str]:
        """Return path and digest of each file.

        Raises OSError if one cannot be read.
        """
        return {str(path): file_digest(path) for path in self.files}


def fingerprint(facts: Any) -> str:
    """Return 40 hexadecimal digits that stand for ``facts``, which JSON can hold."""
    text = json.dumps(facts, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:40]


def file_digest(path: Path) -> str:
    """Return the SHA-256 of the file's content."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def sources(read: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return path and digest of every imported Python file that is not an installed package's.

    What has been ``read`` before, sources and others, is as it was then.
    """
    files = {getattr(module, "__file__", None) for module in list(sys.modules.values())}
    known = dict(read or {})
    new = _own(file for file in files - known.keys() if file)
    return {str(path): file_digest(path) for path in sorted(new)} | known


def _own(names: Iterable[str]) -> Iterable[Path]:
    homes = {Path(prefix) for prefix in (sys.prefix, sys.base_prefix)}
    installed = homes | {home.resolve() for home in homes}
    heads = tuple(f"{home}{os.sep}" for home in installed)
    for name in set(names):
        if name.startswith(heads):  # nearly all; to resolve them takes as long as to read the rest
            continue
        path = Path(name).resolve()
        if path.suffix == ".py" and path.is_file() and installed.isdisjoint(path.parents):
            yield path


@cache
def versions() -> dict[str, str]:
    """Return the versions of everything that has a part in the pixels and in their encoding."""
    packages = {name: metadata.version(name) for name in _PACKAGES}
    libraries = {name: ".".join(map(str, number)) for name, number in av.library_versions.items()}
    own = {"python": platform.python_version(), "cairo": cairo.cairo_version_string()}
    return packages | libraries | own


@cache
def renderer_salt() -> str:
    """Return what stands for the code that draws and encodes."""
    code = {path.name: file_digest(path) for path in sorted(Path(__file__).parent.glob("*.py"))}
    return fingerprint([code, versions()])
