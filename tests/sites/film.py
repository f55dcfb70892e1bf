"""A film that says things that pages have to escape."""

from __future__ import annotations

from manim import RIGHT, Dot

from gdmath.experiments import near  # type: ignore[attr-defined]  # a test writes it
from scenes.stage.film import Film


class Near(Film[near.Params]):
    """A dot moves."""

    slug = "near"
    title = 'A dot & "quotes" </script> {{ x }} 点'
    poster = "on its way"
    model = near.Params

    def construct(self) -> None:
        """Move in two beats."""
        mark = Dot(color=self.theme.mark("here"), radius=0.6)
        self.beat("at rest")
        self.add(mark)
        self.say("A dot & its <place>.")
        self.beat("on its way")
        self.say('It "moves" -- slowly.')
        self.play(mark.animate.shift(RIGHT * self.params.side), run_time=1.0)
        self.hush()
