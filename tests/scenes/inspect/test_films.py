"""Nothing is wrong with the films themselves, in every theme and aspect ratio."""

import pytest

from gdvideo.cli import main
from gdvideo.project import films

OTHERS = {"halfpipe": 1}  # random sets of parameters, which the default run takes besides
MANY = 200


def check(slug: str, samples: int, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["check", slug, "--samples", str(samples)])
    said = capsys.readouterr().out
    assert code == 0, said
    assert said == f"{6 * (1 + samples)} looks, no findings.\n"


@pytest.mark.parametrize("slug", films())
def test_the_usual_films(slug: str, capsys: pytest.CaptureFixture[str]) -> None:
    check(slug, OTHERS.get(slug, 0), capsys)


@pytest.mark.soak
@pytest.mark.parametrize("slug", films())
def test_films_with_many_other_parameters(slug: str, capsys: pytest.CaptureFixture[str]) -> None:
    check(slug, MANY, capsys)
