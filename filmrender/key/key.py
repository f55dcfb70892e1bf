"""The key of a film: all that decides its pixels and is known before its scene is imported."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from filmrender.key.digests import fingerprint

__all__ = ["Key"]


@dataclass(frozen=True)
class Key:
    """Which film this is, wherever its inputs and data come from.

    Attributes:
        name: the film's name.
        inputs: what it is made from, as JSON can hold it.
        data: digests of the files that inputs name, by input; the names decide nothing.
        look: what tells it from other films of its name and inputs.
        width, height: of its picture, in pixels, as asked for: the aspect ratio may change them.
        rate: frames a second.
        conditions: settings and versions, as ``filmrender.key.conditions`` finds them.
    """

    name: str
    inputs: Mapping[str, Any]
    data: Mapping[str, str]
    look: Mapping[str, str]
    width: int
    height: int
    rate: float
    conditions: Mapping[str, str]

    def facts(self) -> dict[str, Any]:
        """Return all of it as JSON can hold it."""
        told = {name: value for name, value in self.inputs.items() if name not in self.data}
        return asdict(self) | {"inputs": told, "rate": float(self.rate)}

    @property
    def digest(self) -> str:
        """What stands for all of it."""
        return fingerprint(self.facts())

    def changes(self, old: Mapping[str, Any]) -> Iterator[str]:
        """Yield each fact that is not what it was in ``old``, in words."""
        now = self.facts()
        yield from _changed(old.get("inputs", {}), now["inputs"])
        before = old.get("data", {})
        for name in sorted(before.keys() | now["data"].keys()):
            if before.get(name) != now["data"].get(name):
                yield f"the content of {name} changed"
        yield from _changed(old.get("conditions", {}), now["conditions"])


def _changed(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    for name in sorted(old.keys() | new.keys()):
        before, after = old.get(name, "none"), new.get(name, "none")
        if json.dumps(before) != json.dumps(after):
            yield f"{name} {before} is now {after}"
