"""Where a text names offices: the sentences that are read, and the stretches that are looked at for them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from analysis.names.kinds.mask import Mask
from analysis.names.page import Page
from analysis.names.posts import Post
from analysis.names.token_places import SENTENCE_END
from analysis.officials.rosters import LABEL
from analysis.officials.rosters.lines import LINE, is_prose
from analysis.spans import Span

# Between these a vita may say further on what its subject became (`act_names`).
STRETCH = re.compile("[^。\n]+[。\n]?")


class Offices(NamedTuple):
    """The posts of one text that are offices, the mask that took the others out, and the sentences that are read for them."""

    mask: Mask
    posts: Sequence[Post]
    sentences: Sequence[Span]


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a text as ranges, their end marks included."""
    start = 0
    for mark in SENTENCE_END.finditer(text):
        if mark.end() - start > 1:
            yield start, mark.end()
        start = mark.end()
    if start < len(text):
        yield start, len(text)


def offices_of(page: Page) -> Offices:
    """Where the text of a page names offices."""
    mask = Mask(page.text)
    posts = [post for post in page.posts if not mask.covers(post.start, post.stop)]
    return Offices(mask, posts, list(_naming(page.text, posts)))


def _naming(text: str, posts: Sequence[Post]) -> Iterator[Span]:
    """The sentences in which an office is named, or that begin with what may be its label."""
    if not posts and not LABEL.search(text):
        return
    starts = [post.start for post in posts]
    for start, stop in sentences(text):
        if bisect_left(starts, start) < bisect_left(starts, stop) or LABEL.match(text, start, stop):
            yield Span(start, stop)


def stretches(text: str, naming: Sequence[Span]) -> list[Span]:
    """The stretches in which a name may count: around the sentences that name offices, and the lines of rosters.

    They are apart, in text order, and end behind a full stop or a line.

    >>> text = "会议召开。部长田远山到会。会议闭幕。"
    >>> [text[a:b] for a, b in stretches(text, [Span(5, 13)])], stretches(text, [])
    (['部长田远山到会。'], [])
    """
    starts = [start for start, _ in naming]
    found: list[Span] = []
    for match in STRETCH.finditer(text) if naming else ():
        start, stop = match.span()
        named = bisect_left(starts, start) < bisect_left(starts, stop)
        if named or not all(is_prose(text, *line.span()) for line in LINE.finditer(text, start, stop)):
            begin = found.pop().start if found and found[-1].stop == start else start
            found.append(Span(begin, stop))
    return found
