"""Which pairs of texts are worth comparing: those whose signatures agree in three places of a band.

A pair of Jaccard similarity s agrees in one band with probability s³ and in one of the 84 with 1 - (1 - s³)^84: at .5 it
is lost once in 75,000 times, at .3 found 9 times in 10, at .03 (two news items about one matter) twice in 1,000. Bands
are sorted, not put into dictionaries, so that a million texts need a few arrays of that length.

References
----------
Broder, A. Z. (1997). On the resemblance and containment of documents. SEQUENCES 1997, 21-29.
Leskovec, J., Rajaraman, A., Ullman, J. (2014). Mining of massive datasets, section 3.4. Cambridge University Press.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from analysis.reading.reprints.minhash import BINS, Reals, Signatures, likeness
from analysis.reading.reprints.shingles import Hashes, Ints

_ROWS = 3
_THIRD = BINS // _ROWS
# Two ways to make 42 bands of three places: neighbours, and places a third of the signature apart.
_BANDS = [(i, i + 1, i + 2) for i in range(0, BINS - 2, _ROWS)] + [
    (i, i + _THIRD, i + 2 * _THIRD) for i in range(_THIRD)
]
_BACK = 4  # texts before it in a bucket that a text is paired with, besides the first: linear where thousands are alike
_AT_ONCE = 1 << 17  # pairs whose signatures are compared in one step: 80 MB
_BANDS_AT_ONCE = 6  # a pair of similarity .75 comes in every second band; it is kept once


class Pairs(NamedTuple):
    """Pairs of texts by falling `likeness` within rising `later`; `earlier < later` are places in publication order."""

    earlier: Ints
    later: Ints
    likeness: Reals


def candidate_pairs(signatures: Signatures, least: float) -> Pairs:
    """The pairs of rows that share a band and whose estimated similarity is at least `least`.

    >>> alike = np.zeros((2, BINS), dtype=np.uint16)
    >>> [part.tolist() for part in candidate_pairs(np.concatenate([alike, alike + 1]), least=0.5)]
    [[0, 2], [1, 3], [1.0, 1.0]]
    """
    n = len(signatures)
    found = np.zeros(0, dtype=np.int64)
    for some in range(0, len(_BANDS), _BANDS_AT_ONCE):
        linked = (pairs for band in _BANDS[some : some + _BANDS_AT_ONCE] for pairs in _linked(_key(signatures, band)))
        found = _different(np.concatenate([found, *(_alike(pairs, signatures, least) for pairs in linked)]))
    earlier, later = np.divmod(found, max(n, 1))
    alike = _likeness(earlier, later, signatures)
    order = np.lexsort((earlier, -alike, later))
    return Pairs(earlier[order], later[order], alike[order])


def _alike(pairs: Ints, signatures: Signatures, least: float) -> Ints:
    """Those of the pairs, given as `earlier * n + later`, that are similar enough."""
    return pairs[_likeness(*np.divmod(pairs, len(signatures)), signatures) >= least]


def _likeness(earlier: Ints, later: Ints, signatures: Signatures) -> Reals:
    steps = (slice(i, i + _AT_ONCE) for i in range(0, len(earlier), _AT_ONCE))
    return np.concatenate([np.zeros(0), *(likeness(signatures[earlier[s]], signatures[later[s]]) for s in steps)])


def _different(numbers: Ints) -> Ints:
    numbers.sort()
    return np.asarray(numbers[np.concatenate([[True], numbers[1:] != numbers[:-1]])[: len(numbers)]])


def _key(signatures: Signatures, band: tuple[int, ...]) -> Hashes:
    key = np.zeros(len(signatures), dtype=np.uint64)
    for place in band:
        key = key << np.uint64(16) | signatures[:, place]
    return key


def _linked(key: Hashes) -> Iterator[Ints]:
    """Within runs of equal keys, each text with the few before it and with the first, as `earlier * n + later`."""
    n = len(key)
    order = np.argsort(key, kind="stable")
    run = key[order]
    for back in range(1, min(_BACK, n - 1) + 1):
        same = np.flatnonzero(run[back:] == run[:-back])
        yield order[same] * n + order[same + back]
    starts = np.flatnonzero(np.concatenate([[True], run[1:] != run[:-1]])[:n])
    first = np.repeat(order[starts], np.diff(np.append(starts, n)))
    others = first != order
    yield first[others] * n + order[others]
