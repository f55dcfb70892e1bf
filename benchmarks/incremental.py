"""How long a changed learning rate takes to be seen, here and with stock Manim.

    ./run python benchmarks/incremental.py

Both have rendered the film before, so both have a warm cache. Stock Manim is this project's own
scene on Manim's own writer; it is told the learning rate in a parameter file, as gdvideo is.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RATES = (0.1, 0.3, 0.25, 0.2, 0.35)  # the first is known when the others are asked for


def timed(command: list[str], **environment: str) -> float:
    """Return the wall seconds that a command takes; it must succeed."""
    began = time.perf_counter()
    subprocess.run(
        command, cwd=ROOT, env={**os.environ, **environment}, check=True, capture_output=True
    )
    return time.perf_counter() - began


def ours(slug: str, media: Path, quality: str, rate: float) -> float:
    """Render with gdvideo."""
    command = ["render", slug, f"-q{quality}", "--media", str(media)]
    return timed([sys.executable, "-m", "gdvideo", *command, "--set", f"learning_rate={rate}"])


def stock(slug: str, media: Path, quality: str, rate: float) -> float:
    """Render with Manim's own writer."""
    params = media / "params.toml"
    params.write_text(f"[{slug}]\nlearning_rate = {rate}\n", "utf-8")
    command = ["render", f"scenes/{slug}.py", f"-q{quality}", "--media_dir", str(media)]
    return timed(
        [sys.executable, "-m", "manim", *command],
        FILMRENDER_WRITER="stock",
        GDVIDEO_PARAMS=str(params),
    )


def main() -> None:
    """Measure and print medians and ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--film", default="laser")
    parser.add_argument("--rounds", type=int, default=3, choices=range(1, len(RATES)))
    parser.add_argument("--final", default="h", help="quality of the final film (default: h)")
    args = parser.parse_args()
    importing = [timed([sys.executable, "-c", "import manim"]) for _ in range(args.rounds)]
    unit = statistics.median(importing)
    print(f"import manim: {unit:.2f} s; two cores: {os.cpu_count() == 2}")
    print(f"{'':<24}{'stock':>9}{'ours':>9}{'ratio':>8}{'ours / import manim':>22}")
    with tempfile.TemporaryDirectory() as name:
        folders = {render: Path(name) / render.__name__ for render in (stock, ours)}
        for folder in folders.values():
            folder.mkdir()
        for what, quality in (("preview (-ql)", "l"), (f"final (-q{args.final})", args.final)):
            for render, folder in folders.items():
                render(args.film, folder, quality, RATES[0])
            changed: dict[str, list[float]] = {"stock": [], "ours": []}
            again: dict[str, list[float]] = {"stock": [], "ours": []}
            for rate in RATES[1 : args.rounds + 1]:
                for render, folder in folders.items():
                    changed[render.__name__].append(render(args.film, folder, quality, rate))
                    again[render.__name__].append(render(args.film, folder, quality, rate))
            for title, times in ((what, changed), (f"{what}, unchanged", again)):
                theirs, mine = (statistics.median(times[key]) for key in ("stock", "ours"))
                ratio = mine / theirs
                print(f"{title:<24}{theirs:>8.2f}s{mine:>8.2f}s{ratio:>8.2f}{mine / unit:>22.2f}")


if __name__ == "__main__":
    main()
