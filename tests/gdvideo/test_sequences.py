"""Whatever was done before, a film and a post are what a clean machine would make."""

from __future__ import annotations

import random
import shutil
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from tests.gdvideo import measured
from tests.gdvideo.project import Project

MANY, BLOCK = 2000, 125  # sequences of a soak, and of one test of it
LONGEST_RENDER = 1.0  # seconds, until which it is killed
CLEARED = 0.05  # of the sequences end with an empty media folder
CHOICES = {
    "": (),
    "p": ("--preset", "p"),
    "a": ("--params", "a/p.toml"),
    "b": ("--params", "b/p.toml"),
}
QUICK = ["value", "path", "bytes", "source", "claim", "preset", "kill", "render", "build"]
SLOW = ["publish", "embed"]  # each takes seconds


@dataclass(frozen=True)
class State:
    """All that decides what is made; ``a`` and ``b`` are what the data files say."""

    steps: int = 1
    folder: str = "a"
    a: str = "1"
    b: str = "2"
    seconds: str = "0.4"
    claim: str = "A dot can move."
    choice: str = ""

    @property
    def shown(self) -> tuple[object, ...]:
        """What a film and its post show of it."""
        steps, way = {
            "": (self.steps, getattr(self, self.folder)),
            "p": (2, ""),
            "a": (1, self.a),
            "b": (1, self.b),
        }[self.choice]
        return steps, way, self.seconds, self.claim

    def write(self, root: Path) -> None:
        """Bring the project into this state; a file that says the same is left alone."""
        scene = measured.SCENE.replace("run_time=0.4", f"run_time={self.seconds}")
        numbers = measured.EXPERIMENT.replace("A dot can move.", self.claim)
        files = {
            "params.toml": f'[far]\nway = "{self.folder}/way.txt"\nsteps = {self.steps}\n',
            "a/way.txt": self.a,
            "b/way.txt": self.b,
            "scenes/far.py": scene,
            "gdmath/experiments/far.py": numbers,
        }
        for name, text in files.items():
            if (root / name).read_text("utf-8") != text:
                (root / name).write_text(text, "utf-8")


@dataclass
class Model:
    """Makes everything anew, each state once."""

    gdvideo: Project
    films: dict[tuple[object, ...], bytes] = field(default_factory=dict)
    posts: dict[tuple[object, ...], dict[str, bytes]] = field(default_factory=dict)

    def film(self, state: State) -> bytes:
        if state.shown not in self.films:
            out = self.gdvideo.root / "model.mp4"
            command = ("render", "far", "-ql", *CHOICES[state.choice])
            self.gdvideo.run(*command, "--media", "clean", "-o", "model.mp4")
            self.films[state.shown] = out.read_bytes()
            shutil.rmtree(self.gdvideo.root / "clean")
        return self.films[state.shown]

    def post(self, state: State) -> dict[str, bytes]:
        known = (*state.shown, state.choice)
        if known not in self.posts:
            where = ("--media", "clean", "--out", "clean/posts")
            self.gdvideo.run("publish", "far", *PUBLISH, *where, *CHOICES[state.choice])
            self.posts[known] = content(self.gdvideo.root / "clean" / "posts", state)
            shutil.rmtree(self.gdvideo.root / "clean")
        return self.posts[known]


PUBLISH = ("-ql", "--allow-large")


def content(posts: Path, state: State) -> dict[str, bytes]:
    folder = posts / ("far-p" if state.choice else "far")
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@dataclass
class Run:
    """A project that is changed and used."""

    gdvideo: Project
    model: Model
    dice: random.Random
    state: State = State()

    def do(self, what: str) -> None:
        getattr(self, what)()
        self.state.write(self.gdvideo.root)

    def value(self) -> None:
        self.state = replace(self.state, steps=self.dice.choice((1, 2)))

    def path(self) -> None:
        self.state = replace(self.state, folder=self.dice.choice("ab"))

    def bytes(self) -> None:
        one = {self.dice.choice("ab"): self.dice.choice("123")}
        self.state = replace(self.state, **one)  # type: ignore[arg-type]

    def source(self) -> None:
        self.state = replace(self.state, seconds=self.dice.choice(("0.4", "0.6")))

    def claim(self) -> None:
        claim = self.dice.choice(("A dot can move.", "A dot does move."))
        self.state = replace(self.state, claim=claim)

    def preset(self) -> None:
        self.state = replace(self.state, choice=self.dice.choice([*CHOICES]))

    def kill(self) -> None:
        choice = CHOICES[self.state.choice]
        after = self.dice.uniform(0, LONGEST_RENDER)
        self.gdvideo.kill("render", "far", "-ql", *choice, "-o", "killed.mp4", after=after)

    def render(self) -> None:
        self.gdvideo.run("render", "far", "-ql", *CHOICES[self.state.choice], "-o", "made.mp4")
        made = (self.gdvideo.root / "made.mp4").read_bytes()
        assert made == self.model.film(self.state), self.state

    def build(self) -> None:
        self.gdvideo.run("build", "far", "-ql")
        assert self.listed() == "fresh"
        default = replace(self.state, choice="")
        assert self.gdvideo.film("Far").read_bytes() == self.model.film(default), default

    def publish(self) -> None:
        self.gdvideo.run("publish", "far", *PUBLISH, *CHOICES[self.state.choice])
        posts = self.gdvideo.root / "media" / "posts"
        assert content(posts, self.state) == self.model.post(self.state), self.state

    def embed(self) -> None:
        self.gdvideo.run("embed", "far", *PUBLISH, *CHOICES[self.state.choice])
        posts = self.gdvideo.root / "media" / "posts"
        assert content(posts, self.state) == self.model.post(self.state), self.state

    def listed(self) -> str:
        lines = self.gdvideo.run("list", "-ql").splitlines()
        return next(line.split(None, 2)[2] for line in lines if line.startswith("far "))

    def check_list(self) -> None:
        """What the list calls fresh is what a clean machine would make."""
        if self.listed() == "fresh":
            default = replace(self.state, choice="")
            assert self.gdvideo.film("Far").read_bytes() == self.model.film(default), default


@pytest.mark.parametrize(
    ("sequences", "share"),
    [
        pytest.param(range(3), 0.0, id="few"),
        *[
            pytest.param(range(first, first + BLOCK), 0.02, id=f"{first}", marks=pytest.mark.soak)
            for first in range(0, MANY, BLOCK)
        ],
    ],
)
def test_after_any_sequence_of_changes_and_commands_films_are_those_of_a_clean_machine(
    project: Project, sequences: range, share: float
) -> None:
    """A ``share`` of the steps publishes, which takes seconds."""
    measured.add(project)
    model = Model(project)
    for number in sequences:
        dice = random.Random(number)
        run = Run(project, model, dice)
        run.state.write(project.root)
        for _ in range(dice.randint(3, 8)):
            run.do(dice.choice(SLOW if dice.random() < share else QUICK))
        run.check_list()
        run.render()
        if dice.random() < CLEARED:
            shutil.rmtree(project.root / "media")
