"""How many documents, when, from whom, how long, and what they lack."""

import pandas as pd

FIELDS = ("title", "date", "source", "author", "editors", "n_chars")  # what a researcher filters and cites by


def day_of(documents: pd.DataFrame) -> pd.Series:
    """ISO day of each document, indexed by doc_id; empty if unknown."""
    return documents.set_index("doc_id")["date"].str[:10]


def months_between(first: str, last: str) -> list[str]:
    """Every month of the period, both ends included.

    >>> months_between("2021-11", "2022-02")
    ['2021-11', '2021-12', '2022-01', '2022-02']
    """
    return [str(month) for month in pd.period_range(first, last, freq="M")]


def months_of(documents: pd.DataFrame) -> list[str]:
    """Every month from the first dated document to the last; empty if none is dated."""
    days = documents.loc[documents["date"] != "", "date"]
    return months_between(days.min()[:7], days.max()[:7]) if len(days) else []


def named_sources(documents: pd.DataFrame, top: int) -> list[str]:
    """The sources with most documents, ties in the order of their names."""
    counts = documents.loc[documents["source"] != "", "source"].value_counts()
    return sorted(counts.index, key=lambda source: (-counts[source], source))[:top]


def by_month(documents: pd.DataFrame, top: int = 6) -> pd.DataFrame:
    """Documents of each source by month: months down, the `top` sources across, the rest under an empty name."""
    dated = documents[documents["date"] != ""]
    kept = named_sources(documents, top)
    source = dated["source"].where(dated["source"].isin(kept), "")
    table = pd.crosstab(dated["date"].str[:7], source)
    columns = kept + ([""] if "" in table.columns else [])
    return table.reindex(index=months_of(documents), columns=columns, fill_value=0)


def months(documents: pd.DataFrame) -> pd.DataFrame:
    """Documents of each month, and without reprints: month, n_documents, n_unique; every month of the period."""
    month = documents["date"].str[:7]
    every = months_of(documents)
    counts = {
        "n_documents": month.value_counts().reindex(every, fill_value=0),
        "n_unique": month[documents["duplicate_of"] == ""].value_counts().reindex(every, fill_value=0),
    }
    return pd.DataFrame({"month": every} | {name: list(numbers) for name, numbers in counts.items()})


def by_day(documents: pd.DataFrame) -> pd.Series:
    """Documents of each day that has any, in the order of days."""
    days = day_of(documents)
    return days[days != ""].value_counts().sort_index()


def by_source(documents: pd.DataFrame) -> pd.DataFrame:
    """Sources, most documents first: source, n_documents, share, n_unique, n_duplicates, median_chars, first and last_seen.

    A reprint is counted as a duplicate of the source it stands in, whoever had the text first.
    """
    day, copy = documents["date"].str[:10].replace("", None), documents["duplicate_of"] != ""
    rows = documents.assign(day=day, copy=copy, unique=~copy)
    groups = rows.groupby("source", sort=True)
    table = groups.agg(
        n_documents=("doc_id", "size"),
        n_unique=("unique", "sum"),
        n_duplicates=("copy", "sum"),
        median_chars=("n_chars", "median"),
        first_seen=("day", "min"),
        last_seen=("day", "max"),
    ).fillna({"first_seen": "", "last_seen": ""})
    table.insert(1, "share", table["n_documents"] / max(len(documents), 1))
    return table.reset_index().sort_values(["n_documents", "source"], ascending=[False, True], ignore_index=True)


def filled(documents: pd.DataFrame, top: int = 8) -> pd.DataFrame:
    """Share of documents whose field is filled: fields down; all documents (an empty name) and `top` sources across."""
    present = documents[list(FIELDS)].apply(lambda column: column > 0 if column.name == "n_chars" else column != "")
    table = pd.DataFrame({"": present.mean()})
    for source in named_sources(documents, top):
        table[source] = present[documents["source"] == source].mean()
    return table


def longest_gap(documents: pd.DataFrame) -> tuple[int, str, str]:
    """The longest run of days without a document: its length, the day before it and the day after it."""
    days = pd.to_datetime(pd.Series(by_day(documents).index))
    if len(days) < 2:
        return 0, "", ""
    steps = days.diff().dt.days
    at = int(steps.argmax())
    return int(steps[at]) - 1, str(days[at - 1].date()), str(days[at].date())
