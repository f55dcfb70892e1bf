"""Copies of mobjects, with all that they hold, in a third of the time of Python's own."""

from __future__ import annotations

import copy
from collections.abc import Callable
from enum import Enum
from functools import cache
from types import BuiltinFunctionType, FunctionType
from typing import Any

import numpy as np
from manim import ManimColor, Mobject

__all__ = ["deepcopy"]

Memo = dict[int, Any]
_Copier = Callable[[Any, Memo], Any]
_ATOMS = (
    type(None),
    bool,
    int,
    float,
    complex,
    str,
    bytes,
    type,
    FunctionType,
    BuiltinFunctionType,
)


def deepcopy(mobject: Any, memo: Memo) -> Any:
    """Return a copy of a mobject, as its ``__deepcopy__`` does."""
    cls: Any = type(mobject)
    made = cls.__new__(cls)
    memo[id(mobject)] = made
    for name, value in mobject.__dict__.items():
        setattr(made, name, _copied(value, memo))
    made.original_id = str(id(mobject))
    return made


def _copied(value: Any, memo: Memo) -> Any:
    cls: Any = type(value)
    copier = _copier(cls)
    if copier is None:
        return value
    known = memo.get(id(value))
    return known if known is not None else copier(value, memo)


@cache
def _copier(cls: Any) -> _Copier | None:
    """Return what copies things of a class that have not been copied yet; None if none need be."""
    if cls in _ATOMS or issubclass(cls, Enum):
        return None
    if issubclass(cls, Mobject) and cls.__deepcopy__ is Mobject.__deepcopy__:
        return deepcopy
    copier: _Copier = _COPIERS.get(cls, copy.deepcopy)
    return copier


def _array(value: Any, memo: Memo) -> Any:
    if value.dtype.hasobject:
        return copy.deepcopy(value, memo)
    memo[id(value)] = made = value.copy(order="K")
    return made


def _list(value: list[Any], memo: Memo) -> list[Any]:
    made: list[Any] = []
    memo[id(value)] = made
    made.extend([_copied(item, memo) for item in value])
    return made


def _dict(value: dict[Any, Any], memo: Memo) -> dict[Any, Any]:
    made: dict[Any, Any] = {}
    memo[id(value)] = made
    for key, item in value.items():
        made[_copied(key, memo)] = _copied(item, memo)
    return made


def _colour(value: ManimColor, memo: Memo) -> ManimColor:
    made = object.__new__(ManimColor)
    memo[id(value)] = made
    made.__dict__.update(_dict(value.__dict__, memo))
    return made


_COPIERS: dict[Any, _Copier] = {
    np.ndarray: _array,
    list: _list,
    dict: _dict,
    ManimColor: _colour,
}
