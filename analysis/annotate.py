"""One pass over a document: its tokens, its officials, its names, each computed once and used by the next.

All of it is read off the shadow of the text (`analysis.shadow`), and every place is that of the text. The tokenizer cuts, with
the names of a user's lexicon whole, the grammar reads officials over the tokens, the name rules take the persons it has read,
and persons and bodies found so become single tokens for keywords and topics.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import pandas as pd

from analysis.clock import Clock
from analysis.document import Document, Token
from analysis.given import each_document
from analysis.names.find import names_in_text, names_of
from analysis.names.own import Hit, OwnNames
from analysis.names.page import Page
from analysis.names.tagger import Tagged, Tagger, tagger
from analysis.names.tagger.ahead import read_ahead
from analysis.officials.find import officials_in_script, officials_in_text
from analysis.officials.rows import Row as OfficialRow
from analysis.segment import Segmenter
from analysis.settings import check_threshold
from analysis.shadow import Shadow, shadow
from analysis.tables import MENTIONS
from analysis.tokens import Tokens
from analysis.user_lexicon import UserLexicon, lexicon_of

Row = tuple[Any, ...]
# Names that become one token, with their part of speech (ICTCLAS).
AS_TOKEN = {"PERSON": "nr", "ORGANISATION": "nt"}
CONFIDENCE = MENTIONS.names.index("confidence")


class Annotation(NamedTuple):
    """What one document says: its tokens with names whole, rows of `officials` and `mentions`, and what of a lexicon it has.

    `fired` is the place in the user's lexicon of each entry that stands in the text, and how often it does.
    """

    tokens: list[Token]
    officials: list[OfficialRow]
    mentions: list[Row]
    fired: list[tuple[int, int]]


class Annotator:
    """Annotates documents, one after the other, with the same words and choices; as cheap to make as a `Segmenter`.

    Parameters
    ----------
    segmenter : Segmenter, optional
        With your own words; the default is a plain one. The names and words of the lexicon are added to them.
    lexicon : UserLexicon, optional
    simplified, threshold, model
        As of `find_names`.

    >>> note = Annotator().annotate(Document("d", text="水利部副部长田远山到临江调研。"))
    >>> [token.word for token in note.tokens], len(note.officials)
    (['水利部', '副', '部长', '田远山', '到', '临江', '调研', '。'], 1)
    """

    def __init__(
        self,
        segmenter: Segmenter | None = None,
        lexicon: UserLexicon | None = None,
        *,
        simplified: bool = False,
        threshold: float = 0.0,
        model: str | Tagger | None = "default",
    ) -> None:
        self._own = OwnNames(lexicon, simplified=simplified)
        self._segmenter = self._own.segmenter(segmenter or Segmenter())
        self._simplified, self._threshold = simplified, threshold
        self._tagger = tagger(model) if isinstance(model, str) else model

    def annotate_all(self, documents: Iterable[Document], clock: Clock | None = None) -> Iterator[Annotation]:
        """The same as `annotate` for each document in turn, quicker: the model reads many texts at once."""
        clock = clock or Clock()
        for document, shade, names in read_ahead(documents, self._tagger, clock, simplified=self._simplified):
            yield self._annotated(document, shade, names, clock)

    def annotate(self, document: Document, clock: Clock | None = None) -> Annotation:
        """Tokens, officials and names of one document.

        The words of tokens, persons, titles and bodies are those of the shadow (２０２１ is 2021, 李　强 is 李强; with
        `simplified` 習近平 is 习近平); `start` and `stop`, the `text` of a mention and the `sentence` of an official are
        those of the text. A name below the threshold is left out and is no single token, unless it stands in
        `officials`: the two tables agree.
        """
        return next(self.annotate_all([document], clock))

    def _annotated(self, document: Document, shade: Shadow, tagged: list[Tagged] | None, clock: Clock) -> Annotation:
        with clock.of("segment"):
            page = document if shade.text is document.text else replace(document, text=shade.text)
            tokens, hits = self._own.cut(page.text, self._segmenter)
        with clock.of("officials"):
            read = Page.read(page.text, tokens, hits)
            officials = officials_in_script(
                page, tokens, hits, tagged, segmenter=self._segmenter, seer=self._tagger, page=read
            )
        with clock.of("names"):
            people = dict.fromkeys((row.start, row.stop, row.person) for row in officials)
            names = names_of(page, tokens, people, hits, tagged, page=read)
            mentions = self._sure(names, {(start, stop) for start, stop, _ in people})
        with clock.of("segment"):
            tokens = self._segmenter.overlay(tokens, page.text, _whole(mentions, hits))
            tokens = self._own.silenced(tokens, page.text, self._segmenter)
        note = Annotation(tokens, officials, mentions, self._own.fired(hits, tokens))
        return note if page is document else _in_text(note, document.text, shade)

    def title_tokens(self, document: Document) -> list[Token]:
        """The tokens of the title's shadow; of names only those of the lexicon are whole."""
        title = shadow(document.title, self._simplified).text
        tokens, _ = self._own.cut(title, self._segmenter)
        return self._own.silenced(tokens, title, self._segmenter)

    def _sure(self, mentions: Iterable[Row], officials: set[tuple[int, int]]) -> list[Row]:
        return [row for row in mentions if row[CONFIDENCE] >= self._threshold or (row[1], row[2]) in officials]


def _in_text(note: Annotation, text: str, shade: Shadow) -> Annotation:
    tokens = [
        token._replace(start=span.start, stop=span.stop) for token in note.tokens for span in [shade.source(*token[:2])]
    ]
    officials, mentions = officials_in_text(note.officials, text, shade), names_in_text(note.mentions, text, shade)
    return Annotation(tokens, officials, mentions, note.fired)


def _whole(mentions: Iterable[Row], hits: Iterable[Hit]) -> list[tuple[int, int, str]]:
    """What becomes one token; the user's entries first, since they have tags of their own."""
    own = [(hit.start, hit.stop, hit.tag) for hit in hits]
    return [*own, *((row[1], row[2], AS_TOKEN[row[4]]) for row in mentions if row[4] in AS_TOKEN)]


class ShardResult(NamedTuple):
    """What a shard of documents gives, small enough to travel between processes."""

    tokens: Tokens
    titles: Tokens
    officials: list[OfficialRow]
    mentions: list[Row]
    fired: list[tuple[int, int]]
    clock: Clock


def annotate_shard(
    documents: Sequence[Document],
    *,
    simplified: bool = False,
    threshold: float = 0.0,
    lexicon: UserLexicon | None = None,
    model: str = "default",
) -> ShardResult:
    """All documents of one shard, in order."""
    annotator = Annotator(lexicon=lexicon, simplified=simplified, threshold=threshold, model=model)
    clock = Clock()
    notes = list(annotator.annotate_all(documents, clock))
    with clock.of("segment"):
        titles = [annotator.title_tokens(document) for document in documents]
    return ShardResult(
        _stored(note.tokens for note in notes),
        _stored(titles),
        [row for note in notes for row in note.officials],
        [row for note in notes for row in note.mentions],
        [pair for note in notes for pair in note.fired],
        clock,
    )


def _stored(documents: Iterable[Iterable[Token]]) -> Tokens:
    return Tokens.of(((token.word, token.tag) for token in tokens) for tokens in documents)


def find_names(
    documents: Iterable[Document],
    segmenter: Segmenter | None = None,
    *,
    simplified: bool = False,
    threshold: float = 0.0,
    lexicon: UserLexicon | str | os.PathLike[str] | None = None,
    model: str | Tagger | None = "default",
) -> pd.DataFrame:
    """Persons, organisations, places and posts of each text.

    Parameters
    ----------
    documents : iterable of Document
        A corpus, a list or a generator.
    segmenter : Segmenter, optional
        With your own words; the default is a plain one.
    simplified : bool
        Read traditional characters as simplified ones; `entity_id` is in these, `text` as written. Needs OpenCC.
    threshold : float
        Names of less confidence are left out, from 0 (the default) to 1: the higher, the more precise and the fewer.
        Names that `find_officials` reads are never left out, nor are those of your lexicon.
    lexicon : UserLexicon or path, optional
        Your own names and words. A name of it wins over all that overlaps it: `rule` is user, `confidence` 1, and
        `entity_id` its canonical name.
    model : str or Tagger, optional
        The sequence model: `default`, trained on all annotated sets, or `open`, on openly licensed ones alone; or one of
        `analysis.names.tagger`, in a style of your choice; None leaves names to rules and lexicons.

    Returns
    -------
    DataFrame of `tables.MENTIONS`
        Documents in the order given, rows in text order; without rows if there is no document or no name.

    Raises
    ------
    AnalysisError
        If something is no document, or a value is not allowed.
    LexiconError
        If the lexicon can't be read.

    >>> find_names([Document("d", text="水利部副部长田远山说。")])[["text", "type"]].values.tolist()
    [['水利部', 'ORGANISATION'], ['副部长', 'POST'], ['田远山', 'PERSON']]
    """
    check_threshold(threshold)
    annotator = Annotator(segmenter, lexicon_of(lexicon), simplified=simplified, threshold=threshold, model=model)
    notes = annotator.annotate_all(each_document(documents))
    return MENTIONS.of(row for note in notes for row in note.mentions)
