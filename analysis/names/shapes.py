"""How much a stretch of text looks like a Chinese name: its letters, both edges, and what the tokenizer makes of it."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from analysis.document import Token
from analysis.names.edge_words import CUT, EdgeWords
from analysis.names.edges import IN_FRONT, IS_HAN, JOINING, NOT_IN_A_NAME, japanese_surnames, not_names, surnames
from analysis.names.gazetteer import FREE, entries
from analysis.names.odds import beside, letter
from analysis.names.words import Words
from analysis.segment import is_word


@cache
def not_persons() -> frozenset[str]:
    """Places and bodies of three characters or more; shorter ones (安康, 铁岭) are names of persons too.

    So are the places that want context (维多利亚, 亚历山大); a division that does (城关区, 香格里拉) is no person's name.
    """
    known = ((word, entry) for word, entry in entries().items() if len(word) > 2 and entry.kind != "trap")
    return frozenset(word for word, entry in known if entry.guard == FREE or entry.kind == "division")


@cache
def _long_surnames() -> frozenset[str]:
    """The surnames of two and three characters."""
    return frozenset(surnames()[1]) | japanese_surnames()


@cache
def _openings() -> frozenset[str]:
    """The characters that a surname may begin with."""
    return frozenset(surnames()[0]) | {name[0] for name in _long_surnames()}


class Shape(NamedTuple):
    """A stretch that may be a name, with the log odds (nats) that it is one."""

    start: int
    stop: int
    score: float


# Bearers among 100,000 from which a second surname makes a double one (陈林素华).
COMMON = 30
# Nats; by hand, for newspaper text of the mainland has too few double surnames (周吴慧芬) to fit a weight to them.
DOUBLE, SURE_EDGE, SURE_GIVEN = 6.0, 0.8, 1.0
# What stands behind a lone surname, or for the name that is kept back: 王先生, 李大娘, 郑某; or what ends a place: 钱沟村.
NO_GIVEN_NAME = re.compile(
    "先生|小姐|女士|老师|同志|师傅|大娘|大爷|大妈|大伯|老汉|阿姨|叔叔|奶奶|爷爷|教授|医生|大夫|警官|总|老|氏|工|董|局|哥|姐|嫂|叔|姨|方|.?某.?|.[县村乡屯巷街]"
)
# A surname and letters below this (nats) are not looked at further.
HOPELESS = -2.0


class ShapeReader:
    """Scores the stretches of one text that have the shape of a Chinese name.

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
        self._single, self._compound = surnames()
        self._long, self._opening = _long_surnames(), _openings()

    def shapes(self) -> Iterator[Shape]:
        """All stretches with the shape of a name, in text order, overlapping."""
        for start, character in enumerate(self.text):
            if character in self._opening:
                yield from self.shapes_at(start)

    def opens(self, start: int) -> bool:
        """Whether a surname may begin here."""
        return self.text[start] in self._opening

    def shapes_at(self, start: int) -> Iterator[Shape]:
        """The stretches from `start` on, shortest first."""
        for size, surname in self._sizes(start):
            features = self.features(start, start + size, surname)
            if features:
                yield Shape(start, start + size, weigh(features) + self._bonus(start, surname, features))

    def _sizes(self, start: int) -> Iterator[tuple[int, int]]:
        """Lengths of name and surname that the characters at `start` allow."""
        text = self.text
        if text[start] in self._single:
            yield 2, 1
            yield 3, 1
            if all(self._single.get(c, 0) >= COMMON for c in text[start : start + 2]):
                yield 4, 2
        for surname in (2, 3):
            family = text[start : start + surname]
            if family in self._long:
                yield surname + 1, surname
                yield surname + 2, surname
                if family not in self._compound:  # 佐藤健一郎
                    yield surname + 3, surname

    def features(self, start: int, stop: int, surname: int) -> tuple[float, ...] | None:
        """What is weighed, in the order of `WEIGHTS`; None for a stretch that can't be a name."""
        name = self.text[start:stop]
        if len(name) < stop - start or start < 0 or NOT_IN_A_NAME.search(name) or not all(map(IS_HAN.match, name)):
            return None
        family, given = self._letters(name, surname)
        if (
            family + given < HOPELESS
            or name in not_names()
            or name in not_persons()
            or NO_GIVEN_NAME.fullmatch(name, surname)
        ):
            return None
        if "·" in (self.text[start - 1 : start], self.text[stop : stop + 1]):
            return None
        if name[-1] in JOINING and self.text[stop : stop + 1] in self._single:  # 王益和|李志远
            return None
        compound = name[:surname] in self._long
        left, right = self._edges.before(start), self._edges.after(stop)
        return (
            1.0,
            family,
            given,
            float(len(name) - surname == 1),
            float(surname == 2 and not compound),
            float(compound),
            left.before,
            float(left is CUT),
            right.after,
            float(right is CUT),
            float(start in self._post_stops),
            float(stop in self._post_starts),
            *self._tokens(start, stop, surname),
            max(0.0, beside(Token(0, 1, name[-1], "")).after),
            max(0.0, beside(Token(0, 1, name[0], "")).before) if surname == 1 else 0.0,
            self._gain_of_one_more(name, stop, surname),
            min(0.0, family),
            *self._edges.of_both(start, stop),
        )

    def _bonus(self, start: int, surname: int, features: tuple[float, ...]) -> float:
        """What a double surname gains where the left edge is sure: a shorter name would leave its first character over."""
        given, double, before = features[2], features[4], features[6]
        if not double or given < SURE_GIVEN or self.text[start] in IN_FRONT:
            return 0.0
        sure = before >= SURE_EDGE or (start > 0 and not IS_HAN.match(self.text[start - 1]))
        return DOUBLE if sure or start == 0 else 0.0

    def _letters(self, name: str, surname: int) -> tuple[float, float]:
        """Log odds of the surname and of the given name."""
        family = 6.0 if name[:surname] in self._long else sum(letter(c).surname or 0.0 for c in name[:surname])
        *middle, last = [letter(c) for c in name[surname:]]
        return min(family, 6.0), sum(c.middle for c in middle) + last.last if middle else last.alone

    def _gain_of_one_more(self, name: str, stop: int, surname: int) -> float:
        """How much likelier the given name is with the character behind it: 石文 in 石文华."""
        follower = self.text[stop : stop + 1]
        if len(name) - surname > 1 or not IS_HAN.match(follower):
            return 0.0
        return max(-3.0, letter(name[-1]).middle + letter(follower).last - letter(name[-1]).alone)

    def _tokens(self, start: int, stop: int, surname: int) -> tuple[float, ...]:
        """How the tokenizer cuts here: one made-up person, one listed person, one other word, words inside, words across."""
        inside = list(self._inside(start, stop))
        one = inside[0] if len(inside) == 1 and inside[0].stop == stop else None
        person = one is not None and one.tag.startswith("nr")
        listed = one is not None and is_word(one.word)
        longer = [token for token in inside if len(token.word) > 1 and token is not one and is_word(token.word)]
        return (
            float(person and not listed),
            float(person and listed),
            float(listed and not person),
            float(any(t.start == start + surname and t.stop == stop for t in longer)),
            float(any(t.start == start and t.stop < stop and not t.tag.startswith("nr") for t in longer)),
            float(any(t.stop > stop for t in longer)),
            float(not self.words.starts(start)),
        )

    def _inside(self, start: int, stop: int) -> Iterator[Token]:
        """The tokens that begin in the stretch."""
        for place in range(start, stop):
            if token := self.words.at(place):
                yield token


def weigh(features: tuple[float, ...]) -> float:
    """The log odds of a stretch."""
    return sum(weight * value for weight, value in zip(WEIGHTS.values(), features, strict=True))


# Nats for each feature, in the order of `ShapeReader.features`. Fitted by logistic regression to 18,000 sentences of newspaper
# text of 1998 (MSRA and PFR training parts), but for the compound surname: it was too rare there, and is left to its letters.
# On 6,000 other sentences of the same sets what scores above 0 is a name in .94 of cases and above 3 in .99; the letters and
# the words beside names were counted on those sentences too, so that new text is harder.
WEIGHTS = {
    "always": -2.55,
    "surname": 0.49,
    "given": 0.57,
    "one_letter": -2.66,
    "double_surname": -4.19,
    "compound_surname": 0.0,
    "word_before": 0.5,
    "inside_word_before": -2.17,
    "word_behind": 0.7,
    "inside_word_behind": -2.11,
    "office_before": 0.43,
    "office_behind": -0.49,
    "made_up_person": 1.97,
    "listed_person": 1.4,
    "other_word": -0.46,
    "given_is_a_word": -0.24,
    "shorter_word": -1.42,
    "word_across_the_end": -0.82,
    "begins_inside_a_word": -2.17,
    "last_letter_goes_on": -1.45,
    "surname_is_a_preposition": -1.31,
    "one_letter_more": -0.44,
    "surname_rare_in_names": -0.06,
    "verb_behind": 0.01,
    "verb_behind_at_the_head_of_a_clause": 1.3,
    "title_of_a_book": -0.47,
    "ends_like_a_place": -1.73,
}
