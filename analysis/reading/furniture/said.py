"""What credits and datelines say, as fields of a document with their places, and as metadata."""

import re
from collections.abc import Iterable
from operator import attrgetter
from typing import Any

from analysis.document import Field
from analysis.reading.furniture.credits import COUNT, EDITORS, ORIGINAL_TITLE, REPORTERS, SOURCE
from analysis.reading.furniture.paragraphs import Furniture, Said
from analysis.spans import Span

DATELINE = "dateline"
_NAMES = {ORIGINAL_TITLE: "original_title"}  # the kinds that are no field names as they are
_BLANKS = r"[\s\u3000]*"


def fields_of(text: str, found: Furniture) -> list[Field]:
    """The fields that a text's furniture gives, in text order; their places are those in `text`.

    Fields are `dateline`, `reporters`, `editors` (one a name), `source`, `original_title` and `published`.

    >>> from analysis.reading.furniture.paragraphs import find_furniture
    >>> text = "本报临江3月7日讯（记者甘 田）会议召开。"
    >>> fields_of(text, find_furniture(text))[1]
    Field(name='reporters', value='甘田', start=12, stop=15)
    """
    fields = [Field(DATELINE, text[slice(*span)], *span) for span in found.datelines]
    fields += [field for said in found.said for field in _fields_in(text, said)]
    return sorted(fields, key=attrgetter("start", "stop", "name"))


def _fields_in(text: str, said: Said) -> Iterable[Field]:
    place = said.span.start
    for credit in said.credits:
        for value in credit.values if credit.kind != COUNT else ():
            start, place = _place(value, text, place, said.span)
            yield Field(_NAMES.get(credit.kind, credit.kind), value, start, place)


def _place(value: str, text: str, after: int, inside: Span) -> tuple[int, int]:
    """Where a value stands behind `after` (or before, as the day that opens a line), blanks inside a name or not."""
    for start in (after, inside.start):
        if (found := text.find(value, start, inside.stop)) >= 0:
            return found, found + len(value)
    padded = re.compile(_BLANKS.join(map(re.escape, value)))
    match = padded.search(text, after, inside.stop) or padded.search(text, inside.start, inside.stop)
    return match.span() if match else inside


def lifted(fields: Iterable[Field]) -> dict[str, Any]:
    """Fields as metadata: `editors`, `reporters` (tuples of names), `source`, `original_title`, `dateline` (texts).

    >>> lifted([Field("editors", "甘田", 0, 2), Field("editors", "闻立", 3, 5), Field("source", "工人日报", 8, 12)])
    {'editors': ('甘田', '闻立'), 'source': '工人日报'}
    """
    values: dict[str, list[str]] = {}
    for field in fields:
        values.setdefault(field.name, []).append(field.value)
    metadata: dict[str, Any] = {
        name: tuple(dict.fromkeys(values[name])) for name in (EDITORS, REPORTERS) if name in values
    }
    for name in (SOURCE, "original_title", DATELINE):
        if name in values:
            metadata[name] = values[name][0]
    return metadata
