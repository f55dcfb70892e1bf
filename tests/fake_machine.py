"""A machine made of shell scripts, on which ``run`` can be tried without a network or a compiler.

Every fake notes how it was called in ``calls``; what it should do beyond that is said by files in
``orders``, so that it can change while ``run`` is at work.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
INPUTS = ("requirements-build.txt", "requirements.txt", "pyproject.toml")
TOOLS = (
    *("cat", "cksum", "cp", "dirname", "echo", "env", "flock", "id", "ln", "mkdir", "mv"),
    *("readlink", "rm", "sed", "sh", "sleep", "tail", "true"),
)

# What each fake does first: note the call, obey "block STEP" (until the order is taken back) and
# "fail STEP". It eats standard input, as an installer may.
PREAMBLE = """#!/bin/sh
step=$(printf '%s ' "${0##*/}" "$@" | sed -e 's/  *$//' -e "s|$MACHINE/||g")
printf '%s\\n' "$step" >>"$MACHINE/calls"
cat >/dev/null
for order in "$MACHINE"/orders/*; do
    [ -f "$order" ] || continue
    case $step in
        *"$(cat "$order")"*)
            case ${order##*/} in
                block) while [ -f "$order" ]; do sleep 0.02; done ;;
                fail) echo "no network"; exit 1 ;;
            esac ;;
    esac
done
"""

PYTHON = """
case "$*" in
    *version_info*) echo "$MACHINE/bin/python3.11" ;;
    *sysconfig*) echo /include ;;
    *fcntl*) exec "$REAL_PYTHON" "$@" ;;
    "-m venv "*)
        mkdir -p "$3/bin"
        ln -s "$MACHINE/bin/python3.11" "$3/bin/python"
        for name in manim pytest; do cp "$MACHINE/where" "$3/bin/$name"; done ;;
esac
"""

APT = """
[ "$1" != install ] || cp "$MACHINE"/store/* "$MACHINE/bin/"
"""

OLD_PYTHON = """
[ "$1" = -V ] || exit 1
echo Python 3.9.2
"""


class Machine:
    """A project in a folder with a space in its name, and the programs of a machine around it."""

    def __init__(self, home: Path, name: str = "a project") -> None:
        self.home = home
        self.root = home / name
        self.calls = home / "calls"
        self.environment = {
            "PATH": str(home / "bin"),
            "MACHINE": str(home),
            "REAL_PYTHON": sys.executable,
            "PYTHONHOME": "/nowhere",
        }
        for folder in ("bin", "store", "orders", name):
            (home / folder).mkdir()
        shutil.copy(ROOT / "run", self.root / "run")
        for file in INPUTS:
            (self.root / file).write_text(f"{file}\n")
        for tool in TOOLS:
            if found := shutil.which(tool):
                (home / "bin" / tool).symlink_to(found)
        self.script("where", "#!/bin/sh\npwd -P\n")
        self.fake("bin/python3.11", PYTHON)
        self.fake("bin/python3", PYTHON)
        self.fake("bin/pkg-config")
        self.fake("bin/cc")

    def script(self, name: str, text: str) -> None:
        path = self.home / name
        path.unlink(missing_ok=True)
        path.write_text(text)
        path.chmod(0o755)

    def fake(self, name: str, body: str = "") -> None:
        self.script(name, PREAMBLE + body)

    def uninstall(self, *names: str) -> None:
        """Take programs away; a package manager made with APT brings all of them back."""
        for name in names:
            if (program := self.home / "bin" / name).exists():
                program.rename(self.home / "store" / name)

    def order(self, what: str, step: str) -> None:
        (self.home / "orders" / what).write_text(step)

    def take_back(self, what: str) -> None:
        (self.home / "orders" / what).unlink()

    def steps(self, word: str) -> list[str]:
        """The calls of fakes so far that contain a word."""
        lines = self.calls.read_text().splitlines() if self.calls.exists() else []
        return [line for line in lines if word in line]

    def start(self, *command: str) -> subprocess.Popen[str]:
        """Begin a call of run, in a session of its own."""
        return subprocess.Popen(
            [self.root / "run", *command],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def run(
        self, *command: str, cwd: Path | None = None, shell: str = "sh", stdin: str = ""
    ) -> subprocess.CompletedProcess[str]:
        """Call run and wait for its end."""
        return subprocess.run(
            [*shell.split(), self.root / "run", *command],
            check=False,
            cwd=cwd or self.root,
            env=self.environment,
            input=stdin,
            capture_output=True,
            text=True,
            timeout=30,
        )

    def kill(self, process: subprocess.Popen[str]) -> None:
        """End run and all that it started, as a power cut would."""
        os.killpg(process.pid, 9)
        process.communicate()


def wait_until(condition: Callable[[], object]) -> None:
    """Return when the condition holds; give up after half a minute."""
    end = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < end, "nothing happened"
        time.sleep(0.01)
