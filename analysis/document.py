"""The nouns: Document, Token, Corpus."""

import hashlib
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple

import pandas as pd

from analysis.errors import AnalysisError
from analysis.frames.records import frame_records
from analysis.provenance import furniture_of, provenance_of
from analysis.spans import OffsetMap, Span
from analysis.tables import DOCUMENTS, PROBLEMS, pandas_dtype


class Token(NamedTuple):
    """A word where it stands: `text[start:stop] == word`; `tag` is its part of speech (ICTCLAS letters, as in jieba)."""

    start: int
    stop: int
    word: str
    tag: str


class Removed(NamedTuple):
    """A piece of the source that is no part of the article: what it is, as it stands there, and who says so.

    `start` and `stop` are its range in the decoded source; `rule` names the rule that took it out.
    """

    kind: str
    text: str
    start: int
    stop: int
    rule: str = ""


class Field(NamedTuple):
    """What a credit or a dateline says of a document (`editors`, `source`, …), and where it stands in the decoded source."""

    name: str
    value: str
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Document:
    """One text with the facts known about it. `text` is never altered after reading.

    Attributes
    ----------
    doc_id : str
        Unique in a corpus: the path below the corpus folder without its suffix.
    title, text : str
        Offsets everywhere are code points of `text`.
    date : datetime or None
        Publication, zone-aware; Beijing time is kept as Beijing time.
    source : str
        Who wrote it first (来源), else the site.
    metadata : mapping
        The front matter as it was read, and what was lifted from the text: `author`, `editors`, `reporters`, `original_title`, `dateline`, …
    path : str
        The file below the corpus folder, with `/`.
    date_from : str
        Where the date was read.
    origin : OffsetMap or None
        From `text` to the decoded source file; None for a text that did not come from a file.
    sha256 : str
        Of the bytes of the file or member (of the row, for a row of a table); empty if there is none.
    n_bytes : int
        Of the file or member.
    encoding : str
        The codec that the bytes were read with; empty for a text that was never bytes.
    container : str
        The archive or table file that holds the document, as in `path`; empty if it is a file of its own.
    removed : tuple of Removed
        What was taken out of the body, in source order.
    fields : tuple of Field
        What credits and datelines say, in source order.

    >>> Document("d1", "标题", "正文。")
    Document('d1', 3 characters, no date)
    """

    doc_id: str = ""
    title: str = ""
    text: str = ""
    date: datetime | None = None
    source: str = ""
    metadata: Mapping[str, Any] = field(default_factory=dict)
    path: str = ""
    date_from: str = ""
    origin: OffsetMap | None = None
    sha256: str = ""
    n_bytes: int = 0
    encoding: str = ""
    container: str = ""
    removed: tuple[Removed, ...] = ()
    fields: tuple[Field, ...] = ()

    def __repr__(self) -> str:
        day = f"{self.date:%Y-%m-%d}" if self.date else "no date"
        return f"Document({self.doc_id!r}, {len(self.text):,} characters, {day})"

    @property
    def day(self) -> str:
        """ISO day of publication; empty if there is no date."""
        return self.date.date().isoformat() if self.date else ""

    def source_span(self, start: int, stop: int) -> Span:
        """Where `text[start:stop]` stands in the decoded source file (in the text itself if there is no file)."""
        return self.origin.source(start, stop) if self.origin else Span(start, stop)


def _day(value: str | date | datetime | None, name: str) -> date | None:
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    if isinstance(value, datetime):
        return value.date()
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise AnalysisError(f"{name}={value!r} is not a day; write it as 2022-10-16.") from None


def _facts(document: Document) -> bytes:
    day = document.date.isoformat() if document.date else ""
    parts = (part.encode("utf-8", "surrogatepass") for part in (day, document.title, document.text))
    return b"".join(len(part).to_bytes(8, "big") + part for part in parts)


class Corpus:
    """Documents in the order of their dates, the undated last, and what went wrong while reading them.

    Iterable, with `len`; `corpus[3]` and `corpus["doc_id"]` give a document. Corpora are values: every method returns a new one.

    >>> corpus = Corpus([Document("b", text="乙"), Document("a", text="甲")])
    >>> [document.doc_id for document in corpus], corpus
    (['a', 'b'], Corpus(2 documents, no dates))
    """

    def __init__(self, documents: Iterable[Document], problems: pd.DataFrame | None = None) -> None:
        self._documents = tuple(
            sorted(documents, key=lambda d: (d.date is None, d.date.isoformat() if d.date else "", d.doc_id))
        )
        self._index = {document.doc_id: i for i, document in enumerate(self._documents)}
        if len(self._index) < len(self._documents):
            raise AnalysisError("two documents of a corpus have the same doc_id; each must be unique.")
        self.problems = PROBLEMS.of([]) if problems is None else PROBLEMS.checked(problems)

    def __len__(self) -> int:
        return len(self._documents)

    def __iter__(self) -> Iterator[Document]:
        return iter(self._documents)

    def __getitem__(self, key: int | str) -> Document:
        return self._documents[self._index[key] if isinstance(key, str) else key]

    def __repr__(self) -> str:
        noun = "document" if len(self) == 1 else "documents"
        skipped = self.problems.loc[self.problems["action"] == "skipped", "path"].nunique()
        tail = f"; {skipped:,} {'file' if skipped == 1 else 'files'} skipped" if skipped else ""
        return f"Corpus({len(self):,} {noun}, {self._period()}{tail})"

    def _period(self) -> str:
        days = [document.day for document in self if document.date]
        return f"{min(days)} to {max(days)}" if days else "no dates"

    def between(self, since: str | date | None = None, until: str | date | None = None) -> "Corpus":
        """The documents published in `[since, until)`, by their own calendar day; undated ones are left out.

        Either end may be None. Raises AnalysisError for a text that is no ISO day.
        """
        first, last = _day(since, "since"), _day(until, "until")

        def inside(document: Document) -> bool:
            if document.date is None:
                return False
            day = document.date.date()
            return (first is None or first <= day) and (last is None or day < last)

        return self.where(inside)

    def where(self, test: Callable[[Document], bool] | None = None, **equals: object) -> "Corpus":
        """The documents for which `test` is true and whose fields or metadata equal what is given.

        >>> corpus = Corpus([Document("a", source="日报"), Document("b", source="晚报")])
        >>> corpus.where(source="日报")
        Corpus(1 document, no dates)
        """

        def value(document: Document, name: str) -> object:
            return getattr(document, name) if hasattr(document, name) else document.metadata.get(name)

        def kept(document: Document) -> bool:
            return (test is None or test(document)) and all(
                value(document, name) == wanted for name, wanted in equals.items()
            )

        return Corpus((document for document in self if kept(document)), self.problems)

    @property
    def fingerprint(self) -> str:
        """A hash of all dates, titles and texts: the same for the same documents, whatever machine, folder or archive.

        Ids and paths take no part in it, nor does the order that they give to documents of one moment.
        """
        digests = sorted(hashlib.sha256(_facts(document)).digest() for document in self)
        return hashlib.sha256(b"".join(digests)).hexdigest()

    @property
    def furniture(self) -> pd.DataFrame:
        """DataFrame of `tables.FURNITURE`: what was taken out of the texts, how often, with an example each.

        >>> captions = [Removed("caption", f"图{i}：会场", 0, 5, "a rule") for i in (1, 2)]
        >>> corpus = Corpus([Document("a", source="日报", removed=tuple(captions))])
        >>> corpus.furniture[["source", "kind", "text", "n_documents", "n_times", "example"]].values.tolist()
        [['日报', 'caption', '图0：会场', 1, 2, '图1：会场']]
        """
        return furniture_of(self)

    @property
    def provenance(self) -> pd.DataFrame:
        """DataFrame of `tables.PROVENANCE`: the file, bytes, codec and repairs of each document, in corpus order."""
        return provenance_of(self, self.problems)

    @classmethod
    def from_frame(cls, frame: pd.DataFrame, columns: Mapping[str, Hashable] | None = None) -> "Corpus":
        """The documents that the rows of a frame are; texts are taken as they stand, nothing is cleaned.

        Parameters
        ----------
        frame : DataFrame
            Missing values (NaN, None, NaT) are empty. What `to_frame(text=True)` gives comes back as it was, but for
            offsets into source files and metadata that is no column.
        columns : mapping, optional
            Field (`text`, `title`, `date`, `source`, `author`, `url`, `doc_id`) to column; what is not named is
            guessed from the names of the columns. Other columns become metadata.

        Returns
        -------
        Corpus
            With ids from the column `doc_id` if its values are all there and all different, else the 1-based row
            numbers. A date that can't be read is a row of `problems`, whose `line` is the row number.

        Raises
        ------
        AnalysisError
            If no column can be the text, or `columns` names one that is not there.

        >>> frame = pd.DataFrame({"标题": ["会议"], "正文": ["会议召开。"], "发布时间": ["2021-11-12 19:05"]})
        >>> Corpus.from_frame(frame)
        Corpus(1 document, 2021-11-12 to 2021-11-12)
        """
        try:
            records = list(frame_records(frame, columns, DOCUMENTS.names))
        except ValueError as reason:
            raise AnalysisError(str(reason)) from None
        problems = [
            (r.doc_id, n, "date", f"the date {r.unread!r} is no date that can be read.", "kept")
            for n, r in enumerate(records, start=1)
            if r.unread
        ]
        return cls((Document(*record[:-1]) for record in records), PROBLEMS.of(problems))

    def to_frame(self, text: bool = False) -> pd.DataFrame:
        """DataFrame of `tables.DOCUMENTS`, one row a document in corpus order; reprints and topics are empty here.

        With `text` it has the column `text` too.
        """
        unknown = ("", "", float("nan"), None, float("nan"))  # duplicate_of, reprint, similarity, topic, margin
        frame = DOCUMENTS.of(
            (
                d.doc_id,
                d.path,
                d.title,
                d.date.isoformat() if d.date else "",
                d.date_from,
                d.source,
                str(d.metadata.get("author") or ""),
                _joined(d.metadata.get("editors") or ()),
                len(d.text),
                *unknown,
            )
            for d in self
        )
        return frame.assign(text=pd.array([d.text for d in self], dtype=pandas_dtype("str"))) if text else frame


def _joined(names: str | Iterable[object]) -> str:
    return names if isinstance(names, str) else "、".join(map(str, names))
