"""What the staircase film says is true: held against the run done anew in decimals."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Context, Decimal, localcontext
from functools import cached_property
from itertools import islice, pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from gdmath.experiments.params import ParameterError
from gdmath.experiments.samples import random_params
from gdmath.experiments.staircase import PRESETS, SAYS, Params, Staircase, run
from tests.gdmath.experiments.truths import assert_true

LINES_AT = {"walk": ("b",), "name": ("rise",), "tread": ("b",)}
SOMETIMES: dict[str, Callable[[Staircase], bool]] = {  # lines that only some runs are told
    "along": Staircase.waits,
    "long": Staircase.waits,
}
Pair = tuple[Decimal, Decimal]

ROUNDED = Context(prec=60)
ZERO, ONE = Decimal(0), Decimal(1)
GENEROUS = 1 + Decimal("1e-9")  # as the film has it, so that no rounding decides
LEAPS = 20


def minus(one: Pair, other: Pair) -> Pair:
    return one[0] - other[0], one[1] - other[1]


class Affine(NamedTuple):
    """Some epochs as one map: the columns of its matrix, and where 0, 0 goes."""

    along: Pair
    across: Pair
    origin: Pair

    def linear(self, way: Pair) -> Pair:
        (a, b), (c, d) = self.along, self.across
        return way[0] * a + way[1] * c, way[0] * b + way[1] * d

    def of(self, place: Pair) -> Pair:
        moved = self.linear(place)
        return moved[0] + self.origin[0], moved[1] + self.origin[1]

    def twice(self) -> Affine:
        return Affine(self.linear(self.along), self.linear(self.across), self.of(self.origin))


class Fit:
    """Article 001's run in decimals of 60 digits."""

    def __init__(self, story: Staircase) -> None:
        params, points = story.params, story.points
        self.x, self.y = ([Decimal(repr(float(v))) for v in each] for each in (points.x, points.y))
        self.rate = Decimal(repr(params.learning_rate))
        place = (Decimal(repr(params.a_start)), Decimal(repr(params.b_start)))
        self.places = [place]
        for _ in range(story.epochs):
            self.places.append(self.step(self.places[-1]))
        self.costs = [self.cost(place) for place in self.places]
        self.pours = not params.points_csv
        self.rates = [Decimal(repr(rate)) for rate in story.rates]  # that are shown beside another

    def rests(self, place: Pair) -> list[Decimal]:
        return [place[0] * x + place[1] - y for x, y in zip(self.x, self.y, strict=True)]

    def step(self, place: Pair) -> Pair:
        a, b = self.slope(place)
        return place[0] - self.rate * a, place[1] - self.rate * b

    def cost(self, place: Pair) -> Decimal:
        return sum((r * r for r in self.rests(place)), Decimal(0)) / len(self.x)

    def slope(self, place: Pair) -> Pair:
        rests, count = self.rests(place), Decimal(len(self.x))
        along = sum((r * x for r, x in zip(rests, self.x, strict=True)), Decimal(0))
        return 2 * along / count, 2 * sum(rests, Decimal(0)) / count

    @cached_property
    def best(self) -> Pair:
        count, sx, sy = Decimal(len(self.x)), sum(self.x), sum(self.y)
        sxx = sum(x * x for x in self.x)
        sxy = sum(x * y for x, y in zip(self.x, self.y, strict=True))
        a = (count * sxy - sx * sy) / (count * sxx - sx * sx)
        return a, (sy - a * sx) / count

    @property
    def steep(self) -> Pair:
        return self.slope(self.places[0])

    @property
    def limit(self) -> Decimal:
        count = Decimal(len(self.x))
        along, across = 2 * sum(x * x for x in self.x) / count, 2 * sum(self.x) / count
        middle, half = (along + 2) / 2, (along - 2) / 2
        return 2 / (middle + (half * half + across * across).sqrt())

    def is_quick_across(self) -> bool:
        """Each epoch leaves less of the way across the valley than of the way along it."""
        trace = 2 * sum(x * x for x in self.x) / Decimal(len(self.x)) + 2
        across = 2 / self.limit
        return abs(1 - self.rate * across) < abs(1 - self.rate * (trace - across))

    def moves(self, which: int, most: int = 10**9) -> list[Decimal]:
        return [b[which] - a[which] for a, b in pairwise(self.places[: most + 1])]

    def shares(self) -> list[Decimal]:
        """What one step across the valley leaves of the way, at each rate that is shown."""
        return [abs(1 - 2 * rate / self.limit) for rate in self.rates]

    def falls(self) -> bool:
        return all(b < a for a, b in pairwise(self.costs))

    def climbs(self) -> bool:
        return all(b > a for a, b in pairwise(self.costs))

    @cached_property
    def near(self) -> int | None:
        """The first epoch at home, however far: by leaps of 2ⁿ epochs, each one affine map."""
        goal = (self.cost(self.best) * Decimal("1.01") or self.costs[0] / 100) * GENEROUS
        if self.rate > self.limit:
            return next((n for n, cost in enumerate(self.costs) if cost <= goal), None)
        origin, along, across = (self.step(at) for at in ((ZERO, ZERO), (ONE, ZERO), (ZERO, ONE)))
        leap = Affine(minus(along, origin), minus(across, origin), origin)
        leaps = [leap := leap.twice() for _ in range(LEAPS)][::-1]
        epochs, place = 0, self.places[0]
        for n, far in enumerate(leaps):
            if self.cost(there := far.of(place)) > goal:
                epochs, place = epochs + 2 ** (LEAPS - n), there
        while self.cost(place) > goal and epochs < 2**LEAPS:
            epochs, place = epochs + 1, self.step(place)
        return epochs if epochs < 10**6 else None


def told(fit: Fit) -> list[Decimal]:
    return fit.moves(0, 3)


def same_way(fit: Fit) -> bool:
    return all(a * b > 0 for a, b in pairwise(told(fit)))


def sizes(fit: Fit) -> list[Decimal]:
    return [abs(move) for move in told(fit)]


def turns(fit: Fit, name: str) -> int:
    return sum(a * b < 0 for a, b in pairwise(fit.moves("ab".index(name))))


def always(_fit: Fit) -> bool:
    return True


def late(fit: Fit) -> bool:
    return fit.near is not None and fit.near > len(fit.places) - 1


TRUTH: dict[str, Callable[..., bool]] = {
    r"Every minute, .*": lambda f: f.pours,
    r"Some points, .*": lambda f: not f.pours,
    r"Which line\?|Square each miss\. .*": always,
    r"cost|epochs|steepest|best line|the limit|learning rate|rise|(minute|t|x) ": always,
    r"The slope: rise over run\.": always,
    r"No line meets all the points\.|The best line: as near as .*":
        lambda f: f.cost(f.best) > Decimal("1e-20"),
    r"Tilt the line by a: .*|Lift it by b: .*": always,
    r"Our first guess misses .*": lambda f: any(f.rests(f.places[0])),
    r"The step: .*|An epoch: .*|b steps too, .*|[ab] moves"
    r"|\d+ epochs, \d+ stairs\.":
        lambda f: all(a - b for a, b in zip(*f.places[:2], strict=True)),
    r"Each slope makes .*|[ab], epoch by epoch\.": always,
    r"cost falls": lambda f: f.costs[1] < f.costs[0],
    r"cost climbs": lambda f: f.costs[1] > f.costs[0],
    r"A flatter slope makes .*": lambda f: same_way(f) and sizes(f) == sorted(sizes(f))[::-1],
    r"Past the bottom, .*": lambda f: all(a * b < 0 for a, b in pairwise(told(f))),
    r"Epoch by epoch, the line fits better\.": Fit.falls,
    r"Epoch by epoch, the line fits worse\.": Fit.climbs,
    r"Epoch by epoch, the line moves\.": lambda f: len(set(f.places)) == len(f.places),
    r"(?P<name>[ab]) climbs at every .*":
        lambda f, name: all(move > 0 for move in f.moves("ab".index(name))),
    r"(?P<name>[ab]) turns back.*": lambda f, name: turns(f, name) == 1,
    r"(?P<name>[ab]) swings .*": lambda f, name: turns(f, name) > 1,
    r"Quick across the valley, .*": lambda f: late(f) and f.is_quick_across(),
    r"Slow across the valley, .*": lambda f: late(f) and not f.is_quick_across(),
    r"So many epochs to .*": late,
    r"At our first rate, it never gets home\.": lambda f: f.near is None,
    r"Below the limit, every .*": lambda f: f.shares()[0] < 1,
    r"Above the limit, every .*": lambda f: f.shares()[1] > 1,
    r"Each epoch is one stair\. .*": lambda f: f.costs[-1] < f.costs[0],
    r"Each epoch is one stair: .*the riser how much the cost falls; .*": Fit.falls,
    r"Too large a rate, .*": lambda f: f.rate > f.limit and f.costs[-1] > f.costs[0],
}  # fmt: skip


def assert_no_sentence_is_false(params: Params) -> None:
    story = run(params)
    with localcontext(ROUNDED):
        fit = Fit(story)
    for line in SAYS.lines:
        if line not in SOMETIMES or SOMETIMES[line](story):
            text = story.says(line, *LINES_AT.get(line, ()))
            assert_true(text, TRUTH, fit, params, ROUNDED)


EDGES: list[dict[str, object]] = [
    {},
    {"epochs": 5}, {"epochs": 15},
    {"learning_rate": 0.0019}, {"learning_rate": 0.179}, {"learning_rate": 0.182},
    {"learning_rate": 0.27}, {"learning_rate": 0.1793}, {"learning_rate": 0.1813},
    {"a_start": -0.5, "b_start": 0.8}, {"a_start": 0.6, "b_start": -0.5},
    {"a_start": 0.6, "b_start": 0.8}, {"a_start": 0.0, "b_start": 0.0},
]  # fmt: skip


@pytest.mark.parametrize("values", [*EDGES, *PRESETS.values()], ids=str)
def test_what_is_said_at_the_edges(values: dict[str, object]) -> None:
    assert_no_sentence_is_false(Params.parse(values))


@pytest.mark.parametrize("values", [{}, *PRESETS.values()], ids=str)
def test_what_was_false_in_the_first_edition(values: dict[str, object]) -> None:
    """Treads that grow again were said to shrink, and stairs to lead up while the cost fell."""
    story = run(Params.parse(values))
    lines = [line for line in SAYS.lines if line not in SOMETIMES or SOMETIMES[line](story)]
    said = " ".join(story.says(line, *LINES_AT.get(line, ())) for line in lines)
    sizes = abs(story.treads)
    assert values or (sizes[1:] > sizes[:-1]).any()
    assert "shrink" not in said
    assert ("lead up" in said) == (story.costs[-1] > story.costs[0])


TABLES = {
    "steep": "t,v\n0,1\n5,9\n10,40\n",
    "many": "x,y\n" + "\n".join(f"{x},{2 * x + 1 + x % 3}" for x in range(-3, 27)),
    "even": "x,y\n-1,0\n0,1.2\n1,3\n",
}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
@pytest.mark.parametrize("share", [0.05, 0.6, 1.2])
def test_what_is_said_of_points_of_ones_own(tmp_path: Path, table: str, share: float) -> None:
    (tmp_path / "own.csv").write_text(table, encoding="utf-8")
    rate = next(r for r in (10.0**-k for k in range(9)) if is_allowed(tmp_path, r))
    limit = run(Params.parse({"points_csv": "own.csv", "learning_rate": rate}, tmp_path)).limit
    own = {"points_csv": "own.csv", "learning_rate": share * limit}
    assert_no_sentence_is_false(Params.parse(own, tmp_path))


def is_allowed(folder: Path, rate: float) -> bool:
    try:
        Params.parse({"points_csv": "own.csv", "learning_rate": rate}, folder)
    except ParameterError:
        return False
    return True


def test_what_is_said_of_random_runs() -> None:
    for params in islice(random_params(Params, 11), 500):
        assert_no_sentence_is_false(params)
