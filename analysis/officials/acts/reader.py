"""Personnel acts: 任命A为…, 免去B的…职务, C任…, D当选…, E不再担任….

Each act is a frame of fixed words (`frames`) around names (`names`) and a chain; the chain is read by the same grammar as
any other.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property

from analysis.names.bodies import known
from analysis.names.persons import Name, PersonReader
from analysis.officials.acts.frames import (
    APPOINTED_LINES,
    AS,
    BEFORE_NO_VERB,
    BETWEEN,
    CANDIDATE,
    CLAUSE,
    CONTINUES,
    ENDS,
    FIRST,
    NO_VERB,
    OF,
    REMOVED_LINES,
    UNDERGONE,
    Frame,
    frame_of,
    verbs,
)
from analysis.officials.acts.names import ActNames, has_surname
from analysis.officials.acts.posts import HELD, ActChains, is_abroad
from analysis.officials.grammar.blocks import Block
from analysis.officials.grammar.chain import Chain, ChainReader

LINK = re.compile("(?:等[0-9一二三四五六七八九十两]*[人位名]?(?:同志)?)?(为|担任|出任|兼任|任|兼|代理)")
LINKED_MODIFIER = {"兼任": "兼", "兼": "兼", "代理": "代"}
GIVEN = frozenset("担任 出任 兼任 任 接任 继任 代理".split())  # at the end of a clause: 组长由某某|担任
APPOINTING = frozenset({"任命", "当选", "提名"})  # behind such an act, 乙某某为… is another one
REMOVING = frozenset({"免去", "撤销", "终止"})
SHORT = frozenset({"任", "为", "是", "代理"})  # before them a name needs a clause or a title in front of it
THE_ONES = re.compile("的(?:同志)?(?:还有|有|分别是|是|为)?[：:]?")
HIS = re.compile("其(?!他|它|余|中(?:[^一-鿿]|的|一))")


class ActReader:
    """Reads personnel acts in one text; sentences are to be asked for in text order."""

    def __init__(self, text: str, chains: ChainReader, persons: PersonReader) -> None:
        self.text, self._chains = text, chains
        self._names, self._posts = ActNames(text, chains, persons), ActChains(text, chains)
        self._last: Block | None = None  # the act before, of which 其 and an act without a subject speak
        self._appointing = ""  # the act that 为 goes on with: of the sentence, or of the heading 任命：

    def blocks(self, start: int, stop: int) -> Iterator[Block]:
        """The acts of a sentence, left to right."""
        if any(a <= start < b for a, b in self._under_headings):
            self._appointing = "任命"
        elif self.text[max(0, start - 2) : start] not in {"；\n", ";\n", "，\n"}:
            self._appointing = ""
        place = start
        if REMOVED_LINES.search(self.text, max(0, start - 400), start):
            for block in self._removed(start, stop, "免去"):
                yield block
                place = block.stop
        for match in verbs().finditer(self.text, start, stop):
            for block in self._read(match, stop, place) if match.start() >= place else ():
                yield block
                place = max(block.stop, place + 1)

    def _read(self, match: re.Match[str], stop: int, floor: int) -> Iterator[Block]:
        """The act of one verb, and those that go on with it: 免去甲的…职务、|乙的…职务."""
        frame = frame_of()[match[0]]
        read: dict[str, Callable[[Frame, re.Match[str], int, int], Block | None]] = {
            AS: self._as,
            OF: self._of,
            FIRST: self._first,
            UNDERGONE: self._first,
        }
        if frame.order == AS and self.text[match.end() : match.end() + 1] in {"，", "：", ":"}:
            self._appointing = frame.act  # 经选举，甲某某为主席，…
        if not self._may_hold(match, stop):
            return
        block = read[frame.order](frame, match, stop, floor)
        if block is None:
            return
        self._last = block
        self._appointing = block.act if block.act in APPOINTING else self._appointing
        yield block
        if frame.order == OF and block.act in REMOVING:
            yield from self._removed(block.stop, stop, block.act)

    def _may_hold(self, match: re.Match[str], stop: int) -> bool:
        """Whether a post is near enough for an act; most 为 and 是 end here."""
        if NO_VERB.match(self.text, match.start()) and not known().at(self.text, match.end()):
            return False
        begin = self._over_signs(match.end(), stop)
        index = self._chains.next_post(begin)
        behind = index < len(self._chains.posts) and self._chains.posts[index].stop <= self._end(begin, stop)
        return behind or match[0] in GIVEN or match[0] == "是"

    def _over_signs(self, place: int, stop: int) -> int:
        while place < stop and self.text[place] in "：:了 \n":
            place += 1
        return place

    def _end(self, place: int, stop: int) -> int:
        return self._names.clause_end(place, stop)

    def _as(self, frame: Frame, match: re.Match[str], stop: int, floor: int) -> Block | None:
        """任命|甲、乙|为|…; 其 is the one of the act before."""
        names, place = self._those(match, stop)
        link = LINK.match(self.text, place) if names else None
        if link is None:
            names, place = self._those(match, stop, foreign=True)  # 任命洪玛奈为新首相
            link = LINK.match(self.text, place) if names else None
        if link is None or link[1] not in frame.links.split():
            return None
        chain = self._chain(link.end(), stop)
        if chain is None or (match[0] == "以" and not self.text.startswith("的", chain.stop)):
            return None
        besides = re.search("[（(]兼", self.text[names[-1].stop : link.start()])
        modifier = LINKED_MODIFIER.get(link[1], "兼" if besides else "")
        return self._made(chain, names, names[0].start, frame.act, modifier=modifier)

    def _those(self, match: re.Match[str], stop: int, *, foreign: bool = False) -> tuple[list[Name], int]:
        """The names that a verb is done to, and where they end."""
        if his := HIS.match(self.text, match.end()):
            return self._his(match.start()), his.end()
        return self._names.at(self._over_signs(match.end(), stop), stop, foreign=foreign)

    def _his(self, verb: int) -> list[Name]:
        """The names of the act before, unless a full stop or a long way parts it from this one."""
        last = self._last
        if last is None or not 0 <= verb - last.stop <= 60:
            return []
        between = self.text[last.stop : verb]
        _, line_end, indent = between.rpartition("\n")
        return [] if "。" in between or (line_end and indent) else list(last.names)

    def _of(self, frame: Frame, match: re.Match[str], stop: int, floor: int) -> Block | None:
        """免去|甲|的…职务."""
        names, place = self._those(match, stop)
        if not names:
            names, place = self._framed(match.end(), stop)
        begin = match.start() if HIS.match(self.text, match.end()) else names[0].start if names else 0
        return self._given_up(names, begin, place, stop, frame.act) if names else None

    def _framed(self, place: int, stop: int) -> tuple[list[Name], int]:
        """A name that only its frame tells from the body behind it: 免去|童大力|云河市政协委员职务."""
        for end in (place + 3, place + 2):
            chain = self._chain(end, stop) if has_surname(self.text[place:end]) else None
            if chain and chain.begin == end and chain.positions[0].body and ENDS.match(self.text, chain.stop):
                return [Name(place, end, self.text[place:end], "han")], end
        return [], place

    def _given_up(self, names: list[Name], begin: int, place: int, stop: int, act: str) -> Block | None:
        between = BETWEEN.match(self.text, place)
        said, place = (between[0], between.end()) if between else ("", place)
        chain = self._chain(place, stop)
        if chain is None or not (ENDS.match(self.text, chain.stop) or CLAUSE.match(self.text, chain.stop)):
            return None
        return self._made(chain, names, begin, "辞去" if "辞去" in said else act, modifier="兼" if "兼" in said else "")

    def _removed(self, start: int, stop: int, act: str) -> Iterator[Block]:
        """桓伯庸的市民政局局长职务；…: further names with 的 and a post that is given up, read without the verb."""
        place = start
        while place < stop:
            while place < stop and self.text[place] in "，；、和及 ":
                place += 1
            names, end = self._names.listed(place, stop)
            block = self._given_up(names, place, end, stop, act) if names and self.text.startswith("的", end) else None
            if block is None or not ENDS.match(self.text, block.stop - 2):
                return
            yield block
            self._last, place = block, block.stop

    def _first(self, frame: Frame, match: re.Match[str], stop: int, floor: int) -> Block | None:
        """甲、乙|任|…; with the post in front in 组长由甲某某|担任."""
        if self.text.startswith("的", match.end()):
            return None  # 新当选的总统某某
        chain = self._chain(match.end(), stop)
        if chain is None:
            by = self._is_whom if match[0] == "是" else self._by
            return by(match, stop, floor)
        if match[0] in {"为", "是"}:
            return self._equated(chain, match, floor)
        if frame.order == UNDERGONE and not ENDS.match(self.text, chain.stop):
            return None
        is_word = match[0] == "任" and self.text[match.start() - 1 : match.start()] in BEFORE_NO_VERB
        if (is_word or match[0] in {"现任", "曾任"}) and not HELD.match(self.text, chain.stop):
            return None  # 欧佩克现任主席某某, 伊朗新|任|国防部长某某
        names, begin = self._subject(frame, match, floor, is_abroad(chain))
        if not names and not is_word and (named := THE_ONES.match(self.text, chain.stop)):  # 当选为副主席的有甲、乙
            return self._of_the_ones(chain, named, frame, match.start(), stop)
        if not names:
            return None
        return self._made(chain, names, begin, frame.act, modifier=frame.modifier)

    def _of_the_ones(self, chain: Chain, named: re.Match[str], frame: Frame, begin: int, stop: int) -> Block | None:
        """The act of 当选为|副主席|的有|甲某某、乙某某, and of 任局长|的|甲某某."""
        names, _ = self._names.at(named.end(), stop, foreign=named[0] != "的" and is_abroad(chain))
        if not names:
            return None
        return self._made(chain, names, begin, frame.act, modifier=frame.modifier, behind=names[-1].stop)

    def _subject(self, frame: Frame, match: re.Match[str], floor: int, foreign: bool) -> tuple[list[Name], int]:
        names, begin = self._names.before(match.start(), floor)
        if not names and foreign:
            names, begin = self._names.before(match.start(), floor, foreign=True)
        if not names and match[0] not in SHORT:
            names, begin = self._names.held_before(match.start()), match.start()
        if not names and self._last and CONTINUES.fullmatch(self.text, self._last.stop, match.start()):
            names, begin = list(self._last.names), match.start()
        if not names and frame.goes_on:
            names, begin = self._names.subject(match.start()), match.start()
        return names, begin

    def _is_whom(self, match: re.Match[str], stop: int, floor: int) -> Block | None:
        """The act of 乙市市委书记|是|甲某某."""
        opening = self._names.clause_begin(match.start(), floor)
        chain = self._chains.chain_from(opening, match.start())
        if chain is None or not re.fullmatch("(?:一职)?(?:分别)?", self.text[chain.stop : match.start()]):
            return None
        names, end = self._names.listed(match.end(), stop, foreign=is_abroad(chain))
        closed = names and (end == stop or CLAUSE.match(self.text, end))
        return self._made(chain, names, opening, "", behind=end) if closed else None

    def _equated(self, chain: Chain, match: re.Match[str], floor: int) -> Block | None:
        """甲|是|乙市市长。 and, where an appointment goes on, 甲|为|…."""
        goes_on = match[0] == "为" and bool(self._appointing)
        if match[0] == "是" and CLAUSE.match(self.text, chain.stop) is None:
            return None
        if match[0] == "为" and not goes_on and not ENDS.match(self.text, chain.stop):
            return None
        names, begin = self._names.before(match.start(), floor)
        return self._made(chain, names, begin, self._appointing if goes_on else "") if names else None

    def _by(self, match: re.Match[str], stop: int, floor: int) -> Block | None:
        """The act of 组长|由|甲某某|担任."""
        if match[0] not in GIVEN or match.end() != self._end(match.end(), stop):
            return None
        names, begin = self._names.before(match.start(), floor)
        by = self.text.rfind("由", max(floor, begin - 30), begin)
        if not names or by < 0:
            return None
        floor = max(floor, by - 80)
        opening = max(floor, max(self.text.rfind(mark, floor, by) for mark in "，。；：\n") + 1)
        chain = self._chains.chain_from(opening, by)
        if chain is None or not re.fullmatch("(?:一职|职务)?(?:则|仍|改)?", self.text[chain.stop : by]):
            return None
        frame = frame_of()[match[0]]
        return self._made(chain, names, opening, frame.act, modifier=frame.modifier)

    def _chain(self, place: int, stop: int) -> Chain | None:
        """The posts from here on, in this clause and in those behind it that are nothing but posts."""
        chain = self._posts.read(place, self._end(place, stop))
        if chain is None or ENDS.match(self.text, chain.stop):
            return chain
        return self._posts.across_commas(chain, self._ends_of_clauses(chain.stop + 1, stop))

    def _ends_of_clauses(self, place: int, stop: int) -> Iterator[int]:
        while place < stop:
            end = self._end(place, stop)
            yield end
            place = end + 1

    @cached_property
    def _under_headings(self) -> list[tuple[int, int]]:
        """The lines under each 任命：, as long as they say 为."""
        return [match.span(1) for match in APPOINTED_LINES.finditer(self.text)]

    def _made(
        self, chain: Chain, names: list[Name], begin: int, act: str, *, modifier: str = "", behind: int = 0
    ) -> Block:
        end = ENDS.match(self.text, chain.stop)
        candidate = CANDIDATE.match(self.text, chain.stop)
        if candidate and modifier != "拟任":
            act, modifier = ("", "拟任") if candidate[0].startswith("拟任") else ("提名", modifier)
        stop = behind or next((found.end() for found in (end, candidate) if found), chain.stop)
        positions = tuple(p if p.modifier or not modifier else p.with_modifier(modifier) for p in chain.positions)
        return Block(positions, tuple(names), begin, stop, "act" if act else "copula", act)
