"""How much a text looks like written Chinese: the share of its characters that the standards themselves call common.

GB 2312 and Big5 both put the characters in frequent use on a first level and the rest on a second. Text read with the
right one of the two lies on its first level nearly throughout (99 %); read with the other it scatters over both levels, so
that no frequency table is needed to tell them apart. `tests/benchmarks/encodings.py` measures it.
"""

import re
from functools import cache

SIGNS = frozenset("\u3000、。·…—～‘’“”〔〕〈〉《》「」『』【】（）！，．：；？％")
# What Chinese text never holds: control codes, private use and replacement characters.
NO_TEXT = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]")
_PLAIN = re.compile("[\t-\r\x1b -~]+")
_ENOUGH = 65_536  # characters that are looked at; the share of a long text settles long before


@cache
def simplified() -> frozenset[str]:
    """The 3,755 characters of the first level of GB 2312-80 (rows 16 to 55)."""
    return _rows("gb2312", range(0xB0, 0xD8), range(0xA1, 0xFF))


@cache
def traditional() -> frozenset[str]:
    """The 5,401 characters of the first level of Big5 (A440 to C67E; ETEN, 1984)."""
    return _rows("big5", range(0xA4, 0xC7), (*range(0x40, 0x7F), *range(0xA1, 0xFF)))


@cache
def either() -> frozenset[str]:
    """Both first levels."""
    return simplified() | traditional()


def _rows(codec: str, leads: range, trails: range | tuple[int, ...]) -> frozenset[str]:
    read = (bytes((lead, trail)).decode(codec, "ignore") for lead in leads for trail in trails)
    return frozenset(c for c in read if "\u4e00" <= c <= "\u9fff")


def common_share(text: str, common: frozenset[str]) -> float:
    """The share of `common` characters and Chinese signs among all that is not plain ASCII; 1.0 if all is.

    >>> common_share("会议 2021", simplified()), common_share("頗癲", simplified())
    (1.0, 0.0)
    """
    odd = _PLAIN.sub("", text[:_ENOUGH])
    return sum(c in common or c in SIGNS for c in odd) / len(odd) if odd else 1.0
