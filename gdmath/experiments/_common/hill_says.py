"""What is said of descent on a parabola, whatever it is the cost of."""

from __future__ import annotations

from gdmath.experiments._common.outcome import Regime
from gdmath.experiments._common.parabola import NEXT_TO_NOTHING, Parabola
from gdmath.experiments._common.sentences import Predicate

__all__ = [
    "ENDS",
    "LEVEL",
    "SEEN",
    "is_as_good_as_there",
    "is_close_by_now",
    "is_parted",
    "is_patient",
    "moves",
    "of_hill",
    "tilts",
]

SEEN = 3  # steps that are seen one by one
CLOSE = 0.05  # share of the first way that counts as almost there
SLOW = 0.1  # share of the limit: a rate below is small


def of_hill(*regimes: Regime) -> Predicate:
    """Return a predicate of sentences: whether a hill's run is of one of these regimes."""

    def holds(_run: object, hill: Parabola) -> bool:
        return hill.regime in regimes

    return holds


def tilts(way: int) -> Predicate:
    """Return a predicate: whether a hill's slope at the start climbs, 1, or falls, -1."""

    def holds(_run: object, hill: Parabola) -> bool:
        return bool(way * hill.slopes[0] > hill.noise)

    return holds


def is_close_by_now(_run: object, hill: Parabola) -> bool:
    """Tell whether the first steps, all on one side, leave next to nothing of the way."""
    return hill.regime == "glide" and bool(hill.ways[SEEN] <= CLOSE * hill.ways[0])


def is_patient(_run: object, hill: Parabola) -> bool:
    """Tell whether a small rate leads close to the bottom in the end, all on one side."""
    small = hill.rate <= SLOW * 2 / hill.curvature
    return hill.regime == "glide" and small and bool(hill.ways[-1] <= CLOSE * hill.ways[0])


def is_as_good_as_there(_run: object, hill: Parabola) -> bool:
    """Tell whether a run ends where no picture tells it from the bottom."""
    return bool(hill.ways[-1] <= NEXT_TO_NOTHING * hill.ways[0])


def is_parted(_run: object, hill: Parabola) -> bool:
    """Tell whether a hill's learning rate has a name: a tenth, say."""
    return not hill.share[0].isdigit()


def moves(_run: object, hill: Parabola) -> bool:
    """Tell whether there is a step at all."""
    return hill.moves


LEVEL = {"Flat: nothing to do.": of_hill("there")}
ENDS = LEVEL | {
    "The tangent knows; nobody moves.": of_hill("still"),
    "Every step lands higher.": of_hill("diverge"),
    "To and fro for ever, as high as before.": of_hill("bounce"),
    "One step, and it is there.": of_hill("hit"),
    "Past the bottom and back, but lower.": of_hill("alternate"),
}
