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


WRONG = "[laser]\nlearning_rate = 9.0\n"


@pytest.mark.parametrize(
    ("variable", "value", "says"),
    [
        ("GDVIDEO_PARAMS", "wrong.toml", "GDVIDEO_PARAMS: wrong.toml: [laser] learning_rate = 9.0"),
        ("GDVIDEO_PARAMS", "none.toml", "GDVIDEO_PARAMS: none.toml: there is no such file in /"),
        ("GDVIDEO_THEME", "drak", "GDVIDEO_THEME = 'drak' is not allowed"),
        ("GDVIDEO_ASPECT", "4:3", "GDVIDEO_ASPECT = '4:3' is not allowed"),
    ],
)
def test_wrong_input_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    variable: str, value: str, says: str,
) -> None:  # fmt: skip
    (tmp_path / "wrong.toml").write_text(WRONG, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(variable, value)
    with pytest.raises(SystemExit) as refused:
        Laser()
    said = capsys.readouterr().err
    assert (refused.value.code, len(said.strip().splitlines())) == (2, 1)
    assert says in said


def test_wrong_input_leaves_the_film_that_was_there(tmp_path: Path) -> None:
    (tmp_path / "wrong.toml").write_text(WRONG, encoding="utf-8")
    film = tmp_path / "media" / "videos" / "laser" / "480p15" / "Laser.mp4"
    film.parent.mkdir(parents=True)
    film.write_bytes(b"the film of yesterday")
    ran = subprocess.run(
        [sys.executable, "-m", "manim", "render", "-ql", str(PROJECT / "scenes" / "laser.py")],
        cwd=tmp_path,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(PROJECT), "GDVIDEO_PARAMS": "wrong.toml"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 2
    assert len(ran.stderr.strip().splitlines()) == 1
    assert film.read_bytes() == b"the film of yesterday"
