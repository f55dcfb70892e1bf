"""Makes ``python -m gdvideo`` the same as ``gdvideo``."""

import sys

from gdvideo.cli import main

sys.exit(main())
