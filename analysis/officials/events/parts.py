"""Who does what in one sentence: each trigger with the persons before it and behind it.

A scan from left to right over the lists of persons and the triggers. A list is the subject of the triggers behind it, in
its clause and in the clauses that go on without a subject of their own (…，并讲话), unless a preposition makes it a partner
(同A会谈, 向A颁发, 在A陪同下). What somebody says (表示，…) tells of no event.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from analysis.officials.events.groups import Group, groups_in
from analysis.officials.events.meetings import name_behind
from analysis.officials.events.page import Page, Person
from analysis.officials.events.real import is_habit, is_unreal
from analysis.officials.events.triggers import Verb, find_verbs

MARKS = re.compile("[，。；：！？\n]")
# What may stand between a comma and a trigger whose subject stands before the comma.
ADVERBS = re.compile(
    "(?:并|还|也|又|且|随后|之后|而后|后|会[前后上]|其?间|期间|当[天日晚]|[上下]午|傍晚|晚上?|分别|先后|相继|共同|一同|一起|一行|亲切|深入|实地|专程|再次|首先|最后|都|均|等|亲自|集体|联合|现场"
    "|[0-9]{1,2}月|[0-9]{1,2}日|目前|已经?|正在?|参观|依法|决定)*+(?:(?:在|到|赴|就|对|向|前往|来到|深入|走进|与|同|为|围绕|以|代表|开展|进行|涉嫌)[^，]{1,60})?"
)
COMPANY = re.compile("[^，。；：]{0,8}?的?(?:陪同|陪伴)下")
NO_ACTOR = re.compile(
    "(?:的(?!陪)|夫人|之[子女父母]|的(?:夫人|丈夫|父亲|母亲|儿子|女儿|秘书)|[^，。；]{0,8}?(?:邀请|委托|指派))"
)
PARTNER = re.compile("(?:[同与和向对给为跟]|会同|以|给予)$")
WITH = re.compile("[^，。；]{0,24}?[同与和向对给为跟][^，。；：]{1,40}的")
REPORTER = re.compile("(?:记者|通讯员|编辑|主持人|民警|村民|居民|市民|志愿者)$")
MEETING_SAYS = re.compile(
    "(?:会议|大会|全会|论坛|双方|文章|文件|通知|公报|声明|报告|各方|与会者|与会代表|大家|他们|我们|有关负责人|负责人|发言人|专家|记者)$"
)
LISTED_BEHIND = re.compile("[^，。；：]{0,24}的(?:[^，。；：]{0,10})?(?:还?有|包括|还?是|为)[：:]?$")
TO_PERSONS = frozenset({"guests", "inspection"})  # 看望|参加会议的委员
GUESTS_WHO = re.compile(
    "[^，。；：]{0,40}的[^，。；：]{0,8}?(?:领导|嘉宾|来宾|客人|代表|外宾|专家|人员|人士)(?!.{0,4}[有：])(?:[和及、][^，。；]{0,10})?[，。；]"
)
QUOTES = re.compile("(?:了|道|说|指出)*[，：:]")  # somebody's words follow
HEADED = re.compile("为(?:团长|队长|代表|首)的")  # 会见|以A为团长的代表团
# Between a subject and a trigger that describes its partner: 同|来华.
OPENED = re.compile("[^，。；：]{0,24}?[同与和向对给为跟][^，。；：、]{0,36}")
FAR = 70  # characters between a subject and its trigger; further ahead the sentence has gone on to something else


class Part(NamedTuple):
    """A trigger with the persons before it and those behind it, as far as they take a part."""

    verb: Verb
    subjects: tuple[Person, ...]
    objects: tuple[Person, ...]


class Sentence(NamedTuple):
    """What one sentence tells: its parts in text order, who comes along, and whether it ends in somebody's words."""

    start: int
    stop: int
    parts: tuple[Part, ...]
    company: tuple[Person, ...]
    reports: bool = False


def sentence_of(page: Page, start: int, stop: int) -> Sentence | None:
    """The parts of one sentence; None if no trigger stands in it."""
    verbs = _verbs(page, start, stop)
    return Scan(page, start, stop, verbs).read() if verbs else None


def _verbs(page: Page, start: int, stop: int) -> list[Verb]:
    """The triggers of a sentence outside quotes."""
    text = page.text[start:stop]
    found = [verb._replace(start=verb.start + start, stop=verb.stop + start) for verb in find_verbs(text)]
    if "“" not in text and "《" not in text:
        return found
    quoted = [match.span() for match in re.finditer("“[^”]*”?|《[^》]*》?", text)]
    return outside(found, [(a + start, b + start) for a, b in quoted])


def outside(verbs: Sequence[Verb], spans: Iterable[tuple[int, int]]) -> list[Verb]:
    """The triggers, in text order, that begin in none of the spans."""
    covered = sorted(spans)
    kept: list[Verb] = []
    at, reach = 0, 0
    for verb in verbs:
        while at < len(covered) and covered[at][0] <= verb.start:
            reach, at = max(reach, covered[at][1]), at + 1
        if verb.start >= reach:
            kept.append(verb)
    return kept


class Scan:
    """The scan over one sentence."""

    def __init__(self, page: Page, start: int, stop: int, verbs: Sequence[Verb]) -> None:
        self._page, self._text, self._start, self._stop = page, page.text, start, stop
        persons = page.persons_in(start, stop)
        self._groups = groups_in(page, persons, verbs, start)
        covered = [(group.start, group.stop) for group in self._groups] + [
            name for verb in verbs for name in self._named(verb)
        ]
        self._verbs = [verb for verb in outside(verbs, covered) if not self._qualifies(verb)]
        self._subject: Group | None = None
        self._partner: Group | None = None
        self._waiting: int | None = None  # the part that waits for its object
        self._parts: list[Part] = []
        self._company: list[Person] = []
        self._planning: Group | None = None  # who is told to be going to do something: 将出席…，并讲话
        self._said = stop  # where somebody begins to speak

    def read(self) -> Sentence | None:
        """The sentence, or None if it tells nothing."""
        items: list[Group | Verb] = sorted([*self._groups, *self._verbs], key=lambda item: item.start)
        for at, item in enumerate(items):
            if item.start >= self._said:
                break
            following = items[at + 1] if at + 1 < len(items) else None
            if isinstance(item, Group):
                self._meet(item, following)
            elif not self._is_relative(item, following):
                self._do(item)
        return Sentence(self._start, self._stop, tuple(self._parts), tuple(self._company), self._said < self._stop)

    def _named(self, verb: Verb) -> list[tuple[int, int]]:
        """Where the name of a meeting stands behind its verb: triggers in it (调研座谈会) tell of nothing else."""
        name = name_behind(self._text, verb.stop) if verb.type == "meeting" else None
        return [name] if name else []

    def _qualifies(self, verb: Verb) -> bool:
        """Whether the trigger only says which guests are meant: 等出席年会的领导和嘉宾."""
        return verb.subject == "attend" and GUESTS_WHO.match(self._text, verb.stop) is not None

    def _before(self, place: int) -> str:
        return self._text[max(self._start, place - 12) : place]

    def _clause(self, place: int) -> int:
        """Where the clause of a place begins."""
        return max(self._text.rfind(mark, self._start, place) for mark in "，；：") + 1 or self._start

    def _is_relative(self, verb: Verb, following: "Group | Verb | None") -> bool:
        """Whether the trigger describes the person behind it: 来华出席论坛的|外长A; or the noun: 主持的会议."""
        if self._text.startswith("的", verb.stop):
            return (
                not isinstance(following, Group) or LISTED_BEHIND.match(self._text[verb.stop : following.start]) is None
            )
        if self._describes_partner(verb):
            return True
        if not isinstance(following, Group):
            return False
        between = self._text[verb.stop : following.start]
        if verb.object or "的" not in between or MARKS.search(between) or "并" in between:
            return False
        return LISTED_BEHIND.match(between) is None

    def _group_behind(self, verb: Verb) -> Group | None:
        """The first list of persons behind a trigger."""
        at = bisect_left(self._groups, (verb.stop,))
        return self._groups[at] if at < len(self._groups) else None

    def _describes_partner(self, verb: Verb) -> bool:
        """会见|来华出席论坛并进行国事访问的总统A, 同列席会议的代表座谈: the trigger stands between a verb or preposition and its object."""
        last = self._parts[-1].verb if self._parts else None
        if last and verb.subject == "attend" and last.type in TO_PERSONS and verb.start - last.stop <= 1:
            return True
        if self._text[verb.start - 1 : verb.start] in set("同与向为对给"):
            return "的" in self._text[verb.stop : verb.stop + FAR]
        group = self._group_behind(verb)
        if (
            group is None
            or MARKS.search(self._text, verb.start, group.start)
            or "的" not in self._text[verb.stop : group.start]
        ):
            return False
        if self._waiting is not None:
            return MARKS.search(self._text, self._parts[self._waiting].verb.stop, verb.start) is None
        subject = self._subject
        return subject is not None and OPENED.fullmatch(self._text, subject.stop, verb.start) is not None

    def _meet(self, group: Group, following: "Group | Verb | None") -> None:
        """Find out what a list of persons is here."""
        before, behind = self._before(group.start), self._text[group.stop : group.stop + 24]
        if COMPANY.match(behind):
            self._company.extend(group.people)
        elif (
            NO_ACTOR.match(behind)
            or REPORTER.search(before)
            or (before.endswith("以") and HEADED.match(behind) is None and behind.startswith("为"))
        ):
            self._waiting = None
        elif self._waiting is not None and not MARKS.search(
            self._text, self._parts[self._waiting].verb.stop, group.start
        ):
            self._give(group, following)
        elif PARTNER.search(before) or self._is_partner_of(self._subject, group):
            self._partner = group
        else:
            self._subject, self._partner, self._waiting = group, None, None

    def _is_partner_of(self, subject: Group | None, group: Group) -> bool:
        """Whether a preposition stands further before, and a clause that describes the persons: 同|来华访问的|总统A."""
        return subject is not None and WITH.fullmatch(self._text, subject.stop, group.start) is not None

    def _give(self, group: Group, following: "Group | Verb | None") -> None:
        """The list is the object of the trigger before it; behind a comma it may be the subject of the next."""
        assert self._waiting is not None
        goes_on = isinstance(following, Verb) and len(group.parts) > 1
        objects = group.parts[0] if goes_on else group.people
        verb, subjects, given = self._parts[self._waiting]  # 会见|A makes A an object, 参加会议的有|A a subject
        part = Part(verb, subjects, (*given, *objects)) if verb.object else Part(verb, (*subjects, *objects), given)
        self._parts[self._waiting], self._waiting = part, None
        if goes_on:
            self._subject, self._partner = group._replace(start=group.parts[1][0].start, parts=group.parts[1:]), None

    def _do(self, verb: Verb) -> None:
        """Read a trigger with those before it, unless it has not happened or only reports words."""
        if verb.says:
            self._say(verb)
            return
        subject = self._subject_of(verb)
        if self._is_only_told(subject, verb):
            return
        people, partners = self._both_sides(subject.people if subject else (), verb)
        self._partner = None
        self._parts.append(Part(verb, people, partners))
        if (verb.object and not partners) or (not people and self._lists_behind(verb)):
            self._waiting = len(self._parts) - 1

    def _is_only_told(self, subject: Group | None, verb: Verb) -> bool:
        """Whether what the trigger tells is planned, denied or a habit; who plans one thing plans what follows too."""
        predicate = subject.stop if subject else self._start
        start = max(predicate, self._clause(verb.start)) if subject else predicate
        if (subject is not None and subject is self._planning) or is_unreal(self._text, start, verb):
            self._planning = subject
            return True
        return is_habit(self._page, predicate, self._start, verb)

    def _both_sides(self, people: tuple[Person, ...], verb: Verb) -> tuple[tuple[Person, ...], tuple[Person, ...]]:
        """The persons before a trigger, as its subjects and its objects: A同B会谈, A和B会谈, A与B签署."""
        partners = self._partner.people if self._partner else ()
        if verb.type == "signing":
            return (*people, *partners), ()
        if not verb.object:
            return people, ()
        if verb.type == "guests" and not partners and self._ends_clause(verb):
            return people[:1], people[1:]
        return people, partners

    def _lists_behind(self, verb: Verb) -> bool:
        """参加会议的有：A、B: the list follows its trigger."""
        following = self._group_behind(verb)
        return following is not None and LISTED_BEHIND.fullmatch(self._text[verb.stop : following.start]) is not None

    def _ends_clause(self, verb: Verb) -> bool:
        return MARKS.match(self._text, verb.stop) is not None or verb.stop >= self._stop

    def _say(self, verb: Verb) -> None:
        subject = self._subject_of(verb)
        told = MEETING_SAYS.search(self._before(verb.start))
        if (
            subject is not None
            and not told
            and not is_unreal(self._text, max(subject.stop, self._clause(verb.start)), verb)
        ):
            self._parts.append(Part(verb, subject.people, ()))
        if QUOTES.match(self._text, verb.stop):
            self._said = verb.stop
        self._waiting = None

    def _subject_of(self, verb: Verb) -> Group | None:
        """The list that acts, if the clause goes on with it."""
        group = self._subject
        if group is None or verb.start - group.stop > FAR or "；" in self._text[group.stop : verb.start]:
            return None
        clause = self._clause(verb.start)
        if clause <= group.stop:
            return group
        if self._page.places_in(clause, verb.start) and verb.type == "meeting" and verb.subject == "host":
            return None
        return group if ADVERBS.fullmatch(self._text, clause, verb.start) else None


def sentences_of(page: Page) -> Iterator[Sentence]:
    """The sentences of a text that have triggers, in text order."""
    for start, stop in page.sentences:
        sentence = sentence_of(page, start, stop)
        if sentence is not None:
            yield sentence
