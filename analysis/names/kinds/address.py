"""Names that are a surname and a form of address: 李|总理, 张|女士, 小王, 王老.

In front of an office or a word of address the name is the surname alone, as everywhere in this package; 小王, 老李 and 王老 are
names whole, since the surname does not stand without the other half.
"""

import re
from collections.abc import Iterator
from functools import cache

from analysis.names.edges import IS_HAN, NO_LONE_SURNAME, STRONG, WORDS_ALONE, surnames
from analysis.names.persons import PersonReader
from analysis.names.words import FUNCTION
from analysis.segment import is_word

WORDS_OF_ADDRESS = (
    "女士|先生|小姐|太太|夫人|老师|教授|博士|院士|医生|大夫|医师|护士|律师|师傅|大爷|大伯|大妈|大娘|大婶|大姐|大哥|大叔|叔叔|阿姨|奶奶|爷爷|同学|同志|老先生"
    "|老人|老汉|老太太|老太|警官|教练|导演|法官|检察官"
)
ADDRESS = re.compile(f"(?:{WORDS_OF_ADDRESS})(?!们|家长|傅|兵)")
# Behind a surname, as one name with it: 老 is for the old and the learned, 总 short for several offices.
ENDINGS = "老总"
CALLED = "小老"
NICKNAME = re.compile(f"[{CALLED}]{IS_HAN.pattern}|{IS_HAN.pattern}{{1,2}}[{ENDINGS}]")
# What begins so and is a word, though the tokenizer knows people of the name.
NOT_CALLED = frozenset("小康 小田 小金 小黄 小白 小石 小谷 小熊 小毛 小钱 老马 老汤".split())
# Bearers among 100,000: rarer surnames are everyday words in front of 老 or behind 小 (小方, 小米, 小麦).
OFTEN, COMMON = 30, 150


# What to look for in a text; the surname beside it is looked at where one is met. The set of first letters in front makes the
# search four times as fast.
TRIGGER = re.compile(
    f"(?=[{''.join(sorted({word[0] for word in WORDS_OF_ADDRESS.split('|')}))}{CALLED}{ENDINGS}])"
    f"(?:{ADDRESS.pattern}|[{CALLED}{ENDINGS}])"
)


@cache
def _bearers(at_least: int) -> frozenset[str]:
    """The surnames with so many bearers that are no everyday words in front of a title, the compound ones with them."""
    single, compound = surnames()
    return frozenset(c for c, weight in single.items() if weight >= at_least and c not in NO_LONE_SURNAME) | {*compound}


def addressed(reader: PersonReader) -> Iterator[tuple[int, int, float]]:
    """Surnames in front of a word of address, and nicknames, as (start, stop, confidence).

    Each must begin where a name may: at the head of a clause, or behind a verb, a function word or a noun of two letters.
    A nickname must end where a name does, and be no everyday word (小康, 老板).
    """
    for match in TRIGGER.finditer(reader.text):
        place = match.start()
        if len(match[0]) > 1:
            found = _surname_before(reader, place, OFTEN)
            spans = [(found, place, 0.7)] if found is not None else []
        else:
            spans = [(*span, 0.5) for span in _nicknames(reader, place) if _is_called(reader, *span)]
        yield from ((start, stop, confidence) for start, stop, confidence in spans if _may_begin(reader, start))


def _surname_before(reader: PersonReader, stop: int, at_least: int) -> int | None:
    """Where a surname begins that ends at `stop`, the compound one first."""
    bearers = _bearers(at_least)
    return next((stop - n for n in (2, 1) if n <= stop and reader.text[stop - n : stop] in bearers), None)


def _nicknames(reader: PersonReader, place: int) -> Iterator[tuple[int, int]]:
    """小王 and 王老 around the letter at `place`."""
    letter = reader.text[place]
    if letter in CALLED and reader.text[place + 1 : place + 2] in _bearers(COMMON):
        yield place, place + 2
    start = _surname_before(reader, place, COMMON) if letter in ENDINGS else None
    if start is not None:
        yield start, place + 1


def _is_called(reader: PersonReader, start: int, stop: int) -> bool:
    """Whether a nickname ends here and is no other word: 小王|说, not 小康|路, 王老|板."""
    name = reader.text[start:stop]
    if name in NOT_CALLED:
        return False
    if reader.words.is_person(start, stop):
        return reader.closes(stop) > 0
    return not is_word(name) and (reader.closes(stop) >= STRONG or reader.text[stop] in WORDS_ALONE)


def _may_begin(reader: PersonReader, start: int) -> bool:
    if start == 0 or not IS_HAN.match(reader.text[start - 1]):
        return True
    before = reader.words.ending(start)
    if before is None or not reader.words.starts(start):
        return False
    return before.tag in FUNCTION or (len(before.word) > 1 and before.tag == "n")  # 对|张女士, 居民|张女士


def form_of(text: str, start: int, stop: int, has_office: bool) -> tuple[str, str] | None:
    """The kind and the rule of a person's name that is no full name; None for a full one.

    `has_office` says whether an office begins behind the name.

    >>> form_of("李总理会见张女士", 0, 1, True), form_of("李总理会见张女士", 5, 6, False), form_of("小王说", 0, 2, False)
    (('surname', 'surname_before_office'), ('honorific', 'surname_before_address'), ('honorific', 'nickname'))
    """
    name = text[start:stop]
    bare = surname_of(name)
    if bare == name:
        if ADDRESS.match(text, stop):
            return "honorific", "surname_before_address"
        if has_office:
            return "surname", "surname_before_office"
        if len(name) == 1 and (text[max(0, start - 1) : start] in {*CALLED} or text.startswith("老", stop)):
            return "honorific", "nickname"  # the model leaves out the other half of 小|王 and 王|老
        return ("surname", "surname_alone") if len(name) == 1 else None  # 欧阳 alone may be a given name of its own
    if NICKNAME.fullmatch(name) and _is_nickname(name):
        return "honorific", "nickname"
    if is_addressed(name):
        return "honorific", "surname_with_address"
    return None


def surname_of(name: str) -> str:
    """The surname that a name begins with, the compound one first; '' if there is none.

    >>> surname_of("欧阳志刚"), surname_of("欧阳"), surname_of("田远山"), surname_of("们")
    ('欧阳', '欧阳', '田', '')
    """
    single, compound = surnames()
    return name[:2] if name[:2] in compound else name[:1] if name[:1] in single else ""


def is_addressed(name: str) -> bool:
    """Whether a word is a surname with a word of address: 王老师, which the tokenizer takes for a name.

    >>> is_addressed("王老师"), is_addressed("王老五")
    (True, False)
    """
    bare = surname_of(name)
    return bool(bare) and bool(ADDRESS.fullmatch(name, len(bare)))


def _is_nickname(name: str) -> bool:
    """小王, 老李, 王老, 陈总."""
    if name[0] in CALLED:
        return len(name) == 2 and surname_of(name[1:]) == name[1:]
    return name[-1] in ENDINGS and surname_of(name[:-1]) == name[:-1]
