"""Faults that are sown in the laser film are found, each by its rule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from manim import RIGHT, UP, Mobject
from scenes.props.laser_room import LaserRoom

from gdmath.experiments import laser
from gdmath.experiments.reading import Reading
from scenes.laser import Laser
from scenes.stage.inspect.finding import PIXEL, Finding
from scenes.stage.inspect.watch import inspect_film
from scenes.stage.theme import DARK, THEMES


class Beginning(Laser):
    """The film's first two beats."""

    model = laser.Params

    def construct(self) -> None:
        self.story = laser.run(self.params)
        self.room = LaserRoom(self.story, self.layout, self.theme)
        self.plot_zone, self.board_zone = self.layout.rail_parts(0.56, 0.44)
        self.show_title()
        self.a_target_that_you_cannot_see()
        self.the_beam_is_a_line()
        self.hush()


def findings(film: type[Laser] = Beginning) -> list[Finding]:
    report = inspect_film(film, laser.Params())
    return [finding for finding in report.findings["dark"] if finding.rule != "length"]


def test_nothing_is_wrong_before_faults_are_sown() -> None:
    assert not findings()


def test_a_label_that_is_moved_by_two_fifths_of_a_unit(monkeypatch: pytest.MonkeyPatch) -> None:
    def moved(room: LaserRoom, *sights: Mobject) -> Mobject:
        tags = name_tags(room, *sights)
        tags[0].shift(0.4 * RIGHT)
        return tags

    name_tags = LaserRoom.name_tags
    monkeypatch.setattr(LaserRoom, "name_tags", moved)
    (finding,) = [finding for finding in findings() if finding.rule == "astray"]
    assert finding.objects[0] == 'target tag "target"'
    assert finding.measured == f"moved by {0.4 / PIXEL:.1f} px"


def test_a_number_that_is_off_in_its_third_digit(monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(film: Laser, board: Any, row: float, name: str, read: Callable[[], Reading]) -> Any:
        def off() -> Reading:
            right = read()
            return replace(right, value=1.003 * right.value)

        return live_line(film, board, row, name, off if name == "a" else read)

    live_line = Laser._live_line
    monkeypatch.setattr(Laser, "_live_line", wrong)
    found = findings()
    assert {(finding.rule, finding.objects) for finding in found} == {("origin", ("live a",))}


def test_a_number_whose_third_digit_is_drawn_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    class Misprinted(Reading):
        @property
        def text(self) -> str:
            return super().text.replace("300", "301")

    distance = vars(laser.Laser)["distance"].func

    def misprinted(story: laser.Laser) -> Reading:
        right: Reading = distance(story)
        return Misprinted(right.name, right.value, right.format)

    monkeypatch.setattr(laser.Laser, "distance", property(misprinted))
    (finding,) = [finding for finding in findings() if finding.objects == ('distance "301 cm"',)]
    assert (finding.rule, finding.measured) == ("number", "says 301 cm")


def test_a_dot_that_is_three_pixels_off(monkeypatch: pytest.MonkeyPatch) -> None:
    place = LaserRoom._dot_place
    monkeypatch.setattr(LaserRoom, "_dot_place", lambda room: place(room) + 3 * PIXEL * UP)
    found = [finding for finding in findings() if finding.objects == ("laser dot",)]
    assert [(finding.rule, finding.measured) for finding in found] == [("place", "3.0 px off")]


def test_a_cue_that_is_cut_short() -> None:
    class Hasty(Beginning):
        model = laser.Params

        def _close_cue(self) -> None:
            super()._close_cue()
            if self.cues:
                self.cues[-1] = replace(self.cues[-1], end=self.cues[-1].start + 0.8)

    found = {finding.measured for finding in findings(Hasty) if finding.rule == "narration"}
    assert "0.80 s" in found


def test_a_thing_in_another_role_s_colour() -> None:
    class Recoloured(Beginning):
        model = laser.Params

        def the_beam_is_a_line(self) -> None:
            self.room.dot.set_fill(self.theme.mark("cost"))
            super().the_beam_is_a_line()

    (finding,) = [finding for finding in findings(Recoloured) if finding.rule == "role"]
    assert finding.objects == ("laser dot",)
    assert finding.measured.endswith("the colour of cost")


def test_two_roles_whose_colours_are_swapped(monkeypatch: pytest.MonkeyPatch) -> None:
    swapped = {**DARK.marks, "here": DARK.marks["cost"], "cost": DARK.marks["here"]}
    monkeypatch.setitem(THEMES, "dark", replace(DARK, marks=swapped))
    found = {finding.objects for finding in findings() if finding.rule == "hue"}
    assert {("here",), ("cost",)} <= found
