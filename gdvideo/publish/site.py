"""The files that a figure needs on a site, by their paths in the site's folder."""

from __future__ import annotations

from pathlib import Path

from gdvideo.publish.figure import Figure, Style
from gdvideo.publish.homes import Home
from gdvideo.publish.record import File, Record
from gdvideo.publish.shared import shared
from gdvideo.publish.snippet import helper, is_absolute, oembed, player

__all__ = ["files_for"]

_PAGE = "index.html"


def files_for(
    figure: Figure, home: Home, style: Style, base: str | None, posts: Path
) -> dict[str, bytes]:
    """Return them; the films' own are read in the folder of the posts.

    Raises:
        OSError: if one of those is gone.
    """
    files: dict[str, bytes] = {}
    for record in figure.films:
        for file in _wanted(record, home, style):
            path = f"{home.files}/{record.name}/{file.name}"
            files[path] = (posts / record.name / file.name).read_bytes()
    for path, template in home.helpers.items():
        text = helper(template, figure, home, style, base)
        files[path.replace("FILM", figure.name)] = text.encode()
    if not home.uploads:
        files |= {f"{home.files}/{name}": content for name, content in shared().items()}
        figures = {one.name: one for one in (*map(Figure.of, figure.films), figure)}
        for name, one in figures.items():
            files |= _pages(f"{home.files}/{name}", one, style, base)
    return files


def _wanted(record: Record, home: Home, style: Style) -> list[File]:
    """Return the record's files that such a site takes and needs."""
    if home.uploads:
        theme = style.themes[0]
        return [record.wide.films[theme][-1], record.files[f"poster-{theme}.png"]]
    # Some sites would take Markdown for a page of theirs; other pages are made for the site.
    return [one for one in record.all_files if not one.name.endswith((".md", _PAGE))]


def _pages(folder: str, figure: Figure, style: Style, base: str | None) -> dict[str, bytes]:
    pages = {f"{folder}/{_PAGE}": player(figure, style, base).encode()}
    if base is not None and is_absolute(base):
        pages[f"{folder}/oembed.json"] = oembed(figure, style, base).encode()
    return pages
