"""Tables that are text: CSV and its kin, JSON Lines, a list in JSON."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, BinaryIO

from analysis.reading.problems import Skipped
from analysis.reading.sources import csv_rows, json_rows
from analysis.reading.sources.lines import TextFile
from analysis.reading.sources.sheets import Row, Sheet, TableUnreadable

_HEADER_ROWS = 100  # of JSON, which has no header: the columns are the keys of so many records


def text_sheet(stream: BinaryIO, suffix: str, hint: str | None) -> Sheet:
    """The table that a stream of text holds. Raises TableUnreadable."""
    try:
        file = TextFile(stream, hint)
    except Skipped as reason:
        raise TableUnreadable(str(reason), reason.kind) from None
    return _csv(file, suffix) if suffix in (".csv", ".tsv") else _json(file, suffix)


def _csv(file: TextFile, suffix: str) -> Sheet:
    first = next((line.text for line in file.lines() if line.text is None or line.text.strip()), "")
    if not first:
        raise TableUnreadable("the table is empty." if first == "" else "the first line is too long for a header.")
    delimiter = "\t" if suffix == ".tsv" and "\t" in first else csv_rows.delimiter_of(first)
    records = csv_rows.records(file.lines(), delimiter)
    header = named(next(records).cells)

    def rows() -> Iterator[Row]:
        for record in islice(csv_rows.records(file.lines(), delimiter), 1, None):
            yield _row(header, record)

    return Sheet("", header, rows, file.encoding, lambda: file.damaged)


def _row(header: list[str], record: csv_rows.Record) -> Row:
    if record.problem:
        return Row(record.line, {}, record.problem)
    return Row(record.line, *fitted(header, record.cells))


def fitted(header: Sequence[str], cells: Sequence[Any]) -> tuple[dict[str, Any], str]:
    """The cells under their columns, and a sentence if there are more or fewer; what is beyond is kept by number.

    >>> fitted(["a"], ["甲", "乙"])
    ({'a': '甲', 'column 2': '乙'}, 'the row has 2 cells and the header 1; they were put under it from the left.')
    """
    fields = dict(zip(header, cells, strict=False))
    fields |= {f"column {n}": cell for n, cell in enumerate(cells[len(header) :], start=len(header) + 1)}
    if len(cells) == len(header):
        return fields, ""
    return (
        fields,
        f"the row has {len(cells):,} cells and the header {len(header):,}; they were put under it from the left.",
    )


def named(cells: Iterable[str]) -> list[str]:
    """The names of the columns, each once: one without a name, or with that of an earlier one, is known by its number.

    >>> named([" 标题 ", "", "标题"])
    ['标题', 'column 2', '标题 (column 3)']
    """
    names: list[str] = []
    for n, cell in enumerate(cells, start=1):
        name = cell.strip()
        names.append(f"{name} (column {n})" if name in names else name or f"column {n}")
    return names


def _json(file: TextFile, suffix: str) -> Sheet:
    def rows() -> Iterator[Row]:
        if suffix == ".json":
            with file.text() as text:
                yield from (Row(*record) for record in json_rows.list_records(text.read))
        else:
            yield from (Row(*record) for record in json_rows.line_records(file.lines()))

    first = list(islice(rows(), _HEADER_ROWS))
    header = list(dict.fromkeys(key for row in first for key in row.fields))
    if not header:
        said = next((f" (line {row.line}: {row.problem.rstrip('.')})" for row in first), "")
        raise TableUnreadable(f"it holds no JSON objects with fields{said}.")
    return Sheet("", header, rows, file.encoding, lambda: file.damaged)
