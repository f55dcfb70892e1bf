"""Runs ``gdvideo`` many times: Manim is imported once, and each command is a fork."""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

__all__ = ["Server", "server"]

# Nothing of the project is imported before the fork: its sources may change.
SERVER = '''
import importlib, json, os, runpy, signal, subprocess, sys, time

importlib.import_module("manim.__main__")
for heavy in ("pydantic", "numpy", "typst", "srt", "cairo", "PIL.Image", "rich.progress"):
    importlib.import_module(heavy)
for name in list(sys.modules):  # Manim looks at its plugins, and filmrender is one
    if name.partition(".")[0] in ("filmrender", "gdmath", "gdvideo", "scenes"):
        del sys.modules[name]


class Popen(subprocess.Popen):
    """A process that runs a module of Python's: a fork of this one."""

    def _execute_child(self, args, *rest):
        if args[:2] != [sys.executable, "-m"]:
            return super()._execute_child(args, *rest)
        cwd, environment, pipes = rest[4], rest[5], rest[9:15]
        sys.stdout.flush()
        self.pid = os.fork()
        if self.pid == 0:
            code = 1
            try:
                given, giving, hearing, said, seeing, failed = pipes
                for number, (mine, its) in enumerate(
                    [(given, giving), (said, hearing), (failed, seeing)]
                ):
                    if mine != -1:
                        os.dup2(mine, number)
                    if its != -1:
                        os.close(its)
                sys.stdin = open(0, encoding="utf-8", closefd=False)
                os.chdir(cwd or ".")
                os.environ.update(environment or {})
                sys.argv = args[2:]
                runpy.run_module(args[2], run_name="__main__", alter_sys=True)
                code = 0
            except SystemExit as leaving:
                code = leaving.code or 0
            except BaseException as error:
                sys.excepthook(type(error), error, error.__traceback__)
            finally:
                sys.stdout.flush()
                sys.stderr.flush()
                os._exit(code)
        self._child_created = True
        self._close_pipe_fds(*pipes)


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
            signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])  # it may come at once
            self.pid = os.fork()
            if self.pid == 0:
                signal.signal(signal.SIGTERM, signal.SIG_DFL)  # as in any new process
            signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGTERM])
            if self.pid == 0:
                self.stdin.close()
                os.dup2(reading, 0)
                sys.stdin = open(0, encoding="utf-8", closefd=False)
                os.chdir(root)
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
    subprocess.Popen = Popen
    with ahead.ahead():
        return cli.main(arguments)


for line in sys.stdin:
    told = json.loads(line)
    pid = os.fork()
    os.setpgid(pid, pid)  # in both, whoever comes first: it may be killed at once
    if pid == 0:
        root = told["root"]
        os.environ.clear()
        os.environ.update(told["environment"])
        os.chdir(os.path.join(root, told["folder"]))
        sys.path[0] = root
        for number, name in enumerate(told["said"], 1):
            os.dup2(os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
        code = 1
        try:
            code = command(told["arguments"])
        except SystemExit as leaving:
            code = leaving.code
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code or 0)
    if told["kill"] is not None:
        time.sleep(told["kill"])
        os.killpg(pid, signal.SIGKILL)
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    print(code, flush=True)
'''


class Server:
    """A process that has imported Manim as the project's settings have it, and forks."""

    def __init__(self, options: Sequence[str], folder: Path) -> None:
        self._said = [Path(mkdtemp()) / name for name in ("out", "err")]
        self._process = subprocess.Popen(
            [sys.executable, *options, "-c", SERVER], cwd=folder, text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
        atexit.register(self._process.communicate)

    def run(
        self, root: Path, arguments: Sequence[str], environment: dict[str, str], folder: str = "",
        kill: float | None = None,
    ) -> tuple[int, str, str]:  # fmt: skip
        """Run a command in a project; return its code and what it said, on both streams.

        With ``kill``, it and its processes are killed after so many seconds.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        told = {
            "root": str(root), "folder": folder, "arguments": arguments, "kill": kill,
            "environment": environment, "said": [str(path) for path in self._said],
        }  # fmt: skip
        self._process.stdin.write(json.dumps(told) + "\n")
        self._process.stdin.flush()
        code = int(self._process.stdout.readline())  # the server has said why there is none
        out, err = (path.read_text("utf-8") for path in self._said)
        return code, out, err


@cache
def server(options: Sequence[str], folder: Path) -> Server:
    """Return the server of this test process."""
    return Server(options, folder)
