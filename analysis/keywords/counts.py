"""How often each term stands in each document: three arrays, shared by keywords, topics and trends."""

from bisect import bisect_left
from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from analysis.errors import AnalysisError
from analysis.keywords.content import content_tokens
from analysis.keywords.phrases import MIN_COUNT, Occurrences, find_terms
from analysis.keywords.stopwords import stop_words
from analysis.tokens import Tokens

Whole = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class TermCounts:
    """A sparse table of documents and terms, row after row (CSR).

    Attributes
    ----------
    terms : list of str, length n_terms
        Sorted by code point.
    bounds : ndarray of int64, shape (n_documents + 1,)
        Document `d` has the entries `bounds[d]:bounds[d + 1]`.
    term_index : ndarray of int64, shape (n_entries,)
        The term of each entry, rising within a document.
    counts : ndarray of int64, shape (n_entries,)
        How often the term stands in the document, title included.
    title_counts : ndarray of int64, shape (n_entries,)
        How often of these in the title.
    cohesion : ndarray of float64, shape (n_terms,)
        NPMI of a phrase over the corpus, 0 to 1; 1 for a single word.
    """

    terms: list[str]
    bounds: Whole
    term_index: Whole
    counts: Whole
    title_counts: Whole
    cohesion: npt.NDArray[np.float64]

    def __len__(self) -> int:
        """The number of documents."""
        return len(self.bounds) - 1

    @property
    def doc_index(self) -> Whole:
        """The document of each entry, shape (n_entries,)."""
        return np.repeat(np.arange(len(self)), np.diff(self.bounds))

    def n_documents(self) -> Whole:
        """In how many documents each term stands, shape (n_terms,)."""
        return np.bincount(self.term_index, minlength=len(self.terms)).astype(np.int64, copy=False)

    def total(self) -> Whole:
        """How often each term stands in the corpus, shape (n_terms,)."""
        return np.bincount(self.term_index, weights=self.counts, minlength=len(self.terms)).astype(np.int64)

    def documents_with(self, term: str) -> Whole:
        """The documents in which a term stands, rising.

        Raises
        ------
        AnalysisError
            If the term was not counted; that is not the same as standing nowhere.
        """
        i = bisect_left(self.terms, term)
        if i == len(self.terms) or self.terms[i] != term:
            raise AnalysisError(
                f"the term {term!r} was not counted; it is nowhere, has a stop word, or is only inside a longer term."
            )
        found: Whole = self.doc_index[self.term_index == i]
        return found


def term_counts(
    tokens: Tokens,
    titles: Tokens | None = None,
    *,
    stop: Collection[str] | None = None,
    min_count: int = MIN_COUNT,
) -> TermCounts:
    """Count words and phrases in documents.

    Parameters
    ----------
    tokens, titles : Tokens
        The texts and, if at hand, the titles of the same documents in the same order.
    stop : collection of str, optional
        Words that no term may hold; by default all of the stop list.
    min_count : int
        A phrase must stand this often in the corpus, or twice in one document.

    Raises
    ------
    AnalysisError
        If there are not as many titles as texts.

    >>> counts = term_counts(Tokens.of([[("粮食", "n"), ("安全", "an"), ("，", "x")] * 2, [("粮食", "n")]]))
    >>> counts.terms, counts.doc_index.tolist(), counts.counts.tolist()
    (['粮食', '粮食安全'], [0, 0, 1], [2, 2, 1])
    """
    n = len(tokens)
    if titles is not None and len(titles) != n:
        raise AnalysisError(f"there are {len(titles)} titles for {n} texts; give one for each, empty if need be.")
    texts = tokens if titles is None else Tokens.joined([tokens, titles])
    groups = np.arange(len(texts), dtype=np.int64) % max(n, 1)
    content = content_tokens(texts, stop_words() if stop is None else stop)
    found = find_terms(texts, content, groups, min_count)
    return _table(found, n)


def _table(found: Occurrences, n: int) -> TermCounts:
    width = max(len(found.terms), 1)
    entries = found.text % max(n, 1) * width + found.term
    keys, counts = np.unique(entries, return_counts=True)
    titled, in_title = np.unique(entries[found.text >= n], return_counts=True)
    title_counts = np.zeros(len(keys), dtype=np.int64)
    title_counts[np.searchsorted(keys, titled)] = in_title
    bounds = np.searchsorted(keys // width, np.arange(n + 1))
    return TermCounts(found.terms, bounds, keys % width, counts, title_counts, found.cohesion)
