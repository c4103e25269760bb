"""Section 3: persons, organisations and places."""

from analysis.report import figures
from analysis.report.anchors import anchor
from analysis.report.figures.entities import NAME_TYPES
from analysis.report.material import Material
from analysis.report.parts import Block, Row, Section, Table
from analysis.report.views.entities import appearances_of, top_entities
from analysis.report.views.rows import plain

SHOWN = 40  # rows of each table


def entities(m: Material) -> Section:
    """Bars, trends of the top persons, and a table of each type of name with its texts."""
    study = m.study
    blocks: list[Block] = [
        m.hang("entity_bars", figures.entity_bars(study.mentions, study.documents, language=m.language)),
        m.hang("person_trends", figures.person_trends(study.mentions, m.counted, language=m.language)),
        *(_table(m, name_type) for name_type in NAME_TYPES),
    ]
    return Section("entities", m.say("entities"), m.say("lead_entities"), blocks)


def _table(m: Material, name_type: str) -> Table:
    spans = appearances_of(m.study.mentions, name_type)
    table = top_entities(m.study.mentions, m.study.documents, name_type, SHOWN)
    places = dict(list(spans[spans["text"].isin(table["text"])].groupby("text")))
    kind = name_type.lower()
    rows = [Row(values, m.evidence.of_rows(places[values[0]]), anchor(kind, values[0])) for values in plain(table)]
    columns = m.columns(name="text", n_documents="count", n_mentions="count", first_seen="day", last_seen="day")
    note = m.first_of(len(rows), spans["text"].nunique())
    return Table(m.say(f"{kind}s"), columns, rows, note, "mentions.csv")
