"""Section 1: what was read, and how far it can be trusted."""

from analysis.report import figures
from analysis.report.alerts import checked
from analysis.report.material import Material
from analysis.report.parts import Block, Plot, Row, Section, Table
from analysis.report.views.documents import by_source, duplicate_groups
from analysis.report.views.rows import plain

SOURCES, GROUPS = 40, 40  # rows shown


def overview(m: Material) -> Section:
    """Alerts, months, days, lengths, filled fields, sources, duplicates."""
    blocks: list[Block] = [checked(m.study, m.say), *_plots(m), _sources(m), _duplicates(m)]
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
        n_duplicates="count",
        median_chars="count",
        first_seen="day",
        last_seen="day",
    )
    rows = [Row(values) for values in plain(table.head(SOURCES))]
    return Table(m.say("sources"), columns, rows, m.first_of(len(rows), len(table)), "documents.csv")


def _duplicates(m: Material) -> Table:
    table = duplicate_groups(m.study.documents)
    columns = m.columns(title="text", n_copies="count", first_seen="day", last_seen="day", sources="text")
    shown = table.head(GROUPS)
    values = plain(shown.drop(columns="doc_id"))
    rows = [Row(line, m.evidence.of_documents([doc_id])) for line, doc_id in zip(values, shown["doc_id"], strict=True)]
    return Table(m.say("duplicate_groups"), columns, rows, m.first_of(len(rows), len(table)), "documents.csv")
