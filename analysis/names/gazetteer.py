"""The gazetteer: divisions, former divisions, countries, other places and bodies, spotted in one pass over a text.

One list for all classes is better than three: the longest word decides, so 中国科学院 is a body and not 中国, and a text is
read once. Words that only look like a place (大同小异, 商务部门) are in the list too, and end nowhere.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from analysis.document import Token
from analysis.lexicon import lexicon
from analysis.names.places import Division
from analysis.names.registry import registry
from analysis.names.spotter import Spotter
from analysis.segment import is_word

# How much context a word wants before it is believed: none; some; or more than a preposition, since it is an everyday word.
FREE, GUARDED, EVERYDAY = 0, 1, 2


class Entry(NamedTuple):
    """What a word of the gazetteer means.

    `kind` is `division`, `country`, `place`, `body` or `trap`; `entity` the full name; `guard` one of FREE, GUARDED, EVERYDAY;
    `divisions` all divisions that bear the word, largest first; `home` the country or province of a place.
    """

    kind: str
    entity: str
    guard: int = FREE
    divisions: tuple[Division, ...] = ()
    home: str = ""


class Hit(NamedTuple):
    """A word of the gazetteer where it stands."""

    start: int
    stop: int
    entry: Entry

    @property
    def is_place(self) -> bool:
        """Whether the word may be a place."""
        return self.entry.kind in {"division", "country", "place"}


def _listed(cell: str) -> list[str]:
    return [word for word in cell.split("|") if word]


def _division_words() -> Iterator[tuple[str, int, Division]]:
    for row in lexicon("divisions").rows:
        division = Division(row["name"], row["code"], row["level"], row["parent"])
        guarded, everyday = _listed(row["guarded"]), _listed(row["everyday"])
        sure = {row["name"], *_listed(row["short"])} - {*guarded, *everyday}
        yield from ((word, FREE, division) for word in sorted(sure))
        yield from ((word, GUARDED, division) for word in guarded)
        yield from ((word, EVERYDAY, division) for word in everyday)


def _former_words() -> Iterator[tuple[str, int, Division]]:
    for row in lexicon("former_divisions").rows:
        division = Division(row["name"], "", row["level"], row["parent"])
        yield row["name"], GUARDED if len(row["name"]) < 3 else FREE, division
        yield from ((word, FREE, division) for word in _listed(row["short"]))


def _with_divisions(found: dict[str, Entry]) -> None:
    """Where divisions share a word, the surest use of it counts, and among equals the largest and first by code."""
    ranks = {"province": 0, "prefecture": 1, "county": 2}
    bearers: dict[str, list[tuple[int, int, str, Division]]] = {}
    for words in (_division_words(), _former_words()):
        new: dict[str, list[tuple[int, int, str, Division]]] = {}
        for word, guard, division in words:
            new.setdefault(word, []).append((guard, ranks[division.level], division.code, division))
        bearers = {**new, **bearers}  # what has a name today goes before what had it once
    for word, uses in bearers.items():
        ranked = sorted(uses, key=lambda use: (use[:3], use[3].name))
        found[word] = Entry("division", ranked[0][3].name, ranked[0][0], tuple(use[3] for use in ranked))


def _with_countries(found: dict[str, Entry]) -> None:
    for row in lexicon("countries").rows:
        guards = dict.fromkeys(_listed(row["guarded"]), GUARDED) | dict.fromkeys(_listed(row["everyday"]), EVERYDAY)
        for word in sorted({row["name"], row["full"], *_listed(row["aliases"])}):
            found[word] = Entry("country", row["name"], guards.get(word, FREE))
        capital = row["capital"]
        if capital and capital not in found:
            found[capital] = Entry("place", capital, guards.get(capital, FREE), home=row["name"])


def _with_places(found: dict[str, Entry]) -> None:
    for row in lexicon("places").rows:
        guard = GUARDED if row["guard"] else FREE
        if row["name"] not in found or found[row["name"]].guard > guard:
            found[row["name"]] = Entry("place", row["name"], guard, home=row["within"])


@cache
def entries() -> dict[str, Entry]:
    """Entry by word. Countries go before divisions, and divisions before other places, where two classes share a word."""
    found: dict[str, Entry] = {}
    _with_divisions(found)
    _with_countries(found)
    _with_places(found)
    for name, bodies in registry().items():
        if len(name) > 1:
            found.setdefault(name, Entry("body", bodies[0].name))
    found |= {row["name"]: Entry("trap", "") for row in lexicon("not_places").rows}
    return found


@cache
def _spotter() -> Spotter:
    return Spotter(entries())


# What makes another word of any place it follows: 蒙古|族, 挪威|克朗. And what of those that end in a certain character.
AFTER_ANY = re.compile("族|语(?!言)|克朗|卢比|法郎|比索|里亚尔|第纳尔|先令|盾(?!构)")
AFTER_ENDING = {
    "部": re.compile("[门分署队落]"),  # 商务部|门
    "国": re.compile("家(?![庭长乡具居电禽畜])|际|防部|内(?!地|政|蒙|陆|阁)|土(?!耳)"),  # 发展中国|家, 日本国|内: 日本
    "市": re.compile("[民场区级值井容价面况](?!委|政府)"),  # 张家口市|民: 张家口
    "县": re.compile("长(?!江|城)|城|域|级"),  # 万载县|城: 万载
    "州": re.compile("长(?![春沙江城])|立"),
    "本": re.compile("报(?![纸告道])"),  # 昨日|本报
    "地": re.compile("区"),  # 沿海|地区
    "学": re.compile("生(?![命物态活])"),  # 香港大学|生: 香港
}


def _runs_on(text: str, stop: int, entry: Entry) -> bool:
    """Whether the word is the beginning of a longer one that no list has; then a shorter word is tried in its place."""
    if entry.kind == "trap":
        return False
    longer = AFTER_ENDING.get(text[stop - 1])
    return bool(AFTER_ANY.match(text, stop) or (longer and longer.match(text, stop)))


# Tags of dictionary words that begin with a place and are none: bodies, idioms, persons, verbs. 中国人 and 日本队 begin with one.
LONGER = frozenset("nt nz i l nr nrt v vn a ad d t b".split())


class _Cuts:
    """Where the tokenizer sees words that lie across the ends of a stretch."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens, self._starts = tokens, [token.start for token in tokens]

    def _over(self, place: int) -> Token | None:
        """The word of two characters or more that goes on over `place`; names made up by the tokenizer do not count."""
        token = self._tokens[bisect_right(self._starts, place) - 1] if self._starts else None
        over = token is not None and token.start < place < token.stop and is_word(token.word)
        return token if over else None

    def crosses(self, start: int, stop: int, is_body: bool, ends: bool = False) -> bool:
        """Whether a word begins before the stretch and ends in it, or begins in it and ends behind: 大|会上|海关, 从中|国际.

        A word may begin with a body (外交部发言人) and with some places (中国人). With `ends` the stretch surely ends at `stop`.
        """
        first, last = self._over(start), None if ends else self._over(stop)
        if first is not None and first.stop <= stop:
            return first.tag != "ns"  # 首都北京 is one word of the dictionary
        if last is None or last.start < start:
            return False
        return last.start > start or (not is_body and last.tag in LONGER)


def find_hits(text: str, tokens: Sequence[Token] | None = None, offices: Collection[int] = ()) -> list[Hit]:
    """Words of the gazetteer in text order: leftmost, then longest, none overlapping.

    Parameters
    ----------
    text : str
    tokens : sequence of Token, optional
        The tokens of the text: a word of two or three characters that one of them lies across is passed over.
    offices : collection of int, optional
        Where offices begin: a body ends there whatever the tokens say (工信|部副|部长).

    Returns
    -------
    list of Hit
        Guarded words too: `analysis.names.place_context` says which of them are places here. No trap.

    >>> [(hit.entry.kind, hit.entry.entity) for hit in find_hits("中国科学院、中国气象局和大同小异的海南省商务部门")]
    [('body', '中国科学院'), ('body', '中国气象局'), ('division', '海南省')]
    """
    known, cuts = entries(), _Cuts(tokens or ())

    def accept(start: int, stop: int) -> bool:
        entry = known[text[start:stop]]
        if _runs_on(text, stop, entry):
            return False
        if entry.kind in {"trap", "country"} or stop - start > 3:
            return True
        is_body = entry.kind == "body"
        return not cuts.crosses(start, stop, is_body, ends=is_body and stop in offices)

    found = (Hit(start, stop, known[text[start:stop]]) for start, stop in _spotter().find(text, accept))
    return [hit for hit in found if hit.entry.kind != "trap"]
