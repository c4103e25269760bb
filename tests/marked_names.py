"""The notation of the cases of names: names in brackets inside a text, each with its type and its entity.

`[田远山]` is a person, `[水利部/O]` a body, `[临江/L]` a place, `[部长/T]` an office; `[田=田远山]` means 田远山.
"""

import re
from typing import NamedTuple

TYPES = {"": "PERSON", "O": "ORGANISATION", "L": "PLACE", "T": "POST"}
MARK = re.compile(r"\[(?P<words>[^\]=/]+)(?:=(?P<entity>[^\]/]*))?(?:/(?P<type>[OLT]))?\]")


class Marked(NamedTuple):
    """A name of a case: where it stands in the text without marks, and whom it means (None where the case doesn't say)."""

    start: int
    stop: int
    words: str
    type: str
    entity: str | None


def unmarked(text: str) -> tuple[str, list[Marked]]:
    """The text without its marks, and the names that they marked, in text order."""
    names, shift = [], 0
    for mark in MARK.finditer(text):
        start = mark.start() - shift
        names.append(
            Marked(start, start + len(mark["words"]), mark["words"], TYPES[mark["type"] or ""], mark["entity"])
        )
        shift += len(mark[0]) - len(mark["words"])
    return MARK.sub(lambda mark: mark["words"], text), names
