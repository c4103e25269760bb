"""Section 6: the order of lists, what they agree on, where they contradict each other, and how that changes."""

import pandas as pd

from analysis.report import figures
from analysis.report.anchors import anchor
from analysis.report.material import Material
from analysis.report.parts import Block, Prose, Quote, Row, Section, Table
from analysis.report.views import order as view
from analysis.report.views.rows import each

TURNED, INVERTED, LISTS = 40, 40, 40  # pairs and lists shown
NAMES_IN_A_LIST = 30
SQUARE = 20  # persons in the figure of who stands before whom


def order(m: Material) -> Section:
    """The caveat, the order with its intervals, precedence, contradictions, changes, and the lists themselves."""
    lists = view.of_officials(m.study.order_lists)
    agreed = view.official_order(lists, view.IN_ORDER, m.study.settings.seed)
    precedence = view.among(m.study.precedence, list(lists["person_id"]))
    blocks: list[Block] = [
        Prose([m.say("protocol_caveat")], m.say("caveat")),
        m.hang("consensus_order", figures.consensus_order(agreed, top=view.IN_ORDER, language=m.language)),
        _agreed(m, agreed, lists),
        m.hang("precedence", figures.precedence(_among_most_listed(agreed, precedence), language=m.language)),
        _turned(m, precedence, lists),
        *_changes(m, lists),
        _lists(m),
    ]
    every = m.study.order_lists
    counts = {"n": f"{len(every.groupby(['doc_id', 'list_id'])):,}", "people": f"{every['person_id'].nunique():,}"}
    return Section("order", m.say("order"), m.say("lead_order", **counts), blocks)


def _among_most_listed(agreed: pd.DataFrame, precedence: pd.DataFrame) -> pd.DataFrame:
    most = agreed.sort_values("n_lists", ascending=False, kind="stable").head(SQUARE)
    return view.among(precedence, list(most["person_id"]))


def _agreed(m: Material, agreed: pd.DataFrame, lists: pd.DataFrame) -> Table:
    rows = [
        Row(
            (
                row.component, row.position, row.person_id, row.place, row.low, row.high, row.n_lists, row.n_compared,
                m.say(f"method_{row.method}"),
            ),
            _quotes(m, lists[lists["person_id"] == row.person_id]),
            anchor("listed", row.person_id),
        )
        for row in each(agreed)
    ]  # fmt: skip
    columns = m.columns(
        component_number="count", position="count", person="name", place="fraction", low="fraction", high="fraction",
        n_lists="count", n_compared="count", method="text",
    )  # fmt: skip
    return Table(m.say("official_order"), columns, rows, m.say("official_order_note"), "official_order.csv")


def _quotes(m: Material, places: pd.DataFrame) -> list[Quote]:
    """Lines for rows with doc_id, start and person."""
    stops = places["start"] + places["person"].str.len()
    return m.evidence.of_spans(zip(places["doc_id"], places["start"], stops, strict=True))


def _turned(m: Material, precedence: pd.DataFrame, lists: pd.DataFrame) -> Table:
    table = view.turned(precedence)
    rows = [
        Row(
            (row.person, row.other, row.n_before, row.n_after, row.share),
            _both_ways(m, lists, row.person, row.other),
        )
        for row in each(table.head(TURNED))
    ]
    columns = m.columns(person="name", other_person="name", before="count", after="count", share_before="share")
    note = " ".join(filter(None, (m.say("turned_note"), m.first_of(len(rows), len(table)))))
    return Table(m.say("turned_order"), columns, rows, note, "precedence.csv")


def _both_ways(m: Material, lists: pd.DataFrame, person: str, other: str) -> list[Quote]:
    """A line for each of the two orders."""
    ways = (view.witnesses(lists, person, other), view.witnesses(lists, other, person))
    return [line for way in ways for line in _quotes(m, way)[:1]]


def _changes(m: Material, lists: pd.DataFrame) -> list[Table]:
    """How the order changes from year to year, and the pairs that turned; nothing in a corpus of one year."""
    changes, inverted = view.changes_by_year(lists)
    if changes.empty:
        return []
    columns = m.columns(at="day", n_persons="count", n_pairs="count", n_same="count", n_inverted="count", tau_b="real")
    values = changes[["at", "n_persons", "n_pairs", "n_same", "n_inverted", "tau_b"]]
    rows = [Row(tuple(row)) for row in values.itertuples(index=False, name=None)]
    made = Table(m.say("order_changes"), columns, rows, m.say("order_changes_note"), "order_changes.csv")
    return [made, *([_inverted(m, inverted, lists)] if len(inverted) else [])]


def _inverted(m: Material, table: pd.DataFrame, lists: pd.DataFrame) -> Table:
    rows = [
        Row(
            (row.at, row.person, row.other, row.n_before_then, row.n_after_now),
            [
                *_quotes(m, lists[(lists["person_id"] == row.other) & (lists["doc_id"] == row.doc_id_then)])[:1],
                *_quotes(m, lists[(lists["person_id"] == row.person) & (lists["doc_id"] == row.doc_id_now)])[:1],
            ],
        )
        for row in each(table.head(INVERTED))
    ]
    columns = m.columns(at="day", first_then="text", first_since="text", n_before_then="count", n_after_now="count")
    return Table(m.say("inversions"), columns, rows, m.first_of(len(rows), len(table)), "inversions.csv")


def _lists(m: Material) -> Table:
    groups = m.study.order_lists.groupby(["doc_id", "list_id"], sort=False)
    longest = groups.size().sort_values(ascending=False, kind="stable").head(LISTS).index
    rows = [_list_row(m, groups.get_group(key)) for key in longest]
    columns = m.columns(date="day", persons_in_list="count", sorted_by="day", order_of_names="long")
    return Table(m.say("lists"), columns, rows, m.first_of(len(rows), groups.ngroups), "order_lists.csv")


def _list_row(m: Material, group: pd.DataFrame) -> Row:
    names = [f"{row.order} {row.person}" for row in each(group.head(NAMES_IN_A_LIST))]
    more = " …" if len(group) > NAMES_IN_A_LIST else ""
    strokes = m.say("by_strokes") if (group["sorted_by"] == "strokes").any() else ""
    values = (group["day"].iloc[0], len(group), strokes, "  ".join(names) + more)
    return Row(values, _quotes(m, group.head(1)))
