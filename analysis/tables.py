"""Every table we return: its row, its columns, their types and units.

The names are a contract that notebooks, exports and outside checks rely on; a column may be added, none is renamed.
Offsets are code points of `Document.text`, half-open.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

TEXT, WHOLE, MAYBE, REAL, TRUTH = "str", "int64", "Int64", "float64", "bool"  # MAYBE: a whole number or nothing


def pandas_dtype(name: str) -> Any:
    r"""The dtype of a column. Texts are Python's own, whether pyarrow is there or not: it refuses lone surrogates.

    >>> pd.Series(["a\ud800"], dtype=pandas_dtype("str")).dtype == "str"
    True
    """
    return pd.StringDtype("python", na_value=float("nan")) if name == TEXT else name


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, its pandas dtype, and what it says."""

    name: str
    dtype: str
    says: str


@dataclass(frozen=True, slots=True)
class Table:
    """A promise about a DataFrame: one row is one `row`, and these are its columns."""

    name: str
    row: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> list[str]:
        """The column names in their order."""
        return [column.name for column in self.columns]

    def of(self, rows: Iterable[Sequence[object]]) -> pd.DataFrame:
        """A checked frame from rows given in column order."""
        return self.checked(pd.DataFrame(list(rows), columns=self.names, dtype=object))

    def checked(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The frame with declared columns first, in order and typed; further columns follow.

        Raises
        ------
        ValueError
            If a declared column is missing.

        >>> PROBLEMS.checked(pd.DataFrame({"path": ["a.md"]}))
        Traceback (most recent call last):
        ValueError: the table problems lacks the columns line, kind, message, action.
        """
        missing = [name for name in self.names if name not in frame.columns]
        if missing:
            raise ValueError(f"the table {self.name} lacks the columns {', '.join(missing)}.")
        more = [name for name in frame.columns if name not in self.names]
        return (
            frame[self.names + more]
            .astype({column.name: pandas_dtype(column.dtype) for column in self.columns})
            .reset_index(drop=True)
        )

    def describe(self) -> str:
        """The table's page of the data dictionary, in Markdown."""
        head = [
            f"### `{self.name}`",
            "",
            f"One row is one {self.row}.",
            "",
            "| column | type | what it says |",
            "|---|---|---|",
        ]
        return "\n".join(head + [f"| `{c.name}` | {c.dtype} | {c.says} |" for c in self.columns]) + "\n"


DOC_ID = Column("doc_id", TEXT, "the document: its path below the corpus, without the suffix")
START = Column("start", WHOLE, "first code point in Document.text")
STOP = Column("stop", WHOLE, "one past the last code point")

DOCUMENTS = Table(
    "documents",
    "document, in corpus order (date, then doc_id)",
    (
        DOC_ID,
        Column("path", TEXT, "the file below the corpus folder"),
        Column("title", TEXT, "title as published"),
        Column("date", TEXT, "publication, ISO 8601 with zone; empty if unknown"),
        Column(
            "date_from",
            TEXT,
            "where the date was read: front matter, html, url, dateline, text, file name; empty if unknown",
        ),
        Column("source", TEXT, "who wrote it first (来源), else the site"),
        Column("author", TEXT, "the author field of the post: mostly the site that published it"),
        Column("editors", TEXT, "责任编辑, 编辑, 责编, 校对: names joined by 、"),
        Column("n_chars", WHOLE, "code points of Document.text"),
        Column(
            "duplicate_of", TEXT, "doc_id of the first document with this text, nearly or word for word; else empty"
        ),
        Column("reprint", TEXT, "exact or near, for a document that repeats another; else empty"),
        Column("similarity", REAL, "Jaccard similarity of a reprint with what it repeats, 0 to 1; else empty"),
        Column("topic", MAYBE, "topic number, 1-based by size; empty if topics were not made"),
        Column("margin", REAL, "0 to 1: how much nearer the document is to its own topic than to the next"),
    ),
)
PROBLEMS = Table(
    "problems",
    "thing wrong with one input file, in path and line order",
    (
        Column("path", TEXT, "the file below the corpus folder"),
        Column("line", MAYBE, "1-based line in the file; empty if the whole file is meant"),
        Column("kind", TEXT, "short name of the trouble, e.g. front matter, encoding, empty"),
        Column("message", TEXT, "what is wrong, one sentence"),
        Column("action", TEXT, "what was done: skipped, repaired, read as text, kept"),
    ),
)
MENTIONS = Table(
    "mentions",
    "name as it stands in a text, in document and text order",
    (
        DOC_ID,
        START,
        STOP,
        Column("text", TEXT, "Document.text[start:stop]"),
        Column("type", TEXT, "PERSON, ORGANISATION, PLACE or POST"),
        Column(
            "kind", TEXT, "appearance, concept (of a doctrine), epithet, byline, quoted, surname or honorific (王老)"
        ),
        Column("confidence", REAL, "0 to 1"),
        Column("rule", TEXT, "the rule or lexicon that found it"),
        Column("entity_id", TEXT, "the same within a document for mentions of one person, body or place"),
        Column("kind_rule", TEXT, "the rule that decided on the kind; empty for an appearance"),
    ),
)
LEXICON_USE = Table(
    "lexicon_use",
    "entry of the user's own lexicon, an alias too, in file order; empty without a lexicon",
    (
        Column("name", TEXT, "the written form that is looked for"),
        Column("type", TEXT, "PERSON, ORGANISATION, PLACE, POST, WORD or STOP"),
        Column("canonical", TEXT, "the name it stands for: entity_id of its mentions, body_full of a body"),
        Column("line", WHOLE, "1-based line in the lexicon file"),
        Column("n_mentions", WHOLE, "how often it stands in the texts, titles left aside; 0 for an entry never found"),
        Column("n_documents", WHOLE, "documents with it"),
    ),
)
OFFICIALS = Table(
    "officials",
    "person with one position, at one place of a text: a person with two posts is two rows",
    (
        DOC_ID,
        START,
        STOP,
        Column("person", TEXT, "the name without inner blanks, or its canonical form; start and stop are its span"),
        Column("title", TEXT, "the office as written, with its grade: 副部长, 党组成员"),
        Column("body", TEXT, "the body as written before the title; empty if not written there"),
        Column("body_full", TEXT, "the body in full, resolved from the text; empty if the text does not tell"),
        Column("modifier", TEXT, "原 前 时任 代 候任 兼 …; empty for a present post"),
        Column("act", TEXT, "任命 免去 当选 …; empty outside personnel acts"),
        Column("order", MAYBE, "1-based place among the persons of the same enumeration; empty if alone"),
        Column("shared", TRUTH, "whether the title is written once for several names"),
        Column("official_class", TEXT, "official, executive, foreign, international or grassroots"),
        Column("rule", TEXT, "the rule that read the position"),
        Column("sentence", TEXT, "the sentence around the name"),
    ),
)
PEOPLE = Table(
    "people",
    "person in one post of one body, over the whole corpus",
    (
        Column("person", TEXT, "name"),
        Column("body_full", TEXT, "body in full; empty if no text tells"),
        Column("title", TEXT, "office"),
        Column("first_seen", TEXT, "ISO day of the first dated document; empty if none is dated"),
        Column("last_seen", TEXT, "ISO day of the last dated document; empty if none is dated"),
        Column("n_documents", WHOLE, "documents with this person in this post"),
        Column("n_unique", WHOLE, "the same, with all reprints of one text counted once"),
    ),
)
KEYWORDS = Table(
    "keywords",
    "keyword of a document, or of the corpus, by rank",
    (
        Column("doc_id", TEXT, "the document; empty for the corpus"),
        Column("keyword", TEXT, "a word, a name or a phrase of 2 to 4 words"),
        Column("score", REAL, "TF-IDF; comparable within one document only"),
        Column("rank", WHOLE, "1 for the highest score"),
    ),
)
TOPICS = Table(
    "topics",
    "topic, largest first",
    (
        Column("topic", WHOLE, "1-based"),
        Column("label", TEXT, "its most telling phrases"),
        Column("n_documents", WHOLE, "documents whose nearest topic this is"),
        Column("n_unique", WHOLE, "the same, with all reprints of one text counted once"),
        Column("share", REAL, "share of all documents, 0 to 1"),
        Column(
            "stability",
            REAL,
            "mean Jaccard overlap with the best match in reclustered subsamples, 0 to 1; above .75 is stable",
        ),
        Column("words", TEXT, "its most telling words, joined by blanks"),
    ),
)
TOPIC_WORDS = Table(
    "topic_words",
    "word of a topic, by topic and falling weight",
    (
        Column("topic", WHOLE, "1-based"),
        Column("word", TEXT, "a word or phrase"),
        Column("weight", REAL, "class-based TF-IDF; comparable within one topic"),
    ),
)
PROVENANCE = Table(
    "provenance",
    "document and where it comes from, in corpus order",
    (
        DOC_ID,
        Column("path", TEXT, "the file below the corpus folder; members and rows behind their archive or table"),
        Column("container", TEXT, "the archive or table file; empty for a file of its own"),
        Column("sha256", TEXT, "of the bytes read"),
        Column("n_bytes", WHOLE, "bytes read"),
        Column("encoding", TEXT, "the codec that read them"),
        Column("repairs", TEXT, "what was mended, sentence by sentence; empty if nothing was"),
        Column("n_removed", WHOLE, "code points of the source taken out as furniture"),
        Column("removed", TEXT, "kinds of furniture taken out, joined by 、"),
    ),
)
FURNITURE = Table(
    "furniture",
    "thing taken out of the texts of one source, by falling number of documents and times",
    (
        Column("source", TEXT, "the site or publisher (Document author, else source)"),
        Column(
            "kind",
            TEXT,
            "caption, advert, share, related, pagination, breadcrumb, menu, footer, disclaimer, comments, player, hidden, title, catalogue (the card of a portal), contact, link, tags, behind the editors, around (a page outside its article), learned; a credit: editors, reporters, source, original title, published, count, dateline, end mark",
        ),
        Column("rule", TEXT, "the rule that took it out"),
        Column("text", TEXT, "what it looks like: digits as 0, at most 80 characters"),
        Column("n_documents", WHOLE, "documents it was taken out of"),
        Column("n_times", WHOLE, "how often it was taken out"),
        Column("n_chars", WHOLE, "code points taken out in all"),
        Column("doc_id", TEXT, "the first document it was taken out of"),
        Column("example", TEXT, "as it stands there"),
    ),
)
REPRINTS = Table(
    "reprints",
    "document that shares its text or its title with another, by group (in corpus order, texts first) and publication",
    (
        Column("group", TEXT, "doc_id of the first published with this text, or with this title"),
        DOC_ID,
        Column(
            "kind",
            TEXT,
            "first (others repeat it), exact (the same letters and digits), near (nearly the same) or title (the same "
            "title over another text, the first of them too: no reprint, and counted as none)",
        ),
        Column("similarity", REAL, "Jaccard similarity of character shingles with the first of the group, 0 to 1"),
        Column("lag_days", REAL, "days since the first was published; empty where a date is missing"),
        Column("source", TEXT, "who published it"),
        Column("first_source", TEXT, "who published the first"),
    ),
)
DATES = Table(
    "dates",
    "expression of time in a text, in document and text order",
    (
        DOC_ID,
        START,
        STOP,
        Column("text", TEXT, "Document.text[start:stop]"),
        Column("since", TEXT, "first day (or minute) meant, ISO 8601, Beijing time; empty if the text does not decide"),
        Column("until", TEXT, "first day (or minute) no longer meant; empty too if it has no end"),
        Column(
            "precision",
            TEXT,
            "minute, hour, part of day, day, week, month, quarter, year or period; of both ends of a range",
        ),
        Column("base", TEXT, "what completed it: written (in full), text (an earlier date), publication, or nothing"),
        Column("rule", TEXT, "the rule that read it"),
    ),
)
ALL = (
    DOCUMENTS, PROVENANCE, PROBLEMS, FURNITURE, REPRINTS, DATES, MENTIONS, LEXICON_USE, OFFICIALS, PEOPLE, KEYWORDS, TOPICS, TOPIC_WORDS,
)  # fmt: skip
