"""The colours that a browser shows are those that were drawn."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image, ImageFilter

from tests.gdvideo.project import Project
from tests.sites.browser import served, visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.sites

MOST = 3  # of 255
LARGE = 100  # pixels of one colour; single ones keep a trace of what has faded there
FLAT = 33  # pixels across: a macroblock to each side, for within one an edge is felt

DRAW = """async (video) => {
  video.pause();
  const there = new Promise((done) => {
    // "seeked" may come before the picture does.
    const see = (_now, frame) => frame.mediaTime > video.duration - 0.5
      ? done() : video.requestVideoFrameCallback(see);
    video.requestVideoFrameCallback(see);
  });
  video.currentTime = video.duration - 0.01;
  await there;
  const canvas = document.createElement("canvas");
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext("2d").drawImage(video, 0, 0);
  return canvas.toDataURL("image/png").split(",")[1];
}"""


def drawn(project: Project, theme: str) -> np.ndarray:
    """Return the film's last picture as Manim's camera draws it, without any video."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(project.root), *sys.path])}
    environment |= {"GDVIDEO_THEME": theme}
    command = [sys.executable, "-m", "manim", "render", "-ql", "-s", "scenes/near.py"]
    subprocess.run(command, cwd=project.root, env=environment, check=True, capture_output=True)
    (still,) = (project.root / "media" / "images" / "near").glob(
        "Near_light*.png" if theme == "light" else "Near_Manim*.png"
    )
    with Image.open(still) as picture:
        return np.asarray(picture.convert("RGB")).astype(int)


def flat(picture: np.ndarray) -> np.ndarray:
    """Return where all pixels around are the same."""
    image = Image.fromarray(picture.astype(np.uint8))
    most, least = (
        np.asarray(image.filter(extreme(FLAT)))
        for extreme in (ImageFilter.MaxFilter, ImageFilter.MinFilter)
    )
    return np.asarray((most == least).all(axis=2))


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_flat_areas_keep_their_colours(
    published: Project, posts: Path, browser: Browser, theme: str
) -> None:
    source = drawn(published, theme)
    with served(posts) as address, visit(browser, f"{address}/", scheme=theme) as one:
        one.play()
        content = base64.b64decode(one.page.locator("video").evaluate(DRAW))
    with Image.open(BytesIO(content)) as picture:
        shown = np.asarray(picture.convert("RGB")).astype(int)
    assert shown.shape == source.shape
    where = flat(source)
    colours, counts = np.unique(source[where], axis=0, return_counts=True)
    large = colours[counts > LARGE]
    assert len(large) >= 2  # the ground and the dot
    for colour in large:
        there = shown[where & (source == colour).all(axis=2)]
        assert np.quantile(np.abs(there - colour).max(axis=1), 0.99) <= MOST
