"""What a caller gave as the table of another function, as its corpus or as a number: looked at before work begins on it."""

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from analysis.document import Corpus, Document
from analysis.errors import AnalysisError
from analysis.given import each_document
from analysis.tables import Table, pandas_dtype

# Columns that say which thing a row is of: without them it is of none.
KEYS = frozenset({"doc_id", "person", "person_id"})
HOLDS = {"str": "texts", "int64": "whole numbers", "Int64": "whole numbers or nothing", "bool": "True or False"}


def given_table(
    frame: object, name: str, table: Table, columns: Iterable[str], optional: Iterable[str] = ()
) -> pd.DataFrame:
    """A table that a caller gave, with its rows numbered anew and some of its columns typed as declared.

    A file of it that pandas has read is as good: empty texts, which come back as NaN there, are empty again.

    Parameters
    ----------
    frame : object
    name : str
        Of the argument.
    table : Table
    columns : iterable of str
        Those that are needed; `optional` ones are typed where they are there, and further ones are kept as they are.

    Raises
    ------
    AnalysisError
        If it is no DataFrame, lacks a column, has a cell that can't be of its column, or a row without doc_id or person.

    >>> from analysis.tables import OFFICIALS
    >>> given_table(pd.DataFrame({"doc_id": ["d"], "title": [None]}), "officials", OFFICIALS, ["doc_id", "title"]).values.tolist()
    [['d', '']]
    >>> given_table(pd.DataFrame({"doc_id": ["d"]}), "officials", OFFICIALS, ["doc_id", "title"])
    Traceback (most recent call last):
    analysis.errors.AnalysisError: officials lacks the columns title; give the table officials as it was found.
    """
    if not isinstance(frame, pd.DataFrame):
        raise AnalysisError(f"{name} is of the type {type(frame).__name__}; give the table {table.name}, a DataFrame.")
    columns = list(columns)
    if missing := [column for column in columns if column not in frame.columns]:
        raise AnalysisError(
            f"{name} lacks the columns {', '.join(missing)}; give the table {table.name} as it was found."
        )
    dtypes = {column.name: column.dtype for column in table.columns}
    frame = frame.reset_index(drop=True)
    wanted = [*columns, *(column for column in optional if column in frame.columns)]
    return frame.assign(**{column: _typed(frame[column], name, dtypes.get(column, "str")) for column in wanted})


def _typed(cells: pd.Series, name: str, dtype: str) -> pd.Series:
    """One column, typed as declared."""
    wanted = pandas_dtype(dtype)
    if cells.name in KEYS and cells.hasnans:
        row = int(cells.isna().to_numpy().argmax())
        raise AnalysisError(f"{name} has no {cells.name} in row {row}; each row must have one.")
    if cells.dtype == wanted and not (dtype == "str" and cells.hasnans):
        return cells
    try:
        if dtype == "str":
            return cells.astype(object).where(cells.notna(), "").astype(wanted)
        if dtype == "int64":
            cells = cells.astype("Int64")  # which refuses 1.5 and NaN; int64 cuts the one and warns of the other
        return cells.astype(wanted)
    except (TypeError, ValueError):
        raise AnalysisError(f"{name} has cells in {cells.name} that are no {HOLDS[dtype]}.") from None


def given_corpus(corpus: Any) -> Corpus:
    """The corpus that a caller gave; documents make one.

    >>> from analysis.document import Document
    >>> given_corpus([Document("d")])
    Corpus(1 document, no dates)
    """
    return corpus if isinstance(corpus, Corpus) else Corpus(each_document(corpus))


def check_documents(frame: pd.DataFrame, name: str, corpus: Corpus) -> None:
    """Raise AnalysisError if a table is of documents that the corpus has not: they would be taken for undated ones."""
    unknown = set(frame["doc_id"]) - {document.doc_id for document in corpus}
    if unknown:
        raise AnalysisError(
            f"{name} is of the document {min(unknown)!r}, which is not in the corpus; give the corpus it was found in."
        )


def check_places(places: Iterable[Sequence[Any]], document: Document) -> None:
    """Raise AnalysisError if a row, which begins with its start and stop, stands outside the text of its document."""
    length = len(document.text)
    for start, stop, *_ in places:
        if not 0 <= start <= stop <= length:
            raise AnalysisError(
                f"the range {start}:{stop} is not inside the text of {document.doc_id!r}; give tables found in this text."
            )


def check_whole(name: str, value: object, least: int) -> None:
    """Raise AnalysisError if a number is no whole one from `least` up.

    >>> check_whole("n", 0, 1)
    Traceback (most recent call last):
    analysis.errors.AnalysisError: n=0 is not allowed; give a whole number from 1 up.
    """
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        raise AnalysisError(f"{name}={value!r} is not allowed; give a whole number from {least} up.")
