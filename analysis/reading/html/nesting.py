"""A limit to how deep the elements of a page nest: the parser's time grows with the square of the depth."""

import re
from collections import Counter

MAX_DEPTH = 512  # open elements, as in browsers; real pages have some thirty

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*+)(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+>?+")
# What never stays open: elements without content, and those that the next of their kind closes.
_NEVER_DEEP = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option"
    " optgroup rt rp".split()
)


def flattened(source: str) -> str:
    r"""The source with blanks and a line end for each tag of an element nested too deep; as long as before.

    >>> deep = "<i>" * (MAX_DEPTH + 1) + "甲</i>"
    >>> flattened(deep).endswith("<i>\n  甲\n   "), flattened("<i>甲</i>")
    (True, '<i>甲</i>')
    """
    return _Limit().over(source) if source.count("<") > MAX_DEPTH else source


class _Limit:
    """Counts the open elements of each name; what opens beyond the limit goes, and so many of its closing tags."""

    def __init__(self) -> None:
        self.open: Counter[str] = Counter()
        self.cut: Counter[str] = Counter()
        self.depth = 0

    def over(self, source: str) -> str:
        return _TAG.sub(self.tag, source)

    def tag(self, match: re.Match[str]) -> str:
        name = match[2].lower()
        if name in _NEVER_DEEP:
            return match.group()
        kept = self.closes(name) if match[1] else self.opens(name)
        return match.group() if kept else "\n" + " " * (len(match.group()) - 1)

    def opens(self, name: str) -> bool:
        if self.depth == MAX_DEPTH:
            self.cut[name] += 1
            return False
        self.open[name] += 1
        self.depth += 1
        return True

    def closes(self, name: str) -> bool:
        if self.cut[name]:
            self.cut[name] -= 1
            return False
        if self.open[name]:
            self.open[name] -= 1
            self.depth -= 1
        return True
