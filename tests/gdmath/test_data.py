"""Data sets, and the CSV reader: what it takes, and what it says of everything else."""

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdmath import theory
from gdmath.data import CONTAINER, DataError, Points, read_points, synthetic_regression

GOOD = "minute,volume\n1,1.2\n2,1.8\n3,3.4\n"


@pytest.fixture
def write(tmp_path: Path) -> Callable[[bytes | str], Path]:
    def write_file(content: bytes | str) -> Path:
        path = tmp_path / "points.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write_file


@pytest.mark.parametrize(
    "content",
    [
        GOOD,
        GOOD.rstrip("\n"),
        GOOD.replace("\n", "\r\n"),
        '"minute", volume \n +1 ,1.2\n2.,18e-1\n3.0E0,"3.4"\n',
    ],
)
def test_a_file_gives_its_points_and_names(
    write: Callable[[bytes | str], Path], content: str
) -> None:
    points = read_points(write(content))
    np.testing.assert_array_equal(points.x, CONTAINER.x)
    np.testing.assert_array_equal(points.y, CONTAINER.y)
    assert (points.x_name, points.y_name) == ("minute", "volume")


ROWS = "1,1\n" * 1_000
FAULTS: dict[str, tuple[bytes | str, str]] = {
    "empty": ("", " is empty; it must have a header and points below it"),
    "header alone": ("x,y\n", " has fewer than two different values of x"),
    "one point": ("x,y\n1,2\n", " has fewer than two different values of x"),
    "one x": ("x,y\n1,2\n1.0,3\n", " has fewer than two different values of x"),
    "no header": (
        "1,1.2\n2,1.8\n",
        ", line 1, column 1: 1 is a number; the first line must name the columns",
    ),
    "nameless": (
        "x,\n1,2\n2,3\n",
        ", line 1, column 2: the name is ''; it must have 1 to 40 printable characters",
    ),
    "unprintable name": (
        "x,a\x07b\n1,2\n2,3\n",
        r", line 1, column 2: the name is 'a\x07b'; it must have 1 to 40 printable characters",
    ),
    "same names": ("x,x\n1,2\n2,3\n", ", line 1: both columns are named 'x'"),
    "blank line": (
        "x,y\n1,2\n\n2,3\n",
        ", line 3: empty; every line must have two fields",
    ),
    "three fields": (
        "x,y\n1,2\n2,3,4\n",
        ", line 3: it has 3 fields; it must have two, with a comma between them",
    ),
    "semicolons": (
        "x;y\n1;2\n",
        ", line 1: it has 1 fields; it must have two, with a comma between them",
    ),
    "word": (
        "x,y\n1,2\n2,abc\n",
        ", line 3, column 2: y is 'abc'; it must be a finite decimal number",
    ),
    # A pattern that goes back and forth over the digits would not end here.
    "endless word": (
        "x,y\n1," + "1" * 100_000 + "x\n",
        f", line 2, column 2: y is '{'1' * 40}'; it must be a finite decimal number",
    ),
    "missing number": (
        "x,y\n1,2\n,3\n",
        ", line 3, column 1: x is ''; it must be a finite decimal number",
    ),
    "nan": ("x,y\n1,nan\n", ", line 2, column 2: y is 'nan'; it must be a finite decimal number"),
    "infinity": (
        "x,y\ninf,1\n",
        ", line 2, column 1: x is 'inf'; it must be a finite decimal number",
    ),
    "python's own notation": (
        "x,y\n1_000,1\n",
        ", line 2, column 1: x is '1_000'; it must be a finite decimal number",
    ),
    "other digits": (
        "x,y\n１,1\n",
        ", line 2, column 1: x is '１'; it must be a finite decimal number",
    ),
    "overflow": (
        "x,y\n1e999,1\n",
        ", line 2, column 1: x is '1e999'; it must not be larger than 1e+100 in size",
    ),
    "too large to square": (
        "x,y\n1,-1e101\n",
        ", line 2, column 2: y is '-1e101'; it must not be larger than 1e+100 in size",
    ),
    "open quote": ('x,y\n1,2\n2,"3\n', ", line 3: unexpected end of data"),
    "byte order mark": (
        b"\xef\xbb\xbfx,y\n1,2\n2,3\n",
        ", line 1, column 1: a byte order mark; save the file as UTF-8 without one",
    ),
    "latin-1": ("x,höhe\n1,2\n".encode("latin-1"), ", line 1: not UTF-8"),
    "latin-1 further down": (b"x,y\n1,2\n2,\xb5\n", ", line 3: not UTF-8"),
    "utf-16": ("x,y\n".encode("utf-16-le") + b"\xff", ", line 2: not UTF-8"),
    "too many points": ("x,y\n" + ROWS + "2,2\n", " has 1,001 points; at most 1,000 are read"),
    "too many bytes": ("x" * 1_000_001, " is larger than 1,000,000 bytes"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_one_sentence_that_says_where(
    write: Callable[[bytes | str], Path], fault: str
) -> None:
    content, sentence = FAULTS[fault]
    path = write(content)
    with pytest.raises(DataError) as raised:
        read_points(path)
    assert str(raised.value) == f"{path}{sentence}"


def test_as_many_points_as_allowed_are_read(write: Callable[[bytes | str], Path]) -> None:
    points = read_points(write("x,y\n" + "1,1\n" * 999 + "2,2\n"))
    assert len(points.x) == 1_000


def test_what_is_not_a_file_is_refused(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    for path, sentence in [
        (tmp_path / "none.csv", "cannot be read: No such file or directory"),
        (tmp_path, "is not a file"),
        (pipe, "is not a file"),
        (tmp_path / ("n" * 300), "cannot be read: File name too long"),
        (tmp_path / "a\0b", "is no name for a file: embedded null byte"),
    ]:
        with pytest.raises(DataError, match=sentence):
            read_points(path)


@given(content=st.binary(max_size=60) | st.text("x,y1.e-+\"'\n\r \t;", max_size=60).map(str.encode))
def test_any_bytes_give_points_or_one_sentence(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(content)
    sentence, points = "", CONTAINER
    try:
        points = read_points(path)
    except DataError as error:
        sentence = str(error)
    assert "\n" not in sentence
    assert np.ptp(points.x) > 0


def test_synthetic_points_scatter_about_their_line() -> None:
    points = synthetic_regression(1_000, 2.0, -1.0, 0.5, np.random.default_rng(0), (-3, 5))
    assert -3 <= points.x.min() < -2.9
    assert 4.9 < points.x.max() < 5
    assert theory.least_squares_line(points.x, points.y) == pytest.approx((2.0, -1.0), abs=0.05)
    assert (points.y - 2 * points.x + 1).std() == pytest.approx(0.5, rel=0.1)


def test_equal_seeds_give_equal_points() -> None:
    first, second, other = (
        synthetic_regression(10, 2.0, 1.0, 0.1, np.random.default_rng(seed)) for seed in (1, 1, 2)
    )
    np.testing.assert_array_equal([first.x, first.y], [second.x, second.y])
    assert (first.y != other.y).all()


def test_without_noise_the_points_are_on_the_line() -> None:
    points = synthetic_regression(10, 2.0, 1.0, 0.0, np.random.default_rng(0))
    np.testing.assert_array_equal(points.y, 2 * points.x + 1)


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: Points(np.array([1.0]), np.array([1.0, 2.0])), "y has 2 values; it must have"),
        (lambda: Points(np.ones(2), np.ones(2)), "fewer than two different values of x"),
        (lambda: Points(np.array([1, np.nan]), np.ones(2)), "x holds a value that is nan"),
        (lambda: synthetic(samples=1), "samples is 1; it must be a whole number from 2 to 1,000"),
        (lambda: synthetic(noise=-1.0), "noise is -1.0; it must be a finite number, at least 0"),
        (lambda: synthetic(slope=np.inf), "slope is inf; it must be a finite number"),
        (lambda: synthetic(span=(1.0, 1.0)), r"span\[1\] is 1.0; it must be .* above 1"),
    ],
)
def test_wrong_points_are_one_sentence(make: Callable[[], object], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        make()


def synthetic(
    samples: int = 2,
    slope: float = 1.0,
    noise: float = 0.0,
    span: tuple[float, float] = (0.0, 1.0),
) -> object:
    return synthetic_regression(samples, slope, 0.0, noise, np.random.default_rng(0), span)
