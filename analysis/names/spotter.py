"""The longest word of a list that begins at each place of a text."""

from collections.abc import Callable, Iterable

import numpy as np

from analysis.spans import Span

# Slots of the table that rules places out: 262,144 bytes fit the second-level cache, and 9,000 heads fill 4 % of it.
SLOTS = 1 << 18
# Texts shorter than this are searched without NumPy, whose calls cost more than they save there (measured: 60 to 90).
SHORT = 80


class Spotter:
    """A word list, indexed by the first two characters of its words.

    Two characters rule out nearly every place of a text: one look into a table of bits, which NumPy takes for the whole text
    at once, in 20 ns a character. Where they do not, the few lengths that begin so are tried, longest first. Words of one
    character are not taken: they are parts of others everywhere.

    >>> spotter = Spotter(["工信部", "工业和信息化部", "工业"])
    >>> [tuple(span) for span in spotter.find("工业和信息化部、工业和水利部")]
    [(0, 7), (8, 10)]
    >>> spotter.at("驻工信部", 1), spotter.at("驻工信部", 0), "工业" in spotter
    (4, 0, True)
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(word for word in words if len(word) > 1)
        lengths: dict[str, set[int]] = {}
        for word in self._words:
            lengths.setdefault(word[:2], set()).add(len(word))
        self._lengths = {head: tuple(sorted(found, reverse=True)) for head, found in lengths.items()}
        self._table = np.zeros(SLOTS, dtype=bool)
        for head in self._lengths:
            self._table[_slots(_codes(head))] = True

    def find(self, text: str, accept: Callable[[int, int], bool] | None = None) -> list[Span]:
        """All matches: leftmost, then longest, none overlapping.

        Parameters
        ----------
        text : str
        accept : function of start and stop, optional
            Where it says no, the next shorter word is tried, then the next place.
        """
        heads, words, found, floor = self._lengths, self._words, [], 0
        for start in self._candidates(text):
            if start < floor:
                continue
            for length in heads.get(text[start : start + 2], ()):
                stop = start + length
                if text[start:stop] in words and stop <= len(text) and (accept is None or accept(start, stop)):
                    found.append(Span(start, stop))
                    floor = stop
                    break
        return found

    def _candidates(self, text: str) -> list[int]:
        """Places where a word may begin: all that begin one, and a few more."""
        if len(text) < SHORT:
            return [i for i in range(len(text) - 1) if text[i : i + 2] in self._lengths]
        places: list[int] = np.flatnonzero(self._table[_slots(_codes(text))]).tolist()
        return places

    def at(self, text: str, start: int) -> int:
        """Where the longest word that begins at `start` ends; 0 if none begins there."""
        for length in self._lengths.get(text[start : start + 2], ()):
            if start + length <= len(text) and text[start : start + length] in self._words:
                return start + length
        return 0

    def __contains__(self, word: str) -> bool:
        return word in self._words


def _codes(text: str) -> "np.ndarray[tuple[int], np.dtype[np.uint32]]":
    """The code points of a text; lone surrogates are code points too."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def _slots(codes: "np.ndarray[tuple[int], np.dtype[np.uint32]]") -> "np.ndarray[tuple[int], np.dtype[np.uint32]]":
    """The slot of each pair of neighbours, shape (characters - 1,): a multiplicative hash (Knuth, TAOCP 3, 6.4)."""
    slots: np.ndarray[tuple[int], np.dtype[np.uint32]] = (codes[:-1] * np.uint32(40503) + codes[1:]) % np.uint32(SLOTS)
    return slots
