"""Values that follow others."""

from manim import Dot, ValueTracker

from scenes.stage.tracking import Follower, present


def test_a_follower_never_lags_behind_its_source() -> None:
    source, follower = ValueTracker(1.0), Follower("position", 5.0)
    assert follower() == 5
    follower.follow(lambda: 2 * source.get_value())
    for value in (1.0, 4.0):
        source.set_value(value)
        assert follower() == 2 * value


def test_settling_keeps_the_last_value() -> None:
    source = ValueTracker(3.0)
    follower = Follower("position").follow(source.get_value).settle()
    source.set_value(7.0)
    assert follower() == 3
    assert follower.set_value(8.0).get_value() == 8


def test_what_appears_has_caught_up() -> None:
    here, mark = ValueTracker(0.0), Dot()
    mark.add_updater(lambda m: m.set_x(here.get_value()))
    here.set_value(2.0)
    assert present(mark).get_x() == 2
