"""Runs Manim without what films hardly ever use of it: it starts in half the time.

``python -m gdvideo.lean`` imports Manim, and then reads what to do, one line of JSON, from its
input: it can be started before that is known, and ends if it is never told. It also ends when its
input does, as that of a parent that was killed.
"""

from __future__ import annotations

import gc
import importlib
import json
import math
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import reduce
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["Rotation", "import_manim"]

# Manim imports them for its rotations, graphs, program listings, areas and news.
_PUT_OFF = ("bs4", "isosurfaces", "networkx", "scipy", "urllib.request")


def main() -> None:
    """Import Manim, then give it the command line that the input asks for."""
    try:
        import_manim()
    except Exception:
        _listen()  # what is wrong belongs into the log
        raise
    told = _listen()
    threading.Thread(target=_end_with_input, daemon=True).start()
    os.environ.update(told["environment"])
    sys.argv = ["manim", *told["arguments"]]
    try:
        sys.modules["manim.__main__"].main()
    except SystemExit as end:
        if isinstance(end.code, str):
            raise
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(end.code or 0)  # taking apart all that was imported is as long as drawing a play


def _listen() -> Any:
    """Return what to do, once it is told; from then on, all that is said goes into its log.

    Raises SystemExit if nothing is to be done.
    """
    line = sys.stdin.readline()
    if not line:
        raise SystemExit
    told = json.loads(line)
    with Path(told["log"]).open("ab") as log:
        os.dup2(log.fileno(), sys.stdout.fileno())
        os.dup2(log.fileno(), sys.stderr.fileno())
    return told


def _end_with_input() -> None:
    while os.read(sys.stdin.fileno(), 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


def import_manim() -> None:
    """Import Manim, but what is put off only when it is used."""
    gc.disable()  # nothing of it will ever be garbage
    try:
        with _putting_off(_PUT_OFF):
            space = importlib.import_module("manim.utils.space_ops")
            importlib.import_module("manim.__main__")
    finally:
        gc.freeze()
        gc.enable()
    vars(space)["Rotation"] = Rotation


class Rotation:
    """What Manim uses of SciPy's class of this name, to the last bit."""

    def __init__(self, x: float, y: float, z: float, w: float) -> None:
        self._quaternion = x, y, z, w

    @classmethod
    def from_rotvec(cls, rotvec: NDArray[np.float64]) -> Rotation:
        """Return the rotation about ``rotvec`` (3,) by its length in radians."""
        x, y, z = rotvec.tolist()
        angle = math.sqrt(x * x + y * y + z * z)
        if angle <= 1e-3:
            scale = 0.5 - angle**2 / 48 + angle**2 * angle**2 / 3840
        else:
            scale = math.sin(angle / 2) / angle
        return cls(x * scale, y * scale, z * scale, math.cos(angle / 2))

    def as_matrix(self) -> NDArray[np.float64]:
        """Return the matrix (3, 3)."""
        x, y, z, w = self._quaternion
        xx, yy, zz, ww = x * x, y * y, z * z, w * w
        xy, zw, xz, yw, yz, xw = x * y, z * w, x * z, y * w, y * z, x * w
        return np.array(
            [
                [xx - yy - zz + ww, 2 * (xy - zw), 2 * (xz + yw)],
                [2 * (xy + zw), -xx + yy - zz + ww, 2 * (yz - xw)],
                [2 * (xz - yw), 2 * (yz + xw), -xx - yy + zz + ww],
            ]
        )


class _Promise:
    """A name of a module that is put off."""

    def __init__(self, module: str, path: tuple[str, ...]) -> None:
        self._module, self._path = module, path

    def __getattr__(self, name: str) -> _Promise:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Promise(self._module, (*self._path, name))

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._kept()(*args, **kwargs)

    def __instancecheck__(self, instance: object) -> bool:
        return isinstance(instance, self._kept())

    def _kept(self) -> Any:
        return reduce(getattr, self._path, importlib.import_module(self._module))


class _StandIn(ModuleType):
    """Takes the place of a module in those that import it while it is put off."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            return _Promise(self.__name__, (name,))
        return getattr(importlib.import_module(self.__name__), name)


class _Finder(MetaPathFinder, Loader):
    """Finds a stand-in for all that is put off."""

    def __init__(self, packages: tuple[str, ...]) -> None:
        self._heads = tuple(f"{package}." for package in packages)

    def find_spec(self, fullname: str, *_: Any) -> ModuleSpec | None:
        """Find the modules of these packages."""
        if not f"{fullname}.".startswith(self._heads):
            return None
        return ModuleSpec(fullname, self, is_package=True)

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """Make the stand-in."""
        return _StandIn(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Leave it empty."""


@contextmanager
def _putting_off(packages: tuple[str, ...]) -> Iterator[None]:
    """Let whoever imports ``packages`` have stand-ins; afterwards, imports are as ever."""
    finder = _Finder(packages)
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
        for name, module in list(sys.modules.items()):
            if isinstance(module, _StandIn):
                del sys.modules[name]


if __name__ == "__main__":
    main()
