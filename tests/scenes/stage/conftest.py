"""What the renderer's tests render with, for what the stage keeps between renders."""

from tests.filmrender.conftest import drawn, render

__all__ = ["drawn", "render"]
