"""Each sentence of the hiker film, held against a run in plain Python."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import Any

import pytest

from gdmath.experiments.hiker import OTHERS, PRESETS, SAYS, Hiker, Params, run
from gdmath.experiments.samples import random_params
from gdmath.hike import Hike

EDGES: list[dict[str, Any]] = [
    {}, *map(dict, PRESETS.values()),
    *({"steps": steps} for steps in (5, 6, 7, 200)),
    *({"steps": steps, "surface": "bowl", "learning_rate": 4.0} for steps in (5, 6)),
    *({"learning_rate": rate} for rate in (0.011, 0.999, 1.0)),
    *({"surface": "bowl", "learning_rate": rate} for rate in (0.999, 1.0, 2.0, 3.999, 4.001)),
    {"surface": "bowl", "start_w": 0.0, "learning_rate": 4.0},
    {"surface": "bowl", "start_b": 0.0, "learning_rate": 4.0},
    {"start_w": -2.0}, {"start_w": -3.0, "start_b": 0.0},
]  # fmt: skip
Path = list[tuple[float, float]]
LESSONS = "claim", "lesson"


def height(name: str, w: float, b: float) -> float:
    if name == "bowl":
        return w * w / 8 + b * b / 4
    return math.sin(w) * math.cos(b) + w * w / 8 + b * b / 8


def slope(name: str, w: float, b: float) -> tuple[float, float]:
    if name == "bowl":
        return w / 4, b / 2
    return math.cos(w) * math.cos(b) + w / 4, -math.sin(w) * math.sin(b) + b / 4


def walked(p: Params, w: float, b: float, shown: Hike) -> tuple[Path, str]:
    """Return a walk, and how it ended: flat, left or tired.

    Each step is taken from where the film's walk stands, which must be where the last one led:
    where steps are long, rounding alone decides where a walk of many ends.
    """
    path, there = [(w, b)], shown.places.tolist()
    while True:
        g = slope(p.surface, w, b)
        if math.hypot(w, b) > 5.2:
            return path, "left"
        if math.hypot(*g) < 1e-4:
            return path, "flat"
        if len(path) > p.steps:
            return path, "tired"
        w, b = w - p.learning_rate * g[0], b - p.learning_rate * g[1]
        assert math.dist((w, b), there[len(path)]) < 1e-11
        w, b = there[len(path)]
        path.append((w, b))


def valley(p: Params, path: Path, end: str) -> tuple[float, float] | None:
    """Return the valley on whose floor a walk ended, if on one, to two decimals."""
    if end != "flat":
        return None
    w, b = path[-1]
    for _ in range(6000):
        g = slope(p.surface, w, b)
        w, b = w - 0.3 * g[0], b - 0.3 * g[1]
        if math.hypot(*g) < 1e-13:
            break
    near = math.hypot(w - path[-1][0], b - path[-1][1]) <= 0.12
    around = [height(p.surface, w + x, b + y) for x, y in
              ((0.1, 0), (-0.1, 0), (0, 0.1), (0, -0.1), (0.07, 0.07), (0.07, -0.07))]  # fmt: skip
    lowest = all(h > height(p.surface, w, b) for h in around)
    return (round(w, 2) + 0.0, round(b, 2) + 0.0) if end == "flat" and near and lowest else None


def judged(story: Hiker) -> dict[str, bool]:
    """Return what plain arithmetic says of sentences that were chosen."""
    p = story.params
    path, end = walked(p, p.start_w, p.start_b, story.hike)
    heights = [height(p.surface, *place) for place in path]
    lengths = [math.dist(a, b) for a, b in pairwise(path)]
    others = [walked(p, *start, one) for start, one in zip(OTHERS, story.others, strict=True)]
    floors = [valley(p, *one) for one in [(path, end), *others]]
    mine, found = floors[0], {floor for floor in floors if floor}
    deepest = (0.0, 0.0) if p.surface == "bowl" else (-1.25, 0.0)
    steps, slopes = len(path) - 1, math.hypot(*slope(p.surface, *path[0])) > 1e-11
    ratios = [b / a for a, b in pairwise(lengths)]
    truths = {
        "All the way round, the rays fill circles.": slopes,
        "The longest, steepest up: the gradient.": slopes,
        "Steeper, longer. Gentler, shorter.": grown_again(lengths, story.told),
        "Step by step, until the ground feels flat.": end == "flat" and steps > 0,
        f"Step {steps} leads off the map.": end == "left",
        f"After {steps} steps, the ground still slopes.": end == "tired",
        "A valley, and it is the deepest.": mine == deepest,
        "A valley, but not the deepest.": mine not in (None, deepest),
        "One step too far, and he is off the map.": end == "left",
        "He is still on a slope.": end == "tired",
        "Where you start decides where you end.": len(found) > 1,
        "One valley: every start ends in it.": None not in floors and len(found) == 1,
        "Not every start ends in a valley.": None in floors,
        "With nothing but the slope under your feet you can find a valley, step by step.": (
            steps > 0 and mine is not None
        ),
        "The slope underfoot finds a valley, step by step.": steps > 0 and mine is not None,
        "The slope underfoot finds a valley, not always the deepest.": (
            steps > 0 and mine not in (None, deepest)
        ),
        "Steps too long lead off the map.": end == "left",
        "Step by step, and not there yet.": end == "tired",
    }
    truths |= {
        "[gradient:gradient]": slopes,
        "[step:minus]\n[step:gradient]": slopes,
        "[gradient:up]": slopes,
        "[step:down]": slopes,
        "A minus turns it round: steepest down.": slopes,
        "valley floor\n[target:solution]": mine is not None,
    }
    for step in range(1, story.told + 1):
        rise, longer = heights[step] - heights[step - 1], ratios[step - 2] if step > 1 else None
        truths |= {
            f"{step} Too long a step: it leads uphill.": rise > 0,
            f"{step} Across, and as high as before.": abs(rise) < 1e-10,
            f"{step} One step down. Feel again.": rise < 0,
            f"{step} Gentler ground, shorter step.": bool(longer and longer < 1),
        }
    return truths


def unsaid_if_false(story: Hiker, truths: dict[str, bool]) -> Iterator[str]:
    """Yield lines of one sentence that are said though it is false, or not though it is true."""
    for name in ("up", "down", "gradient", "minus", "turned", "floor"):
        ((sentence, predicate),) = SAYS.lines[name].items()
        if predicate(story) != truths[sentence]:
            yield sentence


def grown_again(lengths: list[float], told: int) -> bool:
    """Tell whether the told steps shrink, and one of the rest is longer than the last of them."""
    shrink = all(b < a for a, b in pairwise(lengths[:told]))
    return shrink and any(length > lengths[told - 1] for length in lengths[told:])


def false(story: Hiker) -> list[str]:
    """Return the sentences of a film that are not true."""
    truths = judged(story)
    lines: list[tuple[str, str, tuple[int, ...]]] = [
        ("", name, ()) for name in ("round", "uphill", "ending", "fate", "starts", *LESSONS)
    ]
    lines += [(f"{k} ", "pace", (k,)) for k in range(1, story.told + 1)]
    lines += [("", "rest", ())] if story.steps > story.told else []
    said = [mark + story.says(name, *at) for mark, name, at in lines]
    wrong = [text for text in said if not truths.get(text, text == "And again, and again.")]
    return [*wrong, *unsaid_if_false(story, truths)]


@pytest.mark.parametrize("values", EDGES, ids=str)
def test_no_sentence_is_false_at_the_edges(values: dict[str, Any]) -> None:
    assert false(run(Params.parse(values))) == []


def test_no_sentence_is_false_of_random_runs() -> None:
    for params in islice(random_params(Params, 8), 500):
        assert false(run(params)) == [], params


def test_every_sentence_is_said_of_some_run() -> None:
    said = set()
    for values in EDGES:
        story = run(Params.parse(values))
        for name in ("fate", "claim", "starts"):
            said.add(str(story.says(name)))
    names = ("fate", "claim", "starts")
    fates = {text.replace("\n", " ") for name in names for text in SAYS.lines[name]}
    assert fates <= said


@pytest.mark.parametrize(
    ("values", "never"),
    [  # what the first edition said, and was not so
        ({"surface": "bowl", "learning_rate": 4.0}, "down"),
        ({"surface": "bowl"}, "Not every start"),
    ],
)
def test_what_was_false_in_the_first_edition(values: dict[str, Any], never: str) -> None:
    story = run(Params.parse(values))
    told = [story.says("pace", k) for k in range(2, story.told + 1)]
    told += [story.says(name) for name in ("round", "ending", "fate", "starts")]
    assert not any(never in line for line in told)
