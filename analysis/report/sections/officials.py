"""Section 4: officials, their offices and bodies, their appearances, and the order of the lists they stand in."""

import pandas as pd

from analysis.report import figures
from analysis.report.anchors import anchor
from analysis.report.material import Material
from analysis.report.parts import Block, Plot, Prose, Quote, Row, Section, Table
from analysis.report.views import officials as view
from analysis.report.views.rows import each, plain

ROSTER, LISTS, CHANGES, PAIRS = 200, 40, 100, 40  # rows shown
NAMES_IN_A_LIST = 30
IN_PAIRS = 300  # persons: as many as in precedence.csv and pairs.csv


def officials(m: Material) -> Section:
    """Roster, timeline, bodies and titles, lists, precedence, company, personnel acts."""
    blocks: list[Block] = [
        Prose([m.say("protocol_caveat")], m.say("caveat")),
        *_plots(m),
        _roster(m),
        _lists(m),
        _order(m),
        _company(m),
        _changes(m),
    ]
    return Section("officials", m.say("officials"), _lead(m), blocks)


def _lead(m: Material) -> str:
    table = m.study.officials
    counts = {name: f"{table.loc[table[name] != '', name].nunique():,}" for name in ("person", "title", "body_full")}
    return m.say("lead_officials", n=f"{len(table):,}", documents=f"{table['doc_id'].nunique():,}", **counts)


def _plots(m: Material) -> list[Plot]:
    table, language = m.study.officials, m.language
    return [
        m.hang("appearances", figures.appearances(table, m.study.documents, language=language)),
        m.hang("body_bars", figures.body_bars(table, language=language)),
        m.hang("title_bars", figures.title_bars(table, language=language)),
        m.hang("precedence", figures.precedence(table, language=language)),
        m.hang("together", figures.together(table, language=language)),
    ]


def _roster(m: Material) -> Table:
    keys = ["person", "title", "body_full"]
    order = ["n_documents", *keys]
    people = m.study.people.sort_values(order, ascending=[False, True, True, True], kind="stable")
    # The persons of the figures come first, so that each of their names finds its row.
    weight = view.people_by_documents(m.study.officials)
    people = people.assign(weight=people["person"].map(weight)).sort_values("weight", ascending=False, kind="stable")
    shown = people.head(ROSTER)
    places = _places(m.study.officials, shown, keys)
    first = ~shown["person"].duplicated()
    rows = [
        Row(
            (row.person, row.title, row.body_full, row.n_documents, row.first_seen, row.last_seen),
            m.evidence.of_rows(places.get((row.person, row.title, row.body_full), m.study.officials.head(0))),
            anchor("official", row.person) if alone else "",
        )
        for row, alone in zip(each(shown), first, strict=True)
    ]
    columns = m.columns(
        person="text", title_held="text", body_full="text", n_documents="count", first_seen="day", last_seen="day"
    )
    return Table(m.say("roster"), columns, rows, m.first_of(len(rows), len(people)), "people.csv")


def _places(table: pd.DataFrame, people: pd.DataFrame, keys: list[str]) -> dict[tuple[str, ...], pd.DataFrame]:
    return {tuple(map(str, key)): rows for key, rows in table[table["person"].isin(people["person"])].groupby(keys)}


def _lists(m: Material) -> Table:
    table = view.lists(m.study.officials)
    size = table.groupby(["doc_id", "list"]).size()
    longest = size.sort_values(ascending=False, kind="stable").head(LISTS).index
    groups = dict(list(table.groupby(["doc_id", "list"])))
    rows = [_list_row(m, groups[key]) for key in longest]
    columns = m.columns(date="day", persons_in_list="count", order_of_names="text")
    return Table(m.say("lists"), columns, rows, m.first_of(len(rows), len(size)), "lists.csv")


def _list_row(m: Material, group: pd.DataFrame) -> Row:
    quotes = m.evidence.of_rows(group.head(1))
    names = [f"{row.order} {row.person}" for row in each(group.head(NAMES_IN_A_LIST))]
    more = " …" if len(group) > NAMES_IN_A_LIST else ""
    return Row((quotes[0].day, len(group), "  ".join(names) + more), quotes)


def _people(m: Material) -> list[str]:
    return [str(person) for person in view.people_by_documents(m.study.officials).head(IN_PAIRS).index]


def _order(m: Material) -> Table:
    table = view.precedence(m.study.officials, _people(m))
    lists = view.lists(m.study.officials)
    turned = table[table["after"] > 0].sort_values("after", ascending=False, kind="stable")
    rows = [Row(values, _both_ways(m, lists, values[0], values[1])) for values in plain(turned.head(PAIRS))]
    columns = m.columns(person="text", other_person="text", before="count", after="count")
    return Table(m.say("turned_order"), columns, rows, m.first_of(len(rows), len(turned)), "precedence.csv")


def _both_ways(m: Material, lists: pd.DataFrame, person: str, other: str) -> list[Quote]:
    ways = (view.witnesses(lists, person, other), view.witnesses(lists, other, person))
    return [m.evidence.of_rows(way)[0] for way in ways]


def _company(m: Material) -> Table:
    table = view.pairs(m.study.officials, _people(m))
    rows = [
        Row((row.person, row.other, row.n_documents), [m.evidence.at(row.doc_id, row.start, row.stop)])
        for row in each(table.head(PAIRS))
    ]
    columns = m.columns(person="text", other_person="text", n_documents="count")
    return Table(m.say("company"), columns, rows, m.first_of(len(rows), len(table)), "pairs.csv")


def _changes(m: Material) -> Table:
    table = view.changes(m.study.officials)
    rows = [
        Row(
            (row.person, row.act, row.modifier, row.title, row.body_full),
            [m.evidence.at(row.doc_id, row.start, row.stop)],
        )
        for row in each(table.head(CHANGES))
    ]
    columns = m.columns(person="text", act="text", modifier="text", title_held="text", body_full="text")
    return Table(m.say("changes"), columns, rows, m.first_of(len(rows), len(table)), "officials.csv")
