"""The longest word of a list that begins at each place of a text."""

import re
from collections.abc import Iterable
from typing import Any

from analysis.spans import Span

Tree = dict[str, Any]  # letter -> Tree; the empty key marks the end of a word


class Spotter:
    """A word list as one regular expression over its prefix tree.

    Python's `re` tries the alternatives of `a|b|c` one by one at every place of the text; a prefix tree in the pattern lets
    one look at the first character rule out the whole list, which makes thousands of words as cheap as a few.

    >>> spotter = Spotter(["工信部", "工业和信息化部", "工业"])
    >>> [tuple(span) for span in spotter.find("工业和信息化部、工业和水利部")]
    [(0, 7), (8, 10)]
    >>> spotter.at("驻工信部", 1)
    4
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._tree: Tree = {}
        for word in words:
            node = self._tree
            for letter in word:
                node = node.setdefault(letter, {})
            node[""] = {}
        self._pattern = re.compile(_alternatives(self._tree) or "(?!)")

    def find(self, text: str) -> list[Span]:
        """All matches: leftmost, then longest, none overlapping."""
        return [Span(*match.span()) for match in self._pattern.finditer(text)]

    def at(self, text: str, start: int) -> int:
        """Where the longest word that begins at `start` ends; 0 if none begins there."""
        match = self._pattern.match(text, start)
        return match.end() if match else 0

    def __contains__(self, word: str) -> bool:
        return self._pattern.fullmatch(word) is not None


def _alternatives(tree: Tree) -> str:
    branches = [re.escape(letter) + _alternatives(below) for letter, below in sorted(tree.items()) if letter]
    if not branches:
        return ""
    choice = branches[0] if len(branches) == 1 and "" not in tree else f"(?:{'|'.join(branches)})"
    return choice + "?" * ("" in tree)
