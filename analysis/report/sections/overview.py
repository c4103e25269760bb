"""Section 1: what was read, and how far it can be trusted."""

import pandas as pd

from analysis.report import figures
from analysis.report.alerts import checked
from analysis.report.material import Material
from analysis.report.parts import Block, Column, Plot, Row, Section, Table
from analysis.report.views import careers as view
from analysis.report.views.documents import by_source
from analysis.report.views.reprints import text_groups, title_groups
from analysis.report.views.rows import each, plain

SOURCES, GROUPS, BODIES = 40, 40, 40  # rows shown


def overview(m: Material) -> Section:
    """Alerts, months, days, lengths, filled fields, sources, reprints, shared titles, unresolved bodies."""
    blocks: list[Block] = [checked(m.study, m.say), *_plots(m), _sources(m), _reprints(m), _titles(m)]
    if len(view.unresolved(m.study.bodies)):
        blocks.append(_unresolved(m))
    lead = m.say("lead_overview", n=f"{len(m.study.documents):,}", problems=f"{m.study.problems['path'].nunique():,}")
    return Section("overview", m.say("overview"), lead, blocks)


def _plots(m: Material) -> list[Plot]:
    documents, language = m.study.documents, m.language
    return [
        m.hang("documents_by_month", figures.documents_by_month(documents, language=language)),
        m.hang("calendar", figures.calendar(documents, language=language)),
        m.hang("lengths", figures.lengths(documents, language=language)),
        m.hang("filled_fields", figures.filled_fields(documents, language=language)),
    ]


def _sources(m: Material) -> Table:
    table = by_source(m.study.documents)
    table["source"] = table["source"].replace("", m.say("no_source"))
    columns = m.columns(
        source="text",
        n_documents="count",
        share="share",
        n_unique="count",
        n_duplicates="count",
        median_chars="count",
        first_seen="day",
        last_seen="day",
    )
    rows = [Row(values) for values in plain(table.head(SOURCES))]
    return Table(m.say("sources"), columns, rows, m.first_of(len(rows), len(table)), "documents.csv")


def _reprints(m: Material) -> Table:
    columns = m.columns(
        title="text",
        n_copies="count",
        n_exact="count",
        n_near="count",
        similarity="fraction",
        first_source="text",
        first_seen="day",
        lag_days="real",
    )
    return _groups(m, "reprint_groups", columns, text_groups(m.study.reprints, m.study.documents))


def _titles(m: Material) -> Table:
    columns = m.columns(
        title="text", n_copies="count", similarity="fraction", first_seen="day", last_seen="day", sources="text"
    )
    return _groups(m, "title_groups", columns, title_groups(m.study.reprints, m.study.documents))


def _groups(m: Material, name: str, columns: list[Column], table: pd.DataFrame) -> Table:
    """The first groups, each with the text of its first document; all are in the file."""
    shown = table.head(GROUPS)
    values = plain(shown.drop(columns="doc_id"))
    rows = [Row(line, m.evidence.of_documents([doc_id])) for line, doc_id in zip(values, shown["doc_id"], strict=True)]
    note = " ".join(filter(None, (m.say(f"{name}_note"), m.first_of(len(rows), len(table)))))
    return Table(m.say(name), columns, rows, note, "reprints.csv")


def _unresolved(m: Material) -> Table:
    table = view.unresolved(m.study.bodies)
    shown = table.head(BODIES)
    rows = [
        Row((row.name, row.n_officials, row.n_positions, row.n_documents), m.evidence.of_rows(places))
        for row, places in zip(each(shown), view.serving(m.study.officials, shown), strict=True)
    ]
    columns = m.columns(body_full="text", n_officials="count", n_positions="count", n_documents="count")
    note = " ".join(filter(None, (m.say("unresolved_bodies_note"), m.first_of(len(rows), len(table)))))
    return Table(m.say("unresolved_bodies"), columns, rows, note, "bodies.csv")
