"""The sheet of an audit: its columns, its cells as spreadsheets leave them alone, and a file read back."""

import csv
import hashlib
import io
import re
from pathlib import Path
from typing import NamedTuple

from analysis.errors import AnalysisError, OutputError

FIELDS = ("person", "title", "body")  # what is judged
WORDS = ("right", "wrong", "unsure")
VERDICTS = tuple(f"verdict_{field}" for field in FIELDS)
SHOWN = ("context", "person", "title", "body_full", "modifier", "act")  # what a verdict is about: never to be changed
FACTS = ("row", *SHOWN, "body", "order", "official_class", "doc_id", "day", "start", "stop")
COLUMNS = (*FACTS, *VERDICTS, "note", "check")
OURS = (*VERDICTS, "note")  # what a reader fills in

# A cell that begins so is run as a formula by spreadsheets (OWASP, *CSV injection*), in full width too.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_QUOTE = "'"
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_DELIMITERS = ",;\t"  # what spreadsheets write under the settings of one country or another
_ENCODINGS = ("utf-8-sig", "gb18030")  # and what Chinese ones make of a sheet in UTF-8


class Line(NamedTuple):
    """A row of a sheet: where it ends in the file (1-based), and its cells by column."""

    number: int
    cells: dict[str, str]


def clean(text: str) -> str:
    """A text for one line of a sheet: line ends as ⏎, other control characters and lone surrogates as �."""
    one_line = re.sub("\r\n|[\r\n]", "⏎", text)
    return _CONTROL.sub("�", one_line).encode("utf-8", "replace").decode("utf-8").strip()


def safe(cell: str) -> str:
    """A cell that no spreadsheet runs as a formula: an apostrophe before it.

    >>> safe("=1+1"), safe("'s"), safe("田远山")
    ("'=1+1", "''s", '田远山')
    """
    return _QUOTE + cell if cell.startswith((*_FORMULA, _QUOTE)) else cell


def plain(cell: str) -> str:
    """The cell that `safe` was given."""
    return cell.removeprefix(_QUOTE)


def check_of(cells: dict[str, str]) -> str:
    """A mark of what a verdict is about; days and numbers are left out, since spreadsheets write them anew."""
    parts = [cells[name].strip().encode("utf-8") for name in ("row", *SHOWN)]
    digest = hashlib.sha256(b"".join(len(part).to_bytes(8, "big") + part for part in parts)).hexdigest()
    return f"c{digest[:12]}"  # never a number


def written(rows: list[dict[str, str]]) -> str:
    """The rows as CSV, with the header."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([safe(row[name]) for name in COLUMNS] for row in rows)
    return out.getvalue()


def lines_of(path: Path) -> list[Line]:
    """The rows of a sheet.

    Raises
    ------
    AnalysisError
        If the file can't be read or is no sheet of an audit.
    """
    rows = _table(path)
    header = [cell.strip() for cell in rows[0][1]] if rows else []
    if missing := [name for name in COLUMNS if name not in header]:
        raise AnalysisError(f"{path}:1: this is no sheet of an audit; it lacks the columns {', '.join(missing)}.")
    found = []
    for number, cells in rows[1:]:
        if any(cell.strip() for cell in cells):
            padded = [*cells, *[""] * (len(header) - len(cells))]
            found.append(Line(number, {name: plain(padded[header.index(name)].strip()) for name in COLUMNS}))
    return found


def _table(path: Path) -> list[tuple[int, list[str]]]:
    """Rows with the number of the line they end on, parted as the header is."""
    text = _decoded(path)
    head = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        return [(reader.line_num, row) for row in reader]
    except csv.Error as reason:
        raise AnalysisError(f"{path}:{reader.line_num}: the sheet can't be read ({reason}).") from None


def _decoded(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as reason:
        raise AnalysisError(f"{path}: the sheet can't be read ({reason.strerror}).") from None
    for encoding in _ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise AnalysisError(f"{path}: the sheet is neither in UTF-8 nor in GB18030; save it as CSV UTF-8.")


def refuse_to_lose(path: Path) -> None:
    """Raise OutputError if a file holds verdicts or notes, or is no sheet of an audit."""
    if not path.exists():
        return
    try:
        lines = lines_of(path)
    except AnalysisError:
        raise OutputError(f"{path} is there and is no sheet of an audit; give another path.") from None
    for line in lines:
        if any(line.cells[name] for name in OURS):
            raise OutputError(
                f"{path}:{line.number}: the sheet holds verdicts and is not overwritten; give another path."
            )
