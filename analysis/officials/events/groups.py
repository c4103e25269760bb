"""Persons that a sentence lists together: A、B、C，部长D. An event takes a list as a whole, in its order."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from analysis.officials.events.page import Page, Person
from analysis.officials.events.triggers import Verb

TAIL = re.compile("(?:同志|先生|女士|阁下|夫妇|院士|教授|[（(][^（）()，。]{1,12}[）)]|等|一行)*")
JOINT = re.compile("[、和及与暨\u3000 ;；]|以及|，(?:和|及|以及|与)?")
PREPOSITION = re.compile("[在由同向对给为跟以应受]$")
CALLED = 6  # characters that call somebody what is no post: 企业家, 特邀嘉宾
HEAD = 8  # characters of a modifier and a relative clause before the chain: 原, 时任, 分管日常工作的
LONGEST = 80  # characters between two names of one list: a chain of four posts is shorter


class Group(NamedTuple):
    """Persons listed together. `start` is where the posts of the first begin; `parts` are cut where a comma joins them.

    In A、部长B，副部长C there are two parts: behind 会见 the comma may end the list, before 出席 it does not.
    """

    start: int
    stop: int
    parts: tuple[tuple[Person, ...], ...]

    @property
    def people(self) -> tuple[Person, ...]:
        """All persons, in text order."""
        return tuple(person for part in self.parts for person in part)


def groups_in(page: Page, persons: Sequence[Person], verbs: Sequence[Verb], floor: int) -> list[Group]:
    """The groups of one sentence, which begins at `floor`, in text order."""
    groups: list[Group] = []
    for person in persons:
        start, stop = chain_start(page, person, groups[-1].stop if groups else floor), end_of(page.text, person)
        joined = _joint(page.text, groups[-1], person, start, verbs) if groups else ""
        if not joined:
            groups.append(Group(start, stop, ((person,),)))
            continue
        first, _, parts = groups.pop()
        parts = (*parts, (person,)) if joined == "comma" else (*parts[:-1], (*parts[-1], person))
        groups.append(Group(first, stop, parts))
    return groups


def chain_start(page: Page, person: Person, floor: int) -> int:
    """Where the posts written before a name begin, a body in front of them included; the name itself if none is."""
    if not person.posts:
        return person.start
    text = page.text
    first = person.posts[0]
    places = [text.rfind(word, floor, person.start) for word in (first.body, first.title) if word]
    found = [place for place in places if place >= 0 and person.start - place <= LONGEST]
    start = min(found, default=person.start)
    if first.modifier and text.endswith(first.modifier, floor, start):
        start -= len(first.modifier)
    body = next((place for place in page.places_in(max(floor, start - LONGEST), start) if place.stop == start), None)
    return body.start if body and body.is_body and start < person.start else start


def end_of(text: str, person: Person) -> int:
    """Behind a name and what belongs to it: its title (田远山主席), 同志, （女）, 等."""
    stop = person.stop
    for post in person.posts:
        if text.startswith(post.title, stop):
            stop += len(post.title)
    tail = TAIL.match(text, stop)
    return tail.end() if tail else stop


def _any_between(verbs: Sequence[Verb], start: int, stop: int) -> bool:
    return bisect_left(verbs, (start,)) < bisect_left(verbs, (stop,))


def _joint(text: str, group: Group, person: Person, start: int, verbs: Sequence[Verb]) -> str:
    """How a person goes on with the list before: list, comma, or not at all (empty)."""
    joint = JOINT.match(text, group.stop)
    if joint is None or (text.endswith("等", 0, group.stop) and joint[0][0] not in "，；和及以"):
        return ""
    start = max(start, joint.end())
    between = text[joint.end() : start]
    last = group.people[-1]
    same_list = last.list_id is not None and last.list_id == person.list_id
    if PREPOSITION.search(between) or len(between) > LONGEST or _any_between(verbs, joint.end(), start):
        return ""
    if joint[0][0] in "，；":
        near = len(between) <= CALLED and not person.posts  # ，企业家B
        return "comma" if same_list or near or (person.posts and "，" not in between) else ""
    return "list" if not between or same_list or (len(between) <= HEAD and "，" not in between) else ""
