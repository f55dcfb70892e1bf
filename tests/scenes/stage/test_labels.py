"""Labels find a free place."""

import pytest
from manim import RIGHT, UP

from scenes.stage.labels import stands_free
from scenes.stage.layout import Zone
from scenes.stage.marks import Path
from scenes.stage.theme import THEMES
from scenes.stage.words import Words

ZONE = Zone(-4.0, -2.0, 4.0, 2.0)


@pytest.mark.parametrize(("thickness", "free"), [(0.02, True), (0.6, False)])
def test_a_label_keeps_clear_of_lines_in_their_thickness(thickness: float, free: bool) -> None:
    theme = THEMES["dark"]
    label = Words("sheet", theme=theme, size=0.3)
    line = Path(theme, "text", thickness).through(0.8 * UP - RIGHT, 0.8 * UP + 3 * RIGHT)
    assert stands_free(label, [(0.4 * UP, RIGHT)], ZONE, [line]) == free
