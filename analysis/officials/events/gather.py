"""The events of one document: what the triggers of its sentences tell, each event once, with all who take part.

A trigger makes an event, adds to one that its sentence or an earlier one has told (会议, 参加会见), or tells nothing. What
comes at the end of a paragraph belongs to the last event of its kind.
"""

import re
from collections.abc import Iterable

from analysis.officials.events.event import Event
from analysis.officials.events.meetings import is_bare, name_around, name_before, name_behind, name_presided
from analysis.officials.events.page import Page, Person
from analysis.officials.events.parts import Part, Sentence
from analysis.officials.events.signing import is_signed
from analysis.officials.events.story import Story
from analysis.officials.events.triggers import DELIVERS, Verb
from analysis.officials.events.when import INHERITED
from analysis.officials.events.where import body_before, body_of_name, place_of

TOURS = frozenset({"inspection", "visit"})
LED = TOURS | {"guests", "meeting"}  # what somebody can lead others to
OPENS = frozenset({"主持召开", "召开", "组织召开", "召集召开", "召集"})  # who does it holds the meeting
FOR_PRESS = ("记者会", "发布会", "吹风会")
RESUMES = re.compile(
    "随后|会[前后上]|会[谈见晤][前后]|其?间|期间|当[天日晚]|[上下]午|之后|此前|仪式|在.{1,24}?[陪]同下"
)
IN_MEETING = re.compile("会上|讲话[中时]|仪式上|会议期间|致辞[中时]|发言[中时]")
MEMBERS = frozenset({"常委", "委员", "党组成员", "党委委员"})  # who holds a meeting is named by another post
END = "，。；：！？、\n"


class Gatherer:
    """Gathers the events of one page, sentence after sentence."""

    def __init__(self, page: Page) -> None:
        self._page, self._text, self._story = page, page.text, Story(page)
        self._officials = {person.name for person in page.persons if person.posts}
        self._reported = False  # whether the paragraph has gone over to somebody's words

    def gather(self, sentences: Iterable[Sentence]) -> list[Event]:
        """The events of all sentences, in the order of their triggers."""
        for sentence in sentences:
            reported = self._is_reported(sentence)
            self._story.turn_to(sentence)
            for part in sentence.parts:
                n_before = self._story.n_events
                event = self._event_of(part)
                if reported:
                    self._story.forget_from(n_before)
                self._story.tell(event)
            self._accompany(sentence)
            self._reported = sentence.reports or reported
        return self._story.in_order()

    def _is_reported(self, sentence: Sentence) -> bool:
        """Whether somebody's words go on: the paragraph has reported them, and neither a day nor 随后 takes up the story."""
        if not self._reported or "\n" in self._text[self._story.sentence.stop - 1 : sentence.start]:
            return False
        days = self._page.days_in(sentence.start, sentence.stop)
        dated = any(day.precision in INHERITED for day in days)
        return not dated and RESUMES.match(self._text, sentence.start) is None

    def _accompany(self, sentence: Sentence) -> None:
        event = next((e for e in self._story.told if e.type in TOURS | {"guests", "meeting"}), None)
        if sentence.company and event is not None:
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

    def _refer(self, part: Part) -> Event | None:
        """参加会见, 陪同考察, 参加上述活动."""
        refers = part.verb.refers
        kinds = ("guests", "meeting", "inspection", "visit", "award") if refers == "any" else (refers,)
        event = self._story.last(*kinds) if part.subjects else None
        return self._story.joined(event, part) if event else None

    def _beside(self, part: Part) -> Event | None:
        """陪同, 率队, 迎接: a part in the event of the sentence, else of the last journey."""
        if not part.subjects:
            return None
        if part.verb.subject == "lead":
            return self._lead(part)
        event = self._story.told[-1] if self._story.told else self._story.last(*TOURS, "guests")
        return self._story.joined(event, part) if event else None

    def _lead(self, part: Part) -> Event | None:
        """率队赴敦煌|调研: the event is the next that the sentence tells of."""
        behind = (p for p in self._story.sentence.parts if p.verb.start > part.verb.start and p.verb.type)
        following = next(behind, None)
        if following is None or following.subjects != part.subjects or following.verb.type not in LED:
            return None
        event = self._event_of(following)
        return self._story.joined(event, part) if event else None

    def _meeting(self, part: Part) -> Event | None:
        verb = part.verb
        clause = self._story.clause(verb.start)
        opens = verb.subject == "host" and self._story.word(verb) != "主持"
        found = name_behind(self._text, verb.stop)
        if found is None and opens:
            found, part = name_before(self._text, clause, verb.start), part._replace(subjects=())
        if found is None:
            return None if opens else self._in_meeting(part)
        event = self._story.meeting(found, part) or (
            self._held(part, found, clause) if opens or part.subjects else None
        )
        return self._story.joined(event, part) if event else None

    def _in_meeting(self, part: Part) -> Event | None:
        """A主持, B出席并讲话: a part in the last meeting; behind another noun (参加比赛) it is none."""
        verb = part.verb
        if not part.subjects or self._text[verb.stop : verb.stop + 1] not in set(f"{END}并和及"):
            return None
        event = self._story.told[-1] if self._story.told else self._story.last("meeting", "guests", "award", "signing")
        if event is None and (named := name_presided(self._text, self._story.clause(verb.start), verb.start)):
            event = self._story.made(part, "meeting", named=named)
        return self._story.joined(event, part) if event else None

    def _held(self, part: Part, found: tuple[int, int], clause: int) -> Event:
        verb, word = part.verb, self._story.word(part.verb)
        host = (
            body_before(self._page, clause, min(verb.start, found[0])) if word != "主持" and not part.subjects else ""
        )
        host = host or body_of_name(self._page, *found)
        if not host and word in OPENS:
            posts = (post for person in part.subjects[:1] for post in person.posts)
            host = next((post.body_full for post in posts if post.title not in MEMBERS), "")
        place = place_of(self._page, self._story.sentence.start, verb.start, self._story.sentence.stop)
        return self._story.made(part, "meeting", place=place, host=host, named=found)

    def _guests(self, part: Part) -> Event | None:
        hosts, guests = ({person.name for person in people} for people in (part.subjects, part.objects))
        told = next((event for event in self._story.told if event.type == "guests"), None)
        if told is not None and hosts and not guests and not self._meets_somebody(part.verb):
            return self._story.joined(told, part._replace(verb=part.verb._replace(subject="attend")))
        known = self._story.guests(hosts, guests)
        if known is not None:
            return self._story.joined(known, part) if hosts and guests else known
        if not hosts or not (guests or self._meets_somebody(part.verb)):
            return None
        place = place_of(self._page, self._story.sentence.start, part.verb.start, self._story.sentence.stop)
        return self._story.joined(self._story.made(part, "guests", place=place), part)

    def _meets_somebody(self, verb: Verb) -> bool:
        """会见|与会代表, but not 会谈中, 会见时."""
        return bool(verb.object) and self._text[verb.stop : verb.stop + 1] not in set(f"{END}中时后前上并的")

    def _inspection(self, part: Part) -> Event | None:
        if not any(person.name in self._officials for person in part.subjects):
            return None
        known = self._story.inspection(part)
        if known is not None:
            return self._story.joined(known, part)
        place = place_of(
            self._page, self._story.sentence.start, part.verb.start, self._story.sentence.stop, with_bodies=True
        )
        return self._story.joined(self._story.made(part, "inspection", place=place), part)

    def _speech(self, part: Part) -> Event | None:
        if not part.subjects:
            return None
        event = self._addressed(part)
        if event is None and (
            DELIVERS.match(self._story.word(part.verb)) or self._story.word(part.verb) in {"答记者问", "演讲"}
        ):
            event = self._story.made(part, "speech", named=self._course(part))
        return self._story.joined(event, part) if event else None

    def _course(self, part: Part) -> tuple[int, int]:
        """Where the meeting stands in whose course a person speaks; an empty range if none is named."""
        return name_around(self._text, self._story.clause(part.verb.start), part.verb.start + 1) or (0, 0)

    def _addressed(self, part: Part) -> Event | None:
        """The event that a speech belongs to: that named beside it, else that of the sentence or of the last meeting."""
        course = self._course(part)
        if any(course):
            return self._story.meeting(course, part) or self._spoken_at(part, course)
        if self._story.told:
            return self._story.told[-1]
        return self._story.last("meeting") or next((e for e in self._story.recent() if self._present(part, e)), None)

    def _spoken_at(self, part: Part, course: tuple[int, int]) -> Event | None:
        """A speech at a meeting that has a name, or for the press."""
        name = self._text[slice(*course)]
        return self._story.made(part, "speech", named=course) if not is_bare(name) or name.endswith(FOR_PRESS) else None

    def _present(self, part: Part, event: Event) -> tuple[Person, ...]:
        """Those of a part who are known to take part in an event."""
        return tuple(person for person in part.subjects if event.has(person.name))

    def _say(self, part: Part) -> Event | None:
        """表示, 强调: a part for those who take part already, in the meeting of the sentence, or in one named beside it."""
        course = self._course(part)
        if any(course):
            event = self._story.meeting(course, part) or self._spoken_at(part, course)
            return self._story.joined(event, part) if event else None
        event = self._story.told[-1] if self._story.told else self._story.last()
        if event is None or event.type in {"case", "appointment", "removal"}:
            return None
        present = self._present(part, event)
        before = self._text[max(self._story.sentence.start, part.verb.start - 12) : part.verb.start]
        there = event in self._story.told and event.name.endswith(FOR_PRESS)
        if not present and not there and not (event.type == "meeting" and IN_MEETING.search(before)):
            return None
        return self._story.joined(event, part._replace(subjects=present or part.subjects))

    def _plain(self, part: Part) -> Event | None:
        """visit, award, signing and case."""
        verb = part.verb
        if verb.type == "signing" and not is_signed(self._page, self._story.clause(verb.start), part):
            return None
        if not self._is_whole(part):
            return None
        same = self._story.repeated(part)
        if same is not None:
            return self._story.joined(same, part)
        place = (
            place_of(self._page, self._story.sentence.start, verb.start, self._story.sentence.stop)
            if verb.type == "visit"
            else ""
        )
        return self._story.joined(self._story.made(part, verb.type, place=place), part)

    def _is_whole(self, part: Part) -> bool:
        """Whether the persons are there without whom the event is not told: who is honoured, whose case it is."""
        kind, verb = part.verb.type, part.verb
        if kind == "signing":
            return True
        if kind == "case":
            return bool(part.objects if verb.object else part.subjects)
        return bool(part.subjects) and (kind != "award" or bool(part.objects))
