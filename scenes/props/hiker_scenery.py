"""The hiker on the land, first from near, then from afar."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from manim import Scene, VGroup

from gdmath.experiments.hiker import Hiker
from scenes.props.hiker_figure import Standing, Walker
from scenes.props.hiker_land import Land, close_by
from scenes.props.hiker_marks import Marks
from scenes.stage.claims import stay_in
from scenes.stage.fading import FadeIn, FadeOut
from scenes.stage.layout import Layout
from scenes.stage.theme import Theme

__all__ = ["Scenery"]


class Scenery:
    """What there is outdoors.

    Attributes:
        land: the view that is shown: the near one, until the film steps back.
        marks: makes marks on it.
        walker: the hiker, in whichever view.
        way: the hiker's shadow, and the path and the footprints behind.
    """

    def __init__(self, story: Hiker, layout: Layout, theme: Theme) -> None:
        self.story, self.em = story, layout.small
        self.far = Land(story, layout, theme)
        self._look_at(close_by(self.far))
        # A function, since Manim copies what it fades in, and with a method all of the land.
        self.walker = Walker(theme, lambda: self._standing())
        stay_in(self.walker, self.land.air)

    def _look_at(self, land: Land) -> None:
        self.land, self.marks = land, Marks(land, self.em)
        trail = self.marks.growing_trail(self.story.hike)
        self.way = VGroup(self.marks.shadow(), trail, self.marks.footprints())

    def _standing(self) -> Standing:
        """Return how the hiker stands, in one view of the land or on the way to the other."""
        share, far = self.far.shown.get_value(), self.far.standing()
        return far if share == 1 else self.land.standing().toward(far, share)

    @contextmanager
    def awake(self, *views: Any) -> Iterator[None]:
        """Let the disc of sight, and these, follow the hiker; then they stand still again."""
        pictures = (self.land, *views)
        for picture in pictures:
            picture.follow()
        yield
        for picture in pictures:
            picture.follow(awake=False)

    def step_back(self, scene: Scene) -> None:
        """Look from afar, where all of the map can be seen."""
        near, far, way = self.land, self.far, self.way
        if near is far:
            return
        far.dissolve_from(near)
        self._look_at(far)
        scene.remove(near.fog, near.disc)
        scene.add(far.fog, far.disc, way, self.way, self.walker)
        far.follow()
        self.land = near  # for the hiker, who is still between both
        scene.play(far.shown.animate.set_value(1), FadeOut(way), FadeIn(self.way), run_time=1.2)
        self.land = far
        far.follow(awake=False)
