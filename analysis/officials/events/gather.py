"""The events of one document: what the triggers of its sentences tell, each event once, with all who take part.

A trigger makes an event, adds to one that its sentence or an earlier one has told (会议, 参加会见), or tells nothing. What
comes at the end of a paragraph belongs to the last event of its kind.
"""

import re
from collections.abc import Iterable

from analysis.officials.events.event import Event
from analysis.officials.events.meetings import (
    is_bare,
    name_around,
    name_before,
    name_behind,
    name_presided,
    same_meeting,
)
from analysis.officials.events.page import Page, Person
from analysis.officials.events.parts import Part, Sentence
from analysis.officials.events.triggers import DELIVERS, Verb
from analysis.officials.events.when import INHERITED, When, clashes, when_of
from analysis.officials.events.where import body_before, body_of_name, place_of

TOURS = frozenset({"inspection", "visit"})
OPENS = frozenset({"主持召开", "召开", "组织召开", "召集召开", "召集"})  # who does it holds the meeting
SIGNED = (
    "协议",
    "协定",
    "备忘录",
    "声明",
    "合同",
    "文件",
    "公报",
    "条约",
    "意见书",
    "计划",
    "宣言",
    "书",
    "议定书",
    "纲要",
)
FOR_PRESS = ("记者会", "发布会", "吹风会")
COUNTED = re.compile("[0-9]+(?:多|余)?(?:个|份|项|家)|累计|目前|已经?(?:与|同|和|签)")
SIDES = re.compile("双方|两国|三方|各方|代表")
RESUMES = re.compile(
    "随后|会[前后上]|会[谈见晤][前后]|其?间|期间|当[天日晚]|[上下]午|之后|此前|仪式|在.{1,24}?[陪]同下"
)
IN_MEETING = re.compile("会上|讲话[中时]|仪式上|会议期间|致辞[中时]|发言[中时]")
MEMBERS = frozenset({"常委", "委员", "党组成员", "党委委员"})  # who holds a meeting is named by another post
RECENT = 40  # events back; no text refers further, and a book of minutes has thousands
END = "，。；：！？、\n"


class Gatherer:
    """Gathers the events of one page, sentence after sentence."""

    def __init__(self, page: Page) -> None:
        self._page, self._text = page, page.text
        self._officials = {person.name for person in page.persons if person.posts}
        self.events: list[Event] = []
        self._told: list[Event] = []  # in the sentence at hand
        self._sentence = Sentence(0, 0, (), ())
        self._reported = False  # whether the paragraph has gone over to somebody's words

    def gather(self, sentences: Iterable[Sentence]) -> list[Event]:
        """The events of all sentences, in the order of their triggers."""
        for sentence in sentences:
            reported = self._is_reported(sentence)
            self._sentence, self._told = sentence, []
            for part in sentence.parts:
                n_before = len(self.events)
                event = self._event_of(part)
                if reported and len(self.events) > n_before:
                    del self.events[n_before:]
                elif event is not None and event not in self._told:
                    self._told.append(event)
            self._accompany(sentence)
            self._reported = sentence.reports or reported
        return sorted(self.events, key=lambda event: (event.start, event.stop))

    def _is_reported(self, sentence: Sentence) -> bool:
        """Whether somebody's words go on: the paragraph has reported them, and neither a day nor 随后 takes up the story."""
        if not self._reported or "\n" in self._text[self._sentence.stop - 1 : sentence.start]:
            return False
        days = self._page.days_in(sentence.start, sentence.stop)
        dated = any(day.precision in INHERITED for day in days)
        return not dated and RESUMES.match(self._text, sentence.start) is None

    def _accompany(self, sentence: Sentence) -> None:
        event = (
            next((e for e in self._told if e.type in TOURS | {"guests", "meeting"}), None) if sentence.company else None
        )
        if event is not None:
            event.add(sentence.company, "accompany", "陪同", "clause")

    def _event_of(self, part: Part) -> Event | None:
        """The event that a part makes or adds to."""
        verb = part.verb
        if verb.refers:
            return self._refer(part)
        if verb.says:
            return self._say(part)
        read = {
            "meeting": self._meeting, "guests": self._guests, "inspection": self._inspection, "speech": self._speech,
            "": self._beside,
        }.get(verb.type, self._plain)  # fmt: skip
        return read(part)

    # What an event is made of

    def _word(self, verb: Verb) -> str:
        return self._text[verb.start : verb.stop]

    def _clause(self, place: int) -> int:
        return max(self._text.rfind(mark, self._sentence.start, place) for mark in "，；：") + 1 or self._sentence.start

    def _made(
        self, part: Part, kind: str, *, place: str = "", host: str = "", named: tuple[int, int] = (0, 0)
    ) -> Event:
        verb, (start, stop), name = part.verb, self._sentence[:2], self._text[slice(*named)]
        event = Event(kind, verb.start, verb.stop, (start, stop), self._when(verb, named), place, host, name)
        self.events.append(event)
        return event

    def _when(self, verb: Verb, named: tuple[int, int] = (0, 0)) -> When:
        before = self.events[-1].when if self.events else When()
        return when_of(self._page, self._sentence.start, verb.start, self._sentence.stop, before, named)

    def _with(self, event: Event, part: Part) -> Event:
        """The event with the persons of a part."""
        verb = part.verb
        if event.start == verb.start:
            basis = "clause"
        else:
            basis = "sentence" if event.sentence[0] == self._sentence.start else "after"
        if part.subjects and verb.subject:
            event.add(part.subjects, verb.subject, self._word(verb), basis)
        if part.objects and verb.object:
            event.add(part.objects, verb.object, self._word(verb), basis)
        return event

    def _recent(self) -> list[Event]:
        """The events that a text may still refer to, the nearest first."""
        return self.events[: -RECENT - 1 : -1]

    def _last(self, *kinds: str) -> Event | None:
        """The nearest event before, of one of some types; of the sentence at hand first."""
        return next((e for e in self._recent() if not kinds or e.type in kinds), None)

    # What the types of trigger tell

    def _refer(self, part: Part) -> Event | None:
        """参加会见, 陪同考察, 参加上述活动."""
        refers = part.verb.refers
        kinds = ("guests", "meeting", "inspection", "visit", "award") if refers == "any" else (refers,)
        event = self._last(*kinds) if part.subjects else None
        return self._with(event, part) if event else None

    def _beside(self, part: Part) -> Event | None:
        """陪同, 率队, 迎接: a part in the event of the sentence, else of the last journey."""
        if not part.subjects:
            return None
        if part.verb.subject == "lead":
            return self._lead(part)
        event = self._told[-1] if self._told else self._last(*TOURS, "guests")
        return self._with(event, part) if event else None

    def _lead(self, part: Part) -> Event | None:
        """率队赴敦煌|调研: the event is the next that the sentence tells of."""
        following = next((p for p in self._sentence.parts if p.verb.start > part.verb.start and p.verb.type), None)
        if (
            following is None
            or following.subjects != part.subjects
            or following.verb.type not in TOURS | {"guests", "meeting"}
        ):
            return None
        event = self._event_of(following)
        return self._with(event, part) if event else None

    def _meeting(self, part: Part) -> Event | None:
        verb = part.verb
        clause = self._clause(verb.start)
        opens = verb.subject == "host" and self._word(verb) != "主持"
        found = name_behind(self._text, verb.stop)
        if found is None and opens:
            found, part = name_before(self._text, clause, verb.start), part._replace(subjects=())
        if found is None:
            return None if opens else self._in_meeting(part)
        event = self._same(found, part) or (self._held(part, found, clause) if opens or part.subjects else None)
        return self._with(event, part) if event else None

    def _in_meeting(self, part: Part) -> Event | None:
        """A主持, B出席并讲话: a part in the last meeting; behind another noun (参加比赛) it is none."""
        verb = part.verb
        behind = self._text[verb.stop : verb.stop + 1]
        if (
            not part.subjects
            or (behind and behind not in END and behind not in "并和及")
            or verb.stop == len(self._text)
        ):
            return None
        event = self._told[-1] if self._told else self._last("meeting", "guests", "award", "signing")
        if event is None and (named := name_presided(self._text, self._clause(verb.start), verb.start)):
            event = self._made(part, "meeting", named=named)
        return self._with(event, part) if event else None

    def _same(self, named: tuple[int, int], part: Part) -> Event | None:
        """The meeting that has been told of, if its name is this one and no other day is told."""
        own, name = self._when(part.verb, named), self._text[slice(*named)]
        for event in self._recent():
            if event.type == "meeting" and same_meeting(name, event.name) and not clashes(own, event.when):
                return self._dated(event, own)
        return None

    def _held(self, part: Part, found: tuple[int, int], clause: int) -> Event:
        verb, word = part.verb, self._word(part.verb)
        host = (
            body_before(self._page, clause, min(verb.start, found[0])) if word != "主持" and not part.subjects else ""
        )
        host = host or body_of_name(self._page, *found)
        if not host and word in OPENS:
            posts = (post for person in part.subjects[:1] for post in person.posts)
            host = next((post.body_full for post in posts if post.title not in MEMBERS), "")
        place = place_of(self._page, self._sentence.start, verb.start, self._sentence.stop)
        return self._made(part, "meeting", place=place, host=host, named=found)

    def _guests(self, part: Part) -> Event | None:
        hosts, guests = ({person.name for person in people} for people in (part.subjects, part.objects))
        told = next((event for event in self._told if event.type == "guests"), None)
        if told is not None and hosts and not guests and not self._meets_somebody(part.verb):
            return self._with(told, part._replace(verb=part.verb._replace(subject="attend")))
        known = self._known_guests(hosts, guests)
        if known is not None:
            return self._with(known, part) if hosts and guests else known
        if not hosts or not (guests or self._meets_somebody(part.verb)):
            return None
        place = place_of(self._page, self._sentence.start, part.verb.start, self._sentence.stop)
        return self._with(self._made(part, "guests", place=place), part)

    def _known_guests(self, hosts: set[str], guests: set[str]) -> Event | None:
        """The meeting of the same persons, or that of the same host where no guest is named (会谈中)."""
        for event in self._recent():
            if event.type == "guests":
                both = {take.person.name for take in event.takes if take.role in {"host", "guest"}}
                if (guests & both and (not hosts or hosts & both)) or (not guests and hosts & both):
                    return event
        return None

    def _meets_somebody(self, verb: Verb) -> bool:
        """会见|与会代表, but not 会谈中, 会见时."""
        return bool(verb.object) and self._text[verb.stop : verb.stop + 1] not in set(f"{END}中时后前上并的")

    def _inspection(self, part: Part) -> Event | None:
        if not any(person.name in self._officials for person in part.subjects):
            return None
        own, names = self._when(part.verb), {person.name for person in part.subjects}
        for event in self._recent():
            if event.type == "inspection" and names & event.having("visitor") and not clashes(own, event.when):
                return self._with(self._dated(event, own), part)
        place = place_of(self._page, self._sentence.start, part.verb.start, self._sentence.stop, with_bodies=True)
        return self._with(self._made(part, "inspection", place=place), part)

    def _dated(self, event: Event, own: When) -> Event:
        """The event, with the day that a later sentence tells if none was told: a headline gives no day."""
        if not event.when.since and own.date_from == "text":
            event.when = own
        return event

    def _speech(self, part: Part) -> Event | None:
        if not part.subjects:
            return None
        event = self._addressed(part)
        if event is None and (DELIVERS.match(self._word(part.verb)) or self._word(part.verb) in {"答记者问", "演讲"}):
            event = self._made(part, "speech", named=self._course(part))
        return self._with(event, part) if event else None

    def _course(self, part: Part) -> tuple[int, int]:
        """Where the meeting stands in whose course a person speaks; an empty range if none is named."""
        return name_around(self._text, self._clause(part.verb.start), part.verb.start + 1) or (0, 0)

    def _addressed(self, part: Part) -> Event | None:
        """The event that a speech belongs to: that named beside it, else that of the sentence or of the last meeting."""
        course = self._course(part)
        if any(course):
            return self._same(course, part) or self._spoken_at(part, course)
        if self._told:
            return self._told[-1]
        return self._last("meeting") or next((e for e in self._recent() if self._present(part, e)), None)

    def _spoken_at(self, part: Part, course: tuple[int, int]) -> Event | None:
        """A speech at a meeting that has a name, or for the press."""
        name = self._text[slice(*course)]
        return self._made(part, "speech", named=course) if not is_bare(name) or name.endswith(FOR_PRESS) else None

    def _present(self, part: Part, event: Event) -> tuple[Person, ...]:
        """Those of a part who are known to take part in an event."""
        return tuple(person for person in part.subjects if event.has(person.name))

    def _say(self, part: Part) -> Event | None:
        """表示, 强调: a part for those who take part already, in the meeting of the sentence, or in one named beside it."""
        course = self._course(part)
        if any(course):
            event = self._same(course, part) or self._spoken_at(part, course)
            return self._with(event, part) if event else None
        event = self._told[-1] if self._told else self._last()
        if event is None or event.type in {"case", "appointment", "removal"}:
            return None
        present = self._present(part, event)
        before = self._text[max(self._sentence.start, part.verb.start - 12) : part.verb.start]
        there = event in self._told and event.name.endswith(FOR_PRESS)
        if not present and not there and not (event.type == "meeting" and IN_MEETING.search(before)):
            return None
        return self._with(event, part._replace(subjects=present or part.subjects))

    def _plain(self, part: Part) -> Event | None:
        """visit, award, signing and case."""
        verb = part.verb
        if verb.type == "signing" and not self._is_signed(part):
            return None
        if not self._is_whole(part):
            return None
        same = self._repeated(part)
        if same is not None:
            return self._with(same, part)
        place = (
            place_of(self._page, self._sentence.start, verb.start, self._sentence.stop) if verb.type == "visit" else ""
        )
        return self._with(self._made(part, verb.type, place=place), part)

    def _is_signed(self, part: Part) -> bool:
        """Whether a paper is signed, and by somebody: two sides, a body, a person; not 与28个国家签署21份协定."""
        verb = part.verb
        if not part.subjects and (
            COUNTED.search(self._text, self._clause(verb.start), verb.stop + 12) or not self._signs(verb)
        ):
            return False
        behind = self._text[verb.stop : verb.stop + 40]
        stop = min((behind.find(mark) for mark in "，。；\n" if mark in behind), default=len(behind))
        return behind[:stop].rstrip("”》等").endswith(SIGNED) or any(word in behind[:stop] for word in SIGNED[:7])

    def _signs(self, verb: Verb) -> bool:
        clause = self._clause(verb.start)
        bodies = any(place.is_body for place in self._page.places_in(clause, verb.start))
        return bodies or SIDES.search(self._text, clause, verb.start) is not None

    def _is_whole(self, part: Part) -> bool:
        """Whether the persons are there without whom the event is not told: who is honoured, whose case it is."""
        kind, verb = part.verb.type, part.verb
        if kind == "signing":
            return True
        if kind == "case":
            return bool(part.objects if verb.object else part.subjects)
        return bool(part.subjects) and (kind != "award" or bool(part.objects))

    def _repeated(self, part: Part) -> Event | None:
        """The same case or journey told again, further down or with another word."""
        people = part.objects if part.verb.object == "subject" else part.subjects
        names = {person.name for person in people}
        for event in self._recent():
            if event.type == part.verb.type and event.type in {"case", "visit"} and any(map(event.has, names)):
                return event
        return None
