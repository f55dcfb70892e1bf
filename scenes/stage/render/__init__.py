"""The renderer of the films: fast, exact, and never the wrong film.

``film_renderer`` makes it for a scene, and ``render_film`` is what the scene's ``render`` calls.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from manim import CairoRenderer, Scene, config

from scenes.stage.manim_internals import OutputFormat, open_media_file, resolve_render_session
from scenes.stage.raster import FilmCamera
from scenes.stage.render.crew import ending_workers
from scenes.stage.render.failures import RuleBroken, told_in_one_sentence
from scenes.stage.render.families import quick_families
from scenes.stage.render.identity import Identity
from scenes.stage.render.renderer import FilmRenderer, Observer
from scenes.stage.render.stockwriter import StockWriter

__all__ = [
    "FilmRenderer",
    "Identity",
    "Observer",
    "RuleBroken",
    "film_renderer",
    "render_film",
]

_OBJECTS_BETWEEN_COLLECTIONS = 200_000


def film_renderer(identity: Identity, observer: Observer | None = None) -> CairoRenderer:
    """Return the renderer for a film.

    ``GDVIDEO_WRITER=stock`` gives Manim's own; ``GDVIDEO_FRAME_RATE=constant`` stores every frame
    of a picture that stands; ``GDVIDEO_JOBS`` is how many processes draw, each with one core for
    all that it does: if it is not said, one draws, and encodes beside it. With an ``observer``,
    nothing is drawn or written.
    """
    if os.environ.get("GDVIDEO_WRITER") == "stock" and observer is None:
        return CairoRenderer(camera_class=FilmCamera)
    if observer is None and not _is_plain_mp4():
        config.disable_caching = True  # Manim's cache may hold another film's pictures
        return CairoRenderer(file_writer_class=StockWriter, camera_class=FilmCamera)
    constant = os.environ.get("GDVIDEO_FRAME_RATE") == "constant"
    jobs = _jobs() if observer is None else None
    return FilmRenderer(identity, observer, constant=constant, jobs=jobs)


def render_film(scene: Scene, render: Callable[[], bool]) -> bool:
    """Render a film with ``render``, unless it is there already.

    Raises SystemExit, with one sentence on stderr: 1 if the scene breaks a rule, 4 if a file
    cannot be written; 130 or 143 without one if SIGINT or SIGTERM asks for it.
    """
    renderer = scene.renderer
    with ending_workers(), told_in_one_sentence(), _collecting_rarely(), quick_families():
        if not isinstance(renderer, FilmRenderer):
            return render()
        renderer.prepare()
        if renderer.production is None or not renderer.production.is_done():
            return render()
    renderer.file_writer.print_file_ready_message(str(renderer.production.film))
    presentation = scene.session_spec.presentation
    if presentation.open_after_render or presentation.show_in_file_browser:
        open_media_file(
            renderer.file_writer,
            preview=presentation.open_after_render,
            show_in_file_browser=presentation.show_in_file_browser,
        )
    return False


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


def _jobs() -> int | None:
    """Return how many workers to use, if that is said; raises SystemExit 2 if it is no number."""
    asked = os.environ.get("GDVIDEO_JOBS")
    if not asked:
        return None
    if not asked.isdecimal() or int(asked) < 1:
        print(f"GDVIDEO_JOBS = {asked!r} is not a whole number from 1 on", file=sys.stderr)
        raise SystemExit(2)
    return int(asked) if hasattr(os, "fork") else 1


def _is_plain_mp4() -> bool:
    """Tell whether the output is an MP4 as ever, or nothing that is encoded."""
    capabilities = CairoRenderer.capabilities
    session = resolve_render_session(config, capabilities, renderer_name="FilmRenderer")
    if session.video_encoder is None:
        return not session.output.is_image_sequence
    chosen = config.video_codec, config.pixel_format, bool(config.video_encoder_options)
    return session.output.format is OutputFormat.MP4 and chosen == ("auto", "auto", False)
