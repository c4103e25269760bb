"""Which offices a text gives to which of its names, as far as they stand beside each other."""

import re
from collections.abc import Iterator, Sequence

from analysis.names.found import Found

JOINTS = frozenset({"", "、", "兼", "暨", "和", "、兼"})
# 田远山|为|水利部|部长: what joins a name to an office behind it, the body left out.
BECOMES = frozenset({"", "为", "任", "担任", "出任", "兼任", "转任", "当选", "当选为"})
LONGEST_CHAIN = 8  # names that a chain of offices and bodies may have in front of the person
RANK = re.compile("^(?:常务|第一|名誉|执行|党组|党委|党总支|党支部|代|原|前)+(?=.)")
# How a few offices are called behind a surname.
SPOKEN = {"总经理": "总", "总裁": "总", "总工程师": "总工", "总设计师": "总师"}


def titles_of(text: str, found: Sequence[Found]) -> Iterator[tuple[Found, str]]:
    """Each person's name with each office that stands beside it; `found` is in text order.

    Names that follow a titled one in a list share its offices.

    >>> names = [Found(0, 3, "POST", 1, "", "副部长"), Found(3, 6, "PERSON", 1, "", ""), Found(7, 10, "PERSON", 1, "", "")]
    >>> [(name.start, title) for name, title in titles_of("副部长田远山、邱明礼", names)]
    [(3, '副部长'), (7, '副部长')]
    """
    held: list[str] = []
    for i, name in enumerate(found):
        if name.type != "PERSON":
            continue
        before = _before(text, found, i)
        held = held if not before and _is_listed(text, found, i) else before
        yield from ((name, title) for title in dict.fromkeys([*held, *_behind(text, found, i)]))


def _is_listed(text: str, found: Sequence[Found], i: int) -> bool:
    return i > 0 and found[i - 1].type == "PERSON" and _gap(text, found[i - 1], found[i]) in {"、", "和"}


def _gap(text: str, one: Found, other: Found) -> str:
    """What stands between two names; a long way is cut to a mark that joins nothing."""
    return text[one.stop : other.start] if one.stop <= other.start <= one.stop + 3 else "…"


def _before(text: str, found: Sequence[Found], i: int) -> list[str]:
    """The offices of the chain that ends at name `i`, whose last one touches the name."""
    titles: list[str] = []
    for k in range(i - 1, max(-1, i - 1 - LONGEST_CHAIN), -1):
        gap = _gap(text, found[k], found[k + 1])
        touches = found[k].type == "POST" and not gap
        if found[k].type == "PERSON" or gap not in JOINTS or (k == i - 1 and not touches):
            break
        titles += [text[found[k].start : found[k].stop]] if found[k].type == "POST" else []
    return titles


def _behind(text: str, found: Sequence[Found], i: int) -> list[str]:
    """The office behind name `i`: 田远山部长, 田远山任水利部部长; not that of the next name."""
    rest = found[i + 1 : i + 4]
    if not rest or _gap(text, found[i], rest[0]) not in BECOMES:
        return []
    if rest[0].type == "ORGANISATION" and rest[1:] and not _gap(text, rest[0], rest[1]):
        rest = rest[1:]
    if rest[0].type != "POST":
        return []
    held_by_the_next = rest[1:] and rest[1].type == "PERSON" and not _gap(text, rest[0], rest[1])
    return [] if held_by_the_next else [text[rest[0].start : rest[0].stop]]


def forms_of(title: str) -> tuple[str, str, str]:
    """An office as written, without its rank, and as it is spoken behind a surname: 副部长 is addressed as 部长.

    >>> forms_of("常务副省长"), forms_of("党组书记"), forms_of("总经理")
    (('常务副省长', '副省长', '省长'), ('党组书记', '书记', '书记'), ('总经理', '总经理', '总'))
    """
    plain = RANK.sub("", title)
    bare = plain.removeprefix("副") or plain
    return title, plain, SPOKEN.get(bare, bare)
