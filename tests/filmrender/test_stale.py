"""Every kind of stale cache that Manim has: it fails on Manim's own writer, and passes on ours."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from manim import RIGHT, Dot, MathTypst, UpdateFromAlphaFunc

from filmrender import identity
from filmrender.key import versions
from scenes.stage.theme import THEMES
from scenes.stage.words import Words
from tests.filmrender.conftest import Film, Render, play
from tests.filmrender.films import Tiny, film
from tests.filmrender.hidden import WAYS, settings


@pytest.fixture(params=["ours", pytest.param("stock", marks=pytest.mark.xfail)])
def writer(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Render with our writer, and then with Manim's own, which is expected to fail."""
    monkeypatch.setenv("FILMRENDER_WRITER", request.param)


def segments(film: Path) -> dict[Path, int]:
    """Return the encoded parts that are kept for this film, each with its inode."""
    found = (film.parent / "partial_movie_files").rglob("*.*")
    return {path: path.stat().st_ino for path in found if path.suffix in (".segment", ".mp4")}


def equal(one: Film, other: Film) -> bool:
    return np.array_equal(one.pictures, other.pictures) and one.starts == other.starts


@pytest.mark.usefixtures("writer")
@pytest.mark.parametrize("way", WAYS)
def test_no_way_of_a_value_to_the_picture_gives_the_old_film(
    way: str, render: Render, tmp_path: Path
) -> None:
    render(film(WAYS[way], learning_rate=1.0))
    changed = play(render(film(WAYS[way], learning_rate=3.0)).content)
    shutil.rmtree(tmp_path / "media")
    assert equal(changed, play(render(film(WAYS[way], learning_rate=3.0)).content))


@pytest.mark.usefixtures("writer")
def test_another_font_or_data_file_gives_another_film(render: Render, tmp_path: Path) -> None:
    read = tmp_path / "data.csv"
    settings.stride = lambda progress: float(read.read_text()) * progress

    def construct(scene: Any) -> None:
        move = UpdateFromAlphaFunc(Dot(), lambda d, p: d.move_to(RIGHT * settings.stride(p)))
        scene.play(move, run_time=0.4)

    made = type("Reading", (film(construct),), {"files": (read,)})
    read.write_text("1")
    first = play(render(made).content)
    read.write_text("3")
    assert not equal(play(render(made).content), first)


@pytest.fixture
def other_version(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Return a function after which a package seems to be of another version."""
    version = versions._version

    def forget() -> None:
        versions.versions.cache_clear()
        identity.renderer_salt.cache_clear()

    def change(package: str) -> None:
        monkeypatch.setattr(
            versions, "_version", lambda name, p: "0" if name == package else version(name, p)
        )
        forget()

    yield change
    forget()


@pytest.mark.usefixtures("writer")
@pytest.mark.parametrize("package", ["manim", "numpy", "av", "typst"])
def test_another_version_makes_all_segments_again(
    package: str, render: Render, other_version: Callable[[str], None]
) -> None:
    first = segments(render(Tiny).film)
    other_version(package)
    again = segments(render(Tiny).film)
    assert len(again.items() - first.items()) == len(first) > 0


@pytest.mark.usefixtures("writer")
def test_segments_that_were_cut_short_are_made_again(render: Render) -> None:
    made = render(Tiny)
    whole = play(made.content)
    for path in segments(made.film):
        path.write_bytes(path.read_bytes()[:-100])
    made.film.unlink()
    assert equal(play(render(Tiny).content), whole)


@pytest.mark.parametrize(
    "text",
    [
        lambda: Words("Theta", theme=THEMES["dark"], size=0.5),
        pytest.param(lambda: MathTypst("Theta"), marks=pytest.mark.xfail),
    ],
    ids=["ours", "stock"],
)
def test_text_leaves_no_file_that_another_font_or_a_killed_render_makes_wrong(
    text: Callable[[], Any], render: Render, tmp_path: Path
) -> None:
    def construct(scene: Any) -> None:
        scene.add(text())
        scene.wait(0.2)

    render(film(construct))
    assert list(tmp_path.rglob("*.svg")) == []
