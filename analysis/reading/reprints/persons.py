"""Whether two texts are one form filled in for two persons: notices of appointment, of an inquiry, of an election.

They may differ in nothing but a name, and by letters alone are as like as a reprint with a typing error. But no reprint
puts one person's name for another's. So the letters that each text has for itself are paired by what stands around them:
a pair of names that comes twice, or once behind a verb of appointment, tells two persons. Noise does not make the
same pair twice, and an editor who shortens 临江市 to 我市 replaces no name. Names that share the surname are let pass: one
may correct the other.
"""

from collections import Counter
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from analysis.reading.reprints.shingles import Codes
from analysis.shadow.joins import surnames

Around = tuple[str, str]

_BESIDE = 2  # letters on each side that must be the same
_SHORTEST, _LONGEST = 2, 4  # letters of a name; four with a surname of two
_TWICE = 2
_ACTS = frozenset("任命 免去 聘任 选举 补选 提名 撤销 罢免 接受".split())  # verbs whose object is a person


def names_another(one: Codes, own: npt.NDArray[np.bool_], other: Codes, its_own: npt.NDArray[np.bool_]) -> bool:
    """Whether the second text has another person's name where the first has one's.

    Parameters
    ----------
    one, other : array of uint32
        The letters of the texts, as code points.
    own, its_own : array of bool
        Which of them the other text does not have there.

    >>> notice = "决定任命甘田为局长"
    >>> one, other = (np.array([*map(ord, notice.replace("甘田", name))]) for name in ("甘田", "闻立"))
    >>> own = (one != other)
    >>> names_another(one, own, other, own), names_another(one, own, one, own)
    (True, False)
    """
    here, there = _names(one, own), _names(other, its_own)
    pairs: Counter[tuple[str, str]] = Counter()
    for around in here.keys() & there.keys():
        for name, n in here[around].items():
            for its_name, its_n in there[around].items():
                if name[0] != its_name[0]:
                    pairs[name, its_name] += _TWICE if around[0] in _ACTS else min(n, its_n)
    return any(n >= _TWICE for n in pairs.values())


def _names(codes: Codes, own: npt.NDArray[np.bool_]) -> dict[Around, Counter[str]]:
    """The runs of own letters that may be names, by the letters on both sides."""
    found: dict[Around, Counter[str]] = {}
    for start, stop in _runs(own):
        if _SHORTEST <= stop - start <= _LONGEST and start >= _BESIDE and _is_name(name := _text(codes[start:stop])):
            around = _text(codes[start - _BESIDE : start]), _text(codes[stop : stop + _BESIDE])
            found.setdefault(around, Counter())[name] += 1
    return found


def _runs(own: npt.NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(own, prepend=False, append=False))
    return zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)


def _text(codes: Codes) -> str:
    return "".join(map(chr, codes.tolist()))


def _is_name(written: str) -> bool:
    single, compound = surnames()
    return written[:2] in compound or (written[0] in single and len(written) < _LONGEST)
