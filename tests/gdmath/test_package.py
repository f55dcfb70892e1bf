"""What importing the package brings along, and the example that it opens with."""

import doctest
import subprocess
import sys

import gdmath

LOADED = """
import sys
import numpy.random
before = set(sys.modules)
import pkgutil, importlib
import gdmath
for module in pkgutil.walk_packages(gdmath.__path__, "gdmath."):
    if not module.name.startswith("gdmath.experiments"):
        importlib.import_module(module.name)
names = {name.partition(".")[0] for name in set(sys.modules) - before}
print(*sorted(names - sys.stdlib_module_names - {"numpy"}))
"""


def test_numpy_is_all_that_it_needs() -> None:
    answer = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True
    )
    assert answer.stdout.split() == ["gdmath"]


def test_the_opening_example_is_true() -> None:
    failures, examples = doctest.testmod(gdmath)
    assert (failures, examples) == (0, 5)
