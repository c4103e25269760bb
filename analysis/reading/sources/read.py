"""One item to one document."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from analysis.reading.facts import MAX_TITLE_LINE
from analysis.reading.options import Options
from analysis.reading.post import Reading, document_from
from analysis.reading.problems import Problem, Skipped
from analysis.reading.sources.item import Item
from analysis.reading.sources.rows import HEAD_END
from analysis.spans import OffsetMap

_YES, _NO = re.compile(r"(?i:true|yes|on|1)"), re.compile(r"(?i:false|no|off|0)")  # as YAML and TOML write them


def read_item(item: Item, options: Options | None = None) -> Reading:
    r"""The document of an item, with `path`, `container`, `sha256`, `n_bytes` and `encoding`, and its problems.

    A row goes the way of a post: its text may be HTML or Markdown, its other fields are what front matter would be.
    The decoded source, in which spans are given, is then the cell of the text; the hash is that of all its fields.

    Raises
    ------
    Skipped
        If it gives no document: it can't be read, holds no text, or is a draft (kind `draft`).

    >>> from analysis.reading.sources.rows import post_of
    >>> record = {"title": "会议", "text": "<p>会议召开。</p>"}
    >>> document, problems = read_item(Item("a.csv/1", "1", "a.csv", lambda: post_of(record), record, "gb18030"))
    >>> document.title, document.text, document.source_span(0, 4), document.encoding
    ('会议', '会议召开。', Span(start=3, stop=7), 'gb18030')
    """
    options = options or Options()
    data = item.content()
    if item.record is None:
        reading = document_from(data, item.name, item.doc_id, encoding=options.encoding, container=item.container)
    else:
        reading = _of_row(item, item.record, data)
    if not options.drafts and (said := _draft(reading.document.metadata)):
        raise Skipped("draft", f"it is a draft ({said}); drafts are read with drafts=True.")
    return reading


def _of_row(item: Item, record: Mapping[str, Any], data: bytes) -> Reading:
    document, problems = document_from(data, f"{item.name}.md", item.doc_id)  # cells may hold Markdown
    n = data.decode().index(HEAD_END) + len(HEAD_END)
    titled = bool(str(record.get("title", "")).strip())
    return Reading(
        replace(
            document,
            title=document.title if titled else _first_line(document.text) or item.name.rpartition("/")[2],
            path=item.name,
            container=item.container,
            encoding=item.encoding,
            origin=document.origin and _moved(document.origin, n, len(document.text)),
            removed=tuple(piece._replace(start=piece.start - n, stop=piece.stop - n) for piece in document.removed),
            fields=tuple(piece._replace(start=piece.start - n, stop=piece.stop - n) for piece in document.fields),
        ),
        [Problem(item.name, None, *problem[2:]) for problem in problems if titled or problem.kind != "title"],
    )


def _moved(origin: OffsetMap, n: int, length: int) -> OffsetMap:
    return OffsetMap(((at, start - n, stop - n) for at, start, stop in origin.runs()), length)


def _first_line(text: str) -> str:
    first = text.lstrip().partition("\n")[0].strip()
    return first if len(first) <= MAX_TITLE_LINE else ""


def _draft(metadata: Mapping[str, Any]) -> str:
    """What says that a post is not to be published: `draft` of Hugo, `published` of Jekyll and Hexo."""
    for key, sign in (("draft", _YES), ("published", _NO)):
        value = metadata.get(key)
        if isinstance(value, str) and sign.fullmatch(value.strip()):
            return f"{key}: {value.strip()}"
    return ""
