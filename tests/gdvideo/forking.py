"""Runs ``gdvideo`` in a project many times: Manim is imported once, and each command is a fork."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Self

from tests.gdvideo.project import Project

__all__ = ["Forking"]

# Nothing of the project is imported before the fork: its sources may change.
SERVER = '''
import importlib, json, os, signal, sys, time

importlib.import_module("manim.__main__")
for heavy in ("pydantic", "numpy", "typst", "srt", "cairo", "PIL.Image", "rich.progress"):
    importlib.import_module(heavy)


def command(arguments):
    from gdvideo import ahead, cli

    class Forked(ahead.Renderer):
        """A renderer that is a fork of this process."""

        def __init__(self):
            sys.stdout.flush()
            lifeline, end = os.pipe()
            reading, writing = os.pipe()
            self._lifeline = os.fdopen(lifeline, "rb", buffering=0)
            self._process = Child(reading, writing)
            os.close(end)

    class Child:
        def __init__(self, reading, writing):
            self.stdin = os.fdopen(writing, "wb", buffering=0)
            self.pid = os.fork()
            if self.pid == 0:
                self.stdin.close()
                os.dup2(reading, 0)
                sys.stdin = open(0, encoding="utf-8", closefd=False)
                code = 1
                try:
                    from gdvideo import lean
                    lean.main()
                except SystemExit as leaving:
                    code = leaving.code or 0
                finally:
                    os._exit(code)
            os.close(reading)

        returncode = None

        def terminate(self):
            if self.returncode is None:
                os.kill(self.pid, signal.SIGTERM)

        def communicate(self):
            self.stdin.close()
            if self.returncode is None:
                self.returncode = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    ahead.Renderer = Forked
    with ahead.ahead():
        return cli.main(arguments)


for line in sys.stdin:
    told = json.loads(line)
    pid = os.fork()
    os.setpgid(pid, pid)  # in both, whoever comes first: it may be killed at once
    if pid == 0:
        said = os.open(told["said"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(said, 1)
        os.dup2(said, 2)
        code = 1
        try:
            code = command(told["arguments"])
        except SystemExit as leaving:
            code = leaving.code
        finally:
            sys.stdout.flush()
            os._exit(code)
    if told["kill"] is not None:
        time.sleep(told["kill"])
        os.killpg(pid, signal.SIGKILL)
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    print(code, flush=True)
'''


class Forking:
    """A project whose commands are forks of one process."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._said = project.root / "said"
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(project.root), *sys.path])}
        # Sources change within a second and keep their size: byte code of the old ones is there.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        self._server = subprocess.Popen(
            [sys.executable, "-c", SERVER], cwd=project.root, env=environment, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._server.communicate()

    def run(self, *arguments: str, code: int = 0) -> str:
        """Run a command, which must end with ``code``; return all that it said."""
        ended = self._send(arguments, None)
        said = self._said.read_text("utf-8")
        assert ended == code, (arguments, said)
        return said

    def kill(self, *arguments: str, after: float) -> None:
        """Run a command, and kill it and its processes after so many seconds."""
        self._send(arguments, after)

    def film(self, name: str) -> Path:
        return self.project.film(name)

    def _send(self, arguments: tuple[str, ...], kill: float | None) -> int:
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        told = {"arguments": arguments, "said": str(self._said), "kill": kill}
        self._server.stdin.write(json.dumps(told) + "\n")
        self._server.stdin.flush()
        answer = self._server.stdout.readline()
        return int(answer)  # the server has said on standard error why there is none
