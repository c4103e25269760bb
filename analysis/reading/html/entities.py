"""Character references (`&amp;`, `&#20013;`) to the characters they mean, read as browsers read them."""

import html
import re
from html.entities import html5

from analysis.reading.excerpt import Piece

ENTITY = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]*;?)")
_REFERENCES = re.compile(f"({ENTITY.pattern})")
_CHARACTERS = {name[:-1]: meant for name, meant in html5.items() if name[-1] == ";" and len(meant) == 1}
_LONGEST_NAME = max(map(len, html5))  # of what is not a name only so much is tried: a page may have `&` and a megabyte
_LEADING_ZEROS = re.compile(r"(?<=&#)0+(?=[0-9])|(?<=&#[xX])0+(?=[0-9a-fA-F])")
# Python refuses to read a number of 5,000 digits; anything of these lengths is beyond the last code point, 1114111.
_BEYOND_UNICODE = re.compile(r"&#(?:[0-9]{8,}|[xX][0-9a-fA-F]{7,});?")


def unescaped(text: str) -> str:
    r"""The text with characters for its references; a number beyond the last code point is U+FFFD.

    >>> unescaped("甲&amp;乙&#9;&#99999999;")
    '甲&乙\t�'
    """
    return html.unescape(_BEYOND_UNICODE.sub("\ufffd", _LEADING_ZEROS.sub("", text)))


def decoded_pieces(text: str, at: int) -> list[Piece]:
    """The pieces of a text that begins at `at` of its source, with characters for its references.

    >>> decoded_pieces("甲&amp;乙", 10)
    [('甲', 10, 11), ('&', 11, 16), ('乙', 16, 17)]
    """
    return _of_names(text, at) or _of_any(text, at)


def _of_names(text: str, at: int) -> list[Piece] | None:
    """The pieces of a text in which every `&` opens a name of one character, closed by `;`; None for any other."""
    first, *parts = text.split("&")
    stop = at + len(first)
    pieces = [(first, at, stop)] if first else []
    for part in parts:
        name, closed, rest = part.partition(";")
        meant = _CHARACTERS.get(name)
        if not closed or meant is None:
            return None
        start, stop = stop, stop + len(name) + 2
        pieces.append((meant, start, stop))
        if rest:
            start, stop = stop, stop + len(rest)
            pieces.append((rest, start, stop))
    return pieces


def _of_any(text: str, at: int) -> list[Piece]:
    pieces: list[Piece] = []
    for i, part in enumerate(_REFERENCES.split(text)):  # text and references in turn
        stop, place = at + len(part), at
        if i % 2:
            written, meant = (part, html5[part[1:]]) if part[1:] in html5 else reference(part)
            place += len(written)
            pieces += [(character, at, place) for character in meant]
        if place < stop:
            pieces.append((part[place - at :], place, stop))
        at = stop
    return pieces


def reference(written: str) -> tuple[str, str]:
    """The part of a match of `ENTITY` that is a reference, and what it means; two empty texts if no part is.

    >>> reference("&ampB"), reference("&nosuch")
    (('&amp', '&'), ('', ''))
    """
    part = _known(written)
    meant = unescaped(part) or _code_point(_LEADING_ZEROS.sub("", part))
    return (part, meant) if meant != part else ("", "")


def _known(written: str) -> str:
    """The whole if it is a number or a name, else the longest name at its start, with or without `;`."""
    if written[1] == "#" or written[1:] in html5:
        return written
    longest = min(len(written), 1 + _LONGEST_NAME)
    return next((written[:stop] for stop in range(longest, 1, -1) if written[1:stop] in html5), "")


def _code_point(written: str) -> str:
    """The character of a numeric reference that Python leaves out (`&#1;`) and browsers don't."""
    digits = written.strip("&#;")
    return chr(int(digits[1:], 16) if digits[:1] in "xX" else int(digits)) if digits else ""
