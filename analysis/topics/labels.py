"""What a topic is called: the terms that are common in it and rare elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from analysis.topics.features import Ints
from analysis.topics.terms import Terms

Reals = npt.NDArray[np.float64]

TOP = 20  # words of a topic
IN_LABEL = 3  # of them in its label
CONSIDERED = 200  # best-weighted terms looked at for the 20
NESTED_SHARE = 0.5  # a term that stands inside one longer term in half of its documents is a fragment of it
NAMELESS = "no words"  # the label of a topic without a single content word


@dataclass(frozen=True, slots=True, eq=False)
class Description:
    """The telling terms of one topic, by falling weight."""

    words: tuple[str, ...]
    weights: tuple[float, ...]

    @property
    def label(self) -> str:
        """The first three words."""
        return "、".join(self.words[:IN_LABEL]) or NAMELESS


def documents_by_topic(terms: Terms, topics: Ints, k: int) -> Reals:
    """In how many documents of each topic each term stands, shape (k, n_terms)."""
    from scipy.sparse import csr_matrix

    members = csr_matrix((np.ones(len(topics)), (topics, np.arange(len(topics)))), shape=(k, len(topics)))
    return np.asarray((members @ terms.present).todense(), dtype=np.float64)


def class_tf_idf(n: Reals) -> Reals:
    """Class-based TF-IDF, one row a topic: tf · log(1 + A / f) (Grootendorst 2022, *BERTopic*, eq. 2).

    `tf` is the term's share in the topic, `f` its count over all topics, A the mean count of a topic. Counts are
    documents here, not occurrences, so that a term dear to one long text cannot lead.

    >>> class_tf_idf(np.array([[2.0, 2.0], [0.0, 2.0]])).round(2).tolist()
    [[0.46, 0.28], [0.0, 0.56]]
    """
    share = n / np.maximum(n.sum(axis=1, keepdims=True), 1)
    return np.asarray(share * np.log1p(n.sum() / len(n) / np.maximum(n.sum(axis=0), 1)))


def cosines(rows: Reals) -> Reals:
    """The cosine of every two rows, a zero row being like nothing but itself."""
    length = np.linalg.norm(rows, axis=1, keepdims=True)
    unit = np.divide(rows, length, out=np.zeros_like(rows), where=length > 0)
    similarity = np.clip(unit @ unit.T, 0, 1)
    np.fill_diagonal(similarity, 1.0)
    return np.asarray(similarity)


def _best(names: Sequence[str], weights: Reals) -> list[int]:
    """The terms with weight, best first, equals in the order of the text; at most 200."""
    order = np.argsort(-weights, kind="stable")[: 2 * CONSIDERED]
    ranked = sorted((i for i in order if weights[i] > 0), key=lambda i: (-round(float(weights[i]), 12), names[i]))
    return [int(i) for i in ranked[:CONSIDERED]]


def describe(names: Sequence[str], n: Reals, weights: Reals) -> Description:
    """Up to 20 terms of a topic, none a fragment of another.

    `n` is how many documents of the topic have each term, `weights` the class-based TF-IDF. Where a word mostly
    stands in a longer term, the longer one is taken; after that the better-weighted of two overlapping terms.
    """
    best = _best(names, weights)

    def fragment(i: int) -> bool:
        return any(len(names[j]) > len(names[i]) and names[i] in names[j] and n[j] >= NESTED_SHARE * n[i] for j in best)

    chosen: list[int] = []
    for i in best:
        if len(chosen) < TOP and not fragment(i) and not any(_overlap(names[i], names[j]) for j in chosen):
            chosen.append(i)
    return Description(tuple(names[i] for i in chosen), tuple(round(float(weights[i]), 6) for i in chosen))


def _overlap(a: str, b: str) -> bool:
    return a in b or b in a


def describe_all(terms: Terms, topics: Ints, k: int) -> tuple[list[Description], Reals]:
    """The description of each of `k` topics, and the cosine of each two topics' class-based TF-IDF weights."""
    n = documents_by_topic(terms, topics, k)
    weights = class_tf_idf(n)
    return [describe(terms.names, *row) for row in zip(n, weights, strict=True)], cosines(weights)
