"""Manim's Cairo renderer with another way to the film."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

import numpy as np
from manim import CairoRenderer, Camera, Mobject, Scene

from filmrender import manim_internals, stepping
from filmrender.clock import Clock, exact_rate
from filmrender.drawing.painter import View
from filmrender.encoding.video import VideoFormat
from filmrender.failures import RuleBroken, check_interrupt, write_failures
from filmrender.identity import Identity, Keeper
from filmrender.options import check_range
from filmrender.output.export import Export, Take
from filmrender.output.mp4 import Mp4
from filmrender.output.shot import Shot
from filmrender.output.writer import FilmWriter
from filmrender.report import report
from filmrender.rules import check_duration, check_updaters, random_state
from filmrender.views import Views

__all__ = ["FilmRenderer", "Observer"]


class Observer(Protocol):
    """Watches a scene being played; nothing is drawn then."""

    def frame(self, scene: Scene, seconds: float) -> None:
        """See the scene as the picture from ``seconds`` on shows it; a hold is one picture."""

    def play_end(self, scene: Scene, seconds: float) -> None:
        """See the scene after a play that ended at ``seconds``."""


class FilmRenderer(CairoRenderer):
    """Plays a scene and makes a film of it; stills and dry runs are made as Manim makes them.

    A scene that declares its ``identity`` is one whose frames depend on their number alone: it is
    not played if its film is there, and plays that nobody sees are left out. Any other scene is
    played as Manim plays it, frame by frame, by Manim's own clock; where several processes share
    it, its plays are held to the same rules.
    """

    file_writer: FilmWriter

    def __init__(
        self,
        identity: Identity | None = None,
        observer: Observer | None = None,
        *,
        camera_class: type[Camera] | None = None,
        skip_animations: bool = False,
        constant: bool = False,
        jobs: int | None = None,
        keepers: Sequence[Keeper] = (),
    ) -> None:
        super().__init__(FilmWriter, camera_class, skip_animations)
        self._camera_class = camera_class
        self._identity = identity
        self._observer = observer
        self._constant = constant
        self._jobs = jobs
        self._keepers = keepers
        self._steps = identity is not None or observer is not None or (jobs or 1) > 1
        self._views = Views(self.camera, steps=self._steps)
        self._clock = Clock(exact_rate(self.camera.frame_rate))
        self._shot: Shot | Take | None = None
        self._last: View | None = None  # shown, and not in the camera's pixels
        self.production: Mp4 | Export | None = None

    def init_scene(self, scene: Scene, session_spec: Any, file_writer_settings: Any) -> None:
        """Make what writes the scene's files, and its camera, if it has not been told before."""
        if self._camera_class is None and scene.camera_class is not Camera:
            self.camera = scene.camera_class()
            self._views = Views(self.camera, steps=self._steps)
        super().init_scene(scene, session_spec, file_writer_settings)

    @property
    def is_declared(self) -> bool:
        """Whether the scene has said what its film depends on."""
        return self._identity is not None

    @property
    def is_at_work(self) -> bool:
        """Whether a film is being made already."""
        return self.production is not None

    def prepare(self) -> bool:
        """Prepare for the film, if one is to be made; tell whether it is there already.

        Raises OSError if what it depends on cannot be read.
        """
        output = self.file_writer.output_spec
        if self._observer is None and (output.is_video or output.is_image_sequence):
            self.production = self._production()
            self.file_writer.on_abort = self.production.abort
        return self.production is not None and self.production.is_done()

    def _production(self) -> Mp4 | Export:
        if not self.file_writer.makes_plain_mp4:
            return Export(self.file_writer, self._clock.rate, self._size)
        video = VideoFormat(*self._size, self._clock.rate, self._constant)
        return Mp4(self._identity, self.file_writer, video, self._jobs, self._keepers)

    @property
    def _size(self) -> tuple[int, int]:
        return self.camera.pixel_width, self.camera.pixel_height

    def play(self, scene: Scene, *args: Any, **kwargs: Any) -> None:
        """Play animations: draw what the cache does not have."""
        if self.production is None and self._observer is None:
            super().play(scene, *args, **kwargs)
            return
        check_interrupt()
        self.skip_animations = manim_internals.is_skipped(self)
        self.update_skipping_status()
        scene.compile_animation_data(*args, **kwargs)
        frozen = bool(scene.is_current_animation_frozen_frame())
        if self._steps:
            self._step_through(scene, hold=frozen)
        else:
            self._play_as_manim(scene, hold=frozen)
        self.num_plays += 1
        if self._observer is not None:
            self._observer.play_end(scene, self.time)

    def scene_finished(self, scene: Scene) -> None:
        """Publish the film, or the still."""
        if self._observer is not None:
            return
        if self._identity is not None:
            check_range(self.num_plays)
        if self.production is None or not self.num_plays:
            super().scene_finished(scene)
            return
        if not self._clock.has_film:
            raise RuleBroken("All plays are in sections that are skipped: there is no film.")
        with write_failures():
            self.production.publish(self.file_writer.captions(self._clock))
        self.announce()

    def announce(self) -> None:
        """Say where the film is."""
        if self.production is not None:
            self.file_writer.print_file_ready_message(str(self.production.film))

    # -- as Manim plays --------------------------------------------------------------------

    def _play_as_manim(self, scene: Scene, *, hold: bool) -> None:
        self._begin_shot(hold=False)
        scene.begin_animations()
        self._begin_still(scene)
        if hold:
            frames = int(scene.duration / (1 / self.camera.frame_rate))
            self._show(scene, frames)
        else:
            scene.play_internal()
        if self.skip_animations:
            self.time += scene.duration
            self._clock.advance(round(scene.duration * self._clock.rate), kept=False)

    def render(
        self,
        scene: Scene,
        time: float,
        moving_mobjects: Iterable[Mobject] | None = None,
    ) -> None:
        """Show the scene as it is now for one frame, as Manim's play asks."""
        if self.production is None:
            super().render(scene, time, moving_mobjects)
            return
        check_interrupt()
        self._show(scene, 1)

    def update_frame(self, scene: Scene, *args: Any, **kwargs: Any) -> None:
        """Have Manim's camera draw the scene as it is now."""
        self._last = None
        super().update_frame(scene, *args, **kwargs)

    def get_frame(self) -> Any:
        """Return the picture (height, width, 4) that was shown last."""
        if self._last is not None:
            self.camera.pixel_array[:] = self._views.paint(self._last)
            self._last = None
        return super().get_frame()

    # -- step by step ----------------------------------------------------------------------

    def _step_through(self, scene: Scene, *, hold: bool) -> None:
        if self._identity is None and self._observer is None:
            check_duration(scene, self.num_plays, self._clock.rate)
        frames = self._clock.frames(scene.duration)
        stepping.begin(scene)
        check_updaters(scene, self.num_plays)
        # A scene that is not declared has a file for each play, so a hold is a shot of its own.
        shot = self._begin_shot(hold=hold and self.is_declared)
        if shot is not None:
            moving, static = scene.get_moving_and_static_mobjects(scene.animations or [])
            scene.moving_mobjects, scene.static_mobjects = moving, static
            self._begin_still(scene)
        if hold:
            self._show(scene, frames)
        else:
            self._animate(scene, frames)
            self._compare_ends(scene)
        if shot is not None:
            report(play=self.num_plays, frames=frames)

    def _animate(self, scene: Scene, frames: int) -> None:
        """Go through the play's frames, or only to its end if nobody sees them."""
        assert scene.animations is not None
        unseen = self._shot is None and (self.skip_animations or self.production is not None)
        if unseen and scene.stop_condition is None:
            self._advance(frames)
            stepping.go_to(scene, scene.duration)
        else:
            faded = stepping.faded(scene.animations)
            for number, seconds in enumerate(np.arange(frames) * (1 / self.camera.frame_rate)):
                check_interrupt()
                only = faded if number else None
                stepping.go_to(scene, seconds, lets_follow=only is None)
                self._show(scene, 1, only)
                if scene.stop_condition is not None and scene.stop_condition():
                    self._clock.end_early()
                    break
        stepping.end(scene)

    def _compare_ends(self, scene: Scene) -> None:
        """Let workers and the scene's process see whether they agree on what the play leaves."""
        if self.production is None or not self.production.is_shared or self.skip_animations:
            return
        after = self._views.left(scene)
        self.production.end_play(after + random_state() if self._identity is None else after)

    # -- pictures --------------------------------------------------------------------------

    def _begin_shot(self, *, hold: bool) -> Shot | Take | None:
        section = self.file_writer.sections[-1]
        name = None if self.skip_animations else f"play-{self.num_plays}"
        self.file_writer.add_partial_movie_file(name)  # or Manim takes the section for empty
        self._shot = None
        self._views.end_play()
        if self.production is not None and not self.skip_animations:
            self._shot = self.production.begin_play(self.num_plays, section, hold=hold)
        return self._shot

    def _begin_still(self, scene: Scene) -> None:
        """Read what stands still during the play, or have Manim draw it, as Manim does."""
        self.static_image = None
        still = self._views.begin_play(scene)
        if still is None:
            self.save_static_frame_data(scene, scene.static_mobjects)
        elif scene.static_mobjects:
            self._last = still

    def _show(self, scene: Scene, frames: int, recoloured: Sequence[Mobject] | None = None) -> None:
        """Show a picture; if something is ``recoloured``, all else is as in the last picture."""
        if self._observer is not None:
            self._observer.frame(scene, self.time)
        if self._shot is not None or not self._steps:
            view = self._views.view(scene, recoloured)
            if view is None:
                self._have_drawn(scene)
            self._last = view
            if self._shot is not None and frames:
                with write_failures():
                    if view is None:
                        pixels = super().get_frame().astype(np.uint8, copy=False)
                        self._shot.show_pixels(pixels, frames)
                    else:
                        self._shot.show(view, frames)
        if self._steps or not self.skip_animations:
            self._advance(frames)

    def _have_drawn(self, scene: Scene) -> None:
        """Have Manim draw a picture that holds something not understood here."""
        still = self._views.still
        if still is not None and still.still and self.static_image is None:
            pixels: Any = self._views.paint(still)
            self.static_image = pixels.copy()
        self.update_frame(scene, scene.moving_mobjects)

    def _advance(self, frames: int) -> None:
        self._clock.advance(frames, kept=not self.skip_animations)
        if self._steps:
            self.time = self._clock.seconds
        else:
            self.time += frames * (1 / self.camera.frame_rate)
