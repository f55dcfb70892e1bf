"""Pictures made of pixels: shapes, light and shade, painted with cairo; no Manim in here."""

from scenes.paint.art import Art, Box
from scenes.paint.paints import Paint, linear, radial
from scenes.paint.paper import Paper
from scenes.paint.shapes import Shape

__all__ = ["Art", "Box", "Paint", "Paper", "Shape", "linear", "radial"]
