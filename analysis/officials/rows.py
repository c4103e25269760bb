"""From blocks to rows: who is where in which list, in which body, in which way."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from typing import NamedTuple

from analysis.document import Document
from analysis.names.kinds.mask import Mask
from analysis.names.persons import Name
from analysis.names.registry import registry
from analysis.officials.bodies.abroad import is_foreign
from analysis.officials.bodies.body import Body
from analysis.officials.bodies.canonical_body import canonical
from analysis.officials.bodies.full_names import full_name
from analysis.officials.evidence import evidence
from analysis.officials.grammar.blocks import Block, enumerations
from analysis.officials.grammar.chain import Position
from analysis.officials.inheritance.fitting import INSIDE_A_BODY
from analysis.officials.inheritance.parts import hosts_of
from analysis.officials.inheritance.resolution import CONFIDENCE, Resolution
from analysis.officials.inheritance.resolver import Resolver
from analysis.officials.rank import ranked

# Bodies whose officers run a business or an association.
BUSINESS = re.compile("公司|集团$|银行$|证券|保险|企业|工厂$|厂$|商会$|协会$|学会$|俱乐部$|基金$|研究所$")
BUSINESS_HEADS = re.compile("^(?:董事|总裁|总经理|经理|首席执行官|首席\\w+官|合伙人|创始人)")


# Blocks back in a sentence whose bodies another title may inherit; an unbroken line of 1 MB has 100,000.
BESIDE = 100


class Row(NamedTuple):
    """A row of `tables.OFFICIALS`, in its columns."""

    doc_id: str
    start: int
    stop: int
    person: str
    title: str
    body: str
    body_full: str
    modifier: str
    act: str
    order: int | None
    shared: bool
    official_class: str
    rule: str
    sentence: str
    list_id: int | None = None
    inherited_from: str = ""
    confidence: float | None = None
    body_id: str = ""
    rank: str = ""
    evidence: str = ""


class RowWriter:
    """Writes the rows of one document, sentence after sentence, in text order."""

    def __init__(self, document: Document, mask: Mask, resolver: Resolver) -> None:
        self._document, self._mask, self._resolver = document, mask, resolver
        self._day = document.day
        self._lists = 0  # enumerations so far

    def rows(self, blocks: list[Block], sentence: str) -> Iterator[Row]:
        """Rows of `tables.OFFICIALS` for the blocks of one sentence."""
        beside: tuple[tuple[str, ...], ...] = ()
        for group in _apart(enumerations(self._document.text, blocks)):
            listed = list(dict.fromkeys(name.start for block in group for name in block.names))
            places = {start: place for place, start in enumerate(listed, 1)} if len(listed) > 1 else {}
            self._lists += len(listed) > 1
            for block in group:
                bodies = self._resolved(block.positions, _hosting(block, beside), block.names[0])
                orders = [places.get(name.start) for name in block.names]
                if _is_office(block) and not self._mask.refers(block.names[0]):
                    yield from self._of_block(block, bodies, orders, sentence)
                shown = tuple(filter(None, map(_shown, block.positions, bodies)))
                beside = (shown, *beside[: BESIDE - 1]) if shown else beside

    def _resolved(
        self, positions: Sequence[Position], beside: Sequence[Sequence[str]], holder: Name
    ) -> list[Resolution]:
        """The bodies of a chain. What is inherited is the last body that is not a part of the one before it."""
        bodies: list[Resolution] = []
        anchors: list[str] = []
        for position in positions:
            bodies.append(self._resolver.resolve(position, anchors, beside, holder))
            shown = _shown(position, bodies[-1])
            if shown and not (anchors and hosts_of(position.body)):
                anchors.append(shown)
        return _of_one_body(positions, bodies)

    def _of_block(
        self, block: Block, bodies: Sequence[Resolution], orders: Sequence[int | None], sentence: str
    ) -> Iterator[Row]:
        more = block.more or ((),) * len(block.names)
        beside = _hosting(block, [tuple(filter(None, map(_shown, block.positions, bodies)))])
        for place, (name, order, extra) in enumerate(zip(block.holders, orders, more, strict=False)):
            inside = self._resolved(extra, beside, name)
            for position, body, modifier in chain(_held(block.positions, bodies), _held(extra, inside)):
                official_class = _class(position, body.body_full)
                served = canonical(body.body_full, self._day) if body.body_full else Body()
                headed = bool(position.body) and position.body_start < 0  # a roster has it from its heading
                yield Row(
                    self._document.doc_id,
                    name.start,
                    name.stop,
                    name.person,
                    position.title,
                    "" if headed else position.body,
                    body.body_full,
                    modifier,
                    block.act,
                    order,
                    block.shared,
                    official_class,
                    block.rule,
                    sentence,
                    list_id=self._lists if order else None,
                    evidence=evidence(block, place, position),
                    inherited_from="heading" if headed else body.inherited_from,
                    confidence=CONFIDENCE["heading"] if headed else body.confidence,
                    body_id=served.body_id,
                    rank=ranked(position.title, served, official_class).rank,
                )


def _of_one_body(positions: Sequence[Position], bodies: Sequence[Resolution]) -> list[Resolution]:
    """党委书记、院长: what tells the body of a title without one tells it for the Party post in front of it, too."""
    told = list(bodies)
    for place in range(len(told) - 2, -1, -1):
        here, behind = positions[place], told[place + 1]
        bare = not (here.body or told[place].body_full or positions[place + 1].body)
        if (
            bare
            and INSIDE_A_BODY.search(here.head)
            and behind.inherited_from in {"host", "heading", "source", "publisher"}
        ):
            told[place] = behind
    return told


def _hosting(block: Block, beside: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The bodies beside a block, that of its roster first."""
    return [(full_name(block.host),), *beside] if block.host else list(beside)


def _is_office(block: Block) -> bool:
    """Whether a title of the block is an office; who is elected or named 委员 is one, of whatever body."""
    return block.is_office or (bool(block.act) and any(position.head == "委员" for position in block.positions))


def _apart(groups: list[list[Block]]) -> Iterator[list[Block]]:
    """The enumerations, with each act for itself: 甲任…，乙任… is no list of persons."""
    for group in groups:
        for is_act, run in groupby(group, lambda block: block.rule in {"act", "copula"}):
            blocks = list(run)
            yield from ([block] for block in blocks) if is_act else [blocks]


def _shown(position: Position, body: Resolution) -> str:
    """The body that others may inherit; with a ? if the document names it and does not tell which one it is."""
    if position.official_class == "none":
        return ""
    return body.body_full or (f"?{position.body}" if position.body else "")


def _held(positions: Sequence[Position], bodies: Sequence[Resolution]) -> Iterator[tuple[Position, Resolution, str]]:
    """Each position with its body and its modifier. 原 and 前 hold for the titles behind them until one brings its own body."""
    last = ""
    for position, body in zip(positions, bodies, strict=True):
        last = position.modifier or (last if not position.body and last in {"原", "前", "曾任"} else "")
        yield position, body, last.replace("现", "")


def _class(position: Position, body: str) -> str:
    if any(entry.system == "国际" and entry.kind == "国际组织" for entry in registry().get(body, ())):
        return "international"
    if is_foreign(body or position.body):
        return "international" if position.official_class == "international" else "foreign"
    if BUSINESS.search(body) or BUSINESS_HEADS.match(position.head):
        return "executive"
    if position.official_class in {"executive", "foreign"} and body:
        return "official"
    return position.official_class if position.official_class not in {"", "none"} else "official"
