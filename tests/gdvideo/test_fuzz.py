"""Whatever stands in a parameter file or on a command line: one sentence, no traceback.

All of it runs in one process, where an import is paid once; nothing is rendered.
"""

import random
import re
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from gdvideo.cli import COMMANDS, main, parser_of
from gdvideo.errors import Usage
from gdvideo.parameters import Choice, assignments, choose, experiment
from gdvideo.project import films

HANG_SECONDS = 1  # of processor time: the machine may be busy
FILMS = films()
VALUES = [
    "0", "-1", "1e308", "-1e-308", "1e999", "nan", "-inf", "true", '"text"', "''", "[]", "[1, 2]",
    "{a = 1}", "1979-05-27", "0x10", "1_000", "9" * 400, '"\\u0000"', '"' + "x" * 5000 + '"', "\n",
    "=", "#", '"""', "1; import os", "$(touch /tmp/x)", "#eval(read(\\\"/etc/passwd\\\"))", "<b>",
    "\x7f", "ü", "\ud800", "../../etc/passwd", "0.1", "3", "1.0",
]  # fmt: skip
SMALL = [1, 1, 1, 2, 5]
ROUNDS = [300, pytest.param(100_000, marks=pytest.mark.soak)]


def names(chance: random.Random, slug: str) -> str:
    """Return a parameter's name, or something like it."""
    name: str = chance.choice([*experiment(FILMS[slug]).Params.model_fields])
    if chance.random() < 0.3:
        at = chance.randrange(len(name))
        name = name[:at] + chance.choice(["", "_", "é", '"', ".", " "]) + name[at + 1 :]
    return name


def files(chance: random.Random, rounds: int) -> Iterator[tuple[str, str]]:
    """Yield a film's name and a parameter file for it, mostly wrong."""
    for _ in range(rounds):
        slug = chance.choice([*FILMS])
        rows = [
            f"{names(chance, slug)} = {chance.choice(VALUES)}" for _ in range(chance.choice(SMALL))
        ]
        text = f"[{slug}]\n" + "\n".join(rows)
        if chance.random() < 0.2:
            at = chance.randrange(len(text))
            text = text[:at] + chance.choice(VALUES) + text[at + chance.choice(SMALL) :]
        yield slug, text


@pytest.mark.parametrize("rounds", ROUNDS)
def test_every_parameter_file_is_read_or_refused_in_one_sentence(
    tmp_path: Path, rounds: int
) -> None:
    chance = random.Random(6)
    path = tmp_path / "params.toml"
    refused = 0
    for slug, text in files(chance, rounds):
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        began = time.process_time()
        sentence = refusal(slug, Choice(file=path))
        if sentence is not None:
            refused += 1
            assert names_its_field(sentence, slug, text), text
        assert time.process_time() - began < HANG_SECONDS, text
    assert refused > rounds / 2


def refusal(slug: str, choice: Choice) -> str | None:
    """Return in which words the choice is refused, or None if it is taken."""
    try:
        variant = choose(FILMS[slug], choice).variant
    except Usage as refused:
        return str(refused)
    assert not variant or re.fullmatch(r"[A-Za-z0-9.+=_-]{1,80}", variant)
    return None


def names_its_field(sentence: str, slug: str, text: str) -> bool:
    """Tell whether a refusal is one line that says which value is wrong."""
    if "\n" in sentence or len(sentence) > 700:
        return False
    if re.search(r"is not TOML: |not UTF-8|must be a table|is no film's table", sentence):
        return True
    named = re.search(r"\[\w+\] (.*?) (?:=|is no parameter)", sentence)
    return named is not None and named[1] in {
        *experiment(FILMS[slug]).Params.model_fields,
        *keys(text),
    }


def keys(text: str) -> set[str]:
    """Return every name that the file, or the assignment, gives a value."""
    try:
        tables = [*tomllib.loads(text).values()]
    except tomllib.TOMLDecodeError:
        tables = []
    inner = {name for table in tables if isinstance(table, dict) for name in table}
    return inner | {text.partition("=")[0].strip()}


def lines(chance: random.Random, rounds: int) -> Iterator[list[str]]:
    """Yield command lines, mostly wrong, that begin no render."""
    for _ in range(rounds):
        command = chance.choice([*COMMANDS])
        options = [name for action in parser_of(command)._actions for name in action.option_strings]
        slug = chance.choice([*FILMS])
        words = [slug] if chance.random() < 0.8 else []
        for _ in range(chance.choice(SMALL)):
            option = chance.choice(options)
            if chance.random() < 0.3:
                option = option[: chance.randrange(1, len(option) + 1)] + chance.choice("xé=-")
            value = f"{names(chance, slug)}={chance.choice(VALUES)}"
            words += [option, chance.choice([value, chance.choice(VALUES), ""])]
        yield [command, *words, "--no-such-option"]


@pytest.mark.parametrize("rounds", ROUNDS)
def test_every_command_line_is_refused_in_one_sentence(
    rounds: int, capsys: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(6)
    for words in lines(chance, rounds):
        began = time.process_time()
        try:
            code = main(words)
        except SystemExit as leaving:  # --help
            code = int(leaving.code or 0)
        said = capsys.readouterr()
        if code:
            assert code == 2, words
            assert said.err.count("\n") == 1, (words, said.err)
        assert time.process_time() - began < HANG_SECONDS, words


@pytest.mark.parametrize("rounds", ROUNDS)
def test_every_value_that_is_set_is_taken_or_refused_by_name(rounds: int) -> None:
    chance = random.Random(6)
    for _ in range(rounds):
        slug = chance.choice([*FILMS])
        text = f"{names(chance, slug)}={chance.choice(VALUES)}"
        sentence = refusal(slug, Choice(values=assignments([text])))
        if sentence is not None:
            assert names_its_field(f"[{slug}] {sentence}", slug, text), text
