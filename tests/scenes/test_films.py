"""What holds for every film in scenes/: a new film is one more name in the list.

Each is rendered and embedded. Two films at a time are looked at as `gdvideo check` does, in one
shape of frame and one theme, and told with half of their ranges' ends: which films, looks and ends
have their turn changes with the films' sources. All films in all six looks are .ci/run's; all the
ends, and looks with random parameters, are `-m soak`'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import cycle, product
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
import pytest
from manim import tempconfig

from filmrender.drawing.order import drawing_order
from gdmath.experiments._common.sentences import Said
from gdmath.experiments.params import ParameterError, Params
from gdvideo.cli import main
from gdvideo.parameters import experiment
from gdvideo.project import ROOT, films
from gdvideo.task import ASPECTS, THEMES
from scenes.stage.film import Film
from scenes.stage.inspect.narration import judge_narration
from scenes.stage.inspect.playing import play, staged
from scenes.stage.inspect.watch import inspect_film
from scenes.stage.shots import ShotFilm
from tests.conftest import sources
from tests.scenes.conftest import Watcher

FILMS = films()
LOOKS = [*product(ASPECTS, THEMES)]
AT_ONCE = 2  # films that are looked at in one run, so that a longer list takes hardly longer
MANY = 200  # random sets of parameters
SHORTEST, LONGEST = 50, 100  # seconds, as the storyboards have it, of the project's own films


def in_turn(names: Iterable[str], seed: int) -> list[str]:
    """Return the few that have their turn."""
    return sorted(names, key=lambda name: crc32(f"{seed} {name}".encode()))[:AT_ONCE]


SEED = sources()
every_film = pytest.mark.parametrize("slug", FILMS)
some_films = pytest.mark.parametrize("slug", in_turn(FILMS, SEED))


def scene_of(slug: str) -> type[Film[Any]]:
    scene: type[Film[Any]] = getattr(import_module(f"scenes.{slug}"), FILMS[slug].scene)
    return scene


def presets() -> Iterator[tuple[str, str]]:
    for slug in in_turn(FILMS, SEED):
        yield from ((slug, name) for name in getattr(experiment(FILMS[slug]), "PRESETS", {}))


def extremes(model: type[Params]) -> Iterator[dict[str, object]]:
    """Yield parameters in which each has its least value once, and its greatest.

    The next one has the opposite, where the film allows that together.
    """
    fields = model.model_json_schema()["properties"]
    ends = {name: (f["minimum"], f["maximum"]) for name, f in fields.items() if "maximum" in f}
    names = [*ends]
    for name, other in zip(names, names[1:] + names[:1], strict=True):
        for side in (0, 1):
            alone = {name: ends[name][side]}
            for values in (alone | {other: ends[other][1 - side]}, alone):
                try:
                    model.parse(values)
                except ParameterError:
                    continue
                yield values
                break


def played(slug: str, params: Params, aspect: str, theme: str) -> Film[Any]:
    """Play a film to its end; what it says can be read, is true, and keeps to whole frames."""
    with staged(scene_of(slug), Watcher(), params, theme, aspect) as film:
        play(film, ends_only=True)
        assert film.cues[-1].end == pytest.approx(film.clock)
        assert not list(judge_narration(film.cues))
        for cue in film.cues if isinstance(film, ShotFilm) else ():
            assert isinstance(cue.text, Said), cue.text
            assert cue.text.holds(), cue.text
        for mobject in film.mobjects:
            for part in mobject.get_family():
                assert np.isfinite(part.points).all(), part.name
    return film


@some_films
def test_each_play_leaves_the_same_picture_if_its_frames_are_left_out(slug: str) -> None:
    """Else its pictures would depend on how many workers draw them."""
    film = scene_of(slug)
    ends = [pictures_after_plays(film, ends_only=ends_only) for ends_only in (True, False)]
    assert len(ends[0]) == len(ends[1])
    for (said, *one), (_, *other) in zip(*ends, strict=True):
        assert one == other, said


def pictures_after_plays(film: type[Film[Any]], *, ends_only: bool) -> list[tuple[Any, ...]]:
    """Return the line that stands after each play, and what is drawn: names, points, pictures."""
    found: list[tuple[Any, ...]] = []

    class Look(Watcher):
        def play_end(self, scene: Any, _seconds: float) -> None:
            drawn = drawing_order(scene.mobjects)
            points = np.concatenate([np.zeros((0, 3)), *[m.points for m in drawn]])
            places = (np.round(points, 6) + 0.0).tobytes()  # no negative zeros
            parts = [(m.name, len(m.points), getattr(m, "art", None)) for m in drawn]
            found.append((scene.cues[-1].text if scene.cues else "", parts, places))

    with staged(film, Look(), film.model()) as scene:
        play(scene, ends_only=ends_only)
    return found


def test_films_take_turns() -> None:
    names = [f"film {number}" for number in range(14)]
    turns = [in_turn(names, seed) for seed in range(60)]
    assert all(len(set(turn)) == AT_ONCE for turn in turns)
    assert {name for turn in turns for name in turn} == set(names)


@some_films
def test_nothing_is_wrong_with_it(slug: str) -> None:
    film, (aspect, theme) = scene_of(slug), LOOKS[(SEED + [*FILMS].index(slug)) % len(LOOKS)]
    report = inspect_film(film, film.model(), [theme], aspect)
    found = report.findings[theme]
    assert not found, "\n".join(f"{aspect} {theme}: {finding}" for finding in found)
    if (ROOT / f"media/{slug}.png").is_file():
        assert SHORTEST <= report.seconds <= LONGEST


@every_film
def test_it_renders(slug: str, tmp_path: Path) -> None:
    film = scene_of(slug)
    small = {"pixel_width": 214, "pixel_height": 120, "frame_rate": 15, "verbosity": "ERROR"}
    excerpt = {"from_animation_number": 0, "upto_animation_number": 3}
    settings = {"media_dir": str(tmp_path), "progress_bar": "none", "input_file": f"{slug}.py"}
    with tempconfig({**small, **excerpt, **settings}):
        made: Any = film(params=film.model())
        made.render()
    assert made.output_plan.primary_artifact.stat().st_size > 1000


@every_film
def test_it_can_be_embedded(slug: str) -> None:
    """A post needs a title, a lesson, a poster, chapters with names, and captions."""
    film = scene_of(slug)
    told = played(slug, film.model(), "16:9", "dark")
    names = [name for name, _ in told.beats]
    assert film.title
    assert told.run().lesson.endswith(".")
    assert film.poster in ("", *names)
    assert all(names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(("slug", "name"), [*presets()])
def test_its_presets_are_told_to_their_end(slug: str, name: str) -> None:
    known = [*experiment(FILMS[slug]).PRESETS.items()]
    number = [preset for preset, _ in known].index(name)
    params = scene_of(slug).model.parse(known[number][1])
    played(slug, params, *LOOKS[number % len(LOOKS)])


@pytest.mark.parametrize(
    ("slug", "every"),
    [(slug, 2) for slug in in_turn(FILMS, SEED)]
    + [pytest.param(slug, 1, marks=pytest.mark.soak) for slug in FILMS],
)
def test_the_ends_of_its_ranges_are_told_to_their_end(slug: str, every: int) -> None:
    model = scene_of(slug).model
    tried = [*zip(extremes(model), cycle(LOOKS), strict=False)]
    for values, look in tried[SEED % every :: every]:
        played(slug, model.parse(values), *look)


@pytest.mark.soak
@every_film
def test_all_looks_with_many_other_parameters(
    slug: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["check", slug, "--samples", str(MANY)])
    said = capsys.readouterr().out
    assert code == 0, said
    assert said == f"{6 * (1 + MANY)} looks, no findings.\n"
