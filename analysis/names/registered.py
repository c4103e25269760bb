"""Every place where one of a few given names stands in a text."""

import re
from collections.abc import Iterable

from analysis.spans import Span


def registered(names: Iterable[str], text: str) -> list[Span]:
    """The places of the names, longest first where one is the beginning of another.

    >>> registered({"田远山", "田远"}, "田远山说，田远")
    [Span(start=0, stop=3), Span(start=5, stop=7)]
    """
    words = sorted(set(names), key=lambda name: (-len(name), name))
    if not words:
        return []
    return [Span(*match.span()) for match in re.finditer("|".join(map(re.escape, words)), text)]
