"""Events: of which kinds, in which months, who takes part in which role, and personnel acts, each told once."""

import pandas as pd

from analysis.report.views.documents import months_of

TYPES = (
    "meeting", "inspection", "guests", "visit", "speech", "award", "signing", "appointment", "removal", "case",
)  # fmt: skip
ROLES = (
    "host", "attend", "accompany", "speak", "lead", "guest", "visitor", "welcome", "sign", "honoree", "appointee",
    "subject", "authority",
)  # fmt: skip
ACT = ["person", "act", "title", "body_full"]


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


def acts(appointments: pd.DataFrame) -> pd.DataFrame:
    """Acts, the last first: date, person, act, title, body_full, authority, n_documents.

    What several documents of one year tell is one act, on its first day. The authority is that of its first documents, since
    later ones, congratulations say, name others beside it.
    """
    told = appointments.assign(year=appointments["date"].str[:4], authority=_authorities(appointments))
    told = told.assign(undated=told["date"] == "").sort_values(["undated", "date"], kind="stable")
    groups = told.groupby([*ACT, "year"], sort=False)
    table = groups.agg(date=("date", "first"), n_documents=("doc_id", "nunique")).reset_index()
    first = told[told["date"] == groups["date"].transform("first")]
    named = first[first["authority"] != ""].groupby([*ACT, "year"])["authority"].first()
    keys = pd.MultiIndex.from_frame(table[[*ACT, "year"]])
    table = table.assign(authority=named.reindex(keys).fillna("").to_numpy())
    columns = ["date", *ACT, "authority", "n_documents"]
    return table.sort_values("date", ascending=False, kind="stable", ignore_index=True)[columns]


def _authorities(appointments: pd.DataFrame) -> "pd.Series[str]":
    """In full where that is known."""
    return appointments["authority_full"].where(appointments["authority_full"] != "", appointments["authority"])
