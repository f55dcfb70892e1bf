"""The files that a render leaves: the film, its captions, its sections; and the note of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from scenes.stage.render import files
from scenes.stage.render.identity import file_digest, fingerprint, sources
from scenes.stage.render.joining import join
from scenes.stage.render.segments import Segment, Store
from scenes.stage.render.video import VideoFormat

__all__ = ["Chapter", "Release", "publish", "republish"]


_LOCK = "publishing.lock"  # two renders of one film must not mix their films and captions


@dataclass(frozen=True)
class Chapter:
    """A section of the film: its segments' names, and the file for it alone, if wanted."""

    name: str
    kind: str
    video: str | None
    keys: tuple[str, ...]


@dataclass(frozen=True)
class Release:
    """What is published and where: ``sections`` is the folder of the sections' films."""

    film: str
    captions: str | None
    sections: str | None
    index: str | None
    chapters: tuple[Chapter, ...]

    def files(self, segments: dict[str, Segment], video: VideoFormat) -> dict[Path, bytes]:
        """Return the content of every file."""
        film = Path(self.film)
        chosen = [segments[key] for chapter in self.chapters for key in chapter.keys]
        made = {film: join(chosen, video)}
        if self.captions is not None:
            made[film.with_suffix(".srt")] = self.captions.encode()
        if self.sections is not None and self.index is not None:
            index = []
            for chapter in self.chapters:
                if chapter.video is not None and chapter.keys:
                    chosen = [segments[key] for key in chapter.keys]
                    made[Path(self.sections) / chapter.video] = join(chosen, video)
                    index.append(_describe(chapter, chosen, video))
            made[Path(self.index)] = json.dumps(index, indent=4).encode()
        return made


def publish(
    release: Release,
    segments: Sequence[Segment],
    video: VideoFormat,
    note: Path,
    read: Mapping[str, str],
) -> None:
    """Write the film, then all that belongs to it, then the note that says it is done.

    ``read`` has the digests of the sources when the render began.

    Raises OSError if a file cannot be written; those before it are new, those after it old.
    """
    made = release.files({segment.key: segment for segment in segments}, video)
    digests = {str(path): hashlib.sha256(content).hexdigest() for path, content in made.items()}
    facts: dict[str, Any] = {"release": asdict(release), "files": digests}
    facts["sources"] = sources(read)
    facts["seal"] = fingerprint(facts)
    with files.only_one(note.parent / _LOCK):
        for path, content in made.items():
            files.write(path, content)
        if release.captions is None:
            Path(release.film).with_suffix(".srt").unlink(missing_ok=True)
        files.write(note, json.dumps(facts).encode())


def republish(note: Path, store: Store, video: VideoFormat) -> bool:
    """Make sure, from a note, that the same film is there, joined again if need be.

    If it returns False, the film has to be rendered.

    Raises OSError if a file cannot be written.
    """
    facts = _read(note)
    if facts is None or not _is_current(facts["sources"]):
        return False
    release = _release(facts["release"])
    found = {key: store.get(key) for chapter in release.chapters for key in chapter.keys}
    segments = {key: segment for key, segment in found.items() if segment is not None}
    if len(segments) < len(found):
        return False
    with files.only_one(note.parent / _LOCK):
        stale = {Path(p) for p, digest in facts["files"].items() if _digest(Path(p)) != digest}
        made = release.files(segments, video) if stale else {}
        for path in stale:
            files.write(path, made[path])
        if release.captions is None:
            Path(release.film).with_suffix(".srt").unlink(missing_ok=True)
        with suppress(OSError):
            note.touch()
    return True


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


def _is_current(digests: Mapping[str, str]) -> bool:
    """Tell whether the code is what it was; fonts and data are in the note's name."""
    code = {Path(path): digest for path, digest in digests.items() if path.endswith(".py")}
    return all(_digest(path) == digest for path, digest in code.items())


def _release(facts: Any) -> Release:
    chapters = (
        Chapter(c["name"], c["kind"], c["video"], tuple(c["keys"])) for c in facts["chapters"]
    )
    return Release(**{**facts, "chapters": tuple(chapters)})


def _read(note: Path) -> Any:
    """Return what the note says, or None if there is none or it is damaged."""
    try:
        facts = json.loads(note.read_bytes())
        seal = facts.pop("seal")
    except (FileNotFoundError, ValueError, AttributeError, KeyError):
        return None
    return facts if fingerprint(facts) == seal else None


def _digest(path: Path) -> str | None:
    try:
        return file_digest(path)
    except FileNotFoundError:
        return None
