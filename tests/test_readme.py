"""The README says what the code says."""

import re

import pytest

from gdvideo.describe import rows
from gdvideo.parameters import experiment, presets
from gdvideo.project import ROOT, Film, films

TEXT = (ROOT / "README.md").read_text("utf-8")
# A film of your own needs neither a poster here nor words in the README.
FILMS = [film for film in films().values() if (ROOT / f"media/{film.slug}.png").is_file()]


def section(film: Film) -> str:
    """Return the README's words on a film."""
    return TEXT.split(f"### {film.title}\n")[1].split("\n#")[0]


@pytest.mark.parametrize("film", FILMS, ids=lambda film: film.slug)
def test_each_film_is_there_with_its_poster_its_claim_and_its_presets(film: Film) -> None:
    words = section(film)
    assert f"(media/{film.slug}.png)" in words
    numbers = experiment(film)
    assert f"*{numbers.run(numbers.Params()).lesson}*" in words
    for name in presets(film):
        assert name == "article" or f"`{name}`" in words


@pytest.mark.parametrize("film", FILMS, ids=lambda film: film.slug)
def test_the_parameters_are_those_of_the_film(film: Film) -> None:
    model = experiment(film).Params
    told = [
        f"| `{name}` | {default} | {span} | {meaning}{f', in {unit}' if unit else ''} |"
        for name, _, default, span, unit, meaning in rows(model, model().model_dump())
    ]
    assert re.findall(r"^\| `.*$", section(film), re.MULTILINE) == told


def test_what_it_names_is_there() -> None:
    for name in re.findall(r"\]\(([\w/.]+)\)", TEXT):
        assert (ROOT / name).is_file(), name


def test_the_files_in_media_are_small() -> None:
    kept = [path for path in (ROOT / "media").iterdir() if path.is_file()]
    for path in kept:
        assert path.stat().st_size <= 600_000, path.name
    posters = {path.name for path in kept if path.suffix == ".png"}
    assert posters == {f"{film.slug}.png" for film in FILMS} | {"gallery.png"}
