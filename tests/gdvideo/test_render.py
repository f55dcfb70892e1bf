"""Films are made, told fresh from stale, and never overwritten by others."""

import shutil

import pytest

from gdvideo.mp4 import duration
from tests.gdvideo.project import Project

TABLES = "[near]\nsteps = {near}\n\n[wide]\nsteps = {wide}\n"


def states(project: Project, *look: str) -> dict[str, str]:
    lines = project.run("list", "-ql", *look).splitlines()
    rows = [line.split(None, 2) for line in lines if not line.startswith(" ")]
    return {slug: state for slug, _, state in rows}


def test_a_build_makes_what_is_not_fresh_and_nothing_else(project: Project) -> None:
    assert states(project) == {"near": "missing", "wide": "missing"}
    project.run("build", "-ql")
    near, wide = project.film("Near"), project.film("Wide")
    assert duration(near) == pytest.approx(0.6)
    assert duration(wide) == pytest.approx(1.0)
    assert states(project) == {"near": "fresh", "wide": "fresh"}
    assert "Nothing to do" in project.run("build", "-ql")

    project.tell(TABLES.format(near=2, wide=2))
    assert states(project) == {"near": "stale: steps 1 is now 2", "wide": "fresh"}
    before = wide.stat().st_ino
    assert "1 made, 1 fresh before" in project.run("build", "-ql")
    assert duration(near) == pytest.approx(1.0)
    assert wide.stat().st_ino == before

    rendered_again = near.read_bytes()
    shutil.rmtree(project.root / "media")
    project.run("build", "near", "-ql")
    assert near.read_bytes() == rendered_again
    assert not list(project.root.glob("media/.task-*"))


def test_a_film_with_other_parameters_leaves_the_default_one_alone(project: Project) -> None:
    project.run("render", "near", "-ql")
    default = project.film("Near").read_bytes()
    said = project.run("render", "near", "-ql", "--set", "side=2.5", "-o", "mine.mp4")
    assert said.startswith("mine.mp4\n")
    variant = project.film("Near-side=2.5").read_bytes()
    assert variant == (project.root / "mine.mp4").read_bytes() != default
    assert project.film("Near").read_bytes() == default
    assert "nothing to do" in project.run("render", "near", "-ql", "--set", "side=2.5")

    other = project.root / "other.toml"
    other.write_text("[near]\nside = 2.5\n", "utf-8")
    project.run("render", "near", "-ql", "--params", "other.toml")
    assert project.film("Near-other").read_bytes() == variant
    project.run("render", "near", "-ql", "--preset", "far", "--set", "side=2.5")
    assert project.film("Near-far_side=2.5").read_bytes() == variant


def test_a_fresh_film_becomes_stale_with_all_that_can_change_it(project: Project) -> None:
    project.run("build", "-ql")
    source = project.root / "scenes" / "near.py"
    source.write_text(source.read_text("utf-8").replace("0.4", "0.6"), "utf-8")
    assert states(project) == {"near": "stale: scenes/near.py changed", "wide": "fresh"}
    shared = project.root / "scenes" / "stage" / "theme.py"
    text = shared.read_text("utf-8")
    shared.write_text(f"{text}\n", "utf-8")
    assert states(project)["wide"] == "stale: scenes/stage/theme.py changed"
    shared.write_text(text, "utf-8")
    assert states(project)["wide"] == "fresh"
    settings = project.root / "manim.cfg"
    original = settings.read_text("utf-8")
    settings.write_text(f"{original}background_opacity = 0.5\n", "utf-8")
    assert "manim.cfg" in states(project)["wide"]
    settings.write_text(original, "utf-8")
    project.film("Wide").write_bytes(project.film("Wide").read_bytes()[:-1])
    assert states(project)["wide"] == "stale: its files are not as they were made"
    project.film("Wide").unlink()
    assert states(project)["wide"] == "missing"
    assert states(project, "--theme", "light")["wide"] == "missing"


def test_a_scene_that_fails_is_told_and_the_other_films_are_made(project: Project) -> None:
    source = project.root / "scenes" / "near.py"
    source.write_text(source.read_text("utf-8").replace("0.4", "1 / 0"), "utf-8")
    said = project.run("build", "-ql", code=4)
    assert "near failed: ZeroDivisionError: division by zero" in said
    log = project.root / "media" / "logs" / "near-l-Near.log"
    assert f"(log: {log})" in said
    assert "Traceback" in log.read_text("utf-8")
    assert states(project) == {"near": "missing", "wide": "fresh"}


def test_another_format_in_the_settings_is_told(project: Project) -> None:
    settings = project.root / "manim.cfg"
    settings.write_text(f"{settings.read_text('utf-8')}format = gif\n", "utf-8")
    said = project.run("render", "near", "-ql", code=4)
    assert "near became no MP4: manim.cfg asks for something else" in said


def test_a_wrong_value_stops_its_film_alone(project: Project) -> None:
    project.tell("[near]\nside = 30\n")
    said = project.run("build", "-ql", code=2)
    assert "[near] side = 30 is not allowed: a number from 0 to 3 cm" in said
    assert project.film("Wide").is_file()
