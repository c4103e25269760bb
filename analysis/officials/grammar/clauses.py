"""Where a clause begins: nothing in front of it belongs to the title behind it."""

import re

from analysis.names.bodies import SESSIONS

HARD = re.compile(r"[，。；：！？、\n\r,;:!?\s—…《》|]")
# How far left of a title its position may reach, in characters; the longest real one met had 62. It also bounds the work.
FAR = 120
# The longest stretch in brackets or quotes that a body's name has in it, marks included.
BRACKETED = 24


def clause_floor(text: str, at_least: int, stop: int) -> int:
    """The nearest clause boundary before `stop`, jumping over brackets and quotes that belong to a body.

    >>> clause_floor("会议由水利部副部长", 0, 6), clause_floor("9日，水利部副部长", 0, 6)
    (0, 3)
    """
    at_least = max(at_least, stop - FAR)
    for mark in reversed(list(HARD.finditer(text, at_least, stop))):
        if not _bracketed(text, mark.start(), at_least, stop) and not SESSIONS.match(text, mark.start() - 1):
            return mark.end()
    return at_least


def _bracketed(text: str, place: int, at_least: int, stop: int) -> bool:
    """Whether a mark stands inside “…” or （…） that closes before `stop`."""
    for opening, closing in ("“”", "（）"):
        left = text.rfind(opening, at_least, place)
        right = text.find(closing, place, stop)
        if left >= 0 and right >= 0 and text.find(closing, left, place) < 0 and right - left < BRACKETED:
            return True
    return False
