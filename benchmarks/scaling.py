"""How much faster a build of all films is with two workers, here and on a Dask cluster.

    ./run python benchmarks/scaling.py

What the machine's two cores give at all is measured in the same run: two independent encodes,
one after the other and side by side.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WORKERS = 2
ROUNDS = 3  # of the encodes, which are short and easily disturbed
ENCODE = """
import io, av, numpy as np
chance = np.random.default_rng(6)
out = av.open(io.BytesIO(), "w", format="mp4")
stream = out.add_stream("libx264", rate=30, options={"threads": "1"})
stream.width, stream.height, stream.pix_fmt = 854, 480, "yuv420p"
picture = chance.integers(0, 255, (720, 854), dtype=np.uint8)
for shift in range(300):
    frame = av.VideoFrame.from_ndarray(np.roll(picture, shift, axis=1), "yuv420p")
    out.mux(stream.encode(frame))
out.mux(stream.encode())
"""


def timed(act: Callable[[], None]) -> float:
    """Return the wall seconds that ``act`` takes."""
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def encodes(together: bool) -> None:
    """Encode the same pictures twice."""
    command = [sys.executable, "-c", ENCODE]
    running = []
    for _ in range(WORKERS):
        running.append(subprocess.Popen(command))
        if not together:
            running[-1].wait()
    if any(process.wait() for process in running):
        raise SystemExit("an encode failed")


def build(quality: str, slugs: list[str], *arguments: str) -> None:
    """Build the films in a new folder."""
    with tempfile.TemporaryDirectory() as media:
        command = [sys.executable, "-m", "gdvideo", "build", *slugs, f"-q{quality}"]
        subprocess.run([*command, "--media", media, *arguments], cwd=ROOT, check=True)


@contextmanager
def cluster() -> Iterator[str]:
    """Run a Dask scheduler with two workers of one thread; yield its address."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        start = [sys.executable, "-m", "dask"]
        options = ["--host", "127.0.0.1", "--port", "0", "--no-dashboard"]
        address = _started(stack, [*start, "scheduler", *options], folder / "scheduler")
        for number in range(WORKERS):
            place = folder / f"worker-{number}"
            options = ["--nthreads", "1", "--no-dashboard", "--local-directory", str(place)]
            _started(stack, [*start, "worker", address, *options], place)
        yield address


def _started(stack: ExitStack, command: list[str], folder: Path) -> str:
    """Start a process that ends with ``stack``; return the address it says it has."""
    folder.mkdir()
    log = folder / "log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=ROOT, stdout=output, stderr=output, start_new_session=True
        )
    stack.callback(_end, process)
    while process.poll() is None:
        found = re.search(r"(?:Scheduler at|Registered to):\s+(tcp://\S+)", log.read_text("utf-8"))
        if found:
            return found[1]
        time.sleep(0.05)
    raise SystemExit(log.read_text("utf-8"))


def _end(process: subprocess.Popen[bytes]) -> None:
    os.killpg(process.pid, signal.SIGTERM)
    process.wait()


def main() -> None:
    """Measure and print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("slugs", nargs="*", metavar="FILM", help="films to build (default: all)")
    parser.add_argument("-q", "--quality", default="m")
    args = parser.parse_args()
    given = max(
        timed(lambda: encodes(together=False)) / timed(lambda: encodes(together=True))
        for _ in range(ROUNDS)
    )
    print(f"two independent encodes side by side: {given:.2f} times as fast as in turn at best")
    one = timed(lambda: build(args.quality, args.slugs, "--jobs", "1"))
    two = timed(lambda: build(args.quality, args.slugs, "--jobs", str(WORKERS)))
    print(f"build, 1 worker: {one:.1f} s; {WORKERS} workers: {two:.1f} s, {one / two:.2f} times")
    if importlib.util.find_spec("distributed") is None:
        print("no Dask here: ./run python -m pip install distributed")
        return
    with cluster() as address:
        far = timed(lambda: build(args.quality, args.slugs, "--scheduler", address))
    print(f"build, Dask cluster of {WORKERS}: {far:.1f} s, {one / far:.2f} times")


if __name__ == "__main__":
    main()
