"""Files that all posts of a site share: how films look there, and the script that drives them."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from functools import cache

from gdvideo.publish.pages import fill

__all__ = ["CLEAR", "shared"]

CLEAR = "clear.gif"
# One pixel that is not there: with it as a poster, a video shows the picture that lies behind it.
_CLEAR = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"


@cache
def shared() -> Mapping[str, bytes]:
    """Return the files' contents, by their names beside the posts' folders."""
    return {
        "gdvideo.css": fill("site/gdvideo.css").encode(),
        "gdvideo.js": fill("script/all.js").encode(),
        "page.css": fill("site/page.css").encode(),
        CLEAR: base64.b64decode(_CLEAR),
    }
