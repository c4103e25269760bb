"""How much a run of transliterating characters looks like a person's name: 特鲁斯科, 次仁多布杰."""

from collections.abc import Iterator
from functools import cache

from analysis.lexicon import lexicon
from analysis.names.bodies import known
from analysis.names.edge_words import CUT, EdgeWords
from analysis.names.odds import letter
from analysis.names.places import place_spotter
from analysis.names.shapes import Shape, not_persons
from analysis.names.spotter import Spotter
from analysis.names.words import Words
from analysis.segment import is_word
from analysis.spans import Span

# A character below this (nats) ends a run.
IN_A_RUN = -0.8
SHORTEST, LONGEST = 3, 9
# What a name gains (nats) that is made of words of Tibetan, Mongolian or Turkic names from end to end. Set by hand: the text
# that the other weights were fitted to has few of them.
MADE_OF_PARTS = 3.0


@cache
def name_parts() -> Spotter:
    """The words that names of minorities are made of."""
    return Spotter(lexicon("name_parts").column("name"))


class ForeignReader:
    """Scores the stretches of one text that may be a foreign or a minority name without dots.

    Parameters
    ----------
    text : str
    words : Words
    post_starts, post_stops : set of int
        Where offices begin and end.
    """

    def __init__(
        self,
        text: str,
        words: Words,
        post_starts: frozenset[int] = frozenset(),
        post_stops: frozenset[int] = frozenset(),
    ) -> None:
        self.text, self.words = text, words
        self._post_starts, self._post_stops = post_starts, post_stops
        self._edges = EdgeWords(text, words)

    def shapes(self) -> Iterator[Shape]:
        """The stretches, in text order, overlapping."""
        for run in self._runs():
            for start in range(run.start, run.stop - SHORTEST + 1):
                for stop in range(start + SHORTEST, min(run.stop, start + LONGEST) + 1):
                    if self._may_part(start, run) and self._may_part(stop, run) and not self._is_part(start, stop):
                        yield Shape(start, stop, self.score(start, stop))

    def _runs(self) -> Iterator[Span]:
        """Maximal runs of transliterating characters and of words that names of minorities are made of."""
        fits = [letter(c).foreign >= IN_A_RUN for c in self.text]
        for start, stop in name_parts().find(self.text):
            fits[start:stop] = [True] * (stop - start)
        start = 0
        for place, fit in enumerate([*fits, False]):
            if not fit:
                if place - start >= SHORTEST:
                    yield Span(start, place)
                start = place + 1

    def may_be(self, start: int, stop: int) -> bool:
        """Whether a stretch from anywhere is a run of transliterating letters, no part of a longer name and no place."""
        letters = all(letter(c).foreign >= IN_A_RUN for c in self.text[start:stop])
        return (letters or self._is_made_of_parts(start, stop)) and not self._is_part(start, stop)

    def _may_part(self, place: int, run: Span) -> bool:
        return place in (run.start, run.stop) or self.words.starts(place)

    def _is_part(self, start: int, stop: int) -> bool:
        """Whether a dot joins it to more, or it is a place."""
        dotted = "·" in (self.text[start - 1 : start], self.text[stop : stop + 1])
        return dotted or self.text[start:stop] in not_persons()

    def score(self, start: int, stop: int) -> float:
        """The log odds (nats) that this stretch is a name."""
        weighed = sum(
            weight * value for weight, value in zip(WEIGHTS.values(), self.features(start, stop), strict=True)
        )
        return weighed + (MADE_OF_PARTS if self._is_made_of_parts(start, stop) else 0.0)

    def features(self, start: int, stop: int) -> tuple[float, ...]:
        """What is weighed, in the order of `WEIGHTS`."""
        name = self.text[start:stop]
        left, right = self._edges.before(start), self._edges.after(stop)
        return (
            1.0,
            sum(max(-1.0, min(3.5, letter(c).foreign)) for c in name),
            float(len(name)),
            left.before,
            float(left is CUT),
            right.after,
            float(right is CUT),
            float(start in self._post_stops),
            float(stop in self._post_starts),
            *self._tokens(start, stop),
            self._beyond(start - 1),
            self._beyond(stop),
            *self._edges.of_both(start, stop),
        )

    def _beyond(self, place: int) -> float:
        """How foreign the character is that was left out at an edge."""
        if not 0 <= place < len(self.text) or not self.text[place].isalpha():
            return 0.0
        return max(0.0, letter(self.text[place]).foreign)

    def _tokens(self, start: int, stop: int) -> tuple[float, ...]:
        """One listed person, one other word, a place or body inside, words inside, a word across the end."""
        inside = [token for place in range(start, stop) if (token := self.words.at(place))]
        one = inside[0] if len(inside) == 1 and inside[0].start == start and inside[0].stop == stop else None
        listed = one is not None and is_word(one.word)
        others = [
            t for t in inside if t is not one and len(t.word) > 1 and not t.tag.startswith("nr") and is_word(t.word)
        ]
        placed = any(max(place_spotter().at(self.text, p), known().at(self.text, p)) > p for p in range(start, stop))
        return (
            float(listed and one is not None and one.tag.startswith("nr")),
            float(listed and one is not None and not one.tag.startswith("nr")),
            float(placed),
            float(sum(token.stop <= stop for token in others)),
            float(any(token.stop > stop for token in others)),
        )

    def _is_made_of_parts(self, start: int, stop: int) -> bool:
        place = start
        while place < stop and (end := name_parts().at(self.text, place)):
            place = end
        return place == stop


# Nats for each feature, in the order of `ForeignReader.features`. Fitted by logistic regression to 22,000 sentences of newspaper
# text of 1998 (MSRA and PFR training parts); on 8,000 other sentences of the same sets what scores above 0 is a name in .88 of
# cases and above 3 in .98, with letters and words beside names that were counted on those sentences too.
WEIGHTS = {
    "always": 2.14,
    "letters": 0.07,
    "n_letters": -0.8,
    "word_before": 0.58,
    "inside_word_before": -4.04,
    "word_behind": 0.65,
    "inside_word_behind": -1.26,
    "office_before": 0.84,
    "office_behind": 0.69,
    "listed_person": 0.54,
    "other_word": -2.35,
    "place_or_body_inside": -0.98,
    "words_inside": -2.11,
    "word_across_the_end": -1.85,
    "letter_left_out_before": -0.75,
    "letter_left_out_behind": -0.57,
    "verb_behind": 0.42,
    "verb_behind_at_the_head_of_a_clause": 0.81,
    "title_of_a_book": -1.19,
    "ends_like_a_place": -1.4,
}
