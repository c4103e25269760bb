"""A text made from a source by cutting and decoding, in pieces that know where they stand there."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from analysis.spans import OffsetMap, Span

Piece = tuple[str, int, int]  # text, source_start, source_stop; as long as its source, or one character

_ODD_NEWLINE_OR_NUL = re.compile("\r\n?|\x00+")


class Excerpt(NamedTuple):
    """A text and its pieces; every change gives a new excerpt of the same source.

    >>> whole = Excerpt.whole("原文：正文。")
    >>> cut = whole.without([Span(0, 3)])
    >>> cut.text, cut.origin.source(0, 2)
    ('正文。', Span(start=3, stop=5))
    """

    text: str
    pieces: list[Piece]

    @classmethod
    def whole(cls, source: str) -> "Excerpt":
        """The source itself."""
        return cls(source, [(source, 0, len(source))] if source else [])

    @classmethod
    def joined(cls, pieces: list[Piece]) -> "Excerpt":
        """One text from pieces, none of them empty."""
        return cls("".join([piece[0] for piece in pieces]), pieces)

    @property
    def origin(self) -> OffsetMap:
        """The map from the text to the source."""
        return OffsetMap.of_pieces(self.pieces)

    def without(self, cuts: Iterable[Span]) -> "Excerpt":
        """The excerpt without the given ranges, which are in text order and do not overlap."""
        kept: list[Piece] = []
        start = 0
        starts = self._starts()
        for cut_start, cut_stop in cuts:
            kept += self._between(start, cut_start, starts)
            start = cut_stop
        if start == 0:
            return self
        return Excerpt.joined(kept + self._between(start, len(self.text), starts))

    def part(self, start: int, stop: int) -> "Excerpt":
        """The excerpt of `text[start:stop]`."""
        return Excerpt.joined(self._between(start, stop, self._starts()))

    def of(self, inner: "Excerpt") -> "Excerpt":
        """`inner`, made from this text, as an excerpt of this excerpt's own source."""
        if len(self.pieces) == 1 and self.pieces[0][2] - self.pieces[0][1] == len(self.text):
            shift = self.pieces[0][1]
            return Excerpt(inner.text, [(text, a + shift, b + shift) for text, a, b in inner.pieces])
        starts, origin = self._starts(), self.origin
        pieces: list[Piece] = []
        for text, start, stop in inner.pieces:
            if len(text) == stop - start:
                pieces += self._between(start, stop, starts)
            else:
                pieces.append((text, *origin.source(start, stop)))
        return Excerpt(inner.text, pieces)

    def _starts(self) -> list[int]:
        """Where each piece begins in the text."""
        return [0, *accumulate([len(piece[0]) for piece in self.pieces])]

    def _between(self, start: int, stop: int, starts: list[int]) -> list[Piece]:
        """The pieces of `text[start:stop]`."""
        if start >= stop:
            return []
        first, last = bisect_right(starts, start) - 1, bisect_right(starts, stop - 1) - 1
        pieces = self.pieces[first : last + 1]
        pieces[-1] = clipped(pieces[-1], 0, stop - starts[last])
        pieces[0] = clipped(pieces[0], start - starts[first], len(pieces[0][0]))
        return pieces


def clipped(piece: Piece, start: int, stop: int) -> Piece:
    """The piece of a piece's `text[start:stop]`, which is not empty.

    >>> clipped(("会议召开", 10, 14), 2, 4), clipped(("&", 10, 15), 0, 1)
    (('召开', 12, 14), ('&', 10, 15))
    """
    text, source_start, _ = piece
    return piece if stop - start == len(text) else (text[start:stop], source_start + start, source_start + stop)


def plain_lines(source: str) -> Excerpt:
    r"""The source with `\n` for every line end and without NULs.

    >>> plain_lines("甲\r\n乙").origin.source(1, 2)
    Span(start=1, stop=3)
    """
    if "\r" not in source and "\x00" not in source:
        return Excerpt.whole(source)
    pieces: list[Piece] = []
    start = 0
    for match in _ODD_NEWLINE_OR_NUL.finditer(source):
        pieces.append((source[start : match.start()], start, match.start()))
        pieces.append(("" if "\x00" in match.group() else "\n", *match.span()))
        start = match.end()
    pieces.append((source[start:], start, len(source)))
    return Excerpt.joined([piece for piece in pieces if piece[0]])
