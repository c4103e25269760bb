"""Officials of a document: one row per person and position."""

import os
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import product

import pandas as pd

from analysis.clock import Clock
from analysis.document import Document, Token
from analysis.given import each_document
from analysis.names.own import Hit, OwnNames
from analysis.names.page import Page
from analysis.names.tagger import Tagged, Tagger, tagger
from analysis.names.tagger.ahead import read_ahead
from analysis.officials.inherit import Resolver
from analysis.officials.reading import Reading, reading_of, sentences
from analysis.officials.rows import Row, RowWriter
from analysis.segment import Segmenter
from analysis.shadow import Shadow
from analysis.tables import OFFICIALS
from analysis.user_lexicon import UserLexicon, lexicon_of


def officials_of(
    document: Document,
    tokens: Sequence[Token],
    own: Sequence[Hit] = (),
    tagged: Sequence[Tagged] | None = None,
    *,
    page: Page | None = None,
) -> list[Row]:
    """Rows of `tables.OFFICIALS` for one document, in text order.

    Parameters
    ----------
    document : Document
        Its text is a shadow: the grammar knows plain characters only.
    tokens : sequence of Token
    own : sequence of Hit
        Where the entries of a user's lexicon stand.
    tagged : sequence of Tagged, optional
        What the sequence model sees; without it the grammar reads names alone.
    page : Page, optional
        The page of its text, if it has been read already.
    """
    page = page or Page.read(document.text, tokens, own)
    reading = reading_of(document, page, own, tagged)
    return rows_of(document, page, own, reading) if reading else []


def rows_of(document: Document, page: Page, own: Sequence[Hit], reading: Reading) -> list[Row]:
    """The rows of what the grammar has read, in text order."""
    text = document.text
    resolver = Resolver(document, reading.persons.words, reading.posts, page.bodies, own)
    for sentence in reading.sentences:
        for block in sentence.blocks:
            for name, position in product(block.holders, block.positions):
                resolver.learn(name.person, position)
    writer = RowWriter(document, reading.mask, resolver)
    rows = [row for span, blocks, _ in reading.sentences for row in writer.rows(blocks, text[slice(*span)].strip())]
    return sorted(rows, key=lambda row: (row.start, row.stop))


def officials_in_text(rows: Sequence[Row], text: str, shade: Shadow) -> list[Row]:
    """The rows that were read off the shadow of a text, with their places and their sentences in the text."""
    ranges = list(sentences(shade.text))
    starts = [start for start, _ in ranges]
    placed = []
    for row in rows:
        place = shade.source(row.start, row.stop)
        sentence = shade.source(*ranges[bisect_right(starts, row.start) - 1])
        placed.append(row._replace(start=place.start, stop=place.stop, sentence=text[slice(*sentence)].strip()))
    return placed


def find_officials(
    documents: Iterable[Document],
    segmenter: Segmenter | None = None,
    *,
    simplified: bool = False,
    lexicon: UserLexicon | str | os.PathLike[str] | None = None,
    model: str | Tagger | None = "default",
) -> pd.DataFrame:
    """Who holds which post in which body, by the words of each text.

    Parameters
    ----------
    documents : iterable of Document
        A corpus, or any documents.
    segmenter : Segmenter, optional
        With your own words; the default is a plain one.
    simplified : bool
        Read traditional characters as simplified ones; persons, titles and bodies are then in these. Needs OpenCC.
    lexicon : UserLexicon or path, optional
        Your own names: its persons, posts and bodies are known to the grammar, and `body_full` is the canonical name of
        a body of it.
    model : str or Tagger, optional
        The sequence model that names are settled with, as of `find_names`; None leaves them to the grammar.

    Returns
    -------
    DataFrame of `tables.OFFICIALS`
        One row per person and position, documents in the order given, rows in text order.

    Raises
    ------
    AnalysisError
        If something is no document.
    LexiconError
        If the lexicon can't be read.

    >>> page = Document("d", text="水利部党组成员、副部长田远山、邱明礼，总工程师陶砚秋出席会议。")
    >>> find_officials([page])[["person", "title", "body_full", "order", "shared"]].values.tolist()
    [['田远山', '党组成员', '水利部', 1, True], ['田远山', '副部长', '水利部', 1, True], ['邱明礼', '党组成员', '水利部', 2, True], ['邱明礼', '副部长', '水利部', 2, True], ['陶砚秋', '总工程师', '水利部', 3, False]]
    """
    own = OwnNames(lexicon_of(lexicon), simplified=simplified)
    segmenter = own.segmenter(segmenter or Segmenter())
    seer = tagger(model) if isinstance(model, str) else model

    def rows() -> Iterator[Row]:
        for page, shade, tagged in read_ahead(each_document(documents), seer, Clock(), simplified=simplified):
            found = officials_of(replace(page, text=shade.text), *own.cut(shade.text, segmenter), tagged)
            yield from found if shade.text is page.text else officials_in_text(found, page.text, shade)

    return OFFICIALS.of(rows())
