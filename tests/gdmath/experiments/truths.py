"""Whether sentences are true, asked of other code than the film's, and whether all are said."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from typing import Any

from gdmath.experiments._common.sentences import Said, Sentences

__all__ = ["assert_all_said", "assert_true"]


def assert_true(
    text: Said, truths: Mapping[str, Callable[..., bool]], facts: Any, where: object
) -> None:
    """Assert that a sentence holds, and that all truths whose pattern it is agree; there is one."""
    found = [(truth, match) for pattern, truth in truths.items()
             if (match := re.fullmatch(pattern, text))]  # fmt: skip
    assert found, f"nobody knows whether {text!r} is true"
    assert all(truth(facts, **match.groupdict()) for truth, match in found), (text, where)
    assert text.holds()


def assert_all_said(table: Sentences, heard: Collection[str]) -> None:
    """Assert that each sentence of a table is among those that were heard."""
    for line, sentences in table.lines.items():
        for known in sentences:
            plain = re.sub(r"\[[a-z]+:(.*?)\]", r"\1", known).replace("\n", " ")
            pattern = re.sub(r"\\\{.*?\\\}", ".+", re.escape(plain))
            assert any(re.fullmatch(pattern, one) for one in heard), (line, known)
