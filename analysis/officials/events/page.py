"""What is known of one text before any event is read: its persons, bodies, places and days, where its shadow has them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from analysis.dates.context import dateline_day, day_in_beijing
from analysis.document import Document
from analysis.officials.offices import sentences
from analysis.shadow import Shadow, shadow

LONGEST = 3000  # characters of one piece; a list of 500 names with their posts is shorter than two


class Post(NamedTuple):
    """A position of a person at one place: a row of `tables.OFFICIALS` in short."""

    title: str
    body: str
    body_full: str
    modifier: str
    act: str


class Person(NamedTuple):
    """A person where the text names them, with the posts written there; a bare name has none."""

    start: int
    stop: int
    name: str
    posts: tuple[Post, ...] = ()
    list_id: int | None = None


class Place(NamedTuple):
    """A body or place where the text names it; `full` is the body in full."""

    start: int
    stop: int
    full: str
    is_body: bool


class Day(NamedTuple):
    """An expression of time where it stands, and what it means, as in `tables.DATES`."""

    start: int
    stop: int
    since: str
    until: str
    precision: str


class Page(NamedTuple):
    """One document as events are read off it. Places are those of the shadow; `shade` leads back to the text.

    `sentences` are ranges in text order; a very long one is in pieces.
    """

    document: Document
    shade: Shadow
    persons: list[Person]
    places: list[Place]
    days: list[Day]
    sentences: list[tuple[int, int]]

    @property
    def text(self) -> str:
        """The shadow of the document's text."""
        return self.shade.text

    @property
    def day(self) -> str:
        """The day of publication in Beijing; empty if unknown."""
        published = day_in_beijing(self.document.date)
        return published.isoformat() if published else ""

    @property
    def dateline(self) -> date | None:
        """The day that the dateline tells, if there is one."""
        return dateline_day(str(self.document.metadata.get("dateline") or ""), day_in_beijing(self.document.date))

    def persons_in(self, start: int, stop: int) -> list[Person]:
        """The persons named in a range."""
        return self.persons[bisect_left(self.persons, (start,)) : bisect_left(self.persons, (stop,))]

    def places_in(self, start: int, stop: int) -> list[Place]:
        """The bodies and places that stand wholly in a range."""
        found = self.places[bisect_left(self.places, (start,)) : bisect_left(self.places, (stop,))]
        return [place for place in found if place.stop <= stop]

    def sentence_around(self, place: int) -> tuple[int, int]:
        """The range of the sentence around a place."""
        at = bisect_right(self.sentences, (place, len(self.text) + 1)) - 1
        return self.sentences[at] if at >= 0 else (0, len(self.text))

    def days_in(self, start: int, stop: int) -> list[Day]:
        """The expressions of time that begin in a range."""
        return self.days[bisect_left(self.days, (start,)) : bisect_left(self.days, (stop,))]


class Told(NamedTuple):
    """What other tables say of one document, in places of its text.

    `officials` are (start, stop, person, post, list_id), `mentions` (start, stop, type, name); a person without a name is
    called as written.
    """

    officials: Sequence[tuple[int, int, str, Post, int | None]] = ()
    mentions: Sequence[tuple[int, int, str, str]] = ()
    dates: Sequence[Day] = ()


class Turned:
    """The places of a text in its shadow: the way that `Shadow.source` goes, backwards."""

    def __init__(self, shade: Shadow) -> None:
        self._runs = sorted((source, stop, start) for start, source, stop in shade.origin.runs())
        self._length = len(shade.text)

    def place(self, at: int) -> int:
        """Where a place of the text stands in the shadow; what the shadow leaves out stands where the next begins."""
        run = bisect_right(self._runs, (at, self._length + at + 1)) - 1
        if run < 0:
            return 0
        source, stop, start = self._runs[run]
        return start + min(at, stop) - source


def page_of(document: Document, told: Told, *, simplified: bool = False) -> Page:
    """The page of one document."""
    shade = shadow(document.text, simplified)
    if shade.text is document.text:
        return _page(document, shade, told)
    at = Turned(shade).place
    officials = [(at(row[0]), at(row[1]), *row[2:]) for row in told.officials]
    mentions = [(at(row[0]), at(row[1]), *row[2:]) for row in told.mentions]
    days = [Day(at(day.start), at(day.stop), *day[2:]) for day in told.dates]
    return _page(document, shade, Told(officials, mentions, days))


def _page(document: Document, shade: Shadow, told: Told) -> Page:
    ranges = [piece for span in sentences(shade.text) for piece in _pieces(*span)]
    return Page(document, shade, _persons(told, shade.text), _places(told.mentions), sorted(told.dates), ranges)


def _pieces(start: int, stop: int) -> Iterator[tuple[int, int]]:
    """A sentence, or its pieces: the scan of a sentence takes time that grows with the square of its length."""
    for first in range(start, stop, LONGEST):
        yield first, min(first + LONGEST, stop)


def _persons(told: Told, text: str) -> list[Person]:
    """Persons with posts, and of the other names those that do not overlap them, in text order."""
    titled: dict[tuple[int, int], Person] = {}
    for start, stop, name, post, list_id in told.officials:
        held = titled.get((start, stop), Person(start, stop, name)).posts
        titled[start, stop] = Person(start, stop, name, (*held, post), list_id)
    taken = sorted(titled)
    bare = [
        Person(start, stop, name or text[start:stop])
        for start, stop, kind, name in told.mentions
        if kind == "PERSON" and not _overlaps(taken, start, stop)
    ]
    return sorted([*titled.values(), *bare], key=lambda person: person[:2])


def _overlaps(taken: Sequence[tuple[int, int]], start: int, stop: int) -> bool:
    before = bisect_left(taken, (stop, 0)) - 1
    return before >= 0 and taken[before][1] > start


def _places(mentions: Iterable[tuple[int, int, str, str]]) -> list[Place]:
    wanted = {"ORGANISATION": True, "PLACE": False}
    return sorted(Place(start, stop, name, wanted[kind]) for start, stop, kind, name in mentions if kind in wanted)
