"""One file to one document."""

import hashlib
import os
from collections.abc import Iterable
from typing import NamedTuple

from analysis.document import Document
from analysis.reading.body import read_body
from analysis.reading.encoding.decoding import Decoded, decoded
from analysis.reading.encoding.mojibake import find_mojibake
from analysis.reading.excerpt import plain_lines
from analysis.reading.facts import described
from analysis.reading.front_matter.block import Note, split_front_matter
from analysis.reading.problems import KEPT, REPAIRED, Problem, Skipped

MAX_BYTES = 20 * 1024 * 1024  # a post has 10 kB; a larger file is a dump of many


class Reading(NamedTuple):
    """A document and what was wrong with its file."""

    document: Document
    problems: list[Problem]


def document_from(
    data: bytes, path: str, doc_id: str | None = None, *, encoding: str | None = None, container: str = ""
) -> Reading:
    r"""The document that the bytes of one file hold; `path` names the file below the corpus folder, with `/`.

    `encoding` is a hint, tried before detection (`Options.encoding`); `container` the archive that holds the file.

    Raises
    ------
    Skipped
        If the file holds no text.

    >>> post = "---\ntitle: 会议\n---\n<p>来源：工人日报</p><p>会议召开。</p>"
    >>> document, problems = document_from(post.encode(), "a.md")
    >>> document.title, document.text, document.source, problems
    ('会议', '会议召开。', '工人日报', [])
    """
    if not data.strip(b" \t\r\n"):
        raise Skipped("empty", f"the file has no text ({_bytes(len(data))}).")
    read = decoded(data, encoding)
    source = plain_lines(read.text)
    front = split_front_matter(source.text)
    stem, suffix = os.path.splitext(path)
    body = read_body(source, front, suffix.lower())
    facts, notes = described(front, body, path)
    document = Document(
        doc_id=stem if doc_id is None else doc_id,
        title=facts.title,
        text=body.text,
        date=facts.date,
        source=facts.source,
        metadata=facts.metadata,
        path=path,
        date_from=facts.date_from,
        origin=body.excerpt.origin,
        sha256=hashlib.sha256(data).hexdigest(),
        n_bytes=len(data),
        encoding=read.encoding,
        container=container,
        removed=body.removed,
        fields=body.fields,
    )
    rows = [*_rows(path, "encoding", _encoding_notes(read)), *_rows(path, "mojibake", _mojibake_notes(read, data))]
    rows += _rows(path, "front matter", front.notes)
    return Reading(document, rows + [Problem(path, note.line, kind, note.message, note.action) for kind, note in notes])


def _bytes(n: int) -> str:
    return f"{n:,} byte" if n == 1 else f"{n:,} bytes"


def _rows(path: str, kind: str, notes: Iterable[Note]) -> list[Problem]:
    return [Problem(path, note.line, kind, note.message, note.action) for note in notes]


def _encoding_notes(read: Decoded) -> list[Note]:
    notes = []
    if read.damaged:
        notes.append(
            Note(None, f"{read.damaged:,} places are not {read.encoding.upper()}; each was read as U+FFFD.", REPAIRED)
        )
    if nuls := read.text.count("\x00"):
        notes.append(Note(None, f"{nuls:,} NUL characters were left out.", REPAIRED))
    return notes


def _mojibake_notes(read: Decoded, data: bytes) -> list[Note]:
    if read.misread:
        return [Note(None, f"the text was UTF-8 read as {read.misread}; it was put back.", REPAIRED)]
    latin = b"\xc3" in data  # the first byte of À to ÿ in UTF-8, and of nothing else there
    return [Note(row.line, str(row), KEPT) for row in find_mojibake(read.text, latin=latin)]
