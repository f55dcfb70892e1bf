"""Making the MP4 of one film: what it depends on, where it goes, what of it is there."""

from __future__ import annotations

import os
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path

from manim import Camera, Section, config

from scenes.key import sources
from scenes.key.digests import fingerprint
from scenes.key.manifest import folder_of
from scenes.paint.art import keep_on
from scenes.stage.manim_internals import OutputPlan
from scenes.stage.render import files, typeset
from scenes.stage.render.crew import Crew
from scenes.stage.render.identity import Identity, renderer_salt
from scenes.stage.render.painter import Painter
from scenes.stage.render.reel import Reel
from scenes.stage.render.release import Chapter, Places, Release, publish, republish
from scenes.stage.render.segments import Segment, Store
from scenes.stage.render.shelf import Shelf
from scenes.stage.render.shot import Shot, Studio
from scenes.stage.render.video import VideoFormat
from scenes.stage.render.works import Works
from scenes.stage.typesetter import Line

__all__ = ["Production"]

_TYPESET = "typeset"
_ART = "art"
_LOCK = "publishing.lock"  # two renders of one film must not mix their films and captions
_LEAST_KEPT = 1000  # segments, and manifests; a film has about a hundred segments, one manifest


class Production:
    """One film's way to its file.

    So many ``jobs`` draw it and encode what they draw; if None, one draws, and encodes beside it.
    """

    def __init__(
        self, identity: Identity, plan: OutputPlan, video: VideoFormat, jobs: int | None
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
        self._manifests = folder_of(media, identity.slug, self.film.stem)
        self._typeset: Mapping[str, Line] = {}
        self._sources = sources.imported(sources.digests(identity.files))
        self._reel: Reel | None = None
        # A whole film's pictures are too large for it to be worth while.
        worth = video.is_preview and not config.disable_caching
        self._shelf = Shelf(self._folder / _ART) if worth else None

    def is_done(self) -> bool:
        """Make sure, if all that the film depends on is as it was, that its files are there.

        Raises OSError if one of them has to be written again and cannot be.
        """
        self._sweep()
        if config.disable_caching:
            return False
        manifest = self._manifests / f"{self._key.digest}.json"
        done = republish(manifest, self._places, Store(self._folder, ""), self._video)
        if not done:
            self._typeset = typeset.load(self._folder / _TYPESET)
        return done

    def begin_play(self, play: int, camera: Camera, section: Section, *, hold: bool) -> Shot | None:
        """Return the shot that the play belongs to, or None if a worker draws it."""
        if self._reel is None:
            crew = Crew(self._jobs) if self.is_shared else None
            self._reel = Reel(self._studio(camera), crew)
        return self._reel.begin_play(play, section, hold=hold)

    def end_play(self, after: str) -> None:
        """Take down what stands for the scene as a play has left it."""
        if self._reel is not None:
            self._reel.end_play(after)

    @property
    def is_shared(self) -> bool:
        """Whether several processes draw."""
        return self._jobs > 1

    def paints(self, camera: Camera) -> bool:
        """Tell whether what ``camera`` sees can be painted here; if not, Manim has to."""
        return self._reel is not None and self._reel.studio.painter.fits(camera)

    def publish(self, captions: str | None) -> None:
        """Write the film and what belongs to it.

        Raises what went wrong while encoding or writing.
        """
        assert self._reel is not None
        made = self._reel.finish()
        typeset.save(self._folder / _TYPESET, self._typeset)
        segments = [segment for _, segment in made]
        release = _release(made, captions)
        publish(release, self._places, segments, self._video, self._key, self._sources)
        if self._shelf is not None:
            self._shelf.prune()
        for folder, pattern in ((self._folder, "*.segment"), (self._manifests, "*.json")):
            files.prune(folder, pattern, max(_LEAST_KEPT, config.max_files_cached))
        self._sweep()

    def abort(self) -> None:
        """Stop encoding."""
        if self._reel is not None:
            self._reel.abort()

    def _studio(self, camera: Camera) -> Studio:
        painter = Painter(camera)
        salt = fingerprint([self._video.identity(), renderer_salt(), painter.identity()])
        store = Store(self._folder, salt)
        keep_on(self._shelf)
        works = Works(self._video, beside=self._beside)
        look_up = not config.disable_caching
        if look_up:
            store.look_through()  # now, and not in every worker
        return Studio(self._video, painter, works, store, salt, look_up)

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
