"""Appointments and removals of one document: the acts that the grammar of officials reads, with who decides and when."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from analysis.officials.bodies.full_names import full_name
from analysis.officials.events.event import Event
from analysis.officials.events.page import Day, Page, Person, Place, Post
from analysis.officials.events.when import INHERITED, When
from analysis.officials.events.where import in_full

APPOINTED = frozenset({"任命", "当选", "任", "转任", "继任", "决定代理"})
REMOVED = frozenset({"免去", "辞去", "不再担任", "撤销", "终止", "罢免", "解聘"})
# The words that an act of officials is written with.
WORDS = {
    "任命": "任命|聘任|委任|委派|增补|决定", "当选": "当选为|当选|选举|推选|增选|补选|推举|连任", "任": "担任|兼任|出任|就任|升任|任",
    "转任": "转任|改任", "继任": "继任|接任|接替", "决定代理": "决定代理|代理", "免去": "免去|罢免|解聘", "不再担任": "不再担任|不再兼任|不再",
    "提名": "提名|推荐",
}  # fmt: skip
DECIDES = re.compile(
    "[^，。；：\n]{0,24}?(?:会议)?[^，。；：\n]{0,12}?(?:任免|决定|任命|免去|批准|表决|通过|选举|研究|同意|任前公示|会议|签署|委派|聘任)"
)
# 根据A提名, 向B报告: bodies that have another part in the act.
NOT_DECIDING = re.compile("(?:由|向|报|经由|对|关于|[、和])$")
CONGRESS = re.compile(
    "(?P<area>[\u4e00-\u9fff]{1,12}?[省市县区州旗乡镇])第[一二三四五六七八九十百]{1,4}届人民代表大会(?=第?[一二三四五六七八九十]{1,3}次会议)"
)
NEAR_BODY = re.compile(
    "(?<![\u4e00-\u9fff])(?:经)?(?P<body>(?:省|市|县|区|州|自治区)(?:人民政府|政府|委(?:组织部)?|人大常委会))(?=(?:近日|日前|研究)?(?:决定|任命|批准|任免))"
)
CHOOSING = re.compile("推选|选举|产生")  # 推选主席团: the body is chosen, and chooses nobody
BY_DECISION = frozenset({"任命", "免去", "撤销", "终止", "罢免", "解聘", "任", "不再担任", "决定代理"})
CHEERED = re.compile("(?:祝贺|拥护|得知|支持|欢庆|庆祝|宣布)[^，。；]{0,6}$")  # 祝贺A当选: the act is old news
ONE_LIST = 120  # characters between two persons under one heading
BACK = 400  # characters in which the heading over an act stands
BESIDE = 200  # characters from a name, where the word of its act stands; further off only where none is nearer
FAR = 3000  # characters: no sentence is longer, and a text without marks is not searched through for each act in it
PROBATION = re.compile("试用期(?:为|限为)?(?P<length>[0-9一二两三四五六七八九十半]+(?:个月|年))")
TO_ALL = re.compile(
    "(?:以上|上述)(?:人员|同志|干部)?[^。；\n]{0,8}?试用期(?:为|限为)?(?P<length>[0-9一二两三四五六七八九十半]+(?:个月|年))"
)
ENDS = re.compile("[；;。\n]")


class Authority(NamedTuple):
    """Who decides: the body as written and in full, and where the sentence begins that says so."""

    written: str = ""
    full: str = ""
    start: int = -1


class Act(NamedTuple):
    """One position that an act gives or takes: what is a row of `tables.APPOINTMENTS`."""

    person: Person
    post: Post
    authority: Authority
    when: When
    probation: str


def acts_of(page: Page) -> Iterator[Act]:
    """The acts of a page, in text order: one a person and position."""
    last, reach = Authority(), 0
    for person in page.persons:
        acts = [post for post in person.posts if post.act]
        if acts:
            authority = authority_over(page, person.start, acts[0])
            if not authority.written and person.start < reach and acts[0].act in BY_DECISION:
                authority = last  # the next line under one heading
            last, reach = authority, person.stop + ONE_LIST
            when = _when(page, authority, person)
            yield from (Act(person, post, authority, when, _probation(page.text, person)) for post in acts)


def authority_over(page: Page, place: int, act: Post) -> Authority:
    """The body that decides on an act at a place: in its sentence, else in the nearest sentence or heading before.

    Who is elected or takes up a post (A当选为…) is told so in the sentence itself, or it is not told by whom.
    """
    floor = max(0, place - BACK)
    if act.act not in BY_DECISION:
        floor = max(floor, page.sentence_around(place)[0])
    for body in reversed([found for found in page.places_in(floor, place) if found.is_body]):
        if _decides(page.text, body, place):
            return Authority(
                page.text[body.start : body.stop], in_full(page, body), sentence_start(page.text, body.start)
            )
    return _congress(page, place) or _near_body(page, place) or Authority()


def _congress(page: Page, place: int) -> Authority | None:
    """云河市第九届人民代表大会|第四次会议选举…: the congress of an area, which no list of bodies has."""
    start = max(sentence_start(page.text, place), place - FAR)
    said = page.text.find("届人民代表大会", start, place) >= 0  # which the pattern would look for from every character
    session = CONGRESS.search(page.text, start, place) if said else None
    if session is None:
        return None
    return Authority(session[0], full_name(session["area"] + "人民代表大会", page.day), session.start())


def _near_body(page: Page, place: int) -> Authority | None:
    """省政府|决定任命…: a body that is told only by its level, with no name in full."""
    found = list(NEAR_BODY.finditer(page.text, max(0, place - BACK), place))
    return Authority(found[-1]["body"], "", sentence_start(page.text, found[-1].start())) if found else None


def _decides(text: str, body: Place, place: int) -> bool:
    decides = DECIDES.match(text, body.stop, min(len(text), place + 12))
    if CHOOSING.match(text, body.start):
        return False
    return decides is not None and NOT_DECIDING.search(text[max(0, body.start - 2) : body.start]) is None


def sentence_start(text: str, place: int) -> int:
    """Where the sentence around a place begins, at most `FAR` characters before it."""
    floor = max(0, place - FAR)
    return max(floor, *(text.rfind(mark, floor, place) + 1 for mark in "。！？!?\n"))


def _when(page: Page, authority: Authority, person: Person) -> When:
    """The day of the act: the last that its sentence or the one that names the authority tells before the name."""
    start = sentence_start(page.text, person.start)
    for first, last in ((start, person.start), (authority.start, start)):
        told = [day for day in page.days_in(first, last) if day.precision in INHERITED] if 0 <= first < last else []
        if told:
            return _of(told[-1])
    return When()


def _of(day: Day) -> When:
    return When(day.since, day.until, day.precision, "text") if day.since else When()


def _probation(text: str, person: Person) -> str:
    """The length of the probation that the act sets, or that the paragraph sets for all."""
    end = ENDS.search(text, person.stop, person.stop + FAR)
    own = PROBATION.search(text, person.stop, end.start() if end else person.stop + FAR)
    found = own or TO_ALL.search(text, person.stop, person.stop + BACK)
    return found["length"] if found else ""


def events_of(page: Page, acts: Sequence[Act]) -> list[Event]:
    """An event for the appointments of a sentence and one for its removals; what is told again is not made again."""
    made: dict[tuple[str, int], Event] = {}
    done: set[tuple[str, str, str]] = set()  # kinds of act, persons and titles
    for act in acts:
        kind = "appointment" if act.post.act in APPOINTED else "removal" if act.post.act in REMOVED else ""
        if CHEERED.search(page.text, max(0, act.person.start - 12), act.person.start):
            continue
        told = (kind, act.person.name, act.post.title)
        trigger = _trigger(page, act) if kind and told not in done else None
        if trigger is None:
            continue
        start, stop = page.sentence_around(act.person.start)
        event = made.get((kind, start))
        if event is None:
            event = made[kind, start] = Event(kind, *trigger, (start, stop), act.when, host=act.authority.full)
            event.add(_deciders(page, start, trigger[0], act), "authority", page.text[slice(*trigger)], "clause")
        role = "appointee" if kind == "appointment" else "subject"
        done.add(told)
        event.add((act.person,), role, page.text[slice(*trigger)], "clause")
    return list(made.values())


def _trigger(page: Page, act: Act) -> tuple[int, int] | None:
    """The word of the act nearest to the name in its sentence, else the last before it (a heading)."""
    words = re.compile(WORDS.get(act.post.act, re.escape(act.post.act)))
    text, person = page.text, act.person
    start, stop = page.sentence_around(person.start)
    apart = _apart(words, text, person, max(start, person.start - BESIDE), min(stop, person.stop + BESIDE))
    apart = apart or _apart(words, text, person, start, stop)
    if apart:
        return min(apart, key=lambda span: (max(person.start - span[1], span[0] - person.stop), span))
    before = list(words.finditer(text, max(0, person.start - BACK), person.start))
    return before[-1].span() if before else None


def _apart(words: re.Pattern[str], text: str, person: Person, start: int, stop: int) -> list[tuple[int, int]]:
    """Where words stand in a range, the name left out."""
    found = [match.span() for match in words.finditer(text, start, stop)]
    return [(start, stop) for start, stop in found if stop <= person.start or start >= person.stop]


def _deciders(page: Page, start: int, trigger: int, act: Act) -> tuple[Person, ...]:
    """The person who appoints: 国家主席A根据…决定，任命B."""
    people = [person for person in page.persons_in(start, trigger) if person.posts and person.name != act.person.name]
    acting = [p for p in people if not any(post.act for post in p.posts) and _appoints(page.text, p, trigger)]
    return tuple(acting[:1]) if act.post.act in {"任命", "免去"} else ()


def _appoints(text: str, person: Person, trigger: int) -> bool:
    between = text[person.stop : trigger]
    return len(between) <= 60 and re.search("提名|[。；]|主持|出席|[表指强]|会议", between) is None
