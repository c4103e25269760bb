"""Sets of shingles to signatures of a fixed size: the share of equal places estimates the Jaccard similarity.

One-permutation hashing: every shingle is hashed once, the range of hashes is cut into bins, and each bin keeps its
least hash. A bin without a shingle takes the value of another, chosen by a hash of its own number, so that two texts
choose alike. Of each value 16 bits are kept: two different ones agree by chance once in 65,536 times.

References
----------
Li, P., Owen, A., Zhang, C.-H. (2012). One permutation hashing. NIPS 2012.
Shrivastava, A. (2017). Optimal densification for fast and accurate minwise hashing. ICML 2017.
Li, P., König, A. C. (2010). b-bit minwise hashing. WWW 2010.
"""

import numpy as np
import numpy.typing as npt

from analysis.reading.reprints.shingles import Batch, Hashes, Ints, mixed, shingles

Signatures = npt.NDArray[np.uint16]
Reals = npt.NDArray[np.float64]

BINS = 128  # 256 bytes a document; the standard error of an estimate of .5 is .044
_BIN_BITS = np.uint64(BINS.bit_length() - 1)
_BIN_SHIFT = np.uint64(64) - _BIN_BITS
_EMPTY = np.uint64(2**64 - 1)  # no value: values have 57 bits


def signatures(batch: Batch, seed: int = 0) -> Signatures:
    """Signatures of the texts of a batch: ndarray of uint16, shape (n_texts, BINS); zeros for a text without shingles.

    >>> from analysis.reading.reprints.shingles import letters
    >>> one, same, other = signatures(letters(["会议研究防汛。", "会议 研究防汛", "火箭发射成功"]))
    >>> float(likeness(one, same)), float(likeness(one, other))
    (1.0, 0.0)
    """
    numbers, owner = shingles(batch)
    numbers = mixed(numbers + mixed(np.array([seed], dtype=np.uint64)))
    place = owner * BINS + (numbers >> _BIN_SHIFT).astype(np.int64)
    least = np.full(len(batch.lengths) * BINS, _EMPTY)
    np.minimum.at(least, place, numbers & ((np.uint64(1) << _BIN_SHIFT) - np.uint64(1)))
    return _densified(least.reshape(-1, BINS), seed).astype(np.uint16)  # the lowest 16 bits


def _densified(least: Hashes, seed: int) -> Hashes:
    """The signatures with empty bins filled from bins that were not empty; zeros for a text that has none."""
    filled = least != _EMPTY
    some = filled.any(axis=1)
    row, empty = np.nonzero(~filled & some[:, None])
    attempt = 0
    while len(row):
        donor = _donors(attempt, seed)[empty]
        found = filled[row, donor]
        least[row[found], empty[found]] = least[row[found], donor[found]]
        row, empty, attempt = row[~found], empty[~found], attempt + 1
    least[~some] = 0
    return least


def _donors(attempt: int, seed: int) -> Ints:
    """Whom each bin asks at its n-th attempt: the same for all texts, as good as random over bins and attempts."""
    key: Hashes = np.arange(BINS * (attempt + 1), BINS * (attempt + 2), dtype=np.uint64)
    key += mixed(np.array([seed], dtype=np.uint64))
    return (mixed(key) >> _BIN_SHIFT).astype(np.int64)


def likeness(one: Signatures, other: Signatures) -> Reals:
    """Estimated Jaccard similarity, row by row: the share of equal places."""
    return np.asarray((one == other).mean(axis=-1))
