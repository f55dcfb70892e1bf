"""From film to post, with the real command."""

import hashlib
import json
import re
import struct
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from gdvideo.mp4 import duration
from gdvideo.publish.encoding import ENCODERS
from gdvideo.publish.pictures import frames_at
from gdvideo.publish.posts import TooLarge, weigh
from gdvideo.publish.record import Record, Video
from tests.gdvideo.project import Project
from tests.gdvideo.publish.records import record
from tests.memory import films_in_dirty_memory

GROUNDS = {"dark": (0x0E, 0x11, 0x17), "light": (0xFB, 0xFA, 0xF6)}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project.make(tmp_path_factory.mktemp("project"))
    project.tell("[near]\nsteps = 2\n")
    said = project.run("publish", "near", "-ql", "--out", "posts", "--allow-large")
    assert re.search(r"posts/near: 0:01 min, 0\.\d\d MB\n", said)
    return project


def read(project: Project) -> Record:
    found = Record.read(project.root / "posts" / "near")
    assert found is not None
    return found


def boxes(content: bytes) -> list[bytes]:
    """Return the kinds of an MP4's outermost boxes, in order."""
    kinds, at = [], 0
    while at < len(content):
        size, kind = struct.unpack(">I4s", content[at : at + 8])
        kinds.append(kind)
        at += size
    return kinds


def whole_pictures(film: Path) -> int:
    """Return how many pictures can be shown without those before them."""
    with av.open(film) as container:
        return sum(packet.is_keyframe for packet in container.demux(video=0))


def test_a_post_has_all_its_files_as_the_record_says(published: Project) -> None:
    folder, found = published.root / "posts" / "near", read(published)
    wanted = found.all_files
    assert {path.name for path in folder.iterdir()} == {f.name for f in wanted} | {"record.json"}
    for file in wanted:
        content = (folder / file.name).read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (file.bytes, file.sha256)
    assert [shape.aspect for shape in found.shapes] == ["16:9", "1:1"]
    assert {"transcript.md", "transcript.html"} <= set(found.files)
    for shape in found.shapes:
        assert set(shape.films) == set(shape.posters) == {"dark", "light"}
        for file in shape.all_files:
            assert file.sha256[:10] in file.name
    assert found.account.seconds == pytest.approx(1.0)
    assert [beat.name for beat in found.account.beats] == ["moving"]
    assert {one.name: one.value for one in found.parameters}["side"] == 1.0
    assert "manim" in found.versions


def test_the_films_start_at_once_and_are_tagged(published: Project) -> None:
    folder, found = published.root / "posts" / "near", read(published)
    for shape, videos in ((s, v) for s in found.shapes for v in s.films.values()):
        for file, name in zip(videos, ("libdav1d", "h264"), strict=True):
            kinds = boxes((folder / file.name).read_bytes())
            assert kinds.index(b"moov") < kinds.index(b"mdat")
            with av.open(folder / file.name) as film:
                context = film.streams.video[0].codec_context
                assert (context.name, context.color_primaries, context.colorspace) == (name, 1, 1)
                assert (context.width, context.height) == (shape.width, shape.height)


@pytest.mark.parametrize(("theme", "name"), [("dark", "Near"), ("light", "Near_light_16x9")])
def test_a_film_is_in_one_piece_and_shows_what_its_render_does(
    published: Project, theme: str, name: str
) -> None:
    render = published.film(name)
    moments = [frame / 15 for frame in range(round(duration(render) * 15))]
    drawn = frames_at(render, moments)
    for video in read(published).wide.films[theme]:
        film = published.root / "posts" / "near" / video.name
        assert whole_pictures(film) == 1 < whole_pictures(render)
        assert duration(film) == duration(render)
        for one, other in zip(frames_at(film, moments), drawn, strict=True):
            # At an edge; the dot in its next place differs by over 200.
            assert np.abs(np.asarray(one).astype(int) - np.asarray(other)).max() < 160


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_a_poster_has_the_colours_of_its_theme(published: Project, theme: str) -> None:
    posters = [shape.posters[theme].name for shape in read(published).shapes]
    for name in (f"poster-{theme}.png", *posters):
        with Image.open(published.root / "posts" / "near" / name) as poster:
            assert poster.format == name.rpartition(".")[2].upper()
            corner = np.asarray(poster.convert("RGB"))[-8:, :8].reshape(-1, 3).astype(int)
        assert np.abs(corner - GROUNDS[theme]).max() <= 3


@pytest.mark.parametrize("ending", ["gif", "webp"])
def test_a_preview_moves_and_is_light(published: Project, ending: str) -> None:
    place = published.root / "posts" / "near" / f"preview-dark.{ending}"
    with Image.open(place) as preview:
        assert getattr(preview, "n_frames", 1) > 1
        assert preview.width == 600
    assert place.stat().st_size < 100_000


def test_the_same_film_is_not_published_again(published: Project) -> None:
    folder = published.root / "posts" / "near"
    before = {path.name: path.stat().st_ino for path in folder.iterdir()}
    published.run("publish", "near", "-ql", "--out", "posts", "--allow-large")
    assert {path.name: path.stat().st_ino for path in folder.iterdir()} == before
    (folder / "transcript.md").unlink()
    published.run("publish", "near", "-ql", "--out", "posts", "--allow-large")
    assert {path.name for path in folder.iterdir()} == set(before)


def test_a_film_is_encoded_the_same_whatever_lay_in_memory_before() -> None:
    assert len(films_in_dirty_memory(ENCODERS["h264"][1])) == 1


@pytest.mark.parametrize(
    ("kind", "known_by", "helpers"),
    [
        ("html", None, []),
        ("jekyll", "_config.yml", ["_includes/gdvideo.html", "_includes/gdvideo/near.html"]),
        (
            "hugo",
            "config.toml",
            [
                "layouts/shortcodes/gdvideo.html",
                "layouts/shortcodes/gdvideo.rss.xml",
                "layouts/partials/gdvideo/near.html",
                "layouts/partials/gdvideo/near.rss.html",
            ],
        ),
    ],
)
def test_a_film_is_installed_into_a_site_and_nothing_is_overwritten(
    published: Project, tmp_path: Path, kind: str, known_by: str | None, helpers: list[str]
) -> None:
    command = ["embed", "near", "-ql", "--out", "posts", "--for", kind, "--into", str(tmp_path)]
    if known_by:
        refusal = published.run(*command, code=2)
        assert refusal.count("\n") == 1
        (tmp_path / known_by).write_text("", "utf-8")
    for helper in helpers[:1]:
        mine = tmp_path / helper
        mine.parent.mkdir(parents=True)
        mine.write_text("mine", "utf-8")
        before = sorted(tmp_path.rglob("*"))
        assert f"{helper} is not as gdvideo would make it" in published.run(*command, code=2)
        assert mine.read_text("utf-8") == "mine"
        assert sorted(tmp_path.rglob("*")) == before
        mine.unlink()
    said = published.run(*command)
    for helper in helpers:
        assert f"wrote {tmp_path / helper}" in said
    static = "static/gdvideo" if kind == "hugo" else "gdvideo"
    for file in read(published).all_files:
        if file.name.endswith((".md", "index.html")):
            continue
        assert (tmp_path / static / "near" / file.name).stat().st_size == file.bytes
    for name in ("gdvideo.css", "gdvideo.js", "page.css", "clear.gif", "near/index.html"):
        assert (tmp_path / static / name).is_file()
    assert "wrote" not in published.run(*command)


def test_the_gallery_is_written_beside_the_posts(published: Project) -> None:
    said = published.run("gallery", "near", "-ql", "--out", "posts", "--allow-large")
    page = (published.root / "posts" / "index.html").read_text("utf-8")
    assert said.endswith("posts/index.html\n")
    assert not re.search(r"(src|href|poster)=\"(https?:)?//", page)
    named = re.findall(r"(?:src|href|poster)=\"(near/[^\"#]+)", page)
    assert len(named) > 3
    for name in named:
        assert (published.root / "posts" / name).is_file()


def test_other_parameters_have_a_folder_of_their_own(published: Project) -> None:
    command = ("--set", "side=2.5", "-ql", "--out", "posts", "--allow-large")
    published.run("publish", "near", *command)
    assert (published.root / "posts" / "near-side-2.5" / "record.json").is_file()
    assert "need one film" in published.run("publish", *command, code=2)


def test_a_film_that_does_not_tell_is_one_sentence(project: Project) -> None:
    teller = project.root / "scenes" / "stage" / "account.py"
    teller.write_text("raise ValueError('no voice')\n", "utf-8")
    said = project.run("publish", "near", "-ql", code=4)
    assert "near cannot be told of: ValueError: no voice\n" in said


def weighing(megabytes: float, seconds: float = 60.0) -> Record:
    one = record()
    film = Video(name="x.mp4", bytes=round(megabytes * 1e6), sha256="", codec="avc1")
    account = one.account.model_copy(update={"seconds": seconds})
    shape = one.wide.model_copy(update={"films": {"dark": (film,)}, "account": account})
    return one.model_copy(update={"shapes": (shape,)})


def test_a_large_film_is_warned_of_and_a_larger_one_refused(
    capsys: pytest.CaptureFixture[str],
) -> None:
    weigh(weighing(1.0), allow_large=False)
    assert capsys.readouterr().err == ""
    weigh(weighing(1.1), allow_large=False)
    assert "warning: dot has 1.10 MB, over 1.00 MB for 60 s" in capsys.readouterr().err
    weigh(weighing(3.0), allow_large=False)
    with pytest.raises(TooLarge, match=r"3\.10 MB, over 3\.00 MB .* --allow-large"):
        weigh(weighing(3.1), allow_large=False)
    with pytest.raises(TooLarge):
        weigh(weighing(2.0, seconds=30), allow_large=False)
    capsys.readouterr()
    weigh(weighing(3.1), allow_large=True)
    assert "warning: dot has 3.10 MB" in capsys.readouterr().err


def test_a_damaged_record_is_none(tmp_path: Path) -> None:
    assert Record.read(tmp_path) is None
    (tmp_path / "record.json").write_text(json.dumps({"slug": "x"}), "utf-8")
    assert Record.read(tmp_path) is None
