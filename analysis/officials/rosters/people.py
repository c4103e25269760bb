"""Cells that hold persons: names with 、 between them, names without anything between them, names with their offices.

花木深、司空曙（副局长）                     names
于永波于是之马万祺                           a run
瞿若楠 behind 党组书记、局长                 an office and its names
盛若冲县发展和改革局局长昝文达县财政局局长   names and offices in turn
"""

import re

from analysis.names.bodies import known
from analysis.names.credible import Around
from analysis.names.edges import STRONG, surnames
from analysis.names.persons import Name, PersonReader
from analysis.officials.grammar.blocks import is_office
from analysis.officials.grammar.chain import ChainReader, Position
from analysis.officials.rosters.cells import BODY, NAMES, POST, RUN, TEXT, Behind, Cell, names_cell
from analysis.officials.rosters.runs import names_in_run
from analysis.spans import Span

BRACKET = re.compile("[（(]([^（）()\n]{1,60})[）)]")
HONORIFIC = re.compile("同志|先生|女士|等$")
NEXT = re.compile("、|，(?![^，]*[。])|和|及|与")
BESIDES = frozenset({"兼", "兼任"})
UNIT = re.compile("..[科室处队组站办局课股]$")  # 危化科 begins like a name
NOBODY = frozenset({"负责人", "负责同志", "主要负责人", "主要负责同志", "代表", "成员"})  # said of whoever holds them
LISTED, ALONE = Around(listed=True), Around()


class PersonCells:
    """Reads the cells of one text that hold persons.

    Parameters
    ----------
    text : str
    chains : ChainReader
    persons : PersonReader
    """

    def __init__(self, text: str, chains: ChainReader, persons: PersonReader) -> None:
        self.text, self._chains, self._persons = text, chains, persons
        self._known = {start: hit.stop for start, hit in persons.words.given_from.items()}

    def office(self, start: int, stop: int) -> tuple[Position, ...]:
        """The positions that fill a stretch, or ()."""
        chain = self._chains.chain_from(start, stop) if start < stop else None
        return chain.positions if chain and chain.stop == stop and chain.begin == start else ()

    def behind_office(self, start: int, stop: int) -> list[Cell]:
        """党组书记、局长|瞿若楠."""
        chain = self._chains.chain_from(start, stop)
        if chain is None or chain.begin != start:
            return []
        names = self.names(chain.stop, stop)
        return [Cell(POST, start, chain.stop, positions=chain.positions), names] if names else []

    def before_office(self, start: int, stop: int) -> list[Cell]:
        """张广陌、|劳动关系司副司长: names, and the office of the name in the next cell."""
        joint = max(self.text.rfind("、", start, stop), self.text.rfind("，", start, stop))
        names = self.names(start, joint) if joint > 0 else None
        positions = self.office(joint + 1, stop) if names else ()
        return [names, Cell(POST, joint + 1, stop, positions=positions)] if names and positions else []

    def names(self, start: int, stop: int, labelled: bool = False) -> Cell | None:
        """Names that fill a cell, with 、 between them and brackets behind them."""
        names: list[Name] = []
        behind: list[Behind] = []
        place, sure = start, True
        while place < stop:
            name = self._persons.name_at(place, LISTED) or (self._bare(place, stop) if labelled else None)
            if name is None or name.stop > stop or UNIT.search(name.person):
                return None
            sure = sure and self._persons.name_at(place, ALONE) == name
            names.append(name)
            behind.append(self._behind(name.stop, stop))
            place = behind[-1].stop
            joint = NEXT.match(self.text, place, stop)
            if place < stop and not joint:
                return None
            place = joint.end() if joint else place
        return names_cell(NAMES, Span(start, stop), names, behind, sure=sure or len(names) > 1)

    def _bare(self, start: int, stop: int) -> Name | None:
        """终一鸣, 那木拉: two to four characters under a label up to the next sign, of no surname we know and of no word."""
        end = next((i for i in range(start, stop) if not "一" <= self.text[i] <= "鿿"), stop)
        if (
            not 2 <= end - start <= 4
            or known().at(self.text, start)
            or self._chains.next_post(start) < self._chains.next_post(end)
        ):
            return None
        return (
            Name(start, end, self.text[start:end], "han")
            if not self._persons.words.share_of_words(start, end)
            else None
        )

    def _behind(self, place: int, stop: int) -> "Behind":
        """What stands in the brackets behind a name, honorifics left out."""
        held: tuple[Position, ...] = ()
        also = False
        while tail := BRACKET.match(self.text, place, stop) or HONORIFIC.match(self.text, place, stop):
            if tail.lastindex:
                inside = self.office(*tail.span(1))
                held = held or (inside if any(is_office(position) for position in inside) else ())
                also = also or tail[1] in BESIDES
            place = tail.end()
        return Behind(place, held, also)

    def run(self, start: int, stop: int) -> Cell | None:
        """Names without anything between them, but for brackets; words must not fill more than half of it."""
        names: list[Name] = []
        behind: list[Behind] = []
        place = start
        while place < stop:
            end = next((i for i in range(place, stop) if self.text[i] in "（(、，"), stop)
            cut = names_in_run(self.text, place, end, self._known)
            if not cut:
                return None
            names += [Name(a, b, self.text[a:b], "parted" if "·" in self.text[a:b] else "han") for a, b in cut]
            tail = self._behind(end, stop)
            behind += [Behind(b, (), False) for _, b in cut[:-1]] + [tail]
            place = tail.stop + (self.text[tail.stop : min(tail.stop + 1, stop)] in {"、", "，"})
        if len(names) < 2 or self._persons.words.share_of_words(start, stop) > 0.5:
            return None
        return names_cell(RUN, Span(start, stop), names, behind, sure=False)

    def in_turns(self, start: int, stop: int) -> list[Cell]:
        """盛若冲|县发展和改革局局长|昝文达|县财政局局长: names and their offices in turn, up to where the turns end."""
        cells: list[Cell] = []
        place = start
        while place < stop and (turn := self._turn(place, stop)):
            cells += turn
            place = turn[-1].stop
        return cells

    def with_vita(self, start: int, stop: int) -> list[Cell]:
        """叶涛，某研究所副所长，博导: a name under a label, and what it is, between commas."""
        comma = self.text.find("，", start, stop)
        name = self._persons.name_at(start, LISTED) if comma > 0 else None
        if name is None or name.stop != comma:
            return []
        parts = re.finditer("[^，]+", self.text[comma:stop])
        held = tuple(p for part in parts for p in self.office(comma + part.start(), comma + part.end()))
        return [names_cell(NAMES, Span(start, stop), [name], [Behind(stop, held, False)], sure=True)]

    def _turn(self, start: int, stop: int) -> list[Cell]:
        """A name and the office right behind it, whose body is written there and is known, or whose title fills the rest."""
        turns = [turn for size in lengths(self.text, start) if (turn := self._turn_at(start, start + size, stop))]
        # Where both lengths read, that is right behind which a known body begins: 杜鹰|发展改革委, not 杜鹰发|展改革委.
        return max(turns, key=lambda turn: known().at(self.text, turn[1].start) > 0, default=[])

    def _turn_at(self, start: int, end: int, stop: int) -> list[Cell]:
        if not all("一" <= c <= "鿿" for c in self.text[start:end]) or known().at(self.text, start):
            return []
        chain = self._chains.chain_from(end, stop) if end < stop else None
        if chain is None or chain.begin != end or chain.positions[-1].head in NOBODY:
            return []
        if self._persons.words.is_common(start, end, sure=True):
            return []
        held = Cell(POST, end, chain.stop, positions=chain.positions)
        name = Name(start, end, self.text[start:end], "han")
        return [Cell(NAMES, start, end, (name,), more=((),), also=(False,), sure=False), held]

    def before_verb(self, cells: list[Cell]) -> list[Cell]:
        """The last cell again, without the verb behind its name: 蒲松川 竹映雪|出席仪式."""
        if len(cells) < 2 or cells[-1].kind not in {TEXT, RUN, BODY} or cells[-2].kind not in {NAMES, POST}:
            return []
        name = self._persons.name_at(cells[-1].start, LISTED)
        if name is None or name.stop >= cells[-1].stop or UNIT.search(name.person):
            return []
        if self._persons.closes(name.stop) != STRONG and self.text[name.stop] != "，":
            return []
        cells.pop()
        return [names_cell(NAMES, Span(name.start, name.stop), [name], [Behind(name.stop, (), False)], sure=False)]


def lengths(text: str, start: int) -> tuple[int, ...]:
    """How long a name that begins here may be, by its surname, likeliest first.

    >>> lengths("欧阳知白", 0), lengths("田远山", 0), lengths("副局长", 0)
    ((4, 3), (3, 2), ())
    """
    if text[start : start + 2] in surnames()[1]:
        return 4, 3
    return (3, 2) if text[start] in surnames()[0] else ()
