"""Furniture that no rule knows: lines that open or close a source's documents far more often than chance allows.

Furniture lies at the ends of a text, one line behind the other. So it is peeled off: the outermost line of each document
is counted over the distinct articles of its source, what recurs beyond chance is taken off, and the next line comes to
light. What recurs inside articles (slogans, 会议指出, headings) is never reached, and sets the rate that chance is given.
The test errs towards leaving lines in.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from typing import Any

from analysis.document import Document, Removed
from analysis.errors import AnalysisError
from analysis.reading.excerpt import Excerpt
from analysis.reading.furniture.edge_sample import EdgeSample, site_of
from analysis.reading.furniture.edges import learnable
from analysis.reading.furniture.peeling import HEAD, TAIL, recurring_lines
from analysis.spans import OffsetMap, Span

LEARNED = "learned"
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
        """What `to_dict` gave.

        Raises AnalysisError for anything else.
        """
        try:
            lines = tuple(LearnedLine(**line) for line in values["lines"])
        except (KeyError, TypeError, AttributeError):
            lines = None
        if lines is None or not all(map(_is_line, lines)):
            raise AnalysisError("the values are no learned furniture; give what LearnedFurniture.to_dict() gave.")
        return cls(lines)

    @cached_property
    def by_end(self) -> dict[tuple[str, str], dict[str, LearnedLine]]:
        """The lines of each source and end, by line."""
        found: dict[tuple[str, str], dict[str, LearnedLine]] = {}
        for line in self.lines:
            found.setdefault((line.source, line.end), {})[line.line] = line
        return found


def _is_line(line: LearnedLine) -> bool:
    texts, counts = (line.source, line.end, line.line), (line.n_documents, line.of)
    return (
        all(isinstance(text, str) for text in texts)
        and all(type(count) is int for count in counts)
        and isinstance(line.p_value, float | int)
    )


def learn_furniture(documents: Iterable[Document]) -> LearnedFurniture:
    r"""The lines that recur at the ends of a source's documents beyond chance.

    One pass, in bounded memory, and the same result in any order of the documents. Reprints count once. A line is
    furniture if it is the outermost line, behind other furniture, of at least `MIN_DOCUMENTS` distinct articles of its
    source and of a share of `MIN_SHARE` (`MIN_SHARE_OF_PROSE` if it is a sentence), if the articles go on with different
    lines and are longer than what is taken off, and if chance explains that with a probability below `ALPHA` after
    Bonferroni's correction for all lines at that end. Chance gives each article the line with the rate of what recurs
    inside articles: of the line itself or of the 95th percentile of the lines there, whichever is more; see `tail_bound`.

    Parameters
    ----------
    documents : iterable of Document
        May be a generator; documents are not kept.

    Returns
    -------
    LearnedFurniture
        By source, end, falling number of documents, line.

    >>> bodies = [f"{word}镇召开会议，部署供水工作。\n下载客户端看更多" for word in "甲乙丙丁戊己庚辛壬癸"]
    >>> learned = learn_furniture(Document(str(i), text=body, source="临江在线") for i, body in enumerate(bodies))
    >>> [(line.line, line.rule) for line in learned.lines]
    [('下载客户端看更多', 'recurs in 10 of 10 documents of 临江在线')]
    """
    sample = EdgeSample()
    for document in documents:
        sample.add(document)
    found = ((name, line) for name in sorted(sample.sources) for line in recurring_lines(sample.sources[name]))
    return LearnedFurniture(tuple(LearnedLine(name, *line) for name, line in found))


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
    first = _depth(document.text, lines, heads)
    last = len(lines) - _depth(document.text, lines[::-1], tails)
    if first >= last or (first, last) == (0, len(lines)):
        return document
    removed = [_removed(document, span, heads) for span in lines[:first]]
    removed += [_removed(document, span, tails) for span in lines[last:]]
    return _part(document, lines[first].start, lines[last - 1].stop, removed)


def _depth(text: str, spans: list[Span], lines: Mapping[str, LearnedLine]) -> int:
    """How many lines of a text are learned ones, from the first of `spans` on."""
    return next((i for i, span in enumerate(spans) if learnable(text[slice(*span)]) not in lines), len(spans))


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
