"""Which lines recur at the ends of one source's articles beyond chance: peeled off from the outside in, then tested."""

from collections import Counter
from collections.abc import Callable, Container, Sequence
from typing import NamedTuple

from analysis.reading.furniture.chance import frequent, tail_bound
from analysis.reading.furniture.edge_sample import SourceSample
from analysis.reading.furniture.edges import MAX_DEPTH, Edges, line_key

HEAD, TAIL = "head", "tail"
ALPHA = 0.001  # chance of one false line among all lines at an end of a source's articles (Bonferroni)
MIN_DOCUMENTS = 6
MIN_SHARE = 0.1  # of a source's articles; what only a small column carries stays
MIN_SHARE_OF_PROSE = 0.6  # of sentences: 王毅参加会见。 closes many reports of one column, and belongs to them
_PROSE = frozenset("，。！？；")


class Recurring(NamedTuple):
    """A line at one end: it stands there in `n_documents` of `of` articles; `p_value` bounds the chance of that."""

    end: str
    line: str
    n_documents: int
    of: int
    p_value: float


class _End(NamedTuple):
    """One end of all articles: the runs of lines there, the keys of the lines they stop at, how many lines come off."""

    name: str
    runs: list[tuple[str, ...]]
    stops: list[int]
    depths: list[int]


def recurring_lines(sample: SourceSample) -> list[Recurring]:
    """The furniture of one source, by end, falling number of documents, line; `learn_furniture` tells the test."""
    articles = _distinct(sample)
    heads, tails = [edges.head for edges in articles], [edges.tail for edges in articles]
    ends = (
        _End(HEAD, heads, [edges.head_stop for edges in articles], _depths(heads)),
        _End(TAIL, tails, [edges.tail_stop for edges in articles], _depths(tails)),
    )
    inside = sample.inner + _left(ends, sample.n_seen // max(1, len(articles)))
    typical = frequent(inside.values(), sample.n_long)

    def rate(line: str) -> float:
        return (1 + max(typical, inside[line_key(line)])) / (1 + sample.n_seen)

    found = [line for end in ends for line in _tested(end, [edges.n_chars for edges in articles], rate)]
    return sorted(found, key=lambda line: (line.end, -line.n_documents, line.line))


def _distinct(sample: SourceSample) -> list[Edges]:
    """The documents by hash, without those that share a mark with one before."""
    seen: set[int] = set()
    articles = []
    for _, edges in sorted(sample.documents.items()):
        if seen.isdisjoint(edges.marks):
            articles.append(edges)
            seen.update(edges.marks)
    return articles


def _depths(runs: Sequence[tuple[str, ...]]) -> list[int]:
    """How many lines come off each run, if chance puts a line into one article (and one more, after Laplace)."""
    depths, taken = [0] * len(runs), set[str]()
    beyond = _beyond(runs, lambda line: 2 / (1 + len(runs)))
    for _ in range(MAX_DEPTH):
        outer = Counter(run[depth] for run, depth in zip(runs, depths, strict=True) if depth < len(run))
        more = {line for line, count in outer.items() if beyond(line, count) < ALPHA}
        if not more:
            break
        taken |= more
        depths = [_depth(run, taken) for run in runs]
    return depths


def _depth(run: Sequence[str], lines: Container[str]) -> int:
    return next((i for i, line in enumerate(run) if line not in lines), len(run))


def _beyond(runs: Sequence[tuple[str, ...]], rate: Callable[[str], float]) -> Callable[[str, int], float]:
    """The p-value of a line at an end of so many runs; 1 if it stands in too few."""
    n, n_lines = len(runs), len({line for run in runs for line in run})

    def p_value(line: str, count: int) -> float:
        if count < max(MIN_DOCUMENTS, n * (MIN_SHARE_OF_PROSE if _PROSE & set(line) else MIN_SHARE)):
            return 1.0
        return min(1.0, n_lines * tail_bound(count, n, rate(line)))

    return p_value


def _left(ends: Sequence[_End], weight: int) -> Counter[int]:
    """In how many articles (each counts `weight`) a line stands behind what came off, by the key of the line."""
    counts: Counter[int] = Counter()
    for runs, depths in zip(
        zip(*(end.runs for end in ends), strict=True), zip(*(end.depths for end in ends), strict=True), strict=True
    ):
        if not any(runs):
            continue
        off = {line for run, depth in zip(runs, depths, strict=True) for line in run[:depth]}
        left = {line for run, depth in zip(runs, depths, strict=True) for line in run[depth:]}
        counts.update({line_key(line): weight for line in left - off})
    return counts


def _tested(end: _End, n_chars: Sequence[int], rate: Callable[[str], float]) -> list[Recurring]:
    """The lines that came off, if the articles go on with different lines and chance does not explain them."""
    if not any(end.depths):
        return []
    beyond, borders = _beyond(end.runs, rate), _borders(end, n_chars)
    counts = Counter(line for _, lines in borders for line in lines)
    return [
        Recurring(end.name, line, count, len(end.runs), float(f"{p_value:.2e}"))  # the last digits differ by machine
        for line, count in counts.items()
        if len({border for border, lines in borders if line in lines}) >= MIN_DOCUMENTS
        and (p_value := beyond(line, count)) < ALPHA
    ]


def _borders(end: _End, n_chars: Sequence[int]) -> list[tuple[int, set[str]]]:
    """Of each article the key of the line that it goes on with, and the lines that came off it.

    Articles that would lose half of their characters are left out: furniture is the smaller part of a text.
    """
    found = []
    for run, depth, stop, n in zip(end.runs, end.depths, end.stops, n_chars, strict=True):
        if 2 * sum(map(len, run[:depth])) < n:
            found.append((line_key(run[depth]) if depth < len(run) else stop, set(run[:depth])))
    return found
