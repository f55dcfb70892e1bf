"""A film as an object that a Jupyter notebook shows."""

from __future__ import annotations

import base64
import html
from dataclasses import dataclass, field
from pathlib import Path

from gdvideo import studio
from gdvideo.cores import cores
from gdvideo.errors import unknown
from gdvideo.parameters import Choice, choose, experiment
from gdvideo.project import film
from gdvideo.task import ASPECTS, MEDIA, QUALITIES, THEMES, Look, prepare

__all__ = ["Video", "render"]

_WIDTH = 640  # pixels, as embedded in a post


@dataclass(frozen=True)
class Video:
    """A film that was made: ``path`` is its file, ``claim`` what it teaches.

    It shows its own ``content``, also when another film has taken its place.
    """

    path: Path
    claim: str
    content: bytes = field(repr=False)

    def _repr_html_(self) -> str:
        """Return the film within the page, so that a notebook that is sent on still shows it."""
        content = base64.b64encode(self.content).decode()
        label = html.escape(self.claim, quote=True)
        return (
            f'<video controls loop muted playsinline width="{_WIDTH}" aria-label="{label}" '
            f'src="data:video/mp4;base64,{content}"></video>'
        )

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return {"text/html": self._repr_html_(), "text/plain": str(self.path)}


def render(
    slug: str, choice: Choice, look: tuple[str, str, str], jobs: int | None, media: Path | None
) -> Video:
    """Make the film; see ``gdvideo.render``."""
    known = (("quality", QUALITIES), ("theme", THEMES), ("aspect", ASPECTS))
    for value, (what, names) in zip(look, known, strict=True):
        if value not in names:
            raise unknown(what, value, names)
    wanted = film(slug)
    task = prepare(wanted, choice, Look(*look))
    folder = (media or MEDIA).absolute()
    made = studio.make(task, folder, cores() if jobs is None else jobs)
    claim = str(experiment(wanted).run(choose(wanted, choice).params).lesson)
    return Video(folder / made.manifest.film, claim, made.film)
