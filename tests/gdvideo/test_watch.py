"""Watching goes on whatever happens to the sources, and makes what was saved last."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from gdvideo.mp4 import duration
from gdvideo.watching import below, marks
from tests.gdvideo.project import Project
from tests.gdvideo.test_interruption import PATIENCE_SECONDS, begun, without_end
from tests.gdvideo.test_watch_and_sweep import wait_until

DATA = '''
    points_csv: str = parameter("", "", "a file")

    _file: object = None

    def data_files(self):  # type: ignore[no-untyped-def]
        """Return the file."""
        return {"points_csv": self._file}

    def model_post_init(self, folder):  # type: ignore[no-untyped-def]
        """Find it."""
        self._file = folder / self.points_csv
'''


@contextmanager
def watching(project: Project, said: Path) -> Iterator[Callable[[], str]]:
    """Watch the near film; yield what tells what has been said. It must go on to the end."""
    said.touch()
    process = project.start("watch", "near", said=said)
    try:

        def words() -> str:
            assert process.poll() is None, said.read_text("utf-8")
            return said.read_text("utf-8")

        yield words
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=PATIENCE_SECONDS)
    assert process.returncode == 130
    assert "Traceback" not in said.read_text("utf-8")


def test_a_source_may_vanish_for_a_moment(project: Project, tmp_path: Path) -> None:
    away = {
        "scenes/near.py": "'near' is no film",
        "gdmath/experiments/near.py": "'near' is no film",
        "gdmath/experiments/params.py": "near failed: ImportError",
        "params.toml": "params.toml: there is no such file",
        "gdmath": "'near' is no film",
        "scenes": "'near' is no film",
    }
    with watching(project, tmp_path / "said") as words:
        wait_until("the first film", lambda: "Watching" in words())
        for number, (name, refusal) in enumerate(away.items(), 1):
            before = len(words())
            (project.root / name).rename(tmp_path / "away")
            wait_until(f"{name} is missed", lambda n=before, r=refusal: r in words()[n:])  # type: ignore[misc]
            (tmp_path / "away").rename(project.root / name)
            project.tell(f"[near]\nside = {1 + number / 8}\n")
            wait_until(f"{name} is back", lambda n=number: words().count("1 made") == n + 1)  # type: ignore[misc]


def test_data_outside_the_project_is_seen_and_may_vanish(
    project: Project, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    numbers = project.root / "gdmath" / "experiments" / "near.py"
    params, more, rest = numbers.read_text("utf-8").partition("\n\nclass Moves")
    numbers.write_text(params + DATA + more + rest, "utf-8")
    data = outside / "elsewhere" / "points.csv"
    data.parent.mkdir()
    data.write_text("a,b\n1,2\n", "utf-8")
    (outside / "link.csv").symlink_to(data)
    project.tell(f'[near]\npoints_csv = "{outside / "link.csv"}"\n')
    with watching(project, outside / "said") as words:
        wait_until("the first film", lambda: "Watching" in words())
        data.write_text("a,b\n1,3\n", "utf-8")
        wait_until("another film", lambda: words().count("1 made") == 2)
        data.rename(outside / "away")
        wait_until("a refusal", lambda: "link.csv cannot be read" in words())
        (outside / "away").write_text("a,b\n1,4\n", "utf-8")
        (outside / "away").rename(data)
        wait_until("a third film", lambda: words().count("1 made") == 3)


def test_a_newer_save_supersedes_the_render_under_way(project: Project, tmp_path: Path) -> None:
    source = project.root / "scenes" / "near.py"
    text = source.read_text("utf-8")
    without_end(project)
    said = tmp_path / "said"
    said.touch()
    process = project.start("watch", "near", said=said)
    try:
        begun(project, process)
        source.write_text(text, "utf-8")
        wait_until("the film that was saved last", lambda: "1 made" in said.read_text("utf-8"))
        assert "There is a newer save: beginning again." in said.read_text("utf-8")
        assert duration(project.film("Near")) == pytest.approx(0.6)
        assert not list(project.root.glob("media/.task-*"))
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=PATIENCE_SECONDS)
    assert "Traceback" not in said.read_text("utf-8")


def test_a_name_that_is_no_films_is_refused_at_once(shared: Project) -> None:
    said = shared.run("watch", "naer", code=2)
    assert said == "'naer' is no film; did you mean near? (near, wide)\n"


def test_marks_change_with_content_and_place_and_not_with_a_look(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_text("1", "utf-8")
    once = marks([file, tmp_path / "b", Path("\0")])
    assert list(once) == [file]
    file.read_text("utf-8")
    assert marks([file]) == once
    file.rename(tmp_path / "b")
    assert marks([file]) == {}
    (tmp_path / "b").rename(file)
    assert marks([file]) != once


def test_hidden_and_compiled_files_are_not_below(tmp_path: Path) -> None:
    for name in ("a.py", "sub/b.svg", ".a.py.swp", "__pycache__/a.pyc", ".git/index"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert set(below(tmp_path)) == {tmp_path / "a.py", tmp_path / "sub" / "b.svg"}
    assert list(below(tmp_path / "gone")) == []
