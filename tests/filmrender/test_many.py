"""Several processes: killed ones, concurrent ones, and crews that draw one film."""

from __future__ import annotations

import hashlib
import os
import random
import re
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from manim import RIGHT, Dot, Square

from filmrender.workers import Workers, fork
from tests.filmrender.children import end_of, start
from tests.filmrender.conftest import Render, play
from tests.filmrender.films import Tiny, film

OLD: dict[str, Any] = {"learning_rate": 0.1}
NEW: dict[str, Any] = {"learning_rate": 0.05}
MADE = (".mp4", ".segment", ".srt")


class Studio:
    """A media folder with one film in it, and children that render there."""

    def __init__(self, folder: Path, *, declared: bool = True) -> None:
        self.declared = declared
        self.media = folder / "media"
        self.film = self.media / "videos" / "tiny" / "120p15" / "Tiny.mp4"
        self.errors = folder / "errors"
        folder.mkdir(exist_ok=True)
        self.errors.touch()

    def start(self, jobs: int | str = 1, **params: Any) -> int:
        return start(self.media, self.errors, jobs, declared=self.declared, **params)

    def render(self, jobs: int | str = 1, **params: Any) -> str:
        """Render; return the film's digest."""
        code = end_of(self.start(jobs, **params))
        assert code == 0, self.errors.read_text()
        return self.digest()

    def digest(self) -> str:
        return hashlib.sha256(self.film.read_bytes()).hexdigest()

    def segments(self) -> int:
        """Return how many segments the cache has."""
        return len(list(self.media.rglob("*.segment")))

    def leftovers(self) -> list[str]:
        return [path.name for path in self.media.rglob(".*")]


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    return Studio(tmp_path)


def kill_at_random(studio: Studio, rounds: int) -> dict[str, int]:
    """Kill renders of the other film at random moments; check what is there after each."""
    dice = random.Random(3)
    digests = [studio.render(**OLD), studio.render(**NEW)]
    begun = time.monotonic()
    studio.render(colour="#FFFFFF", **OLD)
    longest = time.monotonic() - begun
    seen: dict[str, int] = {}
    for number in range(rounds):
        wanted = [OLD, NEW][number % 2]
        # Another caption and colour each time, so that there always is something to draw.
        fresh: dict[str, Any] = {"colour": f"#{number:06X}", "caption": str(number)}
        before = studio.digest()
        pid = studio.start(jobs=1 + number % 2, **wanted, **fresh)
        time.sleep(dice.uniform(0, 1.2 * longest))
        sent = [signal.SIGKILL, signal.SIGTERM][dice.randrange(2)]
        os.kill(pid, sent)
        code = end_of(pid)
        assert code in (0, -sent, 128 + sent), studio.errors.read_text()
        after = studio.digest()
        finished = studio.render(**wanted, **fresh)
        assert after in (before, finished)
        assert code != 0 or after == finished
        assert play(studio.film.read_bytes()).seconds == pytest.approx(4.4, abs=1e-6)
        seen[str(code)] = seen.get(str(code), 0) + 1
    assert studio.render(**OLD) == digests[0]
    assert studio.render(**NEW) == digests[1]
    return seen


def test_a_killed_render_leaves_the_old_film_or_the_new_one(studio: Studio) -> None:
    kill_at_random(studio, rounds=6)


def test_a_killed_render_of_a_stranger_leaves_the_old_film_or_the_new_one(tmp_path: Path) -> None:
    kill_at_random(Studio(tmp_path, declared=False), rounds=3)


@pytest.mark.soak
@pytest.mark.parametrize("declared", [True, False])
def test_three_hundred_killed_renders(tmp_path: Path, *, declared: bool) -> None:
    print(kill_at_random(Studio(tmp_path, declared=declared), rounds=300))


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_signal_ends_the_render_cleanly(
    sent: signal.Signals, code: int, jobs: int, studio: Studio
) -> None:
    digest = studio.render(**OLD)
    segments = studio.segments()
    pid = studio.start(jobs, colour="#FFFFFF", **NEW)
    while studio.segments() == segments:
        time.sleep(0.01)
    os.kill(pid, sent)
    assert end_of(pid) == code, studio.errors.read_text()
    assert studio.digest() == digest
    assert studio.leftovers() == []
    assert studio.errors.read_text() == ""


def render_at_once(studio: Studio, rounds: int) -> None:
    """Render four at once, of three kinds, into one folder, again and again."""
    dice = random.Random(5)
    for number in range(rounds):
        kinds: list[dict[str, Any]] = [
            {"learning_rate": dice.choice([0.05, 0.1, 0.15]), "caption": f"{number}, {kind}"}
            for kind in range(3)
        ]
        kinds.append(kinds[0])
        pids = [studio.start(dice.choice([1, 2]), **kind) for kind in kinds]
        assert [end_of(pid) for pid in pids] == [0] * 4, studio.errors.read_text()
        digest, captions = studio.digest(), studio.film.with_suffix(".srt").read_text()
        match = [kind for kind in kinds if str(kind["caption"]) in captions]
        assert match
        assert studio.render(**match[0]) == digest
        assert studio.leftovers() == []


def test_renders_at_once_in_one_folder_each_make_a_whole_film(studio: Studio) -> None:
    render_at_once(studio, rounds=1)


def test_strangers_at_once_in_one_folder_each_make_a_whole_film(tmp_path: Path) -> None:
    render_at_once(Studio(tmp_path, declared=False), rounds=1)


def damage(studio: Studio, rounds: int) -> None:
    """Cut files short, change bytes in them, or take them away; what is rendered is as before."""
    dice = random.Random(7)
    digest, size = studio.render(), len(studio.film.read_bytes())
    for _ in range(rounds):
        victims = [path for path in studio.film.parent.rglob("*") if path.suffix in MADE]
        for path in dice.sample(sorted(victims), 3):
            content = bytearray(path.read_bytes())
            match dice.randrange(3):
                case 0:
                    path.write_bytes(content[: dice.randrange(len(content))])
                case 1:
                    content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
                    path.write_bytes(content)
                case _:
                    path.unlink()
        assert studio.render() == digest
        plays = list((studio.film.parent / "partial_movie_files").rglob("*.mp4"))
        assert [play(path.read_bytes()).seconds > 0 for path in plays] == [True] * len(plays)
    assert len(studio.film.read_bytes()) == size


@pytest.mark.parametrize("declared", [True, False])
def test_what_is_damaged_is_made_again(tmp_path: Path, *, declared: bool) -> None:
    damage(Studio(tmp_path, declared=declared), rounds=3)


@pytest.mark.soak
@pytest.mark.parametrize("declared", [True, False])
def test_two_hundred_rounds_of_damages(tmp_path: Path, *, declared: bool) -> None:
    damage(Studio(tmp_path, declared=declared), rounds=200)


@pytest.mark.soak
@pytest.mark.parametrize("declared", [True, False])
def test_fifty_rounds_of_renders_at_once(tmp_path: Path, *, declared: bool) -> None:
    render_at_once(Studio(tmp_path, declared=declared), rounds=50)


def test_workers_make_the_film_that_one_process_makes(studio: Studio, tmp_path: Path) -> None:
    alone = studio.render(jobs=1, **OLD)
    for jobs in ("", 2, 3):
        other = Studio(tmp_path / f"jobs{jobs}")
        assert other.render(jobs, **OLD) == alone
        assert other.render(1, **NEW) == studio.render(2, **NEW)


def test_workers_make_of_a_stranger_the_film_and_the_plays_that_one_process_makes(
    tmp_path: Path,
) -> None:
    made = []
    for jobs in (1, 2, 3):
        studio = Studio(tmp_path / f"jobs{jobs}", declared=False)
        digest = studio.render(jobs)
        plays = studio.media.rglob("partial_movie_files/*/*.mp4")
        made.append((digest, sorted(path.read_bytes() for path in plays)))
    assert len(made[0][1]) == 10
    assert made[1:] == made[:1] * 2


def test_shots_beyond_those_that_are_shared_are_drawn_too(
    studio: Studio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = studio.render(jobs=1, **OLD)
    monkeypatch.setattr("filmrender.workers._SHARED", 1)
    assert Studio(tmp_path / "workers").render(2, **OLD) == alone


def test_a_worker_ends_when_its_scene_is_gone() -> None:
    here, there = os.pipe()
    pid = fork()
    if pid == 0:
        crew = Workers(3)
        if crew.is_worker:
            time.sleep(60)  # as in a play that takes long
        os.write(there, b"at the end" if crew.is_worker else b"")
        os._exit(0)
    os.close(there)
    assert end_of(pid) == 0
    with os.fdopen(here, "rb") as pipe:
        assert pipe.read() == b""


def remember(scene: Any) -> None:
    """Move by what the frames before have moved, which no rule about dt catches."""
    dot, square = Dot(), Square()
    dot.add_updater(lambda dot: dot.shift(0.01 * RIGHT))
    scene.add(dot)
    scene.play(square.animate.shift(RIGHT), run_time=0.4)


def play_otherwise(scene: Any) -> None:
    scene_process = os.getpid()
    scene.play(Square().animate.shift(RIGHT), run_time=0.4)
    if os.getpid() != scene_process:
        scene.play(Dot().animate.shift(RIGHT), run_time=0.4)


def die(scene: Any) -> None:
    square = Square()
    parent = os.getpid()

    def die_in_a_worker(_: Any) -> None:
        if os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)

    scene.add(square.add_updater(die_in_a_worker))
    scene.play(Dot().animate.shift(RIGHT), run_time=0.4)


@pytest.mark.parametrize(
    ("construct", "code", "said"),
    [
        (remember, 1, "Play 0 leaves another picture when its frames are left out: what an .*"),
        (play_otherwise, 1, "The shots number 1 in one process, 2 in another: what it plays .*"),
        (die, 137, r"A worker was ended by signal 9\."),
    ],
)
def test_what_goes_wrong_with_a_worker_is_told_in_one_sentence(
    construct: Callable[[Any], None],
    code: int,
    said: str,
    render: Render,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("FILMRENDER_JOBS", "2")
    with pytest.raises(SystemExit) as leaving:
        render(film(construct))
    assert leaving.value.code == code
    assert re.fullmatch(said + "\n", capsys.readouterr().err)


@pytest.mark.parametrize("jobs", ["0", "two", "-1", "1.5"])
def test_a_wrong_number_of_jobs_is_refused(
    jobs: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FILMRENDER_JOBS", jobs)
    with pytest.raises(SystemExit) as leaving:
        Tiny()
    assert leaving.value.code == 2
    assert repr(jobs) in capsys.readouterr().err
