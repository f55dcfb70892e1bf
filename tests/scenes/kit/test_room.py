"""Words find a place where they cover nothing, as near as there is one."""

from collections.abc import Iterator

import numpy as np
import pytest
from manim import Dot, Line, Rectangle, Square, VGroup, tempconfig

from gdmath.experiments import laser
from scenes.figures import RIDER
from scenes.figures.light import Light
from scenes.figures.poses import RIDER_POSES
from scenes.kit.puppet import Puppet
from scenes.kit.room import find_room, is_free, make_room, spots_of, spread
from scenes.stage.claims import decoration
from scenes.stage.layout import Zone
from scenes.stage.shots import ShotFilm

ZONE = Zone(-5.0, -3.0, 5.0, 3.0)
WISH = np.zeros(3)


def test_where_nothing_is_they_stand_where_they_should() -> None:
    words = find_room(Rectangle(width=2, height=1), WISH, spots_of(), ZONE)
    assert np.linalg.norm(words.get_center()) < 0.3


def test_they_keep_clear_of_a_line_and_near_to_the_wish() -> None:
    line = Line((-5, 0, 0), (5, 0, 0))
    words = find_room(Rectangle(width=2, height=1), WISH, spots_of(line), ZONE)
    assert is_free(words, spots_of(line))
    assert 0.5 < abs(words.get_center()[1]) < 1.0


def test_they_stay_within_the_zone() -> None:
    words = find_room(Rectangle(width=2, height=1), np.array([9.0, 9.0, 0.0]), spots_of(), ZONE)
    assert words.get_right()[0] == pytest.approx(5.0)
    assert words.get_top()[1] == pytest.approx(3.0)


def test_where_all_is_covered_they_cover_the_least() -> None:
    rows = [Line((-5, y, 0), (5, y, 0)) for y in np.linspace(-3, 0.5, 30)]
    wall = [Line((-5, y, 0), (5, y, 0)) for y in (1.0, 2.0, 3.0)]
    words = find_room(Square(2), WISH, spots_of(*rows, *wall), ZONE)
    assert words.get_center()[1] > 1.4


def test_thick_lines_are_kept_clear_of_by_their_edges() -> None:
    bar = Line((0, -3, 0), (0, 3, 0), stroke_width=100)  # a unit wide
    words = find_room(Rectangle(width=1, height=1), WISH, spots_of(bar), ZONE)
    assert abs(words.get_center()[0]) > 1.0


def test_where_there_is_no_room_they_get_smaller_before_they_cover_anything() -> None:
    walls = [Line((x, -3, 0), (x, 3, 0)) for x in np.arange(-5.0, 5.1, 1.2)]
    words = find_room(Rectangle(width=1.2, height=1), WISH, spots_of(*walls), ZONE, least=0.5)
    assert is_free(words, spots_of(*walls))
    assert 0.5 < words.width < 1.0


class Empty(ShotFilm[laser.Params]):
    """A film in which something may be shown."""

    slug, title, poster, model = "laser", "Laser", "", laser.Params

    def construct(self) -> None:
        """Show nothing."""


@pytest.fixture
def film() -> Iterator[Empty]:
    with tempconfig({"dry_run": True}):
        yield Empty(params=laser.Params(), theme="dark", aspect="16:9")


def words_at(x: float, y: float) -> Rectangle:
    return Rectangle(width=2, height=0.5).move_to((x, y, 0))


def test_words_that_cover_nothing_stay(film: Empty) -> None:
    film.add(Line((-5, 0, 0), (5, 0, 0)), decoration(Line((-5, 2, 0), (5, 2, 0))))
    for y in (0.5, 2.0):  # what means nothing is in nobody's way
        assert make_room(film, words_at(0, y)).get_center()[1] == y


def test_words_move_away_from_what_is_there_or_is_coming_and_not_from_what_goes(
    film: Empty,
) -> None:
    film.add(there := Line((-5, 0, 0), (5, 0, 0)))
    assert abs(make_room(film, words_at(0, 0)).get_center()[1]) > 0.25
    assert make_room(film, words_at(0, 0), going=VGroup(there)).get_center()[1] == 0
    coming = Line((-5, 1, 0), (5, 1, 0))
    assert make_room(film, words_at(0, 1), coming).get_center()[1] != 1
    film.leave(there)
    assert make_room(film, words_at(0, 0)).get_center()[1] == 0


def test_words_keep_clear_of_a_face(film: Empty) -> None:
    light = Light((0.0, 1.0))
    rider = Puppet(RIDER, RIDER_POSES["riding"], light, at=(0, -2, 0), unit=0.02, pixels=60)
    film.add(rider)
    (_, middle, radius), *_ = rider.keep_clear()
    words = make_room(film, Dot(middle, radius=0.2))
    assert np.linalg.norm(words.get_center() - middle) > radius


def test_several_words_do_not_cover_each_other(film: Empty) -> None:
    first, second = spread(film, VGroup(words_at(0, 0), words_at(0.5, 0)))
    assert is_free(second, spots_of(first))
