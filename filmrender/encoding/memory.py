"""How the C library keeps the memory that encoders give back."""

from __future__ import annotations

import ctypes

__all__ = ["settle_memory"]

# Parameters of glibc's mallopt.
_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8


def settle_memory() -> None:
    """Keep freed memory of a picture's size for the next picture, and give back larger pieces.

    Left alone, glibc keeps an encoder's largest pieces too, in places that the next encoder's do
    not fit into: 70 plays at 1080p60 take 517 MiB instead of 372. Other C
    libraries are left alone.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(_ARENA_MAX, 1)
        mallopt(_MMAP_THRESHOLD, 8 << 20)
        mallopt(_TRIM_THRESHOLD, 64 << 20)
