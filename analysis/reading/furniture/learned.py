"""Furniture that no rule knows: lines that open or close a source's documents far more often than chance allows.

Furniture lies at the ends of a text, one line behind the other. So it is peeled off: the outermost line of each document
is counted over the distinct articles of its source, what recurs beyond chance is taken off, and the next line comes to
light. What recurs inside articles (slogans, 会议指出, headings) is never reached, and sets the rate that chance is given.
The test errs towards leaving lines in.
"""

import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from itertools import combinations, combinations_with_replacement
from typing import Any, NamedTuple
from zlib import crc32

from analysis.document import Document, Removed
from analysis.reading.excerpt import Excerpt
from analysis.reading.furniture.chance import frequent, tail_bound
from analysis.reading.furniture.edge_sample import EdgeSample, SourceSample, site_of
from analysis.reading.furniture.edges import MAX_DEPTH, Edges, learnable
from analysis.spans import OffsetMap, Span

LEARNED = "learned"
HEAD, TAIL = "head", "tail"
ALPHA = 0.001  # chance of one false line in all of a source's lines (Bonferroni)
MIN_DOCUMENTS = 6
MIN_SHARE = 0.05  # of a source's articles: columns of a site differ, and each has its own furniture
MIN_SHARE_OF_PROSE = 0.34  # a sentence is furniture only if a third of the articles end (or open) with it
_PROSE = frozenset("，。！？；")
_LINE = re.compile(r"[^\n]*[^\s][^\n]*")


@dataclass(frozen=True, slots=True)
class LearnedLine:
    """A line that recurs at one end (`head` or `tail`) of a source's documents, digits as 0.

    `n_documents` of `of` distinct articles have it there; `p_value` bounds the chance of that, corrected for all lines.
    """

    source: str
    end: str
    line: str
    n_documents: int
    of: int
    p_value: float

    @property
    def rule(self) -> str:
        """Why it is taken out, in one clause."""
        return f"recurs in {self.n_documents:,} of {self.of:,} documents of {self.source or 'one folder'}"


@dataclass(frozen=True)
class LearnedFurniture:
    """The lines learned from a corpus, by source, end and falling number of documents.

    >>> learned = LearnedFurniture((LearnedLine("临江在线", "tail", "返回首页", 37, 40, 1e-9),))
    >>> LearnedFurniture.from_dict(learned.to_dict()) == learned
    True
    """

    lines: tuple[LearnedLine, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """As plain values, for JSON."""
        return {"lines": [asdict(line) for line in self.lines]}

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> "LearnedFurniture":
        """What `to_dict` gave."""
        return cls(tuple(LearnedLine(**line) for line in values["lines"]))

    @cached_property
    def by_end(self) -> dict[tuple[str, str], dict[str, LearnedLine]]:
        """The lines of each source and end, by line."""
        found: dict[tuple[str, str], dict[str, LearnedLine]] = {}
        for line in self.lines:
            found.setdefault((line.source, line.end), {})[line.line] = line
        return found


def learn_furniture(documents: Iterable[Document]) -> LearnedFurniture:
    r"""The lines that recur at the ends of a source's documents beyond chance.

    One pass, in bounded memory, and the same result in any order of the documents. Reprints of one article count once.
    A line is furniture if, among the distinct articles of its source, it is the outermost line (behind other furniture)
    of at least `MIN_DOCUMENTS` and of a share of `MIN_SHARE` (`MIN_SHARE_OF_PROSE` if it is a sentence), the lines it
    borders on differ, and chance explains that with a probability below `ALPHA` after Bonferroni's correction for all
    lines at that end. Chance gives each article the line with the rate of what recurs inside articles: of the line
    itself or of the 99th percentile of inner lines, whichever is more.

    Parameters
    ----------
    documents : iterable of Document
        May be a generator; documents are not kept.

    Returns
    -------
    LearnedFurniture
        By source, end, falling number of documents, line.
    >>> bodies = [f"会议{word}召开。\n下载客户端看更多" for word in "甲乙丙丁戊己庚辛壬癸"]
    >>> learned = learn_furniture(Document(str(i), text=body, source="临江在线") for i, body in enumerate(bodies))
    >>> [(line.line, line.rule) for line in learned.lines]
    [('下载客户端看更多', 'recurs in 10 of 10 documents of 临江在线')]
    """
    sample = EdgeSample()
    for document in documents:
        sample.add(document)
    lines = [line for name in sorted(sample.sources) for line in _lines_of(name, sample.sources[name])]
    return LearnedFurniture(tuple(lines))


class _End(NamedTuple):
    """One end of a source's distinct articles: the runs of lines there, and the keys of the lines they stop at."""

    name: str
    runs: list[tuple[str, ...]]
    stops: list[int]


def _lines_of(source: str, sample: SourceSample) -> list[LearnedLine]:
    articles = _distinct(sample)
    ends = [
        _End(HEAD, [edges.head for edges in articles], [edges.head_stop for edges in articles]),
        _End(TAIL, [edges.tail for edges in articles], [edges.tail_stop for edges in articles]),
    ]
    found = [line for end in ends for line in _lines_at(source, end, sample)]
    return sorted(found, key=lambda line: (line.end, -line.n_documents, line.line))


def _distinct(sample: SourceSample) -> list[Edges]:
    """The documents by hash, without those that share two of their three longest lines with one before."""
    seen: set[tuple[int, int]] = set()
    articles = []
    for _, edges in sorted(sample.documents.items()):
        few = len(edges.marks) < 2
        pairs = set(combinations_with_replacement(edges.marks, 2) if few else combinations(edges.marks, 2))
        if not pairs & seen:
            articles.append(edges)
            seen |= pairs
    return articles


def _lines_at(source: str, end: _End, sample: SourceSample) -> list[LearnedLine]:
    n = len(end.runs)
    if n < MIN_DOCUMENTS:
        return []
    n_lines = len({line for run in end.runs for line in run})
    typical = frequent(sample.inner.values())

    def p_value(line: str, count: int, inside: int) -> float:
        if count < max(MIN_DOCUMENTS, n * (MIN_SHARE_OF_PROSE if _PROSE & set(line) else MIN_SHARE)):
            return 1.0
        rate = (1 + max(typical, inside)) / (1 + sample.n_seen)
        return min(1.0, n_lines * tail_bound(count, n, rate))

    depths, counts = _peeled(end.runs, lambda line, count: p_value(line, count, 0) < ALPHA)
    inside = sample.inner + _left(end.runs, depths, sample.n_seen // n)
    borders = _borders(end, depths)
    return [
        LearnedLine(source, end.name, line, count, n, chance)
        for line, count in counts.items()
        if borders[line] >= max(MIN_DOCUMENTS, count / 2)
        and (chance := p_value(line, count, inside[crc32(line.encode())])) < ALPHA
    ]


def _peeled(runs: Sequence[tuple[str, ...]], beyond: Callable[[str, int], bool]) -> tuple[list[int], Counter[str]]:
    """How many lines come off each run, and off how many runs each line comes; `beyond` chance says which do."""
    depths, taken = [0] * len(runs), set[str]()
    for _ in range(MAX_DEPTH):
        outer = Counter(run[depth] for run, depth in zip(runs, depths, strict=True) if depth < len(run))
        more = {line for line, count in outer.items() if beyond(line, count)}
        if not more:
            break
        taken |= more
        depths = [_depth(run, taken) for run in runs]
    return depths, Counter(line for run, depth in zip(runs, depths, strict=True) for line in set(run[:depth]))


def _depth(run: Sequence[str], lines: Container[str]) -> int:
    """How many lines at the start of a run are among `lines`."""
    return next((i for i, line in enumerate(run) if line not in lines), len(run))


def _left(runs: Sequence[tuple[str, ...]], depths: list[int], weight: int) -> Counter[int]:
    """In how many documents each line stands behind what was peeled off, by the key of the line; each run is `weight`."""
    counts: Counter[int] = Counter()
    for run, depth in zip(runs, depths, strict=True):
        counts.update({crc32(line.encode()): weight for line in run[depth:]})
    return counts


def _borders(end: _End, depths: list[int]) -> Counter[str]:
    """Of each peeled line, with how many different lines the articles go on behind it."""
    pairs = set()
    for run, depth, stop in zip(end.runs, depths, end.stops, strict=True):
        border = crc32(run[depth].encode()) if depth < len(run) else stop
        pairs |= {(line, border) for line in run[:depth]}
    return Counter(line for line, _ in pairs)


def without_learned(document: Document, learned: LearnedFurniture) -> Document:
    r"""The document without the learned lines at its ends; each is told in `removed`, and `origin` stays right.

    Lines are taken off from the ends inwards, as far as one learned line stands behind the other. A document that holds
    nothing else is left as it is.

    >>> learned = LearnedFurniture((LearnedLine("临江在线", "tail", "返回首页", 37, 40, 1e-9),))
    >>> document = without_learned(Document("a", text="会议召开。\n返回首页", source="临江在线"), learned)
    >>> document.text, document.removed[0].rule
    ('会议召开。', 'recurs in 37 of 40 documents of 临江在线')
    """
    site = site_of(document)
    heads, tails = learned.by_end.get((site, HEAD), {}), learned.by_end.get((site, TAIL), {})
    lines = _line_spans(document.text) if heads or tails else []
    first = _depth([learnable(document.text[slice(*span)]) for span in lines], heads) if heads else 0
    last = len(lines) - (
        _depth([learnable(document.text[slice(*span)]) for span in lines[::-1]], tails) if tails else 0
    )
    if first >= last or (first, last) == (0, len(lines)):
        return document
    removed = [_removed(document, span, heads) for span in lines[:first]]
    removed += [_removed(document, span, tails) for span in lines[last:]]
    return _part(document, lines[first].start, lines[last - 1].stop, removed)


def _line_spans(text: str) -> list[Span]:
    """The lines of a text that are not blank."""
    return [Span(*match.span()) for match in _LINE.finditer(text)]


def _removed(document: Document, span: Span, lines: Mapping[str, LearnedLine]) -> Removed:
    text = document.text[slice(*span)]
    return Removed(LEARNED, text, *document.source_span(*span), lines[learnable(text)].rule)


def _part(document: Document, start: int, stop: int, removed: list[Removed]) -> Document:
    """The document with only `text[start:stop]` left."""
    origin = document.origin or OffsetMap.identity(len(document.text))
    runs, text = origin.runs(), document.text
    stops = [run[0] for run in runs[1:]] + [len(text)]
    pieces = [(text[at:to], first, last) for (at, first, last), to in zip(runs, stops, strict=True)]
    part = Excerpt.joined(pieces).part(start, stop)
    in_order = sorted([*document.removed, *removed], key=lambda piece: (piece.start, piece.stop))
    return replace(document, text=part.text, origin=part.origin, removed=tuple(in_order))
