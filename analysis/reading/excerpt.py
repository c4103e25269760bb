"""A text made from a source by cutting and decoding, with the runs that lead back to it."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from analysis.spans import OffsetMap, Span

Run = tuple[int, int, int]  # text_start, source_start, source_stop: as in spans.OffsetMap

_ODD_NEWLINE_OR_NUL = re.compile("\r\n?|\x00+")


class Excerpt(NamedTuple):
    """A text and where it stands in its source; every change gives a new excerpt of the same source.

    >>> whole = Excerpt.whole("原文：正文。")
    >>> cut = whole.without([Span(0, 3)])
    >>> cut.text, cut.origin.source(0, 2)
    ('正文。', Span(start=3, stop=5))
    """

    text: str
    runs: list[Run]

    @classmethod
    def whole(cls, source: str) -> "Excerpt":
        """The source itself."""
        return cls(source, [(0, 0, len(source))] if source else [])

    @classmethod
    def joined(cls, pieces: Iterable[tuple[str, int, int]]) -> "Excerpt":
        """One text from pieces `(text, source_start, source_stop)`, each as long as its source or one character."""
        runs, texts, length = [], [], 0
        for text, start, stop in pieces:
            runs.append((length, start, stop))
            texts.append(text)
            length += len(text)
        return cls("".join(texts), runs)

    @property
    def origin(self) -> OffsetMap:
        """The map from the text to the source."""
        return OffsetMap(self.runs, len(self.text))

    def without(self, cuts: Iterable[Span]) -> "Excerpt":
        """The excerpt without the given ranges, which are in text order and do not overlap."""
        pieces: list[tuple[str, int, int]] = []
        start = 0
        for cut in cuts:
            pieces += self._pieces(start, cut.start)
            start = cut.stop
        if start == 0:
            return self
        pieces += self._pieces(start, len(self.text))
        return Excerpt.joined(pieces)

    def part(self, start: int, stop: int) -> "Excerpt":
        """The excerpt of `text[start:stop]`."""
        return Excerpt.joined(self._pieces(start, stop))

    def of(self, inner: "Excerpt") -> "Excerpt":
        """`inner`, made from this text, as an excerpt of this excerpt's own source."""
        if len(self.runs) == 1 and self.runs[0][2] - self.runs[0][1] == len(self.text):
            shift = self.runs[0][1]
            return Excerpt(inner.text, [(t, a + shift, b + shift) for t, a, b in inner.runs] if shift else inner.runs)
        return Excerpt.joined(piece for run in inner._texts() for piece in self._outward(*run))

    def _texts(self) -> list[tuple[str, int, int]]:
        stops = [run[0] for run in self.runs[1:]] + [len(self.text)]
        return [(self.text[run[0] : stop], run[1], run[2]) for run, stop in zip(self.runs, stops, strict=True)]

    def _outward(self, text: str, start: int, stop: int) -> list[tuple[str, int, int]]:
        if len(text) == stop - start:
            return self._pieces(start, stop)
        span = self.origin.source(start, stop)
        return [(text, span.start, span.stop)]

    def _pieces(self, start: int, stop: int) -> list[tuple[str, int, int]]:
        pieces = []
        run = bisect_right(self.runs, start, key=lambda r: r[0]) - 1
        while start < stop:
            text_start, source_start, source_stop = self.runs[run]
            run_stop = self.runs[run + 1][0] if run + 1 < len(self.runs) else len(self.text)
            until = min(stop, run_stop)
            if run_stop - text_start == source_stop - source_start:
                shift = source_start - text_start
                source_start, source_stop = start + shift, until + shift
            pieces.append((self.text[start:until], source_start, source_stop))
            start, run = until, run + 1
        return pieces


def plain_lines(source: str) -> Excerpt:
    r"""The source with `\n` for every line end and without NULs.

    >>> plain_lines("甲\r\n乙").origin.source(1, 2)
    Span(start=1, stop=3)
    """
    if "\r" not in source and "\x00" not in source:
        return Excerpt.whole(source)
    pieces, start = [], 0
    for match in _ODD_NEWLINE_OR_NUL.finditer(source):
        pieces.append((source[start : match.start()], start, match.start()))
        pieces.append(("" if "\x00" in match.group() else "\n", *match.span()))
        start = match.end()
    pieces.append((source[start:], start, len(source)))
    return Excerpt.joined(piece for piece in pieces if piece[0])
