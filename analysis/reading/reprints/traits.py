"""What is kept of each text while reprints are looked for: its length, a hash of its letters, its signature."""

import hashlib
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from analysis.reading.reprints.minhash import BINS, Signatures, signatures
from analysis.reading.reprints.shingles import Batch, Hashes, Ints, letters

_AT_ONCE = 1 << 20  # characters taken apart in one step: about 60 MB, whatever the size of the corpus


class Traits(NamedTuple):
    """Of each text: letters and digits (int64), a hash of them (uint64), and its signature; 272 bytes in all."""

    lengths: Ints
    digests: Hashes
    signatures: Signatures


def traits_of(texts: Sequence[str], seed: int = 0) -> Traits:
    """The traits of all texts, in their order; how they are cut into batches changes nothing.

    >>> traits = traits_of(["会议召开。", "会议 召开", ""])
    >>> traits.lengths.tolist(), len(set(traits.digests.tolist())), traits.signatures.shape
    ([4, 4, 0], 2, (3, 128))
    """
    traits = Traits(
        np.zeros(len(texts), dtype=np.int64),
        np.zeros(len(texts), dtype=np.uint64),
        np.zeros((len(texts), BINS), dtype=np.uint16),
    )
    for start, stop in _batches(texts):
        batch, here = letters(texts[start:stop]), slice(start, stop)
        traits.lengths[here] = batch.lengths
        traits.digests[here] = digests(batch)
        traits.signatures[here] = signatures(batch, seed)
    return traits


def _batches(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    start = size = 0
    for stop, text in enumerate(texts, start=1):
        size += len(text)
        if size >= _AT_ONCE or stop == len(texts):
            yield start, stop
            start, size = stop, 0


def digests_of(texts: Sequence[str]) -> tuple[Ints, Hashes]:
    """Letters and digits of each text, and a hash of them: for texts that are only asked whether they are equal."""
    batch = letters(texts)
    return batch.lengths, digests(batch)


def digests(batch: Batch) -> Hashes:
    """A hash of the letters of each text; among a million different texts two agree once in 37 million corpora."""
    raw = batch.codes.astype("<u4").tobytes()
    cuts = (4 * batch.starts).tolist()
    parts = (hashlib.blake2b(raw[a:b], digest_size=8).digest() for a, b in pairwise(cuts))
    return np.frombuffer(b"".join(parts), dtype="<u8").astype(np.uint64)
