"""Rosters: labels, tables and names with their posts in brackets (officials.md C20).

    组　长：花　朗　县委常委        a label, names, and what each holds besides
    副局长　　辛怀谷　　分管财务    a row of a table: title, name, remark
    殳望之（国家能源局副局长）      a name and its posts

A roster is read line by line, by its layout: blanks and colons do here what verbs do in prose.
"""

import re
from collections.abc import Iterator

from analysis.names.credible import Around
from analysis.names.persons import Name, PersonReader
from analysis.names.posts import Post, find_posts
from analysis.officials.blocks import Block
from analysis.officials.chain import ChainReader, Position

BLANK = "[ \t]"
# A title whose letters may be spread over a column: 组　长, 总　工　程　师.
SPREAD = f"[一-鿿](?:{BLANK}{{0,2}}[一-鿿]){{1,9}}"
LABEL = re.compile(f"^{BLANK}*({SPREAD}){BLANK}*[：:]{BLANK}*", re.MULTILINE)
NEXT = re.compile(f"、|{BLANK}+")
GAP = re.compile(f"{BLANK}+")
BRACKET = re.compile("[（(]([^（）()\n]{3,60})[）)]")
HEADING = re.compile(
    f"^{BLANK}*([一-鿿（）“”]{{4,40}}?)(?:成员)?(?:组成人员|人员)?(?:名单|分工)?{BLANK}*$", re.MULTILINE
)
GROUPS = re.compile("(?:领导小组|委员会|指挥部|工作组|专班|小组|理事会|组委会|协调组|督导组)$")
AROUND = Around(listed=True)


class RosterReader:
    """Reads rosters in one text."""

    def __init__(self, text: str, chains: ChainReader, persons: PersonReader) -> None:
        self.text, self._chains, self._persons = text, chains, persons

    def blocks(self, start: int, stop: int) -> Iterator[Block]:
        """The labelled or tabled names of one line, and names with their posts in brackets."""
        line = self._labelled(start, stop) or self._tabled(start, stop)
        if line:
            yield line
            return
        yield from self._bracketed(start, stop)

    def _labelled(self, start: int, stop: int) -> Block | None:
        label = LABEL.match(self.text, start, stop)
        post = self._title(*label.span(1)) if label else None
        return self._line(post, label.end(), stop, "roster label") if label and post else None

    def _tabled(self, start: int, stop: int) -> Block | None:
        """A row whose first cell is a title; its letters may be spread (局　长), so that each gap is tried."""
        for gap in GAP.finditer(self.text, start, min(stop, start + 24)):
            title = self._title(start, gap.start())
            if title and gap.end() < stop:
                return self._line(title, gap.end(), stop, "roster row")
        return None

    def _title(self, start: int, stop: int) -> Position | None:
        """The office that a label or a cell names, its blanks left out; None if it is none."""
        compact = re.sub(BLANK, "", self.text[start:stop])
        post = next((p for p in find_posts(compact) if p.start == 0 and p.stop == len(compact)), None)
        return self._position(post, compact, start, stop) if post else None

    def _position(self, post: Post, title: str, start: int, stop: int) -> Position:
        body = self._heading(start) if post.guarded or "指挥" in title else ""
        return Position(
            start, start, stop, title, post.head, post.official_class, body, -1, "", post.guarded and not body
        )

    def _heading(self, place: int) -> str:
        """The group that the roster is of: the nearest line above that is nothing but its name."""
        above = [match[1] for match in HEADING.finditer(self.text, 0, place) if GROUPS.search(match[1])]
        return above[-1] if above else ""

    def _line(self, title: Position, place: int, stop: int, rule: str) -> Block | None:
        names: list[Name] = []
        more: list[tuple[Position, ...]] = []
        end = place
        while (name := self._persons.name_at(place, AROUND)) and name.stop <= stop:
            names.append(name)
            end, held = self._besides(name.stop, stop)
            more.append(held)
            joint = NEXT.match(self.text, end, stop)
            if rule == "roster row" or not joint:
                break
            place = joint.end()
        return (
            Block((title,), tuple(names), title.begin, max(end, title.stop), rule, more=tuple(more)) if names else None
        )

    def _besides(self, place: int, stop: int) -> tuple[int, tuple[Position, ...]]:
        """What a name holds besides, behind a gap and up to the end of the line."""
        gap = GAP.match(self.text, place, stop)
        limit = len(self.text[:stop].rstrip())
        chain = self._chains.chain_from(gap.end(), limit) if gap else None
        return (chain.stop, chain.positions) if chain and chain.stop == limit else (place, ())

    def _bracketed(self, start: int, stop: int) -> Iterator[Block]:
        floor = start
        for bracket in BRACKET.finditer(self.text, start, stop):
            chain = self._chains.chain_from(bracket.start(1), bracket.end(1))
            name = self._persons.name_before(bracket.start(), guarded=True) if chain else None
            if (
                chain
                and name
                and name.start >= floor
                and chain.stop == bracket.end(1)
                and self._alone(name.start, start)
            ):
                yield Block(chain.positions, (name,), name.start, bracket.end(), "name brackets")
                floor = bracket.end()

    def _alone(self, place: int, start: int) -> bool:
        """Whether nothing but a separator stands before the name; a title there has its own claim on the bracket."""
        return place == start or self.text[place - 1] in "、，；：: \n。"
