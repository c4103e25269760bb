"""What the grammar reads in a document: the blocks of each sentence, read once for the table and for its explanation."""

from collections.abc import Sequence
from typing import NamedTuple

from analysis.document import Document
from analysis.names.own import Hit
from analysis.names.page import Page
from analysis.names.persons import PersonReader
from analysis.names.tagger import Tagged
from analysis.officials.acts.reader import ActReader
from analysis.officials.grammar.blocks import Block, BlockReader
from analysis.officials.grammar.chain import ChainReader
from analysis.officials.offices import Offices
from analysis.officials.rosters import RosterReader
from analysis.officials.seen import Seen
from analysis.spans import Span


class Sentence(NamedTuple):
    """A sentence that names an office, its blocks in text order, and the ranges that acts and rosters have read."""

    span: Span
    blocks: list[Block]
    taken: list[tuple[int, int]]


class Reading(NamedTuple):
    """The sentences of a document in which offices are named, and what they were read with."""

    sentences: list[Sentence]
    blocks: BlockReader
    offices: Offices
    persons: PersonReader


def reading_of(
    document: Document, page: Page, offices: Offices, own: Sequence[Hit], tagged: Sequence[Tagged] | None
) -> Reading | None:
    """What the grammar reads in one document; None if it names no office."""
    text, posts = document.text, offices.posts
    if not offices.sentences:
        return None
    tagged = None if tagged is None else [name for name in tagged if not _ends_in_a_blank(name, text)]
    seen = None if tagged is None else Seen(text, tagged, own)
    words = page.words.with_names([*own, *(seen.persons() if seen else ())])
    persons = PersonReader(text, words, frozenset(post.start for post in posts))
    chains = ChainReader(text, page.bodies, posts, tagged or ())
    acts, rosters = ActReader(text, chains, persons), RosterReader(text, chains, persons, document.title)
    blocks = BlockReader(text, chains, persons, tagged)
    found = []
    for span in offices.sentences:
        done = list(acts.blocks(*span)) or list(rosters.blocks(*span))
        taken = sorted([*rosters.taken(*span), *((block.start, block.stop) for block in done)])
        read = sorted([*done, *blocks.blocks(*span, taken)], key=lambda block: (block.start, block.stop))
        found.append(Sentence(span, list(seen.in_blocks(read, words)) if seen else read, taken))
    return Reading(found, blocks, offices, persons)


def _ends_in_a_blank(name: Tagged, text: str) -> bool:
    """Whether what the model sees takes in the blank beside a name (王　): it is no name then."""
    return text[name.start].isspace() or text[name.stop - 1].isspace()
