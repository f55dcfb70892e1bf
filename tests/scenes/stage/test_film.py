"""The base Scene: narration, time, and what it says to wrong input."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.laser import Laser
from scenes.stage.film import TICK, wrap
from tests.scenes.conftest import Play

PROJECT = Path(__file__).parents[3]


def test_cues_can_be_read_and_follow_each_other(play: Play) -> None:
    film = play(Laser)
    for cue in film.cues:
        assert len(cue.text) <= 84
        assert cue.end - cue.start >= max(1.5, len(cue.text) / 17) - 1e-9
    for before, after in zip(film.cues, film.cues[1:], strict=False):
        assert before.end <= after.start + 1e-9
    assert film.cues[-1].end == pytest.approx(film.clock)


def test_every_moment_is_a_whole_number_of_ticks(play: Play) -> None:
    film = play(Laser)
    ends = film.renderer._observer.ends
    assert ends
    for moment in ends:
        assert moment / TICK == pytest.approx(round(moment / TICK), abs=1e-6)
    assert ends[-1] == pytest.approx(film.clock)


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=12), min_size=1, max_size=14))
def test_a_line_is_broken_into_few_rows_that_fit(words: list[str]) -> None:
    text = " ".join(words)
    rows = wrap(text, 42)
    assert " ".join(rows) == text
    assert max(map(len, rows)) <= 42
    if len(text) <= 42:
        assert len(rows) == 1


@pytest.mark.parametrize(
    ("variable", "value", "says"),
    [
        ("GDVIDEO_PARAMS", "wrong.toml", "GDVIDEO_PARAMS: wrong.toml: [laser] learning_rate = 9.0"),
        ("GDVIDEO_PARAMS", "none.toml", "GDVIDEO_PARAMS: none.toml: there is no such file in /"),
        ("GDVIDEO_THEME", "drak", "GDVIDEO_THEME = 'drak' is not allowed"),
        ("GDVIDEO_ASPECT", "4:3", "GDVIDEO_ASPECT = '4:3' is not allowed"),
    ],
)
def test_wrong_input_is_one_sentence_and_the_film_that_was_there_stays(
    tmp_path: Path, variable: str, value: str, says: str
) -> None:
    (tmp_path / "wrong.toml").write_text("[laser]\nlearning_rate = 9.0\n", encoding="utf-8")
    film = tmp_path / "media" / "videos" / "laser" / "480p15" / "Laser.mp4"
    film.parent.mkdir(parents=True)
    film.write_bytes(b"the film of yesterday")
    ran = subprocess.run(
        [sys.executable, "-m", "manim", "render", "-ql", str(PROJECT / "scenes" / "laser.py")],
        cwd=tmp_path,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(PROJECT), variable: value},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 2
    assert says in ran.stderr
    assert len(ran.stderr.strip().splitlines()) == 1
    assert film.read_bytes() == b"the film of yesterday"
