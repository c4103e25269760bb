"""One pass over a document: its tokens, its officials, its names, each computed once and used by the next.

The tokenizer cuts, the grammar reads officials over the tokens, the name rules take the persons it has read, and persons and
bodies found so become single tokens for keywords and topics.
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import pandas as pd

from analysis.clock import Clock
from analysis.document import Document, Token
from analysis.names.find import names_of
from analysis.officials.find import officials_of
from analysis.segment import Segmenter
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


def annotate(document: Document, segmenter: Segmenter, clock: Clock | None = None) -> Annotation:
    """Tokens, officials and names of one document.

    >>> note = annotate(Document("d", text="水利部副部长田远山到临江调研。"), Segmenter())
    >>> [token.word for token in note.tokens], len(note.officials)
    (['水利部', '副', '部长', '田远山', '到', '临江', '调研', '。'], 1)
    """
    clock = clock or Clock()
    with clock.of("segment"):
        tokens = segmenter.tokens(document.text)
    with clock.of("officials"):
        officials = officials_of(document, tokens)
    with clock.of("names"):
        people = dict.fromkeys((row[1], row[2], row[3]) for row in officials)
        mentions = names_of(document, tokens, people)
    with clock.of("segment"):
        tokens = segmenter.overlay(tokens, document.text, _whole(mentions))
    return Annotation(tokens, officials, mentions)


def _whole(mentions: Iterable[Row]) -> list[tuple[int, int, str]]:
    return [(row[1], row[2], AS_TOKEN[row[4]]) for row in mentions if row[4] in AS_TOKEN]


class ShardResult(NamedTuple):
    """What a shard of documents gives, small enough to travel between processes."""

    tokens: Tokens
    titles: Tokens
    officials: list[Row]
    mentions: list[Row]
    clock: Clock


def annotate_shard(documents: Sequence[Document]) -> ShardResult:
    """All documents of one shard, in order."""
    segmenter, clock = Segmenter(), Clock()
    notes = [annotate(document, segmenter, clock) for document in documents]
    tokens = Tokens.of(((token.word, token.tag) for token in note.tokens) for note in notes)
    with clock.of("segment"):
        titles = Tokens.of(((t.word, t.tag) for t in segmenter.tokens(document.title)) for document in documents)
    officials = [row for note in notes for row in note.officials]
    return ShardResult(tokens, titles, officials, [row for note in notes for row in note.mentions], clock)


def find_names(documents: Iterable[Document], segmenter: Segmenter | None = None) -> pd.DataFrame:
    """Persons, organisations, places and posts of each text.

    Returns
    -------
    DataFrame of `tables.MENTIONS`
        Documents in the order given, rows in text order.

    >>> find_names([Document("d", text="水利部副部长田远山说。")])[["text", "type"]].values.tolist()
    [['水利部', 'ORGANISATION'], ['副部长', 'POST'], ['田远山', 'PERSON']]
    """
    segmenter = segmenter or Segmenter()
    return MENTIONS.of(row for document in documents for row in annotate(document, segmenter).mentions)
