"""Films for a command: those that are not fresh are made first."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from gdvideo import options
from gdvideo.errors import Failure
from gdvideo.freshness import of_task
from gdvideo.studio import Delivery, at_hand
from gdvideo.task import Task

__all__ = ["deliver"]


def deliver(tasks: Sequence[Task], args: argparse.Namespace) -> list[Delivery | Failure]:
    """Return each task's film, exactly as it was made or found, or what went wrong with it.

    What goes wrong has been told by then.
    """
    found: dict[int, Delivery | Failure] = {}
    for number, task in enumerate(tasks):
        fresh = at_hand(task, args.media)
        if fresh is not None:
            found[number] = fresh
    lacking = [number for number in range(len(tasks)) if number not in found]
    if lacking:
        found |= zip(lacking, _made([tasks[number] for number in lacking], args), strict=True)
    return [found[number] for number in range(len(tasks))]


def _made(tasks: Sequence[Task], args: argparse.Namespace) -> list[Delivery | Failure]:
    from gdvideo.display import display
    from gdvideo.works import Job, run_all

    jobs = [Job(task, of_task(task, args.media).seconds) for task in tasks]
    return run_all(jobs, options.works(args), args.media, display(len(jobs)))
