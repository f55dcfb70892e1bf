"""The CSV reader: what it takes, and what it says of everything else."""

import codecs
import os
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdmath.data import CONTAINER
from gdmath.points_file import DataError, read_points

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


SPREADSHEETS: dict[str, bytes] = {
    "with a mark of its order": codecs.BOM_UTF8 + GOOD.encode(),
    "semicolons": GOOD.replace(",", ";").encode(),
    "semicolons and points": b"minute;volume\n1.0;1.2\n2;1.8\n3;3.4\n",
    "Germany": codecs.BOM_UTF8 + b"minute;volume\r\n1,0;1,2\r\n2;1,8\r\n3;3,4\r\n",
    "three decimals": b"minute;volume\n1;1,200\n2;1,800\n3;3,400\n",
    "tabs": GOOD.replace(",", "\t").encode(),
    "tabs and decimal commas": b"minute\tvolume\n1\t1,2\n2\t1,8\n3\t3,4\n",
    "a tabbed text as UTF-16": codecs.BOM_UTF16_LE
    + GOOD.replace(",", "\t").replace(".", ",").encode("utf-16-le"),
    "the other UTF-16": codecs.BOM_UTF16_BE + GOOD.encode("utf-16-be"),
    "decimal commas in quotation marks": b'minute,volume\n1,"1,2"\n2,"1,8"\n3,"3,4"\n',
    "decimal commas and powers": b"minute;volume\n1;1,2E+00\n2;18,0e-1\n3;,34e1\n",
    "empty last lines": GOOD.encode() + b"\r\n\r\n",
    "empty last cells": GOOD.replace(",", ";").encode() + b";\n ; \n",
    "the lines of an old Mac": GOOD.replace("\n", "\r").encode(),
}


@pytest.mark.parametrize("content", SPREADSHEETS.values(), ids=SPREADSHEETS)
def test_files_of_the_spreadsheets_of_any_country_give_the_same_points(
    write: Callable[[bytes | str], Path], content: bytes
) -> None:
    points = read_points(write(content))
    np.testing.assert_array_equal(points.x, CONTAINER.x)
    np.testing.assert_array_equal(points.y, CONTAINER.y)
    assert (points.x_name, points.y_name) == ("minute", "volume")


@pytest.mark.parametrize(
    "name",
    [
        "Größe",
        "Højde",
        "ώρα",
        "Объём",
        "時間",
        "시간",
        "समय",
        "เวลา",
        "זמן",
        "الوقت",
        "نیم\u200cفاصله",
        "ሰዓት",
    ],
)
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_names_have_letters_of_any_script(
    write: Callable[[bytes | str], Path], name: str, separator: str
) -> None:
    points = read_points(write(f"{name}{separator}y\n1{separator}2\n2{separator}3\n"))
    assert (points.x_name, points.y_name) == (name, "y")


NUMBERS = st.floats(-1e100, 1e100) | st.integers(-(10**6), 10**6).map(float)


@given(
    rows=st.lists(
        st.tuples(NUMBERS, NUMBERS), min_size=2, max_size=5, unique_by=lambda row: row[0]
    ),
    separator=st.sampled_from(",;\t"),
    mark=st.sampled_from(".,"),
)
def test_what_a_program_writes_is_read_as_it_was_or_refused_with_two_readings(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[tuple[float, float]],
    separator: str,
    mark: str,
) -> None:
    path = tmp_path_factory.getbasetemp() / "written.csv"
    quote = '"' if mark == separator else ""
    lines = [
        separator.join(f"{quote}{number!r}{quote}".replace(".", mark) for number in row)
        for row in [*rows]
    ]
    path.write_text("\n".join([f"x{separator}y", *lines]), encoding="utf-8")
    try:
        points = read_points(path)
    except DataError as error:
        assert "can be read as" in str(error)  # noqa: PT017 (it need not be raised)
        return
    np.testing.assert_array_equal(np.column_stack([points.x, points.y]), rows)


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
        (
            ", line 3: 2,3,4 can be read as 2.3 and 4 or as 2 and 3.4; put a semicolon between the "
            "fields, or a point before decimals"
        ),
    ),
    "four fields": (
        "x,y\n1,2\n2,3,4,5\n",
        ", line 3: it has 4 fields; it must have two, with a comma between them",
    ),
    "three fields between semicolons": (
        "x;y\n1;2\n2;3;4\n",
        ", line 3: it has 3 fields; it must have two, with a semicolon between them",
    ),
    "one field": (
        "x\ty\n1\t2\n2 3\n",
        ", line 3: it has 1 fields; it must have two, with a tab between them",
    ),
    "groups or decimals, with points": (
        "x;y\n1;1.500\n2;2.250\n",
        (
            ", line 2, column 2: y is 1.500, which can be read as 1.500 or as 1500; group no "
            "digits, and end decimals with one more zero"
        ),
    ),
    "groups or decimals, between tabs": (
        "x\ty\n1\t-1,500\n2\t2\n",
        (
            ", line 2, column 2: y is -1,500, which can be read as -1.500 or as -1500; group no "
            "digits, and end decimals with one more zero"
        ),
    ),
    "groups or decimals, quoted": (
        'x,y\n1,"1,500"\n2,"2,250"\n',
        (
            ", line 2, column 2: y is 1,500, which can be read as 1.500 or as 1500; group no "
            "digits, and end decimals with one more zero"
        ),
    ),
    "points and commas": (
        "x;y\n1;1.500\n2;2,5\n",
        (
            ": 1.500 in line 2 and 2,5 in line 3 can be read as 1.500 and 25 or as 1500 and 2.5; "
            "mark all decimals alike, group no digits"
        ),
    ),
    "groups and decimals in one": (
        "x;y\n1;1.234,5\n2;2\n",
        ", line 2, column 2: y is '1.234,5'; it must be a finite decimal number",
    ),
    "two groups": (
        "x;y\n1;1,234,567\n2;2\n",
        ", line 2, column 2: y is '1,234,567'; it must be a finite decimal number",
    ),
    "two separators": (
        "x\t,y\n1\t,2\n2\t,3\n",
        (
            ": the first point can be read as 1 and 2 or as 1 and 0.2, with a comma or a tab "
            "between them; keep one of the two"
        ),
    ),
    "a decimal comma for a name": (
        "1,5;2\n1;2\n",
        ", line 1, column 1: 1,5 is a number; the first line must name the columns",
    ),
    "the same name in two spellings": (
        "\u00e9,e\u0301\n1,2\n2,3\n",
        ", line 1: both columns are named '\u00e9'",
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
    "latin-1": ("x,höhe\n1,2\n".encode("latin-1"), ", line 1: not UTF-8; save the file as UTF-8"),
    "latin-1 further down": (b"x,y\n1,2\n2,\xb5\n", ", line 3: not UTF-8; save the file as UTF-8"),
    "utf-16 without a mark": (
        "x,y\n".encode("utf-16-le") + b"\xff",
        ", line 2: not UTF-8; save the file as UTF-8",
    ),
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
        (tmp_path / "none.csv", "there is no such file$"),
        (Path("none.csv"), f"there is no such file in {re.escape(str(Path.cwd()))}$"),
        (tmp_path, "is not a file"),
        (pipe, "is not a file"),
        (Path("/dev/zero"), "is not a file"),
        (tmp_path / ("n" * 300), "cannot be read: File name too long"),
        (tmp_path / "a\0b", "is no name for a file: embedded null byte"),
    ]:
        with pytest.raises(DataError, match=sentence):
            read_points(path)


@given(
    content=st.binary(max_size=60) | st.text("x,y1.e-+05\"'\n\r \t;", max_size=60).map(str.encode)
)
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
