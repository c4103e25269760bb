"""Named sites: how each is recognised, where its articles stand, and which of its markup and lines are furniture.

A site is one file in `site_rules/`, named as you like; `site_rules/README.md` tells the format. Its example is a test.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from analysis.errors import AnalysisError, value_invalid

FOLDER, SUFFIX = "site_rules", ".txt"
ANY_SITE = "any"  # the file whose rules hold on every site
_KEYS = ("site", "author", "host", "markup", "article", "block", "line")
_PLACES_OF_A_HOST = ("link", "url", "source_url", "original_url", "permalink", "canonical", "headimg", "thumbnail")
_HOST = re.compile(r"(?:https?:)?//([A-Za-z0-9.-]+)")


class LineRule(NamedTuple):
    """A line of one site that is furniture: its kind, the rule's name, and what the whole line looks like."""

    kind: str
    name: str
    pattern: re.Pattern[str]


class Example(NamedTuple):
    """A body as the site writes it, and the text that is left of it."""

    before: str
    after: str


@dataclass(frozen=True)
class Site:
    """What is known of one site.

    Attributes
    ----------
    name : str
    authors, hosts, markup : tuple of str
        Values of the post's `author`, domains (with all below them) of its links and pictures, and pieces of markup:
        one that fits is enough; authors are tried first, then hosts, then markup.
    article : tuple of str
        CSS selectors of the element that holds the article in a whole page, best first.
    blocks : mapping
        CSS class, or id with `#`, of an element that is furniture -> kind.
    lines : tuple of LineRule
    examples : tuple of Example
    """

    name: str
    authors: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    markup: tuple[str, ...] = ()
    article: tuple[str, ...] = ()
    blocks: Mapping[str, str] = field(default_factory=dict)
    lines: tuple[LineRule, ...] = ()
    examples: tuple[Example, ...] = ()

    def at(self, host: str) -> bool:
        """Whether a host (with a dot before it) is one of the site's, or below one."""
        return any(host.endswith("." + name) for name in self.hosts)


class Sites:
    """All sites, and the quickest way to the right one."""

    def __init__(self, named: Iterable[Site], any_site: Site) -> None:
        self.named, self.any_site = tuple(named), any_site
        self._by_author = {author: site for site in self.named for author in site.authors}

    def of(self, metadata: Mapping[str, Any], html: str = "") -> Site:
        """The site that a post's metadata or its markup name; the rules of any site if neither does.

        >>> read_sites().of({"author": "央视新闻"}).name, read_sites().of({}, "<p>会议</p>").name
        ('央视网', 'any')
        """
        author = metadata.get("author")
        if isinstance(author, str) and (site := self._by_author.get(author.strip())):
            return site
        return self._by_host(metadata) or self._by_markup(html) or self.any_site

    def _by_host(self, metadata: Mapping[str, Any]) -> Site | None:
        values = (metadata.get(key) for key in _PLACES_OF_A_HOST)
        hosts = ("." + match[1].lower() for value in values if isinstance(value, str) and (match := _HOST.match(value)))
        return next((site for host in hosts for site in self.named if site.at(host)), None)

    def _by_markup(self, html: str) -> Site | None:
        if "<" not in html:
            return None
        return next((site for site in self.named for mark in site.markup if mark in html), None)


@lru_cache(maxsize=1)
def read_sites() -> Sites:
    """The sites of `site_rules/`, by file name; each has the blocks and lines of any site beside its own.

    Raises AnalysisError where a file breaks the format.
    """
    folder = files("analysis.reading.furniture") / FOLDER
    texts = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir() if path.name.endswith(SUFFIX)}
    sites = [read_site(texts[name], name) for name in sorted(texts)]
    any_site = next(site for site in sites if site.name == ANY_SITE)
    named = (site for site in sites if site.name != ANY_SITE)
    return Sites((_with_rules_of(any_site, site) for site in named), any_site)


def _with_rules_of(any_site: Site, site: Site) -> Site:
    values = {name: getattr(site, name) for name in ("name", "authors", "hosts", "markup", "examples")}
    return Site(
        **values,
        article=(*site.article, *any_site.article),
        blocks={**any_site.blocks, **site.blocks},
        lines=(*site.lines, *any_site.lines),
    )


def read_site(text: str, path: str) -> Site:
    r"""The site that the text of one file describes.

    Raises AnalysisError, with the file and the line, for an unknown key, a line without one, or a broken pattern.

    >>> site = read_site("site: 临江在线\nhost: lj.example.invalid\nblock advert: .ad #foot\nline slogan: 天天临江\n", "lj.txt")
    >>> site.blocks, site.lines[0].pattern.pattern
    ({'ad': 'advert', '#foot': 'advert'}, '天天临江')
    """
    head, *examples = re.split(r"^before:\n", text, flags=re.MULTILINE)
    rows = [_row(line, f"{path}:{i}") for i, line in enumerate(head.split("\n"), start=1) if line and line[0] != "#"]
    name = _values(rows, "site")[0] if _values(rows, "site") else path.removesuffix(SUFFIX)
    return Site(
        name=name,
        authors=_values(rows, "author"),
        hosts=_words(rows, "host"),
        markup=_values(rows, "markup"),
        article=_values(rows, "article"),
        blocks={word.removeprefix("."): row.kind for row in rows if row.key == "block" for word in row.value.split()},
        lines=tuple(LineRule(row.kind, f"line of {name}", _pattern(row)) for row in rows if row.key == "line"),
        examples=tuple(_example(example, path) for example in examples),
    )


class _Row(NamedTuple):
    place: str
    key: str
    kind: str
    value: str


def _row(line: str, place: str) -> _Row:
    head, colon, value = line.partition(": ")
    key, _, kind = head.partition(" ")
    if not colon:
        raise AnalysisError(f"{place}: {line!r} is not a line like `host: example.cn`.")
    if key not in _KEYS:
        raise AnalysisError(f"{place}: {value_invalid('key', key, _KEYS)}")
    return _Row(place, key, kind, value.strip())


def _values(rows: Iterable[_Row], key: str) -> tuple[str, ...]:
    return tuple(row.value for row in rows if row.key == key)


def _words(rows: Iterable[_Row], key: str) -> tuple[str, ...]:
    return tuple(word for value in _values(rows, key) for word in value.split())


def _pattern(row: _Row) -> re.Pattern[str]:
    try:
        return re.compile(row.value)
    except re.error as reason:
        raise AnalysisError(f"{row.place}: the pattern {row.value!r} can't be read: {reason}.") from None


def _example(text: str, path: str) -> Example:
    before, after, expected = text.partition("\nafter:\n")
    if not after:
        raise AnalysisError(f"{path}: an example has a line `before:` and no line `after:`.")
    return Example(before, expected.rstrip("\n"))
