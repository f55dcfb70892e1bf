"""Snippets: what a post needs to show a film, for each kind of site."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from gdvideo.publish.pages import fill
from gdvideo.publish.record import Record

__all__ = ["KINDS", "PLAYER", "Kind", "Style", "helper", "player", "snippet"]

PLAYER = "player.html"


@dataclass(frozen=True)
class Kind:
    """A kind of site.

    Attributes:
        title: its name.
        place: where the snippet goes, in a sentence.
        base: where the posts' folders are on the site, as pages see it.
        files: where they are in the site's folder.
        known_by: files of which a site of this kind has at least one.
        template: the snippet's.
        helpers: templates of files that the snippet needs, by their paths in the site's folder;
            FILM in a path is the film's name.
        reference: how such a file names an address, given by its path on the site.
    """

    title: str
    place: str
    base: str
    files: str
    known_by: tuple[str, ...] = ()
    template: str = "figure.html"
    helpers: Mapping[str, str] | None = None
    reference: str = "{}"


KINDS = {
    "html": Kind(
        "HTML",
        "Put it into the page's body; the folder gdvideo lies beside the page.",
        "gdvideo",
        "gdvideo",
    ),
    "jekyll": Kind(
        "Jekyll",
        "Put this line into the post; --into your site's folder installs what it needs.",
        "/gdvideo",
        "gdvideo",
        ("_config.yml", "_config.yaml", "_config.toml"),
        "jekyll/snippet.txt",
        {
            "_includes/gdvideo.html": "jekyll/gdvideo.html",
            "_includes/gdvideo/FILM.html": "figure.html",
        },
        "{{{{ '{}' | relative_url }}}}",
    ),
    "hugo": Kind(
        "Hugo",
        "Put this line into the post; --into your site's folder installs what it needs.",
        "gdvideo",
        "static/gdvideo",
        (
            "hugo.toml",
            "hugo.yaml",
            "hugo.json",
            "config.toml",
            "config.yaml",
            "config.json",
            "config",
        ),
        "hugo/snippet.txt",
        {
            "layouts/shortcodes/gdvideo.html": "hugo/gdvideo.html",
            "layouts/partials/gdvideo/FILM.html": "figure.html",
        },
        '{{{{ relURL "{}" }}}}',
    ),
    "myst": Kind(
        "MyST and Jupyter Book",
        "Put it into the page; after each build, copy the folder gdvideo to where the pages are "
        "(_build/html; for Sphinx, html_extra_path does it).",
        "/gdvideo",
        "gdvideo",
        ("myst.yml", "_toc.yml", "conf.py"),
        "myst.md",
        {"gdvideo/FILM/index.html": "player.html"},
    ),
    "wordpress": Kind(
        "WordPress",
        "Put it into the post's code editor, or its inside into a block «Custom HTML»; upload the "
        "film's folder to wp-content/uploads/gdvideo.",
        "/wp-content/uploads/gdvideo",
        "wp-content/uploads/gdvideo",
        ("wp-content",),
        "wordpress.html",
    ),
}


@dataclass(frozen=True)
class Style:
    """How a film is shown: which theme (auto: the reader's), and whether it plays by itself."""

    theme: str = "auto"
    autoplay: bool = False


def snippet(record: Record, kind: Kind, style: Style, base: str | None = None) -> str:
    """Return the snippet; ``base`` is where the posts' folders are, if elsewhere than usual."""
    address = kind.base if base is None else base.rstrip("/")
    return _fill(kind.template, record, style, lambda path: Markup(f"{address}/{path}"))


def helper(template: str, record: Record, kind: Kind, style: Style) -> str:
    """Return a file that the snippet needs."""
    if template == PLAYER:
        return player(record, style)
    return _fill(
        template, record, style,
        lambda path: Markup(kind.reference.format(f"{kind.base}/{path}")),
    )  # fmt: skip


def player(record: Record, style: Style) -> str:
    """Return a page with nothing but the film, for the folder that its files are in."""
    return _fill(PLAYER, record, style, lambda path: Markup(path.rpartition("/")[2]))


def _fill(template: str, record: Record, style: Style, reference: Callable[[str], Markup]) -> str:
    def url(name: str) -> Markup:
        return reference(f"{quote(record.name)}/{quote(name)}")

    return fill(template, record=record, url=url, theme=style.theme, autoplay=style.autoplay)
