"""What a whole HTML page says outside its text: title, date, source, author, and which element holds the article."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from analysis.moments import read_date

_DATE_NAMES = (
    "article:published_time", "og:published_time", "publishdate", "pubdate", "publish_time", "publishtime",
    "datepublished",
    "firstpublishedtime", "weibo: article:create_at", "date", "dc.date", "dcterms.created",
)  # fmt: skip
_DATE_ELEMENTS = "time, #publish_time, #pubtime, #pubtime_baidu, .pubtime, .pub-time, .publish-time, .publish_time"
_DAY_ON = re.compile(r"\d{4}\s?[-/.年]\s?\d.*", re.DOTALL)  # from the day on: 发布时间：2023-05-03 10:00
_TITLE_NAMES = ("articletitle", "og:title")  # the first is that of the standard for the sites of authorities
_SOURCE_NAMES = ("contentsource", "mediaid", "source")
_PROSE = re.compile("[，。；！？]")
_MIN_PROSE = 5  # characters of a piece of text that may be part of a sentence
_MOST = 0.95  # of a page's prose is in the article's element; the rest is in summaries of other articles
# What may hold a whole article; a heading, a paragraph or an element of a site's own making may hold a part of it.
_HOLDERS = frozenset("body main article section div center form font table tbody tr td".split())


class Page(NamedTuple):
    """The facts of a page; None or empty where it says nothing.

    `headings` is what the heading may read; empty where the page's markup names the article, for then the article is
    all that stands in that element.
    """

    title: str
    headings: frozenset[str]
    date: datetime | None
    source: str
    author: str
    article: LexborNode | None
    urls: tuple[str, ...] = ()


def read_page(tree: LexborHTMLParser, articles: Sequence[str] = ()) -> Page:
    """The facts of a page; `articles` are CSS selectors of the element that holds the article, best first.

    >>> read_page(LexborHTMLParser("<title>会议召开_某网</title><h1>会议召开</h1>")).title
    '会议召开'
    """
    named = _named(tree)
    dates = [read_date(named[name]) for name in _DATE_NAMES if name in named]
    dates += [_date_in(node) for node in tree.css(_DATE_ELEMENTS)]
    by_name = _named_article(tree, articles)
    return Page(
        _title(tree, named),
        frozenset() if by_name else _headings(tree, named),
        next((date for date in dates if date), None),
        next((named[name] for name in _SOURCE_NAMES if named.get(name)), ""),
        named.get("author", ""),
        (by_name[0] if len(by_name) == 1 else None) if by_name else _holder_of_prose(tree),
        tuple(links_of(tree).values()),
    )


def _named(tree: LexborHTMLParser) -> dict[str, str]:
    values: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        name = node.attributes.get("name") or node.attributes.get("property") or node.attributes.get("itemprop") or ""
        values.setdefault(name.lower(), (node.attributes.get("content") or "").strip())
    return values


def _date_in(node: LexborNode) -> datetime | None:
    """The moment that an element tells, by its attribute or its text, in which a label may stand before the day."""
    text = " ".join(node.text().split())
    day = _DAY_ON.search(text)
    written = (node.attributes.get("datetime"), text, day and day[0])
    return next((date for value in written if value and (date := read_date(value))), None)


def _titles(tree: LexborHTMLParser, named: dict[str, str]) -> list[str]:
    """What a page gives as the title of its article: what its head names so, its heading."""
    return [name for name in (*(named.get(name, "") for name in _TITLE_NAMES), _line(tree.css_first("h1"))) if name]


def _title(tree: LexborHTMLParser, named: dict[str, str]) -> str:
    """The title of the article if that of the page holds it (and adds the site's name) or is empty, else that of the page."""
    title = _line(tree.css_first("title"))
    return next((written for written in _titles(tree, named) if not title or written in title), title)


def _headings(tree: LexborHTMLParser, named: dict[str, str]) -> frozenset[str]:
    """What the page's heading may read, without blanks: the parts of its title (site, section, heading), its h1."""
    title = _line(tree.css_first("title"))
    written = [title, *_titles(tree, named), *re.split(r"[-_|丨–—]+", title)]
    return frozenset("".join(part.split()) for part in written if part.strip())


def _line(node: LexborNode | None) -> str:
    return re.sub(r"\s+", " ", node.text()).strip() if node else ""


def links_of(tree: LexborHTMLParser) -> dict[str, str]:
    """The address that a page gives itself, as `canonical`."""
    link, named = tree.css_first("link[rel=canonical]"), tree.css_first("meta[property='og:url']")
    address = (link.attributes.get("href") if link else None) or (named.attributes.get("content") if named else None)
    return {"canonical": address} if address else {}


def _named_article(tree: LexborHTMLParser, selectors: Sequence[str]) -> list[LexborNode]:
    """The elements with text that the first fitting selector finds; several are no article but a list of some."""
    found = ([node for node in tree.css(selector) if node.text().strip()] for selector in selectors)
    return next((nodes for nodes in found if nodes), [])


def _holder_of_prose(tree: LexborHTMLParser) -> LexborNode | None:
    """The smallest element that holds nearly all sentences of a page; menus and lists of links have none."""
    prose: Counter[int] = Counter()
    for node in reversed(list(tree.root.traverse(include_text=True)) if tree.root else []):  # what is below comes first
        if node.tag == "-text":
            text = (node.text_content or "").strip()
            n = len(text) if len(text) >= _MIN_PROSE and _PROSE.search(text) else 0
        else:
            n = prose[node.mem_id]
        if n and node.parent:
            prose[node.parent.mem_id] += n
    holder, needed = tree.body, _MOST * max(prose.values(), default=0)
    while holder is not None and needed:
        below = [node for node in holder.iter() if node.tag in _HOLDERS and prose[node.mem_id] >= needed]
        if not below:
            return holder
        holder = below[0]
    return None
