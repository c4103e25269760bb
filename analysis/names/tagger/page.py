"""Many texts as one array of letters: digits alike, Latin letters alike, two separators between texts."""

from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from analysis.names.tagger.hashing import Numbers

BREAK = "\n\n"


@cache
def _normal() -> npt.NDArray[np.uint32]:
    """What each code point counts as: all digits 0, Latin letters a or A, lone surrogates the replacement character."""
    normal = np.arange(0x110000, dtype=np.uint32)
    for zero in (ord("0"), 0xFF10):
        normal[zero : zero + 10] = ord("0")
    for first, letter in ((ord("a"), "a"), (0xFF41, "a"), (ord("A"), "A"), (0xFF21, "A")):
        normal[first : first + 26] = ord(letter)
    normal[0xD800:0xE000] = 0xFFFD
    normal[0xA0] = normal[0x3000] = ord(" ")
    return normal


class Page:
    r"""Texts behind one another.

    Attributes
    ----------
    codes : ndarray of uint32, shape (n,)
        The letters of all texts, with separators in front, between and behind.
    starts : ndarray of int64, shape (n_texts,)
        Where each text begins.

    >>> page = Page(["３月", "AB"])
    >>> page.text, page.starts.tolist()
    ('\n\n0月\n\nAA\n\n', [2, 6])
    """

    def __init__(self, texts: Sequence[str]) -> None:
        joined = BREAK + BREAK.join(texts) + BREAK if texts else BREAK
        raw = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        self.codes = _normal()[raw]
        lengths = np.array([len(text) for text in texts], dtype=np.int64)
        self.starts = len(BREAK) + np.concatenate([[0], np.cumsum(lengths + len(BREAK))])[: len(texts)].astype(np.int64)
        self.stops = self.starts + lengths

    def __len__(self) -> int:
        return len(self.codes)

    @property
    def text(self) -> str:
        """The letters as a text."""
        return self.codes.tobytes().decode("utf-32-le")


def moved(values: Numbers, by: int) -> Numbers:
    """The value `by` places further on, at each place; 0 beyond the ends.

    >>> moved(np.array([1, 2, 3]), 1).tolist(), moved(np.array([1, 2, 3]), -2).tolist()
    ([2, 3, 0], [0, 0, 1])
    """
    if by == 0:
        return values
    out = np.zeros_like(values)
    if by > 0:
        out[:-by] = values[by:]
    else:
        out[-by:] = values[:by]
    return out
