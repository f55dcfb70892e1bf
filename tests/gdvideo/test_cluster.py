"""Films made by a Dask cluster on this machine are the same as those made here."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from tests.gdvideo.project import Project

pytest.importorskip("distributed", reason="only --scheduler needs it: pip install distributed")

START_SECONDS = 60


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def dask(project: Project, folder: Path, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run ``dask``, in a group of its own, until it says that it is there."""
    folder.mkdir()
    log = folder / "log"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(project.root), *sys.path])}
    command = [sys.executable, "-m", "dask", *arguments]
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=output, stderr=output,
            start_new_session=True,
        )  # fmt: skip
    try:
        deadline = time.monotonic() + START_SECONDS
        while not re.search(r"Scheduler at:|Registered to:", log.read_text("utf-8", "replace")):
            assert process.poll() is None, log.read_text("utf-8", "replace")
            assert time.monotonic() < deadline, log.read_text("utf-8", "replace")
            time.sleep(0.05)
        yield process
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@contextmanager
def scheduler(project: Project, folder: Path) -> Iterator[str]:
    port = str(free_port())
    options = ("--host", "127.0.0.1", "--port", port, "--no-dashboard")
    with dask(project, folder, "scheduler", *options):
        yield f"tcp://127.0.0.1:{port}"


def worker(
    project: Project, folder: Path, address: str
) -> AbstractContextManager[subprocess.Popen[bytes]]:
    options = ("--nthreads", "1", "--no-dashboard", "--host", "127.0.0.1", "--name", folder.name)
    place = ("--local-directory", str(folder))
    return dask(project, folder, "worker", address, *options, *place)


def test_two_workers_make_the_same_films_as_this_machine(
    project: Project, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = tmp_path_factory.mktemp("cluster")
    elsewhere = Project.make(place / "clone")
    with (
        scheduler(project, place / "scheduler") as address,
        worker(elsewhere, place / "one", address),
        worker(elsewhere, place / "two", address),
    ):
        said = project.run("build", "-ql", "--scheduler", address)
        assert "2 made" in said
        sent = {name: project.film(name).read_bytes() for name in ("Near", "Wide")}
        assert "Nothing to do" in project.run("build", "-ql")
        assert not (elsewhere.root / "media").exists()
        project.run("build", "-ql", "--media", "here")
    for name, content in sent.items():
        own = project.root / "here" / project.film(name).relative_to(project.root / "media")
        assert own.read_bytes() == content


def test_a_worker_with_other_sources_is_refused_by_name_and_one_that_dies_loses_no_film(
    project: Project, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = tmp_path_factory.mktemp("cluster")
    other = Project.make(place / "other")
    (other.root / "scenes" / "near.py").write_text("# something else\n", "utf-8")
    with (
        scheduler(project, place / "scheduler") as address,
        worker(other, place / "old", address),
    ):
        said = project.run("build", "-ql", "--scheduler", address, code=3)
        assert re.search(
            r"worker old at tcp\S+ is refused: sources is \w+ there and \w+ here", said
        )
        with (
            worker(project, place / "mortal", address) as mortal,
            worker(project, place / "lasting", address),
        ):
            build = project.start("build", "-ql", "--scheduler", address)
            while build.poll() is None and not list(place.glob("mortal/**/report")):
                time.sleep(0.02)
            os.killpg(mortal.pid, signal.SIGKILL)
            out, err = build.communicate(timeout=120)
            assert build.returncode == 0, out + err
            assert "worker old at" in err
    assert project.film("Near").is_file()
    assert project.film("Wide").is_file()


def test_no_scheduler_is_one_sentence(project: Project) -> None:
    address = f"tcp://127.0.0.1:{free_port()}"
    said = project.run("build", "-ql", "--scheduler", address, code=3)
    assert said.startswith(f"no Dask scheduler answers at {address}")
    assert "'nowhere' is not an address" in project.run("build", "--scheduler", "nowhere", code=2)
