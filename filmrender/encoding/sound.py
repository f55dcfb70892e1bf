"""Sound beside the pictures of a film, made of what Manim has mixed."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import av

from filmrender import files
from filmrender.manim_internals import convert_audio, webm_audio_codec

__all__ = ["add_sound"]

_INDEX_FIRST = {"movflags": "+faststart"}


@contextmanager
def _encoded(sound: Any, suffix: str) -> Iterator[Path]:
    """Yield a file of a mixed sound, encoded for films with this suffix, as Manim encodes it."""
    with tempfile.TemporaryDirectory() as folder:
        wave = Path(folder, "sound.wav")
        sound.export(wave, format="wav").close()
        if suffix == ".webm":
            place = wave.with_suffix(".ogg")
            convert_audio(wave, place, webm_audio_codec())
        elif suffix == ".mp4":
            place = wave.with_suffix(".aac")
            convert_audio(wave, place, "aac")
        else:
            place = wave
        yield place


def add_sound(film: Path, sound: Any) -> None:
    """Give a film that has no sound this one.

    Raises OSError or av.FFmpegError if that is not possible; the film then is what it was.
    """
    with (
        _encoded(sound, film.suffix) as place,
        files.beside(film) as both,
        av.open(film) as pictures,
        av.open(place) as sounds,
        av.open(both, "w", format=film.suffix[1:], options=_INDEX_FIRST) as container,
    ):
        video, audio = pictures.streams.video[0], sounds.streams.audio[0]
        out: list[Any] = [container.add_stream_from_template(stream) for stream in (video, audio)]
        parts: list[Any] = [pictures.demux(video), sounds.demux(audio)]
        for packets, stream in zip(parts, out, strict=True):
            for packet in packets:
                if packet.dts is not None:  # the last one flushes
                    packet.stream = stream
                    container.mux(packet)
