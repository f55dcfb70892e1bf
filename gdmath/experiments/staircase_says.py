"""What the staircase film says of a run, each sentence with the predicate that makes it true."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from gdmath.experiments._common.sentences import Predicate, Sentences, no_claim
from gdmath.experiments.staircase_run import StaircaseRun

__all__ = ["SAYS"]


def pours(run: StaircaseRun) -> bool:
    """The points are the article's three measurements of a container."""
    return run.pours


def misses(run: StaircaseRun) -> bool:
    """No line meets all points."""
    return run.best_cost > 0


def pours_and_misses(run: StaircaseRun) -> bool:
    """No line meets the container's three points."""
    return run.pours and misses(run)


def one_meets_all(run: StaircaseRun) -> bool:
    """One line meets all points."""
    return run.best_cost == 0


def guess_misses(run: StaircaseRun) -> bool:
    """The first guess misses some point."""
    return float(run.costs[0]) > run.cost_noise(*run.places[0])


def stairs_along_a(run: StaircaseRun) -> bool:
    """The stairs are drawn along a."""
    return run.main == 0


def stairs_along_b(run: StaircaseRun) -> bool:
    """The stairs are drawn along b."""
    return run.main == 1


def b_is_other_and_steep(run: StaircaseRun) -> bool:
    """The stairs are drawn along a, and the cost has a slope along b too."""
    return run.main == 0 and bool(run.slopes[0, 1])


def a_is_other_and_steep(run: StaircaseRun) -> bool:
    """The stairs are drawn along b, and the cost has a slope along a too."""
    return run.main == 1 and bool(run.slopes[0, 0])


def b_is_flat(run: StaircaseRun) -> bool:
    """The stairs are drawn along a, and the cost has no slope along b."""
    return run.main == 0 and not run.slopes[0, 1]


def a_is_flat(run: StaircaseRun) -> bool:
    """The stairs are drawn along b, and the cost has no slope along a."""
    return run.main == 1 and not run.slopes[0, 0]


def moves(run: StaircaseRun) -> bool:
    """The run takes steps."""
    return bool(run.treads.any())


def _told(run: StaircaseRun) -> np.ndarray:
    return run.treads[: run.told, run.main]


def first_riser_falls(run: StaircaseRun) -> bool:
    """The first epoch lowers the cost."""
    return bool(run.risers[0] < 0)


def first_riser_climbs(run: StaircaseRun) -> bool:
    """The first epoch lifts the cost, or leaves it."""
    return not first_riser_falls(run)


def stairs_shrink(run: StaircaseRun) -> bool:
    """Each stair that is told one by one leads the same way, and is shorter than the last."""
    told = _told(run)
    same_way = bool((told[1:] * told[:-1] > 0).all())
    return len(told) > 1 and same_way and bool((np.diff(np.abs(told)) < 0).all())


def stairs_turn_back(run: StaircaseRun) -> bool:
    """Each stair that is told leads back over the bottom."""
    told = _told(run)
    return len(told) > 1 and bool((told[1:] * told[:-1] < 0).all())


def stairs_grow(run: StaircaseRun) -> bool:
    """Each stair that is told leads the same way, and is longer than the last."""
    told = _told(run)
    same_way = bool((told[1:] * told[:-1] > 0).all())
    return len(told) > 1 and same_way and bool((np.diff(np.abs(told)) > 0).all())


def line_comes_nearer(run: StaircaseRun) -> bool:
    """The cost falls at every epoch."""
    return bool((run.risers < 0).all())


def cost_climbs(run: StaircaseRun) -> bool:
    """The cost climbs at every epoch."""
    return bool((run.risers > 0).all())


def cost_falls_then_climbs(run: StaircaseRun) -> bool:
    """The cost falls, and from some epoch on it climbs."""
    signs = np.sign(run.risers)
    return bool(signs[0] < 0 < signs[-1]) and bool((np.diff(signs) >= 0).all())


def cost_changes(run: StaircaseRun) -> bool:
    """The cost is not the same at all epochs."""
    return bool(run.risers.any())


def cost_stays(run: StaircaseRun) -> bool:
    """The cost is the same at all epochs."""
    return not run.risers.any()


def climbs(run: StaircaseRun, which: int) -> bool:
    """A parameter grows at every epoch."""
    return bool((run.treads[:, which] > 0).all())


def sinks(run: StaircaseRun, which: int) -> bool:
    """A parameter falls at every epoch."""
    return bool((run.treads[:, which] < 0).all())


def turns_once(run: StaircaseRun, which: int) -> bool:
    """A parameter turns back once, and keeps to that."""
    signs = np.sign(run.treads[:, which])
    return bool(signs.all()) and int(np.count_nonzero(np.diff(signs))) == 1


def turns_as_the_valley_moves(run: StaircaseRun, which: int) -> bool:
    """A parameter turns back though no step of it passes its bottom: that has moved."""
    return turns_once(run, which) and run.learning_rate * run.curvature(which) <= 1


def swings(run: StaircaseRun, which: int) -> bool:
    """A parameter turns back more than once."""
    signs = np.sign(run.treads[:, which])
    return int(np.count_nonzero(np.diff(signs[signs != 0]))) > 1


def waits(run: StaircaseRun) -> bool:
    """More epochs than were made bring the cost within a hundredth of the best."""
    return run.reached_at is not None and run.reached_at > run.epochs


def has_arrived(run: StaircaseRun) -> bool:
    """The cost comes within a hundredth of the best in the run."""
    return run.reached_at is not None and run.reached_at <= run.epochs


def never_arrives(run: StaircaseRun) -> bool:
    """No epoch that one could wait for brings the cost there."""
    return run.reached_at is None


def best_is_zero_and_waits(run: StaircaseRun) -> bool:
    """A line meets all points, and the run is not yet near it."""
    return waits(run) and run.best_cost == 0


def low_rate_creeps(run: StaircaseRun) -> bool:
    """With the low rate a step takes less than a tenth of the way across the valley."""
    return bool(abs(run.across(run.rates[0])[1]) > 0.9)


def good_rate_shrinks(run: StaircaseRun) -> bool:
    """With the good rate every step across the valley ends nearer to the floor, or on it."""
    off = np.abs(run.across(run.rates[1]))
    return bool((off[1:] < off[:-1])[off[:-1] > 0].all())


def high_rate_grows(run: StaircaseRun) -> bool:
    """With the high rate every step across the valley ends farther from the floor."""
    return bool((np.diff(np.abs(run.across(run.rates[2]))) > 0).all())


def is_x(run: StaircaseRun) -> bool:
    """The horizontal scale is that of the points' first column."""
    return run.points.x_name.startswith(run.names[0].rstrip("…"))


def has_slope(run: StaircaseRun, name: str) -> bool:
    """The number is the first slope along this parameter."""
    slope = run.reading(f"slope {name}", 0).value
    return bool(slope == run.trajectory.gradients[0, "ab".index(name)])


def tread_is_product(run: StaircaseRun, _name: str) -> bool:
    """What an epoch adds to a parameter is minus learning rate times slope."""
    moved = np.diff(run.places[:2], axis=0)[0]
    return bool(np.allclose(moved, run.treads[0], rtol=1e-6, atol=100 * run.place_noise))


def leads_down(run: StaircaseRun) -> bool:
    """The run's last cost is below its first."""
    return run.outcome == "falls"


def leads_up(run: StaircaseRun) -> bool:
    """The run's last cost is above its first, with a rate above the limit."""
    return run.outcome != "falls" and run.learning_rate > run.limit


def _walk(name: str) -> Mapping[str, Predicate]:
    return {
        f"{name} climbs at every epoch.": climbs,
        f"{name} falls at every epoch.": sinks,
        f"{name} turns back: its valley has moved.": turns_as_the_valley_moves,
        f"{name} turns back, once.": turns_once,
        f"{name} swings from side to side.": swings,
        f"Epoch by epoch: {name}.": no_claim,
    }


CLAIM: dict[str, Predicate] = {
    "Each epoch is [step:one stair.]\n[gradient:The flatter,] the [step:smaller.]": leads_down,
    "[step:Too large a rate,]\nand the stairs [cost:lead up.]": leads_up,
}
LESSON = (
    "Each epoch is one stair: the tread is how far the parameter moves, the riser how much the "
    "cost falls; the flatter the slope, the smaller the stair."
)

SAYS = Sentences(
    measure={
        "Every minute, we measure the water.": pours,
        "Some points, and a line to be found.": no_claim,
    },
    no_line={
        "No line meets all three points.": pours_and_misses,
        "No line meets all the points.": misses,
        "One line meets them all. Which?": one_meets_all,
    },
    miss={
        "Our first guess misses by this much.": guess_misses,
    },
    square={"Square each miss. Their mean is the cost.": no_claim},
    valley={
        "Hold b, tilt the line: a valley of costs.": stairs_along_a,
        "Hold a, lift the line: a valley of costs.": stairs_along_b,
    },
    slides={
        "Now move b: the valley moves too.": stairs_along_a,
        "Now move a: the valley moves too.": stairs_along_b,
    },
    uphill={"The slope points uphill: turn round.": moves},
    share={"Take a share of it: the learning rate's.": moves},
    other={
        "The same for b, in the same epoch.": b_is_other_and_steep,
        "The same for a, in the same epoch.": a_is_other_and_steep,
        "Along b it is flat: b stays.": b_is_flat,
        "Along a it is flat: a stays.": a_is_flat,
    },
    stair={"One epoch is one stair.": moves},
    landed={
        "b has moved too, and the valley with it.": b_is_other_and_steep,
        "a has moved too, and the valley with it.": a_is_other_and_steep,
        "He lands on the curve again.": moves,
    },
    tread={"[here:a] moves": stairs_along_a, "[here:b] moves": stairs_along_b},
    riser={
        "[cost:cost] falls": first_riser_falls,
        "[cost:cost] climbs": first_riser_climbs,
    },
    next={
        "A flatter slope makes a smaller stair.": stairs_shrink,
        "Past the bottom, and back again.": stairs_turn_back,
        "A steeper slope makes a larger stair.": stairs_grow,
        "Each slope makes its own stair.": no_claim,
    },
    line={
        "Epoch by epoch, the line fits better.": line_comes_nearer,
        "Epoch by epoch, the line fits worse.": cost_climbs,
        "Epoch by epoch, the line moves.": moves,
    },
    **{f"walk of {name}": _walk(name) for name in "ab"},
    cost={
        "Every riser lowers the cost.": line_comes_nearer,
        "Every riser lifts the cost.": cost_climbs,
        "The cost falls, then it climbs.": cost_falls_then_climbs,
        "The cost goes down and up.": cost_changes,
        "The cost stays what it is.": cost_stays,
    },
    long={
        "So many epochs to 1% of the first cost.": best_is_zero_and_waits,
        "So many epochs to within 1% of the best.": waits,
        "Within 1% of the best after {run.reached_at}.": has_arrived,
        "At this rate, it does not get home.": never_arrives,
    },
    too_low={"Too low: hardly a step.": low_rate_creeps},
    good={"Below the limit, every step comes nearer.": good_rate_shrinks},
    too_high={"Above the limit, every step goes too far.": high_rate_grows},
    question={"Which [here:line]?": no_claim},
    guess={"our first guess": no_claim},
    x={"{run.names[0]} ": is_x},
    mean={"cost": no_claim},
    hut={"best line": no_claim},
    slope={"slope along {at[0]}": has_slope},
    count={"epochs": no_claim},
    best={"best ": no_claim},
    limit={"the limit": no_claim},
    product={
        "[step:learning rate] × [gradient:slope]: how far [here:{at[0]}] moves": tread_is_product
    },
    claim=CLAIM,
    lesson={LESSON: line_comes_nearer} | CLAIM,
    home={
        "The best line: as near as a line can get.": misses,
        "The best line: it meets every point.": one_meets_all,
    },
)
