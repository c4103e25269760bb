"""A random sample of officials as a sheet for verdicts."""

import os
from collections.abc import Hashable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from analysis.audit.context import context_of
from analysis.audit.sheet import COLUMNS, OURS, check_of, clean, refuse_to_lose, written
from analysis.document import Corpus
from analysis.errors import AnalysisError, OutputError
from analysis.given_tables import check_documents, check_places, check_whole, given_corpus, given_table
from analysis.tables import OFFICIALS

NEEDED = [
    "doc_id", "start", "stop", "person", "title", "body", "body_full", "modifier", "act", "order", "official_class",
]  # fmt: skip


def sample_for_audit(
    officials: pd.DataFrame, corpus: Corpus, n: int = 100, seed: int = 0, path: str | os.PathLike[str] = "audit.csv"
) -> Path:
    """Write a sheet of random rows, each in its context, with empty cells for verdicts.

    Fill in `verdict_person`, `verdict_title` and `verdict_body` with right, wrong or unsure, and `note` with what you like; leave
    the other cells alone. In `context` the name stands in 【】, the title in 〔〕, the body as written in 〈〉. The body is to be judged by
    `body_full`; an empty one is right if the text does not tell. Then `read_audit` counts.

    Parameters
    ----------
    officials : DataFrame of `tables.OFFICIALS`
        All of them, or those that the audit is to speak of.
    corpus : Corpus
        Holds the texts.
    n : int
        Rows to draw, without replacement; all of them if there are fewer.
    seed : int
    path : str or PathLike
        The sheet: CSV in UTF-8 with a byte order mark, which spreadsheets open by a double click.

    Returns
    -------
    Path
        That of the sheet. Rows stand in the order of the table.

    Raises
    ------
    AnalysisError
        If `n` or `seed` is no whole number, there is no row to draw from, or the table or the corpus is another thing.
    OutputError
        If the file holds verdicts or notes already, or is no such sheet, or can't be written.

    Notes
    -----
    Every row has the same chance, so that persons who are named often weigh more, as they do in counts. Cells that a
    spreadsheet would run as a formula have an apostrophe before them.

    Examples
    --------
    >>> import tempfile
    >>> from analysis.document import Document
    >>> from analysis.officials.find import find_officials
    >>> corpus = Corpus([Document("d", text="水利部副部长田远山出席会议。")])
    >>> sheet = sample_for_audit(find_officials(corpus), corpus, path=Path(tempfile.mkdtemp()) / "audit.csv")
    >>> sheet.read_text(encoding="utf-8-sig").splitlines()[1][:35]
    '1 of 1,〈水利部〉〔副部长〕【田远山】出席会议。,田远山,副部长'
    """
    for name, value, least in (("n", n, 1), ("seed", seed, 0)):
        check_whole(name, value, least)
    officials, corpus = given_table(officials, "officials", OFFICIALS, NEEDED), given_corpus(corpus)
    check_documents(officials, "officials", corpus)
    if officials.empty:
        raise AnalysisError("there is no row of officials to draw from.")
    target = Path(path)
    refuse_to_lose(target)
    size = min(n, len(officials))
    drawn = np.sort(np.random.default_rng(seed).choice(len(officials), size, replace=False))
    rows = officials.iloc[drawn].to_dict("records")
    sheet = [_row(row, corpus, f"{number} of {size}") for number, row in enumerate(rows, start=1)]
    try:
        target.write_text(written(sheet), encoding="utf-8-sig", newline="\n")
    except OSError as reason:
        raise OutputError(f"{target} can't be written ({reason.strerror}).") from None
    return target


def _row(row: Mapping[Hashable, Any], corpus: Corpus, number: str) -> dict[str, str]:
    document = corpus[row["doc_id"]]
    check_places([(row["start"], row["stop"])], document)
    cells = {name: clean(_text(row.get(name))) for name in COLUMNS}
    place = int(row["start"]), int(row["stop"])
    cells["row"] = number
    cells["context"] = clean(context_of(document.text, *place, _text(row["title"]), _text(row["body"])))
    cells["day"] = document.day
    cells |= dict.fromkeys(OURS, "")
    return cells | {"check": check_of(cells)}


def _text(value: Any) -> str:
    return "" if value is None or pd.isna(value) else str(value)
