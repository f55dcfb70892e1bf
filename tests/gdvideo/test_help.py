"""Completion, the doctor, and films in notebooks."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.gdvideo.project import Project

NOTEBOOK = """
from gdvideo import render
from gdvideo.errors import Usage
video = render("near", quality="l", side=2.5, media=None)
assert video.path.name == "Near-side=2.5.mp4", video.path
bundle = video._repr_mimebundle_(include=None, exclude=None)
page = bundle["text/html"]
assert page.count('src="data:video/mp4;base64,AAAA') == 2, page  # dark and light
assert page.count('src="data:text/vtt;base64,') == 2, page
assert "data-captions" in page, page
assert not page.replace("http://www.w3.org/2000/svg", "").count("http"), page
video.path.write_bytes(b"another film")
assert video._repr_mimebundle_() == bundle
try:
    render("near", quality="l", sied=2)
except Usage as refusal:
    print(refusal)
"""


def complete(project: Project, *words: str) -> list[str]:
    return project.run("completion", "words", "--", *words).split()


def test_a_shell_completes_commands_films_options_and_parameters(shared: Project) -> None:
    assert complete(shared, "bu") == ["build"]
    assert complete(shared, "render", "") == ["near", "wide"]
    assert complete(shared, "build", "near", "w") == ["wide"]
    assert complete(shared, "render", "near", "--th") == ["--theme"]
    assert complete(shared, "render", "near", "--theme", "") == ["dark", "light"]
    assert complete(shared, "render", "near", "--preset", "") == ["article", "far"]
    assert complete(shared, "render", "near", "--set", "s") == ["side=", "steps=", "shape="]
    assert complete(shared, "sweep", "wide", "--over", "st") == ["steps="]
    assert complete(shared, "nothing", "") == []


def test_the_scripts_are_ones_for_their_shells(shared: Project) -> None:
    script = shared.run("completion", "bash")
    subprocess.run(["bash", "-n"], input=script, text=True, check=True)
    for shell in ("bash", "zsh", "fish"):
        assert "gdvideo completion words --" in shared.run("completion", shell)


USUAL = " \t\n\"'><=;|&(:"

# Offers what it is asked for; the shell's own breaks are said before and after.
BASH = """
COMP_WORDBREAKS=$1 COMP_LINE=$2 COMP_POINT=${#2} COMP_CWORD=$(($# - 4)) offered=$3
COMP_WORDS=("${@:4}")
gdvideo() { printf '%s\\n' "${@:4}" >asked; printf '%s\\n' $offered; }
compopt() { :; }
eval "$(cat script)"
[[ $COMP_WORDBREAKS == "$1" ]] || echo "changed"
_gdvideo
printf '%s\\n' "${COMPREPLY[@]}"
[[ $COMP_WORDBREAKS == "$1" ]] || echo "changed"
"""


@pytest.mark.parametrize(
    ("breaks", "words", "asked", "offered", "replies"),
    [
        (USUAL, ["bu"], ["bu"], "build", "build"),
        (USUAL, ["near", ""], ["near", ""], "wide near", "wide near"),
        (USUAL, ["--aspect", "9"], ["--aspect", "9"], "9:16", "9:16"),
        (USUAL, ["--aspect", "9+", ":"], ["--aspect", "9:"], "9:16", "16"),
        (USUAL, ["--aspect", "9+", ":+", "1"], ["--aspect", "9:1"], "9:16", "16"),
        (
            USUAL,
            ["--set", "a+", "=+", "3", "--as"],
            ["--set", "a=3", "--as"],
            "--aspect",
            "--aspect",
        ),
        (USUAL, ["-q+", "=+", "l", ""], ["-q=l", ""], "near wide", "near wide"),
        (USUAL, ["--over", "a+", "=+", "b+", ":+", "c"], ["--over", "a=b:c"], "a=b:cd", "cd"),
        (" \t\n", ["--aspect", "9:1"], ["--aspect", "9:1"], "9:16", "9:16"),
    ],
)
def test_bash_keeps_its_word_breaks_and_completes_across_them(
    shared: Project,
    tmp_path: Path,
    breaks: str,
    words: list[str],
    asked: list[str],
    offered: str,
    replies: str,
) -> None:
    (tmp_path / "script").write_text(shared.run("completion", "bash"), "utf-8")
    line = " ".join(["gdvideo", *words]).replace("+ ", "")
    split = ["gdvideo", *(word.rstrip("+") for word in words)]
    ran = subprocess.run(
        ["bash", "-c", BASH, "bash", breaks, line, offered, *split],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert (ran.stdout.split(), ran.stderr) == (replies.split(), "")
    assert (tmp_path / "asked").read_text("utf-8").split("\n")[:-1] == asked


def test_the_doctor_finds_nothing_wrong_and_names_what_is(project: Project) -> None:
    (project.root / "pyproject.toml").write_text("[project]\ndependencies = []\n", "utf-8")
    assert "lacks" not in project.run("doctor")
    pins = '[project]\ndependencies = ["manim[typst]==0.1"]\n'
    (project.root / "pyproject.toml").write_text(pins, "utf-8")
    said = project.run("doctor", code=3)
    assert re.search(r"lacks  packages: manim 0\.1 is needed, and it is \d", said)


def test_python_makes_a_film_that_a_notebook_shows(project: Project) -> None:
    command = [sys.executable, "-c", NOTEBOOK]
    ran = subprocess.run(command, cwd=project.root, capture_output=True, text=True, check=True)
    assert ran.stdout.startswith("sied is no parameter of this film; did you mean side?")
