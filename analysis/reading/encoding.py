"""Bytes to text: byte-order mark, then strict UTF-8, then damaged UTF-8, then GB18030.

Big5 cannot be told from GB18030 by its bytes and is read as GB18030 (wrong); no other encoding is guessed.
"""

import codecs
import re
from typing import NamedTuple

from analysis.reading.problems import Skipped

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins with the UTF-16 mark: tested first
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What a Chinese text in GB18030 never holds: control codes, private use and replacement characters.
_NOT_CHINESE_TEXT = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]")
# More NULs than this share of the characters is no text. Errs towards reading: a few stray NULs are cut out instead.
_NUL_SHARE = 0.01
# Damaged UTF-8 has at least this many good multi-byte characters for each bad place; GB18030 bytes read as UTF-8 have
# far more bad places than good characters.
_GOOD_FOR_ONE_BAD = 5


class Decoded(NamedTuple):
    """The text of a file without its byte-order mark, the codec that gave it, and how many places could not be read."""

    text: str
    encoding: str
    damaged: int = 0


def decoded(data: bytes) -> Decoded:
    r"""The text of a file.

    Raises
    ------
    Skipped
        If the bytes are no text: NULs throughout, or neither UTF-8 nor GB18030.

    >>> decoded("工信部".encode("gb18030"))
    Decoded(text='工信部', encoding='gb18030', damaged=0)
    >>> decoded(b"\xef\xbb\xbfA").text
    'A'
    """
    result = _by_mark(data) or _strict_utf8(data) or _damaged_utf8(data) or _gb18030(data)
    if result is None or result.text.count("\x00") > _NUL_SHARE * len(result.text):
        raise Skipped("encoding", "the bytes are neither UTF-8 nor GB18030 text; this looks like a binary file.")
    return result


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, "replace")
            return Decoded(text, encoding, text.count("\ufffd"))
    return None


def _strict_utf8(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return None


def _damaged_utf8(data: bytes) -> Decoded | None:
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(character > "\x7f" for character in text) - bad
    return Decoded(text, "utf-8", bad) if good >= _GOOD_FOR_ONE_BAD * bad else None


def _gb18030(data: bytes) -> Decoded | None:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    return None if _NOT_CHINESE_TEXT.search(text) else Decoded(text, "gb18030")
