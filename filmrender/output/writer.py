"""Manim's file writer, whose files appear whole or not at all."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import srt  # type: ignore[import-untyped]
from manim import SceneFileWriter, config
from PIL import Image

from filmrender import files
from filmrender.clock import Clock
from filmrender.manim_internals import OutputFormat, Section

__all__ = ["FilmWriter"]


class FilmWriter(SceneFileWriter):
    """Keeps sections and captions, and writes images; films are made in ``release``.

    ``on_abort`` is called when the scene fails.
    """

    on_abort: Callable[[], None] | None = None

    def abort_encode_jobs(self, reraise_encoder_failures: bool = False) -> None:
        """Stop what is being encoded."""
        super().abort_encode_jobs(reraise_encoder_failures)
        if self.on_abort is not None:
            self.on_abort()

    @property
    def makes_plain_mp4(self) -> bool:
        """Whether the output is an MP4 of which nothing special is asked."""
        chosen = config.video_codec, config.pixel_format, bool(config.video_encoder_options)
        return self.output_spec.format is OutputFormat.MP4 and chosen == ("auto", "auto", False)

    @property
    def sound(self) -> Any:
        """All that is to be heard, mixed by Manim, or None; it lasts as long as Manim's own."""
        if not self.includes_sound:
            return None
        self.add_audio_segment(self.audio_segment.silent(0))
        return self.audio_segment

    def name_play(self, play: int, section: Section, path: Path) -> None:
        """Say in which file a play is, here and in its section."""
        first = sum(len(before.partial_movie_files) for before in self._before(section))
        self.partial_movie_files[play] = section.partial_movie_files[play - first] = str(path)

    def _before(self, section: Section) -> list[Section]:
        return self.sections[: self.sections.index(section)]

    def captions(self, clock: Clock) -> str | None:
        """Return the film's captions as an SRT file has them, or None if there are none.

        Those of what ``clock`` says is left out of the film are left out, too.
        """
        found = []
        for caption in self.subcaptions:
            start, end = clock.in_film(caption.start), clock.in_film(caption.end)
            if start < end:
                found.append(srt.Subtitle(caption.index, start, end, caption.content))
        return str(srt.compose(found)) if found else None

    def save_image(self, pixels: Any) -> None:
        """Save the last picture as a PNG file."""
        if self.output_spec.enabled:
            files.write(self.image_file_path, _png(Image.fromarray(pixels)))
            self.print_file_ready_message(self.image_file_path)

    def output_image(self, image: Image.Image) -> None:
        """Save one picture of a sequence."""
        files.write(self.output_plan.image_frame_path(self.frame_count), _png(image))
        self.frame_count += 1


def _png(image: Image.Image) -> bytes:
    content = io.BytesIO()
    image.save(content, "PNG")
    return content.getvalue()
