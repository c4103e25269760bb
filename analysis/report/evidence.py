"""The texts behind the numbers: keyword in context, a few lines for each name, spread over the period."""

from collections.abc import Iterable, Iterator
from functools import cached_property

import pandas as pd

from analysis.document import Corpus, Document
from analysis.report.parts import Quote
from analysis.shadow import Shadow, shadow

LINES = 3  # for each row of a table: enough to judge by, few enough that the page stays under 5 MB
WIDTH = 22  # characters on either side of the hit
LEAD = 60  # characters of the beginning of a document
LONGEST_TITLE = 40


def spread(n: int, most: int = LINES) -> list[int]:
    """Places of at most `most` of `n` things: the first, the last, and evenly between.

    >>> spread(9), spread(2), spread(0)
    ([0, 4, 8], [0, 1], [])
    """
    return list(range(n)) if n <= most else [i * (n - 1) // (most - 1) for i in range(most)]


class Evidence:
    """Quotes from one corpus. Documents come in corpus order, so that quotes run from the earliest to the latest."""

    def __init__(self, corpus: Corpus, simplified: bool = False) -> None:
        self._corpus, self._simplified = corpus, simplified
        self._place = {document.doc_id: i for i, document in enumerate(corpus)}

    def at(self, doc_id: str, start: int, stop: int) -> Quote:
        """The line around `text[start:stop]` of a document."""
        return quote(self._corpus[doc_id], start, stop)

    def of_spans(self, spans: Iterable[tuple[str, int, int]]) -> list[Quote]:
        """Lines for (doc_id, start, stop): the first of each document, spread over the corpus."""
        first: dict[str, tuple[int, int]] = {}
        for doc_id, start, stop in spans:
            first.setdefault(doc_id, (start, stop))
        found = sorted(first, key=self._place.__getitem__)
        return [self.at(found[i], *first[found[i]]) for i in spread(len(found))]

    def of_rows(self, rows: pd.DataFrame) -> list[Quote]:
        """Lines for the rows of a table with doc_id, start and stop."""
        return self.of_spans(zip(rows["doc_id"], rows["start"], rows["stop"], strict=True))

    def of_term(self, term: str) -> list[Quote]:
        """Lines for a string wherever it stands, looked up in the shadows of the texts, off which keywords are read."""
        return self.of_spans(self._places(term)) if term else []

    def _places(self, term: str) -> Iterator[tuple[str, int, int]]:
        for document, shade in zip(self._corpus, self._shades, strict=True):
            at = shade.text.find(term)
            if at >= 0:
                yield document.doc_id, *shade.source(at, at + len(term))

    @cached_property
    def _shades(self) -> list[Shadow]:
        return [shadow(document.text, self._simplified) for document in self._corpus]

    def of_documents(self, doc_ids: Iterable[str]) -> list[Quote]:
        """The beginnings of documents."""
        return [beginning(self._corpus[doc_id]) for doc_id in doc_ids]


def quote(document: Document, start: int, stop: int) -> Quote:
    """The line around a span, in one document.

    >>> found = quote(Document("d", text="会议由张明主持召开。"), 3, 5)
    >>> found.left, found.hit, found.right
    ('会议由', '张明', '主持召开。')
    """
    left, right = max(0, start - WIDTH), stop + WIDTH
    text = document.text
    return Quote(
        *_where(document),
        left=("…" if left else "") + _line(text[left:start]),
        hit=_line(text[start:stop]),
        right=_line(text[stop:right]) + ("…" if right < len(text) else ""),
        doc_id=document.doc_id,
    )


def beginning(document: Document) -> Quote:
    """The first characters of a document."""
    more = "…" if len(document.text) > LEAD else ""
    return Quote(*_where(document), left=_line(document.text[:LEAD]) + more, hit="", right="", doc_id=document.doc_id)


def _where(document: Document) -> tuple[str, str, str]:
    title = _line(document.title)
    return document.day, document.source, title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1] + "…"


def _line(text: str) -> str:
    return " ".join(text.split())
