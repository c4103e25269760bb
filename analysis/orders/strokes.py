"""Lists that stand by the strokes of surnames (按姓氏笔画为序): they order nobody."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from math import factorial, prod

from analysis.lexicon import lexicon

SAID = re.compile("姓氏?笔[画划]")
# A list that stands by strokes is taken for sorted by them if chance does that once in more than so many lists: one protocol list
# in a hundred of those that could be is flagged by accident, and says nothing then. Short lists can't be told, and are never
# flagged. A whole number, since the factorial of a long list is no float.
ONCE_IN = 100


@cache
def strokes() -> dict[str, int]:
    """Strokes of the first characters of surnames."""
    return {row["name"]: int(row["strokes"]) for row in lexicon("strokes").rows}


def stands_by_strokes(names: Sequence[str], sentence: str = "") -> bool:
    """Whether names stand by the strokes of their first characters, and not by chance.

    The chance that a random order of n names does is Π mᵢ! / n!, where mᵢ names have i strokes. Names whose first
    character is in no list of surnames are passed over. A sentence that says so decides for any number of names.

    >>> stands_by_strokes(["丁知远", "王怀瑾", "田远山", "李清和", "邱明礼", "陶砚秋"])
    True
    >>> stands_by_strokes(["王怀瑾", "丁知远", "李清和"]), stands_by_strokes(["丁知远", "王怀瑾", "李清和"])
    (False, False)
    """
    if SAID.search(sentence):
        return len(names) > 1
    counts = [strokes()[name[0]] for name in names if name and name[0] in strokes()]
    if counts != sorted(counts):
        return False
    return ONCE_IN * prod(factorial(n) for n in Counter(counts).values()) < factorial(len(counts))
