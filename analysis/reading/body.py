"""The body of a file to its clean text: markup and furniture taken out and told, the place of every character kept."""

import re
from collections.abc import Container
from operator import attrgetter
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

from analysis.document import Field, Removed
from analysis.reading.excerpt import Excerpt
from analysis.reading.front_matter.block import FrontMatter, Note
from analysis.reading.furniture.credits import Credit
from analysis.reading.furniture.paragraphs import Cut, Furniture, find_furniture
from analysis.reading.furniture.said import fields_of
from analysis.reading.furniture.sites import Site, read_sites
from analysis.reading.html.article import article_in, without_unseen
from analysis.reading.html.nesting import MAX_DEPTH, flattened
from analysis.reading.html.page import Page, links_of, read_page
from analysis.reading.html.text import is_html, open_comment, without_adverts
from analysis.reading.markdown import markdown_marks
from analysis.reading.problems import REPAIRED
from analysis.spans import Span

_BY_PLACE = attrgetter("start", "stop")
_PAGES = (".html", ".htm")
_MARKDOWN = (".md", ".markdown")
_NOTHING = "<!x>"  # as long as the mark of a comment, and no text to any parser
_TOO_DEEP = Note(None, f"elements nest deeper than {MAX_DEPTH}; the tags below were read as line ends.", REPAIRED)


class Body(NamedTuple):
    """A clean text as an excerpt of the decoded file, what was taken out of it, and what that says.

    `removed` and `fields` are in source order, with places in the decoded file; `credits` are the same in text order,
    as the grammar of credits reads them; `page` is None if the file is no whole HTML page.
    """

    excerpt: Excerpt
    removed: tuple[Removed, ...]
    fields: tuple[Field, ...]
    credits: list[Credit]
    dateline: str
    page: Page | None
    notes: tuple[Note, ...] = ()

    @property
    def text(self) -> str:
        """The clean text."""
        return self.excerpt.text


class _Raw(NamedTuple):
    """The text of a body before its lines are looked at, and what its markup says."""

    excerpt: Excerpt
    site: Site
    around: Excerpt = Excerpt("", [])
    removed: tuple[Removed, ...] = ()
    page: Page | None = None
    marked_up: bool = False
    notes: tuple[Note, ...] = ()


def read_body(source: Excerpt, front: FrontMatter, suffix: str) -> Body:
    """The body that follows the front matter in a file's text.

    A passage without front matter and without markup is kept as it stands, so that its offsets are those of the file:
    only whole lines of furniture are taken out, and what its datelines and brackets say is noted.
    """
    raw = _raw(source, front, suffix)
    as_it_stands = not (front.present or raw.marked_up)
    text = raw.excerpt.text
    found = find_furniture(text, raw.site.lines)
    cuts = [cut for cut in found.cuts if cut.whole_line] if as_it_stands else found.cuts
    if raw.page:
        cuts = _with_heading(cuts, text, raw.page.headings)
    removed = [*raw.removed, *(_removed(raw.excerpt, cut) for cut in cuts)]
    fields = _fields(raw.excerpt, found)
    around = find_furniture(raw.around.text) if raw.around.text else None
    if around:
        fields += _fields(raw.around, around)
        removed += _lines(raw.around)
    return Body(
        _without(raw.excerpt, cuts, both_ends=not as_it_stands),
        tuple(sorted(removed, key=_BY_PLACE)),
        tuple(sorted(fields, key=_BY_PLACE)),
        [*found.credits, *(around.credits if around else [])],
        text[slice(*found.datelines[0])] if found.datelines else "",
        raw.page,
        raw.notes,
    )


def _fields(excerpt: Excerpt, found: Furniture) -> list[Field]:
    fields = fields_of(excerpt.text, found)
    return [Field(name, value, *excerpt.source(start, stop)) for name, value, start, stop in fields]


def _lines(around: Excerpt) -> list[Removed]:
    """The lines of a page that stand around its article."""
    lines = re.finditer(r"[^\n]+", around.text)
    return [
        Removed("around", match[0], *around.source(*match.span()), "outside the article's element") for match in lines
    ]


def _removed(excerpt: Excerpt, cut: Cut) -> Removed:
    """A cut as it is told: without the blanks and line ends around it."""
    (start, stop), kind, rule, _ = cut
    written = excerpt.text[start:stop].lstrip("\n 　")
    start, shown = stop - len(written), written.rstrip("\n 　")
    return Removed(kind, shown, *excerpt.source(start, start + len(shown)), rule)


def _with_heading(cuts: list[Cut], text: str, headings: Container[str]) -> list[Cut]:
    """Also the heading of a page, where it is the first line that is left: it is the title, and no part of the text."""
    start = 0
    for cut in cuts:
        if text[start : cut.span.start].strip():
            break
        start = cut.span.stop
    start += len(text[start:]) - len(text[start:].lstrip())
    line = text[start:].partition("\n")[0]
    if "".join(line.split()) not in headings or start + len(line) == len(text):
        return cuts
    heading = Cut(Span(start, start + len(line)), "title", "heading of the page", whole_line=True)
    return sorted([*cuts, heading], key=lambda cut: cut.span)


def _raw(source: Excerpt, front: FrontMatter, suffix: str) -> _Raw:
    start = front.body_start
    body = source.part(start, len(source.text)) if start else source
    if suffix in _PAGES or is_html(body.text):
        return _from_html(body, front, suffix in _PAGES, source.text.count("\n", 0, start) + 1)
    site = read_sites().of(front.metadata)
    return _Raw(body.without(markdown_marks(body.text)) if suffix in _MARKDOWN else body, site)


def _from_html(body: Excerpt, front: FrontMatter, whole_page: bool, first_line: int) -> _Raw:
    html, notes = _with_comments_closed(without_adverts(body.text), first_line)
    if (shallow := flattened(html)) != html:
        html, notes = shallow, (*notes, _TOO_DEEP)
    html, unseen = without_unseen(html)
    tree = LexborHTMLParser(html) if whole_page else None
    site = read_sites().of({**links_of(tree), **front.metadata} if tree else front.metadata, html)
    page = read_page(tree, site.article) if tree else None
    article = article_in(html, site, tree, page.article if page else None)
    removed = [Removed(kind, text, *body.source(a, b), rule) for kind, text, a, b, rule in [*unseen, *article.blocks]]
    around = body.of(article.around) if article.around.text else article.around
    return _Raw(body.of(article.text), site, around, tuple(removed), page, True, notes)


def _with_comments_closed(html: str, first_line: int) -> tuple[str, tuple[Note, ...]]:
    """Without the marks of comments that are never closed: what they hide stays text, and the offsets stay right."""
    start = open_comment(html)
    if start < 0:
        return html, ()
    line = first_line + html.count("\n", 0, start)
    note = Note(line, "a comment is never closed; what follows it was read as text.", REPAIRED)
    return html[:start] + html[start:].replace("<!--", _NOTHING), (note,)


def _without(excerpt: Excerpt, cuts: list[Cut], both_ends: bool) -> Excerpt:
    """Without the cuts and the line ends behind the last line; of a post also without the blank lines before the first."""
    kept = excerpt.without([cut.span for cut in cuts])
    clean = kept.text
    shown = len(clean.rstrip(None if both_ends else "\n"))
    first = clean.rfind("\n", 0, len(clean) - len(clean.lstrip())) + 1 if both_ends else 0
    return kept.part(first, shown)
