"""What the grammar reads in a document: the blocks of each sentence, read once for the table and for its explanation."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from analysis.document import Document
from analysis.names.kinds.mask import Mask
from analysis.names.own import Hit
from analysis.names.page import Page
from analysis.names.persons import PersonReader
from analysis.names.posts import Post
from analysis.names.tagger import Tagged
from analysis.officials.acts import ActReader
from analysis.officials.blocks import Block, BlockReader
from analysis.officials.chain import ChainReader
from analysis.officials.rosters import LABEL, RosterReader
from analysis.officials.seen import Seen
from analysis.spans import Span

SENTENCE_END = re.compile("[。！？!?\n]")


class Sentence(NamedTuple):
    """A sentence that names an office, its blocks in text order, and the ranges that acts and rosters have read."""

    span: Span
    blocks: list[Block]
    taken: list[tuple[int, int]]


class Reading(NamedTuple):
    """The sentences of a document in which offices are named, and what they were read with."""

    sentences: list[Sentence]
    blocks: BlockReader
    mask: Mask
    posts: Sequence[Post]
    persons: PersonReader


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a text as ranges, their end marks included."""
    start = 0
    for mark in SENTENCE_END.finditer(text):
        if mark.end() - start > 1:
            yield start, mark.end()
        start = mark.end()
    if start < len(text):
        yield start, len(text)


def reading_of(document: Document, page: Page, own: Sequence[Hit], tagged: Sequence[Tagged] | None) -> Reading | None:
    """What the grammar reads in one document; None if it names no office."""
    text = document.text
    mask = Mask(text)
    posts = [post for post in page.posts if not mask.covers(post.start, post.stop)]
    if not posts and not LABEL.search(text):
        return None
    seen = None if tagged is None else Seen(text, tagged, own)
    words = page.words.with_names([*own, *(seen.persons() if seen else ())])
    persons = PersonReader(text, words, frozenset(post.start for post in posts))
    chains = ChainReader(text, page.bodies, posts, tagged or ())
    acts, rosters = ActReader(text, chains, persons), RosterReader(text, chains, persons, document.title)
    blocks = BlockReader(text, chains, persons, tagged)
    found = []
    for span in _with_posts(text, posts):
        done = list(acts.blocks(*span)) or list(rosters.blocks(*span))
        taken = sorted([*rosters.taken(*span), *((block.start, block.stop) for block in done)])
        read = sorted([*done, *blocks.blocks(*span, taken)], key=lambda block: (block.start, block.stop))
        found.append(Sentence(Span(*span), list(map(seen.in_block, read)) if seen else read, taken))
    return Reading(found, blocks, mask, posts, persons)


def _with_posts(text: str, posts: Sequence[Post]) -> Iterator[tuple[int, int]]:
    """The sentences in which an office is named."""
    starts = [post.start for post in posts]
    for start, stop in sentences(text):
        if bisect_left(starts, start) < bisect_left(starts, stop) or LABEL.match(text, start, stop):
            yield start, stop
