"""A talk of three slides, one of them a loop, as manim-slides has them."""

from manim import ORIGIN, Circle, Create, Dot, MoveAlongPath, linear
from manim._config.utils import ManimConfig

# manim-slides 5.7 sets what Manim 0.22 no longer has, and an endless cache in a way of its own.
_usual = ManimConfig.max_files_cached
ManimConfig.write_to_movie = property(lambda _: True, lambda *_: None)
ManimConfig.flush_cache = property(lambda _: False)
ManimConfig.max_files_cached = property(
    _usual.fget, lambda config, most: _usual.fset(config, -1 if most == float("inf") else most)
)

from manim_slides import Slide  # noqa: E402


class Talk(Slide):
    def construct(self):
        circle, dot = Circle(), Dot()
        self.play(Create(circle), run_time=0.4)
        self.next_slide(loop=True)
        self.play(MoveAlongPath(dot, circle), run_time=0.4, rate_func=linear)
        self.next_slide()
        self.wait(0.6)
        self.play(dot.animate.move_to(ORIGIN), run_time=0.4)
