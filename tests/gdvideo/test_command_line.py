"""What is refused, in which words and with which exit code; and that help is quick."""

import json
import os
import subprocess
import sys

import pytest

from gdvideo.cli import _renders_here
from tests.gdvideo.project import HERE, Project

HEAVY = {"manim", "numpy", "pydantic", "rich", "watchdog", "distributed"}


REFUSALS = [
    ("bild", "'bild' is no command of gdvideo; did you mean build?"),
    ("render naer", "'naer' is no film; did you mean near? (near, wide)"),
    ("render near --set sied=2", "sied is no parameter of this film; did you mean side?"),
    ("render near --set side=4", "side = 4 is not allowed: a number from 0 to 3 cm"),
    ("render near --set side=nan", "side = nan is not allowed"),
    ("render near --set steps=1.5", "steps = 1.5 is not allowed: a whole number from 1 to 3"),
    ("render near --set steps=true", "steps = True is not allowed"),
    ("render near --set shape=rung", "shape = 'rung' is not allowed: one of dot, ring"),
    ("render near --set side", "--set 'side' is not allowed: it must be NAME=VALUE"),
    ("embed near --for mail", "--for mail needs --base https://…: an address on your site"),
    ("embed near --over side", "--over 'side' is not allowed: it must be NAME=VALUE"),
    ("embed near --over side=1", "--over 'side=1' is not allowed: it takes 2 to 16 values"),
    ("embed near --over side=1,9", "side = 9 is not allowed"),
    (
        "embed near --for wordpress --over side=1,2",
        "--over is not allowed with --for wordpress, which shows one film",
    ),
    ("publish near --aspect 1:1,1:1", "'1:1,1:1' is not one shape, or two that differ"),
    ("render near --preset fra", "'fra' is no preset of near; did you mean far?"),
    ("render near --params no.toml", "no.toml: there is no such file"),
    ("render near -q x", "'x' is not one of l, m, h, p, k"),
    ("render near --theme lite", "'lite' is not one of dark, light; did you mean light?"),
    ("render near --aspect 16:10", "'16:10' is not one of 16:9, 1:1, 9:16"),
    ("render near --jobs 0", "'0' is not a whole number from 1 to"),
    ("render near --tehme light", "gdvideo render has no '--tehme'; did you mean --theme?"),
    ("render near -o film.gif", "-o film.gif is not allowed: the film's name must end in .mp4"),
    ("render near -o no/film.mp4", "-o no/film.mp4 is not allowed: there is no folder no"),
    ("render near --preset far --params x", "not allowed with argument"),
    ("render", "required: FILM"),
    ("build near naer", "'naer' is no film"),
    ("build --media params.toml", "'params.toml' is not a folder"),
    ("params near --set side=4", "side = 4 is not allowed"),
    ("--version2", "unrecognized"),
]


def test_a_refusal_is_one_sentence_with_the_nearest_name(shared: Project) -> None:
    answers = shared.answers([command.split() for command, _ in REFUSALS])
    for (command, said), (code, answer) in zip(REFUSALS, answers, strict=True):
        assert said in answer, command
        assert answer.count("\n") == 1, command
        assert code == 2, command
    assert not (shared.root / "media").exists()


def test_a_refused_render_leaves_no_process_behind(shared: Project) -> None:
    command = [sys.executable, "-m", "gdvideo", "render", "naer"]
    process = subprocess.Popen(
        command, cwd=shared.root, stderr=subprocess.DEVNULL, start_new_session=True
    )
    assert process.wait() == 2
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


@pytest.mark.parametrize(
    ("words", "starts"),
    [
        ("render near", True),
        ("render near --scheduler tcp://here:8786", False),
        ("render near --scheduler=tcp://here:8786", False),
        ("render --help", False),
        ("build near", False),
        ("", False),
    ],
)
def test_only_a_render_here_is_started_before_the_line_is_read(words: str, starts: bool) -> None:
    assert _renders_here(words.split()) is starts


def test_parameters_are_shown_with_all_that_is_known_of_them(shared: Project) -> None:
    rows = [line.split() for line in shared.run("params", "near").splitlines()]
    assert rows[1] == ["side", "1", "1", "0", "to", "3", "cm", "how", "far", "the", "dot", "goes"]
    assert ["far", "side=3"] in rows
    changed = shared.run("params", "near", "--preset", "far").splitlines()
    assert changed[1].split()[:3] == ["side", "3", "1"]


def test_the_schema_is_json_schema(shared: Project) -> None:
    schema = json.loads(shared.run("params", "near", "--schema"))
    assert schema["properties"]["side"]["maximum"] == 3
    assert schema["additionalProperties"] is False


def test_every_command_has_help(shared: Project) -> None:
    overview = shared.run("--help")
    names = [line.split()[0] for line in overview.splitlines() if line.startswith("  ")]
    for name in ("list", "params", "render", "build"):
        assert name in names
        assert f"usage: gdvideo {name}" in shared.run(name, "--help")
    assert shared.run() == overview


@pytest.mark.parametrize("arguments", [["--help"], ["list"], ["render", "--help"]])
def test_nothing_heavy_is_imported_before_it_is_needed(
    shared: Project, arguments: list[str]
) -> None:
    code = (
        "import sys; from gdvideo.cli import main\n"
        "try: main(sys.argv[1:])\nexcept SystemExit: pass\n"
        "print('MODULES', *sys.modules)"
    )
    command = [sys.executable, "-c", code, *arguments]
    ran = subprocess.run(command, cwd=shared.root, capture_output=True, text=True, check=True)
    assert not HEAVY & set(ran.stdout.partition("MODULES")[2].split())


def test_every_film_of_the_project_is_found() -> None:
    from gdvideo.project import films

    found = films(HERE)
    assert "laser" in found
    for film in found.values():
        assert film.scene.isidentifier()
        assert film.title
        assert film.about.endswith(".")


def test_every_preset_is_allowed() -> None:
    from gdvideo.parameters import Choice, choose, presets
    from gdvideo.project import films

    for film in films(HERE).values():
        for name in presets(film):
            assert choose(film, Choice(preset=name)).variant == name
