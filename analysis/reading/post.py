"""One file to one document."""

import hashlib
import html
import os
import re
from datetime import datetime
from typing import Any, NamedTuple

from analysis.document import Document
from analysis.reading.dates import day_in_name, first_full_day, read_date
from analysis.reading.encoding import Decoded, decoded
from analysis.reading.excerpt import Excerpt, plain_lines
from analysis.reading.front_matter import split_front_matter
from analysis.reading.furniture import find_furniture, lifted
from analysis.reading.html_text import html_text, is_html
from analysis.reading.markdown import markdown_marks
from analysis.reading.page import Page, read_page
from analysis.reading.problems import KEPT, REPAIRED, Problem, Skipped

MAX_BYTES = 20 * 1024 * 1024  # a post has 10 kB; a larger file is a dump of many
MAX_TITLE_LINE = 60  # characters; a longer first line is a paragraph
_PAGES = (".html", ".htm")
_MARKDOWN = (".md", ".markdown")
_TITLE_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,6});")


class Reading(NamedTuple):
    """A document and what was wrong with its file."""

    document: Document
    problems: list[Problem]


class _Body(NamedTuple):
    excerpt: Excerpt
    furniture: list[tuple[str, str]]
    page: Page | None
    bare: bool  # a passage without front matter and markup: its offsets are the file's


def document_from(data: bytes, path: str, doc_id: str | None = None) -> Reading:
    """The document that the bytes of one file hold; `path` names the file below the corpus folder.

    Raises
    ------
    Skipped
        If the file holds no text.

    >>> document, problems = document_from("---\\ntitle: 会议\\n---\\n<p>来源：工人日报</p><p>会议召开。</p>".encode(), "a.md")
    >>> document.title, document.text, document.source, problems
    ('会议', '会议召开。', '工人日报', [])
    """
    if not data.strip():
        raise Skipped("empty", f"the file is empty ({len(data):,} bytes).")
    result = decoded(data)
    source = plain_lines(result.text)
    front = split_front_matter(source.text)
    suffix = os.path.splitext(path)[1].lower()
    body = _body(source, front.body_start, suffix, bool(front.metadata))
    found = find_furniture(body.excerpt.text)
    cuts = [span for span, kind in found.cuts if not body.bare or kind not in _INLINE]
    clean = body.excerpt.without(_merged(cuts))
'''
'''
