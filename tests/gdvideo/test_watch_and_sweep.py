"""Films follow what is saved; values are compared side by side."""

import signal
import time
from collections.abc import Callable
from pathlib import Path

import av
import pytest
from PIL import Image

from gdvideo.grid import pictures
from gdvideo.mp4 import duration
from tests.gdvideo.project import Project

PATIENCE_SECONDS = 60


def wait_until(change: str, happened: Callable[[], bool]) -> None:
    """Wait until ``happened()``, which ``change`` describes, or fail."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not happened():
        assert time.monotonic() < deadline, change
        time.sleep(0.05)


def test_saving_makes_the_films_that_show_it_again_and_a_wrong_value_none(
    project: Project, tmp_path: Path
) -> None:
    near, wide = project.film("Near"), project.film("Wide")
    said = tmp_path / "said"
    process = project.start("watch", said=said)
    try:
        wait_until("the first films", lambda: "Watching" in said.read_text("utf-8"))
        first = near.stat().st_ino, wide.stat().st_ino
        project.tell("[near]\nsteps = 2\n\n[wide]\nsteps = 2\n")
        wait_until("another near film", lambda: "1 made, 1 fresh" in said.read_text("utf-8"))
        assert duration(near) == pytest.approx(1.0)
        last = near.stat().st_ino, wide.stat().st_ino
        assert last[1] == first[1]
        project.tell("[near]\nsteps = 20\n\n[wide]\nsteps = 2\n")
        wait_until("a refusal", lambda: "steps = 20 is not allowed" in said.read_text("utf-8"))
        assert (near.stat().st_ino, wide.stat().st_ino) == last
        numbers = project.root / "gdmath" / "experiments" / "near.py"
        source = numbers.read_text("utf-8")
        numbers.write_text(source + "def", "utf-8")
        wait_until("a fault", lambda: "near failed: SyntaxError" in said.read_text("utf-8"))
        numbers.write_text(source.replace('"how often", ge=1, le=3', '"", ge=1, le=20'), "utf-8")
        wait_until("a longer film", lambda: said.read_text("utf-8").count("1 made, 1 fresh") == 2)
        assert duration(near) == pytest.approx(8.2)
        assert wide.stat().st_ino == last[1]
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=PATIENCE_SECONDS)
    assert process.returncode == 130
    assert "Traceback" not in said.read_text("utf-8")


def test_a_sweep_makes_one_film_a_value_and_a_grid_in_lock_step(project: Project) -> None:
    said = project.run("sweep", "near", "--over", "steps=1,3").splitlines()
    films = [project.film(f"Near-steps={steps}") for steps in (1, 3)]
    grid = project.film("Near-sweep-steps")
    assert [line for line in said if line.startswith("/")] == [str(p) for p in (*films, grid)]
    assert duration(grid) == pytest.approx(max(map(duration, films)), abs=1e-3)
    with av.open(str(grid)) as container:
        assert container.streams.video[0].codec_context.colorspace == 1
    (small,) = {picture.size for picture in pictures(grid, 15, 640)}
    assert small[0] == 640
    stills = project.run("sweep", "near", "--over", "steps=1,3", "--as", "still").splitlines()
    with Image.open(stills[-1]) as both, Image.open(stills[0]) as one:
        assert both.size[0] == 2 * one.size[0]


def test_a_sweep_refuses_what_it_cannot_make_before_it_makes_anything(shared: Project) -> None:
    wrong = {
        "steps=1": "it takes 2 to 16 values",
        "steps=1,9": "steps = 9 is not allowed: a whole number from 1 to 3",
        "stpes=1,2": "did you mean steps?",
        "steps": "it must be NAME=VALUE",
    }
    answers = shared.answers([["sweep", "near", "--over", over] for over in wrong])
    for (code, answer), said in zip(answers, wrong.values(), strict=True):
        assert said in answer
        assert code == 2
    assert not (shared.root / "media").exists()
