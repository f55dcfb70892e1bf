"""Real sites: made by their own tools, the film put in by our command, opened in a browser."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

import pytest

from tests.gdvideo.project import Project
from tests.sites.browser import HERE, SCHEMES, Visit, served, visit
from tests.sites.conftest import POSTS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Frame

pytestmark = pytest.mark.sites

TOOL_SECONDS = 120


def run(folder: Path, *command: str) -> None:
    """Run a site's tool, and end what it leaves running, which would hold a pipe open."""
    assert shutil.which(command[0]), f"the tests of sites need {command[0]}: .ci/run installs it"
    with TemporaryFile("w+") as said:
        process = subprocess.Popen(
            command, cwd=folder, stdout=said, stderr=said, start_new_session=True
        )
        try:
            code = process.wait(TOOL_SECONDS)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        said.seek(0)
        assert code == 0, said.read()


def embed(project: Project, site: Path, kind: str) -> str:
    """Install the film into the site; return the snippet."""
    process = project.start("embed", "near", *POSTS, "--for", kind, "--into", str(site))
    snippet, said = process.communicate()
    assert process.returncode == 0, said
    return snippet


def plays(one: Visit, scheme: str, frame: Frame | None = None) -> None:
    """See that the reader's film plays, with captions and chapters, and nothing goes wrong."""
    assert f"near-{scheme}-" in one.play(frame)
    said = one.seek(0.1, frame)
    assert said["chapters"] == ["At rest"]
    assert said["captions"] == ["A dot &amp; its &lt;place&gt;."]
    one.judge(axe=False)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_jekyll(published: Project, tmp_path: Path, browser: Browser, scheme: str) -> None:
    """With the starter's own theme, minima, which Debian has; just-the-docs it has not."""
    run(tmp_path, "jekyll", "new", "site", "--skip-bundle")
    site, pages = tmp_path / "site", tmp_path / "www"
    snippet = embed(published, site, "jekyll")
    post = f"---\nlayout: post\ntitle: A post\n---\nBefore.\n\n{snippet}\nAfter.\n"
    (site / "_posts" / "2020-01-01-film.md").write_text(post, "utf-8")
    run(site, "jekyll", "build", "--baseurl", "/blog", "--destination", str(pages / "blog"))
    (pages / "favicon.ico").touch()
    with (
        served(pages) as address,
        visit(browser, f"{address}/blog/2020/01/01/film.html", scheme=scheme) as one,
    ):
        assert one.page.locator(".site-header, .post-content").count() == 2
        plays(one, scheme)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_hugo(published: Project, tmp_path: Path, browser: Browser, scheme: str) -> None:
    run(tmp_path, "hugo", "new", "site", "site")
    site = tmp_path / "site"
    run(site, "hugo", "new", "theme", "plain")
    snippet = embed(published, site, "hugo")
    layout = site / "themes" / "plain" / "layouts" / "_default" / "single.html"
    layout.write_text('{{ define "main" }}<main>{{ .Content }}</main>{{ end }}', "utf-8")
    head = site / "themes" / "plain" / "layouts" / "partials" / "head.html"
    head.write_text(
        '<head><title>{{ .Title }}</title><link rel="icon" href="data:,"></head>', "utf-8"
    )
    run(site, "hugo", "new", "posts/film.md")
    post = site / "content" / "posts" / "film.md"
    text = post.read_text("utf-8").replace("draft: true", "draft: false")
    post.write_text(f"{text}\n# A post\n\nBefore.\n\n{snippet}\nAfter.\n", "utf-8")
    with served(tmp_path / "www") as address:
        base = f"{address}/blog/"
        run(site, "hugo", "--theme", "plain", "--baseURL", base, "-d", str(tmp_path / "www/blog"))
        with visit(browser, f"{base}posts/film/", scheme=scheme) as one:
            plays(one, scheme)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_myst(published: Project, tmp_path: Path, browser: Browser, scheme: str) -> None:
    """With a theme of our own: MyST's come from its web site alone, and tests have no network."""
    tool = HERE / "node_modules" / ".bin" / "myst"
    site = tmp_path / "site"
    site.mkdir()
    run(site, str(tool), "init", "--site")
    settings = (site / "myst.yml").read_text("utf-8")
    assert "template: book-theme" in settings
    settings = settings.replace("template: book-theme", "template: ./theme")
    (site / "myst.yml").write_text(f"{settings}\nproject:\n  exclude: [theme/**]\n", "utf-8")
    shutil.copytree(HERE / "theme", site / "theme")
    (site / "theme" / "public").mkdir()
    (site / "theme" / "node_modules").symlink_to(HERE / "node_modules")
    snippet = embed(published, site, "myst")
    (site / "index.md").write_text(f"# A post\n\nBefore.\n\n{snippet}\nAfter.\n", "utf-8")
    run(site, str(tool), "build", "--html", "--ci")
    pages = site / "_build" / "html"
    shutil.copytree(site / "gdvideo", pages / "gdvideo")
    with served(pages) as address, visit(browser, f"{address}/", scheme=scheme) as one:
        assert "A dot <b>can</b> move, and {% x %} stays." in one.page.inner_text("body")
        (frame,) = one.page.main_frame.child_frames
        plays(one, scheme, frame)
