"""What is neither parameter, data nor source, and can change a pixel all the same."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from configparser import Error, RawConfigParser
from pathlib import Path

from filmrender.key.digests import content_digest
from filmrender.key.versions import versions

__all__ = ["NO_PIXELS", "conditions"]

_SWITCH = "FILMRENDER_FRAME_RATE"  # the renderer's own

# Manim's settings that change no pixel of a film, or are in its key by themselves: places, what is
# said and shown meanwhile, the cache, the encoders of other formats, the window.
_NO_PIXELS = """
    disable_caching disable_caching_warning dry_run enable_gui enable_wireframe
    encoder_queue_size format frame_rate frame_x_radius frame_y_radius fullscreen gui_location
    images_dir input_file live_preview log_dir log_to_file max_files_cached
    max_inflight_encoders media_dir media_embed media_loglevel media_width no_latex_cleanup
    notify_outdated_version output_file partial_movie_dir pixel_format pixel_height pixel_width
    preview preview_command progress_bar quality renderer scene_names sections_dir
    show_in_file_browser tex_dir text_dir use_projection_fill_shaders
    use_projection_stroke_shaders verbosity video_codec video_dir video_encoder_options
    window_monitor window_position window_size write_all zero_pad
"""
NO_PIXELS = frozenset(_NO_PIXELS.split())


def conditions(folder: Path, options: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the conditions of a render that starts in ``folder``, by name.

    ``options`` are what Manim was told beyond its configuration files.
    """
    switch = os.environ.get(_SWITCH)
    own = {_SWITCH: switch} if switch == "constant" else {}
    asked = {f"option {name}": value for name, value in (options or {}).items()}
    return versions() | _configured(folder) | asked | own


def _configured(folder: Path) -> dict[str, str]:
    """Return what the user's and the folder's manim.cfg say, the latter where both do."""
    found: dict[str, str] = {}
    for path in (_user_settings(), folder / "manim.cfg"):
        parser = RawConfigParser()
        try:
            parser.read(path)
        except (Error, UnicodeDecodeError):  # Manim itself will say what is wrong with it
            found["manim.cfg"] = content_digest(path.read_bytes())
        if parser.has_section("CLI"):
            found |= {
                f"{n} in manim.cfg": v for n, v in parser["CLI"].items() if n not in NO_PIXELS
            }
    return found


def _user_settings() -> Path:
    """Return the user's configuration, where Manim looks for it."""
    windows = sys.platform == "win32"
    folder = Path("AppData", "Roaming", "Manim") if windows else Path(".config", "manim")
    return Path.home() / folder / "manim.cfg"
