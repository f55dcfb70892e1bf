"""What feeds and search engines get from a real site."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest

from tests.gdvideo.project import Project
from tests.sites.homes import hugo
from tests.sites.tools import run

pytestmark = pytest.mark.sites

BASE = "https://example.org/blog/"


def test_a_feed_has_whole_addresses_and_the_post_tells_what_its_film_is(
    published: Project, tmp_path: Path
) -> None:
    hugo(published, tmp_path, "papermod")
    feed = "<rss>{{ range .Pages }}{{ .Content | html }}{{ end }}</rss>"
    (tmp_path / "site" / "layouts" / "_default" / "rss.xml").write_text(feed, "utf-8")
    run(tmp_path / "site", "hugo", "--baseURL", BASE, "-d", str(tmp_path / "whole"))
    fed = unescape((tmp_path / "whole" / "posts" / "index.xml").read_text("utf-8"))
    named = re.findall(r'(?:src|href)="([^"]+)"', fed)
    assert len(named) == 3  # the poster, the film's page, the transcript
    assert all(url.startswith(f"{BASE}gdvideo/near/") for url in named)
    assert "<script" not in fed
    page = (tmp_path / "whole" / "posts" / "film" / "index.html").read_text("utf-8")
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert data
    told = json.loads(data[1])
    assert told["contentUrl"].startswith(f"{BASE}gdvideo/near/")
    assert [clip["name"] for clip in told["hasPart"]] == ["At rest", "On its way"]
