"""Records of films that were never made."""

from __future__ import annotations

from gdvideo.publish.record import Account, Beat, Cue, File, Parameter, Record, Shape, Shown, Video
from gdvideo.task import THEMES

__all__ = ["HOSTILE", "PLAIN", "record"]

PLAIN = "a dot"
HOSTILE = (
    "</video></script><script>alert(1)</script> \"quotes\" 'too' <!-- & &amp; --> {{ 7 * 7 }} "
    "{% include x %} {{< x >}} `*_[md](x)_*` $x$ --> \u202eעברית 中文 मानक 🏔️ \\ # ```"
)


def file(name: str) -> File:
    return File(name=name, bytes=1000, sha256="0" * 64)


def video(name: str, theme: str, codec: str) -> Video:
    return Video(name=f"{name}-{theme}-{codec}.mp4", bytes=1000, sha256="0" * 64, codec=codec)


def record(text: str = PLAIN, name: str = "dot") -> Record:
    """Return a record of which everything that may be any text says ``text``."""
    account = Account(
        claim=text,
        seconds=3.0,
        beats=(Beat(name="one", start=0, end=1), Beat(name=text, start=1, end=3)),
        cues=(Cue(text=text, start=0, end=1.2), Cue(text=text, start=1.2, end=3)),
        numbers=(Shown(name=text, text=text, value=1.0, seconds=1.5),),
        poster=2.9,
    )
    return Record(
        slug=name,
        name=name,
        title=text,
        shapes=(shape("16:9", 1280, 720, account, name), shape("1:1", 720, 720, account, name)),
        files={
            "poster-light.png": file("poster-light.png"),
            "preview-light.gif": file("preview-light.gif"),
        },
        parameters=(Parameter(name="side", value=text, unit=text, meaning=text),),
        versions={"manim": text},
        published="2026-01-31",
        seal="",
    )


def shape(aspect: str, width: int, height: int, account: Account, name: str) -> Shape:
    """Return the film in one shape, with AV1 and H.264 of each theme."""
    stem = f"{name}-{aspect.replace(':', 'x')}"
    return Shape(
        aspect=aspect,
        width=width,
        height=height,
        films={theme: (video(stem, theme, "av01"), video(stem, theme, "avc1")) for theme in THEMES},
        posters={theme: file(f"{stem}-{theme}-0123456789.webp") for theme in THEMES},
        tracks={kind: file(f"{stem}-{kind}-0123456789.vtt") for kind in ("captions", "chapters")},
        account=account,
    )
