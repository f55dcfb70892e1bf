"""Of a long list of cases, a run of everything has those whose turn it is; the soaks the others."""

from types import SimpleNamespace
from typing import Any

import pytest

from tests import conftest

NAMES = [f"test_it[{number}]" for number in range(30)]


def left_to_soaks(config: Any) -> set[str]:
    soaks: list[str] = []

    def item(name: str) -> Any:
        return SimpleNamespace(
            name=name,
            get_closest_marker=lambda _: pytest.mark.turns(3).mark,
            add_marker=lambda _: soaks.append(name),
        )

    conftest.pytest_collection_modifyitems(config, [item(name) for name in NAMES])
    return set(soaks)


def test_every_case_has_its_turn_when_the_sources_change(monkeypatch: pytest.MonkeyPatch) -> None:
    folder, turns = SimpleNamespace(args=["tests"]), []
    for sources in (7, 8, 9):
        monkeypatch.setattr(conftest, "sources", lambda sources=sources: sources)
        turns.append(set(NAMES) - left_to_soaks(folder))
    assert all(turns)
    assert sorted(name for turn in turns for name in turn) == sorted(NAMES)


@pytest.mark.parametrize("named", [__file__, f"{__file__}::{NAMES[0]}"])
def test_a_file_that_is_named_has_all_of_its_cases(named: str) -> None:
    assert left_to_soaks(SimpleNamespace(args=[named])) == set()
