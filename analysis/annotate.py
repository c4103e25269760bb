"""One pass over a document: its tokens, its officials, its names, each computed once and used by the next.

All of it is read off the shadow of the text (`analysis.shadow`), and every place is that of the text. The tokenizer cuts, the
grammar reads officials over the tokens, the name rules take the persons it has read, and persons and bodies found so become
single tokens for keywords and topics.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import pandas as pd

from analysis.clock import Clock
from analysis.document import Document, Token
from analysis.names.find import names_in_text, names_of
from analysis.officials.find import officials_in_text, officials_of
from analysis.segment import Segmenter
from analysis.shadow import Shadow, shadow
from analysis.tables import MENTIONS
from analysis.tokens import Tokens

Row = tuple[Any, ...]
# Names that become one token, with their part of speech (ICTCLAS).
AS_TOKEN = {"PERSON": "nr", "ORGANISATION": "nt"}


class Annotation(NamedTuple):
    """What one document says: its tokens with names whole, and rows of `officials` and `mentions`."""

    tokens: list[Token]
    officials: list[Row]
    mentions: list[Row]


def annotate(
    document: Document, segmenter: Segmenter, clock: Clock | None = None, *, simplified: bool = False
) -> Annotation:
    """Tokens, officials and names of one document.

    The words of tokens, persons, titles and bodies are those of the shadow (２０２１ is 2021, 李　强 is 李强; with `simplified`
    習近平 is 习近平); `start` and `stop`, the `text` of a mention and the `sentence` of an official are those of the text.

    >>> note = annotate(Document("d", text="水利部副部长田远山到临江调研。"), Segmenter())
    >>> [token.word for token in note.tokens], len(note.officials)
    (['水利部', '副', '部长', '田远山', '到', '临江', '调研', '。'], 1)
    """
    clock = clock or Clock()
    with clock.of("segment"):
        shade = shadow(document.text, simplified)
        page = document if shade.text is document.text else replace(document, text=shade.text)
        tokens = segmenter.tokens(page.text)
    with clock.of("officials"):
        officials = officials_of(page, tokens)
    with clock.of("names"):
        people = dict.fromkeys((row[1], row[2], row[3]) for row in officials)
        mentions = names_of(page, tokens, people)
    with clock.of("segment"):
        tokens = segmenter.overlay(tokens, page.text, _whole(mentions))
    note = Annotation(tokens, officials, mentions)
    return note if page is document else _in_text(note, document.text, shade)


def _in_text(note: Annotation, text: str, shade: Shadow) -> Annotation:
    tokens = [
        token._replace(start=span.start, stop=span.stop) for token in note.tokens for span in [shade.source(*token[:2])]
    ]
    return Annotation(tokens, officials_in_text(note.officials, text, shade), names_in_text(note.mentions, text, shade))


def _whole(mentions: Iterable[Row]) -> list[tuple[int, int, str]]:
    return [(row[1], row[2], AS_TOKEN[row[4]]) for row in mentions if row[4] in AS_TOKEN]


class ShardResult(NamedTuple):
    """What a shard of documents gives, small enough to travel between processes."""

    tokens: Tokens
    titles: Tokens
    officials: list[Row]
    mentions: list[Row]
    clock: Clock


def annotate_shard(documents: Sequence[Document], *, simplified: bool = False) -> ShardResult:
    """All documents of one shard, in order."""
    segmenter, clock = Segmenter(), Clock()
    notes = [annotate(document, segmenter, clock, simplified=simplified) for document in documents]
    tokens = Tokens.of(((token.word, token.tag) for token in note.tokens) for note in notes)
    with clock.of("segment"):
        shades = (shadow(document.title, simplified).text for document in documents)
        titles = Tokens.of(((t.word, t.tag) for t in segmenter.tokens(title)) for title in shades)
    officials = [row for note in notes for row in note.officials]
    return ShardResult(tokens, titles, officials, [row for note in notes for row in note.mentions], clock)


def find_names(
    documents: Iterable[Document], segmenter: Segmenter | None = None, *, simplified: bool = False
) -> pd.DataFrame:
    """Persons, organisations, places and posts of each text.

    Parameters
    ----------
    documents : iterable of Document
    segmenter : Segmenter, optional
        With your own words; the default is a plain one.
    simplified : bool
        Read traditional characters as simplified ones; `entity_id` is in these, `text` as written. Needs OpenCC.

    Returns
    -------
    DataFrame of `tables.MENTIONS`
        Documents in the order given, rows in text order.

    >>> find_names([Document("d", text="水利部副部长田远山说。")])[["text", "type"]].values.tolist()
    [['水利部', 'ORGANISATION'], ['副部长', 'POST'], ['田远山', 'PERSON']]
    """
    segmenter = segmenter or Segmenter()
    notes = (annotate(document, segmenter, simplified=simplified) for document in documents)
    return MENTIONS.of(row for note in notes for row in note.mentions)
