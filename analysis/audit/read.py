"""What the verdicts on a sheet say: precision with its interval, and the errors."""

import os
import re
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.audit.sheet import COLUMNS, FIELDS, VERDICTS, WORDS, Line, check_of, lines_of
from analysis.errors import AnalysisError
from analysis.intervals import wilson
from analysis.tables import AUDIT, pandas_dtype

_ROW = re.compile(r"([0-9]+) of ([0-9]+)")
ALL = "all"


class Audit(NamedTuple):
    """What an audit found.

    Attributes
    ----------
    precision : DataFrame of `tables.AUDIT`
        One row each for person, title, body and all three together.
    errors : DataFrame
        The rows with a verdict of wrong or unsure, in the order of the sheet: `line`, its columns but `check`.
    """

    precision: pd.DataFrame
    errors: pd.DataFrame


def read_audit(path: str | os.PathLike[str]) -> Audit:
    """Read the verdicts on a sheet of `sample_for_audit`.

    Parameters
    ----------
    path : str or PathLike
        The sheet as a spreadsheet saved it: rows may be sorted, days and numbers written anew, cells parted by semicolons or
        tabs, the encoding GB18030. Verdicts may be in capitals; empty ones are open.

    Returns
    -------
    Audit

    Raises
    ------
    AnalysisError
        If the file is no such sheet; for a verdict that is another word, a row that was changed, that is missing or there
        twice, as `path:line: what is wrong`.

    Notes
    -----
    Precision is right by right and wrong: what a reader could not judge is left out and listed. The interval is Wilson's (1927), for
    draws with replacement: ours are without, which makes it a little too wide where the sample is a large part of the table.

    Examples
    --------
    >>> import tempfile
    >>> from analysis.audit.sample import sample_for_audit
    >>> from analysis.document import Corpus, Document
    >>> from analysis.officials.find import find_officials
    >>> corpus = Corpus([Document("d", text="水利部副部长田远山出席会议。")])
    >>> sheet = sample_for_audit(find_officials(corpus), corpus, path=Path(tempfile.mkdtemp()) / "audit.csv")
    >>> text = sheet.read_text(encoding="utf-8-sig").replace(",,,,,c", ",right,right,wrong,,c")
    >>> _ = sheet.write_text(text, encoding="utf-8-sig")
    >>> read_audit(sheet).precision[["field", "n_right", "n_wrong"]].values.tolist()
    [['person', 1, 0], ['title', 1, 0], ['body', 0, 1], ['all', 0, 1]]
    """
    source = Path(path)
    lines = lines_of(source)
    verdicts = [_verdicts(source, line) for line in lines]
    _check_rows(source, lines)
    judged = pd.DataFrame(verdicts, columns=list(FIELDS), dtype=object)
    judged[ALL] = [_together(row) for row in verdicts]
    return Audit(_precision(judged), _errors(lines, verdicts))


def _verdicts(path: Path, line: Line) -> tuple[str, ...]:
    found = tuple(line.cells[name].lower() for name in VERDICTS)
    for name, verdict in zip(VERDICTS, found, strict=True):
        if verdict and verdict not in WORDS:
            raise AnalysisError(
                f"{path}:{line.number}: {name}={line.cells[name]!r} is not allowed; write right, wrong, unsure or nothing."
            )
    return found


def _check_rows(path: Path, lines: list[Line]) -> None:
    """Every row of the sheet is there once and as it was written."""
    seen: dict[int, int] = {}
    size = 0
    for line in lines:
        number = _ROW.fullmatch(line.cells["row"])
        if not number or line.cells["check"] != check_of(line.cells):
            raise AnalysisError(f"{path}:{line.number}: the row was changed; fill in verdicts and notes only.")
        place, size = int(number[1]), int(number[2])
        if place in seen:
            raise AnalysisError(
                f"{path}:{line.number}: row {place} stands on line {seen[place]} too; each must stand once."
            )
        seen[place] = line.number
    if missing := [place for place in range(1, size + 1) if place not in seen]:
        raise AnalysisError(f"{path}: row {missing[0]} of {size} is missing; leave a row without verdicts instead.")


def _together(verdicts: tuple[str, ...]) -> str:
    """The verdict on a whole row.

    >>> _together(("right", "right", "")), _together(("right", "unsure", "right")), _together(("", "wrong", ""))
    ('', 'unsure', 'wrong')
    """
    return next((word for word in ("wrong", "", "unsure") if word in verdicts), "right")


def _precision(judged: pd.DataFrame) -> pd.DataFrame:
    counts = [[int((judged[field] == word).sum()) for word in (*WORDS, "")] for field in (*FIELDS, ALL)]
    rows = []
    for field, (right, wrong, unsure, unjudged) in zip((*FIELDS, ALL), counts, strict=True):
        total = right + wrong
        low, high = wilson(right, total)
        share = round(right / total, 6) if total else None
        rows.append((field, right, wrong, unsure, unjudged, share, round(float(low), 6), round(float(high), 6)))
    return AUDIT.of(rows)


def _errors(lines: list[Line], verdicts: list[tuple[str, ...]]) -> pd.DataFrame:
    names = [name for name in COLUMNS if name != "check"]
    wrong = [line for line, row in zip(lines, verdicts, strict=True) if {"wrong", "unsure"} & set(row)]
    frame = pd.DataFrame([[line.cells[name] for name in names] for line in wrong], columns=names, dtype=object)
    frame = frame.astype(dict.fromkeys(names, pandas_dtype("str")))
    frame.insert(0, "line", pd.Series([line.number for line in wrong], dtype="int64"))
    return frame
