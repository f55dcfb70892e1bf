"""Films in shots: what a cut leaves, where the camera goes, where words stand."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from manim import PI, RIGHT, UP, Circle, Dot, Group, Line, Mobject, Square

from gdmath.experiments.reading import Format
from scenes.paint import Art, Paper
from scenes.stage.film import NARRATION
from scenes.stage.layout import ASPECTS
from scenes.stage.shots import CameraMove, ShotFilm
from scenes.stage.sprite import Sprite
from tests.scenes.conftest import Play
from tests.scenes.inspect.sample import Params


def paint_nothing(paper: Paper) -> None:
    paper.flood("#204060")


def picture(name: str = "sprite") -> Sprite:
    return Sprite(Art(paint_nothing, (), (-1, -1, 1, 1), 10.0), name=name)


class Shots(ShotFilm[Params]):
    """A film of two shots."""

    slug = "shots"
    title = "Shots"
    model = Params

    def construct(self) -> None:
        self.beat("one")
        self.add(picture("scrim"))
        self.first, self.second = Square(), Dot()
        self.cut(self.first)
        self.say("A line of narration.")
        self.leave(self.first)
        self.order = [m.name for m in self.mobjects]
        self.cut(self.second)
        self.after_cut = list(self.mobjects)
        self.play(CameraMove(self.second, zoom=2, about=RIGHT, shift=UP), run_time=1.2)
        self.dissolve(self.first)
        self.hush()


@pytest.fixture
def film(play: Play) -> Any:
    return play(Shots)


def named(mobjects: list[Mobject]) -> list[str]:
    return [mobject.name for mobject in mobjects]


def test_scrim_and_narration_stay_above_whatever_is_added(film: Any) -> None:
    assert film.order == ["Square", "scrim", NARRATION]


def test_a_cut_shows_the_new_shot_the_scrim_and_the_narration(film: Any) -> None:
    assert named(film.after_cut) == ["Dot", "scrim", NARRATION]


def test_what_was_to_leave_has_left_with_the_cut(film: Any) -> None:
    assert named(film.mobjects) == ["Square", "scrim", NARRATION]
    assert film.first.get_fill_opacity() == Square().get_fill_opacity()


def test_the_camera_moves_the_shot_and_not_the_words(film: Any) -> None:
    assert film.second.get_center() == pytest.approx([-1, 1, 0])
    line = next(m for m in film.mobjects if m.name == NARRATION)
    assert film.frame.holds(line)
    assert line.get_center()[0] == pytest.approx(0, abs=0.05)


@pytest.mark.parametrize("aspect", ASPECTS)
def test_narration_stands_in_the_lower_tenth(play: Play, aspect: str) -> None:
    film = play(Shots, aspect=aspect)
    for text, share in (("One.", 0.1), ("A line that is as long as a line may be.", 0.15)):
        line = film._set_line(text)
        assert film.frame.holds(line)
        assert line.get_top()[1] < film.frame.bottom + share * film.frame.height


@pytest.mark.parametrize(
    ("aspect", "chosen", "tall"), [("16:9", "a", False), ("1:1", "b", False), ("9:16", "c", True)]
)
def test_what_an_aspect_ratio_has_elsewhere_is_chosen(
    play: Play, aspect: str, chosen: str, tall: bool
) -> None:
    film = play(Shots, aspect=aspect)
    assert film.choose("a", "b", "c") == chosen
    assert film.is_tall == tall
    assert film.frame == ASPECTS[aspect].frame  # type: ignore[index]
    assert film.pixels_per_unit == pytest.approx(60, rel=0.01)  # at 480 pixels


def test_words_on_a_picture_have_a_rim_in_the_grounds_colour(film: Any) -> None:
    label = film.numeral(Format(1).of("height", 2.5), "cost")
    ground, part = film.theme.mark("ground"), label.family_members_with_points()[0]
    assert part.get_stroke_width(background=True) > 0
    assert part.get_stroke_color(background=True) == ground
    bare = film.label("bare", rim=False).family_members_with_points()[0]
    assert bare.get_stroke_width(background=True) == 0


# -- the camera --------------------------------------------------------------------------------


def things() -> list[Mobject]:
    circle = Circle(stroke_width=4).set_stroke("#000000", 7, background=True)
    return [Group(circle, Square().shift(RIGHT)), picture(), Line(RIGHT, 3 * UP)]


def points(mobjects: list[Mobject]) -> np.ndarray:
    family = [m for mobject in mobjects for m in mobject.get_family() if len(m.points)]
    return np.concatenate([m.points for m in family])


def moved(seen: np.ndarray, zoom: float, turn: float, about: Any, shift: Any) -> np.ndarray:
    """Return points scaled and turned about a point, then shifted, written out again."""
    x, y = (seen - about)[:, :2].T
    turned = np.column_stack(
        (x * np.cos(turn) - y * np.sin(turn), x * np.sin(turn) + y * np.cos(turn))
    )
    return np.asarray(np.asarray(about)[:2] + zoom * turned + np.asarray(shift)[:2])


MOVES = [
    {"zoom": 2.0},
    {"zoom": 0.5, "about": (1, 2, 0)},
    {"turn": PI / 2, "shift": (0, 1, 0)},
    {"zoom": 1.6, "turn": -0.7, "about": (3, 1, 0), "shift": (-2, 0.5, 0)},
]


@pytest.mark.parametrize("move", MOVES)
def test_a_camera_move_scales_and_turns_about_a_point_and_shifts(move: dict[str, Any]) -> None:
    whole: dict[str, Any] = {"zoom": 1.0, "turn": 0.0, "about": (0, 0, 0), "shift": (0, 0, 0)}
    seen = things()
    before = points(seen)
    animation = CameraMove(*seen, **move)
    animation.begin()
    animation.interpolate(1)
    np.testing.assert_allclose(points(seen)[:, :2], moved(before, **whole | move), atol=1e-9)


@pytest.mark.parametrize("move", MOVES)
def test_a_camera_move_goes_and_comes_back_exactly(move: dict[str, Any]) -> None:
    seen = things()
    circle: Any = seen[0].submobjects[0]
    before = points(seen)
    back = CameraMove(*seen, **move).settle()
    zoom = move.get("zoom", 1.0)
    assert circle.stroke_width == pytest.approx(4 * zoom)
    assert circle.background_stroke_width == pytest.approx(7 * zoom)
    there = points(seen)
    assert np.abs(there - before).max() > 0.1
    back.begin()
    back.interpolate(0)
    np.testing.assert_allclose(points(seen), there, atol=1e-12)
    back.interpolate(1)
    assert (points(seen) == before).all()
    assert (circle.stroke_width, circle.background_stroke_width) == (4, 7)


def test_half_way_the_camera_is_as_much_nearer_as_it_will_be() -> None:
    square = Square()
    move = CameraMove(square, zoom=4.0, rate_func=lambda share: share)
    move.begin()
    move.interpolate(0.5)
    assert square.width == pytest.approx(2 * 2)
