"""Manim's plugin: with ``plugins = filmrender`` in manim.cfg, all scenes are rendered by it."""

from __future__ import annotations

from manim import config

__all__: list[str] = []


def _switch_on() -> None:
    from filmrender.switch import switch_on  # which imports all that renders

    switch_on()


# Manim loads the plugins of all packages that are installed, and leaves it to them whether they
# are asked for.
if "filmrender" in map(str.strip, config.plugins):
    _switch_on()
