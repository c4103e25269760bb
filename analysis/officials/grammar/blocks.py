"""Who holds which titles: the best path through the elements of a sentence, as blocks, and enumerations of such blocks.

Block := Chain Names | Name Title          副部长田远山、邱明礼 | 温知秋副局长
Names := Name { 、 Name } [等]
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from analysis.names.persons import Name, PersonReader
from analysis.names.tagger import Tagged
from analysis.officials.grammar.chain import ChainReader, Position, positions_of
from analysis.officials.grammar.holders import Holders
from analysis.officials.grammar.lattice import Element, Path, best_blocks
from analysis.officials.grammar.rules import EDGED, FRONT, HOME, NAME, TAIL
from analysis.officials.grammar.window import Window
from analysis.spans import Span

# What may stand between two blocks of one enumeration.
BETWEEN_BLOCKS = re.compile(
    "(?:（[^（）\n]{1,20}）)?(?:代表[^，。；、\n]{2,18})?(?:[，、](?:有关|相关|各|部分)[一-鿿]{2,10}(?:负责人|负责同志|代表)[，、]|[、，]以及|[，；、]|和|及|以及|与|暨)(?:[一-鿿]{2,4}(?:集体|个人|模范)|所属|下属|辖区)?(?=\\S)| +"
)
# Heads that are an office only in a body of their own kind: 全国人大代表, but not 无党派人士代表.
NEEDS_BODY = {
    "代表": re.compile("人大$|代表大会$|大会$|驻|党$|组织$|联合国"),
    "委员": re.compile("."),
    "成员": re.compile("."),
    "队长": re.compile(
        "公安|警|消防|救援|执法|城管|监察|考察|勘|地质|科考|武装|民兵|支队|大队|中队|\\d队$"
    ),  # no sports
}


ROSTER, ROSTER_ROW = "roster label", "roster row"
ROSTERS = frozenset({ROSTER, ROSTER_ROW})
MEMBERS = frozenset({"成员", "委员", "常务委员"})  # of the group whose roster it is, be it named or not

# Titles that one person holds at a time: the names behind the first are bare. 部长, 局长 and 书记 are left out, since lists of
# former ones share them.
SOLE = frozenset("总书记 国家主席 委员长 总理 首相 总统 国王 女王 天皇 教皇".split())


@dataclass(frozen=True, slots=True)
class Block:
    """A chain of titles and the persons who hold it, in text order.

    `shared` tells that the titles are written once for several names; `rule` names the production that read it;
    `act` is the personnel act (任命 …) or ''. `more` has, for each name, the positions in brackets behind it; `host` is
    the body that a roster is of, and `path` how the block was read.
    """

    positions: tuple[Position, ...]
    names: tuple[Name, ...]
    start: int
    stop: int
    rule: str
    act: str = ""
    more: tuple[tuple[Position, ...], ...] = ()
    host: str = ""
    path: Path = field(default=(), compare=False, repr=False)

    @property
    def holders(self) -> tuple[Name, ...]:
        """Who holds the titles: all names, or the first alone where one of them has a single holder: 国家主席甲和乙、丙."""
        sole = any(position.title in SOLE and not position.modifier for position in self.positions)
        return self.names[:1] if sole and not self.act else self.names

    @property
    def shared(self) -> bool:
        """Whether one chain serves several names."""
        return len(self.holders) > 1

    @property
    def is_office(self) -> bool:
        """Whether any title of the chain is an office."""
        positions = (*self.positions, *(p for more in self.more for p in more))
        return any(map(is_office, positions)) or (self.rule == ROSTER and self.positions[0].title in MEMBERS)


def is_office(position: Position) -> bool:
    """Whether a title is an office, in the body it has."""
    needed = NEEDS_BODY.get(position.title)
    return position.official_class != "none" and (needed is None or bool(needed.search(position.body)))


class BlockReader:
    """Reads blocks in one text.

    Parameters
    ----------
    text : str
    chains : ChainReader
    persons : PersonReader
    tagged : sequence of Tagged, optional
        What the sequence model sees.
    """

    def __init__(
        self, text: str, chains: ChainReader, persons: PersonReader, tagged: Sequence[Tagged] | None = None
    ) -> None:
        self.text, self.chains, self.persons = text, chains, persons
        self._holders = Holders(text, chains, persons, tagged)

    def blocks(self, start: int, stop: int, taken: Sequence[tuple[int, int]]) -> Iterator[Block]:
        """The blocks of a sentence, left to right; `taken` are ranges that an act has read already."""
        for window in free(start, stop, taken):
            yield from (block_of(path, self.text) for path in best_blocks(self.elements(window, stop)))

    def elements(self, window: Span, reach: int) -> list[Element]:
        """The lattice of a stretch of text: all elements of the positions in it, and of their holders up to `reach`.

        A holder may stand in what an act has read: 庭长|习静言担任审判长.
        """
        return list(Window(window, reach, self.text, self.chains, self._holders).elements())


def free(start: int, stop: int, taken: Sequence[tuple[int, int]]) -> Iterator[Span]:
    """What a sentence has between the ranges that are taken.

    >>> list(free(0, 9, [(2, 4), (4, 5)]))
    [Span(start=0, stop=2), Span(start=5, stop=9)]
    """
    for begin, end in sorted(taken):
        if begin > start:
            yield Span(start, begin)
        start = max(start, end)
    if start < stop:
        yield Span(start, stop)


def block_of(path: Path, text: str) -> Block:
    """The block that a path says."""
    names = [step.element for step in path if step.element.kind in {NAME, EDGED, FRONT}]
    tails = {step.element.start: step.element.value for step in path if step.element.kind == TAIL}
    stop = path[-1].element.stop
    if names[0].kind == FRONT:
        first, *more = positions_of(tuple(step for step in path if step.element.kind not in {FRONT, HOME}), text)
        home = next((step.element for step in path if step.element.kind == HOME), None)
        if home:
            first = first.with_body(text[home.start : home.stop], home.start)
        return Block((first, *more), (names[0].value,), path[0].element.start, stop, "name title", path=path)
    return Block(
        tuple(positions_of(path, text)),
        tuple(name.value for name in names),
        path[0].element.start,
        stop,
        "titles names",
        more=tuple(tails.get(name.stop, ()) for name in names),
        path=path,
    )


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
