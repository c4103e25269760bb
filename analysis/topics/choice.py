"""How many topics: the number of which reruns reproduce most, with the evidence for every number tried.

For each k the documents are clustered again and again on random 80 %, from one start each, and every pair of runs is
compared, as in Ben-Hur, Elisseeff and Guyon 2002 (*A stability based method for discovering structure in clustered
data*). Stability is the information that two runs share beyond chance (Vinh, Epps and Bailey 2010) as a part of log
k, the most that k topics can carry. Three traps are
avoided by this measure:

* too large a k splits a theme differently each time, and too small a k joins different themes each time: single starts
  are compared, not the best of ten, so both show;
* k = 2 splits off a small odd group in almost any corpus, repeatably: the Rand index rewards that, but such a split
  carries little of the one bit that two topics could;
* a mixture leaves superfluous topics empty and then agrees wholly: k topics, half of them empty, carry less than log k.
"""

from collections.abc import Callable
from itertools import combinations

import numpy as np
import pandas as pd

from analysis.topics.consensus import Ints, Run, memberships

GRID = (2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30)  # a reader can hold no more than 30 topics; steps grow with k
DOCUMENTS_PER_TOPIC = 8  # fewer cannot be told from chance
N_RUNS = 10  # 45 pairs; the standard error of a stability is then about .02
LARGEST_SCAN = 3_000  # documents scanned, so that the scan of any corpus takes seconds; errs towards fewer topics
COLUMNS = {"k": "int64", "stability": "float64", "standard_error": "float64", "chosen": "bool"}


def candidates(n: int) -> list[int]:
    """The numbers of topics worth trying for `n` different texts; none below eight texts.

    >>> candidates(40), candidates(8), candidates(7)
    ([2, 3, 4, 5], [2], [])
    """
    return [k for k in GRID if k <= max(2, n // DOCUMENTS_PER_TOPIC)] if n >= DOCUMENTS_PER_TOPIC else []


def shared_information(a: Ints, b: Ints, k: int) -> float:
    """The mutual information of two clusterings, less what chance gives, as a part of log k.

    >>> halves = np.array([0, 0, 1, 1])
    >>> shared_information(halves, np.zeros(4, dtype=int), 2)
    0.0
    """
    from sklearn.metrics import mutual_info_score
    from sklearn.metrics.cluster import contingency_matrix, expected_mutual_information

    table = contingency_matrix(a, b, sparse=True)
    chance = expected_mutual_information(table, len(a))
    return float((mutual_info_score(a, b, contingency=table) - chance) / np.log(k))


def agreement(runs: Ints, k: int) -> tuple[float, float]:
    """The mean over all pairs of runs of the information shared, and its standard error.

    Pairs that share a run are not independent, so the error is the jackknife over runs (Efron and Stein 1981).
    """
    n = len(runs)
    pairs = np.zeros((n, n))
    for a, b in combinations(range(n), 2):
        pairs[a, b] = pairs[b, a] = shared_information(runs[a], runs[b], k)
    without = (pairs.sum() - 2 * pairs.sum(axis=1)) / ((n - 1) * (n - 2))
    error = np.sqrt((n - 1) / n * ((without - without.mean()) ** 2).sum())
    return round(float(pairs.sum() / (n * (n - 1))), 6), round(float(error), 6)


def empty_scan() -> pd.DataFrame:
    """A scan that tried nothing."""
    return pd.DataFrame({name: [] for name in COLUMNS}).astype(COLUMNS)


def scan(run: Run, n: int, seed: int, tell: Callable[[str], None]) -> pd.DataFrame:
    """Every candidate k with its stability, one row each by rising k; the most stable is `chosen`.

    `run` clusters `n` documents. Columns: k, stability, standard_error, chosen. Taken is the largest k whose stability, give
    or take its own standard error, reaches the highest: where 5 and 30 topics recur alike (.717 ± .047 and .714 ± .006 on
    15,868 news items), 30 tell a reader more.
    """
    rows = []
    for k in candidates(n):
        tell(f"topics: trying {k}")
        rows.append((k, *agreement(memberships(run, n, k, N_RUNS, seed), k)))
    if not rows:
        return empty_scan()
    best = max(row[1] for row in rows)
    chosen = max(k for k, stability, error in rows if stability + error >= best)
    return pd.DataFrame([(*row, row[0] == chosen) for row in rows], columns=list(COLUMNS)).astype(COLUMNS)
