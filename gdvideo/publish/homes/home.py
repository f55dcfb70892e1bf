"""A home: a kind of site, and what a film needs to be at home there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Home"]


@dataclass(frozen=True)
class Home:
    """A kind of site.

    Attributes:
        title: its name.
        place: where the snippet goes, in a sentence.
        base: where the posts' folders are on the site, as pages see it.
        files: where they are in the site's folder.
        known_by: files of which a site of this kind has at least one.
        template: the snippet's.
        helpers: templates of files that the snippet needs, by their paths in the site's folder;
            FILM in a path is the figure's name.
        reference: how such a file names an address, given by its path on the site.
        head: the template of what makes the post seen when it is shared.
        uploads: the endings that such a site takes; all if empty.
        plain: whether the film is one file in one theme, as filters leave it.
        absolute: whether its addresses have to begin with a scheme.
    """

    title: str
    place: str
    base: str = "gdvideo"
    files: str = "gdvideo"
    known_by: tuple[str, ...] = ()
    template: str = "figure.html"
    helpers: Mapping[str, str] = field(default_factory=dict)
    reference: str = "{}"
    head: str = "head/tags.html"
    uploads: tuple[str, ...] = ()
    plain: bool = False
    absolute: bool = False
