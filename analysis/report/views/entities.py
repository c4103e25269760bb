"""Who and what is named, in how many documents, from when to when.

Only appearances are counted: a name inside a doctrine, an epithet or a byline is in `mentions`, not here.
"""

import pandas as pd

from analysis.intervals import wilson
from analysis.names.linking.bodies import is_relative
from analysis.report.views.documents import day_of, months_of


def appearances_of(mentions: pd.DataFrame, kind_of_name: str) -> pd.DataFrame:
    """The mentions of one type that are appearances.

    省委 or 集团 is another body in another text: it counts under the name that its document gives it, or not at all.
    """
    found = mentions[(mentions["type"] == kind_of_name) & (mentions["kind"] == "appearance")]
    relative = found["text"].map(is_relative).astype(bool)
    known = ~relative | ((found["entity_id"] != found["text"]) & (found["entity_id"] != ""))
    return found.assign(text=found["text"].mask(relative, found["entity_id"]))[known]


def top_entities(mentions: pd.DataFrame, documents: pd.DataFrame, kind_of_name: str, top: int) -> pd.DataFrame:
    """Names by documents, ties by mentions and name: text, n_documents, n_mentions, first_seen, last_seen."""
    found = appearances_of(mentions, kind_of_name)
    days = found["doc_id"].map(day_of(documents)).replace("", None)
    table = (
        found.assign(day=days)
        .groupby("text", sort=True)
        .agg(
            n_documents=("doc_id", "nunique"),
            n_mentions=("doc_id", "size"),
            first_seen=("day", "min"),
            last_seen=("day", "max"),
        )
        .fillna({"first_seen": "", "last_seen": ""})
        .reset_index()
    )
    order = ["n_documents", "n_mentions", "text"]
    return table.sort_values(order, ascending=[False, False, True], ignore_index=True).head(top)


def trend(mentions: pd.DataFrame, documents: pd.DataFrame, names: list[str], kind_of_name: str) -> pd.DataFrame:
    """Share of each month's documents that name each of `names`, with its interval.

    Columns: term, month, n_documents, n_total, share, low, high; terms in the order of `names`, then months.
    """
    month = documents.set_index("doc_id")["date"].str[:7]
    months = months_of(documents)
    total = month.value_counts().reindex(months, fill_value=0)
    found = appearances_of(mentions, kind_of_name)
    pairs = found.loc[found["text"].isin(names), ["text", "doc_id"]].drop_duplicates()
    counts = pd.crosstab(pairs["text"], pairs["doc_id"].map(month)).reindex(names, columns=months, fill_value=0)
    table = counts.T.rename_axis("month").reset_index().melt(id_vars="month", var_name="term", value_name="n_documents")
    table = table[["term", "month", "n_documents"]]
    table["n_total"] = table["month"].map(total)
    table["share"] = table["n_documents"] / table["n_total"].where(table["n_total"] > 0)
    table["low"], table["high"] = wilson(table["n_documents"], table["n_total"])
    return table
