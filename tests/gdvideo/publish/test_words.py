"""Numbers are told as one would tell them."""

import pytest

from gdvideo.publish.record import Shown
from gdvideo.publish.words import told, told_by_beat
from tests.gdvideo.publish.records import record


def shown(name: str, *values: float) -> list[Shown]:
    return [
        Shown(name=name, text=f"{value:g} cm", value=value, seconds=float(at))
        for at, value in enumerate(values)
    ]


@pytest.mark.parametrize(
    ("name", "values", "sentence"),
    [
        ("target", (100,), "The target is 100 cm."),
        ("y", (1.2, 1.8), "y is 1.2 cm, then 1.8 cm."),
        ("y", (1.2, 1.8, 3.4), "y is 1.2 cm, then 1.8 cm, then 3.4 cm."),
        (
            "miss",
            (3, 2.4000000000000057, 1.9200000000000017),
            "The miss is 3 cm, then 2.4 cm, then 1.92 cm: each is 0.8 of the one before.",
        ),
        (
            "error",
            (3, 0, -2.4, 1.92, -1.536, -3.6, 4.32, -5.184),
            (
                "The error is 3 cm, then 0 cm; "
                "-2.4 cm, then 1.92 cm, then -1.536 cm: each is 0.8 of the one before, "
                "on the other side; -3.6 cm, then 4.32 cm, then -5.184 cm: "
                "each is 1.2 times the one before, on the other side."
            ),
        ),
        (
            "slope",
            (9, 3, 1),
            "The slope is 9 cm, then 3 cm, then 1 cm: each is about 0.333 of the one before.",
        ),
        ("slope", (2, -2, 2), "The slope is 2 cm, then -2 cm."),
    ],
)
def test_a_series_is_told_with_what_leads_from_each_to_the_next(
    name: str, values: tuple[float, ...], sentence: str
) -> None:
    assert told(shown(name, *values)) == [sentence]


def test_quantities_come_in_the_order_in_which_they_are_shown() -> None:
    numbers = [*shown("b", 1), *shown("cost", 9), *shown("b", 2)]
    assert told(numbers) == ["b is 1 cm, then 2 cm.", "The cost is 9 cm."]


def test_a_beat_tells_what_it_is_the_first_to_show() -> None:
    assert told_by_beat(record().account) == [[], ["The a dot is a dot."]]
