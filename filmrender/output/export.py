"""Making films that are no plain MP4: drawn as those are, encoded in one go, kept in no cache."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any, Protocol

from filmrender import files
from filmrender.drawing.painter import Painter, View
from filmrender.drawing.shapes import Pixels
from filmrender.encoding.gif import Gif
from filmrender.encoding.sequence import Sequence
from filmrender.encoding.sound import add_sound
from filmrender.encoding.stream import Stream
from filmrender.manim_internals import Section
from filmrender.output.writer import FilmWriter

__all__ = ["Export", "Take"]


class _Target(Protocol):
    """Takes the pictures of a file, or of many."""

    def begin_shot(self) -> None: ...

    def add(self, pixels: Pixels, frames: int) -> None: ...

    def close(self) -> None: ...

    def abort(self) -> None: ...


@dataclass
class _Output:
    """What is in the making, and the file that it becomes, if it becomes one."""

    target: _Target
    path: Path | None
    section: Section | None = None
    frames: int = 0
    is_open: bool = True


class Export:
    """One film's way to its file, or to its images."""

    is_shared = False

    def __init__(self, writer: FilmWriter, rate: Fraction, size: tuple[int, int]) -> None:
        artifact = writer.output_plan.primary_artifact
        assert artifact is not None
        self._writer = writer
        self._rate = rate
        self._painter = Painter(size)
        self._size = size
        self._outputs: list[_Output] = []
        self.film: Path = artifact

    def is_done(self) -> bool:
        """Return False: whether such a film is as it should be, nobody knows."""
        self._sweep()
        return False

    def begin_play(self, _play: int, section: Section, *, hold: bool) -> Take:
        """Return what takes the play's pictures."""
        if not self._outputs:
            self._outputs.append(self._film())
        self._begin_section(section)
        if not hold:
            for output in self._open:
                output.target.begin_shot()
        return Take(self, self._painter)

    def end_play(self, after: str) -> None:
        """Take no note of what a play leaves."""

    def add(self, pixels: Pixels, frames: int) -> None:
        """Show a picture (height, width, 4) for so many frames.

        Raises what goes wrong while encoding or writing.
        """
        for output in self._open:
            output.target.add(pixels, frames)
            output.frames += frames

    def publish(self, captions: str | None) -> None:
        """Finish the film and what belongs to it.

        Raises what goes wrong while encoding or writing.
        """
        for output in self._open:
            self._close(output)
        sound = self._writer.sound
        for output in self._outputs:
            if output.path is not None:
                made = files.private(output.path)
                if sound is not None and output.path is self.film and made.suffix != ".gif":
                    add_sound(made, sound)
                made.replace(output.path)
        self._write_captions(captions)
        self._write_index()
        self._sweep()

    def abort(self) -> None:
        """Drop what is not finished."""
        for output in self._outputs:
            with suppress(Exception):  # it is why the film ends
                output.target.abort()
            if output.path is not None:
                files.private(output.path).unlink(missing_ok=True)

    @property
    def _open(self) -> list[_Output]:
        return [output for output in self._outputs if output.is_open]

    def _film(self) -> _Output:
        spec = self._writer.output_spec
        folder = self._writer.output_plan.image_sequence_dir
        if folder is not None:
            return _Output(Sequence(self._writer.output_image, folder), None)
        if not spec.is_gif:
            return self._video(self.film)
        place = _place(self.film)
        return _Output(Gif(place, self._size, self._rate, transparent=spec.transparent), self.film)

    def _video(self, path: Path, section: Section | None = None) -> _Output:
        encoder = self._writer.video_encoder
        assert encoder is not None
        return _Output(Stream(_place(path), encoder, self._rate), path, section)

    def _begin_section(self, section: Section) -> None:
        """Begin the section's own film, if it has one, and end that of the section before."""
        last = self._outputs[-1]
        if last.section is section:
            return
        if last.section is not None:
            self._close(last)
        folder = self._writer.output_plan.sections_dir
        if section.video is not None and folder is not None:
            self._outputs.append(self._video(folder / section.video, section))

    def _close(self, output: _Output) -> None:
        output.target.close()
        output.is_open = False

    def _write_captions(self, captions: str | None) -> None:
        path = self._writer.output_plan.subcaption_file
        if path is None:
            return
        if captions is None:
            path.unlink(missing_ok=True)
        else:
            files.write(path, captions.encode())

    def _write_index(self) -> None:
        """Write Manim's index of sections."""
        path, encoder = self._writer.output_plan.section_index, self._writer.video_encoder
        if path is None or encoder is None:
            return
        index: list[dict[str, Any]] = [
            {
                "name": output.section.name,
                "type": output.section.type_,
                "video": output.section.video,
                "codec_name": encoder.codec,
                "width": encoder.width,
                "height": encoder.height,
                "avg_frame_rate": f"{self._rate.numerator}/{self._rate.denominator}",
                "duration": f"{float(output.frames / self._rate):.6f}",
                "nb_frames": str(output.frames),
            }
            for output in self._outputs
            if output.section is not None
        ]
        files.write(path, json.dumps(index, indent=4).encode())

    def _sweep(self) -> None:
        for folder in (self.film.parent, self._writer.output_plan.sections_dir):
            if folder is not None:
                files.sweep(folder)


class Take:
    """Takes the pictures of one play."""

    def __init__(self, export: Export, painter: Painter) -> None:
        self._export = export
        self._painter = painter
        self._is_first = True

    def show(self, view: View, frames: int) -> None:
        """Show a picture for so many frames."""
        self._painter.paint(view, whole=self._is_first)
        self._is_first = False
        self._export.add(self._painter.pixels, frames)

    def show_pixels(self, pixels: Pixels, frames: int) -> None:
        """Show a picture that Manim's camera has drawn."""
        self._export.add(pixels, frames)


def _place(path: Path) -> Path:
    """Return where a file is made; its folder is made, too."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return files.private(path)
