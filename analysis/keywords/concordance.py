"""Key word in context: each occurrence of a term with the characters before and after it."""

import re
from collections.abc import Iterable, Iterator

import pandas as pd

from analysis.document import Document
from analysis.errors import AnalysisError
from analysis.shadow import shadow

COLUMNS = ["doc_id", "start", "stop", "left", "text", "right", "date"]


def concordance(corpus: Iterable[Document], term: str, width: int = 20, *, simplified: bool = False) -> pd.DataFrame:
    """Every place where a term is written, whatever words the segmenter makes of it.

    Parameters
    ----------
    corpus : Corpus or iterable of Document
    term : str
        Found in its plain form (`analysis.shadow`): 2021 finds ２０２１ too. Overlapping occurrences count once.
    width : int
        Code points of context on each side; fewer at the edges of a text.
    simplified : bool
        Find traditional characters by simplified ones and the other way round. Needs OpenCC.

    Returns
    -------
    DataFrame with columns doc_id, start, stop, left, text, right, date
        One row a place, in document and text order; `text` is as written there, `date` ISO 8601, empty if unknown.

    Raises
    ------
    AnalysisError
        If nothing can be seen of the term, or the width is negative.

    >>> places = concordance([Document("a", text="发展新质生产力，靠新质人才。")], "新质", width=2)
    >>> places[["start", "left", "text", "right"]]
       start left text right
    0      2   发展   新质    生产
    1      9   ，靠   新质    人才
    """
    wanted = shadow(term, simplified).text
    if not wanted:
        raise AnalysisError(f"term={term!r} is not allowed; give at least one character.")
    if width < 0:
        raise AnalysisError(f"width={width} is not allowed; give 0 or more code points.")
    rows = [row for document in corpus for row in _places(document, wanted, width, simplified)]
    frame = pd.DataFrame(rows, columns=COLUMNS)
    return frame.astype(dict.fromkeys(COLUMNS, "str") | {"start": "int64", "stop": "int64"})


def _places(
    document: Document, wanted: str, width: int, simplified: bool
) -> Iterator[tuple[str, int, int, str, str, str, str]]:
    text, shade = document.text, shadow(document.text, simplified)
    day = document.date.isoformat() if document.date else ""
    for found in re.finditer(re.escape(wanted), shade.text):
        start, stop = shade.source(*found.span())
        left, right = text[max(0, start - width) : start], text[stop : stop + width]
        yield document.doc_id, start, stop, left, text[start:stop], right, day
