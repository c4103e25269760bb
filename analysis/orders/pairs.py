"""Pairs of persons: how often the one stands before the other."""

import numpy as np
import pandas as pd

from analysis.given_tables import check_whole, given_table
from analysis.intervals import wilson
from analysis.orders.comparisons import comparisons_of
from analysis.orders.lists import COMPARED
from analysis.tables import ORDER_LISTS, PRECEDENCE, pandas_dtype


def precedence(lists: pd.DataFrame, *, min_lists: int = 1) -> pd.DataFrame:
    """How often one person stands before another, over the lists that hold both.

    Parameters
    ----------
    lists : DataFrame of `tables.ORDER_LISTS`
    min_lists : int
        Pairs in fewer lists are left out; a party congress alone has millions of pairs.

    Returns
    -------
    DataFrame of `tables.PRECEDENCE`
        By falling number of lists, then by person and other. Persons of two different lists make no pair.

    Raises
    ------
    AnalysisError
        If `lists` is another table, or `min_lists` is not 1 or more.

    Notes
    -----
    The interval is Wilson's (1927), for lists that were drawn independently. Lists of one meeting are not, so that it errs
    towards too narrow; `consensus_order` draws documents instead.

    Examples
    --------
    >>> rows = [("a", "田远山", 1), ("a", "邱明礼", 2), ("b", "田远山", 1), ("b", "邱明礼", 2), ("c", "邱明礼", 1), ("c", "田远山", 2)]
    >>> lists = pd.DataFrame(rows, columns=["doc_id", "person_id", "rank"]).assign(list_id=1)
    >>> precedence(lists)[["person", "other", "n_before", "n_after", "share"]].values.tolist()
    [['田远山', '邱明礼', 2, 1, 0.666667]]
    """
    check_whole("min_lists", min_lists, 1)
    found = comparisons_of(given_table(lists, "lists", ORDER_LISTS, COMPARED))
    n = max(1, len(found.people))
    low, high = np.minimum(found.first, found.second), np.maximum(found.first, found.second)
    keys, place = np.unique(low * n + high, return_inverse=True)
    ahead, tied = (found.first < found.second) & ~found.tied, found.tied
    before, ties, total = (np.bincount(place[mask], minlength=len(keys)) for mask in (ahead, tied, slice(None)))
    after = total - before - ties
    documents = np.unique(place * np.int64(found.n_documents + 1) + found.document)
    n_documents = np.bincount(documents // (found.n_documents + 1), minlength=len(keys))
    turned = after > before
    first, second = np.where(turned, keys % n, keys // n), np.where(turned, keys // n, keys % n)
    people = np.array([*found.people, ""], dtype=object)
    n_before, n_after = np.where(turned, after, before), np.where(turned, before, after)
    table = pd.DataFrame(
        {
            "person": pd.array(people[first], dtype=pandas_dtype("str")),
            "other": pd.array(people[second], dtype=pandas_dtype("str")),
            "n_before": n_before,
            "n_after": n_after,
            "n_tied": ties,
            "n_documents": n_documents,
        }
    )[total >= min_lists]
    return PRECEDENCE.checked(_with_shares(table))


def _with_shares(table: pd.DataFrame) -> pd.DataFrame:
    """With share and interval; most lists first."""
    told = table["n_before"] + table["n_after"]
    low, high = wilson(table["n_before"], told)
    share = (table["n_before"] / told.where(told > 0)).round(6)
    table = table.assign(share=share, low=low.round(6), high=high.round(6), n_lists=told + table["n_tied"])
    table = table.sort_values(["n_lists", "person", "other"], ascending=[False, True, True], kind="stable")
    return table.drop(columns="n_lists")
