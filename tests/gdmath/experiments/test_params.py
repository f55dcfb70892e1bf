"""Parameters are read strictly, and refused in one sentence."""

import contextlib
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
    assert load(tmp_path, "[other]\nx = 1\n") == Params()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("learning_rte = 0.1", "did you mean learning_rate?"),
        ("learning_rate = 4.0", "learning_rate = 4.0 is not allowed: a number from 0 to 2"),
        ("learning_rate = 'fast'", "learning_rate = 'fast' is not allowed"),
        ("learning_rate = nan", "learning_rate = nan is not allowed"),
        ("steps = 1.5", "steps = 1.5 is not allowed: a whole number from 0 to 200"),
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
    with pytest.raises(ParameterError, match="no such file"):
        load_params(Params, "laser", tmp_path / "nothing.toml")
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ParameterError, match="cannot be read as text"):
        load_params(Params, "laser", tmp_path / "bytes.toml")


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
