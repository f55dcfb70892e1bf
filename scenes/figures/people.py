"""The people: their bodies, clothes and colours, by daylight."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from scenes.figures.light import Cloth
from scenes.figures.skeleton import Body

__all__ = ["FRIEND", "GRANDMOTHER", "HIKER", "MAN", "PEOPLE", "PLAYER", "RIDER", "Person"]


Hairdo = Literal["tuft", "curls", "short"]
Outfit = Literal["hoodie", "dungarees", "puffer", "vest", "coat"]
Hat = Literal["", "beanie", "cap"]
Blindfold = Literal["", "on", "up"]


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
    trim: Cloth  # stripes, straps, laces, cuffs
    hairdo: Hairdo
    outfit: Outfit
    hat: Hat = ""
    hat_cloth: Cloth = ("#55698C", "#34415F")
    pom: Cloth = ("#E6DCCB", "#A8A3A8")
    blindfold: Blindfold = ""
    band: Cloth = ("#F1ECE0", "#A9ADC4")  # the blindfold
    scarf: Cloth | None = None
    gloves: Cloth | None = None
    moustache: Cloth | None = None
    boots: bool = False
    rolled: bool = False  # sleeves to the elbow
    lashes: bool = False
    earring: str = ""
    glasses: str = ""  # their frame
    wrinkles: bool = False
    pack: tuple[Cloth, Cloth] | None = None  # sack and roll
    board: Cloth | None = None  # under the feet

    @property
    def hands(self) -> Cloth:
        """What the hands look like."""
        return self.gloves or self.skin

    @property
    def sleeve_end(self) -> Cloth:
        """What the cuffs look like."""
        return self.trim if self.gloves else self.top


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

RIDER = Person(
    name="rider",
    body=Body(leg_widths=(23.0, 19.0, 16.5), arm_widths=(16.0, 14.0, 11.0), hand=1.1),
    skin=("#E6AF8B", "#B07258"),
    hair=("#4A3028", "#2A1B17"),
    shine="#7A5642",
    lips="#8C3F38",
    blush="#D77B66",
    top=("#B76B50", "#66404A"),
    legs=("#53608A", "#2F3858"),
    shoes=("#6A7288", "#363C50"),
    sole="#2A2E40",
    trim=("#3E4E74", "#28324E"),
    hairdo="short",
    outfit="puffer",
    hat="beanie",
    hat_cloth=("#5F76A0", "#384668"),
    blindfold="on",
    scarf=("#D9C7A6", "#96886F"),
    gloves=("#DCCDB1", "#948A86"),
    boots=True,
    board=("#E87814", "#8C430E"),
)

MAN = Person(
    name="man",
    body=Body(leg_widths=(24.0, 18.5, 15.0), arm_widths=(15.0, 12.5, 9.6), hand=1.2, head=21.5),
    skin=("#D3A386", "#A0705A"),
    hair=("#84868F", "#565862"),
    shine="#A6A8B0",
    lips="#7A4440",
    blush="#CF7F68",
    top=("#D0D0CE", "#8F929C"),
    legs=("#585766", "#3A3946"),
    shoes=("#4A413E", "#2B2625"),
    sole="#241F1F",
    trim=("#4A5C78", "#303D54"),
    hairdo="short",
    outfit="vest",
    hat="cap",
    hat_cloth=("#667386", "#434E60"),
    scarf=("#A0645C", "#6E4442"),
    moustache=("#B4B7BD", "#80838C"),
    boots=True,
    rolled=True,
)

HIKER = Person(
    name="hiker",
    body=Body(
        shoulders=((-9.0, 45.0), (11.5, 44.5)), leg_widths=(22.0, 17.0, 14.0),
        arm_widths=(16.0, 13.5, 10.8),
    ),
    skin=("#DBA888", "#9C6C5C"),
    hair=("#54403A", "#2F2420"),
    shine="#7A5F54",
    lips="#8C4A42",
    blush="#CB8069",
    top=("#B8604E", "#763A40"),
    legs=("#554F5C", "#383342"),
    shoes=("#7E5C4A", "#4C3832"),
    sole="#2E2826",
    trim=("#B0A58E", "#77705F"),
    hairdo="short",
    outfit="coat",
    hat="beanie",
    hat_cloth=("#95565A", "#5F3A40"),
    pom=("#E87814", "#B4560B"),
    blindfold="on",
    scarf=("#A48F6E", "#6C5E4C"),
    boots=True,
    pack=(("#8C7158", "#594840"), ("#A09888", "#68645A")),
)  # fmt: skip

GRANDMOTHER = Person(
    name="grandmother",
    body=Body(
        hips=72.0, back=50.0, neck=(6.0, 31.0), head=27.0,
        shoulders=((-9.5, 42.0), (12.0, 42.0)), sockets=((-6.0, 0.0), (7.0, 0.0)),
        arm=(31.0, 30.0), leg=(33.0, 32.5), hand=1.3,
        arm_widths=(14.0, 12.5, 10.0), leg_widths=(20.5, 15.5, 12.0),
    ),
    skin=("#E3B394", "#AC745D"),
    hair=("#C7C8D0", "#7F8294"),
    shine="#F0F2F7",
    lips="#A04A44",
    blush="#E0785A",
    top=("#8F7089", "#5A4763"),
    legs=("#DCD0B8", "#948A80"),
    shoes=("#B2654D", "#70402F"),
    sole="#CFC8C0",
    trim=("#BDB2A6", "#8A8078"),
    hairdo="curls",
    outfit="dungarees",
    lashes=True,
    earring="#E0BE78",
    glasses="#D2AC6C",
    wrinkles=True,
)  # fmt: skip

PEOPLE = (PLAYER, FRIEND, RIDER, MAN, HIKER, GRANDMOTHER)
