"""The lines of a page: pieces of text gathered between line ends, blanks at both ends gone, wraps in paragraphs healed.

Block elements and `<br>` end a line; a line's leading and trailing blanks (U+3000 too) go; blanks inside stay. A line
end in the source is a line end only outside paragraphs: inside it is what an editor wrapped.
"""

import re
from typing import NamedTuple

from analysis.reading.excerpt import Excerpt, Piece, clipped

PARAGRAPHS = frozenset("p h1 h2 h3 h4 h5 h6 li dd dt td th caption figcaption".split())
BLOCKS = PARAGRAPHS | frozenset(
    "address article aside blockquote body br center details dialog dir div dl fieldset figure footer form header"
    " hgroup hr html legend main menu ol optgroup option pre section summary table tbody tfoot thead tr ul".split()
)
# All that `str.isspace` says is one, and two that are not seen.
BLANKS = (
    " \t\n\r\f\v\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\u200b\ufeff"
)

_LINE_END = re.compile(rf"(?<![{BLANKS}])[{BLANKS}]*\n[{BLANKS}]*")  # from the first blank of a run, not from each
_WRAP: Piece = ("\n", -1, -1)


class Block(NamedTuple):
    """An element that is left out: what it is, its text as shown, and where that stands in the source."""

    kind: str
    text: str
    start: int
    stop: int


class HtmlText(NamedTuple):
    """The text of a body, and the blocks of furniture in source order."""

    excerpt: Excerpt
    furniture: list[Block]


class Lines:
    """Gathers the text nodes of a page, in order, into lines."""

    __slots__ = ("line", "pieces")

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.line: list[Piece] = []

    def add(self, text: str, pieces: list[Piece], wraps: bool) -> None:
        """Adds a text node; blanks before a line's first character, and line ends between blocks, add nothing."""
        if "\n" in text:
            if wraps or not text.isspace():
                self._wrapped(text, pieces, wraps)
            else:
                self.end()
        elif self.line or not text.isspace():
            self.line += pieces

    def end(self) -> None:
        """Ends the line; the line end between two lines stands for the markup between them."""
        line, pieces = self.line, self.pieces
        if line:
            tidy = _stripped(_unwrapped(line) if _WRAP in line else line)
            if tidy:
                if pieces:
                    stop, start = pieces[-1][2], tidy[0][1]
                    pieces.append(("\n", stop, start if start > stop else stop))
                pieces += tidy
            line.clear()

    def _wrapped(self, text: str, pieces: list[Piece], wraps: bool) -> None:
        """A line end of the source ends a line; in a paragraph it is noted for `_unwrapped`."""
        pieces_of = Excerpt(text, pieces).between
        start = 0
        for match in _LINE_END.finditer(text):
            self.line += pieces_of(start, match.start())
            if not wraps:
                self.end()
            elif self.line:
                self.line.append(_WRAP)
            start = match.end()
        self.line += pieces_of(start, len(text))


class Hidden:
    """Gathers the text nodes of an element that is left out, as `Lines` those of what is shown."""

    __slots__ = ("kind", "line")

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.line: list[Piece] = []

    def add(self, text: str, pieces: list[Piece], wraps: bool) -> None:
        """Adds a text node; blanks before the first character add nothing."""
        if self.line or not text.isspace():
            self.line += pieces

    def end(self) -> None:
        """A line's end is nothing here."""

    def block(self) -> list[Block]:
        """What was left out, as the one item of a list; none if it is blank."""
        pieces = _stripped(self.line)
        if not pieces:
            return []
        text = Excerpt.joined(pieces).text
        return [Block(self.kind, text, min(piece[1] for piece in pieces), max(piece[2] for piece in pieces))]


def _unwrapped(line: list[Piece]) -> list[Piece]:
    """A wrapped line in one: a blank for the wrap between words in Latin letters, nothing beside Chinese."""
    pieces: list[Piece] = []
    wrapped = False
    for piece in line:
        if piece == _WRAP:
            wrapped = True
            continue
        if wrapped and pieces and pieces[-1][0][-1] < "\u2e80" and piece[0][0] < "\u2e80":
            pieces.append((" ", pieces[-1][2], max(pieces[-1][2], piece[1])))
        pieces.append(piece)
        wrapped = False
    return pieces


def _stripped(line: list[Piece]) -> list[Piece]:
    """Without blanks at both ends; `line` itself is changed."""
    if line and line[0][0][0] not in BLANKS and line[-1][0][-1] not in BLANKS:
        return line
    while line and not (tail := line[-1][0].rstrip(BLANKS)):
        line.pop()
    if not line:
        return line
    line[-1] = clipped(line[-1], 0, len(tail))
    first = 0
    while not (head := line[first][0].lstrip(BLANKS)):
        first += 1
    length = len(line[first][0])
    line[first] = clipped(line[first], length - len(head), length)
    return line[first:] if first else line
