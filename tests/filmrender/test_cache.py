"""Never the wrong film, and nothing drawn twice."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from manim import RIGHT, UP, Dot, Square

from filmrender.key import sources
from filmrender.key.digests import file_digest
from filmrender.key.manifest import Manifest
from filmrender.output import mp4
from scenes.paint import Art, art
from tests.filmrender.conftest import Render
from tests.filmrender.films import Tiny, film, tiny, with_sprites


def segments(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.segment"))


def test_an_unchanged_film_is_not_rendered_again(render: Render) -> None:
    first = render(Tiny)
    assert first.drawn > 30
    before = first.film.stat().st_mtime_ns
    second = render(Tiny)
    assert second.drawn == 0
    assert second.scene.renderer.num_plays == 0  # not even played
    assert second.film.stat().st_mtime_ns == before


def test_a_lost_film_is_joined_again_without_a_picture_being_drawn(render: Render) -> None:
    first = render(Tiny)
    content, captions = first.content, first.film.with_suffix(".srt").read_bytes()
    first.film.write_bytes(content[:-100])
    first.film.with_suffix(".srt").unlink()
    second = render(Tiny)
    assert second.drawn == 0
    assert second.content == content
    assert second.film.with_suffix(".srt").read_bytes() == captions


def test_another_learning_rate_draws_only_the_play_that_it_touches(render: Render) -> None:
    first = render(Tiny)
    old = first.content
    second = render(tiny(learning_rate=0.05))
    assert second.content != old
    # The dot's way and the hold after it, and then the plays that show where it has come to: not
    # the axes, nor the square, nor the marks.
    assert second.drawn == first.drawn - (6 + 7 + 6)
    back = render(Tiny)
    assert back.drawn == 0
    assert back.content == old


def test_the_film_is_the_same_from_a_cold_and_from_a_warm_cache(
    render: Render, tmp_path: Path
) -> None:
    warm = [render(Tiny), render(tiny(learning_rate=0.05))][1].content
    shutil.rmtree(tmp_path / "media")
    assert render(tiny(learning_rate=0.05)).content == warm
    assert render(tiny(learning_rate=0.05), disable_caching=True).content == warm


def test_a_changed_source_is_found(render: Render, monkeypatch: pytest.MonkeyPatch) -> None:
    render(Tiny)
    monkeypatch.setattr(
        sources, "file_digest", lambda p: "other" if p.name == "films.py" else file_digest(p)
    )
    again = render(Tiny)
    assert again.scene.renderer.num_plays > 0  # played, to see what it shows now
    assert again.drawn == 0  # the same pictures


def forget(painted: list[Art], monkeypatch: pytest.MonkeyPatch) -> None:
    """Forget all pictures, as a new program has."""
    painted.clear()
    monkeypatch.setattr(art, "_gallery", art._Gallery())


def test_a_second_render_with_sprites_paints_nothing_and_encodes_nothing(
    render: Render, painted: list[Art], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = render(film(with_sprites))
    content = first.content
    assert first.drawn > 20
    assert len(painted) == len({each.key for each in painted}) == 4  # each once
    forget(painted, monkeypatch)
    assert render(film(with_sprites)).scene.renderer.num_plays == 0
    monkeypatch.setattr(Manifest, "changes", lambda _manifest: iter(["a source"]))
    played = render(film(with_sprites))
    assert played.scene.renderer.num_plays > 0
    assert (played.drawn, painted) == (0, [])
    assert played.content == content


def test_only_plays_in_which_a_sprite_changes_are_drawn_again(
    render: Render, painted: list[Art], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = render(film(with_sprites))
    forget(painted, monkeypatch)
    again = render(film(with_sprites, grown=1.5))
    assert 0 < again.drawn < first.drawn
    assert len(painted) == len({each.key for each in painted})


def test_settings_that_change_pixels_make_another_film(render: Render) -> None:
    first = render(Tiny)
    assert render(Tiny, background_color="#FFFFFF").drawn == first.drawn
    assert render(Tiny, pixel_width=320, pixel_height=180).drawn == first.drawn
    assert render(Tiny).drawn == 0


def stand_then_move(scene: Any) -> None:
    """Play twice what begins alike: the first pictures must not decide alone."""
    square, dot = Square(), Dot()
    scene.add(square, dot)
    scene.play(dot.animate.shift(RIGHT), run_time=0.4)
    dot.shift(-RIGHT)
    scene.play(dot.animate.shift(RIGHT), run_time=scene.params["seconds"])
    dot.shift(-RIGHT)
    scene.play(dot.animate.shift(RIGHT + scene.params["up"] * UP), run_time=0.4)


def test_plays_that_begin_alike_are_told_apart(render: Render, tmp_path: Path) -> None:
    made = [film(stand_then_move, seconds=s, up=up) for s in (0.4, 0.8) for up in (0, 1)]
    warm = [render(each).content for each in made]
    cold = []
    for each in made:
        shutil.rmtree(tmp_path / "media")
        cold.append(render(each).content)
    assert warm == cold


def truncate(path: Path, _others: list[Path], dice: random.Random) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: dice.randrange(len(content))])


def flip(path: Path, _others: list[Path], dice: random.Random) -> None:
    content = bytearray(path.read_bytes())
    content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
    path.write_bytes(content)


def swap(path: Path, others: list[Path], dice: random.Random) -> None:
    other = dice.choice([other for other in others if other != path])
    mine, its = path.read_bytes(), other.read_bytes()
    path.write_bytes(its)
    other.write_bytes(mine)


Damage = Callable[[Path, list[Path], random.Random], None]


def damage_and_render(render: Render, rounds: int) -> None:
    """Damage files of the cache, in turn with and without the film; expect the film each time."""
    good = render(Tiny)
    content, cache = good.content, good.film.parent / "partial_movie_files"
    dice = random.Random(7)
    kinds: list[Damage] = [truncate, flip, swap]
    for number in range(rounds):
        files = [*segments(cache), *good.film.parents[1].rglob("manifests/*/*.json")]
        kinds[number % 3](dice.choice(files), files, dice)
        if number % 2:
            good.film.unlink()
        again = render(Tiny)
        assert again.content == content
        # What was damaged was found: everything is whole again, and nothing is left to do.
        after = render(Tiny)
        assert after.drawn == 0
        assert after.scene.renderer.num_plays == 0


def test_damaged_files_of_the_cache_are_found_and_made_again(render: Render) -> None:
    damage_and_render(render, rounds=9)


@pytest.mark.soak
def test_a_thousand_damaged_files_are_found(render: Render) -> None:
    damage_and_render(render, rounds=1000)


@pytest.mark.parametrize("pattern", ["*.segment", "*.json"])
def test_the_cache_is_kept_small(
    pattern: str, render: Render, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was used long ago goes; another render may be about to read what was used just now."""
    media = render(Tiny).film.parents[1]
    old = sorted(media.rglob(pattern))
    os.utime(old[0], (0, 0))
    monkeypatch.setattr(mp4, "_LEAST_KEPT", 0)
    render(Tiny, background_color="#FFFFFF", max_files_cached=0)  # which uses none of the old
    assert [path for path in old if not path.exists()] == old[:1]
