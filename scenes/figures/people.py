"""The people: their bodies, clothes and colours, by daylight."""

from __future__ import annotations

from dataclasses import dataclass

from scenes.figures.light import Cloth
from scenes.figures.skeleton import Body

__all__ = ["FRIEND", "PEOPLE", "PLAYER", "Person"]


@dataclass(frozen=True)
class Person:
    """A costume: colours as (lit, shaded), and the names of what is drawn."""

    name: str
    body: Body
    skin: Cloth
    hair: Cloth
    shine: str  # on the hair
    lips: str
    blush: str
    top: Cloth
    legs: Cloth
    shoes: Cloth
    sole: str
    trim: Cloth  # stripes, straps, laces
    hairdo: str
    outfit: str
    lashes: bool = False
    earring: str = ""


PLAYER = Person(
    name="player",
    body=Body(),
    skin=("#E3A981", "#AB6C50"),
    hair=("#54392B", "#2B1C18"),
    shine="#8A6245",
    lips="#8C3F38",
    blush="#E0785A",
    top=("#D6DAE2", "#8F97AA"),
    legs=("#46547A", "#28324E"),
    shoes=("#DCD7CD", "#8D8A90"),
    sole="#F2EFE8",
    trim=("#FFFFFF", "#B4BAC8"),
    hairdo="tuft",
    outfit="hoodie",
)

FRIEND = Person(
    name="friend",
    body=Body(
        hips=78.0,
        back=55.0,
        neck=(5.0, 27.0),
        head=20.5,
        shoulders=(((-8.5), 46.5), (11.0, 46.5)),
        sockets=((-6.0, 0.0), (7.0, 0.0)),
        arm=(26.5, 25.5),
        leg=(36.0, 35.5),
        hand=1.08,
        arm_widths=(13.0, 11.0, 8.9),
        leg_widths=(20.5, 15.5, 12.0),
    ),
    skin=("#A46C4C", "#6C4130"),
    hair=("#3A2B2E", "#1C151C"),
    shine="#6A5052",
    lips="#7A3030",
    blush="#D9694E",
    top=("#DDD7CC", "#98949A"),
    legs=("#5E7885", "#384C5C"),
    shoes=("#B2654D", "#70402F"),
    sole="#CFC8C0",
    trim=("#7F8FA0", "#5B6B7C"),
    hairdo="curls",
    outfit="dungarees",
    lashes=True,
    earring="#E0BE78",
)

PEOPLE = (PLAYER, FRIEND)
