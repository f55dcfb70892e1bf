"""Parameters are read strictly, and refused in one sentence."""

import codecs
import contextlib
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdmath.experiments.laser import Params
from gdmath.experiments.params import ParameterError, load_params

PROJECT = Path(__file__).parents[3]


def load(tmp_path: Path, text: str) -> Params:
    path = tmp_path / "other.toml"
    path.write_text(text, encoding="utf-8")
    return load_params(Params, "laser", path)


def test_the_projects_file_holds_the_defaults() -> None:
    assert load_params(Params, "laser", PROJECT / "params.toml") == Params()


def test_every_parameter_of_the_file_is_commented_with_its_range() -> None:
    lines = (PROJECT / "params.toml").read_text(encoding="utf-8").splitlines()
    for name in Params.model_fields:
        line = next(line for line in lines if line.startswith(f"{name} = "))
        low, high = Params.allowed(name).split(" from ")[1].split(" to ")
        comment = line.partition("#")[2]
        for end in (low, high.split()[0]):
            assert any(
                float(word.rstrip(",.")) == float(end)
                for word in comment.replace(":", " ").split()
                if word.rstrip(",.").lstrip("-").replace("e", "").replace(".", "").isdigit()
            ), (name, end)


def test_a_missing_table_means_the_defaults(tmp_path: Path) -> None:
    assert load(tmp_path, "[hiker]\nsteps = 1\n") == Params()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("learning_rte = 0.1", "did you mean learning_rate?"),
        ("learning_rate = 4.0", "learning_rate = 4.0 is not allowed: a number from 0.005 to 1.25"),
        ("learning_rate = 'fast'", "learning_rate = 'fast' is not allowed"),
        ("learning_rate = nan", "learning_rate = nan is not allowed"),
        ("steps = 1.5", "steps = 1.5 is not allowed: a whole number from 1 to 200"),
        ("steps = true", "steps = True is not allowed"),
        ("distance_cm = 0.0", "a number from 150 to 600 cm"),
        ("first_shot_cm = 100.00000000001", "first_shot_cm = 100.00000000001"),
    ],
)
def test_a_wrong_value_is_one_sentence(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(ParameterError) as caught:
        load(tmp_path, f"[laser]\n{text}\n")
    message = str(caught.value)
    assert says in message
    assert "other.toml: [laser]" in message
    assert "\n" not in message


@pytest.mark.parametrize(
    ("text", "says"),
    [("[laser", "is not TOML"), ("laser = 3", "must be a table")],
)
def test_a_wrong_file_is_one_sentence(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(ParameterError, match=says):
        load(tmp_path, text)


def test_a_file_that_is_not_there_or_not_text(tmp_path: Path) -> None:
    with pytest.raises(ParameterError, match="there is no such file"):
        load_params(Params, "laser", tmp_path / "nothing.toml")
    (tmp_path / "bytes.toml").write_bytes(b"\xff\x00")
    with pytest.raises(ParameterError, match=", line 1: not UTF-8"):
        load_params(Params, "laser", tmp_path / "bytes.toml")


MISPLACED = "stands above all tables; it must stand below [laser]"
KNOWN = "halfpipe, hiker, laser, learning_rate, soup, squared_error, staircase, tangent"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[Laser]\nsteps = 1\n", f"[Laser] is no film's table; did you mean laser? ({KNOWN})"),
        ("[LASER]\nsteps = 1\n", f"[LASER] is no film's table; did you mean laser? ({KNOWN})"),
        ("[laser]\n[lazer]\n", f"[lazer] is no film's table; did you mean laser? ({KNOWN})"),
        ("[[hikre]]\n", f"[hikre] is no film's table; did you mean hiker? ({KNOWN})"),
        ("[laser_]\n", f"[laser_] is no film's table; did you mean laser? ({KNOWN})"),
        ("[x]\n[laser]\n", f"[x] is no film's table ({KNOWN})"),
        ('["a\\nb"]\n', f"['a\\nb'] is no film's table ({KNOWN})"),
        ("lazer.steps = 1\n", f"[lazer] is no film's table; did you mean laser? ({KNOWN})"),
        (
            "learning_rate = 0.3\n[laser]\n",
            f"learning_rate = 0.3 {MISPLACED}; did you mean learning_rate?",
        ),
        (
            "learning_rat = 0.3\n",
            f"learning_rat = 0.3 {MISPLACED}; did you mean learning_rate?",
        ),
        ("'' = 3\n", f"'' = 3 {MISPLACED}"),
    ],
)
def test_what_is_no_films_table_is_named_with_the_nearest_name(
    tmp_path: Path, text: str, says: str
) -> None:
    with pytest.raises(ParameterError) as caught:
        load(tmp_path, text)
    assert str(caught.value) == f"{tmp_path / 'other.toml'}: {says}"


@pytest.mark.parametrize(
    "content",
    [
        codecs.BOM_UTF8 + b"[laser]\r\nsteps = 7\r\n",
        codecs.BOM_UTF16_LE + "[laser]\r\nsteps = 7\r\n".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "[laser]\nsteps = 7\n".encode("utf-16-be"),
    ],
)
def test_a_file_of_a_windows_editor_is_read(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "p.toml").write_bytes(content)
    assert load_params(Params, "laser", tmp_path / "p.toml") == Params(steps=7)


def test_what_is_endless_huge_or_no_file_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    with (tmp_path / "huge.toml").open("wb") as huge:
        huge.truncate(1 << 40)
    (tmp_path / "loop.toml").symlink_to("loop.toml")
    for path, says in [
        (Path("/dev/zero"), "is not a file"),
        (tmp_path, "is not a file"),
        (tmp_path / "pipe.toml", "is not a file"),
        (tmp_path / "huge.toml", "is larger than 30,000 bytes"),
        (tmp_path / "loop.toml", "cannot be read: Too many levels of symbolic links"),
        (tmp_path / "huge.toml" / "p.toml", "cannot be read: Not a directory"),
    ]:
        with pytest.raises(ParameterError) as caught:
            load_params(Params, "laser", path)
        assert str(caught.value) == f"{path} {says}"


@pytest.mark.parametrize(
    "text",
    [
        "a." * 3_000 + "a = 1",
        "[laser]\nsteps" + ".a" * 3_000 + " = 1",
        "[laser]\nsteps = " + "[" * 29_000,
        "[laser]\nsteps = " + "{a=" * 300 + "1" + "}" * 300,
        "[laser]\nsteps = " + "9" * 29_000,
        "[laser]\n" + "".join(f"[laser.a{number}]\n" for number in range(1_500)),
        "[laser]\nsteps = '" + "\N{COMBINING ACUTE ACCENT}" * 14_000 + "'",
    ],
    ids=["dotted", "dotted below", "brackets", "nested", "digits", "tables", "text"],
)
def test_the_worst_of_files_are_refused_in_one_short_sentence(tmp_path: Path, text: str) -> None:
    with pytest.raises(ParameterError) as caught:
        load(tmp_path, text)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 600


@given(st.dictionaries(st.text(max_size=12), st.one_of(st.floats(), st.text(), st.none())))
def test_whatever_is_given_the_answer_is_parameters_or_one_sentence(
    values: dict[str, object],
) -> None:
    with contextlib.suppress(ParameterError):
        assert isinstance(Params.parse(values), Params)
        return
    with pytest.raises(ParameterError) as caught:
        Params.parse(values)
    assert any(name in str(caught.value) for name in [*values, "first_shot_cm"])
