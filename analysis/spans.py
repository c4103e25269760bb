"""Half-open ranges of code points, and the map from a cleaned text back to its source."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeVar

Range = TypeVar("Range", bound=tuple[int, ...])


class Span(NamedTuple):
    """A half-open range `[start, stop)` of code points.

    >>> Span(2, 5).overlaps(Span(4, 9)), Span(2, 5).overlaps(Span(5, 9))
    (True, False)
    """

    start: int
    stop: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two ranges share a code point."""
        return self.start < other.stop and other.start < self.stop

    def inside(self, other: "Span") -> bool:
        """Whether this range lies within `other`, the same range included."""
        return other.start <= self.start and self.stop <= other.stop


def keep_longest(spans: Iterable[Range]) -> list[Range]:
    """Leftmost first, then longest; what overlaps a kept span goes.

    >>> keep_longest([(0, 2), (1, 9), (0, 4), (4, 6)])
    [(0, 4), (4, 6)]
    """
    kept: list[Range] = []
    for span in sorted(spans, key=lambda s: (s[0], -s[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


class OffsetMap:
    """Where each code point of a text stands in its source.

    A run `(text_start, source_start, source_stop)` covers the text up to the next run's `text_start`. Inside a run text and
    source advance together; a run of one code point may stand for a longer piece of source (`&amp;`), and what the source
    has between runs (tags, furniture) has no place in the text.

    >>> html = "<p>A&amp;B</p>"
    >>> where = OffsetMap([(0, 3, 4), (1, 4, 9), (2, 9, 10)], length=3)   # the text is A&B
    >>> [html[slice(*where.source(i, i + 1))] for i in range(3)]
    ['A', '&amp;', 'B']
    >>> where.source(0, 3)
    Span(start=3, stop=10)
    """

    __slots__ = ("_length", "_source_starts", "_source_stops", "_text_starts")

    def __init__(self, runs: Iterable[tuple[int, int, int]], length: int) -> None:
        rows: Sequence[tuple[int, int, int]] = list(runs)
        self._length = length
        self._text_starts = array("q", [row[0] for row in rows])
        self._source_starts = array("q", [row[1] for row in rows])
        self._source_stops = array("q", [row[2] for row in rows])

    @classmethod
    def identity(cls, length: int, shift: int = 0) -> "OffsetMap":
        """The map of a text that is its source, or a slice of it that begins at `shift`.

        >>> OffsetMap.identity(5, shift=10).source(1, 3)
        Span(start=11, stop=13)
        """
        return cls([(0, shift, shift + length)] if length else [], length)

    def __len__(self) -> int:
        return self._length

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OffsetMap) and len(self) == len(other) and self.runs() == other.runs()

    def __hash__(self) -> int:
        return hash((self._length, *self._text_starts))

    def runs(self) -> list[tuple[int, int, int]]:
        """The runs as `(text_start, source_start, source_stop)`, in text order."""
        return list(zip(self._text_starts, self._source_starts, self._source_stops, strict=True))

    def source(self, start: int, stop: int) -> Span:
        """The smallest range of the source that holds the text range `[start, stop)`.

        An empty range maps to an empty range. Raises ValueError outside the text.
        """
        if not 0 <= start <= stop <= self._length:
            raise ValueError(f"the range {start}:{stop} is not inside a text of {self._length} code points.")
        if not self._text_starts:
            return Span(0, 0)
        if start == stop:
            place = self._place(min(start, self._length - 1)).start
            return Span(place, place)
        return Span(self._place(start).start, self._place(stop - 1).stop)

    def _place(self, offset: int) -> Span:
        run = bisect_right(self._text_starts, offset) - 1
        first, last = self._source_starts[run], self._source_stops[run]
        run_stop = self._text_starts[run + 1] if run + 1 < len(self._text_starts) else self._length
        if run_stop - self._text_starts[run] == 1:
            return Span(first, last)
        place = min(first + offset - self._text_starts[run], last - 1)
        return Span(place, place + 1)
