"""How many topics: the number at which reruns agree best, with the evidence for every number tried.

For each k the documents are clustered again and again on random 80 %, from one start each, and every pair of runs is compared
by the adjusted Rand index (Hubert and Arabie 1985); stability is the mean (Ben-Hur, Elisseeff and Guyon 2002, *A stability
based method for discovering structure in clustered data*). Too large a k splits a theme differently each time; too small a k
joins different themes each time, which is why single starts are used and not the best of ten.

The answer is the highest peak of that curve. k = 2 is a peak by position only, with nothing below it to compare, and splits
almost any corpus in a repeatable way (domestic against foreign, long against short); it is taken only if the runs agree
almost wholly.
"""

from collections.abc import Callable
from itertools import combinations

import numpy as np
import pandas as pd

from analysis.topics.consensus import Ints, Run, memberships

GRID = (2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30)  # a reader can hold no more than 30 topics; steps grow as differences shrink
DOCUMENTS_PER_TOPIC = 8  # fewer cannot be told from chance
N_RUNS = 12  # 66 pairs; the standard error of a stability is then about .02
LARGEST_SCAN = 3_000  # documents scanned; the peak stands at the same k for 1,000 and for 10,000 headlines
WHOLE_AGREEMENT = 0.9  # mean adjusted Rand index from which k = 2 is believed
COLUMNS = {"k": "int64", "stability": "float64", "standard_error": "float64", "chosen": "bool"}


def candidates(n: int) -> list[int]:
    """The numbers of topics worth trying for `n` different texts; none below eight texts.

    >>> candidates(40), candidates(8), candidates(7)
    ([2, 3, 4, 5], [2], [])
    """
    return [k for k in GRID if k <= max(2, n // DOCUMENTS_PER_TOPIC)] if n >= DOCUMENTS_PER_TOPIC else []


def agreement(runs: Ints) -> tuple[float, float]:
    """The mean adjusted Rand index over all pairs of runs, and its standard error.

    Pairs that share a run are not independent: the error is that of the means by run (a jackknife).
    """
    from sklearn.metrics import adjusted_rand_score

    n = len(runs)
    pairs = np.zeros((n, n))
    for a, b in combinations(range(n), 2):
        pairs[a, b] = pairs[b, a] = adjusted_rand_score(runs[a], runs[b])
    by_run = pairs.sum(axis=1) / (n - 1)
    left_out = (by_run.sum() - 2 * by_run) / (n - 2)
    error = np.sqrt((n - 1) / n * ((left_out - left_out.mean()) ** 2).sum())
    return round(float(by_run.mean()), 6), round(float(error), 6)


def peak(ks: list[int], stability: list[float]) -> int:
    """The k of the highest peak; of equals the smallest; k = 2 only from .9 or if it is the only candidate.

    >>> peak([2, 3, 4, 5], [0.7, 0.4, 0.6, 0.5])
    4
    >>> peak([2, 3, 4, 5], [0.95, 0.4, 0.6, 0.5])
    2
    """
    around = [-1.0, *stability, -1.0]
    peaks = [i for i, s in enumerate(stability) if s >= around[i] and s >= around[i + 2]]
    believed = [i for i in peaks if ks[i] != 2 or stability[i] >= WHOLE_AGREEMENT]
    return ks[max(believed or range(len(ks)), key=lambda i: stability[i])]


def empty_scan() -> pd.DataFrame:
    """A scan that tried nothing."""
    return pd.DataFrame({name: [] for name in COLUMNS}).astype(COLUMNS)


def scan(run: Run, n: int, seed: int, tell: Callable[[str], None]) -> pd.DataFrame:
    """Every candidate k with its stability, one row each by rising k; one row is `chosen`.

    `run` clusters `n` documents. Columns: k, stability, standard_error, chosen.
    """
    ks = candidates(n)
    rows = []
    for k in ks:
        tell(f"topics: trying {k}")
        rows.append((k, *agreement(memberships(run, n, k, N_RUNS, seed))))
    if not rows:
        return empty_scan()
    best = peak(ks, [row[1] for row in rows])
    return pd.DataFrame([(*row, row[0] == best) for row in rows], columns=list(COLUMNS)).astype(COLUMNS)
