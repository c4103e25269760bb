"""A text made from a source by cutting and decoding, in pieces that know where they stand there."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from functools import partial
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

    def cutter(self) -> Callable[[int, int], list[Piece]]:
        """What gives the pieces of `text[start:stop]`, for many parts of one excerpt."""
        return partial(self._between, starts=self._starts())

    def of(self, inner: "Excerpt") -> "Excerpt":
        """`inner`, made from this text, as an excerpt of this excerpt's own source."""
        starts, pieces = self._starts(), self.pieces
        made: list[Piece] = []
        i = 0
        for text, start, stop in inner.pieces:
            if not starts[i] <= start < starts[i + 1]:
                i = bisect_right(starts, start, 0, len(pieces)) - 1
            shift = pieces[i][1] - starts[i]
            if stop <= starts[i + 1] and pieces[i][2] - shift == starts[i + 1]:
                made.append((text, start + shift, stop + shift))
            elif len(text) == stop - start:
                made += self._between(start, stop, starts)
            else:
                made.append((text, *self._range(start, stop, starts)))
        return Excerpt(inner.text, made)

    def source(self, start: int, stop: int) -> Span:
        """Where `text[start:stop]` stands in the source, as `origin.source` has it; quicker for a few ranges."""
        return self._range(start, stop, self._starts())

    def _range(self, start: int, stop: int, starts: list[int]) -> Span:
        at = min(start, len(self.text) - 1)
        if at < 0:
            return Span(0, 0)
        pieces = self._between(at, max(stop, at + 1), starts)
        if start >= stop:
            return Span(pieces[0][1], pieces[0][1])
        return Span(min([piece[1] for piece in pieces]), max([piece[2] for piece in pieces]))

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
    nul, returns = "\x00" in source, "\r" in source
    if nul or (returns and source.count("\r") != source.count("\r\n")):
        return _without_odd_ends(source)
    return _joined_lines(source.split("\r\n")) if returns else Excerpt.whole(source)


def _joined_lines(lines: list[str]) -> Excerpt:
    r"""A source that has only `\n` and `\r\n`, from what is between the latter."""
    pieces: list[Piece] = []
    at = 0
    for line in lines:
        stop = at + len(line)
        if line:
            pieces.append((line, at, stop))
        at = stop + 2
        pieces.append(("\n", stop, at))
    pieces.pop()
    return Excerpt("\n".join(lines), pieces)


def _without_odd_ends(source: str) -> Excerpt:
    pieces: list[Piece] = []
    start = 0
    for match in _ODD_NEWLINE_OR_NUL.finditer(source):
        pieces.append((source[start : match.start()], start, match.start()))
        pieces.append(("" if "\x00" in match.group() else "\n", *match.span()))
        start = match.end()
    pieces.append((source[start:], start, len(source)))
    return Excerpt.joined([piece for piece in pieces if piece[0]])
