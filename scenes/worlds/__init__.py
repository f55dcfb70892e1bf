"""Places that fill the frame, painted with cairo and numpy; no Manim in here."""
