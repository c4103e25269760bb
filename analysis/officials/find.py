"""Officials of a document: one row per person and position."""

import os
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import product

import pandas as pd

from analysis.document import Document, Token
from analysis.given import each_document
from analysis.names.own import Hit, OwnNames
from analysis.names.page import Page
from analysis.names.tagger import Tagged, Tagger, tagger
from analysis.officials.ahead import opened
from analysis.officials.inheritance.resolver import Resolver
from analysis.officials.offices import offices_of, sentences
from analysis.officials.reading import Reading, reading_of
from analysis.officials.rows import Row, RowWriter
from analysis.officials.traditional import as_printed
from analysis.segment import Segmenter
from analysis.shadow import Shadow
from analysis.shadow.script import in_simplified
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
    reading = reading_of(document, page, offices_of(page), own, tagged)
    return rows_of(document, page, own, reading) if reading else []


def officials_in_script(
    document: Document,
    tokens: Sequence[Token],
    own: Sequence[Hit],
    tagged: Sequence[Tagged] | None,
    *,
    segmenter: Segmenter,
    seer: Tagger | None,
    page: Page | None = None,
) -> list[Row]:
    """The same as `officials_of` for text in either script: traditional characters are read as simplified ones.

    Person, title, body and sentence are as printed. `segmenter` and `seer` are asked again, since neither knows
    traditional words.

    >>> page, segmenter = Document("d", text="水利部副部長田遠山出席會議。"), Segmenter()
    >>> rows = officials_in_script(page, segmenter.tokens(page.text), [], None, segmenter=segmenter, seer=None)
    >>> [(row.person, row.title, row.body_full) for row in rows]
    [('田遠山', '副部長', '水利部')]
    """
    simple = in_simplified(document.text)
    if simple is document.text:
        return officials_of(document, tokens, own, tagged, page=page)
    seen = seer.tag([simple])[0] if seer else None
    rows = officials_of(replace(document, text=simple), segmenter.tokens(simple), own, seen)
    return as_printed(rows, simple, document.text)


def rows_of(document: Document, page: Page, own: Sequence[Hit], reading: Reading) -> list[Row]:
    """The rows of what the grammar has read, in text order."""
    text = document.text
    resolver = Resolver(document, reading.persons.words, reading.offices.posts, page.bodies, own)
    for sentence in reading.sentences:
        for block in sentence.blocks:
            for name, position in product(block.holders, block.positions):
                resolver.learn(name.person, position)
    writer = RowWriter(document, reading.offices.mask, resolver)
    rows = [row for span, blocks, _ in reading.sentences for row in writer.rows(blocks, text[slice(*span)].strip())]
    return sorted(rows, key=lambda row: (row.start, row.stop))


def officials_in_text(rows: Sequence[Row], text: str, shade: Shadow) -> list[Row]:
    """The rows that were read off the shadow of a text, with their places and their sentences in the text."""
    ranges = list(sentences(shade.text))
    starts = [start for start, _ in ranges]
    placed, written = [], dict[int, str]()  # one text for all rows of a sentence: a roster of 1 MB may be one
    for row in rows:
        place = shade.source(row.start, row.stop)
        number = bisect_right(starts, row.start) - 1
        if number not in written:
            written[number] = text[slice(*shade.source(*ranges[number]))].strip()
        placed.append(row._replace(start=place.start, stop=place.stop, sentence=written[number]))
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
        Give persons, titles and bodies of a text in traditional characters in simplified ones. Needs OpenCC. Without it
        they are as printed; the canonical `body_full` is in simplified characters always.
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
        for one, tagged in opened(each_document(documents), own, segmenter, seer, simplified=simplified):
            reading = reading_of(one.shaded, one.page, one.offices, one.own, tagged)
            found = rows_of(one.shaded, one.page, one.own, reading) if reading else []
            found = found if one.page.text is one.shade.text else as_printed(found, one.page.text, one.shade.text)
            text = one.document.text
            yield from found if one.shade.text is text else officials_in_text(found, text, one.shade)

    return OFFICIALS.of(rows())
