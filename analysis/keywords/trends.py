"""The course of terms: in how many documents of each month they stand."""

from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd

from analysis.errors import AnalysisError
from analysis.keywords.counts import TermCounts

COLUMNS = ["term", "month", "n_documents", "n_total", "share"]


def keyword_trend(counts: TermCounts, dates: Sequence[date | None], terms: Sequence[str]) -> pd.DataFrame:
    """Documents with each term, by month.

    Parameters
    ----------
    dates : sequence of date or datetime or None
        The day of each document of `counts`; undated documents are left out.
    terms : sequence of str
        Terms of `counts`.

    Returns
    -------
    DataFrame with columns term, month (`2022-10`), n_documents, n_total, share
        By term in the order given, then month, every month from the first to the last; `share` is missing where a month
        has no document at all.

    Raises
    ------
    AnalysisError
        If there are not as many dates as documents, or a term was not counted.

    >>> from analysis.keywords.counts import term_counts
    >>> from analysis.tokens import Tokens
    >>> counts = term_counts(Tokens.of([[("渔业", "n")], [("粮食", "n")], [("渔业", "n")]]))
    >>> keyword_trend(counts, [date(2023, 1, 5), date(2023, 1, 9), date(2023, 3, 1)], ["渔业"])
      term    month  n_documents  n_total  share
    0   渔业  2023-01            1        2    0.5
    1   渔业  2023-02            0        0    NaN
    2   渔业  2023-03            1        1    1.0
    """
    if len(dates) != len(counts):
        raise AnalysisError(f"there are {len(dates)} dates for {len(counts)} documents; give one for each, or None.")
    numbers = np.array([-1 if day is None else day.year * 12 + day.month - 1 for day in dates], dtype=np.int64)
    dated = numbers[numbers >= 0]
    first, n_months = (int(dated.min()), int(dated.max() - dated.min()) + 1) if len(dated) else (0, 0)
    total = np.bincount(dated - first, minlength=n_months)
    months = [f"{number // 12:04d}-{number % 12 + 1:02d}" for number in range(first, first + n_months)]
    frames = []
    for term in terms:
        hits = numbers[counts.documents_with(term)]
        found = np.bincount(hits[hits >= 0] - first, minlength=n_months)
        share = np.divide(found, total, out=np.full(n_months, np.nan), where=total > 0)
        frames.append(pd.DataFrame(dict(zip(COLUMNS, (term, months, found, total, share), strict=True))))
    return pd.concat(frames, ignore_index=True) if frames else pd.DataFrame(columns=COLUMNS)
