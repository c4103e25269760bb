"""Keywords by TF-IDF over words and phrases."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.errors import AnalysisError
from analysis.keywords.counts import TermCounts, term_counts
from analysis.tables import KEYWORDS
from analysis.tokens import Tokens

# An occurrence in the title counts as this many in the text. Editors take nine keywords in ten from the title; more
# than 8 helps editors' keywords little and harms authors' keywords of abstracts.
TITLE_WEIGHT = 8
# Among the best of a document this many times `top` are looked at before fragments go.
MARGIN = 6
VOTES = 10  # terms of a document that count for the corpus: as many keywords as an item gets at most from its editors


def score_terms(counts: TermCounts) -> npt.NDArray[np.float64]:
    """The score of each entry, shape (n_entries,).

    score = (occurrences + 7 * occurrences in the title) * idf * sqrt(cohesion) * characters^(1/3)
    idf = 1 + ln((1 + documents) / (1 + documents with the term))

    The smooth form of idf keeps a term of all documents above 0, so that a single document has keywords too. Cohesion
    (NPMI, 1 for a word) and length in characters rank fixed phrases over chance neighbours and long terms over their
    short parts; both exponents were chosen on editors' and authors' keywords (tests/benchmarks/keywords.py).

    References
    ----------
    Spärck Jones, K. (1972). A statistical interpretation of term specificity and its application in retrieval. Journal
    of Documentation 28(1), 11-21.
    """
    frequency = counts.counts + (TITLE_WEIGHT - 1) * counts.title_counts
    idf = 1 + np.log((1 + len(counts)) / (1 + counts.n_documents()))
    length = np.cbrt([len(term) for term in counts.terms]) if counts.terms else np.zeros(0)
    weight: npt.NDArray[np.float64] = idf * np.sqrt(counts.cohesion) * length
    return frequency * weight[counts.term_index]


def document_keywords(
    tokens: Tokens, doc_ids: Sequence[str], titles: Tokens | None = None, *, top: int = 10
) -> pd.DataFrame:
    """The keywords of each document.

    Parameters
    ----------
    tokens, titles : Tokens
        The texts and, if at hand, the titles of the same documents in the same order.
    doc_ids : sequence of str
        The ids of the documents, in the same order.
    top : int
        How many a document. Ties fall in code point order, so that two runs agree.

    Returns
    -------
    DataFrame of `KEYWORDS`
        By document in the order given, then by rank.

    Raises
    ------
    AnalysisError
        If there are not as many ids or titles as texts.

    >>> texts = Tokens.of([[("粮食", "n"), ("安全", "an"), ("，", "x")] * 2, [("渔业", "n")]])
    >>> document_keywords(texts, ["a", "b"])[["doc_id", "keyword", "rank"]].values.tolist()
    [['a', '粮食安全', 1], ['b', '渔业', 1]]
    """
    return KEYWORDS.of(_of_documents(_counted(tokens, doc_ids, titles), doc_ids, top))


def corpus_keywords(tokens: Tokens, titles: Tokens | None = None, *, top: int = 50) -> pd.DataFrame:
    """The keywords of the corpus: every document has one vote and splits it among its ten best terms by their scores.

    So a term is a keyword of the corpus by being one of many documents; what is frequent everywhere but telling nowhere
    is not.

    Returns
    -------
    DataFrame of `KEYWORDS`
        By rank, `doc_id` empty; `score` is the share of all votes.
    """
    return KEYWORDS.of(_of_corpus(_counted(tokens, None, titles), top))


def find_keywords(
    tokens: Tokens, doc_ids: Sequence[str], titles: Tokens | None = None, *, top: int = 10
) -> pd.DataFrame:
    """The keywords of the corpus (`doc_id` empty), then those of each document: DataFrame of `KEYWORDS`.

    The corpus has as many as five documents. Parameters and errors are those of `document_keywords`.
    """
    counts = _counted(tokens, doc_ids, titles)
    return KEYWORDS.of([*_of_corpus(counts, 5 * top), *_of_documents(counts, doc_ids, top)])


Row = tuple[str, str, float, int]
Whole = npt.NDArray[np.int64]


def _counted(tokens: Tokens, doc_ids: Sequence[str] | None, titles: Tokens | None) -> TermCounts:
    if doc_ids is not None and len(doc_ids) != len(tokens):
        raise AnalysisError(f"there are {len(doc_ids)} doc_ids for {len(tokens)} texts; give one for each.")
    return term_counts(tokens, titles)


def _of_documents(counts: TermCounts, doc_ids: Sequence[str], top: int) -> Iterator[Row]:
    scores = score_terms(counts)
    order = _best_first(counts, scores)
    for d, doc_id in enumerate(doc_ids):
        best = order[counts.bounds[d] : counts.bounds[d + 1]][: MARGIN * top]
        found = _candidates(counts, counts.term_index[best], counts.counts[best], scores[best])
        yield from _ranked(doc_id, found, top)


def _of_corpus(counts: TermCounts, top: int) -> Iterator[Row]:
    votes = _votes(counts)
    best = np.argsort(-votes, kind="stable")[: MARGIN * top]
    best = best[votes[best] > 0]
    return _ranked("", _candidates(counts, best, counts.total()[best], votes[best]), top)


def _votes(counts: TermCounts) -> npt.NDArray[np.float64]:
    """The share of all votes that each term gets, shape (n_terms,)."""
    scores, doc = score_terms(counts), counts.doc_index
    order = _best_first(counts, scores)
    voted = order[np.arange(len(order)) - counts.bounds[doc[order]] < VOTES]
    ballot = np.bincount(doc[voted], weights=scores[voted], minlength=len(counts))
    share = scores[voted] / ballot[doc[voted]]
    votes = np.bincount(counts.term_index[voted], weights=share, minlength=len(counts.terms))
    return votes.astype(np.float64) / max(len(counts), 1)


def _best_first(counts: TermCounts, scores: npt.NDArray[np.float64]) -> Whole:
    """The entries by document, falling score, term: the terms are sorted, so their number is their code point order."""
    return np.lexsort((counts.term_index, -scores, counts.doc_index))


def _candidates(
    counts: TermCounts, index: Whole, often: Whole, scores: npt.NDArray[np.float64]
) -> Iterator[tuple[str, int, float]]:
    for i, n, score in zip(index.tolist(), often.tolist(), scores.tolist(), strict=True):
        yield counts.terms[i], n, score


def _ranked(doc_id: str, candidates: Iterable[tuple[str, int, float]], top: int) -> Iterator[Row]:
    """The first `top` by falling score, without a term that stands only inside one ranked before it."""
    chosen: list[tuple[str, int]] = []
    for term, count, score in candidates:
        if len(chosen) == top:
            return
        if not any(term in longer and count <= often for longer, often in chosen):
            chosen.append((term, count))
            yield doc_id, term, score, len(chosen)
