"""Personnel acts: 任命A为…, 免去B的…职务, C任…, D当选…, E不再担任….

Each act is a frame of fixed words around names and a chain; the chain is read by the same grammar as any other.
"""

import re
from collections.abc import Iterator
from functools import cached_property

from analysis.names.credible import Around
from analysis.names.persons import Name, PersonReader
from analysis.officials.blocks import NEXT_NAME, Block
from analysis.officials.chain import Chain, ChainReader

# verb, names, 为, chain
APPOINT = re.compile("(任命|聘任|委任|委派|推荐|提名|选举|推选|增选|增补|补选|推举|决定)[：:]?\\s*(?=[^，。；、\\s])")
APPOINTS = {
    "决定": "任命",
    "聘任": "任命",
    "委任": "任命",
    "委派": "任命",
    "推荐": "提名",
    "选举": "当选",
    "推选": "当选",
    "增选": "当选",
    "补选": "当选",
    "推举": "当选",
    "增补": "任命",
}
# verb, names, 的, chain, 职务
REMOVE = re.compile("(免去|撤销|罢免|终止|解聘|接受)(其)?")
# names, verb, chain
BECOME = re.compile(
    "(不再担任|不再兼任|当选连任|连任|当选为|当选|出任|就任|接任|继任|转任|改任|升任|担任|兼任|现任|曾任|历任|先后任|拟任|代理|任|为|是)"
)
BECOMES = {
    "不再担任": "不再担任", "不再兼任": "不再担任", "当选连任": "当选", "连任": "当选", "当选为": "当选", "当选": "当选", "出任": "任", "就任": "任", "接任": "继任",
    "继任": "继任", "转任": "转任", "改任": "转任", "升任": "任", "担任": "任", "兼任": "任", "任": "任", "拟任": "",
}  # fmt: skip
BECOMES_MODIFIER = {
    "兼任": "兼",
    "曾任": "曾任",
    "历任": "曾任",
    "先后任": "曾任",
    "拟任": "拟任",
    "代理": "代",
    "不再兼任": "兼",
}
HOLDING = frozenset({"担任", "出任", "兼任", "当选", "当选为"})  # behind a name inside its clause: 庭长某某|担任审判长
ONGOING = frozenset({"现任", "曾任", "历任", "先后任", "担任", "任"})
NOT_BECOMING = re.compile("任(?:务|期|命|职|何|免|教|意|重|由|性|凭|课|选|前|内|满|中|上)")
REMOVAL_LINE = re.compile("免去[：:] *\n(?:[^\n]*职务[；;。]?\n)* *$")
FRAMES = (APPOINT, REMOVE, BECOME)
HEADING = re.compile("任命[：:] *\n((?:[^\n]*为[^\n]*(?:\n|$))+)")  # the lines under a 任命：
VITA = re.compile("[，,（( ]\\s*(?:(?:男|女)[，,） )]|现任|汉族|[0-9]{4}年)")
HONORIFIC = re.compile("同志|先生|女士|[（(](?:女|[\u4e00-\u9fff]{1,6}族|女，[\u4e00-\u9fff]{1,6}族)[）)]")
OF = re.compile("(?:辞去|兼任|所任|担任|的)*")
ENDS = re.compile("(?:等?职务|资格|等职|一职|的请求)")
CLAUSE = re.compile("[，。；：！？\n]")


class ActReader:
    """Reads personnel acts in one text."""

    def __init__(self, text: str, chains: ChainReader, persons: PersonReader) -> None:
        self.text, self._chains, self._persons = text, chains, persons
        self._appointing = False  # whether the lines stand under a 任命：

    def blocks(self, start: int, stop: int) -> Iterator[Block]:
        """The acts of a sentence, left to right."""
        place, last = start, None
        self._appointing = any(a <= start < b for a, b in self._under_headings)
        if REMOVAL_LINE.search(self.text, max(0, start - 400), start):
            block = self._removed(start, stop)
            if block:
                yield block
                return
        read = (self._appoint, self._remove, self._become)
        frames = (
            (m.start(), kind, m) for kind, rule in enumerate(FRAMES) for m in rule.finditer(self.text, start, stop)
        )
        for begin, kind, match in sorted(frames, key=lambda frame: frame[:2]):
            block = read[kind](match, stop, place, last) if begin >= place else None
            if block:
                yield block
                place, last = max(block.stop, place + 1), block

    def _removed(self, start: int, stop: int) -> Block | None:
        """A line under 免去： such as 桓伯庸的市民政局局长职务；, read without the verb."""
        names, place = self._names(start, stop)
        of = OF.match(self.text, place) if names else None
        chain = self._chains.chain_from(of.end(), self._clause_end(of.end(), stop)) if of else None
        return self._made(chain, names, start, "免去") if chain and ENDS.match(self.text, chain.stop) else None

    @cached_property
    def _under_headings(self) -> list[tuple[int, int]]:
        """The lines under each 任命：, as long as they say 为."""
        return [match.span(1) for match in HEADING.finditer(self.text)]

    def _clause_end(self, place: int, stop: int) -> int:
        mark = CLAUSE.search(self.text, place, stop)
        return mark.start() if mark else stop

    def _names(self, place: int, stop: int) -> tuple[list[Name], int]:
        names: list[Name] = []
        while name := self._persons.name_at(place, Around(listed=bool(names), before_body=True)):
            if name.stop > stop:
                break
            names.append(name)
            end = self._over_honorifics(name.stop)
            joint = NEXT_NAME.match(self.text, end)
            if not joint:
                return names, end
            place = joint.end()
        return names, self._over_honorifics(names[-1].stop) if names else place

    def _over_honorifics(self, place: int) -> int:
        while tail := HONORIFIC.match(self.text, place):
            place = tail.end()
        return place

    def _appoint(self, match: re.Match[str], stop: int, floor: int, last: Block | None) -> Block | None:
        if last and self.text.startswith("其为", match.end()):
            names, place = list(last.names), match.end() + 1
        else:
            names, place = self._names(match.end(), stop)
        if not names or not self.text.startswith("为", place):
            return None
        chain = self._chains.chain_from(place + 1, self._clause_end(place, stop))
        return self._made(chain, names, match.start(), APPOINTS.get(match[1], match[1])) if chain else None

    def _remove(self, match: re.Match[str], stop: int, floor: int, last: Block | None) -> Block | None:
        names, place = (list(last.names), match.end()) if match[2] and last else self._names(match.end(), stop)
        if not names:
            return None
        of = OF.match(self.text, place)
        said, place = (of[0], of.end()) if of else ("", place)
        chain = self._chains.chain_from(place, self._clause_end(place, stop))
        resigns = "辞去" in said
        if chain is None or (match[1] == "接受" and not resigns) or not ENDS.match(self.text, chain.stop):
            return None
        modifier = "兼" if "兼任" in said else ""
        act = "辞去" if resigns else {"罢免": "免去", "解聘": "免去"}.get(match[1], match[1])
        return self._made(chain, names, match.start(), act, modifier)

    def _become(self, match: re.Match[str], stop: int, floor: int, last: Block | None) -> Block | None:
        if NOT_BECOMING.match(self.text, match.end() - 1):
            return None
        names, begin = self._names_ending(match.start(), floor)
        if not names and match[1] in HOLDING and (name := self._persons.name_before(match.start(), guarded=True)):
            names, begin = [name], match.start()
        if not names and match[1] in ONGOING | {"拟任"}:
            names, begin = self._subject(match.start()), match.start()
        chain = self._chains.chain_from(match.end(), self._clause_end(match.end(), stop)) if names else None
        if chain and match[1] in ONGOING:
            chain = self._across_commas(chain, stop)
        goes_on = match[1] == "为" and (self._appointing or (last is not None and last.act in {"任命", "当选"}))
        if chain and match[1] == "是" and CLAUSE.match(self.text, chain.stop) is None:
            return None
        if chain is None or (match[1] == "为" and not goes_on and not ENDS.match(self.text, chain.stop)):
            return None
        act = (last.act if last and last.act == "当选" else "任命") if goes_on else BECOMES.get(match[1], "")
        return self._made(chain, names, begin, act, BECOMES_MODIFIER.get(match[1], ""))

    def _subject(self, place: int) -> list[Name]:
        """The subject of a vita: 李某某，男，1970年生，…，|现任…. Only where the vita gives the sex."""
        begin = max(self.text.rfind(mark, 0, place) for mark in "。\n") + 1
        begin += len(self.text[begin:place]) - len(self.text[begin:place].lstrip())
        name = self._persons.name_at(begin)
        return [name] if name and VITA.match(self.text, self._over_honorifics(name.stop)) else []

    def _across_commas(self, chain: Chain, stop: int) -> Chain:
        """A现任甲省委常委，乙市市长: a comma joins further posts of the same subject, unless a name follows them."""
        while self.text.startswith("，", chain.stop):
            more = self._chains.chain_from(chain.stop + 1, self._clause_end(chain.stop + 1, stop))
            if more is None or CLAUSE.match(self.text, more.stop) is None:
                break
            chain = Chain((*chain.positions, *more.positions), more.stop)
        return chain

    def _names_ending(self, stop: int, floor: int) -> tuple[list[Name], int]:
        """The names that end right before the verb and begin their clause: 张国泰同志|不再兼任…."""
        begin = max(floor, max(self.text.rfind(mark, floor, stop) for mark in "，。；：！？\n") + 1)
        begin += 2 if self.text.startswith("决定", begin) else 0
        by = self.text.rfind("由", begin, stop) + 1
        for start in (begin, by) if by > begin else (begin,):
            names, end = self._names(start, stop)
            if names and end == stop:
                return names, start
        return [], stop

    def _made(self, chain: Chain, names: list[Name], begin: int, act: str, modifier: str = "") -> Block:
        end = ENDS.match(self.text, chain.stop)
        positions = tuple(p if p.modifier or not modifier else p.with_modifier(modifier) for p in chain.positions)
        return Block(positions, tuple(names), begin, end.end() if end else chain.stop, "act" if act else "copula", act)
