"""A film as an object that a Jupyter notebook shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from gdvideo import studio
from gdvideo.cores import cores
from gdvideo.errors import RenderFailed, unknown
from gdvideo.parameters import Choice, choose, experiment
from gdvideo.project import film
from gdvideo.task import ASPECTS, MEDIA, QUALITIES, THEMES, Look, prepare

__all__ = ["Video", "render"]

_AUTO = "auto"  # the notebook's theme


@dataclass(frozen=True)
class Video:
    """A film that was made: ``path`` is its file, ``claim`` what it teaches.

    It shows what it was, also when another film has taken its place: ``page`` is HTML that holds
    the film itself, so that a notebook that is sent on still shows it.
    """

    path: Path
    claim: str
    page: str = field(repr=False)

    def _repr_html_(self) -> str:
        return self.page

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return {"text/html": self.page, "text/plain": str(self.path)}


def render(
    slug: str, choice: Choice, look: tuple[str, str, str], jobs: int | None, media: Path | None
) -> Video:
    """Make the film; see ``gdvideo.render``."""
    known = (("quality", QUALITIES), ("theme", (_AUTO, *THEMES)), ("aspect", ASPECTS))
    for value, (what, names) in zip(look, known, strict=True):
        if value not in names:
            raise unknown(what, value, names)
    from gdvideo.publish.figure import Style
    from gdvideo.publish.inline import inline
    from gdvideo.publish.post import Made

    wanted = film(slug)
    quality, theme, aspect = look
    folder = (media or MEDIA).absolute()
    made = {}
    for each in THEMES if theme == _AUTO else (theme,):
        task = prepare(wanted, choice, Look(quality, each, aspect))
        made[each] = Made(task, studio.make(task, folder, cores() if jobs is None else jobs))
    first = next(iter(made.values())).delivery
    claim = str(experiment(wanted).run(choose(wanted, choice).params).lesson)
    try:
        page = inline(made, Style("site" if theme == _AUTO else theme), folder)
    except OSError as error:
        raise RenderFailed(f"{error.filename} cannot be written: {error.strerror}") from None
    return Video(folder / first.manifest.film, claim, page)
