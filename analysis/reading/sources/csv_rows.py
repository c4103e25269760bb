"""Comma-separated values as they come: any of three delimiters, cells of any length, line ends within quotes.

The standard library's reader has one limit of cell length for the whole process; here a row has its own.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from analysis.frames.columns import known_columns
from analysis.reading.sources.lines import MAX_LINE, Line

DELIMITERS = (",", "\t", ";")

_QUOTED = re.compile(r'[^"]*(?:""[^"]*)*')


class Record(NamedTuple):
    """The cells of one row and the line where it begins, or what is wrong with it."""

    line: int
    cells: list[str]
    problem: str = ""


def delimiter_of(header: str) -> str:
    r"""What parts the cells of a header line: what gives most names that are known, then most names.

    >>> delimiter_of("标题;正文,全文;日期"), delimiter_of("a\tb"), delimiter_of("正文")
    (';', '\t', ',')
    """

    def names(delimiter: str) -> list[str]:
        return next(iter(records([Line(1, header)], delimiter)), Record(1, [])).cells

    return max(DELIMITERS, key=lambda delimiter: (len(known_columns(names(delimiter))), len(names(delimiter))))


def records(lines: Iterable[Line], delimiter: str) -> Iterator[Record]:
    r"""The rows of a table; blank lines between them are passed over.

    A quote is special at the beginning of a cell only, `""` within it is one. What stands behind the closing quote is
    kept. A row longer than `MAX_LINE`, or with a quote that is never closed, is given with a problem.

    >>> [record.cells for record in records([Line(1, '甲,"一""\n'), Line(2, '二"\n'), Line(3, "乙")], ",")]
    [['甲', '一"\n二'], ['乙']]
    """
    row: _Row | None = None
    for line in lines:
        if line.text is None:
            yield Record(row.line if row else line.number, [], _too_long())
            row = None
        elif row is None and '"' not in line.text:
            if line.text.strip():
                yield Record(line.number, line.text.rstrip("\r\n").split(delimiter))
        else:
            row = row or _Row(line.number, delimiter)
            if row.complete_with(line.text):
                yield Record(row.line, row.cells)
                row = None
            elif row.size > MAX_LINE:
                yield Record(row.line, [], _too_long())
                row = None
    if row:
        yield Record(row.line, [], "a quote is opened here and never closed; the lines from here on were not read.")


def _too_long() -> str:
    return f"the row has more than {MAX_LINE:,} characters."


class _Row:
    """A row that grows line by line until its quotes are closed; each character is looked at once."""

    def __init__(self, line: int, delimiter: str) -> None:
        self.line = line
        self.cells: list[str] = []
        self.size = 0
        self._delimiter = delimiter
        self._quoted: list[str] = []
        self._open = False

    def complete_with(self, text: str) -> bool:
        self.size += len(text)
        place = 0 if self._open else self._opened(text, 0)
        while True:
            if self._open:
                run = _QUOTED.match(text, place).group()  # type: ignore[union-attr]  # it matches everywhere
                self._quoted.append(run)
                place += len(run) + 1
                if place > len(text):
                    return False
                self._open = False
            stop = text.find(self._delimiter, place)
            self._close(text[place:stop] if stop >= 0 else text[place:].rstrip("\r\n"))
            if stop < 0:
                return True
            place = self._opened(text, stop + 1)

    def _opened(self, text: str, place: int) -> int:
        """Where the cell that begins at `place` has its first character."""
        self._open = text.startswith('"', place)
        return place + self._open

    def _close(self, tail: str) -> None:
        self.cells.append("".join(self._quoted).replace('""', '"') + tail)
        self._quoted = []
