r"""The text of a lexicon file to rows of cells: tabs, commas or semicolons as Excel writes them, or blanks as in jieba's files.

Lines that begin with # are notes.
"""

import io
from collections.abc import Iterator, Sequence

from analysis.reading.sources.csv_rows import Record, records
from analysis.reading.sources.lines import Line

SEPARATORS = ("\t", ",", ";")


def rows_of(text: str) -> Iterator[Record]:
    r"""The rows that hold anything, their cells without blanks around them.

    >>> [record.cells for record in rows_of("# 干部\n田远山 5 nr\n\n临江 ns\n")]
    [['田远山', '5', 'nr'], ['临江', 'ns']]
    >>> [(record.line, record.cells) for record in rows_of('name,aliases\n水利部,"水利口,\n部里"\n')]
    [(1, ['name', 'aliases']), (2, ['水利部', '水利口,\n部里'])]
    """
    numbered = enumerate(io.StringIO(text, newline=""), start=1)  # split where editors do, and nowhere else
    lines = [Line(n, line) for n, line in numbered if not _is_note(line)]
    separator = _separator([line.text or "" for line in lines])
    for record in records(lines, separator) if separator else _at_blanks(lines):
        cells = [cell.strip() for cell in record.cells]
        if record.problem or any(cells):
            yield record._replace(cells=cells)


def _is_note(line: str) -> bool:
    return line.lstrip().startswith("#")


def _separator(lines: Sequence[str]) -> str:
    """What stands in most lines, a tab before a comma before a semicolon; '' if none of them does."""
    n_lines = {mark: sum(mark in line for line in lines) for mark in SEPARATORS}
    return max(SEPARATORS, key=lambda mark: n_lines[mark]) if any(n_lines.values()) else ""


def _at_blanks(lines: Sequence[Line]) -> Iterator[Record]:
    for line in lines:
        yield Record(line.number, (line.text or "").split())
