"""What one corpus speaks of more than another: documents with a term compared, with test and effect size."""

from collections.abc import Collection
from math import erfc, sqrt

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.keywords.counts import TermCounts, term_counts
from analysis.tokens import Tokens

Real = npt.NDArray[np.float64]

COLUMNS = ["term", "n_target", "n_reference", "share_target", "share_reference", "g2", "p", "q", "log_ratio"]


def keyness(
    target: Tokens,
    reference: Tokens,
    *,
    min_documents: int = 3,
    stop: Collection[str] | None = None,
) -> pd.DataFrame:
    """Terms that stand in a larger or smaller share of the documents of `target` than of `reference`.

    Documents are counted, not occurrences: a term that one document repeats fifty times is one document, so that the
    test is not fooled by bursts.

    Parameters
    ----------
    min_documents : int
        Terms in fewer documents of both corpora together are left out.
    stop : collection of str, optional
        Words that no term may hold; by default all of the stop list.

    Returns
    -------
    DataFrame with columns term, n_target, n_reference, share_target, share_reference, g2, p, q, log_ratio
        By falling `g2`, then term. `n_*` are documents with the term, `share_*` their shares; `g2` the log likelihood
        ratio, `p` its chi-square probability at 1 degree of freedom, `q` that of Benjamini and Hochberg over all rows;
        `log_ratio` the binary log of share_target / share_reference: 1 is twice the share, negative where the
        reference has more.

    References
    ----------
    Dunning, T. (1993). Accurate methods for the statistics of surprise and coincidence. Computational Linguistics
    19(1), 61-74.
    Hardie, A. (2014). Log Ratio: an informal introduction. CASS, Lancaster University; here of shares of documents.
    Benjamini, Y. and Hochberg, Y. (1995). Controlling the false discovery rate. JRSS B 57(1), 289-300.
    """
    counts = term_counts(Tokens.joined([target, reference]), stop=stop)
    n, m = len(target), len(reference)
    a, b = _split(counts, n)
    often = np.flatnonzero(a + b >= min_documents)
    a, b = a[often], b[often]
    g2 = log_likelihood(a, b, n, m)
    p = np.array([erfc(sqrt(value / 2)) for value in g2])
    values = ([counts.terms[i] for i in often], a, b, a / max(n, 1), b / max(m, 1), g2, p, _adjusted(p))
    frame = pd.DataFrame(dict(zip(COLUMNS, (*values, log_ratio(a, b, n, m)), strict=True)))
    return frame.sort_values(["g2", "term"], ascending=[False, True], kind="stable", ignore_index=True)


def _split(counts: TermCounts, n: int) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Documents with each term among the first `n` documents, and among the others."""
    border, width = counts.bounds[n], len(counts.terms)
    first, rest = counts.term_index[:border], counts.term_index[border:]
    return np.bincount(first, minlength=width), np.bincount(rest, minlength=width)


def log_likelihood(a: npt.NDArray[np.int64], b: npt.NDArray[np.int64], n: int, m: int) -> Real:
    """G² of `a` of `n` against `b` of `m`: twice the sum of observed * ln(observed / expected) over the four cells.

    >>> log_likelihood(np.array([10]), np.array([10]), 20, 20).tolist()
    [0.0]
    """
    n_all = max(n + m, 1)
    g2 = np.zeros(len(a))
    for observed, row, column in ((a, a + b, n), (b, a + b, m), (n - a, n + m - a - b, n), (m - b, n + m - a - b, m)):
        expected = row * column / n_all
        g2 += observed * np.log(np.where(observed > 0, observed, 1) / np.where(observed > 0, expected, 1))
    return np.maximum(2 * g2, 0.0)


def log_ratio(a: npt.NDArray[np.int64], b: npt.NDArray[np.int64], n: int, m: int) -> Real:
    """Binary log of (a / n) / (b / m); an absent term counts as half a document, as Hardie proposes."""
    share = np.where(a > 0, a, 0.5) / max(n, 1)
    other = np.where(b > 0, b, 0.5) / max(m, 1)
    ratio: Real = np.log2(share / other)
    return ratio


def _adjusted(p: Real) -> Real:
    order = np.argsort(p, kind="stable")
    steps = p[order] * (len(p) / np.arange(1, len(p) + 1))
    q = np.empty(len(p))
    q[order] = np.minimum(np.minimum.accumulate(steps[::-1])[::-1], 1.0)
    return q
