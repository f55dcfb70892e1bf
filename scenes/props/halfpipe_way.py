"""One rider's way down: the figure, where it is, and the dots that it leaves behind."""

from __future__ import annotations

import numpy as np
from manim import Animation, ValueTracker

from gdmath.experiments.halfpipe_ride import Ride
from scenes.props.halfpipe_pipe import Pipe
from scenes.props.halfpipe_rider import JOY
from scenes.stage.plot import Beads
from scenes.stage.tracking import Follower

__all__ = ["Way"]


class Way:
    """A rider and the moment of its ride at which the picture is.

    Attributes:
        here: the rider's position in cm.
        moment: how many steps it has made; between two whole ones it is under way.
        figure: the rider.
    """

    def __init__(self, pipe: Pipe, ride: Ride, here: Follower, look: str, lane: float) -> None:
        self.pipe, self.ride, self.here = pipe, ride, here
        self.moment = ValueTracker(0.0)
        self.figure = pipe.rider(ride, here, look, lane)

    @property
    def passed(self) -> float:
        """The moment, which rests a little at every whole step, up to the ride's end."""
        moment = self.moment.get_value()
        whole = np.floor(moment)
        part = moment - whole
        return min(float(whole + part * part * (3 - 2 * part)), float(self.ride.steps))

    def set_out(self) -> Beads:
        """Let the rider follow the moment from now on, and return the dots that it leaves."""
        self.here.follow(lambda: self.ride.at(self.passed))
        return self.pipe.footprints(self.ride, lambda: self.passed)

    def cheer(self) -> list[Animation]:
        """Return joy, if the ride has led to the bottom."""
        return [self.figure.into(JOY)] if self.pipe.story.arrives(self.ride) else []
