"""What is taken from one look at a picture to the next is what has not changed."""

from collections.abc import Callable

import pytest
from manim import UP, Animation, Circle, FadeIn, FadeOut, Mobject

from scenes.stage import fading
from scenes.stage.claims import middle
from scenes.stage.inspect.geometry import Box, covers, segments
from tests.scenes.inspect.sample import Sample, board, found_in, plot, rules_of, said


def lift(film: Sample, *, then: Callable[[Sample], object]) -> None:
    """A text on a ground like the frame's, over another in the text's own colour; then more."""
    pale = board(film, 3, 3, film.theme.ink("text").to_hex()).set_opacity(1)
    over = board(film, 2, 2)
    over.name = "ground"
    film.show(pale, over, film.words(said("HIH")).move_to(over))
    then(film)
    film.hold(0.4)


def ground(film: Sample) -> Mobject:
    return next(mobject for mobject in film.mobjects if mobject.name == "ground")


CHANGES: dict[str, Callable[[Sample], object]] = {
    "goes": lambda film: film.remove(ground(film)),
    "moves away": lambda film: ground(film).shift(2.5 * UP),
    "goes below": lambda film: film.bring_to_back(ground(film)),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_text_is_looked_at_again_when_its_ground(change: str) -> None:
    assert not found_in(lambda film: lift(film, then=Sample.hold))
    assert "contrast" in rules_of(found_in(lambda film: lift(film, then=CHANGES[change])))


def test_a_gap_that_rounding_leaves_in_an_outline_lets_nothing_through() -> None:
    gap = 1e-9
    points = Circle().points.copy()
    points[-1, 1] -= gap
    level = points[0, 1] - gap / 2
    assert covers(segments(points), Box(-0.1, level - 0.1, 0.1, level + 0.1))
    assert not covers(segments(points), Box(1.1, level - 0.1, 1.3, level + 0.1))


def test_the_middle_of_a_shape_and_of_a_group_is_where_manim_finds_it() -> None:
    def compare(film: Sample) -> None:
        space = plot(film)
        for mobject in (space, film.words("gy"), Circle().shift(UP), film.words("")):
            assert middle(mobject) == pytest.approx(mobject.get_center(), abs=1e-12)
        film.show(space)

    assert not found_in(compare)


@pytest.mark.parametrize(
    ("come", "go"), [(fading.FadeIn, fading.FadeOut), (FadeIn, FadeOut)], ids=["ours", "Manim's"]
)
def test_texts_that_change_places_are_seen_together_while_they_fade(
    come: type[Animation], go: type[Animation]
) -> None:
    def change(film: Sample, step: float) -> None:
        one, other = (film.words(said(text)) for text in ("HI", "IH"))
        film.show(one)
        there = come(other, rate_func=lambda share: float(share > 0.3))
        gone = go(one, rate_func=lambda share: float(share > step))
        film.play(there, gone, run_time=1)
        film.hold(0.4)

    assert "texts overlap" in rules_of(found_in(lambda film: change(film, 0.7)))
    assert "texts overlap" not in rules_of(found_in(lambda film: change(film, 0.3)))
