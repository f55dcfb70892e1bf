"""What a film says comes out as text, whatever it says, in every kind of file."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import html5lib
import pytest

from gdvideo.publish.gallery import gallery_page
from gdvideo.publish.pages import fill
from gdvideo.publish.post import numbers_by_beat
from gdvideo.publish.posts import Post
from gdvideo.publish.record import Record
from gdvideo.publish.snippet import KINDS, Style, helper, player, snippet
from tests.gdvideo.publish.records import HOSTILE, PLAIN, record

STYLES = [Style(), Style("light"), Style("dark", autoplay=True)]


def tree(html: str, *, whole: bool = False) -> Any:
    """Parse as browsers do, and refuse what they would have to guess."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(html) if whole else parser.parseFragment(html)


def shape(element: Any) -> Any:
    """Return the elements and their attributes' names, without what they say."""
    return element.tag, sorted(element.attrib), [shape(child) for child in element]


def texts(element: Any) -> list[str]:
    return [*element.itertext(), *(v for one in element.iter() for v in one.attrib.values())]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", ["html", "wordpress"])
def test_a_snippet_has_the_same_tree_whatever_the_film_says(name: str, style: Style) -> None:
    plain, hostile = (tree(snippet(record(t), KINDS[name], style)) for t in (PLAIN, HOSTILE))
    assert shape(hostile) == shape(plain)
    assert any(HOSTILE in text for text in texts(hostile))
    assert HOSTILE in hostile.find(".//video").attrib["aria-label"]


@pytest.mark.parametrize("name", ["jekyll", "hugo"])
def test_no_other_template_engine_reads_what_a_film_says(name: str) -> None:
    kind = KINDS[name]
    addresses = re.compile(r"\{\{ ?('[\w./-]+' \| relative_url|relURL \"[\w./-]+\") ?\}\}")
    made = helper("figure.html", record(HOSTILE), kind, Style())
    rest, count = addresses.subn("x", made)
    videos, link_and_transcript = sum(map(len, record().films.values())), 2
    assert count == videos + len(record().files) + link_and_transcript
    assert "{{" not in rest
    assert "{%" not in rest
    assert shape(tree(rest)) == shape(tree(snippet(record(), KINDS["html"], Style())))


def test_the_gallery_has_the_same_tree_whatever_the_films_say(tmp_path: Path) -> None:
    plain, hostile = (page(tmp_path, text) for text in (PLAIN, HOSTILE))
    assert shape(hostile) == shape(plain)
    assert hostile.find(".//h2").text == HOSTILE
    ids = [element.attrib["id"] for element in hostile.iter() if "id" in element.attrib]
    assert len(ids) == len(set(ids))
    inner = {link.attrib["href"][1:] for link in hostile.iterfind(".//header//a")}
    assert inner <= set(ids)


def page(folder: Path, text: str) -> Any:
    one = record(text)
    for kind in ("captions", "chapters"):
        (folder / one.files[kind].name).write_text("WEBVTT\n", "utf-8")
    return tree(gallery_page([Post(one, folder)]), whole=True)


def given(one: Record) -> dict[str, Any]:
    posters = {"dark": "AAAA", "light": "BBBB"}
    return {**dict(one), "posters": posters, "by_beat": numbers_by_beat(one.account)}


def test_a_transcript_page_says_everything_and_nothing_else() -> None:
    plain, hostile = (
        tree(fill("transcript.html", **given(record(t))), whole=True) for t in (PLAIN, HOSTILE)
    )
    assert shape(hostile) == shape(plain)
    said = "".join(hostile.find("body").itertext())
    assert said.count(HOSTILE) == 2 + 1 + 2 + 2  # title, claim; beat; cues; number


@pytest.mark.parametrize("style", STYLES)
def test_a_player_is_a_page_whatever_the_film_says(style: Style) -> None:
    plain, hostile = (tree(player(record(t), style), whole=True) for t in (PLAIN, HOSTILE))
    assert shape(hostile) == shape(plain)
    assert hostile.find(".//title").text == HOSTILE


def test_captions_are_cues_of_one_line_that_say_it() -> None:
    made = fill("captions.vtt", **given(record(f"{HOSTILE}\n\n00:00 --> 00:01\nmore")))
    head, *cues = made.strip().split("\n\n")
    assert head == "WEBVTT"
    assert [cue.split("\n")[0] for cue in cues] == [
        "00:00:00.000 --> 00:00:01.200",
        "00:00:01.200 --> 00:00:03.000",
    ]
    for cue in cues:
        _, text = cue.split("\n")
        assert "<" not in text
        assert "-->" not in text
        said = html5lib.parseFragment(text, namespaceHTMLElements=False)
        assert "".join(said.itertext()).startswith(HOSTILE)


def test_markdown_says_what_the_film_says() -> None:
    made = fill("transcript.md", **given(record(HOSTILE)))
    unescaped = re.sub(r"\\([\\`*_{}\[\]<>&#|~$])", r"\1", made)
    assert unescaped.count(HOSTILE) == 2 + 1 + 2 + 2
    assert not re.search(r"(?<!\\)[<`$]", made)
    assert "1\\. one" in fill("transcript.md", **given(record("1. one")))


def test_the_poster_is_xml_with_a_picture_for_each_theme() -> None:
    root = ET.fromstring(fill("poster.svg", **given(record(HOSTILE))))
    images = [one.attrib["href"] for one in root.iter("{http://www.w3.org/2000/svg}image")]
    assert images == ["data:image/webp;base64,AAAA", "data:image/webp;base64,BBBB"]


def test_a_fixed_theme_loads_its_film_alone() -> None:
    made = tree(snippet(record(), KINDS["html"], Style("light")))
    sources, wanted = [s.attrib for s in made.iterfind(".//source")], record().films["light"]
    assert [Path(source["src"]).name for source in sources] == [video.name for video in wanted]
    assert not any("media" in source for source in sources)


def test_nothing_plays_by_itself_unless_asked_to() -> None:
    still = tree(snippet(record(), KINDS["html"], Style()))
    assert [v.attrib["preload"] for v in still.iterfind(".//video")] == ["none"]
    assert not [v for v in still.iterfind(".//video") if "autoplay" in v.attrib]
    moving = tree(snippet(record(), KINDS["html"], Style(autoplay=True)))
    (plays,) = [v for v in moving.iterfind(".//video") if "autoplay" in v.attrib]
    assert {"muted", "loop", "controls", "width", "height"} <= set(plays.attrib)
    for source in plays.iterfind("source"):
        assert "(prefers-reduced-motion: no-preference)" in source.attrib["media"]
