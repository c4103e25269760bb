"""Half-open ranges of code points, and the map from a cleaned text back to its source."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable
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

    __slots__ = ("_n_runs", "_places")

    def __init__(self, runs: Iterable[tuple[int, int, int]], length: int) -> None:
        rows = list(runs)
        self._hold([row[0] for row in rows] + [length], [row[1] for row in rows], [row[2] for row in rows])

    @classmethod
    def of_pieces(cls, pieces: Iterable[tuple[str, int, int]], shift: int = 0) -> "OffsetMap":
        """The map of a text made of pieces `(text, source_start, source_stop)`, one run a piece.

        The source that the pieces know begins at `shift` of the whole.

        >>> OffsetMap.of_pieces([("会议", 10, 12), ("&", 12, 17)]).runs()
        [(0, 10, 12), (2, 12, 17)]
        """
        at, text_starts, starts, stops = 0, [0], [], []
        for text, start, stop in pieces:  # one loop is twice as fast as zip and three comprehensions
            at += len(text)
            text_starts.append(at)
            starts.append(start + shift)
            stops.append(stop + shift)
        made = cls.__new__(cls)
        made._hold(text_starts, starts, stops)
        return made

    def _hold(self, text_starts: list[int], starts: list[int], stops: list[int]) -> None:
        """Keeps the runs in one array, half as large where 31 bits do: the text's starts and its end, then the source's."""
        places = text_starts + starts + stops
        self._n_runs = len(starts)
        try:
            self._places = array("i", places)
        except OverflowError:
            self._places = array("q", places)

    @classmethod
    def identity(cls, length: int, shift: int = 0) -> "OffsetMap":
        """The map of a text that is its source, or a slice of it that begins at `shift`.

        >>> OffsetMap.identity(5, shift=10).source(1, 3)
        Span(start=11, stop=13)
        """
        return cls([(0, shift, shift + length)] if length else [], length)

    def __len__(self) -> int:
        return self._places[self._n_runs]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OffsetMap) and (self._n_runs, self._places) == (other._n_runs, other._places)

    def __hash__(self) -> int:
        return hash((self._n_runs, *self._places))

    def runs(self) -> list[tuple[int, int, int]]:
        """The runs as `(text_start, source_start, source_stop)`, in text order."""
        n, places = self._n_runs, self._places
        return list(zip(places[:n], places[n + 1 : 2 * n + 1], places[2 * n + 1 :], strict=True))

    def source(self, start: int, stop: int) -> Span:
        """The smallest range of the source that holds the text range `[start, stop)`.

        An empty range maps to an empty range. Raises ValueError outside the text.
        """
        length = len(self)
        if not 0 <= start <= stop <= length:
            raise ValueError(f"the range {start}:{stop} is not inside a text of {length} code points.")
        if not self._n_runs:
            return Span(0, 0)
        if start == stop:
            place = self._place(min(start, length - 1)).start
            return Span(place, place)
        n, i, j = self._n_runs, self._run(start), self._run(stop - 1)
        begins = self._places[n + 2 + i : n + 2 + j]  # of the runs behind the first; they need not follow the source
        ends = self._places[2 * n + 1 + i : 2 * n + 1 + j]
        return Span(min([self._place(start).start, *begins]), max([self._place(stop - 1).stop, *ends]))

    def _run(self, offset: int) -> int:
        return bisect_right(self._places, offset, 0, self._n_runs) - 1

    def _place(self, offset: int) -> Span:
        n, places = self._n_runs, self._places
        run = self._run(offset)
        first, last = places[n + 1 + run], places[2 * n + 1 + run]
        if places[run + 1] - places[run] == 1:
            return Span(first, last)
        place = min(first + offset - places[run], last - 1)
        return Span(place, place + 1)
