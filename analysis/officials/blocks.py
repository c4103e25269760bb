"""Who holds a chain of titles: the names behind it, the name in front of it, and enumerations of such blocks.

Block := Chain Names | Name Title          副部长田远山、邱明礼 | 温知秋副局长
Names := Name { 、 Name } [等]
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from analysis.names.bodies import registry
from analysis.names.credible import Around
from analysis.names.edges import STRONG
from analysis.names.persons import Name, PersonReader
from analysis.names.places import country_at, letters
from analysis.officials.chain import Chain, ChainReader, Position

NEXT_NAME = re.compile("、|和|及(?!其)|以及|与| +")
LABEL = re.compile("[：:] *")
AFTER_NAME = re.compile(
    "(?: ?[（(](?:女|兼|挂职|[\u4e00-\u9fff]{1,6}族|女，[\u4e00-\u9fff]{1,6}族|正[部厅]级|副[部厅]级)[）)]|同志|先生|女士|院士|教授|研究员|亲王|阁下)"
)
# What may stand between two blocks of one enumeration.
BETWEEN_BLOCKS = re.compile("(?:代表[^，。；、\n]{2,18})?(?:[，；、]|和|及|以及|与|暨|、以及|，以及)(?=\\S)| +")
# Heads that are an office only in a body of their own kind: 全国人大代表, but not 无党派人士代表.
NEEDS_BODY = {
    "代表": re.compile("人大$|代表大会$|大会$|驻|党$|组织$|联合国"),
    "委员": re.compile("."),
    "成员": re.compile("."),
    "队长": re.compile(
        "公安|警|消防|救援|执法|城管|监察|考察|勘|地质|科考|武装|民兵|支队|大队|中队|\\d队$"
    ),  # no sports
}
FOREIGN_TOO = frozenset(
    {"主席", "总理", "副总理", "秘书长", "总干事", "部长", "外长", "议长"}
)  # heads of Chinese and foreign holders
GROUP_WORDS = frozenset(
    "领导人 国家领导人 负责人 负责同志 主要负责人 主要负责同志 指挥 总指挥 领袖 成员 班子成员 代表 队长 组长 站长".split()
)  # never behind a name
FOREIGN_ORGANS = re.compile(
    "国防部|外交部|总统|国会|议会|武装|空天|联邦|军|财政部|国务院|侦查|安全"
)  # 俄国防部, 乌武装部队
MEMBER = re.compile("(?:成员|委员|常委)$")
IN_BRACKETS = re.compile("[（(]([^（）()\n]{2,60})[）)]")


@dataclass(frozen=True, slots=True)
class Block:
    """A chain of titles and the persons who hold it, in text order.

    `shared` tells that the titles are written once for several names; `rule` names the production that read it;
    `act` is the personnel act (任命 …) or ''. `more` has, for each name, the positions in brackets behind it. `host` is the
    body that a roster is of.
    """

    positions: tuple[Position, ...]
    names: tuple[Name, ...]
    start: int
    stop: int
    rule: str
    act: str = ""
    more: tuple[tuple[Position, ...], ...] = ()
    host: str = ""

    @property
    def shared(self) -> bool:
        """Whether one chain serves several names."""
        return len(self.names) > 1

    @property
    def is_office(self) -> bool:
        """Whether any title of the chain is an office."""
        return any(is_office(position) for position in (*self.positions, *(p for more in self.more for p in more)))


def is_office(position: Position) -> bool:
    """Whether a title is an office, in the body it has."""
    needed = NEEDS_BODY.get(position.title)
    return position.official_class != "none" and (needed is None or bool(needed.search(position.body)))


class BlockReader:
    """Reads blocks in one text."""

    def __init__(self, text: str, chains: ChainReader, persons: PersonReader) -> None:
        self.text, self.chains, self.persons = text, chains, persons
        self._foreign_until = -1

    def blocks(self, start: int, stop: int, taken: list[tuple[int, int]]) -> Iterator[Block]:
        """The blocks of a sentence, left to right; `taken` are ranges that an act has read already."""
        index, floor = self.chains.next_post(start), start
        posts, begun = self.chains.posts, [begin for begin, _ in taken]
        while index < len(posts) and posts[index].start < stop:
            before = bisect_right(begun, posts[index].start)
            read = taken[before - 1][1] if before else 0
            if posts[index].start < max(floor, read):
                index = self.chains.next_post(max(floor, read))
                continue
            chain, after = self.chains.chain(index, floor)
            block = self._block(chain, after, stop, floor) or self._across(chain, after, stop, floor)
            if block:
                index, floor = max(after, self.chains.next_post(block.stop)), block.stop
                yield block
            else:  # the first post of a chain may still hold a name in front: 李四部长、副部长
                index = index + 1 if len(chain.positions) > 1 else after

    def _block(self, chain: Chain, after: int, limit: int, floor: int) -> Block | None:
        names, stop, more = self._names(chain, limit)
        first = chain.positions[0]
        before = self._name_before(first, floor) if len(chain.positions) == 1 else None
        if before and (not names or self._holds_the_next_post(names, after)):
            return self._behind_its_name(first, before, floor)
        if not names or not self._believed(chain, names):
            return None
        return Block(chain.positions, tuple(names), chain.begin, stop, "titles names", more=tuple(more))

    def _across(self, chain: Chain, after: int, limit: int, floor: int) -> Block | None:
        """交通运输部党组成员，国家邮政局局长某某: a membership and, behind a comma, the post."""
        posts = self.chains.posts
        if (
            not MEMBER.search(chain.positions[-1].title)
            or not self.text.startswith("，", chain.stop)
            or after >= len(posts)
        ):
            return None
        more, beyond = self.chains.chain(after, chain.stop + 1)
        block = self._block(more, beyond, limit, floor) if more.begin == chain.stop + 1 else None
        if block is None or block.rule != "titles names":
            return None
        return replace(block, positions=(*chain.positions, *block.positions), start=chain.begin)

    def _believed(self, chain: Chain, names: list[Name]) -> bool:
        """A guarded title (委员, 代表, 组长) alone needs a body in front of it or a sure end of the name."""
        if any(position.body or not position.guarded for position in chain.positions):
            return True
        return len(names) > 1 or self.persons.closes(names[0].stop) >= STRONG

    def _holds_the_next_post(self, names: list[Name], after: int) -> bool:
        posts = self.chains.posts
        return len(names) == 1 and after < len(posts) and posts[after].start == names[0].stop

    def _names(self, chain: Chain, limit: int) -> tuple[list[Name], int, list[tuple[Position, ...]]]:
        """The names behind a chain, where the list ends (brackets and 同志 included), and what stood in the brackets."""
        label = LABEL.match(self.text, chain.stop)
        place = label.end() if label else self._over_blanks(chain.stop)
        foreign = self._is_foreign(chain)
        nearby = self.text[max(0, chain.begin - 60) : chain.stop]
        country = (
            "香港"
            if "香港" in nearby or "澳门" in nearby
            else next((p.body[:2] for p in chain.positions if p.body), "")
        )
        names: list[Name] = []
        more: list[tuple[Position, ...]] = []
        stop, listed = chain.stop, bool(label)
        if self.text.startswith("的", place) and chain.positions[-1].modifier in {"时任", "曾任", "原", "前", "新"}:
            place += 1  # 时任县委书记的|庾道平
        while place < limit:
            around = Around(foreign=foreign, listed=listed, wary=bool(names) and not listed, place=country)
            name = self.persons.name_at(place, around)
            if name is None or name.stop > limit or (names and self._opens_a_position(place, name)):
                break
            if names and self.chains.begins_post(name.stop):
                break  # 勒菲弗女士与|扈敬之校长
            names.append(name)
            stop, extra = self._after_name(name.stop)
            more.append(extra)
            joint = NEXT_NAME.match(self.text, stop)
            if not joint:
                break
            listed = joint[0] == "、" or joint[0].isspace()
            place = joint.end()
        self._foreign_until = stop if foreign and names else -1
        return names, stop, more

    def _is_foreign(self, chain: Chain) -> bool:
        """Whether the holders may have foreign names: by title, by body, or because the list so far was foreign."""
        if any(p.official_class in {"foreign", "international"} or is_foreign(p.body) for p in chain.positions):
            return True
        return 0 <= chain.begin - self._foreign_until <= 2

    def _over_blanks(self, place: int) -> int:
        while place < len(self.text) and self.text[place] == " ":
            place += 1
        return place

    def _after_name(self, stop: int) -> tuple[int, tuple[Position, ...]]:
        """Behind the brackets and honorifics of a name, and the positions in brackets: 张某（时任中心主任助理）."""
        while tail := AFTER_NAME.match(self.text, stop):
            stop = tail.end()
        bracket = IN_BRACKETS.match(self.text, stop)
        chain = self.chains.chain_from(bracket.start(1), bracket.end(1)) if bracket else None
        if bracket is None or chain is None or chain.stop != bracket.end(1):
            return stop, ()
        return bracket.end(), chain.positions

    def _opens_a_position(self, place: int, name: Name) -> bool:
        """Whether what reads as a further name is the beginning of a title: 、江苏|省委书记."""
        index = self.chains.next_post(place)
        post = self.chains.posts[index] if index < len(self.chains.posts) else None
        if post is None or post.start - place > 40 or self.chains.floor(place, post.start) != place:
            return False
        position = self.chains.position(place, post)
        return position.begin == place and position.start > name.start and bool(position.body or post.start == place)

    def _name_before(self, position: Position, floor: int) -> Name | None:
        """温知秋|副局长: only where nothing else stands between the name and the title."""
        if position.body or position.modifier or position.official_class == "none" or position.head in GROUP_WORDS:
            return None
        foreign = position.official_class in {"foreign", "international"} or position.head in FOREIGN_TOO
        name = self.persons.name_before(position.start, foreign=foreign, guarded=position.guarded)
        return name if name and name.start >= floor else None

    def _behind_its_name(self, position: Position, name: Name, floor: int) -> Block:
        body = self.chains.position_before_name(floor, name.start)
        begin = body.start if body else name.start
        if body:
            position = position.with_body(self.text[body.start : body.stop], body.start)
        return Block((position,), (name,), begin, self._after_name(position.stop)[0], "name title")


def is_foreign(body: str) -> bool:
    """Whether a body is of another country or international, by its first word."""
    if country_at(body) and not body.startswith("中国"):
        return True
    if body[:1] in letters() and FOREIGN_ORGANS.match(body, 1):
        return True
    return any(entry.system == "国际" for entry in registry().get(body, ()))


def linked(text: str, left: Block, right: Block) -> bool:
    """Whether two blocks stand in one enumeration: A，副部长B；or A常委提出…；B常委提出…."""
    if right.start < left.stop:
        return False
    joint = BETWEEN_BLOCKS.match(text, left.stop)
    if joint and joint.end() == right.start:
        return True
    return _opens_clause(text, left) and _opens_clause(text, right) and text.count("；", left.stop, right.start) == 1


def _opens_clause(text: str, block: Block) -> bool:
    return block.start == 0 or text[block.start - 1] in "；。\n "


def enumerations(text: str, blocks: list[Block]) -> list[list[Block]]:
    """The blocks grouped: those of one list together, in order."""
    groups: list[list[Block]] = []
    for block in blocks:
        if groups and linked(text, groups[-1][-1], block):
            groups[-1].append(block)
        else:
            groups.append([block])
    return groups
