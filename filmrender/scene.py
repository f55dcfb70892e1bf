"""The renderer of the films: fast, exact, and never the wrong film.

``film_renderer`` makes it for a scene, and ``render_film`` is what the scene's ``render`` calls.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from manim import CairoRenderer, Camera, Scene

from filmrender.failures import BadOption, told_in_one_sentence, write_failures
from filmrender.identity import Identity, Keeper
from filmrender.manim_internals import PresentationSpec
from filmrender.options import check_options
from filmrender.quick import quick_manim
from filmrender.renderer import FilmRenderer, Observer
from filmrender.texts import own_texts
from filmrender.viewer import show
from filmrender.workers import ending_workers

__all__ = ["film_renderer", "render_film"]

_OBJECTS_BETWEEN_COLLECTIONS = 200_000
_NOT_SHOWN = PresentationSpec(False, False, False)


def film_renderer(
    identity: Identity | None = None,
    observer: Observer | None = None,
    *,
    camera_class: type[Camera] | None = None,
    skip_animations: bool = False,
    keepers: Sequence[Keeper] = (),
) -> CairoRenderer:
    """Return the renderer for a scene; one without an ``identity`` is played as Manim plays it.

    ``FILMRENDER_WRITER=stock`` gives Manim's own; ``FILMRENDER_FRAME_RATE``, constant or variable,
    says whether every frame of a picture that stands is stored, as it is unless a scene with an
    identity says nothing; ``FILMRENDER_JOBS`` is how many processes draw, each with one
    core for all that it does: if it is not said, one draws, and encodes beside it. With an
    ``observer``, nothing is drawn or written.
    """
    with told_in_one_sentence():
        check_options()
        jobs = _jobs() if observer is None else None
    if os.environ.get("FILMRENDER_WRITER") == "stock" and observer is None:
        return CairoRenderer(camera_class=camera_class, skip_animations=skip_animations)
    return FilmRenderer(
        identity,
        observer,
        camera_class=camera_class,
        skip_animations=skip_animations,
        constant=_stores_all(identity),
        jobs=jobs,
        keepers=keepers,
    )


def render_film(scene: Scene, render: Callable[[], bool], *, preview: bool = False) -> bool:
    """Render a film with ``render``, unless it is there already; open it if asked for ``preview``.

    Raises SystemExit, with one sentence on stderr: 1 if the scene breaks a rule, 2 if an option
    asks for what cannot be made, 4 if a file cannot be written; 130 or 143 without one if SIGINT or
    SIGTERM asks for it. What a scene without an identity raises by itself is raised as it is.
    """
    renderer: Any = scene.renderer
    wanted = scene.session_spec.presentation
    wanted = replace(wanted, open_after_render=wanted.open_after_render or preview)
    scene.session_spec = replace(scene.session_spec, presentation=_NOT_SHOWN)  # here, not by Manim
    declared = not isinstance(renderer, FilmRenderer) or renderer.is_declared
    telling = told_in_one_sentence(of_scenes=declared)
    with ending_workers(), telling, _collecting_rarely(), quick_manim():
        again = _render(renderer, render)
    show(renderer.file_writer, wanted)
    return again


def _render(renderer: Any, render: Callable[[], bool]) -> bool:
    if not isinstance(renderer, FilmRenderer):
        return render()
    with write_failures():
        done = renderer.prepare()
    if done:
        renderer.announce()
        return False
    if renderer.is_declared:
        return render()
    with own_texts():
        return render()


@contextmanager
def _collecting_rarely() -> Iterator[None]:
    """Look for cycles of dead objects seldom, and not among all that was imported.

    Scenes leave few, and the search for them takes a tenth of a render.
    """
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


def _stores_all(identity: Identity | None) -> bool:
    """Tell whether each frame of a picture that stands is stored, as other programs expect it."""
    usual = "constant" if identity is None else "variable"
    return (os.environ.get("FILMRENDER_FRAME_RATE") or usual) == "constant"


def _jobs() -> int | None:
    """Return how many workers to use, if that is said; raises BadOption if it is no number."""
    asked = os.environ.get("FILMRENDER_JOBS")
    if not asked:
        return None
    if not asked.isdecimal() or int(asked) < 1:
        raise BadOption(f"FILMRENDER_JOBS = {asked!r} is not a whole number from 1 on")
    return int(asked) if hasattr(os, "fork") else 1
