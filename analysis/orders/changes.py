"""How the order of lists changes from one period to the next."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from math import sqrt

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.errors import AnalysisError
from analysis.given_tables import given_table
from analysis.orders.comparisons import Comparisons, comparisons_of
from analysis.orders.lists import COMPARED, LIST
from analysis.orders.majority import order_of
from analysis.tables import INVERSIONS, ORDER_CHANGES, ORDER_LISTS

Ints = npt.NDArray[np.int64]
Days = str | date | Sequence[str | date]
ISO = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def changes_of_order(lists: pd.DataFrame, at: Days) -> pd.DataFrame:
    """How alike the orders of periods are, each with the next.

    Parameters
    ----------
    lists : DataFrame of `tables.ORDER_LISTS`
        Undated lists are left out.
    at : str, date or sequence of them
        The days on which a new period begins: one for two periods, two for three.

    Returns
    -------
    DataFrame of `tables.ORDER_CHANGES`
        One row for each day of `at`, in order.

    Raises
    ------
    AnalysisError
        If `at` is empty, or holds what is no day, or days that do not rise, or `lists` is another table.

    Notes
    -----
    The order of each period is that of `consensus_order` on its lists. Pairs of persons that stand in both are counted if each
    period compares them, directly or through others: as ordered, or as tied, where the lists that hold both leave them open.
    tau-b is (same - inverted) / √(ordered before · ordered after) (Kendall 1945, *The treatment of ties in ranking problems*, Biometrika
    33). Persons who come or go are not in it.

    Examples
    --------
    >>> rows = [("a", "田远山", 1, "2022-03-01"), ("a", "邱明礼", 2, "2022-03-01"), ("b", "邱明礼", 1, "2023-03-01"), ("b", "田远山", 2, "2023-03-01")]
    >>> lists = pd.DataFrame(rows, columns=["doc_id", "person_id", "rank", "day"]).assign(list_id=1)
    >>> changes_of_order(lists, at="2022-10-16")[["n_persons", "n_same", "n_inverted", "tau_b"]].values.tolist()
    [[2.0, 0.0, 1.0, -1.0]]
    """
    days = _days(at)
    periods = _periods(given_table(lists, "lists", ORDER_LISTS, [*COMPARED, "day"]), days)
    edges = ["", *days, ""]
    return ORDER_CHANGES.of(
        (*edges[i : i + 3], *_compared(then, now)) for i, (then, now) in enumerate(pairwise(periods))
    )


def inversions(lists: pd.DataFrame, at: Days) -> pd.DataFrame:
    """Pairs that stand one way in most lists of a period and the other way in most of the next, with a sentence of each.

    Parameters
    ----------
    lists : DataFrame of `tables.ORDER_LISTS`
    at : str, date or sequence of them
        As of `changes_of_order`.

    Returns
    -------
    DataFrame of `tables.INVERSIONS`
        By period, falling number of lists that say so, person and other. Only lists with both persons count.

    Raises
    ------
    AnalysisError
        As of `changes_of_order`.

    >>> rows = [("a", "田远山", 1, "2022-03-01"), ("a", "邱明礼", 2, "2022-03-01"), ("b", "邱明礼", 1, "2023-03-01"), ("b", "田远山", 2, "2023-03-01")]
    >>> lists = pd.DataFrame(rows, columns=["doc_id", "person_id", "rank", "day"]).assign(list_id=1, sentence="名单。")
    >>> inversions(lists, at="2022-10-16")[["person", "other", "doc_id_then", "doc_id_now"]].values.tolist()
    [['田远山', '邱明礼', 'a', 'b']]
    """
    days = _days(at)
    periods = _periods(given_table(lists, "lists", ORDER_LISTS, [*COMPARED, "day", "sentence"]), days)
    rows = [row for day, (then, now) in zip(days, pairwise(periods), strict=True) for row in _inverted(day, then, now)]
    return INVERSIONS.of(rows)


def _days(at: Days) -> list[str]:
    given = list(at) if isinstance(at, Iterable) and not isinstance(at, str | bytes) else [at]
    days = [_iso(day) for day in given]
    if not days or any(a >= b for a, b in pairwise(days)):
        raise AnalysisError(f"at={at!r} is not allowed; give a day, or days that rise, as 2022-10-16.")
    return days


def _iso(day: object) -> str:
    iso = day.isoformat()[:10] if isinstance(day, date) else str(day)
    try:
        if isinstance(day, str | date) and ISO.fullmatch(iso):
            return date.fromisoformat(iso).isoformat()
    except ValueError:  # 2022-02-30
        pass
    raise AnalysisError(f"at={day!r} is not a day; write it as 2022-10-16.")


def _periods(lists: pd.DataFrame, days: list[str]) -> list[pd.DataFrame]:
    dated = lists[lists["day"] != ""]
    number = np.searchsorted(np.array(days), dated["day"].to_numpy(dtype=str), side="right")
    return [dated[number == period] for period in range(len(days) + 1)]


def _compared(then: pd.DataFrame, now: pd.DataFrame) -> tuple[object, ...]:
    """The numbers of one row, behind the days."""
    people = sorted(set(then["person_id"]) & set(now["person_id"]))
    a, b = (_signs(side, people) for side in (then, now))
    upper = np.triu_indices(len(people), k=1)
    one, other = a[upper], b[upper]
    both = (one != UNKNOWN) & (other != UNKNOWN)
    one, other = one[both], other[both]
    same, inverted = int((one * other == 1).sum()), int((one * other == -1).sum())
    ordered = int((one != 0).sum()) * int((other != 0).sum())
    tau = round((same - inverted) / sqrt(ordered), 6) if ordered else None
    return len(people), len(one), same, inverted, len(one) - same - inverted, tau


UNKNOWN = 9  # no sign: the lists do not compare the two


def _signs(lists: pd.DataFrame, people: list[str]) -> Ints:
    """1 where the row stands before the column, -1 behind, 0 where lists with both leave it open, else UNKNOWN."""
    if not people:
        return np.zeros((0, 0), dtype=np.int64)
    found = comparisons_of(lists)
    before = order_of(found.wins()).before
    together = np.zeros(before.shape, dtype=bool)
    together[found.first, found.second] = together[found.second, found.first] = True
    signs = np.where(before, 1, np.where(before.T, -1, np.where(together, 0, UNKNOWN)))
    place = np.searchsorted(np.array(found.people), people)
    return signs[np.ix_(place, place)]


def _inverted(day: str, then: pd.DataFrame, now: pd.DataFrame) -> list[tuple[object, ...]]:
    people = sorted(set(then["person_id"]) & set(now["person_id"]))
    if len(people) < 2:
        return []
    sides = [lists[lists["person_id"].isin(people)] for lists in (then, now)]
    old, new = (_wins(comparisons_of(lists), people) for lists in sides)
    first, second = np.nonzero((old > old.T) & (new < new.T))
    rows = []
    for i, j in zip(first.tolist(), second.tolist(), strict=True):
        counts = int(old[i, j]), int(old[j, i]), int(new[i, j]), int(new[j, i])
        rows.append((day, people[i], people[j], *counts))
    rows.sort(key=lambda row: (-(row[3] + row[6]), row[1], row[2]))
    return [(*row, *_witness(then, row[1], row[2], last=True), *_witness(now, row[2], row[1])) for row in rows]


def _wins(found: Comparisons, people: list[str]) -> Ints:
    """The wins of `found` for all `people`, who may be more: some stand only in lists without the others."""
    place = np.searchsorted(np.array(people), found.people)
    wins = np.zeros((len(people), len(people)), dtype=np.int64)
    wins[np.ix_(place, place)] = found.wins()
    return wins


def _witness(lists: pd.DataFrame, first: str, second: str, *, last: bool = False) -> tuple[str, str]:
    """Document and sentence of the first or last list that has `first` before `second`."""
    ahead, behind = (lists[lists["person_id"] == person] for person in (first, second))
    both = ahead.merge(behind[[*LIST, "rank"]], on=LIST, suffixes=("", "_behind"))
    both = both[both["rank"] < both["rank_behind"]].sort_values(["day", *LIST], kind="stable")
    row = both.iloc[-1 if last else 0]
    return str(row["doc_id"]), str(row["sentence"])
