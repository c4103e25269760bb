"""The events of one text as far as it has been read, and which of them the next words mean."""

from analysis.officials.events.event import Event
from analysis.officials.events.meetings import same_meeting
from analysis.officials.events.page import Page
from analysis.officials.events.parts import Part, Sentence
from analysis.officials.events.triggers import Verb
from analysis.officials.events.when import When, clashes, when_of

RECENT = 40  # events back; no text refers further, and a book of minutes has thousands


class Story:
    """What has been told so far: `events` of the text, and `told` of the sentence at hand."""

    def __init__(self, page: Page) -> None:
        self._page, self._text = page, page.text
        self._events: list[Event] = []
        self.told: list[Event] = []
        self.sentence = Sentence(0, 0, (), ())

    @property
    def n_events(self) -> int:
        """How many events have been told."""
        return len(self._events)

    def in_order(self) -> list[Event]:
        """All events, in the order of their triggers."""
        return sorted(self._events, key=lambda event: (event.start, event.stop))

    def turn_to(self, sentence: Sentence) -> None:
        """Go on to the next sentence."""
        self.sentence, self.told = sentence, []

    def forget_from(self, number: int) -> None:
        """Take back the events from one on: they are told in somebody's words."""
        del self._events[number:]

    def tell(self, event: Event | None) -> None:
        """Note that the sentence at hand tells of an event, unless it was taken back."""
        if event is not None and event not in self.told and event in self.recent():
            self.told.append(event)

    def word(self, verb: Verb) -> str:
        """The trigger as written."""
        return self._text[verb.start : verb.stop]

    def clause(self, place: int) -> int:
        """Where the clause of a place in the sentence at hand begins."""
        start = self.sentence.start
        return max(self._text.rfind(mark, start, place) for mark in "，；：") + 1 or start

    def when(self, verb: Verb, named: tuple[int, int] = (0, 0)) -> When:
        """The date that an event with this trigger has; `named` is where the name of a meeting stands."""
        before = self._events[-1].when if self._events else When()
        span = (self.sentence.start, self.sentence.stop)
        return when_of(self._page, span, verb.start, before, named=named)

    def made(self, part: Part, kind: str, *, place: str = "", host: str = "", named: tuple[int, int] = (0, 0)) -> Event:
        """A new event, without persons as yet."""
        verb, span = part.verb, (self.sentence.start, self.sentence.stop)
        when, name = self.when(verb, named), self._text[slice(*named)]
        self._events.append(Event(kind, verb.start, verb.stop, span, when, place, host, name))
        return self._events[-1]

    def joined(self, event: Event, part: Part) -> Event:
        """The event with the persons of a part."""
        verb = part.verb
        beside = "sentence" if event.sentence[0] == self.sentence.start else "after"
        basis = "clause" if event.start == verb.start else beside
        if verb.subject:
            event.add(part.subjects, verb.subject, self.word(verb), basis)
        if verb.object:
            event.add(part.objects, verb.object, self.word(verb), basis)
        return event

    def dated(self, event: Event, own: When) -> Event:
        """The event, with the day that a later sentence tells if none was told: a headline gives no day."""
        if not event.when.since and own.date_from == "text":
            event.when = own
        return event

    def recent(self) -> list[Event]:
        """The events that a text may still refer to, the nearest first."""
        return self._events[: -RECENT - 1 : -1]

    def last(self, *kinds: str) -> Event | None:
        """The nearest event before, of one of some types (of any, if none is given)."""
        return next((event for event in self.recent() if not kinds or event.type in kinds), None)

    def meeting(self, named: tuple[int, int], part: Part) -> Event | None:
        """The meeting that has been told of, if its name may be this one and no other day is told."""
        own, name = self.when(part.verb, named), self._text[slice(*named)]
        for event in self.recent():
            if event.type == "meeting" and same_meeting(name, event.name) and not clashes(own, event.when):
                return self.dated(event, own)
        return None

    def guests(self, hosts: set[str], guests: set[str]) -> Event | None:
        """The meeting of the same persons, or that of the same host where no guest is named (会谈中)."""
        for event in self.recent():
            both = event.having("host") | event.having("guest") if event.type == "guests" else set()
            if (guests & both and (not hosts or hosts & both)) or (not guests and hosts & both):
                return event
        return None

    def inspection(self, part: Part) -> Event | None:
        """The tour that one of the persons is on, unless another day is told."""
        own, names = self.when(part.verb), {person.name for person in part.subjects}
        for event in self.recent():
            if event.type == "inspection" and names & event.having("visitor") and not clashes(own, event.when):
                return self.dated(event, own)
        return None

    def repeated(self, part: Part) -> Event | None:
        """The same case or journey told again, further down or with another word."""
        people = part.objects if part.verb.object == "subject" else part.subjects
        kinds = {"case", "visit"} & {part.verb.type}
        found = (e for e in self.recent() if e.type in kinds and any(e.has(person.name) for person in people))
        return next(found, None)
