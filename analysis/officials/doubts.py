"""Names that only a title speaks for: what the sequence model does not see and the tokenizer takes for words.

In 15,868 items of television news the grammar read 23,027 titled names. The model saw no person in 373 of them, of 212 forms,
and by eye 160 of these forms were no names. The rules below are made of what tells them from the 52 others.
"""

from collections.abc import Sequence

from analysis.document import Token
from analysis.names.edges import FOREIGN, surnames
from analysis.names.persons import Name
from analysis.names.places import country_at, letters
from analysis.names.words import FUNCTION, Words
from analysis.officials.grammar.blocks import ROSTERS, Block
from analysis.officials.grammar.chain import Position
from analysis.segment import is_word

# Rules of blocks that read a name by its place alone. The frame of an act (任命…为) or the cell of a roster says more.
BY_PLACE = frozenset({"titles names", "name title"})
# Tags of tokens that no name begins with, unless a surname stands alone in them (时, 解); nor ends with. 游|千里 may (q).
NO_NAME = (FUNCTION | {"s", "ng"}) - {"q"}
ABROAD = frozenset({"foreign", "international"})
# Bearers among 100,000 of a surname that makes a word likely to be a man (高峰), and of one that makes a name likely at all.
OFTEN, KNOWN = 300, 30


def is_doubted(name: Name, block: Block, words: Words) -> bool:
    """Whether a name that the model does not see is rather a word: 人大代表|要牢记, 总书记|念兹在兹, 两国|元首.

    Errs towards keeping: a surname that is one token, and a transliteration in a foreign post, stay names.

    >>> from analysis.document import Token
    >>> words = Words([Token(0, 3, "总书记", "n"), Token(3, 5, "关心", "v"), Token(5, 6, "和", "c")])
    >>> post = Position(0, 0, 3, "总书记", "总书记", "", "", -1, "", False)
    >>> name = Name(3, 6, "关心和", "han")
    >>> is_doubted(name, Block((post,), (name,), 0, 6, "titles names"), words)
    True
    """
    if block.rule in ROSTERS:
        return False  # 韩国华 in a list of names
    if country_at(name.person) and name.shape != "parted":
        return True  # 英国新|任财政大臣, 沙特代|表团, 沙特|王储
    several = len(block.positions) > 1 and any(position.body for position in block.positions)
    if block.rule not in BY_PLACE or name.shape == "parted" or several:
        return False  # nobody but a person holds several posts
    token = words.at(name.start)
    if token is None:
        return _is_inside_a_word(name, words)
    if token.stop > name.stop and is_word(token.word):
        return not token.tag.startswith("nr") or block.rule == "name title"
    if block.rule == "name title" and all(letter in letters() for letter in name.person):
        return True  # 俄美|防长, 黎|外长
    if _is_abroad(block.positions) and _transliterates(name.person) and token.tag not in NO_NAME - {"m", "ng"}:
        return False
    if len(token.word) == 1:
        return _is_a_phrase(name, token, words) or (block.rule == "name title" and not _opens_a_name(name, token))
    if block.rule == "name title":
        return is_word(token.word) and not _is_a_man(name, token)
    return is_word(token.word) and not _may_be_a_name(name, token, words)


def _is_abroad(positions: Sequence[Position]) -> bool:
    return any(position.official_class in ABROAD for position in positions)


def _transliterates(name: str) -> bool:
    """Whether all letters transliterate, or in a long name all but the first: 策登巴雅."""
    return FOREIGN.issuperset(name) or (len(name) > 3 and FOREIGN.issuperset(name[1:]))


def _bearers(name: Name) -> int:
    single, compound = surnames()
    return OFTEN if name.person[:2] in compound else single.get(name.person[0], 0)


def _is_inside_a_word(name: Name, words: Words) -> bool:
    """Whether the name begins inside a word: 长|治久安, 指挥|官兼; not so in 村医|曹和槐, 副主任|何宏旗, by their surnames."""
    token = words.over(name.start)
    split = token is not None and len(token.word) == 2 and _bearers(name) >= KNOWN
    return token is not None and is_word(token.word) and not split


def _is_a_phrase(name: Name, token: Token, words: Words) -> bool:
    """Whether a function word of one character and what follows it are no surname and given name: 都|牵挂, 曾|来到, 后|首访."""
    after = words.at(token.stop)
    if token.tag not in NO_NAME or after is None:
        return False
    if after.tag.startswith("nr") or (_bearers(name) and not is_word(after.word) and name.stop == after.stop):
        return _bearers(name) == 0
    return _bearers(name) < KNOWN or (after.tag in NO_NAME and is_word(after.word))


def _opens_a_name(name: Name, token: Token) -> bool:
    """Whether one character in front of a title, and what is behind it, are a surname and a given name, or a surname alone."""
    return token.tag.startswith("nr") or name.stop == token.stop or _bearers(name) >= KNOWN


def _is_a_man(name: Name, token: Token) -> bool:
    """Whether a word is a person by the tokenizer and by its length or its surname: 习近平, 高峰, but not 贺信 or 念兹在兹."""
    whole = token.tag.startswith("nr") and token.stop == name.stop
    return whole and (_bearers(name) >= OFTEN or (len(name.person) == 3 and _bearers(name) > 0))


def _may_be_a_name(name: Name, token: Token, words: Words) -> bool:
    """Whether a word and a letter behind it may still be one: 花木|深, 庄严|之, but not 关心|和."""
    after = words.at(token.stop)
    if token.stop == name.stop or after is None:
        return _is_a_man(name, token)
    joins = after.tag not in NO_NAME or after.word == "之"
    return name.stop - token.stop == 1 and joins and _bearers(name) >= KNOWN
