"""Sites' own tools, and our command beside them."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile

from tests.gdvideo.project import Project
from tests.sites.conftest import POSTS

__all__ = ["embed", "run"]

TOOL_SECONDS = 180


def run(folder: Path, *command: str) -> None:
    """Run a site's tool, and end what it leaves running, which would hold a pipe open."""
    assert shutil.which(command[0]), f"the tests of sites need {command[0]}: .ci/run installs it"
    with TemporaryFile("w+") as said:
        process = subprocess.Popen(
            command, cwd=folder, stdout=said, stderr=said, start_new_session=True
        )
        try:
            code = process.wait(TOOL_SECONDS)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        said.seek(0)
        assert code == 0, said.read()


def embed(project: Project, site: Path, kind: str, *more: str) -> str:
    """Install the film into the site; return the snippet."""
    process = project.start("embed", "near", *POSTS, "--for", kind, "--into", str(site), *more)
    snippet, said = process.communicate()
    assert process.returncode == 0, said
    return snippet
