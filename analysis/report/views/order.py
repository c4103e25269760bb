"""The order of lists of officials: what they agree on, how it changes from year to year, and where each order is printed.

Order is the protocol of these lists, not power. Tables are those of `analysis.orders`; executives, foreign guests and
village cadres are left out, since lists that mix them tell of guests and hosts.
"""

import pandas as pd

from analysis.orders import changes_of_order, consensus_order, inversions
from analysis.orders.lists import LIST, most_listed

IN_ORDER = 40  # persons in the order that is drawn and printed
LISTED = 300  # persons whose years are compared: as many as in precedence.csv
LEAST = 2  # lists: one list alone agrees with itself


def of_officials(lists: pd.DataFrame) -> pd.DataFrame:
    """The rows of `tables.ORDER_LISTS` with an office of class official."""
    return lists[lists["official_class"] == "official"]


def official_order(lists: pd.DataFrame, top: int, seed: int = 0) -> pd.DataFrame:
    """The order (`tables.CONSENSUS_ORDER`) of the `top` officials in most lists, of those in two lists and more.

    Those who stand in no list with another of them have no order and are left out.
    """
    found = consensus_order(most_listed(of_officials(lists), top), seed=seed, min_lists=LEAST)
    return found[found["n_compared"] > 0].reset_index(drop=True)


def new_years(lists: pd.DataFrame) -> list[str]:
    """The first day of each year but the first that has lists: where one period ends and the next begins.

    >>> new_years(pd.DataFrame({"day": ["", "2021-11-08", "2023-03-05"]}))
    ['2022-01-01', '2023-01-01']
    """
    years = [int(day[:4]) for day in lists["day"] if day]
    return [f"{year:04d}-01-01" for year in range(min(years) + 1, max(years) + 1)] if years else []


def changes_by_year(lists: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """`tables.ORDER_CHANGES` and `tables.INVERSIONS` from each year to the next, for officials; years apart are left out."""
    listed = most_listed(of_officials(lists), LISTED)
    years = new_years(listed)
    if not years:
        return changes_of_order(listed, at="2000-01-01").head(0), inversions(listed, at="2000-01-01").head(0)
    changes = changes_of_order(listed, at=years)
    return changes[changes["n_pairs"] > 0].reset_index(drop=True), inversions(listed, at=years)


def among(precedence: pd.DataFrame, people: list[str]) -> pd.DataFrame:
    """The pairs of `tables.PRECEDENCE` between `people`."""
    return precedence[precedence["person"].isin(people) & precedence["other"].isin(people)]


def most_compared(precedence: pd.DataFrame, top: int) -> list[str]:
    """Those who stand in most lists with the others, ties by name.

    >>> table = pd.DataFrame([("甲", "乙", 3, 1, 0), ("乙", "丙", 1, 0, 1)], columns=["person", "other", *COUNTS])
    >>> most_compared(table, 2)
    ['乙', '甲']
    """
    lists = precedence[COUNTS].sum(axis=1)
    both = pd.concat([lists.groupby(precedence[side]).sum() for side in ("person", "other")])
    found = both.groupby(level=0).sum().sort_index(kind="stable").sort_values(ascending=False, kind="stable")
    return [str(person) for person in found.head(top).index]


COUNTS = ["n_before", "n_after", "n_tied"]


def turned(precedence: pd.DataFrame) -> pd.DataFrame:
    """The pairs that stand both ways, by lists in which the rarer order stands."""
    found = precedence[precedence["n_after"] > 0]
    return found.sort_values("n_after", ascending=False, kind="stable", ignore_index=True)


def witnesses(lists: pd.DataFrame, first: str, second: str) -> pd.DataFrame:
    """The places (doc_id, start, person) of `second` in those of the lists in which it stands after `first`."""
    ahead, behind = lists[lists["person_id"] == first], lists[lists["person_id"] == second]
    both = behind.merge(ahead[[*LIST, "rank"]], on=LIST, suffixes=("", "_first"))
    return both.loc[both["rank_first"] < both["rank"], ["doc_id", "start", "person"]]
