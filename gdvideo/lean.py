"""Runs Manim without what films hardly ever use of it: importing it takes 0.6 of the time.

``python -m gdvideo.lean`` imports Manim, and then reads what to do, one line of JSON, from its
input: it can be started before that is known, and ends if it is never told. It also ends when its
input does, as that of a parent that was killed. Where Manim asks for anything but what is expected
here, it is imported whole.
"""

from __future__ import annotations

import importlib
import json
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import reduce
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any, NoReturn

__all__ = ["Unforeseen", "import_manim"]

# What Manim asks of the modules that are put off while it is imported: of NetworkX for its graphs
# (a seventh of the time), of SciPy for its rotations (a third).
_PUT_OFF: dict[str, tuple[str, ...]] = {
    "networkx": (
        "layout",
        "layout.circular_layout",
        "layout.kamada_kawai_layout",
        "layout.planar_layout",
        "layout.shell_layout",
        "layout.spectral_layout",
        "layout.spiral_layout",
        "layout.spring_layout",
    ),
    "scipy": (),
    "scipy.spatial": (),
    "scipy.spatial.transform": ("Rotation",),
}
_HEADS = tuple(f"{module}." for module in _PUT_OFF)
_WHOLE = "--whole"


def main() -> None:
    """Import Manim, then give it the command line that the input asks for."""
    try:
        run = _import_whole() if _WHOLE in sys.argv else import_manim()
    except Exception as error:
        if _WHOLE not in sys.argv:
            _start_again(error)
        _listen()  # what is wrong belongs into the log
        raise
    told = _listen()
    threading.Thread(target=_end_with_input, daemon=True).start()
    if _WHOLE in sys.argv:
        print(f"Manim was imported whole, which takes longer: {sys.argv[-1]}", file=sys.stderr)
    os.environ.update(told["environment"])
    sys.argv = ["manim", *told["arguments"]]
    try:
        run()
    except SystemExit as end:
        if isinstance(end.code, str):
            raise
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(end.code or 0)  # taking apart all that was imported is as long as drawing a play


def _start_again(error: Exception) -> NoReturn:
    """Begin anew and import all: nothing of what was half imported is left."""
    reason = f"{type(error).__name__}: {error}".splitlines()[0]
    os.execv(sys.executable, [sys.executable, "-m", "gdvideo.lean", _WHOLE, reason])


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


def _import_whole() -> Callable[[], Any]:
    """Import Manim as ever; return its command line."""
    from filmrender import manim_internals  # which imports Manim

    return manim_internals.command_line()


def import_manim() -> Callable[[], Any]:
    """Import Manim, but what is put off only when it is used; return its command line.

    Raises:
        Unforeseen: if more is asked of what is put off than is known here.
        Exception: whatever else goes wrong. Either way, this process is of no more use.
    """
    with _putting_off():
        run = _import_whole()
    from filmrender.quick.rotations import Rotation  # not before what is put off

    sys.modules["filmrender.manim_internals"].rotate_with(Rotation)
    return run


class Unforeseen(Exception):
    """Something is asked of a module that is put off, while Manim is imported."""


class _Promise:
    """What a module that is put off has under ``name``, which may have dots."""

    def __init__(self, module: _StandIn, name: str) -> None:
        self._module, self._name = module, name

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if self._module.finder.is_active:
            return self._module.promise(f"{self._name}.{name}")
        return getattr(self._kept(), name)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._kept()(*args, **kwargs)

    def __instancecheck__(self, instance: object) -> bool:
        return isinstance(instance, self._kept())

    def __mro_entries__(self, _bases: tuple[object, ...]) -> tuple[Any]:
        return (self._kept(),)

    def _kept(self) -> Any:
        return reduce(getattr, self._name.split("."), self._module.real())


class _StandIn(ModuleType):
    """Takes the place of a module in those that import it while it is put off."""

    finder: _Finder

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name not in {"__all__", "__version__"}:
            raise AttributeError(name)
        return self.promise(name) if self.finder.is_active else getattr(self.real(), name)

    def promise(self, name: str) -> _Promise:
        """Return what stands for a name of the module; raises Unforeseen."""
        if name not in _PUT_OFF[self.__name__]:
            self.finder.refuse(f"{self.__name__}.{name}")
        return _Promise(self, name)

    def real(self) -> ModuleType:
        """Return the module."""
        if self.finder.is_active:
            self.finder.refuse(f"{self.__name__} at once")
        return importlib.import_module(self.__name__)


class _Finder(MetaPathFinder, Loader):
    """Finds a stand-in for all that is put off, while it is active.

    What is ``unforeseen`` is taken down: an exception alone might be caught on its way.
    """

    def __init__(self) -> None:
        self.is_active = True
        self.unforeseen: list[str] = []

    def refuse(self, what: str) -> NoReturn:
        """Raise Unforeseen."""
        self.unforeseen.append(what)
        raise Unforeseen(f"it asks for {what}")

    def find_spec(self, fullname: str, *_: Any) -> ModuleSpec | None:
        """Find the modules that are put off."""
        if not f"{fullname}.".startswith(_HEADS):
            return None
        if fullname not in _PUT_OFF:
            self.refuse(fullname)
        return ModuleSpec(fullname, self, is_package=True)

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """Make the stand-in."""
        module = _StandIn(spec.name)
        module.finder = self
        return module

    def exec_module(self, module: ModuleType) -> None:
        """Leave it empty."""


@contextmanager
def _putting_off() -> Iterator[None]:
    """Let whoever imports what is put off have stand-ins; afterwards, imports are as ever.

    Raises Unforeseen if anything else was asked of them.
    """
    finder = _Finder()
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        finder.is_active = False
        sys.meta_path.remove(finder)
        for name, module in list(sys.modules.items()):
            if isinstance(module, _StandIn):
                del sys.modules[name]
    if finder.unforeseen:
        finder.refuse(finder.unforeseen[0])


if __name__ == "__main__":
    main()
