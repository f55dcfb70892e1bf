"""Manim's file writer, whose files appear whole or not at all."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import srt  # type: ignore[import-untyped]
from manim import SceneFileWriter
from PIL import Image

from scenes.stage.render import files

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

    def add_sound(self, *_args: Any, **_kwargs: Any) -> None:
        """Refuse: these films are silent."""
        raise NotImplementedError("films are silent; GDVIDEO_WRITER=stock renders with sound")

    def captions(self) -> str | None:
        """Return the captions as an SRT file has them, or None if there are none."""
        return str(srt.compose(self.subcaptions)) if self.subcaptions else None

    def save_image(self, pixels: Any) -> None:
        """Save the last picture as a PNG file."""
        if self.output_spec.enabled:
            files.write(self.image_file_path, _png(Image.fromarray(pixels)))
            self.print_file_ready_message(self.image_file_path)

    def output_image(self, image: Image.Image) -> None:
        """Save one picture of a sequence."""
        files.write(self.output_plan.image_frame_path(self.frame_count), _png(image))
        self.frame_count += 1

    def write_subcaption_file(self) -> None:
        """Write the captions beside the film."""
        path, captions = self.output_plan.subcaption_file, self.captions()
        if path is not None and captions is not None:
            files.write(path, captions.encode())


def _png(image: Image.Image) -> bytes:
    content = io.BytesIO()
    image.save(content, "PNG")
    return content.getvalue()
