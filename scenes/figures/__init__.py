"""The people of all films: one puppet, its poses and costumes, painted.

``figure_art(PLAYER, PLAYER_POSES["aiming"], NIGHT["loft"], 4)`` is a picture, four pixels a cm;
``pose.mixed(other, 0.5)`` lies half-way between two poses, ``pose.but(head=5)`` changes one, and
``joints(pose, PLAYER)`` says where its eyes, hands and pointer are. ``poses`` holds attitudes by
name, ``closeup`` fingers over an edge, ``above`` a hiker from above.
"""

from scenes.figures.draw import figure
from scenes.figures.joints import joints
from scenes.figures.light import DAY, NIGHT, Light
from scenes.figures.people import FRIEND, GRANDMOTHER, HIKER, MAN, PLAYER, RIDER, Person
from scenes.figures.picture import figure_art
from scenes.figures.pose import Arm, Brows, Leg, Pose

__all__ = [
    "DAY",
    "FRIEND",
    "GRANDMOTHER",
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
