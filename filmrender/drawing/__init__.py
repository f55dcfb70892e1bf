"""From mobjects to pixels: what Manim's camera draws, only where it changed."""
