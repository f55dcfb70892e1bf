"""A renderer for any Manim scene: never stale, in parallel, several times as fast.

Importing it imports nothing else: Manim takes seconds, and what only asks whether a film is fresh
does not need it.
"""
