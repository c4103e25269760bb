"""Many clusterings, one answer: what reruns on subsamples agree on, and how firmly.

A single KMeans run on Chinese text is half luck: two seeds agree by an adjusted Rand index of .5 to .6 on abstracts.
The runs are therefore repeated on random 80 % of the documents, each document is described by the clusters it fell
into (one indicator per run and cluster), and these descriptions are clustered: the cluster ensemble of Strehl and
Ghosh 2002, solved by KMeans as in Wu et al. 2015 (*K-means-based consensus clustering*).
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

Ints = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float64]
Run = Callable[[int, Ints, np.random.Generator], Ints]  # (k, sample, rng) -> the cluster of every document

SUBSAMPLE = 0.8  # share of the documents in each run, as in Hennig 2007's subsetting and Ben-Hur et al. 2002
LARGEST_SAMPLE = 10_000  # documents in one run at most; the others are put to the nearest cluster found
N_INIT = 10  # starts of the last KMeans, whose input is small and whose answer is final


@contextmanager
def one_thread() -> Iterator[None]:
    """Linear algebra on one thread inside the block: sums in one order, so the same bytes on any number of cores."""
    from threadpoolctl import threadpool_limits  # type: ignore[import-untyped, unused-ignore]

    with threadpool_limits(limits=1):
        yield


def _kmeans(points: Any, k: int, n_init: int, seed: int) -> Any:
    """A fitted KMeans, silent where there are fewer distinct points than clusters."""
    import warnings

    from sklearn.cluster import KMeans
    from sklearn.exceptions import ConvergenceWarning

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        return KMeans(k, n_init=n_init, algorithm="lloyd", random_state=seed).fit(points)


def kmeans_run(points: npt.NDArray[np.float32], k: int, sample: Ints, rng: np.random.Generator) -> Ints:
    """The cluster of every document, nearest centre first, after one KMeans start on the documents `sample`."""
    fitted = _kmeans(points[sample], k, 1, int(rng.integers(2**31)))
    return np.asarray(fitted.predict(points), dtype=np.int64)


def subsample(n: int, at_least: int, rng: np.random.Generator) -> Ints:
    """80 % of `range(n)`, sorted: never fewer than `at_least`, never more than 10,000."""
    size = min(n, max(at_least, min(LARGEST_SAMPLE, round(SUBSAMPLE * n))))
    return np.sort(rng.permutation(n)[:size])


def memberships(run: Run, n: int, k: int, n_runs: int, seed: int) -> Ints:
    """The cluster of every document in every run, shape (n_runs, n)."""
    rng = np.random.default_rng([seed, k])
    return np.array([run(k, subsample(n, k, rng), rng) for _ in range(n_runs)])


def indicators(runs: Ints) -> "csr_matrix":
    """One row a document with a one for its cluster in each run, shape (n, sum of clusters over runs)."""
    from scipy.sparse import csr_matrix

    n_runs, n = runs.shape
    widths = runs.max(axis=1) + 1
    columns = runs + (np.cumsum(widths) - widths)[:, None]
    starts = np.arange(0, n_runs * n + 1, n_runs)
    return csr_matrix((np.ones(n_runs * n, dtype=np.float32), columns.T.ravel(), starts), shape=(n, int(widths.sum())))


def agreed(runs: Ints, k: int, seed: int) -> tuple[Ints, Reals]:
    """The clusters the runs agree on, and the margin of every document.

    The margin is 1 - a / b, with a and b the distances of the document's indicators to the nearest and the second
    nearest centre: the simplified silhouette of Hruschka et al. 2006. It is 1 where every run agrees and 0 half way
    between two.
    """
    rows = indicators(runs)
    sample = subsample(runs.shape[1], k, np.random.default_rng([seed, k, 1]))
    fitted = _kmeans(rows[sample] if len(sample) == LARGEST_SAMPLE else rows, k, N_INIT, seed)
    distances = fitted.transform(rows)
    first, second = np.partition(distances, 1, axis=1)[:, :2].T
    margin = 1 - np.divide(first, second, out=np.ones(len(first), dtype=np.float64), where=second > 0)
    return distances.argmin(axis=1), np.clip(margin, 0, 1)


def jaccard(topics: Ints, run: Ints) -> Reals:
    """How well the best cluster of `run` matches each topic: intersection over union, shape (n_topics,).

    >>> jaccard(np.array([0, 0, 1, 1]), np.array([1, 1, 1, 0])).round(2).tolist()
    [0.67, 0.5]
    """
    both = np.zeros((topics.max() + 1, run.max() + 1))
    np.add.at(both, (topics, run), 1)
    union = both.sum(axis=1, keepdims=True) + both.sum(axis=0) - both
    return np.asarray((both / union).max(axis=1))


def topic_stability(topics: Ints, runs: Ints) -> Reals:
    """The mean over the runs of each topic's best Jaccard match.

    Hennig 2007, *Cluster-wise assessment of cluster stability*, Computational Statistics & Data Analysis 52.
    Documents outside a run's subsample stand in its nearest cluster. A single run is less stable than the consensus,
    so this errs low.
    """
    return np.asarray(np.mean([jaccard(topics, run) for run in runs], axis=0))
