"""Groups of reprints, and of documents that share only a title, a row a group."""

import pandas as pd


def text_groups(reprints: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """Texts that stand more than once, most often first.

    Columns: doc_id of the first published, title, n_copies (the first included), n_exact, n_near, similarity (the least
    with the first), first_source, first_seen, lag_days (the longest).
    """
    texts = _with_titles(reprints[reprints["kind"] != "title"], documents)
    return _by_size(pd.DataFrame([_text(group) for _, group in texts.groupby("group", sort=True)], columns=TEXT))


def title_groups(reprints: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """Titles that stand over different texts, most often first.

    Columns: doc_id of the first published, title, n_copies, similarity (the greatest with the first: low for a column that
    appears every week, high for a form that is filled in anew), first_seen, last_seen, sources.
    """
    titles = _with_titles(reprints[reprints["kind"] == "title"], documents)
    return _by_size(pd.DataFrame([_title(group) for _, group in titles.groupby("group", sort=True)], columns=TITLE))


TEXT = ["doc_id", "title", "n_copies", "n_exact", "n_near", "similarity"]
TEXT += ["first_source", "first_seen", "lag_days"]
TITLE = ["doc_id", "title", "n_copies", "similarity", "first_seen", "last_seen", "sources"]


def _with_titles(rows: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    facts = documents[["doc_id", "title", "date"]].assign(date=documents["date"].str[:10])
    return rows.merge(facts, on="doc_id", how="left", validate="many_to_one")


def _text(group: pd.DataFrame) -> tuple[object, ...]:
    first, kinds = group.iloc[0], group["kind"].value_counts()
    return (
        first["group"],
        first["title"],
        len(group),
        int(kinds.get("exact", 0)),
        int(kinds.get("near", 0)),
        group["similarity"].min(),
        first["source"],
        first["date"],
        group["lag_days"].max(),
    )


def _title(group: pd.DataFrame) -> tuple[object, ...]:
    first, days = group.iloc[0], sorted(day for day in group["date"] if day)
    seen = (days[0], days[-1]) if days else ("", "")
    likest = group["similarity"].iloc[1:].max()
    return first["group"], first["title"], len(group), likest, *seen, _names(group["source"])


def _names(sources: pd.Series) -> str:
    return "、".join(sorted({source for source in sources if source}))


def _by_size(groups: pd.DataFrame) -> pd.DataFrame:
    return groups.sort_values(["n_copies", "doc_id"], ascending=[False, True], ignore_index=True)
