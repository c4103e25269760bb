"""Writers told by no role: by a bullet at the head of a text, by a bracket behind its last sentence."""

import re

from analysis.reading.furniture.credit_names import HAN, LONGEST, is_person, names_in
from analysis.reading.furniture.credits import BULLETS, REPORTERS, Credit

_LONGEST_BYLINE = 16  # characters of □ and three names
_SIGNED_OUTLET = re.compile(rf"{HAN}{{1,12}}(?:台|报|网|社|中心|新闻|客户端)[\s　]+")


def bulleted(line: str) -> list[Credit]:
    """The writers that a bullet tells at the head of a text, with no role.

    >>> bulleted("□ 甘田")[0].values, bulleted("□ 供水正常")
    (('甘田',), [])
    """
    names = names_in(line[1:]) if line[:1] in BULLETS and len(line) <= _LONGEST_BYLINE else None
    return [Credit(REPORTERS, names)] if names and all(map(is_person, names)) else []


def signed(inside: str) -> list[Credit]:
    """The names that a bracket behind the last sentence holds and nothing else; two, a long one, or an outlet's.

    >>> signed("甘田 闻立")[0].values, signed("临江台 甘田")[0].values, signed("全文")
    (('甘田', '闻立'), ('甘田',), [])
    """
    outlet = _SIGNED_OUTLET.match(inside)
    names = names_in(inside[outlet.end() :] if outlet else inside)
    if not names or not all(map(is_person, names)) or not (outlet or len(names) > 1 or len(names[0]) == LONGEST):
        return []
    return [Credit(REPORTERS, names)]
