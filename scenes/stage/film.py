"""The base Scene: parameters in, beats and narration out."""

from __future__ import annotations

import math
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Generic, NoReturn, TypeVar, cast

from manim import Mobject, Scene, VGroup, Wait, config, smooth

from filmrender.identity import Identity
from filmrender.key.digests import content_digest
from filmrender.renderer import Observer
from filmrender.scene import film_renderer, render_film
from gdmath.experiments._common.sentences import Said
from gdmath.experiments.params import ParameterError, Params, load_params
from gdmath.experiments.reading import Reading
from gdmath.nearest import nearest
from scenes.stage.camera import FilmCamera
from scenes.stage.fading import FadeIn, FadeOut
from scenes.stage.kept_art import KeptArt
from scenes.stage.kept_text import KeptText
from scenes.stage.layout import ASPECTS, Aspect, Layout
from scenes.stage.pixels import size_in_pixels
from scenes.stage.theme import THEMES, Role, Theme
from scenes.stage.typesetter import font_files
from scenes.stage.words import Number, Part, Words

__all__ = ["NARRATION", "READING_SPEED", "SHORTEST_CUE", "TICK", "Cue", "Film", "wrap"]

P = TypeVar("P", bound=Params)
TICK = 0.2  # seconds: whole frames at 15, 30 and 60 frames a second
READING_SPEED = 15.0  # characters a second; the visual language allows 17
SHORTEST_CUE = 1.6
FADE = 0.4
NARRATION = "narration"
# It draws nothing, whoever has a film made; but lean.py stands in for parts of Manim.
_COMMAND = Path(__file__).resolve().parents[2] / "gdvideo"
LINE = 42  # characters of narration in a row, at most


@dataclass(frozen=True)
class Cue:
    """One line of narration and when it stands, in seconds."""

    text: str
    start: float
    end: float


class Film(Scene, Generic[P]):
    """A film. A subclass names itself and tells its beats in ``construct``.

    Attributes:
        slug: the film's name, which is its file's and its table's in params.toml.
        title: its name for readers.
        poster: the beat whose full picture, at its end, speaks for the film; else the last.
        model: its parameters.
        colours: the role of each quantity that the experiment names.
        params, theme, layout: what this rendering was asked for.
        beats: name and start in seconds of each beat so far.
        cuts: when shots have begun so far, in seconds, if it is told in shots.
        cues: narration so far.
    """

    slug: ClassVar[str]
    title: ClassVar[str]
    poster: ClassVar[str] = ""
    model: ClassVar[type[Params]]
    colours: ClassVar[Mapping[str, Role]] = {}

    def __init__(
        self,
        observer: Observer | None = None,
        *,
        params: Params | None = None,
        theme: str | None = None,
        aspect: str | None = None,
        **kwargs: Any,
    ) -> None:
        try:
            self.theme: Theme = _choice("GDVIDEO_THEME", theme, THEMES, "dark")
            self.layout: Layout = _choice("GDVIDEO_ASPECT", aspect, ASPECTS, "16:9")
            self.params: P = cast(P, params or self._read_params())
            identity = self._identity()  # before the frame is set, for it tells what was asked for
            self._set_frame()
        except ParameterError as error:
            _refuse(str(error))
        self.beats: list[tuple[str, float]] = []
        self.cuts: list[float] = []
        self.cues: list[Cue] = []
        self.clock = 0.0
        self.leaving: list[Mobject] = []
        self._line: VGroup | None = None
        self._line_text = ""
        self._line_start = self._line_shown = 0.0
        # %%manim in a notebook passes a renderer, which is None.
        kwargs["renderer"] = kwargs.get("renderer") or film_renderer(
            identity, observer, camera_class=FilmCamera, keepers=[KeptText(), KeptArt()]
        )
        super().__init__(**kwargs)

    def render(self, preview: bool = False) -> bool:
        """Render the film, unless the very film is there already."""
        return render_film(self, super().render, preview=preview)

    def _identity(self) -> Identity:
        return Identity(
            name=self.slug,
            inputs=self.params.model_dump(mode="json"),
            look={"theme": self.theme.name, "aspect": self.layout.aspect},
            data={name: _digest(path) for name, path in self.params.data_files().items()},
            files=(*font_files(), *filter(Path.is_file, [_COMMAND / "lean.py"])),
            without=(_COMMAND,),
        )

    def run(self) -> Any:
        """Return a new run of the experiment with the film's parameters."""
        experiment: Any = sys.modules[self.model.__module__]
        return experiment.run(self.params)

    @classmethod
    def _read_params(cls) -> Params:
        named = os.environ.get("GDVIDEO_PARAMS")
        if not named:
            return load_params(cls.model, cls.slug, _project_file("params.toml"))
        try:
            return load_params(cls.model, cls.slug, Path(named))
        except ParameterError as error:
            raise ParameterError(f"GDVIDEO_PARAMS: {error}") from None

    def _set_frame(self) -> None:
        frame = self.layout.frame
        config.pixel_width, config.pixel_height = size_in_pixels(self.layout)
        config.frame_width, config.frame_height = frame.width, frame.height
        config.background_color = self.theme.mark("ground")
        if not config.output_file and (self.theme.name, self.layout.aspect) != ("dark", "16:9"):
            shape = self.layout.aspect.replace(":", "x")
            config.output_file = f"{type(self).__name__}_{self.theme.name}_{shape}"

    # -- time ------------------------------------------------------------------------------

    def play(self, *animations: Any, **kwargs: Any) -> None:
        """Play animations; 0.6 s unless ``run_time`` says otherwise."""
        if not isinstance(animations[0], Wait):
            kwargs.setdefault("run_time", 0.6)
        super().play(*animations, **kwargs)
        self.clock = round(self.clock + self.duration, 6)

    def hold(self, seconds: float = 1.0) -> None:
        """Let the picture stand."""
        if seconds > 0:
            self.wait(seconds)

    def beat(self, name: str) -> None:
        """Begin a beat: a section of the film and a chapter of the post."""
        self.finish_line()
        self.next_section(name)
        self.beats.append((name, self.clock))

    # -- narration -------------------------------------------------------------------------

    def say(self, text: str, *with_it: Any) -> None:
        """Change the line of narration, once the one before it has been readable.

        What ``leave`` was told goes away at the same time.
        """
        self.finish_line()
        line = self._set_line(text)
        changes: list[Any] = [FadeIn(line, rate_func=_late), *with_it, *map(FadeOut, self.leaving)]
        self.leaving.clear()
        if self._line is not None:
            changes.append(FadeOut(self._line, rate_func=_early))
        self._close_cue()
        start, shown = self.clock, self.renderer.time
        self.play(*changes, run_time=FADE)
        self._line, self._line_text = line, text
        self._line_start, self._line_shown = start, shown

    def leave(self, *mobjects: Mobject) -> None:
        """Let these stand until the next line of narration: a beat ends in a full picture."""
        self.leaving.extend(mobjects)

    def finish_line(self) -> None:
        """Hold until the present line of narration has been readable."""
        if self._line_text:
            due = max(SHORTEST_CUE, len(self._line_text) / READING_SPEED)
            missing = self._line_start + due - self.clock
            self.hold(round(math.ceil(missing / TICK - 1e-6) * TICK, 6))

    def hush(self) -> None:
        """Take the narration away at the film's end."""
        self.finish_line()
        self._close_cue()

    def tear_down(self) -> None:
        """End the narration with the film, which may be an excerpt."""
        self._close_cue()
        super().tear_down()

    def _close_cue(self) -> None:
        """End the present line's cue and its caption, which keeps to the frames that are shown."""
        if self._line_text:
            self.cues.append(Cue(self._line_text, self._line_start, self.clock))
            shown = self.renderer.time - self._line_shown
            self.add_subcaption(self._line_text, duration=shown, offset=-shown)
        self._line_text = ""

    def _set_line(self, text: str) -> VGroup:
        size, frame = self.layout.em, self.layout.frame
        characters = min(LINE, int(0.9 * frame.width / (0.47 * size)))
        rows: list[str] = wrap(text, characters)
        if isinstance(text, Said):
            rows = [text.piece(row) for row in rows]
        base = frame.bottom + 0.033 * frame.height + 1.16 * size * (len(rows) - 1)
        lines = [self.words(row, size=size, name=NARRATION, bold=True) for row in rows]
        for number, line in enumerate(lines):
            line.stand_at(0.0, base - 1.16 * size * number, "center")
        return VGroup(*lines, name=NARRATION)

    # -- text ------------------------------------------------------------------------------

    def words(
        self, *parts: Part, size: float | None = None, role: Role = "text", **kwargs: Any
    ) -> Words:
        """Return a line of text in this film's theme; narration's size unless another is given."""
        return Words(*parts, theme=self.theme, size=size or self.layout.em, role=role, **kwargs)

    def number(
        self, reading: Reading, size: float | None = None, role: Role = "text", **kwargs: Any
    ) -> Number:
        """Return a number that may change at every frame."""
        return Number(reading, theme=self.theme, size=size or self.layout.em, role=role, **kwargs)


def _early(share: float) -> float:
    """Be done at half time."""
    return smooth(min(1.0, 2 * share))


def _late(share: float) -> float:
    """Begin at half time."""
    return smooth(max(0.0, 2 * share - 1))


def wrap(text: str, characters: int) -> list[str]:
    """Break a line of narration into rows of about equal length.

    None has more than ``characters``, unless a single word has.
    """
    characters = max([characters, *map(len, text.split(" "))])
    rows = -(-len(text) // characters)
    while True:
        limit = -(-len(text) // rows)
        for width in range(limit, characters + 1):
            broken = _fill(text.split(" "), width)
            if len(broken) <= rows and all(len(row) <= characters for row in broken):
                return broken
        rows += 1


def _fill(words: list[str], width: int) -> list[str]:
    rows = [words[0]]
    for word in words[1:]:
        if len(rows[-1]) + 1 + len(word) <= width:
            rows[-1] += f" {word}"
        else:
            rows.append(word)
    return rows


def _choice(variable: str, given: str | None, table: Any, default: Aspect | str) -> Any:
    value = given or os.environ.get(variable) or default
    if value not in table:
        allowed = ", ".join(table)
        raise ParameterError(
            f"{variable} = {value!r} is not allowed: one of {allowed}{nearest(value, table)}"
        )
    return table[value]


def _digest(path: Path) -> str:
    try:
        return content_digest(path.read_bytes())
    except OSError as error:
        _refuse(f"{path} cannot be read: {error.strerror}")


def _project_file(name: str) -> Path:
    return Path(__file__).resolve().parents[2] / name


def _refuse(sentence: str) -> NoReturn:
    print(sentence, file=sys.stderr)
    raise SystemExit(2)
