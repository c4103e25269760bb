"""Rows to entries: each checked, and what is wrong with one told in a sentence."""

from collections.abc import Iterator

from analysis.reading.problems import KEPT, Problem
from analysis.reading.sources.csv_rows import Record
from analysis.user_lexicon.columns import TAG, Row, by_columns, by_looks, columns_of, type_called
from analysis.user_lexicon.entries import NAMES, TYPES, Entry

KIND = "lexicon"
LEFT_OUT = "left out"
LONGEST = (
    100  # characters; the longest body of the registry has fewer than 40: beyond this a cell is a text, not a name
)


class Reader:
    """Takes the rows of one file in order; the first may be the header."""

    def __init__(self, file: str) -> None:
        self.entries: list[Entry] = []
        self.wrong: list[Problem] = []
        self._file = file
        self._columns: list[str | None] | None = None
        self._begun = False
        self._lines: dict[str, int] = {}

    def take(self, record: Record) -> None:
        """One row: its entries, or its problems."""
        first, self._begun = not self._begun, True
        if record.problem:
            self._tell(record.line, record.problem, LEFT_OUT)
        elif first and (columns := columns_of(record.cells)) is not None:
            self._columns = columns
            unknown = [cell for cell, column in zip(record.cells, columns, strict=True) if column is None]
            for cell in unknown:
                self._tell(record.line, f"the column {cell!r} is not known and is not read.", KEPT)
        else:
            row = (
                by_columns(_filled(record.cells, self._columns), self._columns)
                if self._columns
                else by_looks(record.cells)
            )
            self._add(row, record.line)

    def _add(self, row: Row, line: int) -> None:
        if not row.name:
            self._tell(line, "the row has no name.", LEFT_OUT)
            return
        kind, tag = _kind_and_tag(row)
        if not kind:
            allowed = ", ".join(TYPES)
            self._tell(line, f"the type {row.type!r} of {row.name!r} is not known; it is one of {allowed}.", LEFT_OUT)
            return
        if row.tag and not TAG.fullmatch(row.tag):
            self._tell(line, f"the tag {row.tag!r} of {row.name!r} is no part of speech; {tag!r} is taken.", KEPT)
        for cell in row.rest:
            self._tell(line, f"the cell {cell!r} has no column and is not read.", KEPT)
        canonical = row.canonical or row.name
        for name in (row.name, *row.aliases):
            problem = self._problem(name, kind)
            if problem:
                self._tell(line, problem, LEFT_OUT)
            else:
                self._lines[name] = line
                self.entries.append(Entry(name, kind, canonical, tag, line))

    def _problem(self, name: str, kind: str) -> str:
        """Why a name can be no entry of this type; '' if it can."""
        return next(_problems_of(name, kind, self._lines.get(name, 0)), "")

    def _tell(self, line: int, message: str, action: str) -> None:
        self.wrong.append(Problem(self._file, line, KIND, message, action))


def _filled(cells: list[str], columns: list[str | None]) -> list[str]:
    """The cells of a row, empty ones added where it stops before the last column."""
    return [*cells, *[""] * (len(columns) - len(cells))]


def _kind_and_tag(row: Row) -> tuple[str, str]:
    """The type ('' for one that is not known) and the part of speech; STOP has always the same."""
    kind = type_called(row.type) if row.type else type_called(row.tag) or "WORD"
    given = row.tag if TAG.fullmatch(row.tag) and kind != "STOP" else ""
    return kind, given or TYPES.get(kind, "")


def _problems_of(name: str, kind: str, earlier: int) -> Iterator[str]:
    if not any(character.isalnum() for character in name):
        yield f"{name!r} has no letter."
    if len(name) > LONGEST:
        yield f"{name[:20]!r}… has {len(name):,} characters; a name has {LONGEST} at most."
    if kind in NAMES and len(name) < 2:
        yield f"{name!r} has one character; a {kind} has two or more, else it would be found inside words."
    if kind not in NAMES and any(character.isspace() for character in name):
        yield f"{name!r} holds a blank; a {kind} is one word."
    if earlier:
        yield f"{name!r} stands in line {earlier} already, and that one is taken."
