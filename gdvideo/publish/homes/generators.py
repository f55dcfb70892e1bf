"""Site generators."""

from __future__ import annotations

from gdvideo.publish.homes.home import Home

__all__ = ["GENERATORS"]

_LINE = "Put this line into the post; --into your site's folder installs what it needs."
_COPY = "after each build, copy the folder gdvideo to where the pages are"
_ROOT = "if the site is not at the root of its address, say where with --base /folder/gdvideo"
_PLAYER = "iframe.html"

GENERATORS = {
    "jekyll": Home(
        "Jekyll", _LINE, "/gdvideo",
        known_by=("_config.yml", "_config.yaml", "_config.toml"),
        template="jekyll/snippet.txt",
        helpers={
            "_includes/gdvideo.html": "jekyll/gdvideo.html",
            "_includes/gdvideo/FILM.html": "figure.html",
        },
        reference="{{{{ '{}' | absolute_url }}}}",  # feeds have the whole post
        head="head/jekyll.yml",
    ),
    "hugo": Home(
        "Hugo", _LINE,
        files="static/gdvideo",
        known_by=(
            "hugo.toml", "hugo.yaml", "hugo.json",
            "config.toml", "config.yaml", "config.json", "config",
        ),
        template="hugo/snippet.txt",
        helpers={
            "layouts/shortcodes/gdvideo.html": "hugo/gdvideo.html",
            "layouts/shortcodes/gdvideo.rss.xml": "hugo/gdvideo.rss.xml",
            "layouts/partials/gdvideo/FILM.html": "figure.html",
            "layouts/partials/gdvideo/FILM.rss.html": "picture.html",
        },
        reference='{{{{ absURL "{}" }}}}',
        head="head/hugo.yml",
    ),
    "quarto": Home(
        "Quarto",
        "Put it into the document; --into your project's folder installs what it needs, and "
        "_quarto.yml says `resources: [gdvideo]` under `project`.",
        known_by=("_quarto.yml", "_quarto.yaml"),
        template="homes/quarto.md",
        head="head/quarto.yml",
    ),
    "mkdocs": Home(
        "MkDocs", f"Put it into the page; {_ROOT}.", "/gdvideo", "docs/gdvideo",
        known_by=("mkdocs.yml", "mkdocs.yaml"),
    ),
    "sphinx": Home(
        "Sphinx",
        "Put it into the page; from a page in a folder, say --base ../_static/gdvideo.",
        "_static/gdvideo", "_static/gdvideo",
        known_by=("conf.py",),
        template="homes/sphinx.rst",
    ),
    "myst": Home(
        "MyST and Jupyter Book", f"Put it into the page; {_COPY} (_build/html).", "/gdvideo",
        known_by=("myst.yml", "_toc.yml", "conf.py"),
        template=_PLAYER,
    ),
    "docusaurus": Home(
        "Docusaurus", f"Put it into the page, which may be MDX; {_ROOT}.",
        "/gdvideo", "static/gdvideo",
        known_by=("docusaurus.config.js", "docusaurus.config.ts", "docusaurus.config.mjs"),
        template=_PLAYER,
    ),
    "astro": Home(
        "Astro", f"Put it into the page, which may be MDX; {_ROOT}.", "/gdvideo", "public/gdvideo",
        known_by=("astro.config.mjs", "astro.config.ts", "astro.config.js"),
        template=_PLAYER,
    ),
}  # fmt: skip
