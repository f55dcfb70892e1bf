"""Manim's own command renders scenes of strangers, in a folder of their own, with one setting."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import av
import pytest

from filmrender import manim_internals
from tests.altered_manim import alter, with_manim

ROOT = Path(__file__).resolve().parents[2]
SCENE = """
from manim import *
from pathlib import Path

class Theirs(Scene):
    def construct(self):
        text = Path("said.txt").read_text()
        print("by", type(self.renderer).__name__)
        self.play(Create(Circle()), run_time=0.4)
        self.play(Write(Text(text)), run_time=0.4)
        self.wait(0.4)

class Odd(Scene):
    def construct(self):
        raise FileNotFoundError("theirs alone")
"""
INHERITS = SCENE.replace("(Scene)", "(FastRender, MovingCameraScene)").replace(
    "from pathlib", "from filmrender.switch import FastRender\nfrom pathlib"
)


class Folder:
    """A folder of somebody, outside of this project."""

    def __init__(self, root: Path, scene: str = SCENE, plugins: str = "filmrender") -> None:
        self.root = root
        (root / "theirs.py").write_text(scene)
        (root / "said.txt").write_text("one")
        settings = f"notify_outdated_version = False\nplugins = {plugins}\nprogress_bar = none\n"
        (root / "manim.cfg").write_text(f"[CLI]\n{settings}")

    def manim(
        self, *options: str, scene: str = "Theirs", environment: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "manim", "render", "-r214,120", "--fps=15", *options]
        return subprocess.run(
            [*command, "theirs.py", scene],
            cwd=self.root,
            env={**os.environ, **(environment or {})},
            capture_output=True,
            text=True,
            check=False,
        )

    @property
    def film(self) -> Path:
        return self.root / "media" / "videos" / "theirs" / "120p15" / "Theirs.mp4"

    @property
    def segments(self) -> set[str]:
        folder = self.film.parent / "partial_movie_files" / "Theirs"
        return {path.name for path in folder.glob("*.segment")}


def test_with_the_plugin_their_scenes_are_rendered_here(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    told = folder.manim()
    assert "by FilmRenderer" in told.stdout, told.stderr
    assert len(folder.segments) == 3
    with av.open(folder.film) as container:
        assert container.streams.video[0].codec_context.color_primaries == 1
    assert not list(tmp_path.rglob("*.svg")), "files of texts stay nobody's"


def test_what_a_scene_reads_without_saying_so_is_seen_and_nothing_is_encoded_twice(
    tmp_path: Path,
) -> None:
    folder = Folder(tmp_path)
    folder.manim()
    before, made = folder.film.read_bytes(), folder.segments
    folder.manim()
    assert (folder.film.read_bytes(), folder.segments) == (before, made)
    (tmp_path / "said.txt").write_text("two")
    folder.manim()
    assert folder.film.read_bytes() != before
    assert len(folder.segments - made) == 2  # the text's, and the one that it stands in


@pytest.mark.parametrize("way", ["not asked for", "switched off", "another renderer"])
def test_it_is_off_unless_asked_for(way: str, tmp_path: Path) -> None:
    folder = Folder(tmp_path, plugins="" if way == "not asked for" else "filmrender")
    off = {"FILMRENDER_WRITER": "stock"} if way == "switched off" else {}
    options = ["--dry_run", "--seed=1"] if way == "another renderer" else []
    told = folder.manim(*options, environment=off)
    name = "FilmRenderer" if way == "another renderer" else "CairoRenderer"
    assert f"by {name}" in told.stdout, told.stderr
    assert folder.film.exists() == (way != "another renderer")
    assert not folder.segments


def test_a_scene_may_ask_for_it_by_itself(tmp_path: Path) -> None:
    folder = Folder(tmp_path, INHERITS, plugins="")
    told = folder.manim()
    assert "by FilmRenderer" in told.stdout, told.stderr
    assert len(folder.segments) == 3


def test_what_a_scene_raises_is_told_as_manim_tells_it(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    told = folder.manim(scene="Odd")
    assert told.returncode == 1
    assert "theirs alone" in told.stdout + told.stderr
    assert "FileNotFoundError" in told.stdout + told.stderr


def test_a_manim_that_it_does_not_know_renders_by_itself(tmp_path: Path) -> None:
    folder, other = Folder(tmp_path), tmp_path / "other"
    alter(other, "manim.scene.scene", ("", "# another release"))
    told = folder.manim(environment=with_manim(other, ROOT))
    assert "by CairoRenderer" in told.stdout, told.stderr
    assert told.stderr.count("filmrender does not know this Manim") == 1
    assert folder.film.exists()


def test_what_it_replaces_of_manim_is_what_it_was_written_for() -> None:
    assert manim_internals.PLAYING.is_known()
    assert manim_internals.IMAGES.is_known()
