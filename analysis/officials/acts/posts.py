"""The posts in a personnel act: a chain whose beginning and end its frame tells, so that more can be read than in open text."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from analysis.names.bodies import SUFFIXES
from analysis.officials.acts.frames import CLAUSE, ENDS, TENURE, TERM, verbs
from analysis.officials.bodies.abroad import is_foreign
from analysis.officials.grammar.chain import Chain, ChainReader

JOINT = re.compile("、兼任?|兼任?|、|暨|以及|及|和")
CUT_OFF = frozenset(
    "与和及省市县区州盟旗镇乡"
)  # the last of what stands before a body that was begun too late: 省|粮食和物资储备局
HELD = re.compile("[，。；：！？、\n（(]|等|兼|的|职务|$")  # behind what somebody holds
# A body by its letters alone: no sign, and no word that parts it from what is before it.
WHOLE_BODY = re.compile("(?:(?![的了着过由为是其被把该任])[一-鿿]){4,32}")
NO_OFFICE = re.compile("(?:形象|亲善|爱心|公益|推广|宣传|友好|和平)大使$")  # of a town, of a brand
LONGEST_BODY = 40  # characters between a verb and the title behind it; the longest real one met had 31


class ActChains:
    """Reads the posts of acts in one text."""

    def __init__(self, text: str, chains: ChainReader) -> None:
        self.text, self._chains = text, chains

    def read(self, place: int, limit: int) -> Chain | None:
        """The posts from `place` on, over tenures in brackets and joints that open text has not: 局长（试用期一年）、党组书记."""
        term = TERM.match(self.text, place)
        chain = self._from(term.end() if term else place, limit)
        if chain and NO_OFFICE.search(self.text, place, chain.stop):
            return None
        if chain and self._chains.begins_post(chain.stop):  # 总统|特别代表 is one office
            chain = self._with_last(chain, self._chains.chain_from(chain.stop, limit))
        while chain:
            tenure = TENURE.match(self.text, chain.stop)
            end = tenure.end() if tenure else chain.stop
            joint = JOINT.match(self.text, end)
            more = self._from(joint.end(), limit) if joint else None
            if joint is None or more is None or more.begin != joint.end():
                return Chain(chain.positions, end)
            if "兼" in joint[0] and not more.positions[0].modifier:
                more = replace(more, positions=(more.positions[0].with_modifier("兼"), *more.positions[1:]))
            chain = Chain((*chain.positions, *more.positions), more.stop)
        return None

    def across_commas(self, chain: Chain, ends: Iterator[int]) -> Chain:
        """A现任甲省委常委，乙市市长: a comma joins further posts of the same subject, unless a name or a verb is there.

        `ends` are the ends of the clauses behind the chain, in text order.
        """
        for end in ends:
            begin = chain.stop + 1
            more = self.read(begin, end) if self.text.startswith("，", chain.stop) else None
            if more is None or more.begin != begin or not self._is_all(more, begin, end):
                return chain
            chain = Chain((*chain.positions, *more.positions), more.stop)
        return chain

    def _is_all(self, more: Chain, begin: int, end: int) -> bool:
        """Whether a clause is nothing but posts."""
        words = verbs().search(self.text, begin, more.positions[0].start)
        closed = more.stop == end or ENDS.match(self.text, more.stop) or CLAUSE.match(self.text, more.stop)
        return words is None and bool(closed)

    def _from(self, place: int, limit: int) -> Chain | None:
        """The chain from here. Its frame tells where its first body begins, so that no word in the body ends it: 农业与农村工作委员会."""
        chain = self._chains.chain_from(place, limit)
        whole = chain is not None and (chain.begin == place or self.text[chain.begin - 1] not in CUT_OFF)
        if chain and whole and (chain.stop == limit or HELD.match(self.text, chain.stop)):
            return chain
        return self._from_verb(place, limit) or chain

    def _from_verb(self, place: int, limit: int) -> Chain | None:
        """The chain whose first body is all that stands between `place` and a title."""
        for post in islice(self._chains.posts, self._chains.next_post(place), None):
            if post.stop > limit or post.start - place > LONGEST_BODY:
                return None
            if WHOLE_BODY.fullmatch(self.text, place, post.start) and SUFFIXES.search(self.text, place, post.start):
                break
        else:
            return None
        read = (self._chains.chain_from(start, limit) for start in range(place + 1, post.start + 1))
        chain = next((found for found in read if found and found.positions[0].start == post.start), None)
        if chain is None:
            return None
        first = replace(chain.positions[0], begin=place).with_body(self.text[place : post.start], place)
        return Chain((first, *chain.positions[1:]), chain.stop)

    def _with_last(self, chain: Chain, last: Chain | None) -> Chain:
        """The chain with its last title replaced by the one that goes on behind it."""
        if last is None:
            return chain
        old, new = chain.positions[-1], last.positions[0]
        new = replace(new, begin=old.begin, modifier=old.modifier).with_body(old.body, old.body_start)
        return Chain((*chain.positions[:-1], new, *last.positions[1:]), last.stop)


def is_abroad(chain: Chain) -> bool:
    """Whether the posts are of another country, so that their holders may have foreign names."""
    return any(p.official_class in {"foreign", "international"} or is_foreign(p.body) for p in chain.positions)
