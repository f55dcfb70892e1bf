"""What a render says last is why it failed, however Manim prints it."""

from __future__ import annotations

import pytest
from rich.console import Console

from gdvideo.process import _last_words

LONG = "the dot is gone: " + "a long story of how it went, " * 8 + "and its end"


def as_manim_prints_it(error: Exception, capsys: pytest.CaptureFixture[str]) -> str:
    try:
        raise error
    except type(error):
        Console(width=80).print_exception()
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("the dot is gone", "the dot is gone"),
        (LONG, LONG),
        ("one\ntwo\nthree", "one two three"),
        ("a box ╯ in it", "a box ╯ in it"),
    ],
    ids=["short", "wrapped", "several-lines", "what-a-box-is-drawn-with"],
)
def test_the_whole_message_is_told(
    message: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    log = "Played 3 plays\n" + as_manim_prints_it(ValueError(message), capsys)
    assert _last_words(log) == f"ValueError: {said}"


@pytest.mark.parametrize(
    ("log", "said"),
    [
        ("one\n  two  \n\n", "two"),
        ("", "it said nothing"),
        ("\n \n", "it said nothing"),
        ("╭──╮\n╰──╯\n", "it said nothing"),
    ],
)
def test_without_a_traceback_it_is_the_last_line(log: str, said: str) -> None:
    assert _last_words(log) == said
