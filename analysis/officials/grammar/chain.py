"""Positions and chains of positions: what stands in front of a title, read off the lattice as its best path.

Position := [Modifier] [Body] [Modifier] [RelativeClause] Title [（Title）]
Chain    := Position { 、 Position | 兼 Position }
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from analysis.names.bodies import BodyReader
from analysis.names.posts import Post
from analysis.names.tagger import Tagged
from analysis.officials.grammar.clauses import FAR, clause_floor
from analysis.officials.grammar.elements import Elements
from analysis.officials.grammar.former import is_former_part
from analysis.officials.grammar.lattice import Element, Path, Step, best_chain
from analysis.officials.grammar.rules import BODY, COMMA, DOUBTED, FUSED, GUARDED, JOINT, MODIFIER, TITLE, TITLED
from analysis.spans import Span

JOIN = re.compile("、兼任?|兼任?|、|暨")
ALTERNATIVE = re.compile("[（(][^（）()\n]{1,10}[）)]")
NOTE = re.compile("[（(](?:主持|挂职|兼职|聘任|[正副][国部省厅局处科]级|试用期)")
# How far behind a joint the title of the next position may begin, in characters.
JOINED_WITHIN = 60
# How far behind the wanted place a chain may begin: a verb or a pronoun may stand between (任命某人为|该部部长).
NEARLY = 4


@dataclass(frozen=True, slots=True)
class Position:
    """One post as written, with the body in front of it; offsets are of the text.

    `begin` is where the position begins (its modifier, its body or its title), `start` and `stop` are the title's; `path` is
    how it was read.
    """

    begin: int
    start: int
    stop: int
    title: str
    head: str
    official_class: str
    body: str
    body_start: int
    modifier: str
    guarded: bool
    path: Path = field(default=(), compare=False, repr=False)

    def with_modifier(self, modifier: str) -> "Position":
        """The same position, held in this way."""
        return replace(self, modifier=modifier)

    def with_body(self, body: str, body_start: int) -> "Position":
        """The same position in this body."""
        return replace(self, body=body, body_start=body_start)


@dataclass(frozen=True, slots=True)
class Chain:
    """Positions of one holder, in text order."""

    positions: tuple[Position, ...]
    stop: int

    @property
    def begin(self) -> int:
        """Where the chain begins."""
        return self.positions[0].begin


def position_of(path: Path, text: str) -> Position:
    """The position that a path says: its last body and modifier, and its title."""
    body, modifier, title = Span(0, 0), "", Span(0, 0)
    post: Post | None = None
    for element in (step.element for step in path):
        if element.kind == BODY:
            body = element.value
        elif element.kind == MODIFIER:
            modifier = element.value
        elif element.kind == FUSED:
            body, post = element.value
            title = Span(post.start, post.stop)
        elif element.kind in {TITLE, GUARDED}:
            post, title = element.value, Span(element.start, element.stop)
    assert post is not None, "a position has a title"
    if not modifier and is_former_part(text[slice(*body)]):
        modifier = "原"
    return Position(
        next((step.element.start for step in path if step.element.kind not in {JOINT, COMMA}), title.start),
        *title,
        text[slice(*title)],
        post.head,
        post.official_class,
        text[slice(*body)],
        body.start if body.stop else -1,
        modifier,
        post.guarded,
        path,
    )


def positions_of(path: Path, text: str) -> Iterator[Position]:
    """The positions of a path, each with its steps up to its title; 兼 in a joint is the modifier of what follows."""
    begun: list[Step] = []
    for step in path:
        begun.append(step)
        if step.element.kind in {TITLE, GUARDED, FUSED}:
            position = position_of(tuple(begun), text)
            second = begun[0].element.kind == JOINT and "兼" in begun[0].element.says
            yield position.with_modifier("兼") if second and not position.modifier else position
            begun = []


class ChainReader:
    """Reads positions and chains in one text.

    Parameters
    ----------
    text : str
    bodies : BodyReader
    posts : sequence of Post
        In text order.
    tagged : sequence of Tagged
        What the sequence model sees.
    """

    def __init__(self, text: str, bodies: BodyReader, posts: Sequence[Post], tagged: Sequence[Tagged] = ()) -> None:
        self.text, self._bodies, self.posts = text, bodies, posts
        self._elements = Elements(text, bodies, posts, tagged)
        self._starts = [post.start for post in posts]
        self._spotted: dict[tuple[int, int], list[Element]] = {}

    def next_post(self, place: int) -> int:
        """The index of the first post that begins at `place` or later."""
        return bisect_left(self._starts, place)

    def begins_post(self, place: int) -> bool:
        """Whether a post begins here."""
        index = self.next_post(place)
        return index < len(self._starts) and self._starts[index] == place

    def floor(self, at_least: int, stop: int) -> int:
        """The nearest clause boundary before `stop`, jumping over brackets and quotes that belong to a body."""
        return clause_floor(self.text, at_least, stop)

    def elements(self, floor: int, post: Post) -> list[Element]:
        """The elements of the positions that may end in this post and begin at `floor` or later."""
        key = floor, post.start
        if key not in self._spotted:
            self._spotted[key] = self._elements.of(floor, post)
        return self._spotted[key]

    def position(self, floor: int, post: Post) -> Position:
        """The position that ends in this post and begins at `floor` or later."""
        path = best_chain(self.elements(floor, post), post.stop, {TITLED, DOUBTED})
        assert path is not None, "a title alone is a position"
        return position_of(path, self.text)

    def chain(self, index: int, floor: int) -> tuple[Chain, int]:
        """The chain that begins with post `index`, and the index behind its last post."""
        first = self.posts[index]
        positions = [self.position(self.floor(floor, first.start), first)]
        index += 1
        while index < len(self.posts) and (joined := self._joined(positions[-1], index)):
            positions.append(joined)
            index += 1
        return Chain(tuple(positions), self.after_alternative(positions[-1].stop)), index

    def after_alternative(self, stop: int) -> int:
        """Behind a second title or a note in brackets: 副校长（副院长）|谢春涛, 副部长（主持工作）|田远山."""
        bracket = ALTERNATIVE.match(self.text, stop)
        if not bracket or NOTE.match(bracket[0]):
            return bracket.end() if bracket else stop
        inside = self.posts[self.next_post(stop + 1) : self.next_post(bracket.end())]
        return bracket.end() if any(post.stop == bracket.end() - 1 for post in inside) else stop

    def joint(self, stop: int, index: int) -> Element | None:
        """The joint behind a title that ends at `stop`, if post `index` may be the next one of the same holder."""
        joint = JOIN.match(self.text, stop)
        post = self.posts[index] if joint and index < len(self.posts) else None
        if joint is None or post is None or not 0 <= post.start - joint.end() <= JOINED_WITHIN:
            return None
        if self.floor(joint.end(), post.start) != joint.end():
            return None
        return Element(stop, joint.end(), JOINT, 0.0, joint[0])

    def _joined(self, last: Position, index: int) -> Position | None:
        """The next position of the same holder, if nothing but a body stands between the joint and its title."""
        joint = self.joint(self.after_alternative(last.stop), index)
        position = self.position(joint.stop, self.posts[index]) if joint else None
        if joint is None or position is None or position.begin != joint.stop:
            return None
        return position.with_modifier("兼") if "兼" in joint.says and not position.modifier else position

    def position_before_name(self, floor: int, stop: int) -> Span | None:
        """The body in front of a name whose title follows it: 北京市新闻出版广电局|温知秋副局长."""
        floor = self.floor(floor, stop)
        body = self._bodies.before(floor, stop) if stop > floor else None
        if body is None or body.stop - body.start < 3:
            return None
        fills = (
            body.start == floor
            and body.stop - body.start > 3
            and self.text[body.stop - 1] in "局厅部委院校处办会中心室科"
        )
        return body if fills or self._bodies.is_opened(body) else None

    def chain_from(self, start: int, limit: int) -> Chain | None:
        """The chain that begins at `start`: 任命某人为|国防部部长. None if no title ends it before `limit`."""
        index = self.next_post(start)
        if index == len(self.posts) or self.posts[index].stop > limit:
            return None
        if self.posts[index].start - start > FAR or self.floor(start, self.posts[index].start) != start:
            return None
        chain, _ = self.chain(index, start)
        return chain if chain.begin <= start + NEARLY and chain.stop <= limit else None
