"""What a film says comes out as text, whatever it says, in every kind of file."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import html5lib
import pytest

from gdvideo.publish.figure import Figure, Knob, Style, variants
from gdvideo.publish.gallery import gallery_page
from gdvideo.publish.homes import HOMES
from gdvideo.publish.pages import fill
from gdvideo.publish.posts import Post
from gdvideo.publish.record import Record
from gdvideo.publish.snippet import helper, oembed, player, snippet
from gdvideo.publish.words import told_by_beat
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


def figure(text: str) -> Figure:
    return Figure.of(record(text))


def turned(text: str) -> Figure:
    """Return a figure of two films between which its reader chooses."""
    films = (record(text, "dot"), record(text, "dot-side-2"))
    return Figure("dot-over-side", films, Knob(text, (text, "2"), 1))


def figures(html: str) -> Any:
    """Return the tree of a snippet, without what its host wants around it."""
    return tree(re.sub(r"^(```.*|\.\. raw.*)$|<!--.*?-->", "", html, flags=re.MULTILINE))


SHOWN = [home for home in HOMES if home not in ("jekyll", "hugo")]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("make", [figure, turned])
def test_a_snippet_has_the_same_tree_whatever_the_film_says(
    name: str, style: Style, make: Callable[[str], Figure]
) -> None:
    base = "https://example.org/films"
    plain, hostile = (
        figures(snippet(make(text), HOMES[name], style, base)) for text in (PLAIN, HOSTILE)
    )
    assert shape(hostile) == shape(plain)
    assert any(HOSTILE in text for text in texts(hostile))


@pytest.mark.parametrize("make", [figure, turned])
def test_nothing_in_a_figure_is_style_or_script_of_the_page(
    make: Callable[[str], Figure],
) -> None:
    made = tree(snippet(make(PLAIN), HOMES["html"], Style()))
    assert not [one for one in made.iter() if "style" in one.attrib or one.tag == "style"]
    assert [one.attrib["src"] for one in made.iterfind(".//script")] == ["gdvideo/gdvideo.js"]
    assert not [name for one in made.iter() for name in one.attrib if name.startswith("on")]


@pytest.mark.parametrize("name", ["jekyll", "hugo"])
def test_no_other_template_engine_reads_what_a_film_says(name: str) -> None:
    home = HOMES[name]
    addresses = re.compile(r"\{\{ ?('[\w./-]+' \| absolute_url|absURL \"[\w./-]+\") ?\}\}")
    made = helper("figure.html", turned(HOSTILE), home, Style())
    rest, count = addresses.subn("x", made)
    assert count > 2 * len(record().all_files)
    assert "{{" not in rest
    assert "{%" not in rest
    alone = tree(snippet(turned(PLAIN), HOMES["html"], Style(), "https://example.org"))
    assert shape(tree(rest)) == shape(alone)


def test_what_a_film_says_is_data_in_json() -> None:
    base = "https://example.org/films"
    made = tree(snippet(figure(HOSTILE), HOMES["html"], Style(), base))
    told = json.loads(made.find(".//script").text)
    assert told["name"] == told["description"] == HOSTILE
    assert told["duration"] == "PT0M3S"
    assert told["uploadDate"] == "2026-01-31"
    assert told["contentUrl"].startswith(f"{base}/dot/")
    assert [clip["startOffset"] for clip in told["hasPart"]] == [0, 1]
    answer = json.loads(oembed(figure(HOSTILE), Style(), base))
    frame = tree(answer["html"]).find(".//iframe")
    assert frame.attrib["src"] == f"{base}/dot/index.html"
    assert frame.attrib["title"] == HOSTILE
    assert int(frame.attrib["height"]) == answer["height"]


@pytest.mark.parametrize("name", ["hugo", "jekyll", "quarto"])
def test_front_matter_is_yaml_whatever_the_film_says(name: str) -> None:
    made = snippet(figure(HOSTILE), HOMES[name], Style(), head=True)
    told = [line.partition(": ")[2] for line in made.splitlines()]
    texts = [json.loads(text) for text in told if text.startswith('"')]
    assert HOSTILE in texts
    assert any(text.endswith("/dot/poster-light.png") for text in texts)


def test_the_gallery_has_the_same_tree_whatever_the_films_say(tmp_path: Path) -> None:
    plain, hostile = (page(tmp_path, text) for text in (PLAIN, HOSTILE))
    assert shape(hostile) == shape(plain)
    assert hostile.find(".//h2").text == HOSTILE
    ids = [element.attrib["id"] for element in hostile.iter() if "id" in element.attrib]
    assert len(ids) == len(set(ids))
    inner = {link.attrib["href"][1:] for link in hostile.iterfind(".//header//a")}
    assert inner <= set(ids)


def page(folder: Path, text: str) -> Any:
    return tree(gallery_page([Post(record(text), folder)]), whole=True)


def given(one: Record) -> dict[str, Any]:
    return {**dict(one), "account": one.account, "by_beat": told_by_beat(one.account)}


def test_a_transcript_page_says_everything_and_nothing_else() -> None:
    plain, hostile = (
        tree(fill("transcript.html", **given(record(t))), whole=True) for t in (PLAIN, HOSTILE)
    )
    assert shape(hostile) == shape(plain)
    said = "".join(hostile.find("body").itertext())
    assert said.count(HOSTILE) == 2 + 1 + 2 + 2  # title, claim; beat; cues; number


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("base", [None, "https://example.org/films"])
def test_a_player_is_a_page_whatever_the_film_says(style: Style, base: str | None) -> None:
    plain, hostile = (tree(player(figure(t), style, base), whole=True) for t in (PLAIN, HOSTILE))
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


def test_each_look_of_a_film_has_a_condition_of_its_own() -> None:
    looks = variants(record(), Style())
    assert len({one.media for one in looks}) == len(looks) == 4
    made = tree(snippet(figure(PLAIN), HOMES["html"], Style()))
    *conditional, last = [source.attrib for source in made.iterfind(".//video/source")]
    assert all("media" in source for source in conditional)
    assert "media" not in last
    pictures = [one.attrib["media"] for one in made.iterfind(".//picture/source")]
    assert pictures == [one.media for one in looks]


def test_a_fixed_theme_and_shape_load_their_film_alone() -> None:
    one = record()
    alone = Figure.of(one.model_copy(update={"shapes": one.shapes[:1]}))
    made = tree(snippet(alone, HOMES["html"], Style("light")))
    sources, wanted = [s.attrib for s in made.iterfind(".//source")], one.wide.films["light"]
    assert [Path(source["src"]).name for source in sources] == [video.name for video in wanted]
    assert not any("media" in source for source in sources)


def test_nothing_plays_by_itself_without_a_script_that_asks_the_reader() -> None:
    for style in (Style(), Style(autoplay=True)):
        made = tree(snippet(figure(PLAIN), HOMES["html"], style))
        (video,) = made.iterfind(".//video")
        assert video.attrib["preload"] == "none"
        assert "autoplay" not in video.attrib
        assert ("data-autoplay" in made.find("figure").attrib) == style.autoplay
