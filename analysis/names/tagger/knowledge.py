"""What the templates know besides the letters themselves: classes of letters and of words, counted and listed at training."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from analysis.names.tagger.hashing import WordClasses

# Classes of a letter: its kind of sign; how common it is as a surname; whether it transliterates; and the log odds, in steps of
# one nat, of standing second of three, last of three, second of two, and anywhere in a foreign name, against anywhere in text.
COLUMNS = ("sign", "surname", "foreign", "middle", "last", "alone", "abroad")
N_CODES = 0x110000
SIGNS = {
    "0": 2,
    "aA": 3,
    "一二三四五六七八九十百千万亿零〇两": 4,
    "年月日时分秒": 6,
    "·•・‧": 7,
    "，。；：！？、“”‘’（）《》…—,.;:!?() ": 8,
}
HAN, OTHER = 1, 5


def signs() -> npt.NDArray[np.uint8]:
    """The kind of sign that each code point is; shape (0x110000,)."""
    kinds = np.full(N_CODES, OTHER, dtype=np.uint8)
    kinds[0x3400:0xA000] = kinds[0x20000:0x32000] = HAN
    for letters, kind in SIGNS.items():
        kinds[[ord(letter) for letter in letters]] = kind
    kinds[ord("\n")] = 0
    return kinds


@dataclass(frozen=True, slots=True, eq=False)
class Knowledge:
    """Classes of letters and words.

    Attributes
    ----------
    codes : ndarray of uint32, shape (n_letters,)
    classes : ndarray of uint8, shape (n_letters, 6)
        The columns of `COLUMNS` but the first, for these letters; 0 for all others.
    gazetteer : WordClasses
        Divisions, countries, bodies, titles, words behind names.
    clusters : WordClasses
        Words that stand among the same neighbours share a class.
    """

    codes: npt.NDArray[np.uint32]
    classes: npt.NDArray[np.uint8]
    gazetteer: WordClasses
    clusters: WordClasses

    def table(self) -> npt.NDArray[np.uint8]:
        """The classes of every code point; shape (0x110000, 7)."""
        table = np.zeros((N_CODES, len(COLUMNS)), dtype=np.uint8)
        table[:, 0] = signs()
        table[self.codes, 1:] = self.classes
        return table
