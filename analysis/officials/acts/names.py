"""The names in a personnel act: those that it is done to, behind its verb or in front of it."""

import re
from collections.abc import Iterator

from analysis.names.credible import Around
from analysis.names.edges import surnames
from analysis.names.persons import Name, PersonReader
from analysis.officials.acts.frames import BORN, CLAUSE, FILLED, FILLER, HONORIFIC, LEAD, VITA, verbs
from analysis.officials.grammar.chain import ChainReader
from analysis.officials.grammar.holders import NEXT_NAME

PADDED = re.compile("([一-鿿]{1,2}) {1,4}([一-鿿])(?=[为任的不兼拟当、，（(同]| )")
ITEM = re.compile("([一-鿿]{2,4})(?:[（(][^（）()\n]{1,8}[）)])?、(?=[一-鿿])")
NO_SUBJECT = re.compile("(?:接替|取代|首都|被)$")
LONGEST = 400  # characters of a clause or of a vita before its last post; longer ones are not read
FAR = 80  # how far in front of its verb a subject may begin within a clause, in characters


def has_surname(name: str) -> bool:
    """Whether a stretch begins with a surname, and is more than that."""
    single, compound = surnames()
    return name[:1] in single or (len(name) > 2 and name[:2] in compound)


class ActNames:
    """Reads the names of acts in one text."""

    def __init__(self, text: str, chains: ChainReader, persons: PersonReader) -> None:
        self.text, self._chains, self._persons = text, chains, persons

    def at(self, place: int, stop: int, *, foreign: bool = False) -> tuple[list[Name], int]:
        """The names that begin at `place`, or behind the titles that begin there, and where they end: 任命|副省长某某|为…."""
        names, end = self.listed(place, stop, foreign=foreign)
        if names:
            return names, end
        chain = self._chains.chain_from(place, self.clause_end(place, stop))
        if chain:
            return self.listed(chain.stop, stop, foreign=foreign)
        return self.listed(place, stop, foreign=foreign, framed=True)

    def listed(self, place: int, stop: int, *, foreign: bool = False, framed: bool = False) -> tuple[list[Name], int]:
        """The names that begin at `place`, and the end of the list with its honorifics.

        With `framed` a verb stands before the list, so that its first name, too, may be one by its place alone.
        """
        names: list[Name] = []
        around = Around(foreign=foreign, before_body=True)
        while (
            name := self._padded(place)
            or self._persons.name_at(place, around)
            or (self._item(place) if names or framed else None)
        ):
            around = around._replace(listed=True)
            if name.stop > stop or name.person.endswith("族"):  # 乙某，蒙古族，
                break
            names.append(name)
            end = self.over_honorifics(name.stop)
            joint = NEXT_NAME.match(self.text, end)
            if not joint:
                return names, end
            place = joint.end()
        return names, self.over_honorifics(names[-1].stop) if names else place

    def _padded(self, place: int) -> Name | None:
        """王  强: two letters drawn apart, as wide as three."""
        padded = PADDED.match(self.text, place)
        name = padded[1] + padded[2] if padded else ""
        return Name(place, padded.end(2), name, "han") if padded and has_surname(name + "某") else None

    def _item(self, place: int) -> Name | None:
        """A name that has nothing of one but its place in a list: 甲某某、|志广、|乙某某. The first one has a surname besides."""
        item = ITEM.match(self.text, place)
        believed = item is not None and (self.text[place - 1] == "、" or has_surname(item[1]))
        return Name(place, item.end(1), item[1], "han") if item and believed else None

    def before(self, verb: int, floor: int, *, foreign: bool = False) -> tuple[list[Name], int]:
        """The names that are the subject of a verb in the clause that it stands in, and where they begin.

        They begin the clause, or stand behind a word that opens one (由, 决定, a date) or behind their own titles.
        """
        begin = self.clause_begin(verb, floor)
        for start in self._openings(begin, verb):
            names, end = self.listed(start, verb, foreign=foreign)
            if names and end <= verb and FILLER.fullmatch(self.text, end, verb):
                return names, start
        comma = begin - 1
        if comma <= floor or self.text[comma] != "，" or not FILLER.fullmatch(self.text, begin, verb):
            return [], verb
        for start in self._openings(self.clause_begin(comma, floor), comma):  # 甲因年龄原因，|申请辞去…
            names, end = self.listed(start, comma, foreign=foreign)
            if names and end < verb and FILLER.fullmatch(self.text, end, comma):
                return names, start
        return [], verb

    def _openings(self, begin: int, verb: int) -> Iterator[int]:
        """Where a subject may begin, leftmost first."""
        begin = max(begin, verb - FAR)
        while begin < verb and self.text[begin] in " 、，；":
            begin += 1
        places = {begin, *(lead.end() for lead in LEAD.finditer(self.text, begin, verb))}
        index = self._chains.next_post(begin)
        while index < len(self._chains.posts) and (post := self._chains.posts[index]).stop < verb:
            places.add(post.stop + self.text.startswith("的", post.stop))
            index += 1
        return (place for place in sorted(places) if not self._begins_verb(place))

    def _begins_verb(self, place: int) -> bool:
        """Whether a verb stands here and no name: 解聘|原任总经理某某. A single letter may be a surname: 任某某."""
        verb = verbs().match(self.text, place)
        return verb is not None and len(verb[0]) > 1

    def held_before(self, verb: int) -> list[Name]:
        """The name that ends at a verb, whatever is in front of it: 庭长某某|担任审判长."""
        filled = FILLED.search(self.text, max(0, verb - 24), verb)
        name = self._persons.name_before(filled.start() if filled else verb, guarded=True)
        return [name] if name and not NO_SUBJECT.search(self.text, max(0, name.start - 2), name.start) else []

    def subject(self, place: int) -> list[Name]:
        """The subject of a vita: 李某某，男，1970年生，…，|现任…. Only where the vita gives sex, year or post at once."""
        for marks in ("：；。\n", "。\n"):
            begin = max(self.text.rfind(mark, max(0, place - LONGEST), place) for mark in marks) + 1
            begin += len(self.text[begin:place]) - len(self.text[begin:place].lstrip())
            born = BORN.match(self.text, begin)
            name = self._persons.name_at(born.end() if born else begin)
            end = self.over_honorifics(name.stop) if name else place
            if name and (VITA.match(self.text, end) or (born and self.text.startswith("，", end))):
                return [name]
        return []

    def clause_end(self, place: int, stop: int) -> int:
        """Where the clause ends that `place` is in, LONGEST at most; not at a comma in brackets: 甲（女，满族）."""
        stop = min(stop, place + LONGEST)
        marks = CLAUSE.finditer(self.text, place, stop)
        return next((mark.start() for mark in marks if not self._in_brackets(mark.start(), place)), stop)

    def _in_brackets(self, place: int, floor: int) -> bool:
        """Whether a bracket that opens at `floor` or later, and at most 16 characters away, is still open."""
        floor = max(floor, place - 16)
        opening = max(self.text.rfind(sign, floor, place) for sign in "（(")
        return opening >= 0 and max(self.text.rfind(sign, opening, place) for sign in "）)\n") < 0

    def clause_begin(self, place: int, floor: int) -> int:
        """Where the clause begins that `place` is in, at `floor` or later."""
        floor = max(floor, place - FAR - 2)
        while (comma := max(self.text.rfind(mark, floor, place) for mark in "，。；：！？\n")) >= 0:
            if not self._in_brackets(comma, floor):
                return comma + 1
            place = comma
        return floor

    def over_honorifics(self, place: int) -> int:
        """Behind 同志, 先生, （女）."""
        while tail := HONORIFIC.match(self.text, place):
            place = tail.end()
        return place
