"""Which characters are written in more ways than one, and which can't be seen: one character stands for one, or for none.

full width   ２０２１年, ＧＤＰ        to 2021年, GDP; signs (％ ．－ ／ ＋ ＆ ＠ ＿) only between such, so that ：，！（） stay
half width   局长,副局长(女)      to ，；：！？（） beside a Chinese character
blanks       U+3000, NBSP, thin …    to a plain blank; the line and paragraph separators to a line end
variants     compatibility ideographs, Kangxi radicals, radicals as PDFs give them: to the plain character
dots         艾尔肯•吐尼亚孜          to · between two letters
unseen       zero-width characters, marks of direction, soft hyphens, variation selectors: to nothing
"""

import re
import unicodedata
from functools import cache

HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002ffff"
UNSEEN = (
    "\xad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e007f"
    "\U000e0100-\U000e01ef"
)
BLANKS = "\x0b\x0c\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
LINE_ENDS = "\x85\u2028\u2029"
WIDE = "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
VARIANTS = "\u2f00-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1f"
# Radicals that PDFs put for the characters they look like; Unicode's EquivalentUnifiedIdeograph.txt (version 16.0) has the
# pairs, NFKC leaves them as they are.
RADICALS = dict(
    zip(
        "⺠⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳",
        "民西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟",
        strict=True,
    )
)
_ODD = re.compile(f"[{UNSEEN}{BLANKS}{LINE_ENDS}{WIDE}{VARIANTS}{''.join(RADICALS)}]")
_UNSEEN = re.compile(f"[{UNSEEN}]+")

# Full-width signs that are ASCII where letters or digits stand on both sides (％: in front). ．and － between Chinese
# characters are a dot of names and a dash.
_LETTER = "0-9A-Za-z"
_ASCII_SIGN = re.compile(f"(?<=[0-9])％|(?<=[{_LETTER}])[．－／＋＆＠＿](?=[{_LETTER}])")
# What stands for · in names of minorities and foreigners. ● and 。 are left: they are bullets and full stops more often.
_DOT = re.compile(f"(?<=[{HAN}A-Za-z])[•‧・･∙⋅˙﹒](?=[{HAN}A-Za-z])|(?<=[{HAN}A-Za-z])．(?=[{HAN}])")
# ASCII stops and brackets beside a Chinese character or stop, as crawled pages have them: 局长,副局长 and 组织部(统战部).
# Times and numbers (10:30, 3,000) keep theirs.
_CHINESE = f"{HAN}，。；：！？、（）《》“”"
_HALF_STOP = re.compile(f"(?<=[{_CHINESE}])[,;:!?()]+|[,;:!?()]+(?=[{_CHINESE}])")
_SIGNS = "％．－／＋＆＠＿•‧・･∙⋅˙﹒"
_ANY_SIGN = re.compile(f"[{_SIGNS}]")


def unseen(text: str) -> list[tuple[int, int]]:
    """The ranges of characters that can't be seen, in text order."""
    return [match.span() for match in _UNSEEN.finditer(text)]


def is_plain(text: str) -> bool:
    """Whether no character of a text is written in another way; signs may still be."""
    return _ODD.search(text) is None


def plain_characters(text: str) -> str:
    """The text with each character in its plain form, as long as it was; what can't be seen stays.

    >>> plain_characters("２０２１年　ＧＤＰ⻓，\uf9e4：")
    '2021年 GDP长，理：'
    """
    return _ODD.sub(_plain, text)


def _plain(match: re.Match[str]) -> str:
    return _plain_form(match[0])


@cache
def _plain_form(character: str) -> str:
    if character in RADICALS:
        return RADICALS[character]
    if re.fullmatch(f"[{LINE_ENDS}]", character):
        return "\n"
    if re.fullmatch(f"[{BLANKS}]", character):
        return " "
    folded = unicodedata.normalize("NFKC", character)
    return folded if len(folded) == 1 and not _UNSEEN.match(character) else character


def _wide(match: re.Match[str]) -> str:
    return "".join(chr(ord(stop) + 0xFEE0) for stop in match[0])


def plain_signs(text: str) -> str:
    """The text with ASCII signs between ASCII letters and digits only, and · between the parts of a name, as long as it was.

    >>> plain_signs("增长１２．５％".translate({0xFF11: "1", 0xFF12: "2", 0xFF15: "5"})), plain_signs("艾尔肯•吐尼亚孜：１％")
    ('增长12.5%', '艾尔肯·吐尼亚孜：１％')
    >>> plain_signs("局长(正厅级),10:30到会:3,000人")
    '局长（正厅级），10:30到会：3,000人'
    """
    if not _ANY_SIGN.search(text):
        return _HALF_STOP.sub(_wide, text)
    text = _HALF_STOP.sub(_wide, text)
    text = _ASCII_SIGN.sub(lambda match: chr(ord(match[0]) - 0xFEE0), text)
    return _DOT.sub("·", text)
