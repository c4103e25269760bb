"""The grammar of titles: modifiers, bodies and posts in front of a name (officials.md 3).

Position := [Modifier] [Body] [Modifier] [RelativeClause] Title [（Title）]
Chain    := Position { 、 Position | 兼 Position }
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.names.bodies import SESSIONS, SUFFIXES, BodyReader, known
from analysis.names.places import divisions
from analysis.names.posts import Post
from analysis.spans import Span

# Where a clause ends: nothing in front of it belongs to the title behind it.
HARD = re.compile(r"[，。；：！？、\n\r,;:!?\s—…《》|]")
JOIN = re.compile("、兼任?|兼任?|、|暨")
RELATIVE_CLAUSE = re.compile("(?:分管|主持|负责|协助|协管|牵头)[^，。；、\n]{1,12}的$")
ALTERNATIVE = re.compile("[（(][^（）()\n]{1,10}[）)]")
ORDINAL = re.compile("第[一二三四五六七八九十0-9]+[任世位]$")  # 第六任行政长官: no part of body or title
MODIFIER = re.compile(
    "(原任|原|前任|前|时任|现任|曾长期担任|曾担任|曾任|历任|代理|代|候任|候选|拟任|新任|新当选的|新一任|新|兼任的|兼任|兼|看守)(?:的)?$"
)
MEANS = {
    "原任": "原", "前任": "前", "代理": "代", "新任": "新", "新当选的": "新", "新一任": "新", "兼任": "兼", "兼任的": "兼",
    "曾担任": "曾任", "曾长期担任": "曾任", "历任": "曾任", "现任": "现", "看守": "",
}  # fmt: skip
# Words that end in the characters of a modifier: 中原, 目前, 时代, 创新.
NO_MODIFIER = re.compile(
    "(?:[中高平草太燎还复三五]原|[目日此之以当眼跟面提从靠生战会赛午史]前|[时近年当现古后一历取世换迭朝]代|[创更革全最翻清刷重]新)$"
)
# How far left of a title its position may reach, in characters; the longest real one met had 62. It also bounds the work.
FAR = 120
SPELL = re.compile("(曾长期担任|曾担任|曾任|时任|现任|历任)")
IN_FRONT = re.compile("(原|前|时任|现任|候任|新任|代(?!表))")
# Heads that share their first letter with the body: 外交部|部长 written 外交部长.
FUSED_HEAD = re.compile("[部局厅院署司处科组会校行所厂站队团社台馆省市县区州镇乡村旗盟]长$")
RELATIVE_FIRST = re.compile("[省市县区州][一-鿿]{2,}")
FUSED_ONLY = re.compile(
    "(?:组织|宣传|统战|公安|武装|外交|国防|财政|教育|民政|司法|商务|内政|农业|卫生|文化|水利|交通|纪检|经济|能源|环境|劳工)$"
)


@dataclass(frozen=True, slots=True)
class Position:
    """One post as written, with the body in front of it; offsets are of the text.

    `begin` is where the position begins (its modifier, its body or its title), `start` and `stop` are the title's.
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


class ChainReader:
    """Reads positions and chains in one text."""

    def __init__(self, text: str, bodies: BodyReader, posts: Sequence[Post]) -> None:
        self.text, self._bodies, self.posts = text, bodies, posts
        self._starts = [post.start for post in posts]

    def next_post(self, place: int) -> int:
        """The index of the first post that begins at `place` or later."""
        return bisect_left(self._starts, place)

    def begins_post(self, place: int) -> bool:
        """Whether a post begins here."""
        index = self.next_post(place)
        return index < len(self._starts) and self._starts[index] == place

    def floor(self, at_least: int, stop: int) -> int:
        """The nearest clause boundary before `stop`, jumping over brackets and quotes that belong to a body."""
        found = at_least = max(at_least, stop - FAR)
        for mark in HARD.finditer(self.text, at_least, stop):
            if not self._bracketed(mark.start(), at_least, stop) and not SESSIONS.match(self.text, mark.start() - 1):
                found = mark.end()
        return found

    def _bracketed(self, place: int, at_least: int, stop: int) -> bool:
        """Whether a mark stands inside “…” or （…） that closes before `stop`."""
        for opening, closing in ("“”", "（）"):
            left = self.text.rfind(opening, at_least, place)
            right = self.text.find(closing, place, stop)
            if left >= 0 and right >= 0 and self.text.find(closing, left, place) < 0 and right - left < 24:
                return True
        return False

    def position(self, floor: int, post: Post) -> Position:
        """The position that ends in this post and begins at `floor` or later."""
        stop = post.start
        ordinal = ORDINAL.search(self.text, floor, stop)
        stop = ordinal.start() if ordinal else stop
        clause = RELATIVE_CLAUSE.search(self.text, floor, stop)
        stop = clause.start() if clause else stop
        modifier, stop = self._modifier(floor, stop)
        body = self._body(floor, stop, post, post.start if clause or modifier or ordinal else stop)
        begin = body.start if body else stop
        title_start = post.start
        if body and self._is_territorial(body, post):
            body = Span(body.start, body.stop + 2)
            title_start += 2
        if body and not modifier:
            modifier, begin, body = self._modifier_in_front(floor, body)
        spell = SPELL.match(self.text, floor, begin) if not modifier else None
        if spell:
            modifier, begin = MEANS.get(spell[1], spell[1]), floor
        text = self.text[body.start : body.stop] if body else ""
        title = self.text[title_start : post.stop]
        return Position(
            begin,
            title_start,
            post.stop,
            title,
            post.head,
            post.official_class,
            text,
            body.start if body else -1,
            modifier,
            post.guarded,
        )

    def _modifier(self, floor: int, stop: int) -> tuple[str, int]:
        found = MODIFIER.search(self.text, floor, stop)
        if not found or NO_MODIFIER.search(self.text, floor, stop):
            return "", stop
        if self._ends_a_place(floor, stop) or not self._begins(floor, found.start()):
            return "", stop
        return MEANS.get(found[1], found[1]), found.start()

    def _begins(self, floor: int, place: int) -> bool:
        """Whether a modifier begins here: at a token's edge, or behind the ending of a body (自然资源厅|原)."""
        return self._bodies.begins_token(place) or bool(SUFFIXES.search(self.text, floor, place))

    def _ends_a_place(self, floor: int, stop: int) -> bool:
        return any(self.text[start:stop] in divisions() for start in range(max(floor, stop - 4), stop - 1))

    def _body(self, floor: int, stop: int, post: Post, title_start: int) -> Span | None:
        """The body that ends at `stop`, or one letter behind it where title and body share that letter."""
        body = self._bodies.before(floor, stop) if stop > floor else None
        may_fuse = post.title == post.head and bool(FUSED_HEAD.match(post.head)) and stop == post.start == title_start
        if may_fuse and (body is None or FUSED_ONLY.search(self.text, body.start, stop)):
            fused = self._bodies.before(floor, stop + 1)
            if (
                fused
                and fused.start < stop
                and self._may_share(fused, stop)
                and self.text[stop - 1] not in "由任为原和及与新前代"
            ):
                return fused
        return body

    def _may_share(self, fused: Span, stop: int) -> bool:
        """Whether a stretch is a body by more than its last letter, and not a name: 省教育厅|长, but not 贺|县长."""
        body = self.text[fused.start : fused.stop]
        return bool(
            FUSED_ONLY.search(self.text, fused.start, stop)
            or self._bodies.is_opened(fused)
            or body in known()
            or RELATIVE_FIRST.match(body)
        )

    def _is_territorial(self, body: Span, post: Post) -> bool:
        """自治区|党委书记: the committee of a region is a body of its own, that of a ministry belongs to the title."""
        return post.title.startswith("党委") and bool(re.search("自治区$|兵团$", self.text[body.start : body.stop]))

    def _modifier_in_front(self, floor: int, body: Span) -> tuple[str, int, Span]:
        """原|教育部副部长, 曾任|河南省省长."""
        text = self.text
        inside = None if self._bodies.is_given(body.start) else IN_FRONT.match(text, body.start, body.stop)
        rest = body.start + len(inside[1]) if inside else body.start
        if inside and not any(text[body.start : body.start + n] in known() for n in (2, 3, 4)) and rest < body.stop:
            return MEANS.get(inside[1], inside[1]), body.start, Span(rest, body.stop)
        modifier, begin = self._modifier(floor, body.start)
        return modifier, begin, body

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
        """Behind the second title in brackets: 副校长（副院长）|谢春涛."""
        bracket = ALTERNATIVE.match(self.text, stop)
        if not bracket:
            return stop
        inside = self.posts[self.next_post(stop + 1) : self.next_post(bracket.end())]
        return bracket.end() if any(post.stop == bracket.end() - 1 for post in inside) else stop

    def _joined(self, last: Position, index: int) -> Position | None:
        """The next position of the same holder, if nothing but a body stands between the joint and its title."""
        stop = self.after_alternative(last.stop)
        joint = JOIN.match(self.text, stop)
        post = self.posts[index]
        if not joint or post.start < joint.end() or post.start - joint.end() > 60:
            return None
        if self.floor(joint.end(), post.start) != joint.end():
            return None
        position = self.position(joint.end(), post)
        if position.begin != joint.end():
            return None
        is_second = "兼" in joint[0] and not position.modifier
        return position.with_modifier("兼") if is_second else position

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
        return chain if chain.begin <= start + 4 and chain.stop <= limit else None
