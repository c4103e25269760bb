"""Mojibake: text that somebody read with the wrong codec and saved. It is told, and put back only where that is certain.

锛屽伐淇￠儴    UTF-8 read as GB18030; bytes that were no GB18030 are lost for good, so that it is only told
锟斤拷        the replacement characters of a damaged file, read so
å·¥ä¿¡éƒ¨    UTF-8 read as Latin-1 or Windows-1252: put back if the whole text is so
¹¤ÐÅ²¿        GB18030 read as Latin-1
"""

import re
from typing import NamedTuple

from analysis.reading.encoding.plausible import SIGNS, common_share, either

# What GB18030 makes of the first two bytes of ，。“的 and of 中 全 国 文 发 力 本 在: of the characters beginning so in the
# news, half. The first four are written by nobody; the others might be (涓涓细流), so that one alone proves nothing.
_SURE, _LIKELY = "锛銆鈥鐨", "涓鍏鍥鏂鍙鍔鏈鍦"
_TELLTALES = (*_SURE, *_LIKELY, "锟")
_MISREAD_UTF8 = re.compile(f"锟斤拷|[{_SURE}{_LIKELY}](?=(.?))", re.DOTALL)
_LOST = frozenset("?\ufffd€\n")  # what is written for a byte that could not be read
# Letters of Latin-1 and Windows-1252 in a row. No language of Europe writes three of them so that they make Chinese.
_CP1252 = {ord(bytes([b]).decode("cp1252", "ignore") or chr(b)): b for b in range(0x80, 0xA0)}
_LATIN = re.compile("[\x80-\xff" + "".join(map(chr, sorted(_CP1252))) + "]{3,}")
_ENGLISH_QUOTES = re.compile("â€[™œ\x9d“”˜¦]")
# The hundred most frequent characters of Chinese and the marks between them, for stretches too short to judge by
# level: Da Jun (2004), Modern Chinese Character Frequency List, Middle Tennessee State University.
_FREQUENT = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种"
    "事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实，。、：“”"
)
_FREQUENT_SHARE = 0.2  # of a text in GB18030 as Latin-1; real texts have .4, lists of accented letters next to none
_CERTAIN = 4, 0.9  # Chinese characters, and their share on the first levels, before a text is put back


class PutBack(NamedTuple):
    """A text as it was before it was misread, and the codec it was misread with."""

    text: str
    codec: str


class Mojibake(NamedTuple):
    """One kind of mojibake in a text: the 1-based line of the first place, how many places, what happened, an example."""

    line: int
    n_places: int
    misread: str
    example: str

    def __str__(self) -> str:
        places = "1 place looks" if self.n_places == 1 else f"{self.n_places:,} places look"
        return f"{places} like {self.misread} ({self.example}); the text is kept as it is."


def put_back(text: str) -> PutBack | None:
    """The text before it was misread, if all of it was UTF-8 read as Latin-1 or Windows-1252; else None.

    Certain means: every character is a byte of that codec, the bytes are strict UTF-8, and what they say is Chinese.

    >>> put_back("会议召开，部署工作。".encode().decode("latin-1"))
    PutBack(text='会议召开，部署工作。', codec='latin-1')
    >>> put_back("café") is None
    True
    """
    for codec, written in (("latin-1", text), ("cp1252", text.translate(_CP1252))):
        try:
            meant = written.encode("latin-1").decode("utf-8")
        except UnicodeError:
            continue
        least, share = _CERTAIN
        if sum("\u4e00" <= c <= "\u9fff" for c in meant) >= least and common_share(meant, either()) >= share:
            return PutBack(meant, codec)
    return None


def find_mojibake(text: str, *, latin: bool = True) -> list[Mojibake]:
    """What in a text looks misread, a row a kind; `latin` tells whether it may hold letters of Latin-1 at all.

    >>> [str(found) for found in find_mojibake("会议锛屽伐淇￠儴召开。")]
    ['1 place looks like UTF-8 read as GB18030 (锛屽伐淇￠儴); the text is kept as it is.']
    """
    found = []
    if any(map(text.__contains__, _TELLTALES)):  # thirteen looks of 0.1 µs, against 3 µs of a pattern
        found.append(_row(text, _utf8_as_gb18030(text), "UTF-8 read as GB18030"))
    if latin:
        runs = list(_LATIN.finditer(text))
        found.append(_row(text, _utf8_as_latin(runs), "UTF-8 read as Windows-1252"))
        found.append(_row(text, _gb18030_as_latin(runs), "GB18030 read as Latin-1"))
    return [row for row in found if row]


def _row(text: str, places: list[int], misread: str) -> Mojibake | None:
    if not places:
        return None
    example = text[places[0] : places[0] + 6].partition("\n")[0]
    return Mojibake(text.count("\n", 0, places[0]) + 1, len(places), misread, example)


def _utf8_as_gb18030(text: str) -> list[int]:
    places = [match for match in _MISREAD_UTF8.finditer(text) if match[0] == "锟斤拷" or _goes_on(match)]
    sure = any(match[0] not in _LIKELY for match in places)
    return [match.start() for match in places] if sure or len(places) > 1 else []


def _goes_on(match: re.Match[str]) -> bool:
    """Whether the character behind begins with the third byte of a common character in UTF-8, or stands for a lost one."""
    if match[1] in _LOST:
        return match[0] in _SURE
    bytes_of = (match[0] + match[1]).encode("gb18030", "replace")
    meant = bytes_of[:3].decode("utf-8", "ignore")
    return len(meant) == 1 and _is_chinese(meant)


def _is_chinese(character: str) -> bool:
    return character in either() or character in SIGNS


def _utf8_as_latin(runs: list[re.Match[str]]) -> list[int]:
    places = [run.start() for run in runs for meant in [_bytes(run[0]).decode("utf-8", "ignore")] if _is_read(meant)]
    sure = len(places) > 1 or any(len(run[0]) > 5 or _ENGLISH_QUOTES.search(run[0]) for run in runs)
    return places if sure else []


def _is_read(meant: str) -> bool:
    return bool(meant) and sum(map(_is_chinese, meant)) * 2 > len(meant)


def _bytes(run: str) -> bytes:
    return run.translate(_CP1252).encode("latin-1")


def _gb18030_as_latin(runs: list[re.Match[str]]) -> list[int]:
    read = [(run.start(), meant) for run in runs if (meant := _strict_gb18030(run[0]))]
    said = "".join(meant for _, meant in read)
    believed = sum(c in _FREQUENT for c in said) >= max(1, _FREQUENT_SHARE * len(said))
    return [place for place, _ in read] if believed else []


def _strict_gb18030(run: str) -> str:
    """What a run of two letters a character says; empty if that is not common Chinese throughout."""
    if len(run) < 4 or len(run) % 2 or not all("\xa1" <= c <= "\xfe" for c in run):
        return ""
    meant = run.encode("latin-1").decode("gb18030", "replace")
    return meant if all(map(_is_chinese, meant)) else ""
