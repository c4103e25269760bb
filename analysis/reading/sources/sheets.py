"""What every kind of table file comes to: sheets of rows under a header."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple


class Row(NamedTuple):
    """One row: its fields as texts, lists or mappings, and the line of the file where it begins, None if there is none.

    `problem` says what is wrong with it; without `fields` it is not read.
    """

    line: int | None
    fields: Mapping[str, Any]
    problem: str = ""


class Sheet(NamedTuple):
    """A table: its name within the file (empty if the file is one table), its columns, its rows from the first on.

    `rows()` begins anew with each call. `damaged()` counts the places that could not be decoded in the rows given last.
    """

    name: str
    header: list[str]
    rows: Callable[[], Iterator[Row]]
    encoding: str
    damaged: Callable[[], int] = int


class TableUnreadable(Exception):
    """Why a file is no table that can be read, in one sentence; `kind` is its short name."""

    def __init__(self, message: str, kind: str = "table") -> None:
        super().__init__(message)
        self.kind = kind
