"""Finds the names that only the document explains: parts of its dotted names, given names, short forms of its bodies.

Everything is found in one pass over the text: the words to look for are gathered from the names found so far, and each is
believed only where its edges are those of a name.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from analysis.names.bodies import BodyReader
from analysis.names.edges import FOREIGN, IN_FRONT, IS_HAN
from analysis.names.found import Found
from analysis.names.kinds.address import surname_of
from analysis.names.linking.bodies import local_forms, trade_names, university_form
from analysis.names.linking.definitions import defined, definitions
from analysis.names.linking.persons import parts_of
from analysis.names.persons import PersonReader
from analysis.names.registered import registered
from analysis.names.spotter import Spotter
from analysis.spans import Span

# Confidence: less than that of the names they repeat, since their edges are guessed; a definition is the document's own word.
PART, GIVEN, SHORT, SAID = 0.7, 0.6, 0.7, 0.9
FEW = 50  # words
PREPOSITIONS = IN_FRONT | {"同"}
CLAUSE = "。；！？\n，、：（("
LONGEST = 40  # characters of a body that a definition shortens


def with_names_again(text: str, found: Sequence[Found], reader: PersonReader, bodies: BodyReader) -> list[Found]:
    """The names of one text, and further ones that only they explain; the entity of each new one is its own words.

    A new name overlaps none of those found, but for places inside the name of a body, which go: 长沙 in 长沙科大.

    Parameters
    ----------
    text : str
    found : sequence of Found
        In text order.
    reader : PersonReader
    bodies : BodyReader
    """
    taken = _Taken(f for f in found if _stays(f))
    news = [f for f in _defined_bodies(text, bodies) if taken.is_free(f.start, f.stop)]
    known = _without_places_inside(found, news)
    words = {**_given_names(known), **_short_bodies(text, known), **_parts(known), **_said(text, known)}
    taken = _Taken(f for f in known if _stays(f))
    places = _Taken(f for f in known if f.type == "PLACE")
    for start, stop in _places_of(words, text):
        name_type, rule, confidence = words[text[start:stop]]
        free = taken.is_free(start, stop) and (name_type == "ORGANISATION" or places.is_free(start, stop))
        if free and EDGES[rule](reader, start, stop):
            news.append(_found(text, Span(start, stop), name_type, confidence, rule))
    return _without_places_inside(found, news)


def _places_of(words: Collection[str], text: str) -> list[Span]:
    """Where the words stand; one pattern is faster for a few, the spotter for many."""
    return registered(words, text) if len(words) < FEW else Spotter(words).find(text)


def _stays(found: Found) -> bool:
    """Whether a name is never given up for a new one: all but places, and those that the user's lexicon gives."""
    return found.type != "PLACE" or found.rule == "user"


def _without_places_inside(found: Sequence[Found], news: Sequence[Found]) -> list[Found]:
    """Both in text order, less the places that overlap a new name."""
    taken = _Taken(news)
    kept = (f for f in found if _stays(f) or taken.is_free(f.start, f.stop))
    return sorted([*kept, *news])


def _found(text: str, span: Span, name_type: str, confidence: float, rule: str) -> Found:
    kind = ("honorific", "given_name") if rule == "given" else ("appearance", "")
    return Found(*span, name_type, confidence, rule, text[slice(*span)], *kind)


class _Taken:
    """The places of names: what overlaps one is no name of its own."""

    def __init__(self, found: Iterable[Found]) -> None:
        self._places = {place for f in found for place in range(f.start, f.stop)}

    def is_free(self, start: int, stop: int) -> bool:
        return self._places.isdisjoint(range(start, stop))


Words = dict[str, tuple[str, str, float]]


def _parts(found: Sequence[Found]) -> Words:
    return {part: ("PERSON", "part", PART) for f in found if f.type == "PERSON" for part in parts_of(f.entity)}


def _given_names(found: Sequence[Found]) -> Words:
    """远山 of 田远山; those of one letter are words."""
    full = (f.entity for f in found if f.type == "PERSON" and f.confidence > 0.6)
    given = (name[len(surname_of(name)) :] for name in full if surname_of(name) and "·" not in name)
    return {words: ("PERSON", "given", GIVEN) for words in given if len(words) == 2}


def _short_bodies(text: str, found: Sequence[Found]) -> Words:
    bodies = {text[f.start : f.stop] for f in found if f.type == "ORGANISATION"}
    forms = (form for body in bodies for form in (*local_forms(body), *trade_names(body), *university_form(body)))
    return {form: ("ORGANISATION", "short", SHORT) for form in forms if form not in bodies and len(form) > 3}


def _said(text: str, found: Sequence[Found]) -> Words:
    return {d.short: (f.type, "said", SAID) for d, f in defined(text, found)}


def _defined_bodies(text: str, bodies: BodyReader) -> Iterator[Found]:
    """Bodies that nothing but their definition shows: 云岭科创集团（以下简称“云岭科创”）."""
    for definition in definitions(text):
        stop = definition.long_stop
        if not definition.is_said or not stop:
            continue
        floor = max(text.rfind(mark, max(0, stop - LONGEST), stop) for mark in CLAUSE) + 1
        span = bodies.before(floor, stop)
        if span and span.stop - span.start >= 4:
            yield _found(text, span, "ORGANISATION", SHORT, "defined")


def _is_part(reader: PersonReader, start: int, stop: int) -> bool:
    """科尔|说, not 科尔|沁 nor 尼|科尔. Three letters are hardly ever a part of another word by chance."""
    before, behind = reader.text[start - 1 : start], reader.text[stop : stop + 1]
    if "·" in {before, behind}:
        return False
    opens = _opens(reader, start) or before in PREPOSITIONS or reader.words.starts(start)
    return opens and (bool(reader.closes(stop)) or (stop - start > 2 and behind not in FOREIGN))


def _opens(reader: PersonReader, start: int) -> bool:
    """Whether a name may begin here: at the head of a clause, or behind a verb or a function word."""
    return start == 0 or not IS_HAN.match(reader.text[start - 1]) or reader.words.is_function(start - 1, ends=True)


def _is_given(reader: PersonReader, start: int, stop: int) -> bool:
    """远山|同志, 远山|副部长, at the head of a clause or behind a verb."""
    return _opens(reader, start) and (reader.text.startswith("同志", stop) or reader.is_office(stop))


def _is_short(reader: PersonReader, start: int, stop: int) -> bool:
    """市水利局 behind a sign, a verb or a function word, not behind the name of another town; nor in 临江科大|学."""
    return _opens(reader, start) and reader.text[stop : stop + 1] not in set("学会长")


def _is_said(reader: PersonReader, start: int, stop: int) -> bool:
    """What the text has defined is believed where words begin and end; foreign letters, where they do."""
    text = reader.text
    if text[start:stop].isascii():
        return not any(
            letter.isascii() and letter.isalnum() for letter in text[max(0, start - 1) : start] + text[stop : stop + 1]
        )
    return reader.words.starts(start) and (stop == len(text) or reader.words.starts(stop))


EDGES = {"part": _is_part, "given": _is_given, "short": _is_short, "said": _is_said}
