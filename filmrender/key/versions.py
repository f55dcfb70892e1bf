"""The versions of what draws and encodes a film, found without importing it."""

from __future__ import annotations

import ctypes
import platform
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from filmrender.key.digests import file_digest, fingerprint

__all__ = ["versions"]

# Distribution, and the module that it installs.
_PACKAGES = {
    "manim": "manim",
    "numpy": "numpy",
    "av": "av",
    "typst": "typst",
    "pycairo": "cairo",
    "svgelements": "svgelements",
    "pillow": "PIL",
    "scipy": "scipy",
}


@cache
def versions() -> dict[str, str]:
    """Return the version of everything that has a part in the pixels and in their encoding."""
    found = {"python": platform.python_version(), "machine": platform.machine()}
    found |= _drawing_libraries()
    for name, module in _PACKAGES.items():
        spec = find_spec(module)
        if spec is not None and spec.origin is not None:
            place = Path(spec.origin)
            package = place.parent if spec.submodule_search_locations else place
            found[name] = _version(name, package)
            if name == "av":
                found["encoder"] = _encoder(package)
    return found


def _version(name: str, package: Path) -> str:
    """Return the number of the distribution beside the package that would be imported.

    A copy without one, such as a checkout that comes first in the search path, is told by its
    content.
    """
    number = _distributions(package.parent).get(name)
    return number or f"unknown, {_tree(package)}"


@cache
def _distributions(folder: Path) -> dict[str, str]:
    """Return names and versions of what is installed in a folder.

    Reading the folders' names takes a twentieth of the time of importlib.metadata.
    """
    parts = (path.stem.partition("-") for path in sorted(folder.glob("*.dist-info")))
    return {name.lower(): number for name, _, number in parts}


def _tree(package: Path) -> str:
    """Return what stands for the content of a package or of a single module."""
    return fingerprint({str(path.relative_to(package)): file_digest(path) for path in _in(package)})


def _in(package: Path) -> Iterator[Path]:
    for path in sorted(package.rglob("*")) if package.is_dir() else [package]:
        if path.is_file() and path.suffix != ".pyc":
            yield path


def _drawing_libraries() -> dict[str, str]:
    """Return the versions of cairo and of pixman, which sets its pixels."""
    try:
        import cairo
    except ImportError:
        return {}
    found = {"cairo": cairo.cairo_version_string()}
    try:  # through the module that is linked with it, so it is that very library
        ask = ctypes.CDLL(cairo._cairo.__file__).pixman_version_string  # type: ignore[attr-defined]
        ask.restype = ctypes.c_char_p
        found["pixman"] = ask().decode()
    except (AttributeError, OSError):  # built into cairo, whose version then tells both
        pass
    return found


def _encoder(package: Path) -> str:
    """Return what stands for FFmpeg and x264, which PyAV's wheels bring with them."""
    folders = (package.with_name("av.libs"), package / ".dylibs")
    bundled = [path for folder in folders for path in folder.glob("*")]
    if bundled:
        return fingerprint(sorted((path.name, path.stat().st_size) for path in bundled))[:12]
    return _x264()


def _x264() -> str:
    """Return what the x264 of this machine says of itself in a film of one picture."""
    import av

    encoder = av.CodecContext.create("libx264", "w")
    encoder.width = encoder.height = 16
    encoder.pix_fmt, encoder.time_base = "yuv420p", Fraction(1)
    packets = [*encoder.encode(av.VideoFrame(16, 16, "yuv420p")), *encoder.encode()]
    said = b"".join(map(bytes, packets)).partition(b"x264 - core ")[2].partition(b" - options")[0]
    return f"{said.decode(errors='replace')}, {sorted(av.library_versions.items())}"
