"""The segmenter: `jieba.posseg` word for word and tag for tag, on a faster engine, with words of our own."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from analysis.document import Token
from analysis.errors import AnalysisError
from analysis.segment.dictionary import Dictionary, jieba_folder, suggested_count
from analysis.segment.overlay import overlaid
from analysis.segment.route import Route, best_route, merge_ascii
from analysis.segment.viterbi import Model

Pair = tuple[str, str]

# The blocks of jieba.posseg 0.42.1: what the dictionary may cover, and the pieces of what it leaves over.
BLOCK = re.compile(r"([\u4E00-\u9FD5a-zA-Z0-9+#&._]+)")
SINGLE = re.compile(r"\r\n|.", re.DOTALL)
HAN = re.compile(r"([\u4E00-\u9FD5]+)")
NUMBER_OR_LATIN = re.compile(r"([.0-9]+|[a-zA-Z0-9]+)")

UNKNOWN = "x"  # jieba's tag for signs and for characters outside its dictionary
# Runs of single characters whose cut is remembered: 1.8 million characters of news have 23,000 different ones.
REMEMBERED = 1 << 16


class Segmenter:
    """Cuts Chinese text into words with parts of speech.

    Cheap to make and to send to another process: the dictionary is loaded at first use (half a second) and shared by
    all segmenters of a process that have the same words.

    Parameters
    ----------
    words : iterable of (word, tag)
        Words that shall stay whole, for instance `("工业和信息化部", "nt")`. Their counts are raised just enough for
        that, as by `jieba.add_word`, shorter words first, so that their order does not matter. A word with signs that
        jieba always splits at (`·`, `、`, `（`) is found as it is written. A longer word of the dictionary may still
        take a part: 信息化部党组 is 信息化 and 部党组 (lay such names over with `overlay`).

    Raises
    ------
    AnalysisError
        If a word or a tag is empty or holds a blank.

    >>> [tuple(token) for token in Segmenter().tokens("会议结束。")]
    [(0, 2, '会议', 'n'), (2, 4, '结束', 'v'), (4, 5, '。', 'x')]
    """

    def __init__(self, words: Iterable[Pair] = ()) -> None:
        self._words = tuple(sorted(dict(words).items(), key=lambda pair: (len(pair[0]), pair)))
        for word, tag in self._words:
            if not word or not tag or any(character.isspace() for character in word + tag):
                raise AnalysisError(
                    f"the word {word!r} with the tag {tag!r} is not allowed; write both without blanks."
                )
        self._engine: _Engine | None = None

    def __reduce__(self) -> tuple[type["Segmenter"], tuple[tuple[Pair, ...]]]:
        return Segmenter, (self._words,)  # the engine stays behind: another process has its own

    def _loaded(self) -> "_Engine":
        """The engine of these words, found once: looking it up hashes all of them."""
        if self._engine is None:
            self._engine = _engine(self._words)
        return self._engine

    def __repr__(self) -> str:
        return f"Segmenter({len(self._words):,} own words)"

    @property
    def cuts_by_sentence(self) -> bool:
        """Whether a sentence is cut alike by itself and in its text: not so with own words that hold signs (中国！队)."""
        return all(BLOCK.fullmatch(word) for word, _ in self._words)

    def with_words(self, words: Iterable[Pair]) -> "Segmenter":
        """A segmenter that has these words besides its own; of two tags of one word the one given here counts."""
        more = dict(words)
        return Segmenter((dict(self._words) | more).items()) if more else self

    def tokens(self, text: str, *, whole: Iterable[tuple[int, int, str]] = (), offset: int = 0) -> list[Token]:
        """The tokens of a text in order; joined, their words are the text, blanks and signs included.

        Parameters
        ----------
        text : str
        whole : iterable of (start, stop, tag)
            Stretches that shall be one token each, for instance the names of `find_names`; `overlay` says how they lie.
        offset : int
            Where the text begins in a longer one: the places of the tokens are of that.

        Raises
        ------
        AnalysisError
            If a stretch is empty or reaches outside the text.

        >>> mentions = [(0, 3, "ORGANISATION"), (6, 9, "PERSON")]
        >>> tag = {"PERSON": "nr", "ORGANISATION": "nt"}
        >>> whole = [(start, stop, tag[kind]) for start, stop, kind in mentions]
        >>> [token.word for token in Segmenter().tokens("水利部副部长田远山到任", whole=whole)]
        ['水利部', '副', '部长', '田远山', '到任']
        """
        engine = self._loaded()
        spans = [*whole, *engine.literal_spans(text)]
        if not spans:
            return _placed(engine.pairs(text), offset)
        tokens = self.overlay(_placed(engine.pairs(text)), text, spans)
        return [Token(a + offset, b + offset, word, tag) for a, b, word, tag in tokens] if offset else tokens

    def overlay(self, tokens: Sequence[Token], text: str, spans: Sequence[tuple[int, int, str]]) -> list[Token]:
        """The tokens of `text` with each span `(start, stop, tag)` as a single token.

        Tokens inside a span merge; the rest of a token that an edge cuts through is cut again. Of overlapping spans the
        leftmost and then the longest stays.

        Raises
        ------
        AnalysisError
            If a span is empty or reaches outside the text.

        >>> segmenter, text = Segmenter(), "水利部长陈砚舟"
        >>> laid = segmenter.overlay(segmenter.tokens(text), text, [(0, 3, "nt"), (4, 7, "nr")])
        >>> [(token.word, token.tag) for token in laid]
        [('水利部', 'nt'), ('长', 'a'), ('陈砚舟', 'nr')]
        """
        return overlaid(tokens, text, spans, lambda piece: _placed(self._loaded().pairs(piece)))


def _placed(pairs: Iterable[Pair], start: int = 0) -> list[Token]:
    tokens = []
    for word, tag in pairs:
        stop = start + len(word)
        tokens.append(Token(start, stop, word, tag))
        start = stop
    return tokens


@lru_cache(maxsize=4)
def _engine(words: tuple[Pair, ...]) -> "_Engine":
    return _Engine(words)


def is_word(text: str) -> bool:
    """Whether the default dictionary has this word; what the hidden Markov model made up, it has not.

    >>> is_word("会议"), is_word("高憬")
    (True, False)
    """
    return _engine(()).has(text)


class _Engine:
    """Dictionary, route and model for one set of words."""

    def __init__(self, words: Sequence[Pair]) -> None:
        dictionary = Dictionary.of_jieba()
        self._tags = dictionary.tags()
        literal = [pair for pair in words if not BLOCK.fullmatch(pair[0])]
        self._route = _route(dictionary, [word for word, _ in words if BLOCK.fullmatch(word)])
        self._tags.update(words)
        self._literal = dict(literal)
        longest_first = sorted(self._literal, key=lambda word: (-len(word), word))
        self._literals = re.compile("|".join(map(re.escape, longest_first))) if literal else None
        self._run: Callable[[str], tuple[Pair, ...]] = lru_cache(REMEMBERED)(self._cut_run)
        self._model: Model | None = None

    def has(self, word: str) -> bool:
        """Whether a word has a tag of its own."""
        return word in self._tags

    def literal_spans(self, text: str) -> list[tuple[int, int, str]]:
        """Where words stand that jieba's blocks would split."""
        if self._literals is None:
            return []
        return [(*found.span(), self._literal[found.group()]) for found in self._literals.finditer(text)]

    def pairs(self, text: str) -> list[Pair]:
        """The words and tags of `jieba.posseg.lcut(text)`."""
        pairs: list[Pair] = []
        for i, block in enumerate(BLOCK.split(text)):
            if i % 2:
                self._cut_block(block, pairs)
            else:
                pairs.extend((piece, UNKNOWN) for piece in SINGLE.findall(block))
        return pairs

    def _cut_block(self, block: str, pairs: list[Pair]) -> None:
        tags, run = self._tags, ""
        for word in self._route(block):
            if len(word) == 1 or (word.isascii() and word not in tags):  # single, or singles merged by the route
                run += word
            else:
                if run:
                    pairs += self._run(run)
                    run = ""
                pairs.append((word, tags.get(word, UNKNOWN)))
        if run:
            pairs += self._run(run)

    def _cut_run(self, run: str) -> tuple[Pair, ...]:
        """Characters in a row: one stays one, a word that the route left apart stays apart, the model cuts the rest."""
        if len(run) == 1 or run in self._tags:
            return tuple((character, self._tags.get(character, UNKNOWN)) for character in run)
        return tuple(pair for i, piece in enumerate(HAN.split(run)) for pair in self._cut_piece(piece, i % 2 == 1))

    def _cut_piece(self, piece: str, han: bool) -> Iterator[Pair]:
        if han:
            self._model = self._model or Model(jieba_folder() / "posseg")
            yield from self._model.cut(piece)
        else:
            yield from ((part, _plain_tag(part)) for part in NUMBER_OR_LATIN.split(piece) if part)


def _plain_tag(piece: str) -> str:
    if piece[0] in ".0123456789":
        return "m"
    return "eng" if piece[0].isalnum() else UNKNOWN


def _route(dictionary: Dictionary, words: Iterable[str]) -> Route:
    frequencies, total = dictionary.frequencies(), dictionary.total()
    route = best_route(dict(frequencies), total)
    for word in words:
        known = frequencies.get(word, 0)
        count = suggested_count(merge_ascii(route(word)), frequencies, total, known)
        if count > known:
            route.add(word, count)
            frequencies[word], total = count, total + count - known
    return route
