"""Zones keep apart, inside the margin, in every shape of frame."""

import pytest

from scenes.stage.layout import ASPECTS, MARGIN, Layout, Zone


@pytest.mark.parametrize("layout", ASPECTS.values(), ids=ASPECTS)
def test_zones_keep_the_margin_and_do_not_meet(layout: Layout) -> None:
    zones = [layout.title, layout.stage, layout.rail, layout.strip]
    frame = layout.frame
    for zone in zones:
        assert zone.width > 0
        assert zone.height > 0
        assert zone.left >= frame.left + MARGIN * frame.width - 1e-9
        assert zone.right <= frame.right - MARGIN * frame.width + 1e-9
        assert zone.bottom >= frame.bottom + MARGIN * frame.height - 1e-9
        assert zone.top <= frame.top - MARGIN * frame.height + 1e-9
    for i, one in enumerate(zones):
        for other in zones[i + 1 :]:
            beside = one.right <= other.left or other.right <= one.left
            above = one.top <= other.bottom or other.top <= one.bottom
            # The title is a word at the left; the rail may begin beside it.
            assert beside or above or {id(one), id(other)} == {id(layout.title), id(layout.rail)}


@pytest.mark.parametrize("layout", ASPECTS.values(), ids=ASPECTS)
def test_no_text_is_smaller_than_a_thirtieth_of_the_shorter_side(layout: Layout) -> None:
    shorter = min(layout.frame.width, layout.frame.height)
    assert layout.small >= shorter / 30
    assert layout.body > layout.small


def test_rows_and_columns_fill_their_zone() -> None:
    zone = Zone(0, 0, 10, 8)
    rows = zone.rows((1, 3), gap=0.4)
    assert rows[0].top == zone.top
    assert rows[-1].bottom == pytest.approx(zone.bottom)
    assert rows[1].height == pytest.approx(3 * rows[0].height)
    columns = zone.columns((1, 1), gap=1)
    assert columns[1].left - columns[0].right == pytest.approx(1)
    assert columns[-1].right == pytest.approx(zone.right)
