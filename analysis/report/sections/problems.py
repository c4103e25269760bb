"""Section 8: every file that was skipped or mended, and why; and what was taken out of the texts."""

from analysis.report.material import Material
from analysis.report.parts import Block, Row, Section, Table
from analysis.report.views.furniture import by_rule
from analysis.report.views.rows import plain

SHOWN = 200  # rows of problems; the rest is in problems.csv
RULES = 60  # rows of furniture; the rest is in furniture.csv
EXAMPLE = 60  # characters


def problems(m: Material) -> Section:
    """Counts by kind and action, then the rows, grouped by kind; then the furniture."""
    table = m.study.problems
    lead = (
        m.say("lead_problems", n=f"{len(table):,}", files=f"{table['path'].nunique():,}")
        if len(table)
        else m.say("no_problems")
    )
    blocks: list[Block] = [_kinds(m), _rows(m)] if len(table) else []
    if len(m.study.furniture):
        blocks.append(_furniture(m))
    return Section("problems", m.say("problems"), lead, blocks)


def _kinds(m: Material) -> Table:
    counts = m.study.problems.groupby(["kind", "action"], sort=True).agg(
        rows=("path", "size"), files=("path", "nunique")
    )
    table = counts.reset_index().sort_values("rows", ascending=False, kind="stable")
    rows = [Row(values) for values in plain(table)]
    return Table(m.say("problem_kinds"), m.columns(kind="text", action="text", rows="count", files="count"), rows)


def _rows(m: Material) -> Table:
    table = m.study.problems.sort_values(["kind", "path", "line"], kind="stable")
    columns = ["kind", "path", "line", "message", "action"]
    rows = [Row(values) for values in plain(table[columns].head(SHOWN))]
    note = m.first_of(len(rows), len(table))
    return Table(
        m.say("problem_rows"),
        m.columns(kind="text", path="text", line="count", message="text", action="text"),
        rows,
        note,
        "problems.csv",
    )


def _furniture(m: Material) -> Table:
    table = by_rule(m.study.furniture)
    shown = table.head(RULES).assign(example=table["example"].map(_short))
    columns = m.columns(source="text", kind="text", rule="text", n_times="count", n_chars="count", example="text")
    rows = [Row(values) for values in plain(shown)]
    note = " ".join(filter(None, (m.say("furniture_note"), m.first_of(len(rows), len(table)))))
    return Table(m.say("furniture"), columns, rows, note, "furniture.csv")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= EXAMPLE else line[: EXAMPLE - 1] + "…"
