"""Names that the setting has torn: padded to the width of three (李　强), or broken over a line end or by a blank.

A padded name is a surname, blanks and one character, where a name may begin (at the edge of a clause, behind 和 or a title)
and where it must end (no Chinese character follows, or behind a title or 任命 a word that may follow a name). It errs towards joining: 高 大 at the edge
of a clause becomes one word.

A broken name is joined only if it begins where a name may and the document has it unbroken elsewhere: three characters from
the surname on, or two on each side of the break in a name with a dot. That errs towards silence: a name that is torn at its
only place, or has two characters, stays torn. A recurring phrase that begins like a name (高水平) is joined as well, and
rightly.
"""

import re
from collections.abc import Collection, Iterator
from functools import cache

from analysis.lexicon import lexicon
from analysis.shadow.characters import HAN

# The literal blank, line end or dot in front lets the engine skip to the places that count.
_PAD = re.compile(f" (?<=([{HAN}]) ) {{0,2}}([{HAN}])(?=([{HAN}]?))")
_LONE = re.compile(f" {{1,3}}([{HAN}])(?![{HAN}])")
_BLANK = re.compile(f" (?<=[{HAN}] ) {{0,2}}(?=[{HAN}])")
_LINE_END = re.compile(f"\n(?<=[{HAN}]\n)(?=[{HAN}])")
_BEHIND_DOT = re.compile(f"·(?<=[{HAN}]·)(?:\n| )(?=[{HAN}A-Z])")
_IS_HAN = re.compile(f"[{HAN}]")
_JOINING = frozenset("和与及")
_ACTS = frozenset("任命 免去 聘任 选举 推选 补选 提名 撤销 罢免 接受 决定".split())  # verbs whose object is a person
_GOES_ON = frozenset("为任的等同")  # what may follow at once where a title or such a verb stands in front: 任命李　强为
_CELLS = frozenset("男女汉")  # what stands alone behind a name in a table
_FEW = 64  # candidates that are looked for one by one, before it pays to list all pieces of the text


@cache
def surnames() -> tuple[frozenset[str], frozenset[str]]:
    """The single surnames and the compound ones.

    >>> "甘" in surnames()[0], "欧阳" in surnames()[1]
    (True, True)
    """
    rows = lexicon("surnames").rows
    single, compound = ({row["name"] for row in rows if row["kind"] == kind} for kind in ("single", "compound"))
    return frozenset(single), frozenset(compound)


@cache
def _heralds() -> tuple[frozenset[str], range]:
    """The words for an office and for an appointment, and how long they are."""
    words = _ACTS | frozenset(lexicon("titles").column("name"))
    return words, range(min(map(len, words)), max(map(len, words)) + 1)


def gaps(text: str) -> list[tuple[int, int]]:
    r"""The ranges of blanks and line ends inside names, in text order.

    >>> gaps("组长：李 强 张小明"), gaps("张小\n明到会。张小明说，张小 组")
    ([(4, 5)], [(2, 3)])
    """
    return sorted({*_behind_dots(text), *_padding(text), *_breaks(text)})


def _behind_dots(text: str) -> Iterator[tuple[int, int]]:
    """艾尔肯·|吐尼亚孜: a dot behind a character is never the end of a name."""
    return ((match.start() + 1, match.end()) for match in _BEHIND_DOT.finditer(text))


def _padding(text: str) -> Iterator[tuple[int, int]]:
    for pad in _PAD.finditer(text):
        place, follower = pad.start() - 1, pad[3]
        if pad[1] not in surnames()[0] or (follower and not _may_follow(text, pad.end())):
            continue
        begins = _is_announced(text, place) if follower else _may_begin(text, place)
        if begins and not _is_spaced_out(text, pad.end()):
            yield pad.start(), pad.start(2)


def _may_follow(text: str, place: int) -> bool:
    """Whether what stands here may follow a name: 为, or a verb of two characters or more (市长何　沁|主持会议)."""
    return text[place] in _GOES_ON or any(text[place : place + n] in _verbs() for n in (2, 3, 4))


@cache
def _verbs() -> frozenset[str]:
    return frozenset(name for name in lexicon("verbs").column("name") if len(name) > 1)


def _may_begin(text: str, place: int) -> bool:
    before = text[place - 1 : place]
    return not _IS_HAN.match(before) or before in _JOINING or _is_announced(text, place)


def _is_announced(text: str, place: int) -> bool:
    """Whether a title or a verb of an appointment ends here."""
    words, lengths = _heralds()
    return any(text[place - n : place] in words for n in lengths if n <= place)


def _is_spaced_out(text: str, place: int) -> bool:
    """Whether one more lone character follows that begins no name: 于 是 他 们, where every letter stands apart."""
    lone = _LONE.match(text, place)
    return bool(lone and lone[1] not in surnames()[0] and lone[1] not in _CELLS)


def _breaks(text: str) -> Iterator[tuple[int, int]]:
    candidates = {
        match.span(): [*_torn(text, *match.span())] for rule in (_BLANK, _LINE_END) for match in rule.finditer(text)
    }
    names = {name for torn in candidates.values() for name in torn}
    pieces = text if len(names) < _FEW else _pieces(text)
    whole = {name for name in names if name in pieces}
    return (span for span, torn in candidates.items() if not whole.isdisjoint(torn))


def _torn(text: str, left: int, right: int) -> Iterator[str]:
    """What a name around the gap `[left, right)` would begin with, unbroken."""
    single, compound = surnames()
    for n in range(1, min(3, left) + 1):
        front = text[left - n : left]
        if (front[:2] in compound or (n < 3 and front[0] in single)) and _may_begin(text, left - n):
            yield front + text[right : right + max(1, 3 - n)]
    if "·" in text[max(0, left - 8) : left]:
        yield text[left - 2 : left] + text[right : right + 2]


def _pieces(text: str) -> Collection[str]:
    return {text[i : i + n] for n in (3, 4) for i in range(len(text) - n + 1)}
