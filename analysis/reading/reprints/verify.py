"""Whether one text is a reprint of another: exact comparison of what they share.

Chinese official news is full of bulletins that repeat a form word by word and change the facts: the daily case numbers,
the welcome of the next guest, the session of the next year. By Jaccard similarity alone they are as like as a reprint
with a typing error in every line. So a pair must pass four tests, the middle two on the side that the other covers best:

* similarity: the Jaccard similarity of their sets of shingles is at least `threshold`;
* letters: hardly a letter of one stands outside a shingle of the other. A header, a footer, a cut or sentences in another
  order leave one side whole; only what was replaced counts against a pair;
* figures: the same, of its digits and numerals alone. A reprint repeats the figures, a bulletin changes them;
* persons: no name stands where the other has another person's: see `persons`.

"Hardly" is what noise in every twentieth letter would do, with room for chance: see `bearable`. Forms whose changes are no
more than that would still pass: the notice of next year's meeting, a forecast in which a day and two temperatures differ. What
parts them from reprints is who wrote them, and when: see `publications`. Two texts that are unlikely to be reprints of each
other must be `ALIKE`, with the same figures.
"""

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from math import sqrt
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from analysis.reading.reprints.persons import names_another
from analysis.reading.reprints.shingles import SHINGLE, Codes, Hashes, letters, shingles

Mask = npt.NDArray[np.bool_]

NOISE = 0.06  # letters outside a common shingle if one letter in twenty was replaced, and those it cuts off between two
TWO_NOISES = 0.09  # the same if both texts are such copies of a third: less than twice, or forms join through copies
TWO_CHANGES = 2 / 3  # of the threshold: two noisy copies of 100 letters have .42 where each has .6 with the original
SIGMAS = 3.2  # not 3: what falls outside comes in clumps of two and three, and spreads a little wider than a binomial
ALIKE = 0.8  # least similarity of two texts of one publisher, or of different months: a word or two mended, not a form filled in
_NUMERALS = "0123456789〇零一二两三四五六七八九十百千万亿"
_REMEMBERED = 2048  # texts kept taken apart: about 10 kB each


class Taken(NamedTuple):
    """A text taken apart: its letters, its shingles in their order, and their set, sorted."""

    codes: Codes
    numbers: Hashes
    kinds: Hashes


def taken(text: str) -> Taken:
    """The text taken apart."""
    batch = letters([text])
    numbers, _ = shingles(batch)
    kinds = np.sort(numbers)
    return Taken(batch.codes, numbers, kinds[np.concatenate([[True], kinds[1:] != kinds[:-1]])[: len(kinds)]])


def similarity(one: Taken, other: Taken) -> float:
    """Jaccard similarity of the sets of shingles; 0 if either has none.

    >>> similarity(taken("会议研究防汛"), taken("会议研究抗旱"))
    0.3333333333333333
    """
    common = int(_within(one.kinds, other.kinds).sum())
    return common / (len(one.kinds) + len(other.kinds) - common) if common else 0.0


def _within(numbers: Hashes, kinds: Hashes) -> Mask:
    """Which of the numbers are among the sorted `kinds`, of which there is at least one."""
    if not len(kinds):
        return np.zeros(len(numbers), dtype=bool)
    return np.asarray(kinds[np.minimum(np.searchsorted(kinds, numbers), len(kinds) - 1)] == numbers)


def outside(one: Taken, other: Taken) -> Mask:
    """Which letters of `one` stand in no shingle that `other` has too.

    >>> outside(taken("会议研究防汛工作"), taken("会议研究抗旱工作")).astype(int).tolist()
    [0, 0, 0, 0, 1, 1, 1, 1]
    """
    common = _within(one.numbers, other.kinds)
    covered = np.zeros(len(one.codes), dtype=bool)
    for place in range(SHINGLE):
        covered[place : place + len(common)] |= common
    return ~covered


def bearable(n: int, noise: float) -> float:
    """How many of `n` letters may stand outside: the mean of a binomial, 3.2 standard deviations and half a letter.

    >>> [round(bearable(n, NOISE), 1) for n in (2, 40, 400)]
    [1.7, 7.7, 39.7]
    """
    return n * noise + SIGMAS * sqrt(n * noise * (1 - noise)) + 0.5


def repeats(one: Taken, other: Taken, noise: float) -> bool:
    """Whether the better covered of the two repeats the letters, the figures and the persons of the other."""
    own, its_own = outside(one, other), outside(other, one)
    loose, figures = _better_covered(one, own, other, its_own)
    return bool(
        loose.sum() <= bearable(len(loose), noise)
        and (loose & figures).sum() <= bearable(int(figures.sum()), noise)
        and not (loose.any() and names_another(one.codes, own, other.codes, its_own))
    )


def keeps_figures(one: Taken, other: Taken) -> bool:
    """Whether the better covered of the two has no figure that the other hasn't where it stands."""
    loose, figures = _better_covered(one, outside(one, other), other, outside(other, one))
    return not (loose & figures).any()


def _better_covered(one: Taken, own: Mask, other: Taken, its_own: Mask) -> tuple[Mask, Mask]:
    """Of the text that the other covers best: which letters it does not cover, and which are figures."""
    sides = ((one, own), (other, its_own))
    text, loose = min(sides, key=lambda side: float(side[1].mean()) if len(side[1]) else 1.0)
    return loose, _is_numeral()[np.minimum(text.codes, len(_is_numeral()) - 1)]


@cache
def _is_numeral() -> Mask:
    """For each code point up to the first beyond the last numeral."""
    table = np.zeros(max(map(ord, _NUMERALS)) + 2, dtype=bool)
    table[list(map(ord, _NUMERALS))] = True
    return table


class Judge:
    """Compares the texts of one corpus by their places in it, and remembers those it has lately taken apart.

    `unlikely` says of two places whether what is known beside the texts speaks against a reprint.
    """

    def __init__(self, texts: Sequence[str], threshold: float, unlikely: Callable[[int, int], bool]) -> None:
        self._threshold, self._unlikely = threshold, unlikely
        self._taken = lru_cache(maxsize=_REMEMBERED)(lambda place: taken(texts[place]))
        self.same = lru_cache(maxsize=_REMEMBERED)(self._same)  # one text is asked about through several of a group

    def similarity(self, one: int, other: int) -> float:
        """Jaccard similarity of two texts."""
        return similarity(self._taken(one), self._taken(other))

    def _same(self, one: int, other: int) -> bool:
        """Whether one is a reprint of the other."""
        return self._passes(one, other, self._threshold, NOISE)

    def akin(self, one: int, other: int) -> bool:
        """Whether both can be reprints of one text: the same tests, with what two changes may do."""
        return self._passes(one, other, self._threshold * TWO_CHANGES, TWO_NOISES)

    def _passes(self, one: int, other: int, threshold: float, noise: float) -> bool:
        similar, pair = self.similarity(one, other), (self._taken(one), self._taken(other))
        if similar < threshold or not repeats(*pair, noise):
            return False
        return not self._unlikely(one, other) or (similar >= ALIKE and keeps_figures(*pair))
