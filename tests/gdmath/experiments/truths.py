"""Whether sentences are true, asked of other code than the film's, and whether all are said."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from decimal import Context, Decimal, Inexact, localcontext
from functools import cache
from typing import Any

from gdmath.experiments._common.sentences import Said, Sentences

__all__ = ["EXACT", "assert_all_said", "assert_true", "decimals"]

# Sums and products of decimals are exact, or raise Inexact; those of fractions are far slower.
EXACT = Context(prec=20_000, Emax=10**9, Emin=-(10**9), traps=[Inexact])


def decimals(*numbers: float) -> tuple[Decimal, ...]:
    """Return the decimals that numbers print as."""
    return tuple(Decimal(repr(number)) for number in numbers)


def assert_true(
    text: Said, truths: Mapping[str, Callable[..., bool]], facts: Any, where: object,
    arithmetic: Context = EXACT,
) -> None:  # fmt: skip
    """Assert that a sentence is true: all truths whose pattern it is agree, and there is one."""
    found = _matches(str(text), tuple(truths))
    assert found, f"nobody knows whether {text!r} is true"
    with localcontext(arithmetic):
        wrong = [pattern for pattern, said in found if not truths[pattern](facts, **said)]
    assert not wrong, (text, where)


@cache
def _matches(text: str, patterns: tuple[str, ...]) -> list[tuple[str, dict[str, str]]]:
    """Return the patterns of a text, and what it says where they have names."""
    found = ((pattern, re.fullmatch(pattern, text)) for pattern in patterns)
    return [(pattern, match.groupdict()) for pattern, match in found if match]


def assert_all_said(table: Sentences, heard: Collection[str]) -> None:
    """Assert that each sentence of a table is among those that were heard."""
    for line, sentences in table.lines.items():
        for known in sentences:
            plain = re.sub(r"\[[a-z]+:(.*?)\]", r"\1", known).replace("\n", " ")
            pattern = re.sub(r"\\\{.*?\\\}", ".+", re.escape(plain))
            assert any(re.fullmatch(pattern, one) for one in heard), (line, known)
