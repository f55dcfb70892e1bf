"""Names that every site generator takes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdvideo.publish.names import plain

JEKYLL = re.compile(r"[\w/.\-()+~#@]+")  # what its include takes
CLIMBING = re.compile(r"[./]{2,}")  # what its include refuses


@pytest.mark.parametrize(
    ("variant", "name"),
    [
        ("", "laser"),
        ("learning_rate=0.3", "laser-learning-rate-0.3"),
        ("zigzag_steps=3", "laser-zigzag-steps-3"),
        ("learning_rate=1e+20", "laser-learning-rate-1e20"),
        ("learning_rate=1e-20", "laser-learning-rate-1e-20"),
        ("a_start=-2", "laser-a-start--2"),
    ],
)
def test_a_name_can_be_read(variant: str, name: str) -> None:
    assert plain("laser", variant) == name


@given(st.from_regex(r"[A-Za-z0-9.+=_-]{1,80}", fullmatch=True))
def test_every_generator_takes_it(variant: str) -> None:
    name = plain("laser", variant, "1x1")
    assert JEKYLL.fullmatch(name)
    assert not CLIMBING.search(name)
    assert name == plain(name)
