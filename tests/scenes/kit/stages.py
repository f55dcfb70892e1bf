"""A film with nothing in it, for devices to be shown in."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType
from typing import Any

from scenes.stage.inspect.playing import staged
from scenes.stage.shots import ShotFilm
from tests.scenes.conftest import Watcher

__all__ = ["blank"]


def blank(experiment: ModuleType) -> Iterator[Any]:
    """Yield a film of an experiment, with its default parameters and nothing in it."""
    params = experiment.Params()

    class Blank(ShotFilm[Any]):
        slug, title = experiment.__name__.rpartition(".")[2], ""
        model = experiment.Params
        colours = experiment.run(params).quantities.roles

    with staged(Blank, Watcher(), params) as scene:
        yield scene
