"""An HTML body to its article: elements that are furniture, elements that are hidden, and what stands around the article."""

import re
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from analysis.reading.excerpt import Excerpt
from analysis.reading.furniture.sites import Site
from analysis.reading.html.captions import CAPTION, captions_in
from analysis.reading.html.text import html_text
from analysis.spans import Span

# Only an element without elements in it, and no long one: whole articles are hidden behind a button too.
_HIDDEN = re.compile(
    r"<(?P<tag>div|span|p|i|em|h[1-6])\b[^<>]{0,200}\bstyle\s?=\s?[\"'][^\"'<>]{0,200}\bdisplay\s?:\s?none\b[^<>]{0,200}>"
    r"(?P<text>[^<]{0,120})</(?P=tag)\s*>",
    re.IGNORECASE,
)

_TAG, _TALE = re.compile(r"<[^<>]*>"), re.compile("[。！？]")
_TEXT = re.compile(r"[^<>]+(?![^<>]*>)")  # between tags

Block = tuple[str, str, int, int, str]  # kind, verbatim text, its place in the HTML, the rule


class Article(NamedTuple):
    """The text of an article, the lines of the page that stand around it, and the elements that were left out."""

    text: Excerpt
    around: Excerpt
    blocks: list[Block]


def article_in(html: str, site: Site, tree: LexborHTMLParser | None, element: LexborNode | None) -> Article:
    """The article of a body; of a whole page (`tree`) the text of `element`, if one is known to hold the article."""
    root = tree.root if tree else None
    page = html_text(html, root, blocks=site.blocks)
    rule = f"markup of {site.name} site" if site.name == "any" else f"markup of {site.name}"
    blocks = [(*block, rule) for block in page.furniture]
    if element is None:
        return Article(page.excerpt, Excerpt("", []), blocks)
    return Article(*_parted(page.excerpt, html_text(html, element, blocks=site.blocks).excerpt), blocks)


def _parted(page: Excerpt, article: Excerpt) -> tuple[Excerpt, Excerpt]:
    """The article's lines where they stand in the page, and the lines around them.

    An article that shares a line with what stands around it is taken as it is, and the rest is not told.
    """
    start = f"\n{page.text}\n".find(f"\n{article.text}\n")
    if start < 0 or not article.text:
        return article, Excerpt("", [])
    stop = start + len(article.text)
    return page.part(start, stop), page.without([Span(start, min(stop + 1, len(page.text)))])


def without_unseen(html: str) -> tuple[str, list[Block]]:
    """The HTML, as long as before, with blanks for what is not displayed and for the captions of pictures."""
    html, hidden = _without_hidden(html)
    html, captions = _without_captions(html)
    return html, hidden + captions


def _without_hidden(html: str) -> tuple[str, list[Block]]:
    """The HTML, as long as before, with comments for small elements that are not displayed."""
    if "none" not in html and "NONE" not in html:
        return html, []
    blocks: list[Block] = []

    def emptied(match: re.Match[str]) -> str:
        if text := match["text"].strip():
            blocks.append(("hidden", text, *match.span("text"), "display:none"))
        return f"<!--{'x' * (len(match[0]) - len('<!---->'))}-->"

    return _HIDDEN.sub(emptied, html), blocks


def _without_captions(html: str) -> tuple[str, list[Block]]:
    """The HTML, as long as before, with blanks for the captions of its pictures, unless they are all its text."""
    pieces, blocks, start = [], [], 0
    for text, begin, stop, rule in captions_in(html):
        blocks.append((CAPTION, text, begin, stop, rule))
        pieces += [html[start:begin], _TEXT.sub(lambda match: " " * len(match[0]), html[begin:stop])]
        start = stop
    without = "".join([*pieces, html[start:]]) if blocks else html
    return (without, blocks) if blocks and _TALE.search(_TAG.sub("", without)) else (html, [])
