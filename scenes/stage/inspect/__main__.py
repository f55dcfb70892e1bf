"""Inspects films one after the other: a job a line comes in, a report a line goes out.

A job is a JSON object: film, scene (its class), themes, aspect, params as JSON can hold them, and
the folder of the files that they name, or null for the project.
A report has the findings for each theme, the film's seconds, and the seconds of processor time
that it took.
"""

from __future__ import annotations

import json
import sys
import time
from contextlib import redirect_stdout
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import Any

from scenes.stage.film import Film
from scenes.stage.inspect.finding import Finding
from scenes.stage.inspect.watch import Report, inspect_film

__all__ = ["answer"]


def answer(job: dict[str, Any]) -> dict[str, Any]:
    """Return the report on one film; a film that does not play is a finding too."""
    start = time.process_time()
    film: type[Film[Any]] = getattr(import_module(f"scenes.{job['film']}"), job["scene"])
    params = film.model.parse(job["params"], job["folder"] and Path(job["folder"]))
    try:
        report = inspect_film(film, params, job["themes"], job["aspect"])
    except Exception as error:  # noqa: BLE001 (whatever a film raises is a finding)
        what = f"{type(error).__name__}: {error}"
        fault = Finding("plays", (job["film"],), what, "to its end")
        report = Report({theme: [fault] for theme in job["themes"]}, 0.0)
    return {
        "findings": {
            theme: [asdict(finding) for finding in findings]
            for theme, findings in report.findings.items()
        },
        "seconds": report.seconds,
        "cpu": round(time.process_time() - start, 3),
    }


def main() -> None:
    """Answer until there is no more to do."""
    for line in sys.stdin:
        with redirect_stdout(sys.stderr):  # whatever a film prints is no report
            report = answer(json.loads(line))
        print(json.dumps(report), flush=True)


if __name__ == "__main__":
    main()
