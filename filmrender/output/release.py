"""The files that a render leaves: the film, its captions, its sections; and their manifest."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from filmrender import files
from filmrender.encoding.joining import join
from filmrender.encoding.segments import Segment, Store
from filmrender.encoding.video import VideoFormat
from filmrender.identity import Identity
from filmrender.key import Key, Manifest, sources
from filmrender.key.digests import content_digest
from filmrender.key.manifest import folder_of, relative
from filmrender.report import deliver

__all__ = ["Chapter", "Places", "Record", "Release", "publish", "republish"]


@dataclass(frozen=True)
class Chapter:
    """A section of the film: its segments' names, and the file for it alone, if wanted."""

    name: str
    kind: str
    video: str | None
    keys: tuple[str, ...]


@dataclass(frozen=True)
class Places:
    """Where files go: ``sections`` is the folder of the sections' films, ``index`` tells of them.

    Who holds the ``lock`` may write them.
    """

    media: Path
    film: Path
    sections: Path | None
    index: Path | None
    lock: Path


@dataclass(frozen=True)
class Release:
    """What is published."""

    captions: str | None
    chapters: tuple[Chapter, ...]

    def files(
        self,
        places: Places,
        segments: Mapping[str, Segment],
        video: VideoFormat,
        sound: Any = None,
    ) -> dict[Path, bytes]:
        """Return the content of every file."""
        chosen = [segments[key] for chapter in self.chapters for key in chapter.keys]
        made = {places.film: join(chosen, video, sound)}
        if self.captions is not None:
            made[places.film.with_suffix(".srt")] = self.captions.encode()
        if places.sections is not None and places.index is not None:
            index = []
            for chapter in self.chapters:
                if chapter.video is not None and chapter.keys:
                    chosen = [segments[key] for key in chapter.keys]
                    made[places.sections / chapter.video] = join(chosen, video)
                    index.append(_describe(chapter, chosen, video))
            made[places.index] = json.dumps(index, indent=4).encode()
        return made


@dataclass(frozen=True)
class Record:
    """What a film with an identity is made from, for its manifest.

    ``read`` has the digests of the files that it read, as far as that is known when it begins.
    """

    key: Key
    folder: Path
    read: Mapping[str, str]
    without: tuple[Path, ...]

    @classmethod
    def begin(cls, identity: Identity, places: Places) -> Record:
        """Take down all that is known before the scene begins."""
        read = sources.imported(sources.digests(identity.files), identity.without)
        folder = folder_of(places.media, identity.name, places.film.stem)
        return cls(identity.key(), folder, read, identity.without)

    @property
    def path(self) -> Path:
        """The manifest of the film."""
        return self.folder / f"{self.key.digest}.json"

    def manifest(
        self, release: Release, places: Places, made: Mapping[Path, bytes], seconds: float
    ) -> Manifest:
        """Return what was made, and from what, now that the scene has ended."""
        return Manifest(
            key=self.key.facts(),
            sources=sources.imported(self.read, self.without),
            film=relative(places.film, places.media),
            seconds=seconds,
            files={relative(path, places.media): content_digest(made[path]) for path in made},
            release=asdict(release),
        )


def publish(
    release: Release,
    places: Places,
    segments: Sequence[Segment],
    video: VideoFormat,
    sound: Any,
    record: Record | None,
) -> bytes:
    """Write the film, then all that belongs to it, then the manifest that says it is done.

    Return the film's content.

    ``sound`` is what Manim has mixed for it, or None; without a ``record`` there is no manifest.

    Raises OSError if a file cannot be written; those before it are new, those after it old.
    """
    made = release.files(places, {segment.key: segment for segment in segments}, video, sound)
    seconds = float(sum(segment.frames for segment in segments) / video.rate)
    manifest = record.manifest(release, places, made, seconds) if record is not None else None
    with files.only_one(places.lock):
        for path, content in made.items():
            files.write(path, content)
        _drop_old_captions(release, places)
        if manifest is not None:
            files.write(manifest.path(places.media), manifest.content())
            deliver(manifest, places.media)
    return made[places.film]


def republish(path: Path, places: Places, store: Store, video: VideoFormat) -> bool:
    """Make sure, from its manifest, that the same film is there, joined again if need be.

    If it returns False, the film has to be rendered.

    Raises OSError if a file cannot be written.
    """
    manifest = Manifest.read(path)
    if manifest is None or manifest.film != relative(places.film, places.media):
        return False
    if any(manifest.changes()):
        return False
    release = _release(manifest.release)
    with files.only_one(places.lock):
        lacking = manifest.lacking(places.media)
        made = _joined(release, places, store, video) if lacking else {}
        for name in lacking:
            content = made.get(places.media / name)
            if content is None or content_digest(content) != manifest.files[name]:
                return False
            files.write(places.media / name, content)
        _drop_old_captions(release, places)
        with suppress(OSError):
            path.touch()
        deliver(manifest, places.media)
    return True


def _joined(
    release: Release, places: Places, store: Store, video: VideoFormat
) -> dict[Path, bytes]:
    """Return the content of every file, or nothing if a segment is gone or damaged."""
    found = {key: store.get(key) for chapter in release.chapters for key in chapter.keys}
    segments = {key: segment for key, segment in found.items() if segment is not None}
    return release.files(places, segments, video) if len(segments) == len(found) else {}


def _drop_old_captions(release: Release, places: Places) -> None:
    if release.captions is None:
        places.film.with_suffix(".srt").unlink(missing_ok=True)


def _describe(
    chapter: Chapter, segments: Sequence[Segment], video: VideoFormat
) -> dict[str, str | int | None]:
    """Return what Manim's index of sections says of one."""
    frames = sum(segment.frames for segment in segments)
    return {
        "name": chapter.name,
        "type": chapter.kind,
        "video": chapter.video,
        "codec_name": "h264",
        "width": video.width,
        "height": video.height,
        "avg_frame_rate": f"{video.rate.numerator}/{video.rate.denominator}",
        "duration": f"{float(frames / video.rate):.6f}",
        "nb_frames": str(frames),
    }


def _release(facts: Mapping[str, Any]) -> Release:
    chapters = (
        Chapter(c["name"], c["kind"], c["video"], tuple(c["keys"])) for c in facts["chapters"]
    )
    return Release(facts["captions"], tuple(chapters))
