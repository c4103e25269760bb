"""Section 4: officials, their posts and careers, their bodies and ranks, their silences, and namesakes."""

import pandas as pd

from analysis.report import figures
from analysis.report.anchors import anchor
from analysis.report.material import Material
from analysis.report.parts import Block, Plot, Prose, Quote, Row, Section, Table
from analysis.report.views import careers as view
from analysis.report.views.officials import pairs, people_by_documents
from analysis.report.views.rows import each

CAREERS, BODIES, GAPS, HOMONYMS, PAIRS = 200, 60, 40, 40, 40  # rows shown
EACH = 10  # posts of one person: each of the twenty in the figure of appearances has a row
IN_PAIRS = 300  # persons: as many as in pairs.csv
SOURCES = 2  # named in a cell; how many more there are is told


def officials(m: Material) -> Section:
    """Appearances, careers, bodies, titles, ranks, silences, namesakes, company."""
    blocks: list[Block] = [
        Prose([m.say("reading_caveat")], m.say("caveat")),
        *_plots(m),
        _careers(m),
        _bodies(m),
        _gaps(m),
        *([_homonyms(m)] if len(m.study.homonyms) else []),
        _company(m),
    ]
    return Section("officials", m.say("officials"), _lead(m), blocks)


def _lead(m: Material) -> str:
    table = m.study.officials
    counts = {name: f"{table.loc[table[name] != '', name].nunique():,}" for name in ("person", "title", "body_full")}
    return m.say("lead_officials", n=f"{len(table):,}", documents=f"{table['doc_id'].nunique():,}", **counts)


def _plots(m: Material) -> list[Plot]:
    table, language = m.study.officials, m.language
    held = table[table["person"].isin(m.study.careers["person"])]  # each dot leads to a row; posts to come have none
    ranked = table[table["official_class"] == "official"]
    return [
        m.hang("appearances", figures.appearances(held, m.study.documents, language=language)),
        m.hang("body_bars", figures.body_bars(table, language=language)),
        m.hang("title_bars", figures.title_bars(table, language=language)),
        m.hang("rank_bars", figures.rank_bars(ranked, language=language)),
        m.hang("together", figures.together(table, language=language)),
    ]


def _careers(m: Material) -> Table:
    careers = view.in_order(m.study.careers, people_by_documents(m.study.officials))
    shown = view.first_of_each(careers, EACH).head(CAREERS)
    first = ~shown["person"].duplicated()
    seen = view.sightings_of(shown, m.study.identified)
    rows = [
        Row(
            (row.person_id, row.title, row.body_full, view.rank_of(places), _spell(m, row), row.n_documents, _sources(row.sources)),
            m.evidence.of_rows(places),
            anchor("official", row.person) if alone else "",
        )
        for row, places, alone in zip(each(shown), seen, first, strict=True)
    ]  # fmt: skip
    columns = m.columns(
        person="name", title_held="text", body_full="text", post_rank="text", spell="spell", n_documents="count", sources="text"
    )  # fmt: skip
    note = " ".join(filter(None, (m.say("careers_note"), m.first_of(len(rows), len(careers)))))
    return Table(m.say("careers"), columns, rows, note, "careers.csv")


def _spell(m: Material, career: "pd.Series[str]") -> str:
    """First and last day, and the day on which a text first says that the time is over."""
    over = m.say("over_since", day=career.ended) if career.ended else ""
    return "\n".join(filter(None, (_days(career), over)))


def _days(row: "pd.Series[str]") -> str:
    """Two days on two lines, or one."""
    return row.first_seen if row.first_seen == row.last_seen else f"{row.first_seen} –\n{row.last_seen}"


def _sources(joined: str) -> str:
    """The first sources, and how many more there are.

    >>> _sources("甲报、乙报、丙报、丁报")
    '甲报、乙报 +2'
    """
    names = joined.split("、")
    more = f" +{len(names) - SOURCES}" if len(names) > SOURCES else ""
    return "、".join(names[:SOURCES]) + more


def _bodies(m: Material) -> Table:
    table = m.study.bodies
    shown = table.head(BODIES)
    rows = [
        Row(
            (row.name, row.system, m.say("unresolved") if not row.body_id else row.parent, row.n_officials, row.n_positions, row.n_documents),
            m.evidence.of_rows(places),
        )
        for row, places in zip(each(shown), view.serving(m.study.officials, shown), strict=True)
    ]  # fmt: skip
    columns = m.columns(
        body_full="text", system="text", parent="text", n_officials="count", n_positions="count", n_documents="count"
    )
    return Table(m.say("bodies"), columns, rows, m.first_of(len(rows), len(table)), "bodies.csv")


def _gaps(m: Material) -> Table:
    table = m.study.gaps
    rows = [
        Row(
            (row.person_id, row.last_seen, row.seen_again, row.n_days, row.usual, row.ratio, row.title_before, row.title_after),
            _around(m, row),
        )
        for row in each(table.head(GAPS))
    ]  # fmt: skip
    columns = m.columns(
        person="name", silent_since="day", seen_again="day", n_days="count", usual="real", ratio="real",
        title_before="text", title_after="text",
    )  # fmt: skip
    note = " ".join(filter(None, (m.say("gaps_note"), m.first_of(len(rows), len(table)))))
    return Table(m.say("gaps"), columns, rows, note, "gaps.csv")


def _around(m: Material, gap: "pd.Series[str]") -> list[Quote]:
    """The last line before a silence, and the first after it."""
    seen = m.study.identified
    seen = seen[(seen["person_id"] == gap.person_id) & seen["doc_id"].isin([gap.doc_id_before, gap.doc_id_after])]
    return m.evidence.of_rows(seen)


def _homonyms(m: Material) -> Table:
    table = m.study.homonyms
    seen = m.study.identified
    rows = [
        Row(
            (row.person_id, row.bodies, row.n_documents, _days(row), row.reason),
            m.evidence.of_rows(seen[seen["person_id"] == row.person_id]),
        )
        for row in each(table.head(HOMONYMS))
    ]
    columns = m.columns(person="name", bodies="text", n_documents="count", seen="spell", kept_apart="text")
    note = " ".join(filter(None, (m.say("homonyms_note"), m.first_of(len(rows), len(table)))))
    return Table(m.say("homonyms"), columns, rows, note, "homonyms.csv")


def _company(m: Material) -> Table:
    people = [str(person) for person in people_by_documents(m.study.officials).head(IN_PAIRS).index]
    table = pairs(m.study.officials, people)
    rows = [
        Row((row.person, row.other, row.n_documents), [m.evidence.at(row.doc_id, row.start, row.stop)])
        for row in each(table.head(PAIRS))
    ]
    columns = m.columns(person="name", other_person="name", n_documents="count")
    return Table(m.say("company"), columns, rows, m.first_of(len(rows), len(table)), "pairs.csv")
