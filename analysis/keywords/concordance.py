"""Key word in context: each occurrence of a term with the characters before and after it."""

import re
from collections.abc import Iterable, Iterator

import pandas as pd

from analysis.document import Document
from analysis.errors import AnalysisError

COLUMNS = ["doc_id", "start", "stop", "left", "text", "right", "date"]


def concordance(corpus: Iterable[Document], term: str, width: int = 20) -> pd.DataFrame:
    """Every place where a term is written, whatever words the segmenter makes of it.

    Parameters
    ----------
    corpus : Corpus or iterable of Document
    term : str
        Found as it is written; overlapping occurrences count once.
    width : int
        Code points of context on each side; fewer at the edges of a text.

    Returns
    -------
    DataFrame with columns doc_id, start, stop, left, text, right, date
        One row a place, in document and text order; `date` is ISO 8601, empty if unknown.

    Raises
    ------
    AnalysisError
        If the term is empty or the width negative.

    >>> places = concordance([Document("a", text="发展新质生产力，靠新质人才。")], "新质", width=2)
    >>> places[["start", "left", "text", "right"]]
       start left text right
    0      2   发展   新质    生产
    1      9   ，靠   新质    人才
    """
    if not term:
        raise AnalysisError("term='' is not allowed; give at least one character.")
    if width < 0:
        raise AnalysisError(f"width={width} is not allowed; give 0 or more code points.")
    rows = [row for document in corpus for row in _places(document, term, width)]
    frame = pd.DataFrame(rows, columns=COLUMNS)
    return frame.astype(dict.fromkeys(COLUMNS, "str") | {"start": "int64", "stop": "int64"})


def _places(document: Document, term: str, width: int) -> Iterator[tuple[str, int, int, str, str, str, str]]:
    text = document.text
    day = document.date.isoformat() if document.date else ""
    for found in re.finditer(re.escape(term), text):
        start, stop = found.span()
        left, right = text[max(0, start - width) : start], text[stop : stop + width]
        yield document.doc_id, start, stop, left, term, right, day
