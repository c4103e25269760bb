"""Who stands in the documents with which office, when, and with whom."""

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
