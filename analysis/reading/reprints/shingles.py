r"""Texts to sets of character shingles: whole batches at once, no Python loop over characters.

Shingles are of characters because Chinese has no blanks between words: runs of words split at `\W` are whole clauses,
and one character changed anywhere in a clause changes them all.
"""

import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Codes = npt.NDArray[np.uint32]
Hashes = npt.NDArray[np.uint64]
Ints = npt.NDArray[np.int64]

SHINGLE = 3  # characters; one changed character breaks three shingles, so that 5 % of noise leave 86 % of them whole
_POINT_BITS = 21  # of a code point, so that three of them fit into 64 bits and different shingles are different numbers
_BMP = 0x10000
_KEPT = "LN"  # Unicode's letters and numbers; marks, punctuation, symbols and blanks are what reprints change first


class Batch(NamedTuple):
    """The letters and digits of several texts in one row; those of text i are `codes[starts[i]:starts[i + 1]]`."""

    codes: Codes
    starts: Ints

    @property
    def lengths(self) -> Ints:
        """Letters and digits of each text."""
        return np.diff(self.starts)


def letters(texts: Sequence[str]) -> Batch:
    """The texts without blanks, punctuation and symbols, full-width forms as ASCII, capitals as small letters.

    >>> codes, starts = letters(["第１２号：", "Ａ、b"])
    >>> "".join(map(chr, codes)), starts.tolist()
    ('第12号ab', [0, 4, 6])
    """
    raw = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    codes = np.where(
        raw < _BMP, _folded()[np.minimum(raw, _BMP - 1)], raw
    )  # above are rare ideographs: kept as they are
    kept = codes != 0
    ends = np.cumsum([0, *map(len, texts)])
    return Batch(codes[kept], np.concatenate([[0], np.cumsum(kept)])[ends].astype(np.int64))


@cache
def _folded() -> Codes:
    """For each code point below 0x10000 the one it is compared as; 0 for those left out."""
    return np.array([_fold(chr(point)) for point in range(_BMP)], dtype=np.uint32)


def _fold(char: str) -> int:
    plain = unicodedata.normalize("NFKC", char).lower()
    one = plain if len(plain) == 1 else char
    return ord(one) if unicodedata.category(one)[0] in _KEPT else 0


def shingles(batch: Batch, size: int = SHINGLE) -> tuple[Hashes, Ints]:
    """Every shingle of every text as a number, and the text it belongs to, in text order; repeats stay.

    The number is the polynomial of the code points in base 2^21 modulo 2^64: of up to three characters it is exact,
    of more a hash. A text shorter than `size` has none.

    >>> numbers, owner = shingles(letters(["会议会议", "会"]), size=2)
    >>> len(numbers), len(set(numbers.tolist())), owner.tolist()
    (3, 2, [0, 0, 0])
    """
    n = max(len(batch.codes) - size + 1, 0)
    numbers = np.zeros(n, dtype=np.uint64)
    for place in range(size):
        numbers <<= np.uint64(_POINT_BITS)
        numbers += batch.codes[place : place + n]
    owner = np.repeat(np.arange(len(batch.lengths)), batch.lengths)
    inside = owner[:n] == owner[size - 1 :]
    return mixed(numbers[inside]), owner[:n][inside]


def mixed(numbers: Hashes) -> Hashes:
    """Numbers spread over 64 bits, one to one (the finaliser of SplitMix64).

    References
    ----------
    Steele, G., Lea, D., Flood, C. (2014). Fast splittable pseudorandom number generators. OOPSLA 2014, 453-472.
    """
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))
