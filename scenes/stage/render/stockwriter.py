"""Manim's own writer for what is not an MP4, made safe: private segments, whole files."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

from scenes.stage.render import files
from scenes.stage.render.writer import FilmWriter

__all__ = ["StockWriter"]


class StockWriter(FilmWriter):
    """Encodes as Manim does, into a folder that no other render and no cache ever sees."""

    def __init__(self, settings: Any) -> None:
        plan = settings.plan
        self._private: Path | None = None
        if plan.segment_cache_dir is not None:
            self._private = files.private(plan.segment_cache_dir)
            plan = replace(
                plan,
                segment_cache_dir=self._private,
                concat_manifest=self._private / plan.concat_manifest.name,
            )
        super().__init__(replace(settings, plan=plan))
        self.on_abort = self._clear

    def combine_files(self, input_files: list[str], output_file: Path, *args: Any) -> None:
        """Join segments to a film."""
        with files.beside(output_file) as place:
            super().combine_files(input_files, place, *args)

    def finish(self) -> None:
        """Make the film of all segments."""
        try:
            super().finish()
        finally:
            self._clear()

    def _clear(self) -> None:
        if self._private is not None:
            shutil.rmtree(self._private, ignore_errors=True)
            files.sweep(self._private.parent)
