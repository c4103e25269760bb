"""Different texts put into clusters: which representation, how many, which cluster, how firmly."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.tokens import Tokens
from analysis.topics.choice import LARGEST_SCAN, empty_scan, scan
from analysis.topics.consensus import agreed, kmeans_run, memberships, topic_stability
from analysis.topics.features import Ints, Reader, latent_points, mixture_counts
from analysis.topics.mixture import mixture_run

Reals = npt.NDArray[np.float64]
Tell = Callable[[str], None]

SHORT = 150  # mean characters; the mixture leads by .1 to .2 V-measure on texts of 19 and 113 characters, not at 207
RUNS = {"kmeans": 30, "mixture": 16}  # two sets of 8 mixtures still differed by .06 V-measure, two of 16 by .01
LARGEST_FIT = 10_000  # documents that make the vocabulary and the projection; the others are read with them


@dataclass(frozen=True, slots=True, eq=False)
class Space:
    """Where documents lie: `rows` (dense points or sparse counts) of those that have a feature at all.

    `told` are the positions of these documents, `name` is kmeans or mixture.
    """

    rows: Any
    told: Ints
    name: str

    def run(self, k: int, sample: Ints, rng: np.random.Generator) -> Ints:
        """One clustering of all rows, fitted to those in `sample`."""
        return (kmeans_run if self.name == "kmeans" else mixture_run)(self.rows, k, sample, rng)

    def thinned(self, n: int, seed: int) -> "Space":
        """The same space with at most `n` documents, drawn at random."""
        kept = np.sort(np.random.default_rng([seed, 3]).permutation(len(self.told))[:n])
        return Space(self.rows[kept], self.told[kept], self.name)


def right_method(texts: Sequence[str]) -> str:
    """The mixture for texts shorter than 150 characters on average, else KMeans.

    >>> right_method(["水利部召开会议"]), right_method(["会" * 500])
    ('mixture', 'kmeans')
    """
    return "mixture" if sum(map(len, texts)) < SHORT * len(texts) else "kmeans"


def space_of(tokens: Tokens, texts: Sequence[str], content: npt.NDArray[np.bool_], name: str, seed: int) -> Space:
    """The documents as points (kmeans) or as counts (mixture)."""
    sample = sorted(np.random.default_rng([seed, 2]).permutation(len(texts))[:LARGEST_FIT].tolist())
    reader = Reader.fitted(tokens.select(sample), [texts[d] for d in sample], content)
    if name == "kmeans":
        points = latent_points(reader, tokens, texts, sample, seed)
        told = np.flatnonzero(np.abs(points).sum(axis=1))
        return Space(points[told], told, name)
    counts = mixture_counts(reader, tokens, texts)
    told = np.flatnonzero(counts.getnnz(axis=1))
    return Space(counts[told], told, name)


@dataclass(frozen=True, slots=True, eq=False)
class Partition:
    """Clusters of `n` documents.

    Attributes
    ----------
    clusters : ndarray of int64, shape (n,)
        0-based without gaps; -1 for a document without a feature.
    margins : ndarray of float64, shape (n,)
        0 to 1; 0 for a document without a feature.
    stability : ndarray of float64, shape (n_clusters,)
    scan : DataFrame
        See `topics.choice.scan`.
    method : str
        kmeans, mixture or one topic.
    """

    clusters: Ints
    margins: Reals
    stability: Reals
    scan: pd.DataFrame
    method: str


def partition(space: Space, n: int, n_topics: int | None, seed: int, tell: Tell) -> Partition:
    """`n` documents in `n_topics` clusters, or in as many as reruns agree on best."""
    tried = empty_scan()
    if n_topics is None:
        thin = space.thinned(LARGEST_SCAN, seed)
        tried = scan(thin.run, len(thin.told), seed, tell)
    k = min(n_topics or int(tried.loc[tried["chosen"], "k"].sum()), len(space.told))
    if k < 2:
        return _one_cluster(space.told, n, tried)
    tell(f"topics: making {k}")
    runs = memberships(space.run, len(space.told), k, RUNS[space.name], seed)
    found, margin = agreed(runs, k, seed)
    found = np.unique(found, return_inverse=True)[1]
    fill = partial(_spread, n=n, told=space.told)
    return Partition(fill(found, -1), fill(margin, 0.0), topic_stability(found, runs), tried, space.name)


def _spread(values: npt.NDArray[Any], elsewhere: float, *, n: int, told: Ints) -> npt.NDArray[Any]:
    out = np.full(n, elsewhere, dtype=values.dtype)
    out[told] = values
    return out


def _one_cluster(told: Ints, n: int, tried: pd.DataFrame) -> Partition:
    """All documents together: nothing they could fall into instead, so margin and stability are 1."""
    margins = _spread(np.ones(len(told)), 0.0, n=n, told=told)
    return Partition(np.zeros(n, dtype=np.int64), margins, np.ones(1), tried, "one topic")
