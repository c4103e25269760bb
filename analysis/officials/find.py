"""Officials of a document: one row per person and position."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

import pandas as pd

from analysis.document import Document, Token
from analysis.names.bodies import BodyReader, registry
from analysis.names.masks import Mask
from analysis.names.persons import Name, PersonReader
from analysis.names.posts import Post, find_posts
from analysis.names.words import Words
from analysis.officials.acts import ActReader
from analysis.officials.blocks import Block, BlockReader, enumerations, is_foreign
from analysis.officials.chain import ChainReader, Position
from analysis.officials.inherit import SUB_BODIES, Resolver
from analysis.segment import Segmenter
from analysis.tables import OFFICIALS

SENTENCE_END = re.compile("[。！？!?\n]")
# Bodies whose officers run a business or an association (gold guidelines 1).
BUSINESS = re.compile("公司|集团$|银行$|证券|保险|企业|工厂$|厂$|商会$|协会$|学会$|俱乐部$|基金$|研究所$")
BUSINESS_HEADS = re.compile("^(?:董事|总裁|总经理|经理|首席执行官|首席\\w+官|合伙人|创始人)")

Row = tuple[object, ...]


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a text as ranges, their end marks included."""
    start = 0
    for mark in SENTENCE_END.finditer(text):
        if mark.end() - start > 1:
            yield start, mark.end()
        start = mark.end()
    if start < len(text):
        yield start, len(text)


def officials_of(document: Document, tokens: Sequence[Token]) -> list[Row]:
    """Rows of `tables.OFFICIALS` for one document, in text order."""
    text = document.text
    mask = Mask(text)
    posts = [post for post in find_posts(text) if not mask.covers(post.start, post.stop)]
    if not posts:
        return []
    words = Words(tokens)
    persons = PersonReader(text, words, frozenset(post.start for post in posts))
    chains = ChainReader(text, BodyReader(text, tokens), posts)
    acts, blocks, resolver = (
        ActReader(text, chains, persons),
        BlockReader(text, chains, persons),
        Resolver(document, words),
    )
    read = [(span, _blocks_of(*span, acts, blocks)) for span in _with_posts(text, posts)]
    for _, found in read:
        for block in found:
            for name, position in product(block.names, block.positions):
                resolver.learn(name.person, position)
    rows = [row for span, found in read for row in _rows(document, mask, found, resolver, span)]
    return sorted(rows, key=lambda row: (row[1], row[2]))  # type: ignore[no-any-return]


def _with_posts(text: str, posts: Sequence[Post]) -> Iterator[tuple[int, int]]:
    """The sentences in which an office is named."""
    starts = [post.start for post in posts]
    for start, stop in sentences(text):
        if bisect_left(starts, start) < bisect_left(starts, stop):
            yield start, stop


def _blocks_of(start: int, stop: int, acts: ActReader, blocks: BlockReader) -> list[Block]:
    done = list(acts.blocks(start, stop))
    rest = blocks.blocks(start, stop, [(block.start, block.stop) for block in done])
    return sorted([*done, *rest], key=lambda block: (block.start, block.stop))


def _rows(
    document: Document, mask: Mask, blocks: list[Block], resolver: Resolver, sentence: tuple[int, int]
) -> Iterator[Row]:
    text, beside = document.text, ""
    for group in enumerations(text, blocks):
        n_names, place = sum(len(block.names) for block in group), 0
        for block in group:
            own = _resolved(block.positions, resolver, beside, block.names[0])
            orders = _orders(block, place, n_names)
            place += len(block.names)
            if block.is_office and not mask.refers(block.names[0], block.stop):
                yield from _of_block(document, block, own, orders, resolver, text[sentence[0] : sentence[1]].strip())
            offices = zip(block.positions, own, strict=True)
            beside = next((body for position, body in offices if body and position.official_class != "none"), beside)


def _resolved(positions: Sequence[Position], resolver: Resolver, beside: str, holder: Name) -> list[str]:
    """The full bodies of a chain. What is inherited is the last body that is not a part of the one before it."""
    bodies: list[str] = []
    anchors: list[str] = []
    for position in positions:
        bodies.append(resolver.resolve(position, anchors, beside, holder))
        if bodies[-1] and not (anchors and SUB_BODIES.match(position.body)):
            anchors.append(bodies[-1])
    return bodies


def _orders(block: Block, place: int, n_names: int) -> list[int | None]:
    if block.act:
        return [i + 1 if block.shared else None for i in range(len(block.names))]
    return [place + i + 1 if n_names > 1 else None for i in range(len(block.names))]


def _of_block(
    document: Document, block: Block, bodies: list[str], orders: list[int | None], resolver: Resolver, sentence: str
) -> Iterator[Row]:
    modifiers = _spread(block.positions)
    more = block.more or ((),) * len(block.names)
    for name, order, extra in zip(block.names, orders, more, strict=True):
        beside = _resolved(extra, resolver, next((body for body in bodies if body), ""), name)
        held = [*zip(block.positions, bodies, modifiers, strict=True), *zip(extra, beside, _spread(extra), strict=True)]
        for position, body, modifier in held:
            kind = _class(position, body)
            span = (document.doc_id, name.start, name.stop, name.person)
            post = (position.title, position.body, body, modifier.replace("现", ""), block.act)
            yield (*span, *post, order, block.shared, kind, block.rule, sentence)


def _spread(positions: Sequence[Position]) -> list[str]:
    """原 and 前 hold for the titles behind them until one brings its own body."""
    spread, last = [], ""
    for position in positions:
        last = position.modifier or (last if not position.body and last in {"原", "前", "曾任"} else "")
        spread.append(last)
    return spread


def _class(position: Position, body: str) -> str:
    if any(entry.system == "国际" and entry.kind == "国际组织" for entry in registry().get(body, ())):
        return "international"
    if is_foreign(body or position.body):
        return "international" if position.official_class == "international" else "foreign"
    if BUSINESS.search(body) or BUSINESS_HEADS.match(position.head):
        return "executive"
    if position.official_class in {"executive", "foreign"} and body:
        return "official"
    return position.official_class if position.official_class not in {"", "none"} else "official"


def find_officials(documents: Iterable[Document], segmenter: Segmenter | None = None) -> pd.DataFrame:
    """Who holds which post in which body, by the words of each text.

    Parameters
    ----------
    documents : iterable of Document
        A corpus, or any documents.
    segmenter : Segmenter, optional
        With your own words; the default is a plain one.

    Returns
    -------
    DataFrame of `tables.OFFICIALS`
        One row per person and position, documents in the order given, rows in text order.

    >>> page = Document("d", text="水利部党组成员、副部长田远山、邱明礼，总工程师陶砚秋出席会议。")
    >>> find_officials([page])[["person", "title", "body_full", "order", "shared"]].values.tolist()
    [['田远山', '党组成员', '水利部', 1, True], ['田远山', '副部长', '水利部', 1, True], ['邱明礼', '党组成员', '水利部', 2, True], ['邱明礼', '副部长', '水利部', 2, True], ['陶砚秋', '总工程师', '水利部', 3, False]]
    """
    segmenter = segmenter or Segmenter()
    rows = [row for document in documents for row in officials_of(document, segmenter.tokens(document.text))]
    return OFFICIALS.of(rows)
