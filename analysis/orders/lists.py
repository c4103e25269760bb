"""Enumerations as lists in order, each counted once."""

import pandas as pd

from analysis.document import Corpus
from analysis.given_tables import check_documents, given_corpus, given_table
from analysis.officials.people import sightings
from analysis.orders.strokes import stands_by_strokes
from analysis.tables import OFFICIALS, ORDER_LISTS

LIST = ["doc_id", "list_id"]
COMPARED = [*LIST, "person_id", "rank"]  # the columns of lists that say who stands where
SEPARATOR = "、"
NEEDED = [
    "doc_id", "start", "person", "title", "body_full", "act", "order", "shared", "official_class", "sentence", "list_id",
]  # fmt: skip


def order_lists(officials: pd.DataFrame, corpus: Corpus, reprints: pd.DataFrame | None = None) -> pd.DataFrame:
    """The persons of each enumeration in their order.

    Parameters
    ----------
    officials : DataFrame of `tables.OFFICIALS`
        If it has a column `person_id` (`careers.person_ids`), that says who is who; else the name does.
    corpus : Corpus
        Holds the days of its documents.
    reprints : DataFrame of `tables.REPRINTS`, optional
        Lists of reprints are left out. Without it every document counts.

    Returns
    -------
    DataFrame of `tables.ORDER_LISTS`
        Lists of two persons and more, by day, document and list. A person has one row in a list, at the first place.

    Raises
    ------
    AnalysisError
        If the table or the corpus is another thing.

    Notes
    -----
    Acts (任命, 免去 …) are left out: they name people post by post. So is a list that has the same persons in the same order as
    an earlier one of the same day, since one event is told in several bulletins: this errs towards fewer lists.
    `rank` is the order with ties: of those who stand by the strokes of their surnames, by the sentence or by the look of it
    (`orders.strokes`), in a whole list or in one group of a list, nobody is before another.

    Examples
    --------
    >>> from analysis.document import Document
    >>> from analysis.officials.find import find_officials
    >>> corpus = Corpus([Document("d", text="水利部副部长田远山、邱明礼，总工程师陶砚秋出席会议。")])
    >>> order_lists(find_officials(corpus), corpus)[["order", "person", "title", "group", "rank"]].values.tolist()
    [[1, '田远山', '副部长', 1, 1], [2, '邱明礼', '副部长', 1, 2], [3, '陶砚秋', '总工程师', 2, 3]]
    """
    officials = given_table(officials, "officials", OFFICIALS, NEEDED, ["person_id"])
    corpus = given_corpus(corpus)
    check_documents(officials, "officials", corpus)
    who = officials["person_id"] if "person_id" in officials else officials["person"]
    seen = sightings(officials.assign(person_id=who), corpus, reprints)
    seen = seen[seen["list_id"].notna() & (seen["act"] == "") & (seen["text_id"] == seen["doc_id"])]
    if seen.empty:
        return ORDER_LISTS.of([])
    seen = seen.assign(day=seen["day"].fillna(""), undated=seen["day"].isna(), list_id=seen["list_id"].astype("int64"))
    seen = seen.sort_values(["undated", "day", *LIST, "start"], kind="stable", ignore_index=True)
    return ORDER_LISTS.checked(_ranked(_once(_one_row_each(seen)))[ORDER_LISTS.names])


def most_listed(lists: pd.DataFrame, top: int) -> pd.DataFrame:
    """The rows of the persons who stand in most lists, in their order; ties by person_id.

    >>> lists = pd.DataFrame({"doc_id": ["a", "a", "b", "b"], "list_id": 1, "person_id": ["甲", "乙", "丙", "甲"]})
    >>> most_listed(lists, 2)["person_id"].tolist()
    ['甲', '丙', '甲']
    """
    counts = lists.groupby("person_id").size().sort_index(kind="stable").sort_values(ascending=False, kind="stable")
    return lists[lists["person_id"].isin(counts.head(top).index)]


def _one_row_each(seen: pd.DataFrame) -> pd.DataFrame:
    """One row for each person in each list, with all offices held at that place; order grows within a list."""
    place = [*LIST, "start", "person_id"]
    joined = seen.groupby(place, sort=False)[["title", "body_full"]].agg(SEPARATOR.join)
    rows = seen.drop_duplicates(place).drop(columns=["title", "body_full"]).join(joined, on=place)
    rows = rows.drop_duplicates([*LIST, "person_id"])
    rows = rows[rows.groupby(LIST)["person_id"].transform("size") > 1]
    order = rows["order"].fillna(0).astype("int64")
    grows = (order.groupby([rows[key] for key in LIST]).diff().fillna(1) > 0).groupby([rows[key] for key in LIST])
    return rows.assign(order=order.where(grows.transform("all"), rows.groupby(LIST).cumcount() + 1))


def _once(rows: pd.DataFrame) -> pd.DataFrame:
    """Without lists that repeat an earlier one of the day (of the document, where there is no day)."""
    people = rows.groupby(LIST, sort=False)["person_id"].agg(tuple)
    days = rows["day"].where(rows["day"] != "", rows["doc_id"])
    first = pd.DataFrame({"people": people, "day": days.groupby([rows[key] for key in LIST], sort=False).first()})
    kept = first[~first.duplicated()].index
    return rows[pd.MultiIndex.from_frame(rows[LIST]).isin(kept)]


def _ranked(rows: pd.DataFrame) -> pd.DataFrame:
    """With group, sorted_by and rank."""
    offices = rows["title"] + "\n" + rows["body_full"]
    starts = (offices != offices.shift()) | (rows[LIST] != rows[LIST].shift()).any(axis=1)
    group = starts.groupby([rows[key] for key in LIST]).cumsum().astype("int64")
    rows = rows.assign(group=group, sorted_by="", rank=rows["order"])
    for keys in ([*LIST, "group"], LIST):
        for _, part in rows[rows.groupby(keys)["person_id"].transform("size") > 1].groupby(keys, sort=False):
            if stands_by_strokes(part["person"].tolist(), part["sentence"].iloc[0]):
                rows.loc[part.index, "sorted_by"] = "strokes"
                rows.loc[part.index, "rank"] = part["order"].min()
    return rows
