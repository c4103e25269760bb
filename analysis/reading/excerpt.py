"""A text made from a source by cutting and decoding, in pieces that know where they stand there."""

import re
from bisect import bisect_right
from collections.abc import Iterable

from analysis.spans import OffsetMap, Span

Piece = tuple[str, int, int]  # text, source_start, source_stop; as long as its source, or one character

_ODD_NEWLINE_OR_NUL = re.compile("\r\n?|\x00+")


class Excerpt:
    """A text and its pieces; every change gives a new excerpt of the same source.

    >>> whole = Excerpt.whole("原文：正文。")
    >>> cut = whole.without([Span(0, 3)])
    >>> cut.text, cut.origin.source(0, 2)
    ('正文。', Span(start=3, stop=5))
    """

    __slots__ = ("_shift", "_starts", "pieces", "text")

    def __init__(self, text: str, pieces: list[Piece], shift: int = 0) -> None:
        self.text, self.pieces = text, pieces
        self._shift = shift  # where the pieces' source begins in ours: moving an excerpt costs no piece
        self._starts: list[int] | None = None

    @classmethod
    def whole(cls, source: str) -> "Excerpt":
        """The source itself."""
        return cls(source, [(source, 0, len(source))] if source else [])

    @classmethod
    def joined(cls, pieces: list[Piece], shift: int = 0) -> "Excerpt":
        """One text from pieces, none of them empty."""
        return cls("".join([piece[0] for piece in pieces]), pieces, shift)

    @property
    def starts(self) -> list[int]:
        """Where each piece begins in the text, and where the text ends."""
        if self._starts is None:
            at, starts = 0, [0]
            for text, _, _ in self.pieces:
                at += len(text)
                starts.append(at)
            self._starts = starts
        return self._starts

    @property
    def origin(self) -> OffsetMap:
        """The map from the text to the source; `source` is quicker for a few ranges."""
        return OffsetMap.of_pieces(self.pieces, self._shift)

    def without(self, cuts: Iterable[Span]) -> "Excerpt":
        """The excerpt without the given ranges, which are in text order and do not overlap."""
        kept: list[Piece] = []
        start = 0
        for cut_start, cut_stop in cuts:
            kept += self.between(start, cut_start)
            start = cut_stop
        if start == 0:
            return self
        return Excerpt.joined(kept + self.between(start, len(self.text)), self._shift)

    def part(self, start: int, stop: int) -> "Excerpt":
        """The excerpt of `text[start:stop]`."""
        return self if (start, stop) == (0, len(self.text)) else Excerpt.joined(self.between(start, stop), self._shift)

    def of(self, inner: "Excerpt") -> "Excerpt":
        """`inner`, made from this text, as an excerpt of this excerpt's own source."""
        if len(self.pieces) == 1 and self.pieces[0][2] - self.pieces[0][1] == len(self.text):  # a slice of the source
            return Excerpt(inner.text, inner.pieces, inner._shift + self.pieces[0][1] + self._shift)
        starts, pieces = self.starts, self.pieces
        made: list[Piece] = []
        i = 0
        for text, start, stop in inner.placed():
            if not starts[i] <= start < starts[i + 1]:
                i = bisect_right(starts, start, 0, len(pieces)) - 1
            shift = pieces[i][1] - starts[i]
            if stop <= starts[i + 1] and pieces[i][2] - shift == starts[i + 1]:
                made.append((text, start + shift, stop + shift))
            elif len(text) == stop - start:
                made += self.between(start, stop)
            else:
                begin, end = self.source(start, stop)
                made.append((text, begin - self._shift, end - self._shift))
        return Excerpt(inner.text, made, self._shift)

    def placed(self) -> list[Piece]:
        """The pieces with their places in the source."""
        shift = self._shift
        return [(text, start + shift, stop + shift) for text, start, stop in self.pieces] if shift else self.pieces

    def source(self, start: int, stop: int) -> Span:
        """Where `text[start:stop]` stands in the source, as `origin.source` has it."""
        if start >= stop:
            return self.origin.source(start, stop)
        starts, shift = self.starts, self._shift
        i = bisect_right(starts, start) - 1
        if stop <= starts[i + 1]:  # mostly: all of it in one piece
            _, first, last = clipped(self.pieces[i], start - starts[i], stop - starts[i])
            return Span(shift + first, shift + last)
        pieces = self.between(start, stop)  # what the parser has moved need not follow the source
        return Span(shift + min([piece[1] for piece in pieces]), shift + max([piece[2] for piece in pieces]))

    def between(self, start: int, stop: int) -> list[Piece]:
        """The pieces of `text[start:stop]`."""
        if start >= stop:
            return []
        starts = self.starts
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
