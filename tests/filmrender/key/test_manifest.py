"""A manifest is whole or not there, and says what has changed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest

from filmrender.key import Manifest, sources
from filmrender.key.digests import content_digest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def manifest(tmp_path: Path) -> Manifest:
    (tmp_path / "Dot.mp4").write_bytes(b"film")
    files = {"Dot.mp4": content_digest(b"film")}
    return Manifest({"name": "dot"}, {}, "Dot.mp4", 1.0, files, {})


def test_a_manifest_is_read_as_it_was_written_and_a_damaged_one_is_none(manifest: Manifest) -> None:
    content = manifest.content()
    assert Manifest.parse(content) == manifest
    assert Manifest.parse(content[:-1]) is None
    assert Manifest.parse(content.replace(b"1.0", b"2.0")) is None
    facts = json.loads(content)
    del facts["film"]
    for damaged in (b"", b"[]", b"null", json.dumps(facts).encode()):
        assert Manifest.parse(damaged) is None


def test_files_that_are_not_as_they_were_made_are_named(manifest: Manifest, tmp_path: Path) -> None:
    assert manifest.lacking(tmp_path) == []
    (tmp_path / "Dot.mp4").write_bytes(b"other")
    assert manifest.lacking(tmp_path) == ["Dot.mp4"]
    (tmp_path / "Dot.mp4").unlink()
    assert manifest.lacking(tmp_path) == ["Dot.mp4"]


def test_a_source_that_changed_since_the_process_began_is_never_taken_for_what_was_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "mine.py"
    source.write_text("speed = 1\n", "utf-8")
    mine = ModuleType("mine")
    mine.__file__ = str(source)
    monkeypatch.setitem(sys.modules, "mine", mine)
    monkeypatch.setattr(sources, "_BEGAN", time.time() + 60)
    known = sources.imported({})
    assert known[str(source)] == content_digest(b"speed = 1\n")
    assert not [told for told in sources.changed_sources(known) if "mine" in told]
    monkeypatch.setattr(sources, "_BEGAN", time.time() - 60)
    source.write_text("speed = 2\n", "utf-8")
    assert f"{source} changed" in sources.changed_sources(sources.imported({}))
    assert sources.imported(known)[str(source)] == known[str(source)]  # as it was when it was read


def test_byte_code_of_an_older_source_of_the_same_second_and_size_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = tmp_path / "scenes"
    room.mkdir()
    source = room / "mine.py"
    monkeypatch.setattr(sources, "_ROOT", tmp_path)

    def spoken() -> str:
        code = "import mine; print(mine.speed)"
        command = [sys.executable, "-c", code]
        told = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        ran = subprocess.run(
            command, cwd=room, env=told, capture_output=True, text=True, check=True
        )
        return ran.stdout

    second = int(time.time()) * 1_000_000_000
    source.write_text("speed = 1\n", "utf-8")
    os.utime(source, ns=(second, second))
    assert spoken() == "1\n"
    (code,) = (room / "__pycache__").iterdir()
    os.utime(code, ns=(second + 1, second + 1))
    source.write_text("speed = 2\n", "utf-8")
    os.utime(source, ns=(second + 2, second + 2))
    assert spoken() == "1\n"  # Python's own rule is not enough
    sources.drop_doubtful_bytecode([source.parent])
    assert spoken() == "2\n"


def test_the_key_needs_no_manim() -> None:
    code = "import filmrender.key.conditions, filmrender.key.manifest, sys; print(*sys.modules)"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert not {"manim", "scenes.stage", "gdvideo", "gdmath", "numpy"} & set(ran.stdout.split())
