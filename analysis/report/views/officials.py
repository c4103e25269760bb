"""Who is listed with which office, when, with whom, and in which order.

Order is the protocol of one list, not power: nothing here says who ranks above whom beyond the lists that were read.
"""

from collections import Counter

import pandas as pd

from analysis.report.views.documents import day_of
from analysis.report.views.rows import each


def _by_count(counts: pd.Series) -> pd.Series:
    """Largest first, ties in the order of the index, so that two runs agree."""
    return counts.sort_index(kind="stable").sort_values(ascending=False, kind="stable")


def people_by_documents(officials: pd.DataFrame) -> pd.Series:
    """Documents in which each person stands with an office, most first."""
    return _by_count(officials.groupby("person")["doc_id"].nunique())


def counts_of(officials: pd.DataFrame, column: str) -> pd.Series:
    """Documents of each value of `column` (`title`, `body_full`), most first; empty values are left out."""
    return _by_count(officials[officials[column] != ""].groupby(column)["doc_id"].nunique())


def appearances(officials: pd.DataFrame, documents: pd.DataFrame | None = None, top: int = 20) -> pd.DataFrame:
    """One row a person and day: person, day, title, body_full, n_documents; persons by documents, then by day.

    The title is the first one written that day, which by protocol is the highest. The days are those of `documents`, or,
    without it, of the column `day` that a study gives to its officials.
    """
    people = list(people_by_documents(officials).head(top).index)
    rows = officials[officials["person"].isin(people)]
    if documents is not None:
        rows = rows.assign(day=rows["doc_id"].map(day_of(documents)))
    table = (
        rows[rows["day"] != ""]
        .groupby(["person", "day"], sort=True)
        .agg(title=("title", "first"), body_full=("body_full", "first"), n_documents=("doc_id", "nunique"))
        .reset_index()
    )
    place = table["person"].map({person: i for i, person in enumerate(people)})
    return table.assign(place=place).sort_values(["place", "day"], ignore_index=True).drop(columns="place")


def lists(officials: pd.DataFrame) -> pd.DataFrame:
    """Enumerations, one row a person in one: doc_id, list, order, person, start, stop, title, body_full.

    `list` numbers the enumerations of a document from 1. A new one begins where the order does not grow; a person with
    two posts keeps one row, with the first post written.
    """
    rows = officials[officials["order"].notna()].drop_duplicates(["doc_id", "start", "person"])
    order = rows["order"].astype(int)
    same = rows["doc_id"] == rows["doc_id"].shift()
    begins = ~same | (order <= order.shift(fill_value=0))
    number = begins.groupby(rows["doc_id"]).cumsum()
    rows = rows.assign(list=number.astype(int), order=order)
    size = rows.groupby(["doc_id", "list"])["person"].transform("nunique")
    columns = ["doc_id", "list", "order", "person", "start", "stop", "title", "body_full"]
    return rows.loc[size > 1, columns].reset_index(drop=True)


def pairs(officials: pd.DataFrame, people: list[str]) -> pd.DataFrame:
    """Two of `people` with an office in one document: person, other, n_documents, doc_id, start, stop; most first.

    `doc_id` is the first document with both, and `start` and `stop` the place of `other` in it.
    """
    there = officials.loc[officials["person"].isin(people), ["doc_id", "person", "start", "stop"]]
    there = there.drop_duplicates(["doc_id", "person"])
    both = there.merge(there, on="doc_id", suffixes=("_a", "")).rename(
        columns={"person": "other", "person_a": "person"}
    )
    both = both[both["person"] < both["other"]]
    groups = both.groupby(["person", "other"], sort=True)
    table = groups.first()[["doc_id", "start", "stop"]]
    table.insert(0, "n_documents", groups.size())
    return table.reset_index().sort_values("n_documents", ascending=False, kind="stable", ignore_index=True)


def together(officials: pd.DataFrame, people: list[str]) -> pd.DataFrame:
    """Documents in which two persons both stand with an office: a square table; the diagonal counts each alone."""
    alone = people_by_documents(officials)
    matrix = pd.DataFrame(0, index=people, columns=people)
    for row in each(pairs(officials, people)):
        matrix.loc[row.person, row.other] = matrix.loc[row.other, row.person] = row.n_documents
    for person in people:
        matrix.loc[person, person] = alone[person]
    return matrix


def precedence(officials: pd.DataFrame, people: list[str] | None = None) -> pd.DataFrame:
    """How often one person stands before another in a list: person, other, before, after, by lists with both.

    `person` is the one who stands first more often (ties by name), so `before >= after`.
    """
    rows = lists(officials)
    if people is not None:
        rows = rows[rows["person"].isin(people)]
    rows = rows.drop_duplicates(["doc_id", "list", "person"])
    both = rows.merge(rows, on=["doc_id", "list"], suffixes=("", "_b"))
    both = both[both["order"] < both["order_b"]]
    ahead = Counter(zip(both["person"], both["person_b"], strict=True))
    found = {tuple(sorted(pair)) for pair in ahead}
    table = pd.DataFrame(
        [_directed(a, b, ahead[a, b], ahead[b, a]) for a, b in sorted(found)],
        columns=["person", "other", "before", "after"],
    )
    lists_with_both = table["before"] + table["after"]
    return table.loc[lists_with_both.sort_values(ascending=False, kind="stable").index].reset_index(drop=True)


def witnesses(rows: pd.DataFrame, first: str, second: str) -> pd.DataFrame:
    """The places of `second` in those of the lists (`rows` as from `lists`) in which it stands after `first`."""
    keys = ["doc_id", "list"]
    ahead, behind = rows[rows["person"] == first], rows[rows["person"] == second]
    both = behind.merge(ahead[[*keys, "order"]], on=keys, suffixes=("", "_first"))
    return both.loc[both["order_first"] < both["order"], ["doc_id", "start", "stop"]]


def _directed(a: str, b: str, a_first: int, b_first: int) -> tuple[str, str, int, int]:
    return (a, b, a_first, b_first) if a_first >= b_first else (b, a, b_first, a_first)


def changes(officials: pd.DataFrame) -> pd.DataFrame:
    """Rows of personnel acts, and of posts that are not simply held today (原, 前, 代, 候任 …), in document order."""
    return officials[(officials["act"] != "") | (officials["modifier"] != "")]
