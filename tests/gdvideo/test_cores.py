"""As many processes as the machine, or the container, has cores for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from gdvideo.cores import cores

V2, V1 = "0::/user/film\n", "4:memory:/other\n2:cpu,cpuacct:/user/film\n0::/\n"
QUOTA, PERIOD = "cpu.cfs_quota_us", "cpu.cfs_period_us"


@pytest.mark.parametrize(
    ("group", "files", "expected"),
    [
        ("", {}, 8),
        (V2, {}, 8),
        (V2, {"user/film/cpu.max": "200000 100000\n"}, 2),
        (V2, {"user/film/cpu.max": "150000 100000\n"}, 2),
        (V2, {"user/film/cpu.max": "10000 100000\n"}, 1),
        (V2, {"user/film/cpu.max": "max 100000\n"}, 8),
        (V2, {"user/film/cpu.max": "1600000 100000\n"}, 8),
        (V2, {"user/film/cpu.max": "max 100000\n", "user/cpu.max": "300000 100000\n"}, 3),
        ("0::/\n", {"cpu.max": "300000 100000\n"}, 3),
        ("0::/../outside\n", {"cpu.max": "300000 100000\n"}, 3),
        (V2, {"user/film/cpu.max": "nonsense\n"}, 8),
        (V1, {f"cpu/user/film/{QUOTA}": "-1\n", f"cpu/user/film/{PERIOD}": "100000\n"}, 8),
        (V1, {f"cpu/user/film/{QUOTA}": "250000\n", f"cpu/user/film/{PERIOD}": "100000\n"}, 3),
        # In a container, whose group is the uppermost one that it sees.
        (V1, {f"cpu/{QUOTA}": "200000\n", f"cpu/{PERIOD}": "100000\n"}, 2),
        (V1, {f"cpu/{QUOTA}": "200000\n", f"cpu/{PERIOD}": "0\n"}, 8),
        (V1, {f"memory/other/{QUOTA}": "200000\n", f"memory/other/{PERIOD}": "100000\n"}, 8),
    ],
)
def test_the_control_groups_quota_counts(
    tmp_path: Path,
    group: str,
    files: dict[str, str],
    expected: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(8)), raising=False)
    told = {"proc/self/cgroup": group}
    told |= {f"sys/fs/cgroup/{name}": text for name, text in files.items()}
    for name, text in told.items() if group else ():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "ascii")
    assert cores(tmp_path) == expected


def test_affinity_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {3, 5, 6}, raising=False)
    assert cores(tmp_path) == 3
    monkeypatch.delattr(os, "sched_getaffinity")
    monkeypatch.setattr(os, "cpu_count", lambda: 5)
    assert cores(tmp_path) == 5
