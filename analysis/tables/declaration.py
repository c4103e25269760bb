"""What a table is: a promise about the columns of a DataFrame, with the columns that many tables share."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

TEXT, WHOLE, MAYBE, REAL, TRUTH = "str", "int64", "Int64", "float64", "bool"  # MAYBE: a whole number or nothing


def pandas_dtype(name: str) -> Any:
    r"""The dtype of a column. Texts are Python's own, whether pyarrow is there or not: it refuses lone surrogates.

    >>> pd.Series(["a\ud800"], dtype=pandas_dtype("str")).dtype == "str"
    True
    """
    return pd.StringDtype("python", na_value=float("nan")) if name == TEXT else name


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, its pandas dtype, and what it says."""

    name: str
    dtype: str
    says: str


@dataclass(frozen=True, slots=True)
class Table:
    """A promise about a DataFrame: one row is one `row`, and these are its columns."""

    name: str
    row: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> list[str]:
        """The column names in their order."""
        return [column.name for column in self.columns]

    def of(self, rows: Iterable[Sequence[object]]) -> pd.DataFrame:
        """A checked frame from rows given in column order."""
        return self.checked(pd.DataFrame(list(rows), columns=self.names, dtype=object))

    def checked(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The frame with declared columns first, in order and typed; further columns follow.

        Raises
        ------
        ValueError
            If a declared column is missing.

        >>> Table("files", "file", (Column("path", TEXT, "its path"), Column("size", WHOLE, "bytes"))).checked(pd.DataFrame({"path": ["a.md"]}))
        Traceback (most recent call last):
        ValueError: the table files lacks the columns size.
        """
        missing = [name for name in self.names if name not in frame.columns]
        if missing:
            raise ValueError(f"the table {self.name} lacks the columns {', '.join(missing)}.")
        more = [name for name in frame.columns if name not in self.names]
        return (
            frame[self.names + more]
            .astype({column.name: pandas_dtype(column.dtype) for column in self.columns})
            .reset_index(drop=True)
        )

    def describe(self) -> str:
        """The table's page of the data dictionary, in Markdown."""
        head = [
            f"### `{self.name}`",
            "",
            f"One row is one {self.row}.",
            "",
            "| column | type | what it says |",
            "|---|---|---|",
        ]
        return "\n".join(head + [f"| `{c.name}` | {c.dtype} | {c.says} |" for c in self.columns]) + "\n"


DOC_ID = Column("doc_id", TEXT, "the document: its path below the corpus, without the suffix")
START = Column("start", WHOLE, "first code point in Document.text")
STOP = Column("stop", WHOLE, "one past the last code point")
