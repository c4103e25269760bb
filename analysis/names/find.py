"""Names in one text: persons, organisations, places and posts, each with the rule that found it.

Where two spans overlap, an entry of the user's lexicon wins over a name that the grammar of officials has read, that over what
the sequence model is sure of, and that over the gazetteer. What only the document explains is found then, and kinds and links
are read last.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from analysis.document import Document, Token
from analysis.names.found import Found
from analysis.names.gazetteer import Hit, find_hits
from analysis.names.kinds.address import addressed
from analysis.names.kinds.read import with_kinds
from analysis.names.linking.again import with_names_again
from analysis.names.linking.document import linked
from analysis.names.own import Hit as OwnHit
from analysis.names.page import Page
from analysis.names.place_names import find_places
from analysis.names.posts import Post
from analysis.names.registered import registered
from analysis.names.seen import SURE, agreed, seen_names
from analysis.names.tagger import Tagged
from analysis.segment import is_word
from analysis.shadow import Shadow

Row = tuple[Any, ...]
# A body of our lists is believed where the model sees none if its name has so many characters: shorter ones run into words.
LONG = 5
# The user's own, the grammar's, and the first of the model's or the rules' layers.
BEFORE_REPEATED = 3
# What ends the name of a body wherever it stands; a looser list than in front of a title would find half the nouns.
ENDS = re.compile(
    "委员会|办公室|办公厅|总局|[^分格结布当大]局(?!势|面|部|限|长)|(?:人民)?政府|(?:中级|高级)?人民法院|人民检察院|大学|学院|研究院|研究所|医院"
    "|集团(?:有限)?公司|有限(?:责任)?公司|股份公司|银行|协会|联合会|商会|学会|基金会|总工会|博物馆|图书馆|出版社|报社|电视台|党校|指挥部|领导小组|[省市县区州]委(?![员托])"
    "|[省市县区州](?:人大常委会|人大|政协|纪委|监委)|公安厅|[教财民司水农商][育政正法利业务]厅|外交部|国防部"
)


def names_of(
    document: Document,
    tokens: Sequence[Token],
    people: Iterable[tuple[int, int, str]] = (),
    own: Sequence[OwnHit] = (),
    tagged: Sequence[Tagged] | None = None,
    *,
    page: Page | None = None,
) -> list[Row]:
    """Rows of `tables.MENTIONS` for one document, in text order.

    Parameters
    ----------
    document : Document
        Its text is a shadow: the rules know plain characters only.
    tokens : sequence of Token
        The tokens of its text.
    people : iterable of (start, stop, person)
        Names that the grammar of officials has read.
    own : sequence of own.Hit
        Where the entries of a user's lexicon stand: they win over everything that overlaps them.
    tagged : sequence of Tagged, optional
        What the sequence model sees; without it rules and lexicons are all there is.
    page : Page, optional
        The page of its text, if it has been read already.
    """
    text = document.text
    page = page or Page.read(text, tokens, own)
    given = [Found(hit.start, hit.stop, hit.type, 1.0, "user", hit.canonical) for hit in own]
    titled = [Found(a, b, "PERSON", 0.95, "title", name) for a, b, name in people]
    hits = find_hits(text, tokens, page.offices)
    places = list(_places(text, tokens, hits))
    if tagged is None:
        layers: list[Iterable[Found]] = [given, titled, _bodies(page, hits), places, _posts(page.posts)]
    else:
        layers = [given, titled, *_by_model(page, hits, places, tagged)]
    found = with_names_again(text, sorted(_first_come(*_with_persons_again(page, layers))), page.persons, page.bodies)
    day = document.day
    names = linked(text, with_kinds(text, found, page.offices), day)
    return [_row(document.doc_id, text, name) for name in names]


def _by_model(page: Page, hits: Sequence[Hit], places: list[Found], tagged: Iterable[Tagged]) -> list[list[Found]]:
    """What the model is sure of, then long bodies and places of our lists, then the rest of what it sees.

    Where it sees nothing, rules for persons, short bodies and posts are wrong more often than not, and are not asked.
    """
    found = agreed(list(seen_names(page.text, tagged, hits)))
    sure = [name for name in found if name.confidence >= SURE]
    long = [body for body in _registered(page.text, hits) if body.stop - body.start >= LONG]
    return [sure, long, places, found]


def _row(doc_id: str, text: str, name: Found) -> Row:
    start, stop, name_type, confidence, rule, entity, kind, kind_rule = name
    return (doc_id, start, stop, text[start:stop], name_type, kind, confidence, rule, entity, kind_rule)


def names_in_text(rows: Iterable[Row], text: str, shade: Shadow) -> list[Row]:
    """The rows that were read off the shadow of a text, with their places and their words in the text."""
    placed = []
    for doc_id, start, stop, _, *more in rows:
        span = shade.source(start, stop)
        placed.append((doc_id, *span, text[slice(*span)], *more))
    return placed


def _first_come(*layers: Iterable[Found]) -> list[Found]:
    """The names of the first layer, and of each further layer what does not overlap; longest first inside a layer."""
    kept: list[Found] = []
    taken: set[int] = set()
    for layer in layers:
        for found in sorted(layer, key=lambda f: (f.start - f.stop, -f.confidence, f)):
            if taken.isdisjoint(range(found.start, found.stop)):
                kept.append(found)
                taken.update(range(found.start, found.stop))
    return kept


def _with_persons_again(page: Page, layers: Sequence[Iterable[Found]]) -> Iterator[Iterable[Found]]:
    """The layers, and among them sure persons wherever they stand again; last surnames with a form of address (张|女士)."""
    known = [list(layer) for layer in layers]
    yield from known[:BEFORE_REPEATED]
    sure = {f.entity for layer in known for f in layer if f.type == "PERSON" and f.confidence >= SURE}
    again = (span for span in registered(_repeatable(sure), page.text) if _is_word_for_word(page, *span))
    yield [Found(a, b, "PERSON", 0.8, "repeated", page.text[a:b]) for a, b in again]
    yield from known[BEFORE_REPEATED:]
    yield [Found(a, b, "PERSON", score, "addressed", page.text[a:b]) for a, b, score in addressed(page.persons)]


def _repeatable(names: Iterable[str]) -> list[str]:
    """Of persons' names those that mean nothing else: not 李, and not 高峰."""
    return [name for name in names if len(name) > 2 or (len(name) == 2 and not is_word(name))]


def _is_word_for_word(page: Page, start: int, stop: int) -> bool:
    """Whether a name of two characters has the tokenizer's edges on both sides: 石文, but not in 化石|文物."""
    return stop - start > 2 or (page.words.starts(start) and page.words.ending(stop) is not None)


def _registered(text: str, hits: Iterable[Hit]) -> Iterator[Found]:
    for start, stop, entry in hits:
        if entry.kind == "body" and _stands_alone(text, start, stop):
            yield Found(start, stop, "ORGANISATION", 0.9, "registry", entry.entity)


def _bodies(page: Page, hits: Iterable[Hit]) -> Iterator[Found]:
    text, reader = page.text, page.bodies
    yield from _registered(text, hits)
    for end in ENDS.finditer(text):
        span = reader.before(max(0, _clause_start(text, end.start())), end.end())
        if span and span.stop - span.start >= 4 and span.start < end.start() and reader.is_opened(span):
            yield Found(span.start, span.stop, "ORGANISATION", 0.7, "suffix", text[span.start : span.stop])


def _stands_alone(text: str, start: int, stop: int) -> bool:
    """Whether a short form is not that of a place: 省|国资委 is not that of the state."""
    return not (text[start - 1 : start] in set("省市县区州") and stop - start <= 4)


def _clause_start(text: str, stop: int) -> int:
    return max(text.rfind(mark, max(0, stop - 60), stop) for mark in "。，；：、！？\n") + 1


def _places(text: str, tokens: Sequence[Token], hits: Sequence[Hit]) -> Iterator[Found]:
    for place in find_places(text, tokens, hits):
        yield Found(place.start, place.stop, "PLACE", place.confidence, place.rule, place.entity)


def _posts(posts: Iterable[Post]) -> Iterator[Found]:
    for post in posts:
        if post.official_class != "none":
            yield Found(post.start, post.stop, "POST", 0.6 if post.guarded else 0.9, "titles", post.title)
