"""Topics of a corpus: every document gets one, with a margin, and every number comes with its evidence."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.errors import AnalysisError, value_invalid
from analysis.tables import TOPIC_WORDS, TOPICS
from analysis.tokens import Tokens
from analysis.topics.choice import empty_scan
from analysis.topics.consensus import one_thread
from analysis.topics.features import Ints
from analysis.topics.labels import Description, Reals, describe_all
from analysis.topics.partition import Partition, partition, right_method, space_of
from analysis.topics.terms import content_types, find_terms, stop_words

Method = Literal["auto", "kmeans", "mixture"]
METHODS = ("auto", "kmeans", "mixture")
LARGEST_NAMING = 20_000  # documents whose terms are counted to name the topics
DIGITS = 6  # of every reported real number: the last bits of a sum may differ between processors


@dataclass(frozen=True, slots=True, eq=False)
class Topics:
    """The topics of a corpus.

    Attributes
    ----------
    table : DataFrame of `tables.TOPICS`
        One row a topic, largest first, equals by label; `n_unique` counts equal texts once.
    words : DataFrame of `tables.TOPIC_WORDS`
        Up to 20 words and phrases a topic, by falling weight.
    assignments : DataFrame
        `doc_id`, `topic` (Int64, 1-based), `margin` (0 to 1); one row a document in the order given.
    scan : DataFrame
        `k`, `stability`, `standard_error`, `chosen`: every number of topics tried; no rows if none was.
    similarity : ndarray of float64, shape (k, k)
        Cosine of the topics' class-based TF-IDF weights; row 0 is topic 1.
    method : str
        How documents were clustered: kmeans, mixture, or `one topic` where there was nothing to cluster.
    """

    table: pd.DataFrame
    words: pd.DataFrame
    assignments: pd.DataFrame
    scan: pd.DataFrame
    similarity: Reals
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

    Equal texts are clustered as one and counted as many. Texts of 150 characters and more on average are clustered by
    KMeans on latent dimensions of words and character pairs, 30 times on random 80 %; shorter ones by a Dirichlet
    multinomial mixture, 16 times; the runs' consensus is the answer (`topics.consensus`). Without `n_topics` the
    number is the one at which reruns agree best (`topics.choice`). Of each text the first 2,000 characters are read
    for character pairs. A run uses 10,000 documents at most, the scan 3,000; all documents are then assigned.

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
        A text without a feature (empty, or nothing in it that comes twice in the corpus) is put to the largest topic
        with margin 0. Up to seven different texts are one topic with stability 1 and an empty scan.

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
    unique, place = np.unique(first, return_inverse=True)
    content = content_types(tokens, stop_words() if stop is None else stop)
    tokens, different = tokens.select(unique.tolist()), [texts[d] for d in unique]
    with one_thread():
        tell("topics: counting words and characters")
        space = space_of(tokens, different, content, right_method(different) if method == "auto" else method, seed)
        parts = partition(space, len(different), n_topics, seed, tell)
        tell("topics: naming them")
        clusters = _with_blanks(parts.clusters, place)
        described, similarity = _described(tokens, clusters, content, seed)
    different_texts = np.bincount(clusters, minlength=len(described))
    return _numbered(parts, clusters[place], parts.margins[place], different_texts, described, similarity, doc_ids)


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
        have = "1 text; give 1" if different == 1 else f"{different:,} different texts; give 1 to {different:,}"
        raise AnalysisError(f"n_topics={n_topics} is not possible with {have}, or let it be chosen.")


def _first_of_each(texts: Sequence[str]) -> Ints:
    """For each document the first one with the same text."""
    first: dict[str, int] = {}
    return np.array([first.setdefault(text, d) for d, text in enumerate(texts)], dtype=np.int64)


def _with_blanks(clusters: Ints, place: Ints) -> Ints:
    """Clusters with the documents that have none put to the largest; `place` is the text of each document."""
    sizes = np.bincount(clusters[place][clusters[place] >= 0], minlength=1)
    return np.where(clusters < 0, sizes.argmax(), clusters)


def _described(
    tokens: Tokens, clusters: Ints, content: npt.NDArray[np.bool_], seed: int
) -> tuple[list[Description], Reals]:
    """What each cluster is called, and how like any two are, from at most 20,000 documents."""
    sample = np.sort(np.random.default_rng([seed, 4]).permutation(len(clusters))[:LARGEST_NAMING])
    terms = find_terms(tokens.select(sample.tolist()), content)
    return describe_all(terms, clusters[sample], int(clusters.max()) + 1)


def _no_topics() -> Topics:
    assignments = pd.DataFrame({"doc_id": [], "topic": [], "margin": []})
    assignments = assignments.astype({"doc_id": "str", "topic": "Int64", "margin": "float64"})
    return Topics(TOPICS.of([]), TOPIC_WORDS.of([]), assignments, empty_scan(), np.zeros((0, 0)), "one topic")


def _numbered(  # noqa: PLR0917
    parts: Partition,
    clusters: Ints,
    margins: Reals,
    different_texts: Ints,
    described: list[Description],
    similarity: Reals,
    doc_ids: Sequence[str],
) -> Topics:
    """The tables, with clusters numbered from 1 by falling size, equals by label."""
    sizes = np.bincount(clusters, minlength=len(described))
    order = sorted(range(len(described)), key=lambda c: (-sizes[c], described[c].label, c))
    number = np.argsort(order) + 1
    assignments = pd.DataFrame({"doc_id": list(doc_ids), "topic": number[clusters], "margin": margins.round(DIGITS)})
    return Topics(
        table=TOPICS.of(_row(c, number, sizes, different_texts, described[c], parts.stability) for c in order),
        words=TOPIC_WORDS.of(
            (number[c], *pair) for c in order for pair in zip(described[c].words, described[c].weights, strict=True)
        ),
        assignments=assignments.astype({"doc_id": "str", "topic": "Int64", "margin": "float64"}),
        scan=parts.scan,
        similarity=similarity[np.ix_(order, order)].round(DIGITS),
        method=parts.method,
    )


def _row(  # noqa: PLR0917
    c: int, number: Ints, sizes: Ints, different_texts: Ints, described: Description, stability: Reals
) -> tuple[object, ...]:
    share, words = round(float(sizes[c] / sizes.sum()), DIGITS), " ".join(described.words)
    return number[c], described.label, sizes[c], different_texts[c], share, round(float(stability[c]), DIGITS), words
