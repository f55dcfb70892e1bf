"""What decides whether a film is fresh: one key, made here for the renderer and the command line.

A film's ``Key`` is all that is known before its scene is imported: inputs, data, look,
settings, versions. Its ``Manifest`` adds what the render found out: the sources that it read, and
the digests of the files that it made. A film is fresh if there is a manifest of its key whose
sources and files are as they were. Manim is never imported here.
"""

from __future__ import annotations

from filmrender.key.key import Key
from filmrender.key.manifest import Manifest

__all__ = ["Key", "Manifest"]
