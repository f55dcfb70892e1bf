"""The kinds of sites that films can be put into."""

from collections.abc import Mapping

from gdvideo.publish.homes.generators import GENERATORS
from gdvideo.publish.homes.home import Home
from gdvideo.publish.homes.hosts import HOSTS

__all__ = ["HOMES", "Home"]

HOMES: Mapping[str, Home] = {**HOSTS, **GENERATORS}
