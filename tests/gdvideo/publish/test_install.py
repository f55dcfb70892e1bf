"""Files are put into a folder of the user's, and nothing of the user's is overwritten."""

import hashlib
import json
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from gdvideo.errors import RenderFailed, Usage
from gdvideo.publish import install as module
from gdvideo.publish.install import install
from gdvideo.publish.record import Record
from tests.gdvideo.publish.records import record


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


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with a film, a page of the user's, a link within it and two that lead out."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine").write_bytes(b"mine")
    site = tmp_path / "site"
    install({"a/one": b"1"}, site, "a/")
    (site / "page").write_bytes(b"mine")
    (site / "a" / "linked").symlink_to(tmp_path / "out")
    (site / "a" / "file").symlink_to(tmp_path / "out" / "mine")
    (site / "a" / "round").symlink_to("round")
    (site / "a" / "up").symlink_to("..")
    return site


def tamper(site: Path, path: str) -> None:
    notes = json.loads((site / ".gdvideo.json").read_bytes())
    seal = hashlib.sha256(b"mine").hexdigest()
    (site / ".gdvideo.json").write_text(json.dumps(notes | {path: [seal]}), "utf-8")


@pytest.mark.parametrize(
    "path",
    ["a/../../out/mine", "a/linked/mine", "a/file", "a/../page", "a/up/page", "a/round", "a/\0"],
)
def test_a_note_that_leads_elsewhere_is_refused_and_nothing_is_removed(
    site: Path, path: str
) -> None:
    tamper(site, path)
    before = tree(site.parent)
    with pytest.raises(Usage, match="which is not its own: remove that line"):
        install({"a/two": b"2"}, site, "a/")
    assert tree(site.parent) == before


def test_an_absolute_path_in_a_note_removes_nothing(site: Path) -> None:
    mine = site.parent / "out" / "mine"
    tamper(site, str(mine))
    with pytest.raises(Usage, match="remove that line"):
        install({"a/two": b"2"}, site, f"{site.parent}/")
    assert mine.read_bytes() == b"mine"


@pytest.mark.parametrize("path", ["a/linked/new", "a/file", "../new"])
def test_nothing_is_written_through_a_link_that_leads_out(site: Path, path: str) -> None:
    before = tree(site.parent)
    with pytest.raises(Usage, match="leads out of"):
        install({"a/two": b"2", path: b"2"}, site, "a/")
    assert tree(site.parent) == before


def test_a_site_may_be_a_link_and_have_links_within(tmp_path: Path, site: Path) -> None:
    (tmp_path / "link").symlink_to(site)
    (site / "b").mkdir()
    (site / "static").symlink_to("b")
    assert install({"static/one": b"1"}, tmp_path / "link", "static/") == ["static/one"]
    assert (site / "b" / "one").read_bytes() == b"1"


def test_two_installations_at_once_lose_no_note(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting, read = threading.Barrier(2, timeout=0.5), module._read

    def read_together(path: Path) -> dict[str, list[str]]:
        notes = read(path)
        with suppress(threading.BrokenBarrierError):
            meeting.wait()
        return notes

    monkeypatch.setattr(module, "_read", read_together)
    threads = [
        threading.Thread(target=install, args=({f"{name}/one": b"1"}, tmp_path, f"{name}/"))
        for name in ("a", "b")
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(read(tmp_path / ".gdvideo.json")) == {"a/one", "b/one"}
    assert {path.name for path in tmp_path.iterdir()} == {"a", "b", ".gdvideo.json"}


@pytest.mark.parametrize("name", ["../secret", "/etc/hostname", "..", "", "a/b"])
def test_a_record_that_names_a_file_elsewhere_is_none(tmp_path: Path, name: str) -> None:
    good = record()
    (tmp_path / "record.json").write_text(good.model_dump_json(), "utf-8")
    assert Record.read(tmp_path) == good
    for changed in ("dot-16x9-dark-0123456789.webp", '"name":"dot"'):
        old = good.model_dump_json()
        new = old.replace(changed, f'"name":"{name}"' if ":" in changed else name)
        assert new != old
        (tmp_path / "record.json").write_text(new, "utf-8")
        assert Record.read(tmp_path) is None
