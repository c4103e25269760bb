"""Section 5: events of each kind, who takes part in which role, and who is appointed or removed by whom."""

import pandas as pd

from analysis.report import figures
from analysis.report.material import Material
from analysis.report.parts import Block, Row, Section, Table
from analysis.report.views import events as view
from analysis.report.views.rows import each

PEOPLE, ACTS = 60, 150  # rows shown
ROLES = 6  # columns: the most frequent roles; all are in participants.csv


def events(m: Material) -> Section:
    """Types, months, roles, appointments and removals."""
    blocks: list[Block] = [
        m.hang("events_by_month", figures.events_by_month(m.study.events, m.counted, language=m.language)),
        _types(m),
        _roles(m),
        _acts(m),
    ]
    told, people = m.study.events, m.study.participants["person"].nunique()
    lead = m.say(
        "lead_events", n=f"{len(told):,}", documents=f"{told['doc_id'].nunique():,}", people=f"{people:,}",
        acts=f"{len(m.study.appointments):,}",
    )  # fmt: skip
    return Section("events", m.say("events"), lead, blocks)


def _types(m: Material) -> Table:
    told = m.study.events
    rows = [
        Row(
            (m.say(f"type_{row.type}"), row.n_events, row.n_documents, row.dated, row.hosted, row.n_participants),
            m.evidence.of_rows(told[told["type"] == row.type]),
        )
        for row in each(view.by_type(told))
    ]
    columns = m.columns(
        event_type="text", n_events="count", n_documents="count", dated="share", hosted="share", n_participants="count"
    )
    return Table(m.say("event_types"), columns, rows, "", "events.csv")


def _roles(m: Material) -> Table:
    there = m.study.participants
    table = view.roles_of(there)
    shown = table.head(PEOPLE)
    named = there["role"].value_counts(sort=False).sort_index(kind="stable").sort_values(ascending=False, kind="stable")
    roles = [role for role in view.ROLES if role in set(named.index[:ROLES])]
    places = dict(list(there[there["person"].isin(shown.index)].groupby("person")))
    rows = [
        Row((person, n, *(counts[role] or None for role in roles)), m.evidence.of_rows(places[person]))
        for person, n, counts in zip(shown.index, shown["n_events"], shown.to_dict("records"), strict=True)
    ]
    columns = m.columns(person="name", n_events="count") + m.columns(**{f"role_{role}": "count" for role in roles})
    note = " ".join(filter(None, (m.say("roles_note"), m.first_of(len(rows), len(table)))))
    return Table(m.say("roles"), columns, rows, note, "participants.csv")


def _acts(m: Material) -> Table:
    """The last acts first; those without a day at the end."""
    told = m.study.appointments
    table = view.acts(told)
    places = dict(list(told.groupby(view.ACT, sort=False)))
    rows = [
        Row(
            (row.date, row.act, row.person, row.title, row.body_full, row.authority, row.n_documents),
            m.evidence.of_rows(_of_year(places[row.person, row.act, row.title, row.body_full], row.date)),
        )
        for row in each(table.head(ACTS))
    ]
    columns = m.columns(
        date="day", act="text", person="name", title_held="text", body_full="text", authority="text", n_documents="count"
    )  # fmt: skip
    note = " ".join(filter(None, (m.say("appointments_note"), m.first_of(len(rows), len(table)))))
    return Table(m.say("appointments"), columns, rows, note, "appointments.csv")


def _of_year(rows: pd.DataFrame, day: str) -> pd.DataFrame:
    return rows[rows["date"].str[:4] == day[:4]]
