"""One key decides what is fresh: content decides, paths never do."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from gdvideo.parameters import Choice, choose
from gdvideo.process import staged
from gdvideo.project import Film
from gdvideo.project import film as named
from gdvideo.task import Look, Task
from tests.gdvideo import measured
from tests.gdvideo.project import Project
from tests.gdvideo.test_render import states

FRESH = "(fresh: nothing to do)"
# A render whose film another render replaces as soon as it is there.
REPLACED = """
import sys
from pathlib import Path
from gdvideo import cli, works
accept = works.studio.accept
def then_another(task, delivery, media):
    place = accept(task, delivery, media)
    place.write_bytes(b"another film")
    return place
works.studio.accept = then_another
cli.sys.exit(cli.main(sys.argv[1:]))
"""


@pytest.fixture
def far(project: Project) -> Project:
    """A project with a film that reads data."""
    measured.add(project)
    return project


def manim(project: Project, *arguments: str) -> None:
    """Run plain ``manim`` in the project's root."""
    subprocess.run(
        [sys.executable, "-m", "manim", "render", *arguments],
        cwd=project.root,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(project.root), *sys.path])},
        capture_output=True,
        check=True,
    )


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_two_files_of_one_name_with_other_data_give_other_films(far: Project) -> None:
    far.run("render", "far", "-ql", "--params", "a/p.toml", "-o", "a.mp4")
    said = far.run("render", "far", "-ql", "--params", "b/p.toml", "-o", "b.mp4")
    assert FRESH not in said
    a, b = ((far.root / name).read_bytes() for name in ("a.mp4", "b.mp4"))
    assert a != b
    # They share a place, and still neither is taken for the other.
    far.run("render", "far", "-ql", "--params", "a/p.toml", "-o", "again.mp4")
    assert (far.root / "again.mp4").read_bytes() == a
    far.run("render", "far", "-ql", "--preset", "p", "-o", "preset.mp4")
    assert (far.root / "preset.mp4").read_bytes() not in (a, b)


def test_the_content_of_a_data_file_decides_and_its_place_does_not(far: Project) -> None:
    far.tell('[far]\nway = "a/way.txt"\n')
    far.run("build", "far", "-ql")
    assert states(far)["far"] == "fresh"
    far.tell('[far]\nway = "b/way.txt"\n')
    assert states(far)["far"] == "stale: the content of way changed"
    (far.root / "b" / "way.txt").write_text("1", "utf-8")
    assert states(far)["far"] == "fresh"
    assert FRESH in far.run("render", "far", "-ql")
    (far.root / "b" / "way.txt").rename(far.root / "b" / "other.csv")
    far.tell('[far]\nway = "b/other.csv"\n')
    assert states(far)["far"] == "fresh"


def test_a_parameter_file_from_another_directory_is_fresh_the_second_time(far: Project) -> None:
    command = ("render", "far", "-ql", "--params", "p.toml")
    assert FRESH not in far.run(*command, folder="a")
    assert FRESH in far.run(*command, folder="a")
    assert FRESH in far.run("render", "far", "-ql", "--params", "a/p.toml")
    assert FRESH not in far.run(*command, folder="b")


def test_a_symbolic_link_reads_the_same_data_with_set_and_without(tmp_path: Path) -> None:
    for folder, last in (("real", 5), ("linked", 6)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "my.csv").write_text(f"x,y\n1,2\n2,3\n3,{last}\n", "utf-8")
    (tmp_path / "real" / "p.toml").write_text('[staircase]\npoints_csv = "my.csv"\n', "utf-8")
    link = tmp_path / "linked" / "p.toml"
    link.symlink_to(tmp_path / "real" / "p.toml")
    for values in ((), (("epochs", 5),)):
        chosen = choose(named("staircase"), Choice(file=link, values=values))
        assert chosen.params.data_files() == {"points_csv": tmp_path / "linked" / "my.csv"}


def test_files_of_one_name_for_two_parameters_stay_two(tmp_path: Path) -> None:
    film = Film("two", "Two", "", "")
    values = {"left": "way.txt", "right": "way.txt"}
    task = Task(film, values, Look(), data={"left": b"1", "right": b"2"})
    with staged(task, tmp_path) as folder:
        told = (folder / "params.toml").read_text("utf-8")
        places = dict(re.findall(r'(\w+) = "(.*)"', told))
        content = {name: (folder / place).read_bytes() for name, place in places.items()}
    assert content == task.data


def test_a_copy_is_what_this_command_has_made(far: Project) -> None:
    far.run("render", "near", "-ql", "--media", "elsewhere", "-o", "right.mp4")
    command = [sys.executable, "-c", REPLACED, "render", "near", "-ql", "-o", "mine.mp4"]
    subprocess.run(command, cwd=far.root, capture_output=True, check=True)
    assert (far.root / "mine.mp4").read_bytes() == (far.root / "right.mp4").read_bytes()
    assert far.film("Near").read_bytes() == b"another film"
    assert FRESH not in far.run("render", "near", "-ql", "-o", "mine.mp4")


def test_a_film_of_plain_manim_is_found_and_other_options_are_told(project: Project) -> None:
    manim(project, "-ql", "scenes/near.py")
    assert states(project)["near"] == "fresh"
    assert FRESH in project.run("render", "near", "-ql")
    whole = project.film("Near").read_bytes()
    (place,) = project.root.glob("media/videos/near/manifests/Near/*.json")
    project.run("render", "near", "-ql", "--media", "own")
    again = project.root / "own" / place.relative_to(project.root / "media")
    assert again.read_bytes() == place.read_bytes()  # nor does it matter who made the film
    manim(project, "-ql", "-v", "ERROR", "--progress_bar", "none", "scenes/near.py")
    assert states(project)["near"] == "fresh"
    manim(project, "-ql", "-n", "0,0", "scenes/near.py")
    assert states(project)["near"].startswith("stale: option upto_animation_number 0 is now none")
    project.run("render", "near", "-ql")
    assert project.film("Near").read_bytes() == whole


def test_what_cannot_change_a_pixel_changes_no_key(project: Project) -> None:
    project.run("build", "near", "-ql")
    settings = project.root / "manim.cfg"
    text = settings.read_text("utf-8")
    settings.write_text(f"# a comment\n{text}verbosity = ERROR\nmax_files_cached = 7\n", "utf-8")
    assert states(project)["near"] == "fresh"
    settings.write_text(f"{text}seed = 7\n", "utf-8")
    assert states(project)["near"] == "stale: seed in manim.cfg none is now 7"


def test_a_clone_that_is_moved_keeps_its_films(project: Project) -> None:
    project.run("build", "-ql")
    moved = Project(project.root.rename(project.root.with_name("moved")))
    assert states(moved) == {"near": "fresh", "wide": "fresh"}
    assert "Nothing to do" in moved.run("build", "-ql")
    manim(moved, "-ql", "scenes/near.py")
    assert states(moved)["near"] == "fresh"
