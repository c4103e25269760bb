"""Section 6: every file that was skipped or mended, and why; what was taken out of the texts."""

from analysis.report.material import Material
from analysis.report.parts import Row, Section, Table
from analysis.report.views.rows import plain

EXAMPLE = 60  # characters
SHOWN, REMOVED = 200, 40  # rows; the rest is in problems.csv and furniture.csv


def problems(m: Material) -> Section:
    """Counts by kind and action, then the rows, grouped by kind; then the furniture that was taken out most often."""
    table = m.study.problems
    lead = (
        m.say("lead_problems", n=f"{len(table):,}", files=f"{table['path'].nunique():,}")
        if len(table)
        else m.say("no_problems")
    )
    blocks = [_kinds(m), _rows(m)] if len(table) else []
    return Section("problems", m.say("problems"), lead, [*blocks, _removed(m)])


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


def _removed(m: Material) -> Table:
    table = m.study.corpus.furniture
    shown = table[["example", "kind", "rule", "source", "n_documents", "n_times"]].head(REMOVED)
    shown = shown.assign(example=shown["example"].str[:EXAMPLE])
    note = " ".join(filter(None, (m.say("furniture_note"), m.first_of(len(shown), len(table)))))
    return Table(
        m.say("furniture"),
        m.columns(example="text", kind="text", rule="text", source="text", n_documents="count", n_times="count"),
        [Row(values) for values in plain(shown)],
        note,
        "furniture.csv",
    )
