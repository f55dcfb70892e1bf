"""Snippets: what a post needs to show a film, for each kind of site."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

from markupsafe import Markup

from gdvideo.publish.figure import Figure, Style, chapters, variants
from gdvideo.publish.homes import Home
from gdvideo.publish.pages import fill
from gdvideo.publish.pictures import PREVIEW_WIDTH

__all__ = ["Address", "beside", "helper", "is_absolute", "oembed", "player", "render", "snippet"]

# The address of a file, given the folder's name (empty: none) and the file's.
Address = Callable[[str, str], Markup]


def snippet(
    figure: Figure, home: Home, style: Style, base: str | None = None, *, head: bool = False
) -> str:
    """Return the snippet; ``base`` is where the posts' folders are, if elsewhere than usual.

    ``head``: what makes the post seen when it is shared, instead.
    """
    address = home.base if base is None else base
    template = home.head if head else home.template
    return render(template, figure, style, _under(address), absolute=is_absolute(address))


def helper(template: str, figure: Figure, home: Home, style: Style, base: str | None = None) -> str:
    """Return a file that the snippet needs."""
    if base is not None:
        return render(template, figure, style, _under(base), absolute=is_absolute(base))
    place = _under(home.base)
    return render(
        template, figure, style,
        lambda folder, name: Markup(home.reference.format(place(folder, name))),
        absolute=home.reference != "{}",
    )  # fmt: skip


def player(figure: Figure, style: Style, base: str | None = None) -> str:
    """Return a page with nothing but the figure, for a folder beside those of its films.

    Where ``base`` is a whole address, it says what it is to those who share it.
    """
    url = _under(base or "..")
    return render(
        "player.html", figure, style, url, absolute=is_absolute(base or ""), inner=beside
    )  # fmt: skip


def oembed(figure: Figure, style: Style, base: str) -> str:
    """Return what other sites read to show the figure's page in theirs (oEmbed 1.0)."""
    frame = render("iframe.html", figure, style, _under(base), absolute=True).strip()
    return render("head/oembed.json", figure, style, _under(base), absolute=True, frame=frame)


def is_absolute(base: str) -> bool:
    """Tell whether an address is whole."""
    return base.startswith(("https://", "http://"))


def beside(folder: str, name: str) -> Markup:
    """Return the address of a file as a page in a post's folder names it."""
    return _under("..")(folder, name)


def _under(base: str) -> Address:
    def address(folder: str, name: str) -> Markup:
        path = "/".join(quote(part) for part in (folder, name) if part)
        return Markup(f"{base.rstrip('/')}/{path}")

    return address


def render(
    template: str, figure: Figure, style: Style, url: Address, *, absolute: bool, **more: object
) -> str:
    """Return a template that shows a figure, filled in; ``absolute``: ``url`` gives whole ones."""
    given = {"shown": figure, "record": figure.record, "style": style, "url": url}
    more = {"inline": False} | more
    return fill(
        template, variants=variants, chapters=chapters, preview_width=PREVIEW_WIDTH,
        absolute=absolute, **given, **more,
    )  # fmt: skip
