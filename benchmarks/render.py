"""The renderer beside stock Manim: one film, one machine, in turn, from a cold cache.

    ./run python -m benchmarks.render laser

Plain is `manim render`, two jobs is `gdvideo render --jobs 2`. "Encoding alone" is the least that
is left when drawing costs nothing: the changed pixels of every distinct picture, held ready in
memory, converted and encoded on two cores. PSNR is that of luma against the pictures as they were
drawn, over every tenth frame of the film.

With ``--before FOLDER``, a checkout of the project as it was, its film of the same name is measured
in turn with this one, at this quality and as the preview of a changed rate: seconds of the clock
and of the processor for each second of film.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from gdvideo.mp4 import duration
from gdvideo.publish.encoding import in_one_piece

ROOT = Path(__file__).resolve().parents[1]
MANIM = "manim render scenes/{film}.py --media_dir {media}"
GDVIDEO = "gdvideo render {film} --media {media} --jobs 2"
QUALITIES = {"l": "480p15", "m": "720p30", "h": "1080p60"}
RATES = {  # not the usual ones
    "laser": 0.12,
    "hiker": 0.45,
    "halfpipe": 0.12,
    "staircase": 0.05,
    "learning_rate": 0.12,
    "squared_error": 0.12,
    "soup": 0.12,
}
MEASURES = ("wall", "cpu", "memory")


@dataclass
class Run:
    """One render: seconds of wall clock and of all processors, MiB of the largest process."""

    wall: float
    cpu: float
    memory: float


def run(command: list[str], root: Path = ROOT, **environment: str) -> Run:
    """Run a command in a checkout of the project; it must succeed."""
    began = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root), **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command)} failed")
    cpu = usage.ru_utime + usage.ru_stime
    return Run(time.perf_counter() - began, cpu, usage.ru_maxrss / 1024)


class Floor:
    """A process that holds the film's pictures ready; it is large, and this one must not be."""

    def __init__(self, film: str, quality: str, media: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.floor", film, quality, str(media)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.pictures, self.frames = json.loads(self._answer())
        self.alone: list[float] = []

    def encode(self) -> None:
        """Encode on two cores, and take down how long that took."""
        self.alone.append(self._ask("encode"))

    def psnr(self, film: Path) -> float:
        """Return the film's PSNR."""
        return self._ask(str(film))

    def close(self) -> None:
        """End the process."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()

    def _ask(self, question: str) -> float:
        assert self._process.stdin is not None
        print(question, file=self._process.stdin, flush=True)
        return float(json.loads(self._answer()))

    def _answer(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline()


class Subject:
    """A way to render the film, into a media folder of its own."""

    def __init__(
        self,
        name: str,
        command: str,
        media: Path,
        args: argparse.Namespace,
        root: Path = ROOT,
        **switches: str,
    ) -> None:
        self.name = name
        self.media = media / name.replace(" ", "-")
        self.film = self.media / "videos" / args.film / QUALITIES[args.quality]
        self.film /= f"{args.film.capitalize()}.mp4"
        place = {"film": args.film, "media": self.media}
        self._command = [sys.executable, "-m", *(part.format(**place) for part in command.split())]
        self._command.append(f"-q{args.quality}")
        self._root, self._switches = root, switches
        self.runs: list[Run] = []

    def render(self, **environment: str) -> Run:
        """Render over what is there."""
        return run(self._command, self._root, **self._switches, **environment)

    def render_cold(self) -> None:
        """Render from nothing, and take it down."""
        self.clear()
        self.runs.append(self.render())

    def render_changed(self, film: str) -> None:
        """Render another learning rate beside the usual one, and take it down."""
        self.clear()
        self.render()
        self.runs.append(self.render(GDVIDEO_PARAMS=str(other_rate(film, self.media))))

    def clear(self) -> None:
        """Forget all that was rendered."""
        for path in sorted(self.media.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()

    def median(self, measure: str) -> float:
        """Return the median of what was taken down."""
        return float(statistics.median(getattr(run, measure) for run in self.runs))

    def segments(self) -> set[str]:
        """Return the names of what the cache has."""
        return {path.name for path in self.media.rglob("*.segment")}


def compare(stock: Subject, ours: list[Subject], floor: Floor) -> None:
    """Print medians, and ratios to stock."""
    print(f"{'':24}" + "".join(f"{name:>12}" for name in (*MEASURES, "KiB", "PSNR")))
    sizes = {s.name: s.film.stat().st_size / 1024 for s in (stock, *ours)}
    if len({subject.film.read_bytes() for subject in ours}) > 1:
        raise SystemExit("plain and two jobs have made different films")
    psnrs = dict.fromkeys(sizes, floor.psnr(ours[0].film)) | {stock.name: floor.psnr(stock.film)}
    for subject in (stock, *ours):
        values = [subject.median(measure) for measure in MEASURES]
        row = [*values, sizes[subject.name], psnrs[subject.name]]
        print(f"{subject.name:24}" + "".join(f"{value:12.2f}" for value in row))
        if subject is not stock:
            ratios = [value / stock.median(m) for value, m in zip(values, MEASURES, strict=True)]
            ratios.append(sizes[subject.name] / sizes[stock.name])
            gain = psnrs[subject.name] - psnrs[stock.name]
            line = "".join(f"{ratio:12.3f}" for ratio in ratios)
            print(f"{'  / stock':24}{line}{gain:+9.2f} dB")


def show_again(ours: Subject, film: str, rounds: int) -> None:
    """Print what an unchanged film and another learning rate cost."""
    importing = [run([sys.executable, "-c", "import manim"]).wall for _ in range(rounds)]
    again = statistics.median(ours.render().wall for _ in range(rounds))
    unit = statistics.median(importing)
    report = ours.media / "report"
    ours.render(FILMRENDER_REPORT=str(report))
    played = report.read_text("utf-8").count('"play"') if report.exists() else 0
    print(
        f"unchanged: {again:.2f} s = {again / unit:.2f} x import manim ({unit:.2f} s), "
        f"{played} plays gone through"
    )
    before = ours.segments()
    changed = ours.render(GDVIDEO_PARAMS=str(other_rate(film, ours.media)))
    new = len(ours.segments() - before)
    print(f"another learning rate: {new} new segments beside {len(before)}, {changed.wall:.2f} s")


def other_rate(film: str, media: Path) -> Path:
    """Return a file of parameters with another learning rate."""
    params = media / "params.toml"
    params.write_text(f"[{film}]\nlearning_rate = {RATES[film]}\n", "utf-8")
    return params


def compare_with_before(args: argparse.Namespace, media: Path) -> None:
    """Print what a second of film costs, now and as it was, and what is published of it."""
    for name, quality, changed in (("whole", args.quality, False), ("preview", "l", True)):
        chosen = argparse.Namespace(film=args.film, quality=quality)
        pair = [
            Subject(f"{name} before", MANIM, media, chosen, args.before.resolve()),
            Subject(f"{name} now", MANIM, media, chosen),
        ]
        for number in range(args.rounds):
            for subject in pair[:: 1 if number % 2 else -1]:
                subject.render_changed(args.film) if changed else subject.render_cold()
        lengths = [1.0, 1.0] if changed else [duration(subject.film) for subject in pair]
        for measure in ("wall", "cpu"):
            costs = [s.median(measure) / length for s, length in zip(pair, lengths, strict=True)]
            unit = "s" if changed else "s for a second of film"
            print(
                f"{name}, {measure}: before {costs[0]:.3f}, now {costs[1]:.3f} {unit}, "
                f"ratio {costs[1] / costs[0]:.2f}"
            )
    middle = Subject("published", MANIM, media, argparse.Namespace(film=args.film, quality="m"))
    middle.render_cold()
    size = len(in_one_piece(middle.film, 30, "h264"))
    print(f"published at 720p: {size / 1e6:.2f} MB H.264, {duration(middle.film):.1f} s of film")


def compare_with_stock(args: argparse.Namespace, media: Path) -> None:
    """Print what the film costs, here and by stock Manim."""
    floor = Floor(args.film, args.quality, media / "recorded")
    stock = Subject("stock", MANIM, media, args, FILMRENDER_WRITER="stock")
    plain = Subject("plain", MANIM, media, args)
    crew = Subject("two jobs", GDVIDEO, media, args)
    turns = [stock.render_cold, plain.render_cold, crew.render_cold, floor.encode]
    for number in range(args.rounds):
        for turn in turns[number % 4 :] + turns[: number % 4]:
            turn()
    print(f"{args.film}, {QUALITIES[args.quality]}, {args.rounds} rounds, {os.cpu_count()} cores")
    print(f"{floor.pictures} distinct pictures in {floor.frames} frames")
    compare(stock, [plain, crew], floor)
    alone = statistics.median(floor.alone)
    print(f"encoding alone: {alone:.2f} s; two jobs / that: {crew.median('wall') / alone:.2f}")
    floor.close()
    show_again(plain, args.film, args.rounds)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("film", choices=RATES)
    parser.add_argument("--quality", default="h", choices=QUALITIES)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--before", type=Path, metavar="FOLDER")
    parser.add_argument("--not-stock", action="store_true", help="leave stock Manim out")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if args.before:
            compare_with_before(args, Path(folder))
        if not args.not_stock:
            compare_with_stock(args, Path(folder))


if __name__ == "__main__":
    main()
