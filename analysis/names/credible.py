"""Where a name may end, and which stretches of text can be one."""

import re
from typing import NamedTuple

from analysis.names.bodies import known
from analysis.names.edges import (
    ANONYMOUS,
    CLOSING,
    IN_FRONT,
    IS_HAN,
    JOINING,
    NOT_IN_A_NAME,
    SINGLE,
    STRONG,
    WEAK,
    followers,
    not_names,
    surnames,
)
from analysis.names.places import countries
from analysis.names.registry import registry
from analysis.names.words import Words

# Words that news of Hong Kong and Macao alone has, where married names have four characters. General knowledge of the field.
CANTONESE = re.compile("香港|澳门|特首|行政长官|常任秘书长|立法会|太平绅士|政务主任|特派廉政专员|港府")


class Around(NamedTuple):
    """What the grammar knows of the place where a name is expected.

    Attributes
    ----------
    foreign : bool
        The title or its body is foreign: transliterations without a dot are names.
    listed : bool
        A sure name stands before it in the same list: names that are words (高峰) or lack a surname are believed.
    before_body : bool
        An act has it: a name may end where a body begins (免去钱某某|第十三届全国政协…).
    wary : bool
        It follows 和 or 与, which join nouns as often: no everyday word is believed.
    place : str
        香港 or 日本, whose names have shapes of their own.
    """

    foreign: bool = False
    listed: bool = False
    before_body: bool = False
    wary: bool = False
    place: str = ""


class Edges:
    """The edges and the credibility of names in one text.

    Parameters
    ----------
    text : str
    words : Words
        The text's tokens, asked only where the lists do not decide.
    post_starts : set of int
        Places where an office begins: a name may end there (温知秋|副局长).
    """

    def __init__(self, text: str, words: Words, post_starts: frozenset[int] = frozenset()) -> None:
        self.text, self.words, self._post_starts = text, words, post_starts
        self._single, self._compound = surnames()
        self._around = Around()
        self._in_cantonese = CANTONESE.search(text) is not None

    def is_office(self, place: int) -> bool:
        """Whether an office begins here."""
        return place in self._post_starts

    def closes(self, stop: int) -> int:
        """How surely a name may end at `stop`: 0 (not), WEAK, STRONG or CLOSING."""
        text = self.text
        if stop >= len(text):
            return CLOSING
        follower = text[stop]
        if follower == "·":
            return 0
        if not IS_HAN.match(follower):
            return CLOSING if not follower.isalnum() else STRONG
        if stop in self._post_starts or followers().at(text, stop):
            return STRONG
        if follower in SINGLE:
            joined = follower in JOINING and text[stop + 1 : stop + 2] in set("、，。；：！？")
            return 0 if joined else WEAK
        if self._around.before_body and (follower == "第" or known().at(text, stop)):
            return WEAK
        return WEAK if self.words.goes_on(stop) else 0

    def _credible(self, start: int, stop: int, listed: bool, *, framed: bool | None = None) -> bool:
        name = self.text[start:stop]
        if not all(IS_HAN.match(c) for c in name) or ANONYMOUS.search(name) or name in not_names():
            return False
        if NOT_IN_A_NAME.search(name) or name in followers() or start in self._post_starts:
            return False
        if followers().at(self.text, start) or (name[1:] in followers() and not self.words.is_person(start, stop)):
            return False
        if name[-1] in "局厅署司院校" and stop - start > 2 and not listed:  # 长|安分局
            return False
        if stop in self._post_starts and name[-1] == self.text[stop]:  # 望湖区|区长
            return False
        if any(place in self._post_starts for place in range(start + 1, stop)):
            return False
        opener = known().at(self.text, start)
        if opener > stop or name in countries() or (len(name) > 2 and name in registry()):
            return False
        if self.closes(stop) == CLOSING and (listed or self._next_is_a_name(stop)):
            return True
        if self.text[start] in IN_FRONT and self.words.is_function(start) and not listed:
            return False
        framed = (self._around.before_body or self._is_framed(stop)) if framed is None else framed
        return not self.words.is_common(start, stop, (listed or framed) and not self._around.wary)

    def _next_is_a_name(self, stop: int) -> bool:
        """舒畅|、游千里、: a word beside 、 is a name if a surname and two more edges follow."""
        begin = stop + 1
        if self.text[stop : stop + 1] != "、" or self.text[begin : begin + 1] not in self._single:
            return False
        return self.words.starts(begin) and any(
            self.closes(begin + n) >= STRONG for n in (2, 3) if begin + n <= len(self.text)
        )

    def _is_framed(self, stop: int) -> bool:
        """Whether both edges speak for a name, so that nouns (高峰, 白云) and places (安康) may pass for one."""
        joined = self.text[stop : stop + 1] in JOINING and self.closes(stop) > 0
        return joined or self.closes(stop) >= STRONG
