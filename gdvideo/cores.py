"""How many cores this process may use."""

from __future__ import annotations

import math
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath

__all__ = ["cores"]

_ROOT = Path("/")


def cores(root: Path = _ROOT) -> int:
    """Return the cores that affinity and the control group's quota leave, a part as a whole one.

    ``root`` is where ``proc`` and ``sys`` are. Python's own ``os.process_cpu_count`` knows no
    quota.
    """
    has_affinity = hasattr(os, "sched_getaffinity")  # macOS has none
    usable = len(os.sched_getaffinity(0)) if has_affinity else os.cpu_count() or 1
    return max(1, min([usable, *map(math.ceil, _quotas(root))]))


def _quotas(root: Path) -> Iterator[float]:
    """Yield the cores that each control group that this process is in allows."""
    groups = root / "sys" / "fs" / "cgroup"
    for folder in _groups(root):
        with suppress(OSError, ValueError, ZeroDivisionError):  # version 2; "max" is no number
            quota, period = (groups / folder / "cpu.max").read_text("ascii").split()
            yield int(quota) / int(period)
        with suppress(OSError, ValueError, ZeroDivisionError):  # version 1; -1 is no limit
            quota, period = (
                (groups / "cpu" / folder / f"cpu.cfs_{name}_us").read_text("ascii")
                for name in ("quota", "period")
            )
            if int(quota) > 0:
                yield int(quota) / int(period)


def _groups(root: Path) -> Iterator[PurePosixPath]:
    """Yield the groups of this process and those that they are in, as paths from the uppermost.

    A container may see its own group as the uppermost one, under whatever name it has outside.
    """
    try:
        lines = (root / "proc" / "self" / "cgroup").read_text("utf-8").splitlines()
    except (OSError, ValueError):
        return
    for line in lines:
        _, controllers, path = line.split(":", 2)
        if not controllers or "cpu" in controllers.split(","):
            group = PurePosixPath(path.lstrip("/"))
            yield from (group, *group.parents)
