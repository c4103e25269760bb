"""What the tokenizer thinks of a stretch of text: asked where lists and grammar do not decide."""

from collections.abc import Iterator, Sequence
from copy import copy

from analysis.document import Token
from analysis.names.own import Hit
from analysis.names.token_places import TokenPlaces
from analysis.segment import is_word

# Tags (ICTCLAS) of words that cannot be a person's name even behind a title: verbs, adverbs, adjectives, function words.
NOT_A_NAME = frozenset("v vn vd vg vi d ad a an p c r m q f t u uj ul uv ud uz ug i l y e o s b z k".split())
# Tags of words that stand between a clause's subject and a name.
FUNCTION = frozenset("v vd p c d m q t r u uj ul uv ud uz ug f".split())
# Tags of words that may follow a name.
GOES_ON = frozenset("v vd vg vi d p c t u uj ul f ad i l".split())


class Words:
    """The tokens of one text, by place.

    Parameters
    ----------
    tokens : sequence of Token, or TokenPlaces
    own : sequence of Hit
        Where the entries of a user's lexicon stand.

    >>> words = Words([Token(0, 2, "部长", "n"), Token(2, 4, "关心", "v"), Token(4, 6, "群众", "n")])
    >>> words.starts(2), words.starts(3), words.is_common(2, 4, sure=False), words.goes_on(2)
    (True, False, True, True)
    """

    def __init__(self, tokens: Sequence[Token] | TokenPlaces, own: Sequence[Hit] = ()) -> None:
        self._places = tokens if isinstance(tokens, TokenPlaces) else TokenPlaces.of(tokens)
        self._at, self._ends = self._places.starting, self._places.ending
        self._give(own)

    def _give(self, own: Sequence[Hit]) -> None:
        persons = [hit for hit in own if hit.type == "PERSON"]
        self.given_from = {hit.start: hit for hit in persons}  # names of a user's lexicon
        self.given_until = {hit.stop: hit for hit in persons}

    def with_names(self, own: Sequence[Hit]) -> "Words":
        """The same tokens, and these names instead of those of a user's lexicon."""
        words = copy(self)
        words._give(own)
        return words

    def starts(self, place: int) -> bool:
        """Whether a token begins here."""
        return self._at[place] is not None

    def at(self, place: int) -> Token | None:
        """The token that begins here, or None."""
        return self._at[place]

    def over(self, place: int) -> Token | None:
        """The token that `place` lies in, or None."""
        return self._places.over(place)

    def between(self, start: int, stop: int) -> Iterator[Token]:
        """The tokens that begin in a stretch."""
        return self._places.between(start, stop)

    def goes_on(self, place: int) -> bool:
        """Whether a word begins here that may follow a name."""
        token = self._at[place]
        return token is not None and token.tag in GOES_ON

    def ending(self, place: int) -> Token | None:
        """The token that ends here, or None."""
        return self._ends[place]

    def is_person(self, start: int, stop: int) -> bool:
        """Whether this stretch is one token that the tokenizer calls a person."""
        token = self._at[start]
        return token is not None and token.stop == stop and token.tag.startswith("nr")

    def is_function(self, place: int, *, ends: bool = False) -> bool:
        """Whether the token that begins at `place` (with `ends`: that ends behind it) is a verb or a function word."""
        token = self._ends[place + 1] if ends else self._at[place]
        return token is not None and token.tag in FUNCTION

    def is_tiled(self, start: int, stop: int) -> bool:
        """Whether several tokens fill the stretch and the last is a verb, an adverb or the like of two characters."""
        token, place = self._at[start], start
        while token is not None and token.stop < stop:
            place = token.stop
            token = self._at[place]
        filled = token is not None and place > start and token.stop == stop
        return bool(filled and token and len(token.word) > 1 and token.tag in NOT_A_NAME)

    def holds_a_word(self, start: int, stop: int) -> bool:
        """Whether a token of two characters or more that begins in the stretch is a word of the dictionary, and no name."""
        tokens = (token for place in range(start, stop) if (token := self._at[place]))
        return any(len(t.word) > 1 and t.tag not in {"nr", "nrt", "ns"} and is_word(t.word) for t in tokens)

    def share_of_words(self, start: int, stop: int) -> float:
        """How much of a stretch is tokens of two characters or more that are words of the dictionary, and no names."""
        tokens = [token for place in range(start, stop) if (token := self._at[place])]
        words = [t for t in tokens if len(t.word) > 1 and t.tag not in {"nr", "nrt", "ns"} and is_word(t.word)]
        return sum(min(t.stop, stop) - t.start for t in words) / max(1, stop - start)

    def is_common(self, start: int, stop: int, sure: bool) -> bool:
        """Whether the stretch is one everyday word, or ends inside one that is no name.

        With `sure` (punctuation behind, or a sure name beside it) nouns pass: 高峰 may be a man.
        """
        token = self._at[start]
        if token is None:
            return False
        if token.stop < stop:  # 高声|向: a word of two characters and a rest; a surname stands alone
            if sure or len(token.word) < 2 or not is_word(token.word):
                return False
            return token.tag in NOT_A_NAME or self.is_function(token.stop)
        if token.tag.startswith("nr"):
            return False
        if not is_word(token.word):
            return False
        if token.stop > stop:
            return not sure and token.tag in NOT_A_NAME
        return token.tag in NOT_A_NAME or (not sure and token.tag in {"n", "ns", "nt", "nz", "j"})
