"""The renderer behind the base Scene: Manim's Cairo renderer with another way to the film."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np
from manim import Animation, CairoRenderer, Camera, Mobject, Scene, list_update

from filmrender import manim_internals
from filmrender.clock import Clock, exact_rate
from filmrender.drawing.outlines import Frame
from filmrender.drawing.painter import View
from filmrender.drawing.recorder import Recorder
from filmrender.drawing.shapes import Picture, digest
from filmrender.encoding.video import VideoFormat
from filmrender.failures import RuleBroken, check_interrupt
from filmrender.identity import Identity, Keeper
from filmrender.options import check_range
from filmrender.output.export import Export, Take
from filmrender.output.mp4 import Mp4
from filmrender.output.shot import Shot
from filmrender.output.writer import FilmWriter
from filmrender.report import report
from filmrender.rules import check_updaters

__all__ = ["FilmRenderer", "Observer"]


class Observer(Protocol):
    """Watches a scene being played; nothing is drawn then."""

    def frame(self, scene: Scene, seconds: float) -> None:
        """See the scene as the picture from ``seconds`` on shows it; a hold is one picture."""

    def play_end(self, scene: Scene, seconds: float) -> None:
        """See the scene after a play that ended at ``seconds``."""


class FilmRenderer(CairoRenderer):
    """Plays a scene and makes a film of it; stills and dry runs are made as Manim makes them."""

    file_writer: FilmWriter

    def __init__(
        self,
        identity: Identity,
        observer: Observer | None,
        *,
        camera_class: type[Camera],
        constant: bool,
        jobs: int | None,
        keepers: Sequence[Keeper],
    ) -> None:
        super().__init__(file_writer_class=FilmWriter, camera_class=camera_class)
        self._identity = identity
        self._observer = observer
        self._constant = constant
        self._jobs = jobs
        self._keepers = keepers
        self._recorder = Recorder(Frame(self.camera))
        self._clock = Clock(exact_rate(self.camera.frame_rate))
        self.production: Mp4 | Export | None = None

    def prepare(self) -> None:
        """Prepare for the film, if one is to be made.

        Raises OSError if what it depends on cannot be read.
        """
        output = self.file_writer.output_spec
        if self._observer is None and (output.is_video or output.is_image_sequence):
            self.production = self._production()
            self.file_writer.on_abort = self.production.abort

    def _production(self) -> Mp4 | Export:
        if not self.file_writer.makes_plain_mp4:
            return Export(self.file_writer, self._clock.rate)
        camera = self.camera
        size = camera.pixel_width, camera.pixel_height
        video = VideoFormat(*size, self._clock.rate, self._constant)
        plan = self.file_writer.output_plan
        return Mp4(self._identity, plan, video, self._jobs, self._keepers)

    def play(self, scene: Scene, *args: Any, **kwargs: Any) -> None:
        """Play animations: draw what the cache does not have, or only go to their end."""
        check_interrupt()
        self.skip_animations = manim_internals.is_skipped(self)
        self.update_skipping_status()
        scene.compile_animation_data(*args, **kwargs)
        frames = self._clock.frames(scene.duration)
        frozen = bool(scene.is_current_animation_frozen_frame())
        _begin(scene)
        check_updaters(scene, self.num_plays)
        shot = self._begin_shot(hold=frozen)
        if shot is not None:
            moving, static = scene.get_moving_and_static_mobjects(scene.animations or [])
            scene.moving_mobjects, scene.static_mobjects = moving, static
        if frozen:
            self._show(scene, self._still(scene, shot), frames, shot)
        else:
            self._animate(scene, frames, shot)
            self._compare_ends(scene)
        if shot is not None:
            report(play=self.num_plays, frames=frames)
        self.num_plays += 1
        if self._observer is not None:
            self._observer.play_end(scene, self.time)

    def scene_finished(self, scene: Scene) -> None:
        """Publish the film, or the still."""
        if self._observer is not None:
            return
        check_range(self.num_plays)
        if self.production is None or not self.num_plays:
            super().scene_finished(scene)
            return
        if not self._clock.has_film:
            raise RuleBroken("All plays are in sections that are skipped: there is no film.")
        self.production.publish(self.file_writer.captions(self._clock))
        self.file_writer.print_file_ready_message(str(self.production.film))

    def _begin_shot(self, *, hold: bool) -> Shot | Take | None:
        section = self.file_writer.sections[-1]
        name = None if self.skip_animations else f"play-{self.num_plays}"
        self.file_writer.add_partial_movie_file(name)  # or Manim takes the section for empty
        if self.production is None or self.skip_animations:
            return None
        return self.production.begin_play(self.num_plays, self.camera, section, hold=hold)

    def _animate(self, scene: Scene, frames: int, shot: Shot | Take | None) -> None:
        """Go through the play's frames, or only to its end if nobody sees them."""
        assert scene.animations is not None
        unseen = shot is None and (self.skip_animations or self.production is not None)
        if unseen and scene.stop_condition is None:
            self._advance(frames)
            _go_to(scene, scene.duration)
        else:
            still = self._still(scene, shot)
            faded = _faded(scene.animations)
            for number, seconds in enumerate(np.arange(frames) * (1 / self.camera.frame_rate)):
                check_interrupt()
                only = faded if number else None
                _go_to(scene, seconds, follow=only is None)
                self._show(scene, still, 1, shot, only)
                if scene.stop_condition is not None and scene.stop_condition():
                    self._clock.end_early()
                    break
        for animation in scene.animations:
            animation.finish()
            animation.clean_up_from_scene(scene)
        _follow(scene)

    def _compare_ends(self, scene: Scene) -> None:
        """Let workers and the scene's process see whether they agree on what the play leaves."""
        if self.production is not None and self.production.is_shared and not self.skip_animations:
            left = self._recorder.picture(list_update(scene.mobjects, scene.foreground_mobjects))
            self.production.end_play(digest(left).hex() if left is not None else "")

    def _still(self, scene: Scene, shot: Shot | Take | None) -> Picture | None:
        """Read what stands still during the play, or have Manim draw it, as Manim does."""
        self.static_image = None
        if shot is None:
            return None
        assert self.production is not None
        still = None
        if self.production.paints(self.camera):
            still = self._recorder.picture(scene.static_mobjects)
        if still is None:
            self.save_static_frame_data(scene, scene.static_mobjects)
        return still

    def _show(
        self,
        scene: Scene,
        still: Picture | None,
        frames: int,
        shot: Shot | Take | None,
        recoloured: Sequence[Mobject] | None = None,
    ) -> None:
        """Show a picture; if something is ``recoloured``, all else is as in the last picture."""
        if self._observer is not None:
            self._observer.frame(scene, self.time)
        if shot is not None:
            picture = self._picture(scene, recoloured) if still is not None else None
            if still is None or picture is None:
                self._have_drawn(scene, still)
                shot.show_pixels(self.get_frame().astype(np.uint8, copy=False), frames)
            else:
                shot.show(View(still, picture), frames)
        self._advance(frames)

    def _picture(self, scene: Scene, recoloured: Sequence[Mobject] | None) -> Picture | None:
        if recoloured is not None:
            return self._recorder.recoloured(recoloured)
        # Like Manim, which draws everything when nothing moves.
        moving = scene.moving_mobjects or list_update(scene.mobjects, scene.foreground_mobjects)
        return self._recorder.picture(moving)

    def _have_drawn(self, scene: Scene, still: Picture | None) -> None:
        """Have Manim draw a picture that holds something not understood here."""
        if still is not None and self.static_image is None:
            self.save_static_frame_data(scene, scene.static_mobjects)
        self.update_frame(scene, scene.moving_mobjects)

    def _advance(self, frames: int) -> None:
        self._clock.advance(frames, kept=not self.skip_animations)
        self.time = self._clock.seconds


def _begin(scene: Scene) -> None:
    """Begin the play's animations, as ``begin_animations`` does, which also parts what moves."""
    for animation in scene.animations or []:
        manim_internals.begin(animation, scene)


def _faded(animations: Sequence[Animation]) -> list[Any] | None:
    """Return whose opacity a play changes, if it changes nothing else, which others may follow."""
    if not all(getattr(animation, "only_colours", False) for animation in animations):
        return None
    return [member for animation in animations for member in animation.mobject.get_family()]


def _go_to(scene: Scene, seconds: float, *, follow: bool = True) -> None:
    """Bring the scene to a moment of the play, as its ``update_to_time`` does."""
    assert scene.animations is not None
    for animation in scene.animations:
        animation.update_mobjects(0)
        animation.interpolate(seconds / animation.run_time)
    if follow:
        _follow(scene)


def _follow(scene: Scene) -> None:
    for mobject in scene.mobjects:
        _update(mobject)


def _update(mobject: Any) -> None:
    """Let a mobject's family follow, as its ``update`` does, which asks each updater for ``dt``."""
    if mobject.updating_suspended:
        return
    for updater in mobject.updaters:
        updater(mobject)
    for submobject in mobject.submobjects:
        if submobject.updaters or submobject.submobjects:
            _update(submobject)
