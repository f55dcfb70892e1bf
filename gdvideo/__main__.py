"""Makes ``python -m gdvideo`` the same as ``gdvideo``."""

from gdvideo.cli import command

command()
