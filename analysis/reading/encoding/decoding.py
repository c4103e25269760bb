"""Bytes to text: byte-order mark, strict UTF-8, the researcher's hint, damaged UTF-8, then the likeliest of GB18030, Big5 and UTF-16.

Every guess is by evidence in the characters it gives (`plausible`). Ties go to GB18030, so that what errs is a text of two
or three traditional characters. Other encodings (Shift-JIS, EUC-KR, Latin-1) are not guessed: name them with the hint.
"""

import codecs
from typing import NamedTuple

from analysis.errors import AnalysisError
from analysis.reading.encoding.mojibake import put_back
from analysis.reading.encoding.plausible import NO_TEXT, common_share, either, simplified, traditional
from analysis.reading.problems import Skipped

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins with the UTF-16 mark: tested first
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# More NULs than this share of the characters is no text. Errs towards reading: a few stray NULs are cut out instead.
_NUL_SHARE = 0.01
# A damaged text has at least this many good characters for each bad place; GB18030 bytes read as UTF-8 have far more bad
# places than good characters.
_GOOD_FOR_ONE_BAD = 5
# By how much another reading must look more Chinese than GB18030, and how Chinese at least. Of 3,506 files in GB18030, whole
# or cut to 20, 40 or 100 bytes, Big5 was ahead by at most .02 in any that was half readable; of 6,000 texts in Big5 of ten
# characters or more it was ahead by .20 or more in all, and read at .78 or more.
_AHEAD, _CHINESE = 0.1, 0.7
_BIG5 = ("cp950", "big5hkscs")  # as Windows writes it, and with the characters of Hong Kong
_SUPERSETS = {"gb2312": ("gb18030",), "gbk": ("gb18030",), "big5": _BIG5, "cp950": _BIG5, "big5hkscs": _BIG5[::-1]}


class Decoded(NamedTuple):
    """The text of a file without its byte-order mark, the codec that gave it, and how many places could not be read.

    `misread` names the codec that somebody had wrongly read the text with before it was saved as UTF-8; the text is then
    the one put back, and every offset into the decoded source is an offset into it.
    """

    text: str
    encoding: str
    damaged: int = 0
    misread: str = ""


def checked_encoding(name: str) -> str:
    """The canonical name of a codec that makes text of bytes.

    Raises
    ------
    AnalysisError
        If Python knows no such codec.

    >>> checked_encoding("Big5"), checked_encoding("GBK")
    ('big5', 'gbk')
    """
    try:
        found = codecs.lookup(name)
        # Refused is what makes bytes of bytes, such as hex, and what stops at a byte it does not know, such as idna. From
        # Python 3.13 on punycode does neither, but writes the names of hosts and no text.
        if found.name == "punycode":
            raise LookupError
        for sample in (b"    ", b"\x80-\x80"):
            sample.decode(found.name, "replace")
    except (LookupError, TypeError, ValueError):
        raise AnalysisError(
            f"encoding={name!r} is not known; give the name of a codec such as 'utf-8', 'gb18030' or 'big5'."
        ) from None
    return found.name


def codecs_of(hint: str) -> tuple[str, ...]:
    """The codecs that a hint stands for, narrower ones replaced by those that hold them.

    >>> codecs_of("gb2312"), codecs_of("shift_jis")
    (('gb18030',), ('shift_jis',))
    """
    name = checked_encoding(hint)
    return _SUPERSETS.get(name, (name,))


def decoded(data: bytes, hint: str | None = None) -> Decoded:
    r"""The text of a file.

    Parameters
    ----------
    data : bytes
    hint : str, optional
        A codec that is tried on whatever has no byte-order mark and is not UTF-8 anyway, before anything is guessed.
        `"big5"` stands for the whole family, `"gb2312"` and `"gbk"` for GB18030.

    Raises
    ------
    Skipped
        If the bytes are no text: NULs throughout, or nothing that any of the encodings explains.
    AnalysisError
        If the hint names no codec.

    >>> decoded("工信部".encode("gb18030"))
    Decoded(text='工信部', encoding='gb18030', damaged=0, misread='')
    >>> decoded("臺灣的報紙".encode("big5"))[:2], decoded(b"\xef\xbb\xbfA").text
    (('臺灣的報紙', 'cp950'), 'A')
    """
    marked = _by_mark(data)
    plain = marked or _strict_utf8(data)
    is_clean = plain and (b"\x00" not in data or "\x00" not in plain.text)  # the first look is five times as fast
    if plain and is_clean and (marked or not hint or not plain.text.isascii()):
        return _put_back(plain) if b"\xc3" in data else plain  # UTF-8 misread leaves letters that begin with this byte
    hinted = _hinted(data, hint) if hint and not marked else None
    result = hinted or _without_nuls(plain, data) or _damaged_utf8(data) or _likeliest(data)
    if result is None or _is_full_of_nuls(result.text):
        raise Skipped(
            "encoding", "the bytes are no text in UTF-8, UTF-16, GB18030 or Big5; this looks like a binary file."
        )
    return result


def _is_full_of_nuls(text: str) -> bool:
    return text.count("\x00") > _NUL_SHARE * len(text)


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _read(data[len(mark) :], encoding)
    return None


def _read(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    return Decoded(text, encoding, text.count("\ufffd"))


def _strict_utf8(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return None


def _put_back(read: Decoded) -> Decoded:
    """The text before it was misread, if that is certain."""
    found = put_back(read.text) if read.encoding == "utf-8" else None
    return Decoded(found.text, "utf-8", misread=found.codec) if found else read


def _hinted(data: bytes, hint: str) -> Decoded | None:
    readings = [_read(data, codec) for codec in codecs_of(hint)]
    best = min(readings, key=lambda reading: reading.damaged)
    return best if _is_text(best.text, either()) else None


def _without_nuls(plain: Decoded | None, data: bytes) -> Decoded | None:
    """Valid UTF-8 with NULs inside: English letters in UTF-16, if that explains the NULs."""
    if plain is None or "\x00" not in plain.text:
        return plain
    return next((wide for wide in _utf16(data) if "\x00" not in wide.text and _looks(wide) >= _CHINESE), plain)


def _damaged_utf8(data: bytes) -> Decoded | None:
    read = _read(data, "utf-8")
    good = sum(character > "\x7f" for character in read.text) - read.damaged
    bad = read.damaged - read.text.endswith("\ufffd")  # half a character at the very end is a cut, and no evidence
    return read if good and good >= _GOOD_FOR_ONE_BAD * bad and not _is_full_of_nuls(read.text) else None


def _likeliest(data: bytes) -> Decoded | None:
    """The reading that looks most Chinese; the others are made only where they can still be ahead."""
    mainland = _read(data, "gb18030")
    share = _looks(mainland)
    if share + _AHEAD <= 1:
        others = [*(_read(data, codec) for codec in _BIG5), *_utf16(data)]
        best = max(others, key=_looks)
        if _looks(best) >= max(_CHINESE, share + _AHEAD) and _is_text(best.text, either()):
            return best
    return mainland if _is_text(mainland.text, either()) else None


def _utf16(data: bytes) -> list[Decoded]:
    return [_read(data, codec) for codec in ("utf-16-le", "utf-16-be")]


def _looks(read: Decoded) -> float:
    """The share of common characters; half a character at the very end is a cut, and no evidence.

    GB18030 holds both kinds of texts; Big5 read as GB18030 is a mixture of them.
    """
    text = read.text.removesuffix("\ufffd")
    if read.encoding in _BIG5:
        return common_share(text, traditional())
    if read.encoding == "gb18030":
        return max(common_share(text, simplified()), common_share(text, traditional()))
    return common_share(text, either())


def _is_text(text: str, common: frozenset[str]) -> bool:
    """Whether few enough places are bad, a cut at the very end apart."""
    whole = text.removesuffix("\ufffd")
    bad = len(NO_TEXT.findall(whole))
    return not bad or sum(c in common for c in whole) >= _GOOD_FOR_ONE_BAD * bad
