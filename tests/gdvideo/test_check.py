"""What `gdvideo check` says and how it ends; the rules have their own tests."""

import json
import shutil

import pytest

from tests.gdvideo.project import HERE, Project

SOUND = """
        from manim import Square
        from gdmath.experiments._common.sentences import Sentences, no_claim
        self.beat("reading")
        ground = self.theme.faint("quiet", 0.08)
        self.add(Square(7.9, fill_opacity=1, stroke_width=0, fill_color=ground))
        says = Sentences(line={"A line of narration that is read at leisure.": no_claim})
        for _ in range(16):
            self.say(says.of(self, "line"))
        self.hush()
"""
FAILING = """
        raise RuntimeError("nothing goes")
"""


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project whose films are: far too short, sound, and one that does not play."""
    project = Project.make(tmp_path_factory.mktemp("project"))
    experiments, scenes = project.root / "gdmath" / "experiments", project.root / "scenes"
    shutil.copy(HERE / "gdmath" / "experiments" / "samples.py", experiments)
    near = (experiments / "near.py").read_text("utf-8")
    scene = (scenes / "near.py").read_text("utf-8")
    begin, construct = scene.split("construct(self) -> None:")
    for slug, body in (("near", construct), ("sound", SOUND), ("failing", FAILING)):
        told = f"{begin}construct(self) -> None:{body}"
        told = told.replace("near", slug).replace("Near", slug.capitalize())
        (experiments / f"{slug}.py").write_text(near, "utf-8")
        (scenes / f"{slug}.py").write_text(told, "utf-8")
    return project


def test_a_sound_film_ends_well_in_every_look_and_with_other_parameters(checked: Project) -> None:
    assert checked.run("check", "sound", "--samples", "1") == "12 looks, no findings.\n"


def test_each_finding_is_told_and_the_exit_code_is_one(checked: Project) -> None:
    look = ["--theme", "light", "--aspect", "1:1"]
    said = checked.run("check", "near", *look, "--set", "side=2", code=1).splitlines()
    assert "near light 1:1: length: 0.6 s; required: 10 to 100 s" in said
    assert said[-1].startswith("1 looks, ")
    found = [
        json.loads(line)
        for line in checked.run("check", "failing", *look, "--json", code=1).splitlines()
    ]
    assert found == [
        {
            "film": "failing", "theme": "light", "aspect": "1:1", "params": {}, "rule": "plays",
            "objects": ["failing"], "measured": "RuntimeError: nothing goes",
            "required": "to its end", "beat": "", "seconds": 0.0,
        }
    ]  # fmt: skip


def test_what_cannot_be_checked_is_refused_in_one_sentence(checked: Project) -> None:
    commands = [
        ["check", "nearr"], ["check", "--theme", "drak"], ["check", "--samples", "many"],
        ["check", "near", "--set", "side=9"],
    ]  # fmt: skip
    said = checked.answers(commands)
    assert [code for code, _ in said] == [2] * len(commands)
    for (_, sentence), word in zip(said, ("near", "dark", "many", "side = 9"), strict=True):
        assert word in sentence
        assert sentence.count("\n") == 1


def test_the_folder_of_the_project_is_left_as_it_was(checked: Project) -> None:
    before = sorted(path for path in checked.root.rglob("*") if "__pycache__" not in path.parts)
    checked.run("check", "sound", "--theme", "dark", "--aspect", "16:9")
    after = sorted(path for path in checked.root.rglob("*") if "__pycache__" not in path.parts)
    assert after == before
