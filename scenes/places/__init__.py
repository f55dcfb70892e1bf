"""Worlds with their people in them, as Manim sees them: composed for each aspect ratio."""
