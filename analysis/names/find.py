"""Names in one text: persons, organisations, places and posts, each with the rule that found it.

Rules and lexicons only. Every rule is a function from the text to spans; where two spans overlap, a person wins over an
organisation and an organisation over a place, since the rules for persons look at both sides of a name.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from analysis.document import Document, Token
from analysis.names.bodies import BodyReader
from analysis.names.dotted import DottedReader
from analysis.names.evidence import believed, confidence
from analysis.names.foreign import ForeignReader
from analysis.names.gazetteer import Hit, find_hits
from analysis.names.masks import Mask
from analysis.names.own import Hit as OwnHit
from analysis.names.place_names import find_places
from analysis.names.posts import Post, find_posts
from analysis.names.registered import registered
from analysis.names.shapes import ShapeReader
from analysis.names.words import Words
from analysis.shadow import Shadow

Row = tuple[Any, ...]
# What ends the name of a body wherever it stands; a looser list than in front of a title would find half the nouns.
ENDS = re.compile(
    "委员会|办公室|办公厅|总局|[^分格结布当大]局(?!势|面|部|限|长)|(?:人民)?政府|(?:中级|高级)?人民法院|人民检察院|大学|学院|研究院|研究所|医院"
    "|集团(?:有限)?公司|有限(?:责任)?公司|股份公司|银行|协会|联合会|商会|学会|基金会|总工会|博物馆|图书馆|出版社|报社|电视台|党校|指挥部|领导小组|[省市县区州]委(?![员托])"
    "|[省市县区州](?:人大常委会|人大|政协|纪委|监委)|公安厅|[教财民司水农商][育政正法利业务]厅|外交部|国防部"
)


class Found(NamedTuple):
    """A name where it stands, before it is a row."""

    start: int
    stop: int
    type: str
    confidence: float
    rule: str
    entity: str


class Page(NamedTuple):
    """One text and what is known of it before any name: its tokens, where a user's entries stand, its posts."""

    text: str
    tokens: Sequence[Token]
    own: Sequence[OwnHit]
    posts: Sequence[Post]
    words: Words

    @property
    def around(self) -> tuple[str, Words, frozenset[int], frozenset[int]]:
        """What the readers of shapes ask for: text, words, and where offices begin and end."""
        starts, stops = frozenset(post.start for post in self.posts), frozenset(post.stop for post in self.posts)
        return self.text, self.words, starts, stops


def names_of(
    document: Document,
    tokens: Sequence[Token],
    people: Iterable[tuple[int, int, str]] = (),
    own: Sequence[OwnHit] = (),
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
    """
    text = document.text
    page = Page(text, tokens, own, list(find_posts(text, own)), Words(tokens, own))
    given = [Found(hit.start, hit.stop, hit.type, 1.0, "user", hit.canonical) for hit in own]
    titled = [Found(a, b, "PERSON", 0.95, "title", name) for a, b, name in people]
    hits = find_hits(text, tokens)
    layers = (given, titled, _persons(page, [*given, *titled]), _bodies(page, hits), _places(page, hits))
    taken = {place for f in given for place in range(f.start, f.stop)}
    offices = [found for found in _posts(page.posts) if taken.isdisjoint(range(found.start, found.stop))]
    found = [*_first_come(*layers), *offices]
    mask = Mask(text)
    return [
        (
            document.doc_id,
            f.start,
            f.stop,
            text[f.start : f.stop],
            f.type,
            mask.kind(f.start, f.stop),
            f.confidence,
            f.rule,
            f.entity,
        )
        for f in sorted(found)
    ]


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


def _persons(page: Page, sure: Iterable[Found]) -> list[Found]:
    """What the rules for persons find, each told of what is sure and of what the rules before it have found."""
    found = {(f.start, f.stop): f for f in sure if f.type == "PERSON"}
    for rule, spans in PERSON_RULES.items():
        for start, stop, score in list(spans(page, found.values())):
            found.setdefault((start, stop), Found(start, stop, "PERSON", score, rule, page.text[start:stop]))
    bearers = {f.entity for f in found.values() if f.confidence > 0.6 and len(f.entity) > 1}
    return [_linked(f, bearers) for f in found.values()]


Spans = Iterable[tuple[int, int, float]]


def _dotted(page: Page, found: Iterable[Found]) -> Spans:
    """雷诺·艾德: parts around a dot."""
    return ((start, stop, 0.9) for start, stop, _ in DottedReader(*page.around).shapes())


def _shapes(page: Page, found: Iterable[Found]) -> Spans:
    """史远帆, 特鲁斯科: by letters, edges, and what the document has elsewhere."""
    shapes = [*ShapeReader(*page.around).shapes(), *ForeignReader(*page.around).shapes()]
    known = {f.entity for f in found if len(f.entity) > 1}
    return ((start, stop, confidence(score)) for start, stop, score in believed(shapes, page.text, known))


def _repeated(page: Page, found: Iterable[Found]) -> Spans:
    """The sure names of the document wherever they stand again."""
    sure = {f.entity for f in found if f.confidence > 0.9 and len(f.entity) > 2}
    return ((start, stop, 0.8) for start, stop in registered(sure, page.text))


# In this order; each may be taken out.
PERSON_RULES = {"dotted": _dotted, "shape": _shapes, "repeated": _repeated}


def _linked(found: Found, sure: set[str]) -> Found:
    """A lone surname is the one sure person of the document who bears it, if there is one."""
    if len(found.entity) > 1:
        return found
    bearers = [name for name in sorted(sure) if name.startswith(found.entity)]
    return found._replace(entity=bearers[0]) if len(bearers) == 1 else found


def _bodies(page: Page, hits: Iterable[Hit]) -> Iterator[Found]:
    text = page.text
    for start, stop, entry in hits:
        if entry.kind == "body" and _stands_alone(text, start, stop):
            yield Found(start, stop, "ORGANISATION", 0.9, "registry", entry.entity)
    reader = BodyReader(text, page.tokens, page.own)
    for end in ENDS.finditer(text):
        span = reader.before(max(0, _clause_start(text, end.start())), end.end())
        if span and span.stop - span.start >= 4 and span.start < end.start() and reader.is_opened(span):
            yield Found(span.start, span.stop, "ORGANISATION", 0.7, "suffix", text[span.start : span.stop])


def _stands_alone(text: str, start: int, stop: int) -> bool:
    """Whether a short form is not that of a place: 省|国资委 is not that of the state."""
    return not (text[start - 1 : start] in set("省市县区州") and stop - start <= 4)


def _clause_start(text: str, stop: int) -> int:
    return max(text.rfind(mark, max(0, stop - 60), stop) for mark in "。，；：、！？\n") + 1


def _places(page: Page, hits: Sequence[Hit]) -> Iterator[Found]:
    for place in find_places(page.text, page.tokens, hits):
        yield Found(place.start, place.stop, "PLACE", place.confidence, place.rule, place.entity)


def _posts(posts: Iterable[Post]) -> Iterator[Found]:
    for post in posts:
        if post.official_class != "none":
            yield Found(post.start, post.stop, "POST", 0.6 if post.guarded else 0.9, "titles", post.title)
