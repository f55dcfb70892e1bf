"""A post is written again when anything that its record or its pages say has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from gdvideo.publish.record import Record
from tests.gdvideo import measured
from tests.gdvideo.project import Project
from tests.gdvideo.test_one_key import change

# In one shape: what is sealed is the same in two.
PUBLISH = ("publish", "far", "-ql", "--out", "posts", "--allow-large", "--aspect", "16:9")


@pytest.fixture(scope="module")
def far(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project.make(tmp_path_factory.mktemp("project"))
    measured.add(project)
    return project


def published(project: Project) -> Record:
    project.run(*PUBLISH)
    record = Record.read(project.root / "posts" / "far-16x9")
    assert record is not None
    return record


def test_title_claim_meaning_poster_and_account_are_in_the_seal(far: Project) -> None:
    first = published(far)
    seals = {first.seal}
    scene, numbers = far.root / "scenes" / "far.py", far.root / "gdmath" / "experiments" / "far.py"

    def again(path: Path, old: str, new: str) -> Record:
        change(path, old, new)
        record = published(far)
        assert record.seal not in seals
        seals.add(record.seal)
        return record

    assert again(numbers, "A dot can move.", "A dot moves.").claim == "A dot moves."
    assert again(scene, 'title = "A way"', 'title = "Ways"').title == "Ways"
    meanings = {one.name: one.meaning for one in again(numbers, "how often", "times").parameters}
    assert meanings["steps"] == "times"
    poster = again(scene, "    model =", '    poster = "moving"\n    model =').account.poster
    assert poster < first.account.poster
    account = far.root / "scenes" / "stage" / "account.py"
    told = again(account, "Account(claim, scene.clock,", "Account(claim, scene.clock + 1,")
    assert told.account.seconds == first.account.seconds + 1
    page = far.root / "gdvideo" / "publish" / "templates" / "transcript.md"
    again(page, page.read_text("utf-8"), "A transcript.\n")
    assert "A transcript." in (far.root / "posts" / "far-16x9" / "transcript.md").read_text("utf-8")


def test_a_post_is_of_the_film_that_was_asked_for_though_they_share_a_name(far: Project) -> None:
    place = far.root / "posts" / "far-p-16x9" / "record.json"
    digests = []
    for folder in ("a", "b", "a"):
        far.run(*PUBLISH, "--params", f"{folder}/p.toml")
        record = Record.read(place.parent)
        assert record is not None
        digests.append(record.wide.films["dark"][-1].sha256)
    assert digests[0] == digests[2] != digests[1]
