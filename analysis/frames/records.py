"""The rows of a frame as what is known of a document each."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

import pandas as pd

from analysis.frames.columns import FIELDS, mapped_columns, renamed
from analysis.moments import read_date

_FIELDS = {*FIELDS, "path", "date_from"} - {"author", "url"}  # the others are metadata
_FROM_COLUMN = "column"  # where the date was read


class Record(NamedTuple):
    """The facts of one row, in the order of the first fields of a `Document`; `unread` is a date that is none."""

    doc_id: str
    title: str
    text: str
    date: datetime | None
    source: str
    metadata: dict[str, Any]
    path: str
    date_from: str
    unread: str


def frame_records(
    frame: pd.DataFrame, columns: Mapping[str, Hashable] | None, of_ours: Sequence[str]
) -> Iterator[Record]:
    """The records of a frame, in its order; see `Corpus.from_frame`.

    `of_ours` are the columns of the table `documents`: in a frame that has them all, those that were counted from the
    texts are left out. Raises ValueError if the columns do not fit.
    """
    mapped = mapped_columns(list(frame.columns), columns)
    counted = set(of_ours) - {"author"} if set(of_ours) <= set(frame.columns) else set()
    for row, doc_id in zip(frame.to_dict("records"), _ids(frame, mapped), strict=True):
        yield _record({key: value for key, value in renamed(row, mapped).items() if _there(value)}, doc_id, counted)


def _ids(frame: pd.DataFrame, columns: Mapping[str, Hashable]) -> list[str]:
    numbers = [str(n) for n in range(1, len(frame) + 1)]
    if "doc_id" not in columns:
        return numbers
    values = [str(value) if _there(value) else "" for value in frame[columns["doc_id"]]]
    return values if len(set(values)) == len(values) and "" not in values else numbers


def _record(row: dict[Any, Any], doc_id: str, counted: set[str]) -> Record:
    metadata = {key: value for key, value in row.items() if key not in _FIELDS and key not in counted}
    if "editors" in row and counted:
        metadata["editors"] = tuple(row["editors"].split("、"))
    title, text, source, path, date_from = (
        str(row.get(key, "")) for key in ("title", "text", "source", "path", "date_from")
    )
    date = read_date(_plain(row["date"])) if "date" in row else None
    unread = str(row["date"]) if "date" in row and date is None else ""
    where = (date_from or _FROM_COLUMN) if date else ""
    return Record(doc_id, title, text, date, source, metadata, path, where, unread)


def _plain(value: Any) -> Any:
    """A cell as Python has it: no Timestamp, and no 20211112.0, which a whole number beside a missing one becomes."""
    if isinstance(value, pd.Timestamp):
        return value.to_pydatetime(warn=False)
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _there(value: Any) -> bool:
    return not (value is None or value == "" or (pd.api.types.is_scalar(value) and pd.isna(value)))
