"""The people of all films: one puppet, its poses and costumes, painted."""

from scenes.figures.draw import figure
from scenes.figures.joints import joints
from scenes.figures.light import DAY, NIGHT, Light
from scenes.figures.people import FRIEND, HIKER, MAN, PLAYER, RIDER, Person
from scenes.figures.picture import figure_art
from scenes.figures.pose import Arm, Brows, Leg, Pose

__all__ = [
    "DAY",
    "FRIEND",
    "HIKER",
    "MAN",
    "NIGHT",
    "PLAYER",
    "RIDER",
    "Arm",
    "Brows",
    "Leg",
    "Light",
    "Person",
    "Pose",
    "figure",
    "figure_art",
    "joints",
]
