"""When topics were written about: their share of each month's documents, with an interval."""

from collections.abc import Sequence
from datetime import date, datetime

import pandas as pd

from analysis.errors import AnalysisError
from analysis.intervals import wilson

COLUMNS = {
    "topic": "int64",
    "month": "str",
    "n_documents": "int64",
    "n_total": "int64",
    "share": "float64",
    "low": "float64",
    "high": "float64",
}


def topic_trend(assignments: pd.DataFrame, dates: Sequence[str | date | datetime | None]) -> pd.DataFrame:
    """The share of each topic in each month, with the Wilson 95 % interval.

    Parameters
    ----------
    assignments : DataFrame
        With a column `topic`: that of `Topics`.
    dates : sequence
        The date of each row of `assignments`: a date, an ISO text, or None or an empty text, which is left out.

    Returns
    -------
    DataFrame
        topic, month (2022-10), n_documents (of the topic), n_total (all dated documents of the month), share, low,
        high. By topic, then month; every month from the first to the last stands there. A month without documents has
        no share and the interval 0 to 1.

    Raises
    ------
    AnalysisError
        If there is not one date a row, or a text is not an ISO day.

    Notes
    -----
    Wilson 1927, *Probable inference, the law of succession, and statistical inference*, JASA 22: it stays within 0
    and 1 and holds for the small counts of one month, where the usual interval does not.

    Examples
    --------
    >>> assignments = pd.DataFrame({"topic": [1, 1, 2]})
    >>> trend = topic_trend(assignments, ["2022-01-05", "2022-02-01", "2022-02-03"])
    >>> trend[["topic", "month", "share"]].values.tolist()
    [[1, '2022-01', 1.0], [1, '2022-02', 0.5], [2, '2022-01', 0.0], [2, '2022-02', 0.5]]
    """
    if len(dates) != len(assignments):
        raise AnalysisError(f"{len(dates):,} dates were given for {len(assignments):,} documents; give one for each.")
    months = pd.Series([_month(day) for day in dates], dtype="str")
    topics = assignments["topic"].astype("int64").reset_index(drop=True)
    dated = months != ""
    counts = pd.crosstab(topics[dated], months[dated]).reindex(
        index=sorted(set(topics)), columns=_all_months(months[dated]), fill_value=0
    )
    totals = counts.sum(axis=0).tolist()
    rows = [
        (topic, month, n, total, *_wilson(n, total))
        for topic, row in zip(counts.index, counts.to_numpy().tolist(), strict=True)
        for month, n, total in zip(counts.columns, row, totals, strict=True)
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)


def _month(day: str | date | datetime | None) -> str:
    """The calendar month as 2022-10, or an empty text."""
    if not day or pd.isna(day):
        return ""
    text = day if isinstance(day, str) else day.isoformat()
    try:
        return date.fromisoformat(text[:10]).isoformat()[:7]
    except ValueError:
        raise AnalysisError(f"date={day!r} is not a day; write it as 2022-10-16.") from None


def _all_months(months: pd.Series) -> list[str]:
    if months.empty:
        return []
    return [str(month) for month in pd.period_range(months.min(), months.max(), freq="M")]


def _wilson(n: int, total: int) -> tuple[float, float, float]:
    """The share n / total and its 95 % interval.

    >>> _wilson(0, 10)
    (0.0, 0.0, 0.277533)
    """
    if not total:
        return float("nan"), 0.0, 1.0
    low, high = wilson(n, total)
    return round(n / total, 6), round(float(low), 6), round(float(high), 6)
