"""Names in one text: persons, organisations, places and posts, each with the rule that found it.

Rules and lexicons only. Every rule is a function from the text to spans; where two spans overlap, a person wins over an
organisation and an organisation over a place, since the rules for persons look at both sides of a name.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from analysis.document import Document, Token
from analysis.names.bodies import BodyReader, registry, registry_spotter
from analysis.names.edges import FOREIGN, PARTED, STRONG, followers, surnames
from analysis.names.found import Found
from analysis.names.kinds.address import addressed, is_addressed
from analysis.names.kinds.read import with_kinds
from analysis.names.linking.again import with_names_again
from analysis.names.linking.document import linked
from analysis.names.persons import PersonReader
from analysis.names.places import Division, countries, divisions, place_spotter
from analysis.names.posts import Post, find_posts
from analysis.names.registered import registered
from analysis.names.words import Words
from analysis.segment import is_word
from analysis.shadow import Shadow

Row = tuple[Any, ...]
CLAUSE_STARTS = re.compile("(?:^|[。，；：！？\n“”（、])(?=[㐀-䶿一-鿿])", re.MULTILINE)
# What ends the name of a body wherever it stands; a looser list than in front of a title would find half the nouns.
ENDS = re.compile(
    "委员会|办公室|办公厅|总局|[^分格结布当大]局(?!势|面|部|限|长)|(?:人民)?政府|(?:中级|高级)?人民法院|人民检察院|大学|学院|研究院|研究所|医院"
    "|集团(?:有限)?公司|有限(?:责任)?公司|股份公司|银行|协会|联合会|商会|学会|基金会|总工会|博物馆|图书馆|出版社|报社|电视台|党校|指挥部|领导小组|[省市县区州]委(?![员托])"
    "|[省市县区州](?:人大常委会|人大|政协|纪委|监委)|公安厅|[教财民司水农商][育政正法利业务]厅|外交部|国防部"
)


def names_of(document: Document, tokens: Sequence[Token], people: Iterable[tuple[int, int, str]] = ()) -> list[Row]:
    """Rows of `tables.MENTIONS` for one document, in text order.

    Parameters
    ----------
    document : Document
        Its text is a shadow: the rules know plain characters only.
    tokens : sequence of Token
        The tokens of its text.
    people : iterable of (start, stop, person)
        Names that the grammar of officials has read.
    """
    text = document.text
    posts = list(find_posts(text))
    reader = PersonReader(text, Words(tokens), frozenset(post.start for post in posts))
    holders = [Found(a, b, "PERSON", 0.95, "title", name) for a, b, name in people]
    persons = _persons(text, tokens, reader, holders)
    bodies = _bodies(text, tokens)
    places = _places(text, tokens)
    titled = [found for found in persons if found.rule == "title"]
    found = sorted([*_first_come(titled, persons, bodies, places), *_posts(posts)])
    found = with_names_again(text, found, reader, BodyReader(text, tokens))
    day = document.date.date().isoformat() if document.date else ""
    names = linked(text, with_kinds(text, found, (post.start for post in posts)), day)
    return [_row(document.doc_id, text, name) for name in names]


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


def _persons(text: str, tokens: Sequence[Token], reader: PersonReader, holders: Iterable[Found]) -> list[Found]:
    found = {(f.start, f.stop): f for f in holders}
    for rule in (_speakers, _parted, _tagged, _addressed):
        for start, stop, confidence in rule(text, tokens, reader):
            name, by = text[start:stop], rule.__name__.strip("_")
            found.setdefault((start, stop), Found(start, stop, "PERSON", confidence, by, name))
    sure = {f.entity for f in found.values() if f.confidence > 0.6 and len(f.entity) > 1}
    for start, stop in registered(sure, text):
        found.setdefault((start, stop), Found(start, stop, "PERSON", 0.8, "repeated", text[start:stop]))
    return list(found.values())


Spans = Iterator[tuple[int, int, float]]


def _speakers(text: str, tokens: Sequence[Token], reader: PersonReader) -> Spans:
    """史远帆介绍，…: a name that opens a clause and is followed by a verb of the list."""
    for mark in CLAUSE_STARTS.finditer(text):
        if not _has_surname(text[mark.end() : mark.end() + 2], 30):
            continue
        name = reader.name_at(mark.end())
        if name is None or name.shape != "han" or _is_everyday(reader, name.start, name.stop):
            continue
        if followers().at(text, name.stop) and reader.closes(name.stop) >= STRONG:
            yield name.start, name.stop, 0.7


def _is_everyday(reader: PersonReader, start: int, stop: int) -> bool:
    return reader.words.is_common(start, stop, sure=False) or not reader.words.starts(stop)


def _has_surname(name: str, at_least: int) -> bool:
    single, compound = surnames()
    return name[:2] in compound or single.get(name[0], 0) >= at_least


def _parted(text: str, tokens: Sequence[Token], reader: PersonReader) -> Spans:
    """雷诺·艾德: parts of transliterating characters around a dot."""
    for match in PARTED.finditer(text):
        dot = text.index("·", match.start())
        start = dot
        while start > match.start() and text[start - 1] in FOREIGN and dot - start < 8:
            start -= 1
        while start < dot and (not reader.words.starts(start) or reader.words.is_function(start)):
            start += 1
        name = reader.name_at(start) if start < dot else None
        letters = [c for c in name.person if c != "·"] if name and name.shape == "parted" else []
        if name and letters and sum(c in FOREIGN for c in letters) >= 0.8 * len(letters):
            yield name.start, name.stop, 0.7


def _tagged(text: str, tokens: Sequence[Token], reader: PersonReader) -> Spans:
    """The tokenizer's person (nr), where surname and length agree and the words beside it allow a name.

    Of the dictionary's 79,000 persons many are everyday words (高水平, 许可证), so that one is believed only in front of a
    word that follows names; what the tokenizer made up itself, it made up from a surname and the letters of given names.
    """
    for token in tokens:
        if token.tag in {"nr", "nrfg"} and 2 <= token.stop - token.start <= 3 and _has_surname(token.word, 10):
            made_up = not is_word(token.word)
            name = reader.name_at(token.start)
            if name is None or name.stop != token.stop or is_addressed(token.word):
                continue
            if made_up or followers().at(text, token.stop):
                yield token.start, token.stop, 0.6 if made_up else 0.5


def _addressed(text: str, tokens: Sequence[Token], reader: PersonReader) -> Spans:
    """张|女士, 王老, 小李: a surname with a form of address."""
    return addressed(reader)


def _bodies(text: str, tokens: Sequence[Token]) -> Iterator[Found]:
    for start, stop in registry_spotter().find(text):
        if _stands_alone(text, start, stop):
            yield Found(start, stop, "ORGANISATION", 0.9, "registry", registry()[text[start:stop]][0].name)
    reader = BodyReader(text, tokens)
    for end in ENDS.finditer(text):
        span = reader.before(max(0, _clause_start(text, end.start())), end.end())
        if span and span.stop - span.start >= 4 and span.start < end.start() and reader.is_opened(span):
            yield Found(span.start, span.stop, "ORGANISATION", 0.7, "suffix", text[span.start : span.stop])


def _stands_alone(text: str, start: int, stop: int) -> bool:
    """Short forms run into other words: 商务部|门, 人民|进行."""
    runs_on = text[stop - 1] == "部" and text[stop : stop + 1] in {"门", "分", "署", "队", "落"}
    of_a_place = (
        text[start - 1 : start] in set("省市县区州") and stop - start <= 4
    )  # 省|国资委 is not that of the state
    return not (runs_on or of_a_place) and stop - start > 1


def _clause_start(text: str, stop: int) -> int:
    return max(text.rfind(mark, max(0, stop - 60), stop) for mark in "。，；：、！？\n") + 1


def _places(text: str, tokens: Sequence[Token]) -> Iterator[Found]:
    tagged = {(token.start, token.stop) for token in tokens if token.tag.startswith("ns")}
    for start, stop in place_spotter().find(text):
        name = text[start:stop]
        division = divisions().get(name, (None,))[0]
        if division is None or _is_full(name, division) or (start, stop) in tagged:
            entity = division.name if division else countries().get(name, name)
            yield Found(start, stop, "PLACE", 0.8, "gazetteer", entity)


def _is_full(name: str, division: Division) -> bool:
    return name == division.name or (division.level == "province" and len(name) > 1)


def _posts(posts: Iterable[Post]) -> Iterator[Found]:
    for post in posts:
        if post.official_class != "none":
            yield Found(post.start, post.stop, "POST", 0.6 if post.guarded else 0.9, "titles", post.title)
