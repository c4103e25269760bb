"""What a whole HTML page says outside its text: title, date, source, author, and which element holds the article."""

import re
from datetime import datetime
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from analysis.reading.dates import read_date

_DATE_NAMES = (
    "article:published_time", "og:published_time", "publishdate", "pubdate", "publish_time", "publishtime",
    "datepublished",
    "firstpublishedtime", "weibo: article:create_at", "date", "dc.date", "dcterms.created",
)  # fmt: skip
_SOURCE_NAMES = ("contentsource", "mediaid", "source")
# Where Chinese sites put the article: HTML5, Sina, TRS (most ministries), gov.cn, People's Daily Online, Xinhua.
_ARTICLES = (
    "article, #artibody, #article, .TRS_Editor, #UCAP-CONTENT, .pages_content, .rm_txt_con, #detail, .article-content"
)


class Page(NamedTuple):
    """The facts of a page; None or empty where it says nothing."""

    title: str
    date: datetime | None
    source: str
    author: str
    article: LexborNode | None
    urls: tuple[str, ...] = ()


def read_page(tree: LexborHTMLParser) -> Page:
    """The facts of a page.

    >>> read_page(LexborHTMLParser("<title>会议召开_某网</title><h1>会议召开</h1>")).title
    '会议召开'
    """
    named = _named(tree)
    dates = [read_date(named[name]) for name in _DATE_NAMES if name in named]
    dates += [read_date(node.attributes.get("datetime") or node.text()) for node in tree.css("time")]
    return Page(
        _title(tree),
        next((date for date in dates if date), None),
        next((named[name] for name in _SOURCE_NAMES if named.get(name)), ""),
        named.get("author", ""),
        _article(tree),
        tuple(url for url in (_canonical(tree), named.get("og:url", "")) if url),
    )


def _named(tree: LexborHTMLParser) -> dict[str, str]:
    values: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        name = node.attributes.get("name") or node.attributes.get("property") or node.attributes.get("itemprop") or ""
        values.setdefault(name.lower(), (node.attributes.get("content") or "").strip())
    return values


def _canonical(tree: LexborHTMLParser) -> str:
    """The address that the page gives as its own."""
    node = tree.css_first("link[rel=canonical]")
    return (node.attributes.get("href") or "") if node else ""


def _title(tree: LexborHTMLParser) -> str:
    """The heading if the page's title holds it (and adds the site's name), else the title, else the heading."""
    title, heading = _line(tree.css_first("title")), _line(tree.css_first("h1"))
    return heading if heading and (not title or heading in title) else title


def _line(node: LexborNode | None) -> str:
    return re.sub(r"\s+", " ", node.text()).strip() if node else ""


def _article(tree: LexborHTMLParser) -> LexborNode | None:
    """The element that holds the article, if the page has just one such element with text."""
    found = [node for node in tree.css(_ARTICLES) if node.text().strip()]
    return found[0] if len(found) == 1 else None
