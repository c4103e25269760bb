"""From the entries of a roster to blocks: whose body, which sentence."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import groupby

from analysis.names.persons import PersonReader
from analysis.officials.grammar.blocks import MEMBERS, ROSTER, ROSTER_ROW, Block
from analysis.officials.grammar.chain import ChainReader, Position
from analysis.officials.inheritance.fitting import AREA_HEADS
from analysis.officials.rosters.cells import BLANK, POST, Line
from analysis.officials.rosters.headings import IS_GROUP, Headings, government_in, house_in
from analysis.officials.rosters.layouts import Entry, entries
from analysis.officials.rosters.lines import LineReader

# Lines that may be of a roster though no office is written in them without blanks: 组 长：…, 局 长  吉安.
LABEL = re.compile(
    f"^{BLANK}*(?:[一-鿿](?:{BLANK}{{0,2}}[一-鿿]){{1,9}}{BLANK}*[：:]|[一-鿿]{{1,2}}{BLANK}+[一-鿿])", re.MULTILINE
)
OF_GROUPS = re.compile("组长$|组员$|成员$|指挥长?$|召集人$")  # titles of groups only
# Titles that groups and houses have alike.
OF_ANY = re.compile("主任|委员|主席|秘书长|会长|理事|监事|顾问|书记$")
# Pupils and students hold no offices: 班委会, 学生会.
STUDENTS = re.compile("班委|班级|班干部|学生会|学生社团|少先队")
NO_OFFICE = frozenset({"联络员", "联系人", "班长", "小组长", "主编", "副主编"})


class RosterReader:
    """Reads the rosters of one text.

    Parameters
    ----------
    text : str
    chains : ChainReader
    persons : PersonReader
        The entries of a user's lexicon are known to both.
    title : str
        Of the document.
    """

    def __init__(self, text: str, chains: ChainReader, persons: PersonReader, title: str = "") -> None:
        self.text, self._chains = text, chains
        self._reader = LineReader(text, chains, persons)
        self._title = title

    def blocks(self, start: int, stop: int) -> Iterator[Block]:
        """The blocks of rosters whose label or post stands in a sentence."""
        first = bisect_left(self._places, start)
        while first < len(self._places) and self._places[first] < stop:
            yield self._read[first][1]
            first += 1

    def taken(self, start: int, stop: int) -> list[tuple[int, int]]:
        """The ranges of a sentence that rosters have read, those of its entries under an earlier label among them."""
        first = bisect_left(self._ranges, (start,))
        last = bisect_left(self._ranges, (stop,))
        return self._ranges[first:last]

    @cached_property
    def _lines(self) -> list[Line]:
        return self._reader.lines()

    @cached_property
    def _headings(self) -> Headings:
        used = {start for start, _ in self._ranges}
        lines = [line for line in self._lines if used.isdisjoint(cell.start for cell in line.cells)]
        posts = {line.stop: body for line in lines if (body := _body_of_post(line))}
        return Headings(self.text, self._title, [(line.start, line.stop) for line in lines], posts)

    @cached_property
    def _entries(self) -> list[Entry]:
        """The entries; a name that may be a word counts without a label only beside names that can't be one."""
        found = list(entries(self._lines))
        sure = any(entry.cell.sure and entry.label is None for entry in found)
        return [entry for entry in found if entry.cell.sure or entry.label or sure]

    @cached_property
    def _ranges(self) -> list[tuple[int, int]]:
        cells = ((entry.cell, entry.label, entry.post) for entry in self._entries)
        return sorted({(cell.start, cell.stop) for of_entry in cells for cell in of_entry if cell})

    @cached_property
    def _places(self) -> list[int]:
        return [place for place, _ in self._read]

    @cached_property
    def _read(self) -> list[tuple[int, Block]]:
        offices = (entry for entry in self._entries if self._is_office(entry))
        groups = groupby(offices, key=lambda entry: (id(entry.label or entry.post or entry.name), entry.also))
        blocks = [self._block(list(group)) for _, group in groups]
        return sorted(((block.positions[0].start, block) for block in blocks), key=lambda pair: pair[0])

    def _is_office(self, entry: Entry) -> bool:
        """Not so for the label of a contact, and in a list of pupils."""
        label = entry.label.positions[-1] if entry.label else None
        if label and (label.title in NO_OFFICE or (label.title in MEMBERS and not label.body and not self._is_led)):
            return False
        return not STUDENTS.search(self._headings.above(entry.name.start, None))

    @cached_property
    def _is_led(self) -> bool:
        """Whether a label of the text names who leads, so that 成员 and 委员 are members of a group."""
        labels = (entry.label.positions[-1] for entry in self._entries if entry.label)
        return any(p.official_class != "none" and p.title not in MEMBERS for p in labels)

    def _block(self, group: Sequence[Entry]) -> Block:
        """The entries under one label, or beside one post."""
        label, names = group[0].label, tuple(entry.name for entry in group)
        head = label or group[0].post
        positions = self._housed(head.positions if head else group[0].held)
        if group[0].also:
            positions = tuple(position.with_modifier("兼") for position in positions)
        more = tuple(self._besides(entry, positions[0].body) for entry in group) if head else ((),)
        begin, stop = min(positions[0].begin, names[0].start), max(positions[-1].stop, names[-1].stop)
        place = positions[0].start
        body = positions[0].body if positions[0].body_start < 0 else ""
        host = house_in(body) or self._headings.above(place, False)
        host = host or government_in(body or self._headings.above(place, None))
        return Block(positions, names, begin, stop, ROSTER if label else ROSTER_ROW, more=more, host=host)

    def _besides(self, entry: Entry, group: str) -> tuple[Position, ...]:
        """What a name holds beside its label, or in brackets; of the house whose group the label's is."""
        beside = entry.post.positions if entry.label and entry.post else ()
        # What one only is (教授, 研究员) is no office, and behind a name no title either.
        held = tuple(position for position in (*beside, *entry.held) if position.official_class != "none")
        if not held or held[0].body or held[0].head in AREA_HEADS or not IS_GROUP.search(group):
            return held
        return (held[0].with_body(house_in(group), -1), *held[1:])

    def _housed(self, positions: Sequence[Position]) -> tuple[Position, ...]:
        """Positions of which the first, if no body is written beside it, is of the body that the heading names."""
        first, *rest = positions
        if first.body or first.official_class == "none":
            return tuple(positions)
        is_group = True if OF_GROUPS.search(first.title) else None if OF_ANY.search(first.head) else False
        body = self._headings.above(first.start, is_group)
        if first.head in AREA_HEADS and not body.endswith("政府"):
            return tuple(positions)
        return (first.with_body(body, -1) if body else first, *rest)


def _body_of_post(line: Line) -> str:
    """The body of a post that fills a line and that no name beside it holds."""
    kinds = [cell.kind for cell in line.cells]
    return line.cells[0].positions[0].body if kinds == [POST] else ""
