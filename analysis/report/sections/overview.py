"""Section 1: what was read, and how far it can be trusted."""

import pandas as pd

from analysis.report import figures
from analysis.report.alerts import checked
from analysis.report.material import Material
from analysis.report.parts import Block, Column, Plot, Row, Section, Table
from analysis.report.views.documents import by_source
from analysis.report.views.reprints import text_groups, title_groups
from analysis.report.views.rows import plain

SOURCES, GROUPS = 40, 40  # rows shown


def overview(m: Material) -> Section:
    """Alerts, months, days, lengths, filled fields, sources, reprints, shared titles."""
    blocks: list[Block] = [checked(m.study, m.say), *_plots(m), _sources(m), _reprints(m), _titles(m)]
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
