"""A table to items, one a row."""

import json
from collections.abc import Iterator, Mapping
from contextlib import closing
from functools import partial
from typing import Any, BinaryIO

from analysis.frames.columns import FIELDS, mapped_columns, renamed
from analysis.reading.problems import KEPT, SKIPPED, Skipped
from analysis.reading.sources.binary_tables import excel_sheets, parquet_sheets
from analysis.reading.sources.item import Item
from analysis.reading.sources.labels import all_different
from analysis.reading.sources.sheets import Sheet, TableUnreadable
from analysis.reading.sources.text_tables import text_sheet
from analysis.reading.sources.walk import Source, Walk

HEAD_END = "\n}\n"  # no line of a head but its last is a brace


def rows_of(source: Source, walk: Walk) -> Iterator[Item]:
    """The items of a table file, in the order of its rows; what can't be read is noted in the walk.

    Raises
    ------
    CorpusError
        If the table was named itself and can't be read, or has no column that can be the text.
    """
    begun = False
    try:
        with closing(source.open()) as stream:
            for sheet in _sheets(stream, source.suffix, walk.options.encoding):
                for item in _items(source, sheet, walk):
                    begun = True
                    yield item
    except (Skipped, TableUnreadable) as reason:
        told = walk.skip if begun else walk.refuse
        told(source.name, reason.kind, str(reason))


def _sheets(stream: BinaryIO, suffix: str, hint: str | None) -> list[Sheet]:
    if suffix == ".xlsx":
        return excel_sheets(stream)
    return parquet_sheets(stream) if suffix == ".parquet" else [text_sheet(stream, suffix, hint)]


def _items(source: Source, sheet: Sheet, walk: Walk) -> Iterator[Item]:
    path, inside = (f"{source.name}/{sheet.name}", f"{sheet.name}/") if sheet.name else (source.name, "")
    try:
        columns = mapped_columns(sheet.header, walk.options.columns)
    except ValueError as reason:
        walk.refuse(path, "columns", str(reason))
        return
    key = _key(sheet, columns, path, walk)
    label = inside if source.name == walk.alone else f"{source.label}/{inside}"
    for number, row in enumerate(sheet.rows(), start=1):
        if row.problem or not row.fields:
            walk.note(path, "row", row.problem or "the row is empty.", KEPT if row.fields else SKIPPED, row.line)
        if row.fields:
            record = _with_single(renamed(row.fields, columns))
            doc_id = label + (_plain(row.fields.get(key)) if key else str(number))
            yield Item(f"{path}/{number}", doc_id, source.name, partial(post_of, record), record, sheet.encoding)
    if n := sheet.damaged():
        message = f"{n:,} characters are U+FFFD: places that are not {sheet.encoding.upper()}, or were lost before."
        walk.note(path, "encoding", message, KEPT)


def _key(sheet: Sheet, columns: Mapping[str, Any], path: str, walk: Walk) -> str:
    """The column that numbers the rows, if it has one value a row and no value twice; empty if there is none."""
    column = columns.get("doc_id", "")
    if not column or all_different(_plain(row.fields.get(column)) for row in sheet.rows() if row.fields):
        return str(column)
    message = f"the column {column!r} does not have another value in every row; the rows are known by their number."
    walk.note(path, "columns", message, KEPT)
    return ""


def _with_single(record: Mapping[str, Any]) -> dict[str, Any]:
    """The record with `["会议"]` as 会议 in the fields of a document: Scrapy's item loaders write every value as a list."""
    return {
        name: (value[0] if value else "") if name in FIELDS and isinstance(value, list) and len(value) <= 1 else value
        for name, value in record.items()
    }


def _plain(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def head_of(record: Mapping[str, Any]) -> str:
    r"""The fields of a row but its text as JSON front matter, one a line, in the order of their names.

    >>> head_of({"text": "会议召开。", "title": "会议", "date": "2021-11-12"})
    '{\n"date": "2021-11-12",\n"title": "会议"\n}\n'
    """
    lines = (f"{_json(name)}: {_json(value)}" for name, value in sorted(record.items()) if name != "text")
    return "{\n" + ",\n".join(lines) + HEAD_END


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def text_of(record: Mapping[str, Any]) -> str:
    """The text of a row; of a list (paragraphs) one line each."""
    text = record.get("text", "")
    return "\n".join(map(str, text)) if isinstance(text, list) else str(text)


def post_of(record: Mapping[str, Any]) -> bytes:
    r"""A row as a post: the same fields give the same bytes, in whatever order the columns stand.

    Raises
    ------
    Skipped
        If all its fields are empty.

    >>> post_of({"text": "会议召开。"}).decode()
    '{\n\n}\n会议召开。'
    """
    if not any(record.values()):
        raise Skipped("empty", "the row has no text.")
    post = head_of(record) + text_of(record)
    try:
        return post.encode()
    except UnicodeEncodeError:  # halves of a character, which JSON can write: pairs are joined, the rest is U+FFFD
        return post.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()
