"""Contact sheets, and what they say has changed."""

import json
from pathlib import Path

import pytest
from PIL import Image

from gdvideo import contact
from gdvideo.contact import Picture
from gdvideo.errors import Usage
from tests.gdvideo.project import Project


def picture(number: int, colour: str = "black", size: tuple[int, int] = (90, 60)) -> Picture:
    return Picture(Image.new("RGB", size, colour), "beat", number, 2.0 * number, "A line of words.")


def test_a_sheet_has_its_pictures_where_it_says(tmp_path: Path) -> None:
    pictures = [picture(0), picture(1, "red"), *(picture(number) for number in range(2, 40))]
    contact.write(tmp_path / "sheet.png", contact.draw(pictures, {}), pictures)
    known = contact.read(tmp_path / "sheet.png")
    assert list(known) == [one.key for one in pictures]
    assert known["beat", 1].getcolors() == [(90 * 60, (255, 0, 0))]
    assert not contact.changes(known, pictures)


def test_one_pixel_is_a_change_with_its_share_and_its_place() -> None:
    was, now = picture(0), picture(0)
    now.image.putpixel((7, 5), (0, 0, 1))
    ((key, change),) = contact.changes({was.key: was.image}, [now]).items()
    assert key == ("beat", 0)
    assert change.box == (7, 5, 8, 6)
    assert change.share == pytest.approx(1 / (90 * 60))
    marked = contact.draw([now], {key: change})
    assert marked.tobytes() != contact.draw([now], {}).tobytes()


def test_pictures_of_other_sizes_cannot_be_compared() -> None:
    with pytest.raises(Usage, match="90 by 60 pixels, the new ones 60 by 90"):
        contact.changes({("beat", 0): picture(0).image}, [picture(0, size=(60, 90))])


def test_only_a_sheet_can_be_compared_with(tmp_path: Path) -> None:
    for name, content in (("text.png", b"no picture"), ("empty.png", b"")):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(Usage, match="cannot be read"):
            contact.read(tmp_path / name)
    with pytest.raises(Usage, match="cannot be read: No such file"):
        contact.read(tmp_path / "missing.png")
    picture(0).image.save(tmp_path / "plain.png")
    with pytest.raises(Usage, match="is no sheet"):
        contact.read(tmp_path / "plain.png")


def test_the_command_draws_a_sheet_and_says_what_changed(project: Project) -> None:
    large = str(project.root / "large.png")
    old, marked = str(project.root / "old.png"), str(project.root / "marked.png")
    usual = project.root / "media" / "sheets" / "Near_light_1x1-side=2.png"
    (drew, *others) = project.answers(
        [
            ["sheet", "near", "-o", old],
            ["sheet", "near", "-o", marked, "--diff", old],
            ["sheet", "near", "-o", marked, "--diff", old, "--set", "side=2"],
            ["sheet", "near", "--diff", marked],
            ["sheet", "near", "--theme", "light", "--aspect", "1:1", "--set", "side=2"],
            ["sheet", "near", "--set", "side=9"],
            ["sheet", "nearr"],
            ["sheet", "near", "--ends", "--width", "960", "-o", large],
            ["sheet", "near", "--width", "200"],
        ]
    )
    assert drew == (0, f"{old}\n")
    same, differs, no_sheet, light, refused, unknown, wide, narrow = others
    assert same == (0, f"0 of 1 pictures differ, 0 are new, 0 are gone.\n{marked}\n")
    assert differs[1].startswith("  0.6 s  moving: ")
    assert "1 of 1 pictures differ" in differs[1]
    assert no_sheet[0] == 2
    assert light == (0, f"{usual}\n")
    assert usual.is_file()
    assert refused[0] == 2
    assert "side = 9" in refused[1]
    assert unknown[0] == 2
    assert "did you mean near" in unknown[1]
    with Image.open(old) as sheet:
        (known,) = json.loads(sheet.info["gdvideo sheet"])
    assert known[:2] == ["moving", 0]
    assert wide == (0, f"{large}\n")
    with Image.open(large) as sheet:
        ((_, _, (left, top, right, foot)),) = json.loads(sheet.info["gdvideo sheet"])
    assert (right - left, foot - top) == (960, 540)
    assert narrow[0] == 2
    assert "200 is not from 320 to 1920 pixels" in narrow[1]
