"""Words that stand among the same neighbours, put together: what unannotated text teaches (Brown et al. 1992; Turian et al. 2010)."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from analysis.names.tagger.page import Page
from analysis.segment import quick_words

N_WORDS, LEAST = 60_000, 4
N_CONTEXTS = 8_000
N_DIMENSIONS, N_CLUSTERS = 100, 256
# Contexts count with this power, so that rare ones do not dominate (Levy, Goldberg and Dagan 2015).
SMOOTHING = 0.75
# Neighbours two places away count half.
NEIGHBOURS = ((-1, 1.0), (1, 1.0), (-2, 0.5), (2, 0.5))


def clusters(texts: Sequence[str], seed: int = 0) -> dict[str, int]:
    """The cluster of each frequent word, 1 to `N_CLUSTERS`.

    Positive pointwise mutual information with the words to the left and right, its first singular vectors, and k-means
    on their directions.
    """
    words = [word for word, _ in quick_words(Page(texts).text)]
    counts = Counter(words)
    vocabulary = [word for word, n in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if n >= LEAST][
        :N_WORDS
    ]
    if len(vocabulary) <= N_CLUSTERS:
        return {}
    number = {word: i for i, word in enumerate(vocabulary)}
    ids = np.fromiter((number.get(word, N_WORDS) for word in words), dtype=np.int64, count=len(words))
    weights = np.sqrt([counts[word] for word in vocabulary])
    found = _grouped(_directions(ids, len(vocabulary), seed), weights, seed)
    return {word: int(group) + 1 for word, group in zip(vocabulary, found, strict=True)}


def _directions(ids: npt.NDArray[np.int64], n_words: int, seed: int) -> npt.NDArray[np.float64]:
    from scipy.sparse import hstack
    from sklearn.utils.extmath import randomized_svd

    table = hstack([_information(ids, n_words, by, weight) for by, weight in NEIGHBOURS]).tocsr()
    left, values, _ = randomized_svd(table, N_DIMENSIONS, n_iter=4, random_state=seed)
    vectors: npt.NDArray[np.float64] = left * np.sqrt(values)
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return vectors


def _information(ids: npt.NDArray[np.int64], n_words: int, by: int, weight: float) -> Any:
    """Positive pointwise mutual information of words and the words `by` places further on, as a sparse table."""
    from scipy.sparse import csr_matrix

    word, context = (ids[:-by], ids[by:]) if by > 0 else (ids[-by:], ids[:by])
    kept = (word < n_words) & (context < N_CONTEXTS)
    shape = (n_words, N_CONTEXTS)
    table = csr_matrix((np.full(kept.sum(), weight), (word[kept], context[kept])), shape=shape).tocoo()
    rows, columns = (np.asarray(table.sum(axis)).ravel() for axis in (1, 0))
    share = columns**SMOOTHING / (columns**SMOOTHING).sum()
    values = np.log(table.data / (rows[table.row] * share[table.col]))
    return csr_matrix((values[values > 0], (table.row[values > 0], table.col[values > 0])), shape=shape)


def _grouped(vectors: npt.NDArray[np.float64], weights: npt.NDArray[np.float64], seed: int) -> npt.NDArray[np.int64]:
    from sklearn.cluster import MiniBatchKMeans

    means = MiniBatchKMeans(N_CLUSTERS, random_state=seed, n_init=2, batch_size=4096, max_iter=60)
    groups: npt.NDArray[np.int64] = means.fit(vectors, sample_weight=weights).labels_
    return groups
