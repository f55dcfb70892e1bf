"""Places that are no site generators: plain pages, hosts with filters, mail."""

from __future__ import annotations

from gdvideo.publish.homes.home import Home

__all__ = ["HOSTS"]

_UPLOADS = "/wp-content/uploads/gdvideo"

HOSTS = {
    "html": Home("HTML", "Put it into the page's body; the folder gdvideo lies beside the page."),
    "iframe": Home(
        "A frame",
        "Put it where frames are allowed; it shows a page of its own, wherever the folder lies.",
        template="iframe.html",
    ),
    "wordpress": Home(
        "WordPress",
        "Put it into the post's code editor; upload the film and its poster to the media library, "
        "and say with --base in which folder they are. The film is one file, in one theme.",
        _UPLOADS, "wp-content/uploads/gdvideo",
        known_by=("wp-content",),
        template="homes/wordpress.html",
        uploads=(".mp4", ".png"),
        plain=True,
    ),
    "wordpress-admin": Home(
        "WordPress, for those who may post any HTML",
        "Put it into the post's code editor, or its inside into a block «Custom HTML»; --into the "
        "site's folder, or an upload of the folder to wp-content/uploads/gdvideo, installs it.",
        _UPLOADS, "wp-content/uploads/gdvideo",
        known_by=("wp-content",),
        template="homes/wordpress-admin.html",
    ),
    "ghost": Home(
        "Ghost",
        "Paste it into the editor as a HTML card; --into Ghost's folder installs what it needs.",
        "/content/files/gdvideo", "content/files/gdvideo",
        known_by=("content", "config.production.json"),
        template="homes/ghost.html",
    ),
    "mail": Home(
        "Mail and newsletters",
        "Paste it into the letter: a picture that moves, and a link to the film.",
        template="homes/mail.html",
        plain=True,
        absolute=True,
    ),
}  # fmt: skip
