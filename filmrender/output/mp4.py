"""Making the MP4 of one film: what it depends on, where it goes, what of it is there."""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from manim import Section, config

from filmrender import files
from filmrender.drawing.painter import Painter
from filmrender.encoding.joining import join
from filmrender.encoding.queue import EncodingQueue
from filmrender.encoding.segments import Store
from filmrender.encoding.video import VideoFormat
from filmrender.identity import Identity, Keeper, renderer_salt
from filmrender.key.digests import fingerprint
from filmrender.output.release import Chapter, Places, Record, Release, publish, republish
from filmrender.output.shot import Shot, Tools
from filmrender.output.shots import Made, Shots
from filmrender.output.writer import FilmWriter
from filmrender.texts import use_own_folders
from filmrender.workers import Workers

__all__ = ["Mp4"]

_LOCK = "publishing.lock"  # two renders of one film must not mix their films and captions
_LEAST_KEPT = 1000  # segments, and manifests; a film has about a hundred segments, one manifest


class Mp4:
    """One film's way to its file.

    So many ``jobs`` draw it and encode what they draw; if None, one draws, and encodes beside it.
    Without an ``identity`` nobody knows what the film depends on, so it is always made, of the
    segments that are there and of others; and each play has a file, which Manim's plugins read.
    """

    def __init__(
        self,
        identity: Identity | None,
        writer: FilmWriter,
        video: VideoFormat,
        jobs: int | None,
        keepers: Sequence[Keeper],
    ) -> None:
        plan = writer.output_plan
        assert plan.segment_cache_dir is not None
        assert plan.primary_artifact is not None
        self._writer = writer
        self._video = video
        self._jobs, self._beside = jobs or 1, jobs is None
        self._folder = plan.segment_cache_dir
        self.film: Path = plan.primary_artifact
        media = Path(os.path.normpath(Path.cwd() / config.get_dir("media_dir")))
        self._places = Places(
            media=media,
            film=self.film,
            sections=plan.sections_dir,
            index=plan.section_index,
            lock=self._folder / _LOCK,
        )
        self._record = Record.begin(identity, self._places) if identity is not None else None
        self._keepers = keepers
        self._shots: Shots | None = None

    def is_done(self) -> bool:
        """Make sure, if all that the film depends on is as it was, that its files are there.

        Raises OSError if one of them has to be written again and cannot be.
        """
        self._sweep()
        if config.disable_caching:
            self._keep(None)
            return False
        done = self._record is not None and republish(
            self._record.path, self._places, Store(self._folder, ""), self._video
        )
        if not done:
            self._keep(self._folder)
        return done

    def begin_play(self, play: int, section: Section, *, hold: bool) -> Shot | None:
        """Return the shot that the play belongs to, or None if a worker draws it."""
        if self._shots is None:
            workers = Workers(self._jobs) if self.is_shared else None
            if workers is not None and workers.is_worker:
                use_own_folders(files.private(self._folder / "texts"))  # swept when it has ended
            self._shots = Shots(self._tools(), workers)
        return self._shots.begin_play(play, section, hold=hold)

    def end_play(self, after: str) -> None:
        """Take down what stands for the scene as a play has left it."""
        if self._shots is not None:
            self._shots.end_play(after)

    @property
    def is_shared(self) -> bool:
        """Whether several processes draw."""
        return self._jobs > 1

    def publish(self, captions: str | None) -> None:
        """Write the film and what belongs to it.

        Raises what went wrong while encoding or writing.
        """
        assert self._shots is not None
        made = self._shots.finish()
        release = _release(made, captions)
        segments = [one.segment for one in made]
        sound = self._writer.sound
        film = publish(release, self._places, segments, self._video, sound, self._record)
        if self._record is None:
            self._write_plays(made, film if len(made) == 1 and sound is None else None)
        for keeper in self._keepers:
            keeper.end()
        self._prune()
        self._sweep()

    def _prune(self) -> None:
        if config.max_files_cached < 0:  # there is no limit
            return
        kept = max(_LEAST_KEPT, config.max_files_cached)
        for pattern in ("*.segment", "*.mp4"):
            files.prune(self._folder, pattern, kept)
        if self._record is not None:
            files.prune(self._record.folder, "*.json", kept)

    def _write_plays(self, made: Sequence[Made], only: bytes | None) -> None:
        """Have each play in a file of its own, where the writer says that it is.

        The content of the ``only`` one is known.
        """
        for play, section, segment in made:
            path = self._writer.output_plan.segment_path(segment.key)
            content = only or join([segment], self._video)
            if files.has(path, content):
                path.touch()
            else:
                files.write(path, content)
            self._writer.name_play(play, section, path)

    def abort(self) -> None:
        """Stop encoding."""
        if self._shots is not None:
            self._shots.abort()

    def _tools(self) -> Tools:
        painter = Painter((self._video.width, self._video.height))
        salt = fingerprint([self._video.identity(), renderer_salt()])
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
        manifests = self._record.folder if self._record is not None else None
        kept = (self._folder, manifests, self.film.parent, self._places.sections)
        for folder in kept:
            if folder is not None:
                files.sweep(folder)


def _release(made: Sequence[Made], captions: str | None) -> Release:
    chapters = []
    for section, shots in groupby(made, key=lambda one: one.section):
        keys = tuple(shot.segment.key for shot in shots)
        chapters.append(Chapter(section.name, section.type_, section.video, keys))
    return Release(captions, tuple(chapters))
