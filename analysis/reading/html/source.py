"""Where each visible character of an HTML source stands: tags, comments and raw elements skipped, entities decoded.

selectolax gives no offsets, so the text of its tree is looked up here. The patterns follow the tokeniser of the HTML
standard (section 13.2.5) closely enough for the two to agree character by character on real pages; where they don't,
`VisibleText.place` finds the next place where the characters do agree.
"""

import re
from bisect import bisect_right

from analysis.reading.excerpt import Piece
from analysis.reading.html.entities import decoded_pieces

# Elements whose content is no text of the page.
RAW_ELEMENTS = ("script", "style", "title", "textarea", "iframe", "noembed", "noframes", "xmp")

# An inner quote that nobody escaped ends an attribute's value, and the rest is read as further attributes.
_VALUE = r"""(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\s>"'][^\s>]*+)"""
_ATTRIBUTES = rf"(?>[\s/]+|[^\s/>][^\s/>=]*+(?:\s*+=\s*+{_VALUE}?+)?+)*+"
_RAW = "|".join(
    rf"{name}(?=[\s/>]){_ATTRIBUTES}(?:>.*?(?:</{name}(?=[\s/>]){_ATTRIBUTES}(?:>|\Z)|\Z)|\Z)" for name in RAW_ELEMENTS
)
_PLAIN_TAG = (
    r"/?+[A-Za-z][A-Za-z0-9]*+(?>\s++[A-Za-z-]++=\"[^\"]*+\")*+\s*+>"  # most tags; the general pattern is slower
)
_MARKUP = re.compile(
    rf"(<(?:(?!(?i:{'|'.join(RAW_ELEMENTS)}))(?>{_PLAIN_TAG})|!--(?:-?>|.*?(?:--!?>|\Z))|(?i:(?=[stinx])(?:{_RAW}))|/?[A-Za-z][^\s/>]*+{_ATTRIBUTES}(?:>|\Z)"
    r"|[!?][^>]*(?:>|\Z)|/(?![A-Za-z])(?:[^>]+(?:>|\Z)|>)))",
    re.DOTALL,
)


class VisibleText:
    """The visible characters of a source as one string, each with its place.

    >>> visible = VisibleText("<p>A&amp;B</p>")
    >>> visible.text, visible.pieces(1, 3)
    ('A&B', [('&', 4, 9), ('B', 9, 10)])
    """

    __slots__ = ("_pieces", "_starts", "text")

    def __init__(self, source: str) -> None:
        self._pieces = _visible_pieces(source)
        self._starts: list[int] = []
        length = 0
        for piece in self._pieces:
            self._starts.append(length)
            length += len(piece[0])
        self.text = "".join([piece[0] for piece in self._pieces])

    def pieces(self, start: int, stop: int) -> list[Piece]:
        """`text[start:stop]` in pieces that advance together with the source, or stand for one entity."""
        i = bisect_right(self._starts, start) - 1
        if self._starts[i] == start and len(self._pieces[i][0]) == stop - start:  # mostly: a text node is a whole piece
            return [self._pieces[i]]
        found = []
        while start < stop:
            text, source_start, source_stop = self._pieces[i]
            begin, until = start - self._starts[i], min(stop - self._starts[i], len(text))
            if len(text) == source_stop - source_start:
                source_start, source_stop = source_start + begin, source_start + until
            found.append((text[begin:until], source_start, source_stop))
            start, i = self._starts[i] + until, i + 1
        return found

    def place(self, text: str, after: int) -> tuple[list[Piece], int]:
        """The pieces of a text that stands at or after `after`, and where to look for the next one.

        A text that the standard moves (out of a table) or joins (over an ignored tag) is looked up anywhere, at last
        character by character; a character that stands nowhere gets an empty place behind what was found last.
        """
        start = self.text.find(text, after)
        if start >= 0:
            return self.pieces(start, start + len(text)), start + len(text)
        start = self.text.rfind(text, 0, after + len(text))
        if start >= 0:
            return self.pieces(start, start + len(text)), after
        return self._characters(text, after)

    def _characters(self, text: str, after: int) -> tuple[list[Piece], int]:
        pieces: list[Piece] = []
        for character in text:
            place = self.text.find(character, after)
            if place >= 0:
                after = place + 1
            else:
                place = self.text.rfind(character, 0, after)
            if place >= 0:
                pieces += self.pieces(place, place + 1)
            else:
                here = self.pieces(after - 1, after)[-1][2] if after else 0
                pieces.append((character, here, here))
        return pieces, after


def _visible_pieces(source: str) -> list[Piece]:
    pieces: list[Piece] = []
    start = 0
    for i, part in enumerate(_MARKUP.split(source)):  # text and markup in turn
        stop = start + len(part)
        if i % 2 == 0 and part:
            if "&" in part:
                pieces += decoded_pieces(part, start)
            else:
                pieces.append((part, start, stop))
        start = stop
    return pieces
