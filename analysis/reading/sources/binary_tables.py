"""Tables that are no text: Excel workbooks (by openpyxl) and Parquet (by pyarrow), read piece by piece."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from typing import Any, BinaryIO

from analysis.reading.front_matter.json_texts import as_written
from analysis.reading.sources.files import why
from analysis.reading.sources.limits import MAX_RATIO, too_dense
from analysis.reading.sources.sheets import Row, Sheet, TableUnreadable
from analysis.reading.sources.text_tables import fitted, named

_BATCH = 256  # rows of Parquet held at a time
_EXCEL_ROWS = 1_048_576  # a sheet has no more; a file that says so is made to keep a reader busy


def excel_sheets(stream: BinaryIO) -> list[Sheet]:
    """The sheets of a workbook that are not empty; formulas stand for the value that was saved with them.

    Raises TableUnreadable.
    """
    try:
        import openpyxl
    except ImportError:
        raise _missing("openpyxl") from None
    with _told("an Excel workbook"):
        _refuse_bombs(stream)
        book = openpyxl.load_workbook(stream, read_only=True, data_only=True)
        sheets = [_excel(sheet, sheet.title if len(book.worksheets) > 1 else "") for sheet in book.worksheets]
    return [sheet for sheet in sheets if sheet is not None]


def _refuse_bombs(stream: BinaryIO) -> None:
    """Raise TableUnreadable if the parts of a workbook are far larger than the file: openpyxl holds some of them."""
    packed = stream.seek(0, 2)
    stream.seek(0)
    with zipfile.ZipFile(stream) as parts:
        unpacked = sum(part.file_size for part in parts.infolist())
    stream.seek(0)
    if too_dense(unpacked, packed):
        raise TableUnreadable(f"it unpacks to {unpacked:,} bytes, more than {MAX_RATIO} times its size.", "size")


def _excel(sheet: Any, name: str) -> Sheet | None:
    sheet.reset_dimensions()  # what the file says of its size may be wrong, and is believed by openpyxl

    def values() -> Iterator[list[str]]:
        for n, row in enumerate(sheet.iter_rows(values_only=True)):
            if n >= _EXCEL_ROWS:
                return
            yield [_cell(value) for value in row]

    def numbered() -> Iterator[tuple[int, list[str]]]:
        return ((n, row) for n, row in enumerate(values(), start=1) if any(row))

    first = next(numbered(), None)
    if first is None:
        return None
    header = named(_without_empty_end(first[1], 0))

    def rows() -> Iterator[Row]:
        with _told("an Excel workbook"):
            for n, cells in numbered():
                if n > first[0]:
                    yield Row(n, *fitted(header, _without_empty_end(cells, len(header))))

    return Sheet(name, header, rows, "")


def _without_empty_end(cells: list[str], at_least: int) -> list[str]:
    """A sheet has no end on the right: as many cells as the header, or more if they say something."""
    stop = max((n for n, cell in enumerate(cells, start=1) if cell), default=0)
    return cells[: max(stop, at_least)] + [""] * (at_least - len(cells))


def _cell(value: Any) -> str:
    """A value as one would write it: 20211112 and not 20211112.0, a moment with a blank between day and time."""
    if isinstance(value, datetime):
        return str(value.date()) if value.time() == time() and value.tzinfo is None else value.isoformat(" ", "seconds")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(as_written(value))


def parquet_sheets(stream: BinaryIO) -> list[Sheet]:
    """The one table of a Parquet file, read by pieces of its row groups. Raises TableUnreadable."""
    try:
        from pyarrow import parquet
    except ImportError:
        raise _missing("pyarrow") from None
    with _told("a Parquet file"):
        header = list(parquet.ParquetFile(stream).schema_arrow.names)

    def rows() -> Iterator[Row]:
        with _told("a Parquet file"):
            stream.seek(0)
            for batch in parquet.ParquetFile(stream).iter_batches(_BATCH):
                for fields in batch.to_pylist():
                    yield Row(None, {name: _value(value) for name, value in fields.items()})

    return [Sheet("", header, rows, "")]


def _value(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _value(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_value(item) for item in value]
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return _cell(value) if isinstance(value, date | float) else as_written(value)


def _missing(library: str) -> TableUnreadable:
    message = f"reading it needs the library {library}; install it with: pip install 'analysis[tables]'."
    return TableUnreadable(message, "library")


@contextmanager
def _told(what: str) -> Iterator[None]:
    """Whatever a library raises on a broken file (each has its own dozen of errors) as one sentence."""
    try:
        yield
    except (TableUnreadable, GeneratorExit, MemoryError):
        raise
    except Exception as error:
        raise TableUnreadable(f"it can't be read as {what}: {why(error)}.") from None
