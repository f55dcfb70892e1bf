"""What a film tells, without drawing it: its beats, its narration, the numbers that it shows.

Run as a program, it reads a job, a JSON object with film, scene (its class), theme, aspect and
the file of its parameters, and prints the account as JSON.
"""

from __future__ import annotations

import json
import sys
from contextlib import redirect_stdout
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from manim import Scene

from gdmath.experiments.params import load_params
from scenes.stage.film import TICK, Cue, Film
from scenes.stage.inspect.numbers import shown
from scenes.stage.inspect.playing import play, staged
from scenes.stage.inspect.things import Text, see

__all__ = ["Account", "Beat", "Shown", "tell"]


@dataclass(frozen=True)
class Beat:
    """A chapter and when it begins and ends, in seconds."""

    name: str
    start: float
    end: float


@dataclass(frozen=True)
class Shown:
    """A number that the film shows, as it is written, and when it first stands there."""

    name: str
    text: str
    value: float
    seconds: float


@dataclass(frozen=True)
class Account:
    """What a film tells and teaches; ``poster`` is when the picture stands that speaks for it."""

    claim: str
    seconds: float
    beats: list[Beat]
    cues: list[Cue]
    numbers: list[Shown]
    poster: float


class Reader:
    """Notes the numbers that stand at the end of each play."""

    def __init__(self) -> None:
        self.found: dict[tuple[str, str], Shown] = {}

    def frame(self, scene: Scene, seconds: float) -> None:
        """Pass over what is on its way."""

    def play_end(self, scene: Scene, seconds: float) -> None:
        """Note the numbers that are new."""
        for thing in see(scene, set(), {}):
            if isinstance(thing, Text) and thing.counts:
                for reading, text in shown(thing):
                    note = Shown(reading.name, text, reading.value, round(seconds, 3))
                    self.found.setdefault((reading.name, text), note)


def tell(film: type[Film[Any]], params: Path, theme: str, aspect: str) -> Account:
    """Play a film and return what it told.

    Raises whatever the film raises, and ParameterError if the file cannot be used.
    """
    reader = Reader()
    told = load_params(film.model, film.slug, params)
    with staged(film, reader, told, theme, aspect) as scene:
        play(scene, ends_only=True)
    starts = [start for _, start in scene.beats]
    beats = [
        Beat(name, start, end)
        for (name, start), end in zip(scene.beats, [*starts[1:], scene.clock], strict=True)
    ]
    numbers = list(reader.found.values())
    claim = str(scene.run().lesson)
    return Account(claim, scene.clock, beats, scene.cues, numbers, _poster(film.poster, beats))


def _poster(name: str, beats: list[Beat]) -> float:
    """Return when the beat's picture is full: just before it ends."""
    ends = {beat.name: beat.end for beat in beats}
    return ends.get(name, beats[-1].end if beats else TICK) - TICK / 2


def main() -> None:
    """Answer the job on standard input."""
    job = json.load(sys.stdin)
    with redirect_stdout(sys.stderr):  # whatever a film prints is no account
        film = getattr(import_module(f"scenes.{job['film']}"), job["scene"])
        account = tell(film, Path(job["params"]), job["theme"], job["aspect"])
    print(json.dumps(asdict(account)))


if __name__ == "__main__":
    main()
