"""Plugins of Manim make what they make with stock Manim.

They are in an environment of their own, on top of the project's: see .ci/third-parties.
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

pytestmark = pytest.mark.peers
SCENES = Path(__file__).parent / "third_parties"
WAYS = {"stock": "", "ours": "filmrender"}


def rendered(folder: Path, module: str, scene: str) -> dict[str, Path]:
    """Render a scene both ways; return the two folders."""
    if importlib.util.find_spec(module) is None:
        pytest.skip(f"{module} is not installed here: .ci/third-parties has it")
    name = module.removeprefix("manim_")
    for way, plugins in WAYS.items():
        (folder / way).mkdir()
        shutil.copy(SCENES / f"{name}.py", folder / way)
        settings = f"notify_outdated_version = False\nprogress_bar = none\nplugins = {plugins}\n"
        (folder / way / "manim.cfg").write_text(f"[CLI]\n{settings}")
        command = [sys.executable, "-m", "manim", "render", "-r214,120", "--fps=15"]
        told = subprocess.run(
            [*command, f"{name}.py", scene],
            cwd=folder / way,
            env=os.environ,
            capture_output=True,
            text=True,
            check=False,
        )
        assert told.returncode == 0, told.stdout + told.stderr
    segments = [way for way in WAYS if list((folder / way).rglob("*.segment"))]
    assert segments == ["ours"]
    return {way: folder / way for way in WAYS}


def told_of(path: Path) -> tuple[float, list[float], Any]:
    """Return a film's length, the times of its pictures, and its rate."""
    with av.open(path) as container:
        stream = container.streams.video[0]
        times = [round(float(frame.time), 3) for frame in container.decode(stream)]
        assert container.duration is not None
        return round(container.duration / av.time_base, 2), times, stream.average_rate


def loudness(path: Path) -> list[bool]:
    """Tell, for each twentieth of a second, whether something is to be heard."""
    with av.open(path) as container:
        rate = container.streams.audio[0].rate
        waves = [frame.to_ndarray()[0] for frame in container.decode(audio=0)]
    parts = np.array_split(np.concatenate(waves), max(1, sum(map(len, waves)) * 20 // rate))
    return [bool(np.abs(part).max() > 0.05) for part in parts]


def test_manim_slides_makes_the_same_slides(tmp_path: Path) -> None:
    folders = rendered(tmp_path, "manim_slides", "Talk")
    talks = {
        way: json.loads((folder / "slides" / "Talk.json").read_text())
        for way, folder in folders.items()
    }
    films: dict[str, list[Any]] = {way: [] for way in WAYS}
    for way, talk in talks.items():
        for slide in talk["slides"]:
            for kind in ("file", "rev_file"):
                films[way].append(told_of(folders[way] / slide.pop(kind)))
    assert talks["ours"] == talks["stock"]
    assert films["ours"] == films["stock"]
    assert len(films["ours"]) == 6


def test_manim_voiceover_is_heard_at_the_same_moments(tmp_path: Path) -> None:
    folders = rendered(tmp_path, "manim_voiceover", "Spoken")
    films = {
        way: folder / "media" / "videos" / "voiceover" / "120p15" / "Spoken.mp4"
        for way, folder in folders.items()
    }
    (_, *pictures), (_, *theirs) = told_of(films["ours"]), told_of(films["stock"])
    assert pictures == theirs
    assert loudness(films["ours"]) == loudness(films["stock"])
    captions = {way: film.with_suffix(".srt").read_text() for way, film in films.items()}
    assert captions["ours"] == captions["stock"]
