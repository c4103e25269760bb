"""What counts say of a name: how its letters and the words beside it compare with running text, in nats.

The two sides of a name and its letters are the roles of Zhang, H. and Liu, Q. (2002), "Automatic recognition of Chinese personal
name based on role tagging", with the odds of each role in a list of its own (`name_letters.tsv`, `beside_names.tsv`).
"""

from functools import cache
from typing import NamedTuple

from analysis.document import Token
from analysis.lexicon import lexicon

# A letter that is in no list is rare in text; behind a surname it is a little likelier than not to belong to a name.
# Outside the block of the common 20,000 characters hardly anything but names is written.
UNCOUNTED, OUTSIDE = 0.5, 3.0
COMMON_BLOCK = ("\u4e00", "\u9fff")


class Letter(NamedTuple):
    """Log odds (nats) of one character, in each place of a name against running text; `surname` is None where it is none."""

    surname: float | None
    middle: float
    last: float
    alone: float
    foreign: float


class Beside(NamedTuple):
    """Log odds (nats) of a word right before and right after a name, against its being anywhere."""

    before: float
    after: float


_RARE = Letter(None, UNCOUNTED, UNCOUNTED, UNCOUNTED, -2.0)
_OUTSIDE = Letter(None, OUTSIDE, OUTSIDE, OUTSIDE, -2.0)
_NOTHING = Beside(0.0, 0.0)


@cache
def letters() -> dict[str, Letter]:
    """The counted characters."""
    return {row["name"]: _letter(row) for row in lexicon("name_letters").rows}


def _letter(row: dict[str, str]) -> Letter:
    surname = int(row["surname"]) / 10 if row["surname"] else None
    return Letter(surname, *(int(row[place]) / 10 for place in ("middle", "last", "alone", "foreign")))


def letter(character: str) -> Letter:
    """The odds of one character.

    >>> letter("王").surname > 4, letter("发").last < 0 < letter("伟").alone
    (True, True)
    """
    return letters().get(character) or (_RARE if COMMON_BLOCK[0] <= character <= COMMON_BLOCK[1] else _OUTSIDE)


@cache
def _beside(kind: str) -> dict[str, Beside]:
    rows = lexicon("beside_names").rows
    return {row["name"]: Beside(int(row["before"]) / 10, int(row["after"]) / 10) for row in rows if row["kind"] == kind}


# The two ends of a text among the words.
FRONT, END = Token(0, 0, "^", ""), Token(0, 0, "$", "")


def beside(token: Token) -> Beside:
    """The odds of a word beside a name; those of its part of speech where the word was not counted.

    >>> beside(Token(0, 2, "记者", "n")).before > 3, beside(Token(0, 2, "发展", "vn")).after < -3
    (True, True)
    """
    found = _beside("word").get(token.word)
    return found or _beside("tag").get(token.tag, _NOTHING)
