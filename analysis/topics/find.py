"""Topics of a corpus: every document gets one, with a margin, and every number comes with its evidence."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.errors import AnalysisError, value_invalid
from analysis.tables import TOPIC_WORDS, TOPICS
from analysis.tokens import Tokens
from analysis.topics.choice import empty_scan, scan
from analysis.topics.consensus import Ints, Run, agreed, kmeans_run, memberships, one_thread, topic_stability
from analysis.topics.features import Reader, latent_points, mixture_counts
from analysis.topics.labels import Description, Reals, describe_all
from analysis.topics.mixture import mixture_run
from analysis.topics.terms import content_types, find_terms, stop_words

Method = Literal["auto", "kmeans", "mixture"]
METHODS = ("auto", "kmeans", "mixture")
SHORT = 150  # mean characters of a text below which the mixture is better: far better at 113, no better at 207, measured on dev sets
RUNS = {"kmeans": 30, "mixture": 16}  # survey: fewer runs leave the consensus itself to chance
LARGEST_FIT = 10_000  # documents that make the vocabulary, the projection and the labels; more change nothing but time
DIGITS = 6  # of every reported real number, so that the last bits of a sum are never seen


@dataclass(frozen=True, slots=True, eq=False)
class Topics:
    """The topics of a corpus.

    Attributes
    ----------
    table : DataFrame of `tables.TOPICS`
        One row a topic, largest first, equals by label.
    words : DataFrame of `tables.TOPIC_WORDS`
        Up to 20 words and phrases a topic, by falling weight.
    assignments : DataFrame
        `doc_id`, `topic` (Int64, 1-based), `margin` (0 to 1); one row a document in the order given.
    scan : DataFrame
        `k`, `stability`, `standard_error`, `chosen`: every number of topics tried; no rows if none was.
    similarity : DataFrame, shape (k, k)
        Cosine of the topics' class-based TF-IDF weights; rows and columns are topic numbers.
    method : str
        How documents were clustered: kmeans, mixture, or `one topic` where there was nothing to cluster.
    """

    table: pd.DataFrame
    words: pd.DataFrame
    assignments: pd.DataFrame
    scan: pd.DataFrame
    similarity: pd.DataFrame
    method: str


@dataclass(frozen=True, slots=True, eq=False)
class _Partition:
    """The clusters of the different texts: `topics` 0-based without gaps, -1 for a text without any feature."""

    topics: Ints
    margins: Reals
    stability: Reals
    scan: pd.DataFrame
    method: str


def find_topics(  # noqa: PLR0913 (the rest are settings with a default)
    tokens: Tokens,
    texts: Sequence[str],
    doc_ids: Sequence[str],
    *,
    n_topics: int | None = None,
    seed: int = 0,
    method: Method = "auto",
    stop: Collection[str] | None = None,
    progress: Callable[[str], None] | None = None,
) -> Topics:
    """Cluster documents into topics, say how many there are, how stable each is, and what it is about.

    Equal texts are clustered as one and counted as many. Texts of 150 characters and more on average are clustered by KMeans
    on latent dimensions of words and character pairs, 30 times on random 80 %; shorter ones by a Dirichlet multinomial
    mixture, 16 times; the runs' consensus is the answer (`topics.consensus`). Without `n_topics` the number is the one at
    which reruns agree best (`topics.choice`). Of each text the first 2,000 characters are read for character pairs.
    A run uses 10,000 documents at most, the scan 3,000; all documents are then assigned.

    Parameters
    ----------
    tokens : Tokens
        Of the same documents, in the same order.
    texts, doc_ids : sequence of str
        The documents.
    n_topics : int, optional
        How many topics; fewer come back if the texts cannot be told apart. None: choose by stability.
    seed : int
        The same seed, texts and versions give the same bytes, on any number of threads.
    method : {"auto", "kmeans", "mixture"}
        "auto" goes by the mean length of the texts.
    stop : collection of str, optional
        Words that neither shape nor name a topic; None for the lexicon `stopwords`.
    progress : callable, optional
        Called with a sentence before each long step.

    Returns
    -------
    Topics
        A text without a feature (empty, or nothing in it that comes twice in the corpus) is put to the largest topic with
        margin 0. Up to seven different texts are one topic with stability 1 and an empty scan.

    Raises
    ------
    AnalysisError
        If lengths differ, `method` is unknown, or `n_topics` is less than 1 or more than there are different texts.

    Examples
    --------
    >>> farm, space = [("小麦", "n"), ("丰收", "v")], [("火箭", "n"), ("发射", "v")]
    >>> tokens = Tokens.of([farm, farm, farm, space, space])
    >>> texts = ["小麦丰收", "小麦丰收。", "小麦，丰收！", "火箭发射", "火箭发射！"]
    >>> topics = find_topics(tokens, texts, list("abcde"), n_topics=2, method="kmeans", stop=())
    >>> topics.assignments["topic"].tolist(), topics.words["word"].tolist()
    ([1, 1, 1, 2, 2], ['小麦丰收', '火箭发射'])
    """
    _check(tokens, texts, doc_ids, n_topics, method)
    tell = progress or (lambda sentence: None)
    if not texts:
        return _no_topics()
    first = _first_of_each(texts)
    unique = np.array(sorted(set(first)), dtype=np.int64)
    content = content_types(tokens, stop_words() if stop is None else stop)
    different = tokens.select(unique.tolist()), [texts[d] for d in unique]
    with one_thread():
        partition = _partition(*different, content, n_topics, seed, method, tell)
        tell("topics: naming them")
        topics = _with_blanks(partition, unique, first)
        told, similarity = _describe(different[0], topics[unique], content, seed)
    return _numbered(partition, topics, partition.margins[np.searchsorted(unique, first)], told, similarity, doc_ids)


def _check(tokens: Tokens, texts: Sequence[str], doc_ids: Sequence[str], n_topics: int | None, method: str) -> None:
    if not len(tokens) == len(texts) == len(doc_ids):
        raise AnalysisError(
            f"topics were asked of {len(tokens):,} tokenised documents, {len(texts):,} texts and {len(doc_ids):,} ids; "
            "give one of each for every document."
        )
    if method not in METHODS:
        raise AnalysisError(value_invalid("method", method, METHODS))
    different = len(set(texts))
    if n_topics is not None and texts and not 1 <= n_topics <= different:
        noun = "text" if different == 1 else "different texts"
        raise AnalysisError(f"n_topics={n_topics} is not possible with {different:,} {noun}; give 1 to {different:,}, or None.")


def _first_of_each(texts: Sequence[str]) -> Ints:
    """For each document the first one with the same text."""
    first: dict[str, int] = {}
    return np.array([first.setdefault(text, d) for d, text in enumerate(texts)], dtype=np.int64)


def _fit_sample(n: int, seed: int) -> list[int]:
    return sorted(np.random.default_rng([seed, 2]).permutation(n)[:LARGEST_FIT].tolist())


def _partition(  # noqa: PLR0913
    tokens: Tokens,
    texts: Sequence[str],
    content: npt.NDArray[np.bool_],
    n_topics: int | None,
    seed: int,
    method: Method,
    tell: Callable[[str], None],
) -> _Partition:
    """The clusters of different texts."""
    tell("topics: counting words and characters")
    short = sum(map(len, texts)) < SHORT * len(texts)
    named = method if method != "auto" else "mixture" if short else "kmeans"
    space, run = _space(tokens, texts, content, named, seed)
    told = np.flatnonzero(abs(space).sum(axis=1))
    tried = _scan(space[told], run, seed, tell) if n_topics is None else empty_scan()
    k = min(n_topics or int(tried.loc[tried["chosen"], "k"].sum()) or 1, len(told))
    if k < 2:
        return _one_topic(len(texts), told, tried)
    tell(f"topics: making {k}")
    runs = memberships(partial(run, space[told]), len(told), k, RUNS[named], seed)
    clusters, margins = agreed(runs, k, seed)
    clusters = np.unique(clusters, return_inverse=True)[1]
    topics, margin = np.full(len(texts), -1), np.zeros(len(texts))
    topics[told], margin[told] = clusters, margins
    return _Partition(topics, margin, topic_stability(clusters, runs), tried, named)
