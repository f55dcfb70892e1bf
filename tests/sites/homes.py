"""Sites, each made once by its own tool, with a post that has the film."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.gdvideo.project import Project
from tests.sites.browser import HERE
from tests.sites.tools import embed, run

__all__ = ["SITES", "Site"]

FIXTURES = HERE / "fixtures"
NODE = HERE / "node_modules"
WORDS = "Before.\n\n{}\n\nAfter.\n"


@dataclass(frozen=True)
class Site:
    """A site.

    Attributes:
        make: makes it in a folder, and returns the folder of its pages.
        page: the post's path.
        theme: of its pages; empty: the reader's.
        toggle: what a reader presses to have the other one, if anything.
        framed: whether the film is in a frame.
    """

    make: Callable[[Project, Path], Path]
    page: str
    theme: str = ""
    toggle: str = ""
    framed: bool = False


def jekyll(project: Project, folder: Path, fixture: str = "") -> Path:
    """Make a site with the starter's own theme, minima, which Debian has, or with a layout."""
    run(folder, "jekyll", "new", "site", "--skip-bundle")
    site, pages = folder / "site", folder / "www"
    snippet = embed(project, site, "jekyll")
    post = f"---\nlayout: {fixture or 'post'}\ntitle: A post\n---\n{WORDS.format(snippet)}"
    (site / "_posts" / "2020-01-01-film.md").write_text(post, "utf-8")
    if fixture:
        (site / "_layouts").mkdir()
        shutil.copy(FIXTURES / f"{fixture}.html", site / "_layouts")
        (site / "assets" / "css").mkdir(parents=True)
        for name in ("default", "light"):
            shutil.copy(FIXTURES / f"{fixture}-{name}.css", site / "assets" / "css")
    run(site, "jekyll", "build", "--baseurl", "/blog", "--destination", str(pages / "blog"))
    (pages / "favicon.ico").touch()
    return pages


def hugo(project: Project, folder: Path, fixture: str) -> Path:
    """Make a site with a layout of ours."""
    run(folder, "hugo", "new", "site", "site")
    site = folder / "site"
    snippet = embed(project, site, "hugo")
    layout = site / "layouts" / "_default" / "single.html"
    layout.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(FIXTURES / f"{fixture}.html", layout)
    run(site, "hugo", "new", "posts/film.md")
    post = site / "content" / "posts" / "film.md"
    text = post.read_text("utf-8").replace("draft: true", "draft: false")
    post.write_text(f"{text}\n{WORDS.format(snippet)}", "utf-8")
    # "/": the address at which it will be served is not known yet, and does not matter then.
    run(site, "hugo", "--baseURL", "/", "-d", str(folder / "www"))
    return folder / "www"


def mkdocs(project: Project, folder: Path) -> Path:
    """Make a site with Material for MkDocs, whose reader may choose the scheme."""
    site = folder / "site"
    (site / "docs").mkdir(parents=True)
    shutil.copy(FIXTURES / "mkdocs.yml", site)
    snippet = embed(project, site, "mkdocs")
    (site / "docs" / "index.md").write_text(f"# A post\n\n{WORDS.format(snippet)}", "utf-8")
    run(site, "mkdocs", "build", "--site-dir", str(folder / "www"))
    return folder / "www"


def sphinx(project: Project, folder: Path, theme: str, fixture: str = "") -> Path:
    """Make a site with this theme, and a layout of ours over it."""
    site = folder / "site"
    (site / "_static").mkdir(parents=True)
    settings = (
        f'project = "Films"\nhtml_theme = "{theme}"\nhtml_static_path = ["_static"]\n'
        'html_permalinks = False\nhtml_favicon = "_static/gdvideo/clear.gif"\n'
    )
    if fixture:
        settings += 'templates_path = ["_templates"]\n'
        (site / "_templates").mkdir()
        shutil.copy(FIXTURES / f"{fixture}.html", site / "_templates" / "layout.html")
    (site / "conf.py").write_text(settings, "utf-8")
    snippet = embed(project, site, "sphinx")
    (site / "index.rst").write_text(f"A post\n======\n\n{WORDS.format(snippet)}", "utf-8")
    run(folder, "sphinx-build", "-q", str(site), str(folder / "www"))
    return folder / "www"


def myst(project: Project, folder: Path) -> Path:
    """Make a site with a theme of ours: MyST's come from its web site, and we have no network."""
    tool = NODE / ".bin" / "myst"
    site = folder / "site"
    site.mkdir()
    run(site, str(tool), "init", "--site")
    settings = (site / "myst.yml").read_text("utf-8")
    assert "template: book-theme" in settings
    settings = settings.replace("template: book-theme", "template: ./theme")
    (site / "myst.yml").write_text(f"{settings}\nproject:\n  exclude: [theme/**]\n", "utf-8")
    shutil.copytree(HERE / "theme", site / "theme")
    (site / "theme" / "public").mkdir()
    (site / "theme" / "node_modules").symlink_to(NODE)
    snippet = embed(project, site, "myst")
    (site / "index.md").write_text(f"# A post\n\n{WORDS.format(snippet)}", "utf-8")
    run(site, str(tool), "build", "--html", "--ci")
    pages = site / "_build" / "html"
    shutil.copytree(site / "gdvideo", pages / "gdvideo")
    return pages


def mdx(project: Project, folder: Path) -> Path:
    """Make a page as Docusaurus and Astro do, with the compiler that both have."""
    site = folder / "site"
    site.mkdir()
    (site / "docusaurus.config.js").touch()
    snippet = embed(project, site, "docusaurus")
    (site / "post.mdx").write_text(f"# A post\n\n{WORDS.format(snippet)}", "utf-8")
    page = site / "static" / "index.html"
    run(HERE, "node", "mdx.mjs", str(site / "post.mdx"), str(page))
    return page.parent


def plain(project: Project, folder: Path, kind: str) -> Path:
    """Make a page by hand, which has no theme but the reader's."""
    if kind.startswith("wordpress"):
        (folder / "wp-content").mkdir()
    if kind == "ghost":
        (folder / "content").mkdir()
    snippet = embed(project, folder, kind)
    page = (FIXTURES / "plain.html").read_text("utf-8").replace("SNIPPET", snippet)
    (folder / "index.html").write_text(page, "utf-8")
    return folder


SITES = {
    "minima": Site(jekyll, "blog/2020/01/01/film.html", "light"),
    "just-the-docs": Site(
        partial(jekyll, fixture="just-the-docs"), "blog/2020/01/01/film.html", "dark", "#toggle"
    ),
    "papermod": Site(partial(hugo, fixture="papermod"), "posts/film/", "", "#theme-toggle"),
    "material": Site(mkdocs, "", "light", "label[title='Other']:visible"),
    "furo": Site(partial(sphinx, theme="basic", fixture="furo"), "index.html", "", ".theme-toggle"),
    "alabaster": Site(partial(sphinx, theme="alabaster"), "index.html", "light"),
    "myst": Site(myst, "", "light", framed=True),
    "mdx": Site(mdx, "", "dark", "#toggle", framed=True),
    "html": Site(partial(plain, kind="html"), ""),
    "ghost": Site(partial(plain, kind="ghost"), ""),
    "wordpress-admin": Site(partial(plain, kind="wordpress-admin"), ""),
}
