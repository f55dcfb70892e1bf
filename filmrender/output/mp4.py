"""Making the MP4 of one film: what it depends on, where it goes, what of it is there."""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from manim import Camera, Section, config

from filmrender import files
from filmrender.drawing.painter import Painter
from filmrender.encoding.queue import EncodingQueue
from filmrender.encoding.segments import Segment, Store
from filmrender.encoding.video import VideoFormat
from filmrender.identity import Identity, Keeper, renderer_salt
from filmrender.key import sources
from filmrender.key.digests import fingerprint
from filmrender.key.manifest import folder_of
from filmrender.manim_internals import OutputPlan
from filmrender.output.release import Chapter, Places, Release, publish, republish
from filmrender.output.shot import Shot, Tools
from filmrender.output.shots import Shots
from filmrender.workers import Workers

__all__ = ["Mp4"]

_LOCK = "publishing.lock"  # two renders of one film must not mix their films and captions
_LEAST_KEPT = 1000  # segments, and manifests; a film has about a hundred segments, one manifest


class Mp4:
    """One film's way to its file.

    So many ``jobs`` draw it and encode what they draw; if None, one draws, and encodes beside it.
    """

    def __init__(
        self,
        identity: Identity,
        plan: OutputPlan,
        video: VideoFormat,
        jobs: int | None,
        keepers: Sequence[Keeper],
    ) -> None:
        assert plan.segment_cache_dir is not None
        assert plan.primary_artifact is not None
        self._video = video
        self._jobs, self._beside = jobs or 1, jobs is None
        self._folder = plan.segment_cache_dir
        self.film: Path = plan.primary_artifact
        self._key = identity.key()
        media = Path(os.path.normpath(Path.cwd() / config.get_dir("media_dir")))
        self._places = Places(
            media=media,
            film=self.film,
            sections=plan.sections_dir,
            index=plan.section_index,
            lock=self._folder / _LOCK,
        )
        self._manifests = folder_of(media, identity.name, self.film.stem)
        self._keepers = keepers
        self._without = identity.without
        self._sources = sources.imported(sources.digests(identity.files), self._without)
        self._shots: Shots | None = None

    def is_done(self) -> bool:
        """Make sure, if all that the film depends on is as it was, that its files are there.

        Raises OSError if one of them has to be written again and cannot be.
        """
        self._sweep()
        if config.disable_caching:
            self._keep(None)
            return False
        manifest = self._manifests / f"{self._key.digest}.json"
        done = republish(manifest, self._places, Store(self._folder, ""), self._video)
        if not done:
            self._keep(self._folder)
        return done

    def begin_play(self, play: int, camera: Camera, section: Section, *, hold: bool) -> Shot | None:
        """Return the shot that the play belongs to, or None if a worker draws it."""
        if self._shots is None:
            workers = Workers(self._jobs) if self.is_shared else None
            self._shots = Shots(self._tools(camera), workers)
        return self._shots.begin_play(play, section, hold=hold)

    def end_play(self, after: str) -> None:
        """Take down what stands for the scene as a play has left it."""
        if self._shots is not None:
            self._shots.end_play(after)

    @property
    def is_shared(self) -> bool:
        """Whether several processes draw."""
        return self._jobs > 1

    def paints(self, camera: Camera) -> bool:
        """Tell whether what ``camera`` sees can be painted here; if not, Manim has to."""
        return self._shots is not None and self._shots.tools.painter.fits(camera)

    def publish(self, captions: str | None) -> None:
        """Write the film and what belongs to it.

        Raises what went wrong while encoding or writing.
        """
        assert self._shots is not None
        made = self._shots.finish()
        segments = [segment for _, segment in made]
        release = _release(made, captions)
        read = sources.imported(self._sources, self._without)
        publish(release, self._places, segments, self._video, self._key, read)
        for keeper in self._keepers:
            keeper.end()
        for folder, pattern in ((self._folder, "*.segment"), (self._manifests, "*.json")):
            files.prune(folder, pattern, max(_LEAST_KEPT, config.max_files_cached))
        self._sweep()

    def abort(self) -> None:
        """Stop encoding."""
        if self._shots is not None:
            self._shots.abort()

    def _tools(self, camera: Camera) -> Tools:
        painter = Painter(camera)
        salt = fingerprint([self._video.identity(), renderer_salt(), painter.identity()])
        store = Store(self._folder, salt)
        queue = EncodingQueue(self._video, beside=self._beside)
        look_up = not config.disable_caching
        if look_up:
            store.look_through()  # now, and not in every worker
        return Tools(self._video, painter, queue, store, salt, look_up)

    def _keep(self, folder: Path | None) -> None:
        for keeper in self._keepers:
            keeper.begin(folder, preview=self._video.is_preview)

    def _sweep(self) -> None:
        kept = (self._folder, self._manifests, self.film.parent, self._places.sections)
        for folder in kept:
            if folder is not None:
                files.sweep(folder)


def _release(made: list[tuple[Section, Segment]], captions: str | None) -> Release:
    chapters = []
    for section, pairs in groupby(made, key=lambda pair: pair[0]):
        keys = tuple(segment.key for _, segment in pairs)
        chapters.append(Chapter(section.name, section.type_, section.video, keys))
    return Release(captions, tuple(chapters))
