"""The order that lists agree on, as far as they go, with the certainty of each place."""

from fractions import Fraction

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.given_tables import check_whole, given_table
from analysis.orders.comparisons import Comparisons, comparisons_of
from analysis.orders.lists import COMPARED, LIST
from analysis.orders.majority import Order, connected_components, order_of
from analysis.tables import CONSENSUS_ORDER, ORDER_LISTS

Ints = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float64]
ENDS = (2.5, 97.5)  # percentiles: a 95 % interval


def consensus_order(lists: pd.DataFrame, n_boot: int = 200, seed: int = 0, *, min_lists: int = 1) -> pd.DataFrame:
    """One order from many lists, with ties, and with an interval for each place.

    Parameters
    ----------
    lists : DataFrame of `tables.ORDER_LISTS`
        All of them, or those of one period or class.
    n_boot : int
        How often documents are drawn anew for the intervals; 0 for none.
    seed : int
    min_lists : int
        Persons in fewer lists are left out.

    Returns
    -------
    DataFrame of `tables.CONSENSUS_ORDER`
        By component, position and person_id. Persons who were never compared, not even through others, are in different
        components and have no order.

    Raises
    ------
    AnalysisError
        If a number is not allowed, or `lists` is another table.

    Notes
    -----
    A stands before B if more lists have A before B than B before A, or a chain of such majorities leads from A to B and none
    back. Where majorities run in a circle, the orders that contradict the fewest lists decide (Kemeny 1959): all of them for
    up to 12 persons, by local search above; what the best orders do not agree on stays open. Lists of a few persons
    each leave many pairs open. `place` is therefore the mean place over all orders that keep to what is
    known, (P + 1)(N + 1) / (P + S + 2) with P persons before and S behind among N, the local partial order model of Brüggemann et al. 2004,
    *Estimation of averaged ranks by a local partial order model*, J. Chem. Inf. Comput. Sci. 44. It is exact where all are ordered.
    `position` ranks the places; equal ones are tied. Nothing depends on the order of rows, and reversed lists give the reversed order
    (in circles of more than 12 persons too, since the search runs from both ends).

    Intervals: documents are drawn with replacement, since lists of one document are not independent (the cluster bootstrap of
    Efron and Tibshirani 1993, *An introduction to the bootstrap*), and the order is made of each draw; low and high are the percentiles 2.5
    and 97.5 of the places over the draws in which the person was compared with anybody. A person in one document has a
    short interval for want of contradiction: read `n_lists` too.

    Examples
    --------
    >>> rows = [("a", "田远山", 1), ("a", "邱明礼", 2), ("b", "邱明礼", 1), ("b", "陶砚秋", 2)]
    >>> lists = pd.DataFrame(rows, columns=["doc_id", "person_id", "rank"]).assign(list_id=1)
    >>> consensus_order(lists, n_boot=0)[["position", "person_id"]].values.tolist()
    [[1, '田远山'], [2, '邱明礼'], [3, '陶砚秋']]
    """
    for name, value, least in (("n_boot", n_boot, 0), ("seed", seed, 0), ("min_lists", min_lists, 1)):
        check_whole(name, value, least)
    lists = given_table(lists, "lists", ORDER_LISTS, COMPARED).drop_duplicates([*LIST, "person_id"])
    n_lists = lists.groupby("person_id").size()
    lists = lists[lists["person_id"].map(n_lists) >= min_lists]
    if lists.empty:
        return CONSENSUS_ORDER.of([])
    found = comparisons_of(lists)
    component = connected_components(found.wins() > 0)
    draws = _draws(found.n_documents, n_boot, seed)
    tables = [
        _component(found, np.flatnonzero(component == number), number + 1, draws)
        for number in range(int(component.max()) + 1)
    ]
    table = pd.concat(tables, ignore_index=True)
    return CONSENSUS_ORDER.checked(table.assign(n_lists=table["person_id"].map(n_lists)))


def _draws(n_documents: int, n_boot: int, seed: int) -> list[Ints]:
    """How often each document is drawn, in each draw."""
    rng = np.random.default_rng(seed)
    return [np.bincount(rng.integers(0, n_documents, n_documents), minlength=n_documents) for _ in range(n_boot)]


def _component(found: Comparisons, members: Ints, number: int, draws: list[Ints]) -> pd.DataFrame:
    """The rows of one component, by position and person_id."""
    mine = found.among(members)
    wins = mine.wins()
    order = order_of(wins)
    before, behind = order.places
    exact = [Fraction(int(p) + 1, int(p) + int(s) + 2) for p, s in zip(before, behind, strict=True)]
    ranked = sorted(exact)
    first = {value: place for place, value in reversed(list(enumerate(ranked, start=1)))}
    low, high = _interval(mine, draws)
    table = pd.DataFrame(
        {
            "component": number,
            "position": [first[value] for value in exact],
            "place": places_of(order).round(6),
            "low": low.round(6),
            "high": high.round(6),
            "person_id": mine.people,
            "n_compared": ((wins + wins.T) > 0).sum(axis=1),
            "method": order.methods,
        }
    )
    return table.sort_values(["position", "person_id"], kind="stable")


def places_of(order: Order) -> Reals:
    """The mean place of each person over the orders that keep to a partial one (see `consensus_order`), shape (n,)."""
    before, behind = order.places
    return np.asarray((before + 1) * (len(before) + 1) / (before + behind + 2), dtype=np.float64)


def _interval(mine: Comparisons, draws: list[Ints]) -> tuple[Reals, Reals]:
    """The ends of the interval of each place; NaN for a person who is compared in no draw."""
    n = len(mine.people)
    low, high = np.full(n, np.nan), np.full(n, np.nan)
    if n == 1 or not draws:
        return low, high
    places = np.full((len(draws), n), np.nan)
    for row, times in zip(places, draws, strict=True):
        wins = mine.wins(times)
        there = (wins + wins.T).any(axis=1)
        row[there] = places_of(order_of(wins))[there]
    told = ~np.isnan(places).all(axis=0)
    low[told], high[told] = np.nanpercentile(places[:, told], ENDS, axis=0)
    return low, high
