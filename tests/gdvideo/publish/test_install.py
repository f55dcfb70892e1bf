"""Files are put into a folder of the user's, and nothing of the user's is overwritten."""

from pathlib import Path

import pytest

from gdvideo.errors import RenderFailed, Usage
from gdvideo.publish.install import install


def tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name[0] != ".")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_what_was_put_there_may_change_and_go(tmp_path: Path) -> None:
    (tmp_path / "post.md").write_bytes(b"mine")
    assert install({"a/one": b"1", "a/two": b"2"}, tmp_path, "a/") == ["a/one", "a/two"]
    assert install({"a/one": b"1", "a/two": b"2"}, tmp_path, "a/") == []
    assert install({"b/one": b"1"}, tmp_path, "b/") == ["b/one"]
    assert install({"a/one": b"new", "a/three": b"3"}, tmp_path, "a/") == ["a/one", "a/three"]
    expected = {"post.md": b"mine", "a/one": b"new", "a/three": b"3", "b/one": b"1"}
    assert tree(tmp_path) == expected


@pytest.mark.parametrize("mine", [b"mine", b""])
def test_a_file_of_the_users_stays_and_nothing_is_written(tmp_path: Path, mine: bytes) -> None:
    (tmp_path / "two").write_bytes(mine)
    with pytest.raises(Usage, match="two is not as gdvideo would make it"):
        install({"one": b"1", "two": b"2"}, tmp_path)
    assert tree(tmp_path) == {"two": mine}


def test_a_file_that_the_user_has_changed_stays(tmp_path: Path) -> None:
    install({"a/one": b"1", "a/two": b"2"}, tmp_path, "a/")
    (tmp_path / "a" / "one").write_bytes(b"changed")
    with pytest.raises(Usage, match="one is not as"):
        install({"a/one": b"new"}, tmp_path, "a/")
    install({"a/three": b"3"}, tmp_path, "a/")
    assert tree(tmp_path) == {"a/one": b"changed", "a/three": b"3"}


def test_the_same_file_of_the_users_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "one").write_bytes(b"1")
    assert install({"one": b"1", "two": b"2"}, tmp_path) == ["two"]


def test_an_installation_that_was_killed_is_finished_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install({"one": b"1", "two": b"2"}, tmp_path)

    def killed(path: Path, content: bytes) -> None:
        if path.name == "two":
            raise KeyboardInterrupt
        path.write_bytes(content)

    with monkeypatch.context() as patched:
        patched.setattr("gdvideo.publish.install.write", killed)
        with pytest.raises(KeyboardInterrupt):
            install({"one": b"new", "two": b"new"}, tmp_path)
    assert tree(tmp_path) == {"one": b"new", "two": b"2"}
    assert install({"one": b"newer", "two": b"newer"}, tmp_path) == ["one", "two"]
    assert tree(tmp_path) == {"one": b"newer", "two": b"newer"}


def test_a_place_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(RenderFailed, match="cannot be written"):
        install({"a/one": b"1"}, tmp_path)
