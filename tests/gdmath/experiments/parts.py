"""Parts in words, as a reader understands them: "a tenth" is 1/10, "three quarters" 3/4."""

from fractions import Fraction

__all__ = ["PARTS"]

_MANY = ("two", "three", "four", "five", "six", "seven", "eight", "nine")
_SINGULAR = {
    3: "third", 4: "quarter", 5: "fifth", 6: "sixth", 8: "eighth", 10: "tenth",
    20: "twentieth", 100: "hundredth",
}  # fmt: skip

PARTS = {"none": Fraction(0), "half": Fraction(1, 2), "all": Fraction(1)}
for _below, _name in _SINGULAR.items():
    PARTS |= {f"{'an' if _below == 8 else 'a'} {_name}": Fraction(1, _below)}
    PARTS |= {
        f"{_many} {_name}s": Fraction(_count, _below) for _count, _many in enumerate(_MANY, 2)
    }
