"""A user's lexicon at work on a text: where its entries stand, which words it keeps whole, which it silences."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from analysis.document import Token
from analysis.names.spotter import Spotter
from analysis.segment import Segmenter
from analysis.shadow import shadow
from analysis.spans import keep_longest
from analysis.user_lexicon import TYPES, UserLexicon

SHORT = 2  # characters: names this short run into other words (高峰|期), so that the segmenter must see them as words


class Hit(NamedTuple):
    """An entry where its form stands in a text; `entry` is its place in the lexicon."""

    start: int
    stop: int
    form: str
    type: str
    canonical: str
    tag: str
    entry: int


class OwnNames:
    """The entries of a user's lexicon, ready to be found; without a lexicon it finds nothing.

    Forms and canonical names are read as texts are: as their shadow, with `simplified` in simplified characters.

    Parameters
    ----------
    lexicon : UserLexicon or None
    simplified : bool

    >>> from analysis.user_lexicon import Entry
    >>> entries = (Entry("梯田办", "ORGANISATION", "云泽省梯田保护办公室", "nt", 1), Entry("推进", "STOP", "推进", "x", 2))
    >>> own = OwnNames(UserLexicon("names.tsv", "", entries))
    >>> text = "梯田办推进工作"
    >>> segmenter = own.segmenter(Segmenter())
    >>> tokens, hits = own.cut(text, segmenter)
    >>> [(token.word, token.tag) for token in own.silenced(tokens, text, segmenter)], hits[0].canonical
    ([('梯田办', 'nt'), ('推进', 'x'), ('工作', 'vn')], '云泽省梯田保护办公室')
    """

    def __init__(self, lexicon: UserLexicon | None = None, *, simplified: bool = False) -> None:
        self._entries = lexicon.entries if lexicon else ()
        self._canonical = [shadow(entry.canonical, simplified).text for entry in self._entries]
        forms: dict[str, int] = {}
        for i, entry in enumerate(self._entries):
            forms.setdefault(shadow(entry.name, simplified).text, i)
        self._names = {form: i for form, i in forms.items() if self._entries[i].is_name and len(form) >= SHORT}
        self._words = {form: i for form, i in forms.items() if self._entries[i].type == "WORD"}
        self._stops = {form: i for form, i in forms.items() if self._entries[i].type == "STOP"}
        self._name_spotter, self._stop_spotter = Spotter(self._names), Spotter(self._stops)

    @property
    def has_names(self) -> bool:
        """Whether there are names to be found in a text."""
        return bool(self._names)

    def segmenter(self, segmenter: Segmenter) -> Segmenter:
        """The segmenter with the names and words of the lexicon among its own."""
        pairs = ((form, self._entries[i].tag) for form, i in (self._names | self._words).items())
        return segmenter.with_words(pair for pair in pairs if not any(map(str.isspace, pair[0])))

    def cut(self, text: str, segmenter: Segmenter) -> tuple[list[Token], list[Hit]]:
        """The tokens of a text with the names of the lexicon whole, and where these stand.

        Longest match from the left. A name of two characters counts where the segmenter sees a word begin and end, a
        post of two where it sees one begin, since the name behind it may run into it (副梯|长史|远帆); a longer one
        counts wherever it stands, but not inside a Latin word or a number (WHO in WHOLE).
        """
        tokens = segmenter.tokens(text)
        spans = self._name_spotter.find(text) if self._names else []
        if not spans:
            return tokens, []
        edges = {place for token in tokens for place in token[:2]}
        found = [self._hit(a, b, text) for a, b in spans if not _runs_on(text, a, b)]
        hits = [hit for hit in found if len(hit.form) > SHORT or _edges_of(hit) <= edges]
        return segmenter.overlay(tokens, text, [(hit.start, hit.stop, hit.tag) for hit in hits]), hits

    def _hit(self, start: int, stop: int, text: str) -> Hit:
        i = self._names[text[start:stop]]
        return Hit(start, stop, text[start:stop], self._entries[i].type, self._canonical[i], self._entries[i].tag, i)

    def silenced(self, tokens: list[Token], text: str, segmenter: Segmenter) -> list[Token]:
        """The tokens, with each STOP that is a token or a run of whole tokens as one that no keyword or topic takes."""
        if not self._stops:
            return tokens
        starts, stops = {token.start for token in tokens}, {token.stop for token in tokens}
        alone = [(token.start, token.stop) for token in tokens if token.word in self._stops]
        runs = [(a, b) for a, b in self._stop_spotter.find(text) if a in starts and b in stops]
        return segmenter.overlay(tokens, text, [(a, b, TYPES["STOP"]) for a, b in keep_longest({*alone, *runs})])

    def fired(self, hits: Iterable[Hit], tokens: Iterable[Token]) -> list[tuple[int, int]]:
        """The place in the lexicon of each entry that stands in a text, and how often, by place; tokens are silenced."""
        if not self._entries:
            return []
        words = self._words | self._stops
        often = Counter(hit.entry for hit in hits)
        often.update(words[token.word] for token in tokens if token.word in words)
        return sorted(often.items())


def _edges_of(hit: Hit) -> set[int]:
    """Where the segmenter must see an edge, for a short name."""
    return {hit.start} if hit.type == "POST" else {hit.start, hit.stop}


def _runs_on(text: str, start: int, stop: int) -> bool:
    """Whether a Latin word or a number goes on over an edge."""
    edges = (text[start - 1 : start + 1] if start else "", text[stop - 1 : stop + 1])
    return any(len(edge) == 2 and edge.isascii() and edge.isalnum() for edge in edges)
