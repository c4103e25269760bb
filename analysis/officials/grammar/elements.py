"""The elements in front of a title: modifiers, relative clauses, ordinals, and the bodies that may be meant.

The readers of `analysis.names` give the likeliest body; the sequence model may see another left edge, and title and body may
share a letter. All of them go into the lattice, and the best path chooses.
"""

import re
from collections.abc import Iterator, Sequence

from analysis.names.bodies import NOT_IN_A_BODY, SUFFIXES, BodyReader, known
from analysis.names.edges import followers, surnames
from analysis.names.places import country_at, divisions, letters
from analysis.names.posts import Post
from analysis.names.registry import registry
from analysis.names.tagger import Tagged
from analysis.officials.bodies.abroad import LETTERED
from analysis.officials.grammar.former import is_former_part
from analysis.officials.grammar.lattice import Element
from analysis.officials.grammar.rules import BODY, FUSED, GUARDED, MODIFIER, QUALIFIER, TITLE, WEIGHTS
from analysis.segment import is_word
from analysis.spans import Span

RELATIVE_CLAUSE = re.compile("(?:分管|主持|负责|协助|协管|牵头)[^，。；、\n]{1,12}的$")
ORDINAL = re.compile("第[一二三四五六七八九十0-9]+[任世位届]$")  # 第六任行政长官: no part of body or title
MODIFIERS = re.compile(
    "(原任|原|前任|前|时任|现任|现|曾长期担任|曾担任|曾任|历任|代理|代|候任|候选|拟任|新任|新当选|新一任|新|兼任的|兼任|兼|看守)(?:的)?$"
)
MEANS = {
    "原任": "原", "前任": "前", "代理": "代", "新任": "新", "新当选": "新", "新一任": "新", "兼任": "兼", "兼任的": "兼",
    "曾担任": "曾任", "曾长期担任": "曾任", "历任": "曾任", "现任": "现", "看守": "",
}  # fmt: skip
# Words that end in the characters of a modifier: 中原, 目前, 时代, 创新.
NO_MODIFIER = re.compile(
    "(?:[中高平草太燎还复三五]原|[发出实体表呈兑涌浮闪重再]现|[目日此之以当眼跟面提从靠生战会赛午史]前|[时近年当现古后一历取世换迭朝]代|[创更革全最翻清刷重]新)$"
)
SPELL = re.compile("(曾长期担任|曾担任|曾任|时任|现任|历任)")
IN_FRONT = re.compile("(原|前|时任|现任|现(?![代场有行役存状金实货浇])|候任|新任|代(?!表))")
# Heads that share their first letter with the body: 外交部|部长 written 外交部长.
FUSED_HEAD = re.compile("[部局厅院署司处科组会校行所厂站队团社台馆省市县区州镇乡村旗盟]长$")
RELATIVE_FIRST = re.compile("[省市县区州][一-鿿]{2,}")
FUSED_ONLY = re.compile(
    "(?:组织|宣传|统战|公安|武装|人武|外交|国防|财政|教育|民政|司法|商务|内政|农业|卫生|文化|水利|交通|纪检|经济|能源|环境|劳工|关系)$"
)
# 自治区|党委书记: the committee of a region is a body of its own, that of a ministry belongs to the title.
TERRITORIAL = re.compile("自治区$|兵团$")
SESSION = re.compile("届$|届、")
MARKS = frozenset("，；。：、\n ")
REGIONAL = re.compile("[一-鿿]{2,6}[省州市区县][一-鿿]{2,4}")
WIDER = re.compile("[一-鿿]{2,12}")
EVERYDAY_LETTERS = frozenset("中以日新")  # of Israel, Japan and Singapore: words of their own before a title
# From here on a body that the model sees may take the place of one that no known name opens.
SURE = 0.8


class Elements:
    """Spots what stands in front of the titles of one text.

    Parameters
    ----------
    text : str
    bodies : BodyReader
    posts : sequence of Post
    tagged : sequence of Tagged
        What the sequence model sees; of it the organisations are used.
    """

    def __init__(self, text: str, bodies: BodyReader, posts: Sequence[Post], tagged: Sequence[Tagged] = ()) -> None:
        self._text, self._bodies = text, bodies
        self._ends = frozenset(post.stop for post in posts)
        self._seen = {name.stop: name for name in tagged if name.type == "ORGANISATION"}

    def of(self, floor: int, post: Post) -> list[Element]:
        """The title of a post, and what may stand in front of it down to `floor`; likelier elements first."""
        stop, found = self._qualifiers(floor, post.start)
        read = self._bodies.before(floor, stop) if stop > floor else None
        fused = list(self._fused(floor, stop, post, read)) if stop == post.start else []
        bodies = fused or list(self._bodies_until(floor, stop, read))
        title = Element(post.start, post.stop, GUARDED if post.guarded else TITLE, WEIGHTS["title"], "", post)
        bodies += [] if bodies else self._letter(floor, stop, post)
        if bodies and not fused and self._is_territorial(bodies[0], post):
            bodies, title = self._moved(bodies, title)
        if not any(element.kind == MODIFIER for element in found):
            found += [more for body in bodies for more in self._in_front(floor, body)]
        begin = bodies[0].start if bodies else stop
        spell = SPELL.match(self._text, floor, begin)
        if spell and not any(element.kind == MODIFIER for element in found):
            found.append(self._modifier_element(floor, begin, spell[1]))
        return [*found, *bodies, title]

    def _qualifiers(self, floor: int, stop: int) -> tuple[int, list[Element]]:
        """The modifier, the relative clause and the ordinal right before a title, and where they begin."""
        found = []
        for rule, says in ((ORDINAL, "ordinal"), (RELATIVE_CLAUSE, "relative clause")):
            match = rule.search(self._text, floor, stop)
            if match:
                found.append(Element(match.start(), stop, QUALIFIER, 0.0, says))
                stop = match.start()
        modifier, begin = self._modifier(floor, stop)
        if begin < stop:
            found.append(self._modifier_element(begin, stop, modifier))
        return begin, found

    def _modifier_element(self, start: int, stop: int, written: str) -> Element:
        return Element(start, stop, MODIFIER, 0.0, written, MEANS.get(written, written))

    def _modifier(self, floor: int, stop: int) -> tuple[str, int]:
        """The modifier that ends at `stop`, as written, and where it begins."""
        found = MODIFIERS.search(self._text, floor, stop)
        if not found or NO_MODIFIER.search(self._text, floor, stop):
            return "", stop
        if self._ends_a_place(floor, stop) or not self._begins(floor, found.start()):
            return "", stop
        return found[1], found.start()

    def _begins(self, floor: int, place: int) -> bool:
        """Whether a modifier begins here: at a token's edge, or behind the ending of a body (自然资源厅|原)."""
        return self._bodies.begins_token(place) or bool(SUFFIXES.search(self._text, floor, place))

    def _ends_a_place(self, floor: int, stop: int) -> bool:
        return any(self._text[start:stop] in divisions() for start in range(max(floor, stop - 4), stop - 1))

    def _bodies_until(self, floor: int, stop: int, read: Span | None) -> Iterator[Element]:
        """The bodies that may end at `stop`: as our lists and endings `read` it, and as the model sees it."""
        seen = self._seen.get(stop)
        if read:
            yield self._body(read, seen is not None and seen.start == read.start)
        if read:
            yield from self._wider(floor, read)
        if seen is None or seen.start < floor or seen.confidence < SURE or (read and seen.start == read.start):
            return
        if read and (SESSION.search(self._text, read.start, seen.start) or self._is_inside_a_joint(read, seen.start)):
            return
        if read is None or not (self._bodies.is_opened(read) or self._bodies.is_given(read.start)):
            yield Element(
                seen.start,
                stop,
                BODY,
                WEIGHTS["body"] + WEIGHTS["body seen by model"],
                "body by the model",
                Span(seen.start, stop),
            )

    def _is_inside_a_joint(self, read: Span, start: int) -> bool:
        """Whether a place is right behind a 和 inside a body that was read: 省工业和|信息化厅."""
        return read.start < start - 1 and self._text[start - 1] in "和及与"

    def _letter(self, floor: int, stop: int, post: Post) -> list[Element]:
        """The letter of a country in front of a head of state, of government or of a ministry: 叙|总理, 俄|总统新闻秘书.

        It is a word of its own or begins one with the title (俄总统). 以 and 日 must open their clause in a text that names
        the country.
        """
        start = stop - 1
        letter = self._text[max(floor, start) : stop]
        country = letters().get(letter)
        if not country or post.head not in LETTERED or not self._bodies.begins_token(start):
            return []
        opens = start == 0 or self._text[start - 1] in MARKS
        if letter in EVERYDAY_LETTERS and not (opens and country in self._text):
            return []
        return [Element(start, stop, BODY, WEIGHTS["body"], "letter of a country", Span(start, stop))]

    def _wider(self, floor: int, read: Span) -> Iterator[Element]:
        """The body with what a 和 joins to it: 兼|经济和气候保护部, 意大利|经济和财政部; not 中国和|意大利财政部."""
        text, joint = self._text, read.start - 1
        if joint <= floor or text[joint] not in "和及与" or not WIDER.fullmatch(text, floor, joint):
            return
        if joint in self._ends or text[floor:joint] in NOT_IN_A_BODY:
            return
        if country_at(text[read.start : read.stop]) or text[read.start : read.start + 2] in divisions():
            return
        weight = WEIGHTS["body joined inside"]
        if country_at(text[floor:joint]) or REGIONAL.fullmatch(text, floor, joint) or self._fills_clause(floor, joint):
            weight += WEIGHTS["body opened before joint"]
        yield Element(floor, read.stop, BODY, weight, "body joined inside", Span(floor, read.stop))

    def _fills_clause(self, floor: int, joint: int) -> bool:
        """Whether a clause begins with what is in front of a 和, and that is no body, no name and no verb: 合作|与招商局."""
        text = self._text[floor:joint]
        if (floor and self._text[floor - 1] not in MARKS) or len(text) > 4 or SUFFIXES.search(text):
            return False
        named = len(text) < 4 and text[0] in surnames()[0] and not is_word(text)
        return not named and not any(text[i:] in followers() for i in range(len(text) - 1))

    def _body(self, span: Span, seen: bool) -> Element:
        """An element for a body that lists or endings read, with what speaks for it."""
        says, weight = self._origin(span)
        if seen:
            says, weight = f"{says}, seen by the model", weight + WEIGHTS["body seen by model"]
        return Element(span.start, span.stop, BODY, weight, says, span)

    def _origin(self, span: Span) -> tuple[str, float]:
        if self._bodies.is_given(span.start):
            return "body of the lexicon", WEIGHTS["body of lexicon"]
        body = self._text[span.start : span.stop]
        if body in registry():
            return "body of the registry", WEIGHTS["body"] + WEIGHTS["body opened"]
        if self._bodies.is_opened(span):
            return "body opened by a known name", WEIGHTS["body"] + WEIGHTS["body opened"]
        return "body by its ending", WEIGHTS["body"]

    def _fused(self, floor: int, stop: int, post: Post, read: Span | None) -> Iterator[Element]:
        """The bodies that end one letter behind `stop` where title and body share that letter: 省教育厅|长."""
        if post.title != post.head or not FUSED_HEAD.match(post.head) or stop <= floor:
            return
        if self._text[stop - 1] in "由任为原和及与新前代" or (
            read
            and not FUSED_ONLY.search(self._text, read.start, stop)
            and not (post.head == "部长" and self._text[stop - 1] != "部" and country_at(self._text[read.start : stop]))
        ):
            return
        fused, seen = self._bodies.before(floor, stop + 1), self._seen.get(stop + 1)
        if fused and fused.start < stop and self._may_share(fused, stop):
            yield self._sharing(fused, post, *self._origin(fused))
            for wider in self._wider(floor, fused):
                yield self._sharing(wider.value, post, wider.says, wider.weight)
        if seen and seen.start >= floor and seen.confidence >= SURE:
            weight = WEIGHTS["body"] + WEIGHTS["body seen by model"] + WEIGHTS["body opened"]
            yield self._sharing(Span(seen.start, stop + 1), post, "body by the model", weight)

    def _sharing(self, body: Span, post: Post, says: str, weight: float) -> Element:
        weight, says = weight + WEIGHTS["title"], f"{says}, sharing a letter with its title"
        return Element(body.start, post.stop, FUSED, weight, says, (body, post))

    def _may_share(self, fused: Span, stop: int) -> bool:
        """Whether a stretch is a body by more than its last letter, and not a name: 省教育厅|长, but not 贺|县长."""
        body = self._text[fused.start : fused.stop]
        return bool(
            FUSED_ONLY.search(self._text, fused.start, stop)
            or self._bodies.is_opened(fused)
            or body in known()
            or RELATIVE_FIRST.match(body)
        )

    def _is_territorial(self, body: Element, post: Post) -> bool:
        return post.title.startswith("党委") and bool(TERRITORIAL.search(self._text, body.start, body.stop))

    def _moved(self, bodies: Sequence[Element], title: Element) -> tuple[list[Element], Element]:
        """The same with 党委 as the end of the body."""
        moved = [b._replace(stop=b.stop + 2, value=Span(b.start, b.stop + 2)) for b in bodies if b.stop == title.start]
        return moved, title._replace(start=title.start + 2)

    def _in_front(self, floor: int, body: Element) -> Iterator[Element]:
        """原|教育部副部长, 曾任|河南省省长; what the body loses to a modifier inside it comes as a shorter body."""
        text, start = self._text, body.start
        stop = body.value[0].stop if body.kind == FUSED else body.stop
        inside = None if self._bodies.is_given(start) else IN_FRONT.match(text, start, stop)
        if inside and inside.end() < stop and not any(text[start : start + n] in known() for n in (2, 3, 4)):
            yield self._modifier_element(start, inside.end(), inside[1])
            yield self._shorter(body, inside.end())
            return
        modifier, begin = self._modifier(floor, start)
        if begin < start:
            yield self._modifier_element(begin, start, modifier)
            yield from self._around_former(floor, begin, body)

    def _around_former(self, floor: int, begin: int, body: Element) -> Iterator[Element]:
        """市公安局|原|交警支队: the body in front of the 原 is the whole of which the body behind it is a part."""
        if body.kind != BODY or begin <= floor or self._bodies.is_opened(body.value):
            return
        outer = self._bodies.before(floor, begin)
        if outer and is_former_part(self._text[outer.start : body.stop]):
            weight = body.weight + WEIGHTS["body opened"] + WEIGHTS["body around 原"]
            yield Element(outer.start, body.stop, BODY, weight, "body around 原", Span(outer.start, body.stop))

    def _shorter(self, body: Element, start: int) -> Element:
        if body.kind == FUSED:
            span, post = body.value
            return body._replace(start=start, value=(Span(start, span.stop), post))
        return body._replace(start=start, value=Span(start, body.stop))
