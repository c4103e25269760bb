"""The lattice of a stretch of text: for each post in it the elements in front, the joints, and the names on either side.

A post is worked on only if a name may stand behind it, or behind a post that is joined to it; most posts of prose are passed by.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from analysis.names.credible import Around
from analysis.names.edges import IS_HAN, followers
from analysis.names.posts import Post
from analysis.officials.bodies.abroad import is_foreign
from analysis.officials.grammar.chain import JOINED_WITHIN, ChainReader
from analysis.officials.grammar.holders import COLON, Holders
from analysis.officials.grammar.lattice import Element
from analysis.officials.grammar.rules import (
    ALTERNATIVE,
    BODY,
    COMMA,
    EDGED,
    FRONT,
    FUSED,
    GUARDED,
    MODIFIER,
    NAME,
    TAIL,
    TITLE,
    WEIGHTS,
)
from analysis.spans import Span

MEMBER = re.compile("(?:成员|委员|常委)$")
FORMER = re.compile("[原前]")
HOLDING = re.compile("(?:担任|出任|身为|作为)$")  # 担任总队长|的|田远山
PAST = frozenset({"时任", "曾任", "原", "前", "新"})
# How far in front of a chain 香港 tells that its holders may have married names, in characters.
NEARBY = 60
# How far behind a list of foreign names the next title may begin and be foreign too, in characters: a 、 or a 和.
BESIDE = 2
# Ends of names before a title that its body may begin behind: the last list and its other readings.
ENDS_TRIED = 3


class Said(NamedTuple):
    """What the chain so far tells: where it begins, whether it is foreign or of the past, its country."""

    begin: int
    foreign: bool
    past: bool
    country: str


class Window:
    """Spots the elements of one stretch of text."""

    def __init__(self, span: Span, reach: int, text: str, chains: ChainReader, holders: Holders) -> None:
        self._span, self._reach, self._text = span, reach, text
        self._chains, self._words, self._holders = chains, holders.words, holders
        first, last = chains.next_post(span.start), chains.next_post(span.stop)
        self._posts = [post for post in chains.posts[first:last] if post.stop <= span.stop]
        self._first = first
        self._stops = [chains.after_alternative(post.stop) for post in self._posts]
        self._ends: list[int] = []  # of names so far
        self._foreign_until = -1

    def elements(self) -> Iterator[Element]:
        """All elements, by post from left to right, likelier ones first."""
        joints = [self._joint(place) for place in range(len(self._posts))]
        alive = self._alive(joints)
        said, known = None, set[tuple[int, int, str]]()
        for place, post in enumerate(self._posts):
            joint = joints[place - 1] if place else None
            found = self._in_front(place, joint, alive[place], joints[place])
            if alive[place]:
                said = self._said(found, post, said if joint else None)
                found += self._behind(place, said)
                found += filter(None, [joints[place]])
            for element in found:
                if element[:3] not in known:
                    known.add(element[:3])
                    yield element

    def _alive(self, joints: list[Element | None]) -> list[bool]:
        """Which posts a name may follow, or a post that is joined to them."""
        alive = [False] * (len(joints) + 1)
        for place in range(len(joints) - 1, -1, -1):
            alive[place] = self._may_be_followed(self._stops[place]) or (joints[place] is not None and alive[place + 1])
        return alive

    def _may_be_followed(self, place: int) -> bool:
        label = COLON.match(self._text, place)
        place = label.end() if label else place
        if place in self._words.given_from:
            return True
        if place >= self._reach or not IS_HAN.match(self._text[place]):
            return False
        return not followers().at(self._text, place)

    def _joint(self, place: int) -> Element | None:
        """What may join a post to the next one."""
        stop, following = self._stops[place], self._first + place + 1
        if place + 1 == len(self._posts):
            return None
        return self._chains.joint(stop, following) or self._comma(place, stop, self._posts[place + 1])

    def _comma(self, place: int, stop: int, following: Post) -> Element | None:
        """A comma behind a membership, or between former posts: 党组成员，|国家邮政局局长; 原常委，|水利学会原理事长."""
        if not self._text.startswith("，", stop) or following.start - stop > JOINED_WITHIN:
            return None
        if self._chains.floor(stop + 1, following.start) != stop + 1:
            return None
        former = FORMER.search(self._text, stop + 1, following.start)
        both = former and FORMER.search(self._text, max(self._span.start, self._posts[place].start - NEARBY), stop)
        if not (MEMBER.search(self._posts[place].title) or both):
            return None
        return Element(stop, stop + 1, COMMA, 0.0, "comma")

    def _in_front(self, place: int, joint: Element | None, alive: bool, further: Element | None) -> list[Element]:
        """What stands in front of a post: its body and modifiers, or the name of its holder.

        A name that is not sure is none where a body ends before the title, or where a `further` title is joined to it.
        """
        post = self._posts[place]
        name = list(self._holders.in_front(post, self._span.start))
        if not alive and not name:
            return []
        read = [self._chains.elements(floor, post) for floor in self._floors(post, joint)]
        own = all(any(e.kind in {BODY, FUSED, MODIFIER} and e.stop >= post.start for e in some) for some in read)
        if name and name[0].weight < WEIGHTS["name sure to model"] and (own or self._goes_on(place, alive, further)):
            name = []
        if not alive and not name:
            return []
        self._ends += [element.stop for element in name if element.kind == FRONT]
        found = [element for some in read for element in some]
        return [*(map(self._listed, found) if self._follows_a_name(post) else found), *name]

    def _follows_a_name(self, post: Post) -> bool:
        """Whether a 、 joins the post to a name: 旅政委程昱明、|旅长薛万钧 leaves no doubt that a guarded title is one."""
        return post.guarded and self._text[post.start - 1 : post.start] == "、" and post.start - 1 in self._ends[-20:]

    def _listed(self, element: Element) -> Element:
        return element._replace(kind=TITLE) if element.kind == GUARDED else element

    def _goes_on(self, place: int, alive: bool, further: Element | None) -> bool:
        """Whether nothing but a body stands between the joint behind a post and the next title."""
        if further is None or not alive:
            return False
        elements = self._chains.elements(further.stop, self._posts[place + 1])
        return any(element.start == further.stop for element in elements)

    def _floors(self, post: Post, joint: Element | None) -> list[int]:
        """From where the body of a post may begin: its clause, the joint before it, the end of a name."""
        floor = self._chains.floor(self._span.start, post.start)
        if joint and joint.stop > floor:
            return [joint.stop]
        behind = sorted({end for end in self._ends[-20:] if floor < end < post.start}, reverse=True)
        return [floor, *behind[:ENDS_TRIED]]

    def _said(self, found: list[Element], post: Post, before: Said | None) -> Said:
        bodies = [self._text[slice(*self._body(element))] for element in found if element.kind in {BODY, FUSED}]
        begins = [element.start for element in found]
        foreign = (
            post.official_class in {"foreign", "international"}
            or any(map(is_foreign, bodies))
            or any(0 <= begin - self._foreign_until <= BESIDE for begin in begins)
        )
        past = any(element.kind == MODIFIER and element.value in PAST for element in found)
        past = past or any(HOLDING.search(self._text, max(self._span.start, begin - 2), begin) for begin in begins)
        country = next((body[:2] for body in bodies), "")
        if before is None:
            return Said(min(begins), foreign, past, country)
        return Said(before.begin, foreign or before.foreign, past or before.past, before.country or country)

    def _body(self, element: Element) -> Span:
        span: Span = element.value[0] if element.kind == FUSED else element.value
        return span

    def _behind(self, place: int, said: Said) -> list[Element]:
        """The second title in brackets, and the list of names behind a post."""
        post, stop = self._posts[place], self._stops[place]
        found = [Element(post.stop, stop, ALTERNATIVE, 0.0)] if stop > post.stop else []
        nearby = self._text[max(0, said.begin - NEARBY) : stop]
        around = Around(foreign=said.foreign, place="香港" if "香港" in nearby or "澳门" in nearby else said.country)
        names = list(self._holders.behind(stop, self._reach, around, past=said.past))
        if said.foreign and names:
            self._foreign_until = names[-1].stop
        self._ends += [element.stop for element in names if element.kind in {NAME, EDGED, TAIL}]
        return found + names
