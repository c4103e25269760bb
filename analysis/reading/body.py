"""The body of a file to its clean text: markup and furniture taken out, the place of every character kept."""

from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

from analysis.reading.credits import Credit
from analysis.reading.excerpt import Excerpt
from analysis.reading.front_matter import Note
from analysis.reading.furniture.paragraphs import Cut, find_furniture
from analysis.reading.html_text import html_text, is_html, open_comment, without_adverts
from analysis.reading.markdown import markdown_marks
from analysis.reading.nesting import MAX_DEPTH, flattened
from analysis.reading.page import Page, read_page
from analysis.reading.problems import REPAIRED
from analysis.spans import Span

_PAGES = (".html", ".htm")
_MARKDOWN = (".md", ".markdown")
_TOO_DEEP = Note(None, f"elements nest deeper than {MAX_DEPTH}; the tags below were read as line ends.", REPAIRED)


class Body(NamedTuple):
    """A clean text as an excerpt of the decoded file, and what was taken out of it.

    `furniture` is `(kind, verbatim text)`, blocks of the page first, then in text order; `page` is None if the file
    is no whole HTML page.
    """

    excerpt: Excerpt
    furniture: tuple[tuple[str, str], ...]
    credits: list[Credit]
    dateline: str
    page: Page | None
    notes: tuple[Note, ...] = ()

    @property
    def text(self) -> str:
        """The clean text."""
        return self.excerpt.text


class _Raw(NamedTuple):
    excerpt: Excerpt
    blocks: list[tuple[str, str]]
    page: Page | None
    marked_up: bool
    notes: tuple[Note, ...] = ()


def read_body(source: Excerpt, start: int, suffix: str, posted: bool) -> Body:
    """The body that begins at `start` of a file's text.

    A passage without front matter (`posted`) and without markup is kept as it stands, so that its offsets are those
    of the file: only whole lines of furniture are taken out, and what its datelines and brackets say is noted.
    """
    raw = _raw(source, start, suffix)
    found = find_furniture(raw.excerpt.text)
    cuts = found.cuts if posted or raw.marked_up else [cut for cut in found.cuts if cut.whole_line]
    clean = _trimmed(raw.excerpt.without([cut.span for cut in cuts]), both_ends=posted or raw.marked_up)
    verbatim = [(cut.kind, _verbatim(raw.excerpt.text, cut)) for cut in cuts]
    return Body(clean, tuple(raw.blocks + verbatim), found.credits, found.dateline, raw.page, raw.notes)


def _verbatim(text: str, cut: Cut) -> str:
    return text[cut.span.start : cut.span.stop].strip("\n 　")


def _raw(source: Excerpt, start: int, suffix: str) -> _Raw:
    body = source.part(start, len(source.text)) if start else source
    if suffix in _PAGES or is_html(body.text):
        return _from_html(body, suffix in _PAGES, source.text.count("\n", 0, start) + 1)
    if suffix in _MARKDOWN:
        return _Raw(body.without(markdown_marks(body.text)), [], None, False)
    return _Raw(body, [], None, False)


def _from_html(body: Excerpt, whole_page: bool, first_line: int) -> _Raw:
    html, notes = _with_comments_closed(without_adverts(body.text), first_line)
    if (shallow := flattened(html)) != html:
        html, notes = shallow, (*notes, _TOO_DEEP)
    tree = LexborHTMLParser(html) if whole_page else None
    page = read_page(tree) if tree else None
    found = html_text(html, page.article if page else None)
    blocks = [(block.kind, block.text) for block in found.furniture]
    return _Raw(body.of(found.excerpt), blocks, page, True, notes)


def _with_comments_closed(html: str, first_line: int) -> tuple[str, tuple[Note, ...]]:
    """Without the mark of a comment that is never closed: what it hides stays text, and the offsets stay right."""
    start = open_comment(html)
    if start < 0:
        return html, ()
    line = first_line + html.count("\n", 0, start)
    note = Note(line, "a comment is never closed; what follows it was read as text.", REPAIRED)
    return html[:start] + "    " + html[start + 4 :], (note,)


def _trimmed(clean: Excerpt, both_ends: bool) -> Excerpt:
    """Without the line ends behind the last line; of a post also without the blank lines before the first."""
    stop = len(clean.text.rstrip("\n" if not both_ends else None))
    start = 0
    if both_ends:
        first = len(clean.text) - len(clean.text.lstrip())
        start = clean.text.rfind("\n", 0, first) + 1
    cuts = [Span(0, start)] if start else []
    return clean.without([*cuts, Span(stop, len(clean.text))] if stop < len(clean.text) else cuts)
