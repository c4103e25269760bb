"""The tokens of one text by place; a sentence is cut when a place of it is first asked for."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from analysis.document import Token

# No word of the dictionary goes over these, so that a sentence is cut alike by itself and in its text.
SENTENCE_END = re.compile("[。！？!?\n]")


class ByPlace(dict[int, Token | None]):
    """Tokens by one edge of theirs; `fill` makes known what there is at a place that is not."""

    def __init__(self, fill: Callable[[int], object]) -> None:
        super().__init__()
        self._fill = fill

    def __missing__(self, place: int) -> Token | None:
        self._fill(place)
        return self.setdefault(place, None)


class TokenPlaces:
    """The tokens of one text.

    Parameters
    ----------
    text : str
    cut : callable
        From a part of it, and where that begins, to its tokens.

    Attributes
    ----------
    starting, ending : mapping of int to Token or None
        The token that begins, and that ends, at each place.

    >>> from analysis.segment import Segmenter
    >>> places = TokenPlaces("部长到会。群众关心", lambda part, offset: Segmenter().tokens(part, offset=offset))
    >>> places.starting[7], places.ending[7].word, places.over(8).word, [token.word for token in places.between(3, 6)]
    (Token(start=7, stop=9, word='关心', tag='n'), '群众', '关心', ['会', '。', '群众'])
    """

    def __init__(self, text: str, cut: Callable[[str, int], Sequence[Token]]) -> None:
        self._text, self._cut = text, cut
        self._starts = [0, *(match.end() for match in SENTENCE_END.finditer(text))]
        self._sentences: dict[int, Sequence[Token]] = {}
        self.starting = ByPlace(self._sentence_over)
        self.ending = ByPlace(lambda place: self._sentence_over(place - 1))

    @classmethod
    def of(cls, tokens: Sequence[Token]) -> "TokenPlaces":
        """Those of a text that has been cut."""
        return cls("", lambda *_: tokens)

    def _sentence_over(self, place: int) -> Sequence[Token]:
        return self._sentence(max(0, bisect_right(self._starts, place) - 1))

    def _sentence(self, number: int) -> Sequence[Token]:
        if number not in self._sentences:
            start, stop = self._starts[number], (*self._starts[number + 1 : number + 2], len(self._text))[0]
            tokens = self._sentences[number] = self._cut(self._text[start:stop], start)
            for token in tokens:
                self.starting[token.start] = self.ending[token.stop] = token
        return self._sentences[number]

    def all(self) -> list[Token]:
        """All tokens, in text order."""
        return list(chain.from_iterable(map(self._sentence, range(len(self._starts)))))

    def over(self, place: int) -> Token | None:
        """The token that a place lies in, or None."""
        edged = self.ending[place + 1] or self.starting[place]
        if edged:
            return edged
        tokens = self._sentence_over(place)
        index = bisect_left(tokens, (place + 1,)) - 1
        return tokens[index] if index >= 0 and place < tokens[index].stop else None

    def between(self, start: int, stop: int) -> Iterator[Token]:
        """The tokens that begin in a stretch."""
        first, last = (max(0, bisect_right(self._starts, place) - 1) for place in (start, max(start, stop - 1)))
        for number in range(first, last + 1):
            tokens = self._sentence(number)
            yield from tokens[bisect_left(tokens, (start,)) : bisect_left(tokens, (stop,))]
