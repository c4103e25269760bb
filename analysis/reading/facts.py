"""What is known about a document: title, date, source and metadata, each from the best place that has it."""

import os
import re
from datetime import datetime
from typing import Any, NamedTuple

from analysis.reading.body import Body
from analysis.reading.front_matter.block import FrontMatter, Note
from analysis.reading.furniture.said import lifted
from analysis.reading.html.entities import unescaped
from analysis.reading.problems import KEPT, REPAIRED
from analysis.reading.publication.published import published

MAX_TITLE_LINE = 60  # characters; a longer first line is a paragraph

_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,6});")
_NAMES = re.compile(r"[、，,;；/\s]+")

Notes = list[tuple[str, Note]]  # kind of problem, note


class Facts(NamedTuple):
    """The fields of a document that are not its text."""

    title: str
    date: datetime | None
    date_from: str
    source: str
    metadata: dict[str, Any]


def described(front: FrontMatter, body: Body, path: str) -> tuple[Facts, Notes]:
    """The facts about a document, and notes on what could not be read."""
    notes: Notes = []
    fields = lifted(body.fields)
    when, doubts = published(front, body, path)
    notes += [("date", note) for note in doubts]
    facts = Facts(
        title=_title(front, body, path, notes),
        date=when.date,
        date_from=when.place,
        source=_source(front, body, fields),
        metadata=_metadata(front, body, fields),
    )
    notes += [("markup", note) for note in body.notes]
    if not body.text.strip():
        notes.append(("empty body", Note(None, "nothing is left of the body after cleaning.", KEPT)))
    return facts, notes


def _metadata(front: FrontMatter, body: Body, fields: dict[str, Any]) -> dict[str, Any]:
    """The front matter as read, and what was lifted from the text under the keys that the front matter leaves free."""
    metadata = {**fields, **front.metadata}
    for key in ("editors", "reporters"):
        if key in front.metadata:
            metadata[key] = _names(front.metadata[key])
    if body.page and body.page.author:
        metadata.setdefault("author", body.page.author)
    return metadata


def _names(value: object) -> tuple[str, ...]:
    parts = value if isinstance(value, list) else _NAMES.split(str(value))
    return tuple(str(part) for part in parts if part)


def _source(front: FrontMatter, body: Body, fields: dict[str, Any]) -> str:
    page = body.page
    found = (
        fields.get("source"),
        front.metadata.get("source"),
        page.source if page else None,
        front.metadata.get("author"),
        page.author if page else None,
    )
    return next((_text(value) for value in found if value), "")


def _text(value: object) -> str:
    return "、".join(map(str, value)) if isinstance(value, list) else str(value).strip()


def _title(front: FrontMatter, body: Body, path: str, notes: Notes) -> str:
    if front.present:
        title = _front_title(front, notes)
        if not title:
            notes.append(("title", Note(None, "the front matter has no title; the file name is used.", KEPT)))
        return title or _stem(path)
    if body.page and body.page.title:
        return body.page.title
    first = body.text.lstrip().partition("\n")[0].strip()
    return first if 0 < len(first) <= MAX_TITLE_LINE else _stem(path)


def _stem(path: str) -> str:
    return os.path.splitext(os.path.basename(path))[0]


def _front_title(front: FrontMatter, notes: Notes) -> str:
    title = front.value("title")
    if not isinstance(title, str) or " #" in front.raw:
        title = _as_written(front, title, notes)
    return unescaped(title).strip() if _ENTITY.search(title) else title.strip()


def _as_written(front: FrontMatter, title: object, notes: Notes) -> str:
    """The title where YAML sees something else: a list in `[快讯]`, a comment in `会议 #话题#`."""
    line, written = front.line_of("title")
    if isinstance(title, str) and (written[:1] in ("'", '"', "|", ">") or " #" not in f" {written}"):
        return title
    what = "a comment" if isinstance(title, str) else "a list or a mapping"
    notes.append(("title", Note(line, f"part of the title is {what} to YAML; it was read as written.", REPAIRED)))
    return written
