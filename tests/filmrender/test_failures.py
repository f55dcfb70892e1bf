"""Each write, open, rename and encode call fails once: an honest end, no film lost, no trace."""

from __future__ import annotations

import errno
import io
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

import pytest

from filmrender.encoding.video import Encoder
from tests.filmrender.conftest import Render
from tests.filmrender.films import Tiny, tiny, undeclared

NEW = tiny(learning_rate=0.05)
STRANGER = undeclared(learning_rate=0.05)
ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES)


class Faults:
    """Counts calls, and lets the one numbered ``fails`` fail."""

    def __init__(self, media: Path, fails: int | None, error: int = 0) -> None:
        self._media = str(media)
        self._fails = fails
        self._error = error
        self.calls: list[str] = []

    def pass_by(self, what: str, path: object = None) -> None:
        self.calls.append(what)
        if len(self.calls) - 1 == self._fails:
            raise OSError(self._error, os.strerror(self._error), path)

    def around(self, what: str, call: Callable[..., Any]) -> Callable[..., Any]:
        """Return a call that may fail, if its first argument is a path in the media folder."""

        def guarded(first: Any, *args: Any, **kwargs: Any) -> Any:
            if isinstance(first, Path) and not str(first).startswith(self._media):
                return call(first, *args, **kwargs)
            self.pass_by(what, first if isinstance(first, Path) else None)
            result = call(first, *args, **kwargs)
            return Guarded(result, self) if isinstance(result, io.IOBase) else result

        return guarded


class Guarded:
    """A file whose reads and writes may fail."""

    def __init__(self, file: Any, faults: Faults) -> None:
        self._file, self._faults = file, faults

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        if name in ("read", "readline", "write"):
            self._faults.pass_by(name)
        return getattr(self._file, name)


@contextmanager
def faults(media: Path, fails: int | None, error: int = 0) -> Iterator[Faults]:
    """Let one call fail while this lasts."""
    made = Faults(media, fails, error)
    with pytest.MonkeyPatch.context() as patch:
        for name in ("open", "replace", "mkdir", "unlink"):
            patch.setattr(Path, name, made.around(name, getattr(Path, name)))
        for name in ("__init__", "encode", "finish"):
            patch.setattr(Encoder, name, made.around(name, getattr(Encoder, name)))
        yield made


@pytest.fixture
def media(tmp_path: Path) -> Path:
    return tmp_path / "media"


@pytest.fixture
def reset(media: Path, tmp_path: Path, render: Render) -> Callable[[], bytes]:
    """Return a function that puts the old film and its segments there; returns the film.

    The new film has some segments in common with it, so there is something to read and to make;
    what was typeset is not there.
    """
    film, kept = render(Tiny).film, tmp_path / "kept"
    next(media.rglob("typeset")).unlink()
    shutil.copytree(media, kept)

    def reset() -> bytes:
        shutil.rmtree(media)
        shutil.copytree(kept, media)
        return film.read_bytes()

    return reset


@pytest.fixture(params=["", "1"], ids=["encoded-beside", "encoded-at-once"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """Let one process draw, and encode beside that or in its place; 0 or 1."""
    monkeypatch.setenv("FILMRENDER_JOBS", request.param)
    return len(request.param)


def count(render: Render, media: Path, reset: Callable[[], bytes], new: type[Tiny] = NEW) -> int:
    """Return how many calls may fail while the new film is rendered over the old one."""
    reset()
    with faults(media, None) as counted:
        render(new)
    assert {"open", "read", "write", "replace", "mkdir", "encode", "finish"} <= set(counted.calls)
    return len(counted.calls)


def fail_and_recover(
    number: int,
    error: int,
    render: Render,
    media: Path,
    reset: Callable[[], bytes],
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Let one call of rendering the new film over the old one fail, and look at what is left."""
    before, made, code = reset(), None, 0
    with faults(media, number, error) as injected:
        try:
            made = render(NEW)
        except SystemExit as leaving:
            code = int(str(leaving.code))
    assert len(injected.calls) > number
    said = capsys.readouterr().err
    after = next(media.rglob("*.mp4")).read_bytes()
    finished = render(NEW).content
    assert after in (before, finished)
    if made is None:
        assert code == 4
        assert os.strerror(error) in said
        assert said.count("\n") == 1
    else:
        assert after == finished
    assert [path.name for path in media.rglob(".*")] == []


def test_a_call_that_fails_is_told_and_loses_nothing(
    way: int,
    render: Render,
    media: Path,
    reset: Callable[[], bytes],
    capsys: pytest.CaptureFixture[str],
) -> None:
    total = count(render, media, reset)
    # A few in the middle, where pictures are encoded, and many at the end, where the film is made.
    # What one way leaves out, the other has.
    for number in [*range(0, total - 20, total // 6), *range(total - 20, total, 2)][way::2]:
        fail_and_recover(number, ERRORS[number % 3], render, media, reset, capsys)


def fail_as_a_stranger(number: int, error: int, render: Render, media: Path, old: bytes) -> None:
    """Let one call of rendering a stranger fail: Manim's own tell of it as ever."""
    told: Any = 0
    with faults(media, number, error):
        try:
            render(STRANGER)
        except SystemExit as leaving:
            told = leaving.code
        except OSError as raised:
            told = raised.errno
    assert told in (0, 4, error)
    after = next(media.rglob("Tiny.mp4")).read_bytes()
    finished = render(STRANGER).content
    assert after in (old, finished)
    assert [path.name for path in media.rglob(".*")] == []


def test_a_call_that_fails_in_a_strangers_render_loses_nothing(
    way: int, render: Render, media: Path, reset: Callable[[], bytes]
) -> None:
    total = count(render, media, reset, STRANGER)
    for number in [*range(0, total - 20, total // 4), *range(total - 20, total, 5)][way::2]:
        fail_as_a_stranger(number, ERRORS[number % 3], render, media, reset())


@pytest.mark.soak
@pytest.mark.usefixtures("way")
def test_every_call_that_fails_in_a_strangers_render_loses_nothing(
    render: Render, media: Path, reset: Callable[[], bytes]
) -> None:
    for number in range(count(render, media, reset, STRANGER)):
        fail_as_a_stranger(number, ERRORS[number % 3], render, media, reset())


@pytest.mark.soak
@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("error", ERRORS)
def test_every_call_that_fails_is_told_and_loses_nothing(
    error: int,
    render: Render,
    media: Path,
    reset: Callable[[], bytes],
    capsys: pytest.CaptureFixture[str],
) -> None:
    for number in range(count(render, media, reset)):
        fail_and_recover(number, error, render, media, reset, capsys)


@pytest.mark.parametrize("jobs", ["", 1, 2])
def test_a_full_disk_ends_the_command_with_code_4(
    jobs: int | str,
    render: Render,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    old = render(Tiny)
    before = old.content
    monkeypatch.setenv("FILMRENDER_JOBS", str(jobs))

    def full(self: Path, _target: object) -> Path:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self))

    with monkeypatch.context() as context:
        context.setattr(Path, "replace", full)
        with pytest.raises(SystemExit) as leaving:
            render(NEW)
    assert leaving.value.code == 4
    assert "No space left on device" in capfd.readouterr().err
    assert old.content == before
