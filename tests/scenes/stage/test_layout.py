"""The picture has the shape that it is named for, and text that a phone shows."""

import pytest

from scenes.stage.layout import ASPECTS, MARGIN, Layout, Zone


@pytest.mark.parametrize("layout", ASPECTS.values(), ids=ASPECTS)
def test_the_frame_has_the_shape_that_it_is_named_for(layout: Layout) -> None:
    across, up = map(int, layout.aspect.split(":"))
    assert layout.frame.width / layout.frame.height == pytest.approx(across / up)
    assert (layout.frame.center == 0).all()


@pytest.mark.parametrize("layout", ASPECTS.values(), ids=ASPECTS)
def test_narration_is_a_twentieth_of_the_height_or_an_eighteenth_of_the_width(
    layout: Layout,
) -> None:
    size = {"16:9": layout.frame.height / 20}.get(layout.aspect, layout.frame.width / 18)
    assert layout.em == pytest.approx(size)


def test_the_safe_part_leaves_the_margin_free() -> None:
    frame, safe = ASPECTS["16:9"].frame, ASPECTS["16:9"].safe
    assert safe.left - frame.left == pytest.approx(MARGIN * frame.width)
    assert frame.top - safe.top == pytest.approx(MARGIN * frame.height)


def test_a_part_lies_at_its_shares() -> None:
    assert Zone(0, 0, 10, 8).part(0.1, 0.25, 0.5, 1) == Zone(1, 2, 5, 8)
    assert Zone(0, 0, 10, 8).inset(1) == Zone(1, 1, 9, 7)
