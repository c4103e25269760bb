"""Events: of which kinds, in which months, and who takes part in which role."""

import pandas as pd

from analysis.report.views.documents import months_of

TYPES = (
    "meeting", "inspection", "guests", "visit", "speech", "award", "signing", "appointment", "removal", "case",
)  # fmt: skip
ROLES = (
    "host", "attend", "accompany", "speak", "lead", "guest", "visitor", "welcome", "sign", "honoree", "appointee",
    "subject", "authority",
)  # fmt: skip


def by_type(events: pd.DataFrame) -> pd.DataFrame:
    """Types, most frequent first: type, n_events, n_documents, dated, hosted (shares with a day and with a host), n_participants."""
    told = events.assign(dated=events["since"] != "", hosted=events["host"] != "")
    table = (
        told.groupby("type", sort=True)
        .agg(
            n_events=("type", "size"),
            n_documents=("doc_id", "nunique"),
            dated=("dated", "mean"),
            hosted=("hosted", "mean"),
            n_participants=("n_participants", "sum"),
        )
        .reset_index()
    )
    return table.sort_values("n_events", ascending=False, kind="stable", ignore_index=True)


def by_month(events: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """Events by the month of publication, months down, types across, most frequent first.

    The month of publication is known for more events than their own, and compares with the documents of the month. Months
    run over the whole period of the documents.
    """
    month = events["doc_id"].map(documents.set_index("doc_id")["date"].str[:7])
    dated = events[month != ""]
    if dated.empty:
        return pd.DataFrame()
    table = pd.crosstab(month[month != ""], dated["type"])
    order = table.sum().sort_values(ascending=False, kind="stable").index
    return table.reindex(index=months_of(documents), columns=order, fill_value=0)


def roles_of(participants: pd.DataFrame) -> pd.DataFrame:
    """Persons down, most events first, ties by name: n_events, then events in each role that occurs, in the order of `ROLES`."""
    there = participants.drop_duplicates(["doc_id", "event_id", "person", "role"])
    events = there.drop_duplicates(["doc_id", "event_id", "person"]).groupby("person", sort=True).size()
    table = pd.crosstab(there["person"], there["role"]) if len(there) else pd.DataFrame()
    table = table.reindex(columns=[role for role in ROLES if role in table.columns])
    table.insert(0, "n_events", events.reindex(table.index).astype("int64"))
    return table.sort_values("n_events", ascending=False, kind="stable")
