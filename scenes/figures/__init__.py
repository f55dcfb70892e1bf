"""The people of all films: one puppet, its poses and costumes, painted."""

from scenes.figures.draw import figure, figure_art, joints
from scenes.figures.light import DAY, NIGHT, Light
from scenes.figures.people import FRIEND, PLAYER, Person
from scenes.figures.pose import Arm, Brows, Leg, Pose

__all__ = [
    "DAY",
    "FRIEND",
    "NIGHT",
    "PLAYER",
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
